"""Pages: the list, and one page as text with its evidence marked and its thread below."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Commitment, Mention, Page, Record, Time, Zone
from onrecord.story import PageHead
from onrecord.web import labels
from onrecord.web.cards import Card, cards_of
from onrecord.web.marks import Mark, Segment, marks_of, segments
from onrecord.web.paging import paged, whole
from onrecord.web.render import title_of
from onrecord.web.room import Sheet, Visit
from onrecord.web.trees import tree


@dataclass(frozen=True, slots=True)
class Passage:
    """One zone: its segments, and what was drawn from it: cards in the margin, and short chips."""

    zone: Zone
    segments: tuple[Segment, ...]
    cards: tuple[Card, ...]
    chips: tuple[Card, ...]


def show_list(visit: Visit) -> Sheet:
    """Show the pages by publication day, filtered by outlet, language, year and words of the title."""
    heads = [head for head in visit.heads().values() if _fits(visit, head)]
    data = {
        "heads": paged(heads, visit.asked("page")),
        "outlets": visit.outlets(),
        "languages": sorted({head.language for head in visit.heads().values() if head.language}),
        "years": _years(visit),
    }
    return Sheet("pages.html", "Pages", data)


def show_page(visit: Visit) -> Sheet:
    """Show one page; `start` and `end` point to words of it, `hide` names kinds not to be marked.

    Raises:
        NotFound: if there is no such page.

    """
    page = visit.story.page(visit.names["id"])
    head = visit.story.head(page.id)
    records = _records(visit, page)
    visit.known.update({record.id: record for record in records})
    visit.known.update({comment.id: comment for comment in page.thread})
    here = _here(visit, page)
    passages = _passages(visit, page, records, here)
    data = {
        "head": head,
        "page": page,
        "own_title": _own_title(page),
        "passages": [one for one in passages if one.zone.role not in _SET_APART],
        "furniture": [one for one in passages if one.zone.role == "furniture"],
        "branches": tree(page.thread),
        "kinds": _kinds(records),
        "hidden": set(visit.query.getlist("hide")) & set(labels.KINDS),
        "here": here,
        "pointed": _pointed(page, here),
        "links": visit.story.links(of=page.id),
        "heads": visit.heads(),
    }
    return Sheet("page.html", title_of(head), data)


_SET_APART = frozenset({"comment", "furniture"})
_CHIPS = (Time, Mention)
"""Kinds too many and too small for a card each in the margin."""


def _records(visit: Visit, page: Page) -> list[Record]:
    return [record for kind in labels.KINDS for record in visit.story.records(kind, page=page.id)]


def _kinds(records: list[Record]) -> dict[str, int]:
    drawn = Counter(labels.KIND_OF_TYPE[type(record).__name__] for record in records)
    return {kind: drawn[kind] for kind in labels.KINDS}


def _passages(
    visit: Visit, page: Page, records: list[Record], here: tuple[int, int] | None
) -> list[Passage]:
    marks = [mark for record in records for mark in marks_of(record)]
    ordered = sorted(records, key=lambda record: (record.evidence.start, record.evidence.end))
    starts = [record.evidence.start for record in ordered]
    passages = []
    for zone in page.zones:
        drawn = ordered[bisect_left(starts, zone.start) : bisect_left(starts, zone.end)]
        passages.append(_passage(visit, page, zone, drawn, (marks, here)))
    return passages


def _passage(
    visit: Visit,
    page: Page,
    zone: Zone,
    drawn: list[Record],
    over: tuple[Sequence[Mark], tuple[int, int] | None],
) -> Passage:
    # A promise's card tells its event too: one card for the two.
    told = {record.event for record in drawn if isinstance(record, Commitment)}
    cards = [one for one in drawn if not isinstance(one, _CHIPS) and one.id not in told]
    chips = {one.evidence.text: one for one in reversed(drawn) if isinstance(one, _CHIPS)}
    return Passage(
        zone,
        segments(page.text, zone.start, zone.end, *over),
        tuple(cards_of(visit, cards)),
        tuple(cards_of(visit, reversed(chips.values()))),
    )


def _here(visit: Visit, page: Page) -> tuple[int, int] | None:
    start, end = whole(visit.asked("start"), -1), whole(visit.asked("end"), -1)
    return (start, end) if 0 <= start < end <= len(page.text) else None


def _own_title(page: Page) -> int | None:
    """Return where the headline begins that is the page's title, word for word, or None."""
    for zone in page.zones_of(("headline",)):
        if " ".join(page.text[zone.start : zone.end].split()) == " ".join(
            (page.title or "").split()
        ):
            return zone.start
    return None


def _pointed(page: Page, here: tuple[int, int] | None) -> str | None:
    """Return the id of the comment that holds the pointed-to words, or None."""
    if here is None:
        return None
    for comment in page.thread:
        if comment.evidence.start <= here[0] < comment.evidence.end:
            return comment.id
    return None


def _fits(visit: Visit, head: PageHead) -> bool:
    asked = visit.asked
    published = head.published.value if head.published else ""
    return (
        (not asked("outlet") or head.outlet == asked("outlet"))
        and (not asked("language") or head.language == asked("language"))
        and (not asked("year") or published[:4] == asked("year"))
        and asked("title").casefold() in title_of(head).casefold()
    )


def _years(visit: Visit) -> list[str]:
    heads = visit.heads().values()
    return sorted({head.published.value[:4] for head in heads if head.published})
