"""The timeline: days as cards with what each page reports of them; it opens in the story's own years, and zooms.

In: a visit. Out: cards by day on this sheet, with what lies before and after the story's own years folded. Out of scope:
which events are one entry, and on which day (`onrecord.timeline`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records import Event
from onrecord.records.event import ROOTS
from onrecord.records.shortening import cut_text
from onrecord.timeline import Entry, build_timeline
from onrecord.web import labels
from onrecord.web.facets import Choice, Facet, filter_rows
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.people import list_offered_names, map_involved, match_people
from onrecord.web.render import build_words_address, format_count, get_title
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS
from onrecord.web.values import find_record
from onrecord.web.zoom import (
    Zoom,
    build_zoom,
    find_own_years,
    is_inside,
    may_be_inside,
    read_stretch,
)


@dataclass(frozen=True, slots=True)
class Report:
    """One page's words on an entry: who published them, when (ISO), and where they stand."""

    outlet: str
    published: str | None
    href: str


@dataclass(frozen=True, slots=True)
class EntryCard:
    """An entry with its reports, and how many more of them there are than are shown."""

    entry: Entry
    reports: tuple[Report, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DayCard:
    """What happened on one day, or in a month or year known no better; `day` is None where it is not known."""

    day: str | None
    sureness: str
    entries: tuple[EntryCard, ...]


@dataclass(frozen=True, slots=True)
class YearCards:
    """The days of one year on this sheet; `name` is "" where the list is in another order, or the year is not known."""

    name: str
    days: tuple[DayCard, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Entries that stand beside the ones shown: how many, cards of the first of them, and the fields that show all if these are not."""

    heading: str
    total: int
    years: tuple[YearCards, ...]
    fields: dict[str, str] | None


_Folded = tuple[str, tuple[Entry, ...], dict[str, str]]
"""A heading with a place for the count, the entries, and the fields that show them all."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The entries that the address leaves: those shown, those folded before and after, and the filters."""

    shown: tuple[Entry, ...]
    before: tuple[_Folded, ...]
    after: tuple[_Folded, ...]
    choices: tuple[Choice, ...]
    counted: tuple[Entry, ...]

    def list_all(self) -> tuple[Entry, ...]:
        """Return the entries shown and folded, in order."""
        folded = [
            [one for _, entries, _ in folds for one in entries]
            for folds in (self.before, self.after)
        ]
        return (*folded[0], *self.shown, *folded[1])


def show(visit: Visit) -> ViewModel:
    """Show the timeline, filtered by who, outlet, type, status, number of reports and days; zoomed by year and month."""
    wanted = _list_wanted(visit)
    listing = paginate(wanted.shown, visit.read_field("page"))
    is_first, is_last = listing.number == 1, listing.number == listing.page_count
    data = {
        "listing": listing,
        "total": len(wanted.list_all()),
        "years": _group_by_year(visit, listing.rows),
        "before": [_build_fold(visit, *one) for one in wanted.before if is_first],
        "after": [_build_fold(visit, *one) for one in wanted.after if is_last],
        "zoom": _build_zoom(visit, wanted),
        "choices": wanted.choices,
        "statuses": labels.STATUSES,
        "people": match_people(visit, visit.read_field("who")),
        "offered": list_offered_names(visit),
        "not_days": [
            written
            for name in ("from", "to")
            if (written := visit.read_field(name)) and _read_day(written) is None
        ],
        "by_weight": _is_by_weight(visit),
    }
    return ViewModel("timeline.html", "Timeline", data)


def list_table(visit: Visit) -> ListTable:
    """Return the entries that the filters leave, those that are folded on screen too."""
    return ListTable("timeline", _list_wanted(visit).list_all())


def _list_wanted(visit: Visit) -> _Wanted:
    facets, entries = _list_facets(visit), _list_entries(visit)
    counted, choices = filter_rows(entries, facets, visit.read_field)
    first, last = (read_interval(_read_day(visit.read_field(name))) for name in ("from", "to"))
    if visit.read_field("undated"):
        undated = [one for one in entries if one.day is None]
        shown, choices = filter_rows(undated, facets, visit.read_field)
        return _Wanted(_order(visit, shown), (), (), choices, tuple(counted))
    if first is not None or last is not None:
        near = [one for one in entries if may_be_inside(one.day, first, last)]
        found, choices = filter_rows(near, facets, visit.read_field)
        sure = [one for one in found if is_inside(one.day, first, last)]
        unsure = tuple(one for one in found if not is_inside(one.day, first, last))
        heading = "{} that may be of these days: only the month or year is known"
        after: tuple[_Folded, ...] = ((heading, unsure, {}),) if unsure else ()
        return _Wanted(_order(visit, sure), (), after, choices, tuple(counted))
    if _is_by_weight(visit):
        return _Wanted(_order(visit, counted), (), (), choices, tuple(counted))
    return _fold_background(visit, counted, choices)


def _fold_background(visit: Visit, entries: list[Entry], choices: tuple[Choice, ...]) -> _Wanted:
    """Return the entries of the story's own years, those of other years and of no known day folded beside them."""
    own = _find_own(visit)
    years = [int(one.day[:4]) if one.day else None for one in entries]
    if own is None or not any(year is not None and own[0] <= year <= own[1] for year in years):
        return _Wanted(tuple(entries), (), (), choices, tuple(entries))
    paired = list(zip(entries, years, strict=True))
    early = tuple(one for one, year in paired if year is not None and year < own[0])
    late = tuple(one for one, year in paired if year is not None and year > own[1])
    undated = tuple(one for one, year in paired if year is None)
    shown = tuple(one for one, year in paired if year is not None and own[0] <= year <= own[1])
    before = (("Background: {} of " + _name_years(early), early, {"to": str(own[0] - 1)}),)
    after = (
        (
            "Later than the story’s own years: {} of " + _name_years(late),
            late,
            {"from": str(own[1] + 1)},
        ),
        ("{} of no known day", undated, {"undated": "yes"}),
    )
    return _Wanted(
        shown,
        tuple(one for one in before if one[1]),
        tuple(one for one in after if one[1]),
        choices,
        tuple(entries),
    )


def _name_years(entries: Sequence[Entry]) -> str:
    years = sorted({one.day[:4] for one in entries if one.day})
    return years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}" if years else ""


def _list_entries(visit: Visit) -> tuple[Entry, ...]:
    """Return all entries in order of day; none where the address asks for somebody who is not there."""
    if visit.read_field("who") and not match_people(visit, visit.read_field("who")):
        return ()
    return visit.room.get_cached(
        ("timeline", None, None, None), lambda: build_timeline(visit.story)
    )


def _find_own(visit: Visit) -> tuple[int, int] | None:
    published = [head.published.value for head in visit.get_heads().values() if head.published]
    return find_own_years(published)


def _build_zoom(visit: Visit, wanted: _Wanted) -> Zoom | None:
    if visit.read_field("undated"):
        return None
    start, end = _read_day(visit.read_field("from")), _read_day(visit.read_field("to"))
    stretch = read_stretch(start, end)
    days = [one.day for one in wanted.counted]
    if stretch is not None or (start is None and end is None):
        return build_zoom(days, stretch, _find_own(visit))
    first, last = read_interval(start), read_interval(end)
    return build_zoom([day for day in days if may_be_inside(day, first, last)], None, None)


def _list_facets(visit: Visit) -> tuple[Facet[Entry], ...]:
    heads, types = visit.get_heads(), _read_event_types(visit)
    involved = map_involved(visit, "events")
    people = frozenset(who.id for who in match_people(visit, visit.read_field("who")))
    asked = visit.read_field("who")

    def find_asked(entry: Entry) -> tuple[str, ...]:
        return (
            (asked,) if any(people & involved.get(one, frozenset()) for one in entry.events) else ()
        )

    return (
        Facet("status", "Status", lambda one: (one.status,), labels.STATUSES),
        Facet(
            "type",
            "Type",
            lambda one: tuple(filter(None, (types.get(event) for event in one.events))),
            {root: root for root in ROOTS},
        ),
        Facet(
            "outlet",
            "Outlet",
            lambda one: tuple(filter(None, (heads[page].outlet for page in one.pages))),
        ),
        Facet(
            "reports",
            "Independent reports",
            lambda one: tuple(str(least) for least in (2, 3) if one.reports >= least),
            {"2": "two or more", "3": "three or more"},
            "any number",
        ),
        # Whom is written, not chosen: the filter has no values to show.
        Facet("who", "Who", find_asked),
    )


def _order(visit: Visit, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    if not _is_by_weight(visit):
        return tuple(entries)
    return tuple(sorted(entries, key=lambda one: (-one.score, one.events)))


def _is_by_weight(visit: Visit) -> bool:
    return visit.read_field("order") == "weight"


def _read_day(written: str) -> str | None:
    """Return a day, month or year as written; None for what is none."""
    is_day = len(written) <= len("2019-05-03") and read_interval(written) is not None
    return written if is_day else None


def _read_event_types(visit: Visit) -> dict[str, str | None]:
    def read() -> dict[str, str | None]:
        return {row["id"]: row["type"] for row in visit.story.rows("SELECT id, type FROM events")}

    return visit.room.get_cached("types", read)


def _build_fold(
    visit: Visit, heading: str, entries: tuple[Entry, ...], fields: dict[str, str]
) -> Fold:
    shown = entries[: THRESHOLDS.rows_per_page] if fields else entries
    counted = format_count(len(entries), "entry", "entries")
    more = fields if len(shown) < len(entries) else None
    return Fold(heading.format(counted), len(entries), _group_by_year(visit, shown), more)


def _group_by_year(visit: Visit, entries: Sequence[Entry]) -> tuple[YearCards, ...]:
    if _is_by_weight(visit):
        days = tuple(DayCard(one.day, one.sureness, (_build_card(visit, one),)) for one in entries)
        return (YearCards("", days),) if days else ()
    return tuple(
        YearCards(year, _group_by_day(visit, tuple(of_year)))
        for year, of_year in groupby(entries, key=lambda entry: (entry.day or "")[:4])
    )


def _group_by_day(visit: Visit, entries: Sequence[Entry]) -> tuple[DayCard, ...]:
    def get_day(entry: Entry) -> tuple[str | None, bool]:
        return entry.day, entry.sureness == "before_published"

    # On one day, what is known to be of it stands before what is only known to be no later.
    ordered = sorted(entries, key=lambda entry: (entry.day or "", get_day(entry)[1], -entry.score))
    return tuple(
        DayCard(day, cards[0].sureness, tuple(_build_card(visit, one) for one in cards))
        for (day, _), of_day in groupby(ordered, key=get_day)
        if (cards := tuple(of_day))
    )


def _build_card(visit: Visit, entry: Entry) -> EntryCard:
    """Return an entry with the first words on it of each page that reports it."""
    looked_at = entry.events[: THRESHOLDS.events_per_entry]
    events = [one for id_ in looked_at if isinstance(one := find_record(visit, id_), Event)]
    by_page: dict[str, Event] = {}
    for event in sorted(events, key=lambda one: one.evidence.start):
        by_page.setdefault(event.evidence.page, event)
    shown = [by_page[page] for page in entry.pages if page in by_page]
    shown = shown[: THRESHOLDS.reports_per_entry]
    return EntryCard(
        entry, tuple(_build_report(visit, one) for one in shown), len(entry.pages) - len(shown)
    )


def _build_report(visit: Visit, event: Event) -> Report:
    at, head = event.evidence, visit.get_heads()[event.evidence.page]
    href = build_words_address(at.page, at.start, at.end)
    published = head.published.value[:10] if head.published else None
    name = head.outlet or cut_text(get_title(head), THRESHOLDS.first_words_chars)
    return Report(name, published, href)
