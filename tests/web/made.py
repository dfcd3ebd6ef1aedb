"""A small story of our own making, its records set by hand, written as a run would write it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from onrecord.pages import make_page
from onrecord.records import (
    Capture,
    Cited,
    Commitment,
    Contribution,
    Entity,
    Event,
    Evidence,
    Feature,
    Figure,
    Link,
    Mention,
    Outcome,
    Page,
    Participant,
    Party,
    Phase,
    Quote,
    Record,
    Records,
    Skipped,
    Source,
    Stated,
    Time,
    Undertaking,
)
from onrecord.records.ids import build_content_id, hash_sha256
from onrecord.story import StoryWriter

FERRY = """<html lang="en"><head><title>Harbour to run a night ferry</title></head><body><article>
<h1>Harbour to run a night ferry</h1>
<p>The port of Aldmouth will send about 40 sailors to the island route, a senior port official said on
Tuesday. The council opened the old quay in March 2019.</p>
<p>“We will open the line before winter,” said Ada Marsh, the harbour master. She has worked there since
2011, and runs the Night Ferry Scheme with two neighbouring towns.</p>
</article></body></html>"""

LATER = """<html lang="en"><head><title>Night ferry sails at last</title></head><body><article>
<h1>Night ferry sails at last</h1>
<p>The Night Ferry Scheme opened its line on 4 May 2020 with 55 sailors from Aldmouth. Fishermen had
called for a smaller boat, and the council denied that it had paid for one.</p>
<p>Ada Marsh said the boats would be counted again next year.</p>
</article></body></html>"""

HOSTILE_TITLE = "<script>alert(1)</script>\u202egnp.exe"
HOSTILE_WORDS = "\"><img src=x onerror=alert(2)> said 'onmouseover=alert(3)' and {{ 7 * 7 }}"
HOSTILE_URL = "javascript:alert(4)//\u202ehttp://good.example/"
HOSTILE = f"<html><body><article><h1>Plain</h1><p>{HOSTILE_WORDS.replace('<', '&lt;')}</p></article></body></html>"


R = TypeVar("R", bound=Record)


@dataclass
class Draft:
    """A page under work: records are drawn from words found in its text."""

    capture: Capture
    page: Page
    drawn: dict[str, list[Any]] = field(default_factory=dict)

    def at(self, words: str) -> tuple[int, int]:
        start = self.page.text.index(words)
        return start, start + len(words)

    def add(self, kind: str, record: R) -> R:
        self.drawn.setdefault(kind, []).append(record)
        return record

    def evidence(self, words: str, by: str) -> Evidence:
        return self.page.evidence(*self.at(words), f"{by}@1")

    def participant(self, words: str, entity: str | None = None) -> Participant:
        return Participant(words, *self.at(words), entity)

    def id(self, prefix: str, words: str) -> str:
        return build_content_id(prefix, self.page.id, *self.at(words))

    def entity(self, words: str, type_: str, roles: tuple[str, ...] = ()) -> Entity:
        made = Entity(
            self.id("n", words), self.evidence(words, "entities"), type_, words, (words,), roles, 1
        )
        mention = Mention(self.id("m", words), made.evidence, type_, made.id)
        self.add("mentions", mention)
        return self.add("entities", made)

    def time(self, words: str, value: str | None, waits_for: str | None = None) -> Time:
        steps = (f"“{words}” read as {value or 'open'}",)
        made = Time(
            self.id("t", words),
            self.evidence(words, "times"),
            "DATE",
            value,
            None,
            waits_for,
            None,
            steps,
        )
        return self.add("times", made)

    def event(self, words: str, trigger: str, status: str, **more: Any) -> Event:
        made = Event(
            id=self.id("e", words),
            evidence=self.evidence(words, "events"),
            trigger=self.page.part(*self.at(trigger)),
            type=more.get("type", "SUPPORT"),
            mode=None,
            context=(),
            status=status,
            negated=False,
            actors=more.get("actors", ()),
            targets=more.get("targets", ()),
            place=None,
            time=more.get("time"),
            said_by=more.get("said_by"),
        )
        return self.add("events", made)

    def figure(self, words: str, value: float, what: str, **more: Any) -> Figure:
        made = Figure(
            self.id("f", words),
            self.evidence(words, "figures"),
            value,
            what=self.page.part(*self.at(what)),
            **more,
        )
        return self.add("figures", made)

    def records(self) -> Records:
        return Records(**{kind: tuple(records) for kind, records in self.drawn.items()})


def draft(html: str, path: str, **stated: str) -> Draft:
    data = html.encode()
    capture = Capture(hash_sha256(data), data, path, "text/html", stated=Stated(**stated))  # type: ignore[arg-type]
    return Draft(capture, make_page(capture))


def make_story(path: Path, *, threads: tuple[Draft, ...] = ()) -> dict[str, str]:
    """Write the story to `path`; return the ids of some of its records by a name."""
    first, second = _first(), _second()
    promise = first.drawn["commitments"][0]
    links, kept = _links(first, second)
    settled = Commitment(
        promise.id,
        promise.evidence,
        promise.event,
        promise.who,
        None,
        promise.due,
        "kept",
        (
            Outcome(
                kept.id, second.page.id, *second.at("opened its line"), "opened its line", "for"
            ),
        ),
    )
    undertaking = _undertaking(first, second)
    marsh, marsh_again = first.drawn["entities"][0], second.drawn["entities"][0]
    hostile = _hostile()
    with StoryWriter(path, create=True) as writer:
        writer.begin_run(version="0", model="by hand")
        for one in (first, second, hostile, *threads):
            writer.write_page(
                one.capture, one.page, one.records(), build_content_id("d", one.page.id)
            )
        writer.record_skipped(Skipped("pages/<b>broken</b>.html", "empty", "nothing to read in it"))
        writer.write_links(
            "key",
            links=links,
            same={marsh.id: marsh.id, marsh_again.id: marsh.id}
            | {
                e.id: e.id
                for d in (first, second, hostile)
                for e in d.drawn.get("entities", [])[1:]
            },
            undertakings=(undertaking,),
            commitments=(settled,),
        )
        writer.finish_run(pages_new=3, pages_same=0, skipped=1)
    return {
        "page": first.page.id,
        "later": second.page.id,
        "hostile": hostile.page.id,
        "quote": first.drawn["quotes"][0].id,
        "event": first.drawn["events"][0].id,
        "figure": first.drawn["figures"][0].id,
        "time": first.drawn["times"][0].id,
        "commitment": promise.id,
        "mention": first.drawn["mentions"][0].id,
        "entity": marsh.id,
        "who": marsh.id,
        "link": links[0].id,
        "copy": links[1].id,
        "undertaking": undertaking.id,
        "hostile_quote": hostile.drawn["quotes"][0].id,
    }


def _first() -> Draft:
    page = draft(
        FERRY,
        "pages/ferry.html",
        outlet="Aldmouth Post",
        published="2019-06-04",
        url="https://post.example/ferry",
    )
    marsh = page.entity("Ada Marsh", "person", ("harbour master",))
    port = page.entity("The port of Aldmouth", "organisation")
    page.entity("Night Ferry Scheme", "organisation")
    past = page.time("March 2019", "2019-03")
    page.time("Tuesday", None, "published")
    due = page.time("before winter", None, "event")
    told = "The port of Aldmouth will send about 40 sailors to the island route"
    whole = page.page.text[
        page.at(told)[0] : page.at(
            "on\nTuesday" if "on\nTuesday" in page.page.text else "on Tuesday"
        )[1]
    ]
    unnamed = Quote(
        page.id("q", whole),
        page.evidence(whole, "quotes"),
        "indirect",
        (page.page.part(*page.at(told)),),
        page.page.part(*page.at("said on")[:1], page.at("said on")[0] + 4),
        Source("a senior port official", *page.at("a senior port official"), "role"),
        (),
        "body",
    )
    page.add("quotes", unnamed)
    words = "“We will open the line before winter,” said Ada Marsh, the harbour master"
    named = Quote(
        page.id("q", words),
        page.evidence(words, "quotes"),
        "direct",
        (page.page.part(*page.at("We will open the line before winter,")),),
        None,
        Source("Ada Marsh", *page.at("Ada Marsh"), "named", marsh.id),
        (),
        "body",
    )
    page.add("quotes", named)
    actor = page.participant("The port of Aldmouth", port.id)
    page.event(
        told,
        "send",
        "planned",
        actors=(actor,),
        targets=(page.participant("about 40 sailors"),),
        said_by=unnamed.id,
    )
    page.event(
        "The council opened the old quay in March 2019",
        "opened",
        "happened",
        actors=(page.participant("The council"),),
        time=past.id,
    )
    opening = page.event(
        "We will open the line before winter",
        "open",
        "promised",
        actors=(page.participant("We", marsh.id),),
        time=due.id,
        said_by=named.id,
    )
    page.figure("about 40", 40.0, "sailors", hedge="about", according_to=unnamed.id)
    page.add(
        "commitments",
        Commitment(
            page.id("c", "We will open the line before winter"),
            page.evidence("We will open the line before winter", "commitments"),
            opening.id,
            page.participant("We", marsh.id),
            None,
            due.id,
        ),
    )
    return page


def _second() -> Draft:
    page = draft(
        LATER,
        "pages/later.html",
        outlet="Island Gazette",
        published="2020-05-05",
        url="https://gazette.example/l",
    )
    page.entity("Ada Marsh", "person")
    day = page.time("4 May 2020", "2020-05-04")
    told = "The Night Ferry Scheme opened its line on 4 May 2020"
    page.event(
        told,
        "opened",
        "happened",
        actors=(page.participant("The Night Ferry Scheme"),),
        time=day.id,
    )
    page.event(
        "Fishermen had\ncalled for a smaller boat"
        if "had\ncalled" in page.page.text
        else "Fishermen had called for a smaller boat",
        "called",
        "called_for",
    )
    page.event("it had paid for one", "paid", "denied")
    page.event("the boats would be counted again next year", "counted", "possible")
    page.figure("55", 55.0, "sailors from Aldmouth")
    return page


def _hostile() -> Draft:
    page = draft(
        HOSTILE,
        "pages/<i>hostile</i>.html",
        title=HOSTILE_TITLE,
        outlet="<b>Bold</b> News",
        url=HOSTILE_URL,
    )
    words = page.page.text[page.page.zones[-1].start : page.page.zones[-1].end]
    page.entity("<img src=x onerror=alert(2)>", "person", ("<u>role</u>",))
    page.add(
        "quotes",
        Quote(
            page.id("q", words),
            page.evidence(words, "quotes"),
            "mixed",
            (page.page.part(*page.at(words)),),
            None,
            Source("onerror=alert(2)", *page.at("onerror=alert(2)"), "unknown"),
            (),
            "body",
        ),
    )
    return page


def _links(first: Draft, second: Draft) -> tuple[tuple[Link, ...], Link]:
    a, b = first.drawn["figures"][0].id, second.drawn["figures"][0].id
    reasons = (Feature("same_head", 0.6, "sailors", "sailors"), Feature("value", -0.4, "40", "55"))
    disagree = Link(build_content_id("l", "contradicts", a, b), "contradicts", a, b, 0.7, reasons)
    copy = Link(
        build_content_id("l", "copy", first.page.id, second.page.id),
        "copy",
        first.page.id,
        second.page.id,
        0.9,
        reasons[:1],
    )
    promise, opened = first.drawn["commitments"][0].id, second.drawn["events"][0].id
    kept = Link(
        build_content_id("l", "keeps", promise, opened), "keeps", promise, opened, 0.8, reasons[:1]
    )
    return (disagree, copy, kept), kept


def _undertaking(first: Draft, second: Draft) -> Undertaking:
    def cited(page: Draft, words: str) -> Cited:
        return Cited(page.page.id, words, *page.at(words))

    event, opened = first.drawn["events"][0].id, second.drawn["events"][0].id
    return Undertaking(
        id=build_content_id("u", "Night Ferry Scheme"),
        name="Night Ferry Scheme",
        names=("Night Ferry Scheme",),
        kind="programme",
        parties=(
            Party(
                None, "The port of Aldmouth", "contributor", cited(first, "The port of Aldmouth")
            ),
        ),
        contributions=(
            Contribution(
                "The port of Aldmouth",
                event,
                "planned",
                "about 40 sailors",
                first.drawn["figures"][0].id,
                cited(first, "about 40 sailors"),
            ),
        ),
        tasks=(Phase(None, "to the island route", event, cited(first, "to the island route")),),
        phases=(Phase("2020-05-04", "opened its line", opened, cited(second, "opened its line")),),
        open=(first.drawn["commitments"][0].id,),
        mentions=(cited(first, "Night Ferry Scheme"),),
    )
