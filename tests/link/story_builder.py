"""Stories of pages with hand-made records, for tests of links and the timeline."""

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
from onrecord.records.ids import build_content_id

BY = "hand@1"


@dataclass
class StoryBuilder:
    """Pages and their records; words given for a record must be in its page's text."""

    pages: list[Page] = field(default_factory=list)
    records: dict[str, Records] = field(default_factory=dict)

    def add_page(
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
        """Add a page and return it; an event with `promise=True` is a commitment too."""
        outlet, url = given.get("outlet"), given.get("url")
        page = page_from_text(text, published=published, outlet=outlet, url=url)
        page = replace(page, title=given.get("title"), path=f"{len(self.pages)}.txt")
        entities_by_names = _build_entities(page, entities or {})
        time_by_words = {
            words: _build_time(page, words, value) for words, value in (times or {}).items()
        }
        built = [(row, _build_event(page, row, entities_by_names, time_by_words)) for row in events]
        self.pages.append(page)
        self.records[page.id] = Records(
            entities=tuple(entities_by_names.values()),
            mentions=tuple(_iter_mentions(page, entities_by_names)),
            times=tuple(time_by_words.values()),
            figures=tuple(_build_figure(page, row, time_by_words) for row in figures),
            events=tuple(event for _, event in built),
            commitments=tuple(
                _build_commitment(page, event) for row, event in built if row.get("promise")
            ),
        )
        return page

    def build_input(self) -> LinkInput:
        """Return the pages with their records."""
        return LinkInput(tuple(self.pages), self.records)

    def link(self) -> LinkResult:
        """Return the links of the pages."""
        return link(self.build_input())

    def quote(self, id_: str) -> str:
        """Return the words of the record, or the path of the page, with this id."""
        for records in self.records.values():
            for record in records:
                if record.id == id_:
                    return record.evidence.text
        return next(page.path for page in self.pages if page.id == id_)


def _build_entities(page: Page, entities: Mapping[str, str]) -> dict[str, Entity]:
    """Return entity by each of its names; "FRM|Free Ridge" gives one entity two names."""
    found = {}
    for names, kind in entities.items():
        forms = tuple(names.split("|"))
        start = page.text.index(forms[0])
        evidence = page.evidence(start, start + len(forms[0]), BY)
        count = sum(page.text.count(form) for form in forms)
        id_ = build_content_id("n", page.id, forms[0])
        found[names] = Entity(id_, evidence, kind, forms[0], forms, (), count)
    return found


def _iter_mentions(page: Page, found: Mapping[str, Entity]) -> Iterable[Mention]:
    for names, entity in found.items():
        for form in names.split("|"):
            start = page.text.find(form)
            while start >= 0:
                evidence = page.evidence(start, start + len(form), BY)
                yield Mention(
                    build_content_id("m", page.id, start, form), evidence, entity.type, entity.id
                )
                start = page.text.find(form, start + 1)


def _build_time(page: Page, words: str, value: str) -> Time:
    start = page.text.index(words)
    evidence = page.evidence(start, start + len(words), BY)
    return Time(build_content_id("t", page.id, start), evidence, "DATE", value)


def _build_figure(page: Page, row: Mapping[str, Any], times: Mapping[str, Time]) -> Figure:
    start = page.text.index(row["words"])
    end = start + len(row["words"])
    what = None
    if row.get("what"):
        at = page.text.index(row["what"], start)
        what = page.part(at, at + len(row["what"]))
    return Figure(
        build_content_id("f", page.id, start),
        page.evidence(start, end, BY),
        row.get("value"),
        low=row.get("low"),
        high=row.get("high"),
        hedge=row.get("hedge"),
        unit=row.get("unit"),
        what=what,
        as_of=times[row["as_of"]].id if row.get("as_of") else None,
    )


def _build_event(
    page: Page, row: Mapping[str, Any], found: Mapping[str, Entity], times: Mapping[str, Time]
) -> Event:
    at = page.text.index(row["clause"]) if row.get("clause") else 0
    start = page.text.index(row["trigger"], at)
    first, last = find_sentence(page.text, start)
    if row.get("clause"):
        first, last = at, at + len(row["clause"])
    status = row.get("status", "happened")
    return Event(
        build_content_id("e", page.id, start),
        page.evidence(first, last, BY),
        page.part(start, start + len(row["trigger"])),
        row.get("type"),
        None,
        (),
        status,
        row.get("negated", False),
        tuple(_build_participant(page, words, first, found) for words in row.get("actors", ())),
        tuple(_build_participant(page, words, first, found) for words in row.get("targets", ())),
        None,
        times[row["time"]].id if row.get("time") else None,
        None,
    )


def _build_participant(
    page: Page, words: str, first: int, found: Mapping[str, Entity]
) -> Participant:
    start = page.text.index(words, first)
    named = [entity for names, entity in found.items() if words in names.split("|")]
    return Participant(words, start, start + len(words), named[0].id if named else None)


def _build_commitment(page: Page, event: Event) -> Commitment:
    who = event.actors[0] if event.actors else None
    id_ = build_content_id("c", page.id, event.trigger.start)
    return Commitment(id_, event.evidence, event.id, who, None, event.time)
