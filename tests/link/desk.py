"""A desk to lay out pages with hand-made records on, for tests of what joins pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.link import LinkInput, LinkResult, link
from onrecord.link.comparison.sentences import find_sentence
from onrecord.pages import page_from_text
from onrecord.records import (
    Commitment,
    Entity,
    Event,
    Figure,
    Mention,
    Page,
    Participant,
    Records,
    Time,
)
from onrecord.records.ids import content_id

BY = "hand@1"


@dataclass
class Desk:
    """Pages and their records; what is given as words must stand in the page's text."""

    pages: list[Page] = field(default_factory=list)
    records: dict[str, Records] = field(default_factory=dict)

    def page(
        self,
        text: str,
        published: str | None = None,
        *,
        entities: Mapping[str, str] | None = None,
        times: Mapping[str, str] | None = None,
        figures: Iterable[Mapping[str, Any]] = (),
        events: Iterable[Mapping[str, Any]] = (),
        **given: Any,
    ) -> Page:
        """Lay a page on the desk; an event with `promise=True` is a commitment too."""
        outlet, url = given.get("outlet"), given.get("url")
        page = page_from_text(text, published=published, outlet=outlet, url=url)
        page = replace(page, title=given.get("title"), path=f"{len(self.pages)}.txt")
        found = _named(page, entities or {})
        moments = {words: _time(page, words, value) for words, value in (times or {}).items()}
        told = [(row, _event(page, row, found, moments)) for row in events]
        self.pages.append(page)
        self.records[page.id] = Records(
            entities=tuple(found.values()),
            mentions=tuple(_mentions(page, found)),
            times=tuple(moments.values()),
            figures=tuple(_figure(page, row, moments) for row in figures),
            events=tuple(event for _, event in told),
            commitments=tuple(_promise(page, event) for row, event in told if row.get("promise")),
        )
        return page

    def shelf(self) -> LinkInput:
        """Return the shelf."""
        return LinkInput(tuple(self.pages), self.records)

    def linked(self) -> LinkResult:
        """Return what joins the pages."""
        return link(self.shelf())

    def words(self, id_: str) -> str:
        """Return the words of the record or page with this id."""
        for found in self.records.values():
            for record in found:
                if record.id == id_:
                    return record.evidence.text
        return next(page.path for page in self.pages if page.id == id_)


def _named(page: Page, entities: Mapping[str, str]) -> dict[str, Entity]:
    """Return entity by each of its names; "FRM|Free Ridge" gives one entity two names."""
    found = {}
    for names, kind in entities.items():
        forms = tuple(names.split("|"))
        start = page.text.index(forms[0])
        evidence = page.evidence(start, start + len(forms[0]), BY)
        count = sum(page.text.count(form) for form in forms)
        id_ = content_id("n", page.id, forms[0])
        found[names] = Entity(id_, evidence, kind, forms[0], forms, (), count)
    return found


def _mentions(page: Page, found: Mapping[str, Entity]) -> Iterable[Mention]:
    for names, entity in found.items():
        for form in names.split("|"):
            start = page.text.find(form)
            while start >= 0:
                evidence = page.evidence(start, start + len(form), BY)
                yield Mention(
                    content_id("m", page.id, start, form), evidence, entity.type, entity.id
                )
                start = page.text.find(form, start + 1)


def _time(page: Page, words: str, value: str) -> Time:
    start = page.text.index(words)
    evidence = page.evidence(start, start + len(words), BY)
    return Time(content_id("t", page.id, start), evidence, "DATE", value)


def _figure(page: Page, row: Mapping[str, Any], times: Mapping[str, Time]) -> Figure:
    start = page.text.index(row["words"])
    end = start + len(row["words"])
    what = None
    if row.get("what"):
        at = page.text.index(row["what"], start)
        what = page.part(at, at + len(row["what"]))
    return Figure(
        content_id("f", page.id, start),
        page.evidence(start, end, BY),
        row.get("value"),
        low=row.get("low"),
        high=row.get("high"),
        hedge=row.get("hedge"),
        unit=row.get("unit"),
        what=what,
        as_of=times[row["as_of"]].id if row.get("as_of") else None,
    )


def _event(
    page: Page, row: Mapping[str, Any], found: Mapping[str, Entity], times: Mapping[str, Time]
) -> Event:
    at = page.text.index(row["clause"]) if row.get("clause") else 0
    start = page.text.index(row["trigger"], at)
    first, last = find_sentence(page.text, start)
    if row.get("clause"):
        first, last = at, at + len(row["clause"])
    status = row.get("status", "happened")
    return Event(
        content_id("e", page.id, start),
        page.evidence(first, last, BY),
        page.part(start, start + len(row["trigger"])),
        row.get("type"),
        None,
        (),
        status,
        row.get("negated", False),
        tuple(_participant(page, words, first, found) for words in row.get("actors", ())),
        tuple(_participant(page, words, first, found) for words in row.get("targets", ())),
        None,
        times[row["time"]].id if row.get("time") else None,
        None,
    )


def _participant(page: Page, words: str, first: int, found: Mapping[str, Entity]) -> Participant:
    start = page.text.index(words, first)
    named = [entity for names, entity in found.items() if words in names.split("|")]
    return Participant(words, start, start + len(words), named[0].id if named else None)


def _promise(page: Page, event: Event) -> Commitment:
    who = event.actors[0] if event.actors else None
    id_ = content_id("c", page.id, event.trigger.start)
    return Commitment(id_, event.evidence, event.id, who, None, event.time)
