"""Pages: the list, and one page as text with its evidence marked and its thread below."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Commitment, Mention, Page, Record, Time, Zone
from onrecord.story import PageHead
from onrecord.web import labels
from onrecord.web.cards import Card, build_cards
from onrecord.web.list_tables import ListTable
from onrecord.web.marks import Mark, MarkIndex, Segment, cut_segments, iter_marks
from onrecord.web.paging import paginate, parse_whole_number
from onrecord.web.render import get_title
from onrecord.web.room import ViewModel, Visit
from onrecord.web.trees import build_tree
from onrecord.web.values import load_referred


@dataclass(frozen=True, slots=True)
class Passage:
    """One zone: its segments, and its records: cards in the margin, and short chips."""

    zone: Zone
    segments: tuple[Segment, ...]
    cards: tuple[Card, ...]
    chips: tuple[Card, ...]


def show_list(visit: Visit) -> ViewModel:
    """Show the pages by publication day, filtered by outlet, language, year and words of the title."""
    data = {
        "heads": paginate(_list_wanted(visit), visit.read_field("page")),
        "outlets": visit.list_outlets(),
        "languages": visit.get_cached("languages", lambda: _list_languages(visit)),
        "years": visit.get_cached("years", lambda: _list_years(visit)),
    }
    return ViewModel("pages.html", "Pages", data)


def list_table(visit: Visit) -> ListTable:
    """Return the pages that the filters leave."""
    return ListTable("pages", _list_wanted(visit))


_FIELDS = ("outlet", "language", "year", "title")
"""Fields of the address that say which pages are wanted."""


def _list_wanted(visit: Visit) -> list[PageHead]:
    def choose() -> list[PageHead]:
        return [head for head in visit.get_heads().values() if _is_wanted(visit, head)]

    return visit.get_list("pages", _FIELDS, choose)


def _list_languages(visit: Visit) -> list[str]:
    return sorted({head.language for head in visit.get_heads().values() if head.language})


def show_page(visit: Visit) -> ViewModel:
    """Show one page; `start` and `end` point to words of it, `hide` names kinds not to be marked.

    Raises:
        NotFound: if there is no such page.

    """
    page = visit.story.page(visit.names["id"])
    head = visit.story.head(page.id)
    records = _list_records(visit, page)
    visit.records_by_id.update({record.id: record for record in records})
    visit.records_by_id.update({comment.id: comment for comment in page.thread})
    here = _read_pointed_span(visit, page)
    passages = _build_passages(visit, page, records, here)
    data = {
        "head": head,
        "page": page,
        "own_title": _find_title_headline(page),
        "passages": [one for one in passages if one.zone.role not in _ROLES_SHOWN_APART],
        "furniture": [one for one in passages if one.zone.role == "furniture"],
        "branches": build_tree(page.thread),
        "kinds": _count_kinds(records),
        "hidden": set(visit.query.getlist("hide")) & set(labels.KINDS),
        "here": here,
        "pointed": _find_pointed_comment(page, here),
        "links": visit.story.links(of=page.id),
        "heads": visit.get_heads(),
    }
    return ViewModel("page.html", get_title(head), data)


_ROLES_SHOWN_APART = frozenset({"comment", "furniture"})
_CHIP_TYPES = (Time, Mention)
"""Types of records that are too many and too small for a card each in the margin."""


def _list_records(visit: Visit, page: Page) -> list[Record]:
    return [record for kind in labels.KINDS for record in visit.story.records(kind, page=page.id)]


def _count_kinds(records: list[Record]) -> dict[str, int]:
    counts = Counter(labels.KIND_OF_TYPE[type(record).__name__] for record in records)
    return {kind: counts[kind] for kind in labels.KINDS}


def _build_passages(
    visit: Visit, page: Page, records: list[Record], here: tuple[int, int] | None
) -> list[Passage]:
    marks = MarkIndex(mark for record in records for mark in iter_marks(record))
    load_referred(visit, records)
    ordered = sorted(records, key=lambda record: (record.evidence.start, record.evidence.end))
    starts = [record.evidence.start for record in ordered]
    passages = []
    for zone in page.zones:
        inside = ordered[bisect_left(starts, zone.start) : bisect_left(starts, zone.end)]
        over = marks.find_over(zone.start, zone.end)
        passages.append(_build_passage(visit, page, zone, inside, (over, here, visit.anchors)))
    return passages


def _build_passage(
    visit: Visit,
    page: Page,
    zone: Zone,
    records: list[Record],
    over: tuple[Sequence[Mark], tuple[int, int] | None, Sequence[tuple[int, int]]],
) -> Passage:
    # A promise's card shows its event too: one card for both.
    promised = {record.event for record in records if isinstance(record, Commitment)}
    cards = [one for one in records if not isinstance(one, _CHIP_TYPES) and one.id not in promised]
    chips = {one.evidence.text: one for one in reversed(records) if isinstance(one, _CHIP_TYPES)}
    return Passage(
        zone,
        cut_segments(page.text, zone.start, zone.end, *over),
        tuple(build_cards(visit, cards)),
        tuple(build_cards(visit, reversed(chips.values()))),
    )


def _read_pointed_span(visit: Visit, page: Page) -> tuple[int, int] | None:
    start, end = (
        parse_whole_number(visit.read_field("start"), -1),
        parse_whole_number(visit.read_field("end"), -1),
    )
    return (start, end) if 0 <= start < end <= len(page.text) else None


def _find_title_headline(page: Page) -> int | None:
    """Return where the headline begins that is word for word the page's title, or None."""
    for zone in page.zones_of(("headline",)):
        if " ".join(page.text[zone.start : zone.end].split()) == " ".join(
            (page.title or "").split()
        ):
            return zone.start
    return None


def _find_pointed_comment(page: Page, here: tuple[int, int] | None) -> str | None:
    """Return the id of the comment that contains the words pointed to, or None."""
    if here is None:
        return None
    for comment in page.thread:
        if comment.evidence.start <= here[0] < comment.evidence.end:
            return comment.id
    return None


def _is_wanted(visit: Visit, head: PageHead) -> bool:
    field = visit.read_field
    published = head.published.value if head.published else ""
    return (
        (not field("outlet") or head.outlet == field("outlet"))
        and (not field("language") or head.language == field("language"))
        and (not field("year") or published[:4] == field("year"))
        and field("title").casefold() in get_title(head).casefold()
    )


def _list_years(visit: Visit) -> list[str]:
    heads = visit.get_heads().values()
    return sorted({head.published.value[:4] for head in heads if head.published})
