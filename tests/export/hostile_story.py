"""A story whose pages try to become formulas, markup and scripts, with an event of every status between two who have names."""

from __future__ import annotations

import html
from pathlib import Path

from onrecord.records import (
    Commitment,
    Event,
    Evidence,
    Feature,
    Figure,
    Link,
    Outcome,
    Part,
    Participant,
    Quote,
    Skipped,
    Source,
)
from onrecord.records.event import STATUSES
from onrecord.records.ids import build_content_id
from onrecord.story import StoryWriter
from tests.web.made import Draft, draft

HOSTILE = (
    '=HYPERLINK("http://evil.example/","open")',
    "+1+1",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝1+1",
    "x;=1+1",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "]]><x/>&amp;<!--",
    "'; DROP TABLE pages; --",
    '"}],"x":"',
)
"""What is put wherever a page has words: titles, names, quotes, what is counted."""
TITLE = f"{HOSTILE[0]} {HOSTILE[6]}"
OUTLET = HOSTILE[3]
MINISTER, GENERAL = "=Ann Marsh", "<b>Bo Keld</b>"
LIVE_ADDRESS, DEAD_ADDRESS = "https://news.example/a?b=1&c=<d>", "javascript:alert(3)"


def make_hostile_story(path: Path) -> dict[str, str]:
    """Write the story and return ids by name: a status's event, `quote`, `promise`, `page`."""
    one, two = _draft_first(), _draft_second()
    ids = {"page": one.page.id, "later": two.page.id}
    ann, bo = one.drawn["entities"]
    for number, status in enumerate(STATUSES):
        ids[status] = _add_event(one, number, status, (ann.id, bo.id)).id
    ids |= _add_quotes_and_figures(one, ann.id)
    promise = one.drawn["commitments"][0]
    figure = two.figure("99", 99.0, "boats")
    link = Link(
        build_content_id("l", ids["figure"], figure.id),
        "contradicts",
        ids["figure"],
        figure.id,
        1.0,
        (Feature("value", 1.0, "=1", "<b>"),),
    )
    start, end = two.at("went back on it")
    outcome = Outcome(link.id, two.page.id, start, end, "went back on it", "against")
    settled = Commitment(
        promise.id,
        promise.evidence,
        promise.event,
        promise.who,
        None,
        None,
        "broken",
        (outcome,),
    )
    with StoryWriter(path, create=True) as writer:
        libraries = {"link": "link@9", "babel": "2.18.0"}
        writer.begin_run(version="0.1.0", model="by_hand@1", libraries=libraries)
        for page in (one, two):
            key = build_content_id("d", page.page.id)
            writer.write_page(page.capture, page.page, page.records(), key)
        writer.record_skipped(Skipped("=cmd.html", "empty", "=nothing in it"))
        entities = [e.id for e in (*one.drawn["entities"], *two.drawn.get("entities", []))]
        writer.write_links(
            "key",
            links=(link,),
            same={entity: entity for entity in entities},
            undertakings=(),
            commitments=(settled,),
        )
        writer.finish_run(pages_new=2, pages_same=0, skipped=1)
    return ids


def _draft_first() -> Draft:
    lines = "".join(f"<p>{html.escape(words)} was written there.</p>" for words in HOSTILE)
    told = "".join(
        f"<p>{html.escape(MINISTER)} struck{number} {html.escape(GENERAL)} on {number + 1} May 2021.</p>"
        for number, _ in enumerate(STATUSES)
    )
    body = f"{lines}{told}<p>There were 12 boats, and a pledge to come back.</p>"
    page = draft(
        f"<html lang='en'><body><article><h1>Plain words to begin with</h1>{body}</article></body></html>",
        "pages/=one.html",
        title=TITLE,
        outlet=OUTLET,
        published="2020-02-03",
        url=LIVE_ADDRESS,
    )
    page.entity(MINISTER, "person", ("=minister",))
    page.entity(GENERAL, "person", ("<i>general</i>",))
    return page


def _draft_second() -> Draft:
    return draft(
        "<html lang='en'><body><article><h1>Second</h1><p>There were 99 boats, it went back on it, and more was said than this.</p></article></body></html>",
        "pages/two.html",
        title="Second",
        outlet="Plain Post",
        published="2020-04",
        url=DEAD_ADDRESS,
    )


def _add_event(page: Draft, number: int, status: str, who: tuple[str, str]) -> Event:
    trigger = f"struck{number}"
    start = page.at(trigger)[0]
    first = page.page.text.rindex(MINISTER, 0, start)
    last = page.page.text.index(GENERAL, start) + len(GENERAL)
    evidence = page.page.evidence(first, last, "events@8", 0.5)
    words = f"{number + 1} May 2021"
    time = page.time(words, f"2021-05-0{number + 1}")
    alleged = Part(*_part(page, first, len(MINISTER))) if status == "alleged" else None
    event = Event(
        id=build_content_id("e", page.page.id, number),
        evidence=evidence,
        trigger=page.page.part(*page.at(trigger)),
        type="ASSAULT",
        mode=None,
        context=("military",),
        status=status,
        negated=False,
        actors=(Participant(*_part(page, first, len(MINISTER)), who[0]),),
        targets=(Participant(*_part(page, last - len(GENERAL), len(GENERAL)), who[1]),),
        place=None,
        time=time.id,
        said_by=None,
        alleged_by=alleged,
    )
    page.add("events", event)
    return event


def _add_quotes_and_figures(page: Draft, who: str) -> dict[str, str]:
    ids = {}
    for number, words in enumerate(HOSTILE):
        start, end = page.at(f"{words} was written there")
        name = page.at(MINISTER)
        quote = Quote(
            build_content_id("q", page.page.id, number),
            page.page.evidence(start, end, "quotes@5"),
            "direct",
            (page.page.part(start, start + len(words)),),
            None,
            Source(MINISTER, *name, "named", who),
            (),
            "body",
        )
        ids["quote"] = page.add("quotes", quote).id
    figure = Figure(
        page.id("f", "12"),
        page.evidence("12", "figures"),
        12.0,
        what=page.page.part(*page.at("boats")),
    )
    ids["figure"] = page.add("figures", figure).id
    evidence: Evidence = page.evidence("a pledge to come back", "commitments")
    promise = Commitment(
        page.id("c", "a pledge to come back"),
        evidence,
        page.drawn["events"][STATUSES.index("promised")].id,
        Participant(MINISTER, *page.at(MINISTER), who),
        None,
        None,
    )
    ids["promise"] = page.add("commitments", promise).id
    return ids


def _part(page: Draft, start: int, length: int) -> tuple[str, int, int]:
    return page.page.text[start : start + length], start, start + length
