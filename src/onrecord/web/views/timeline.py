"""The timeline: entries by day, with how exactly the day is known, their status, and how many reports there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records.event import ROOTS
from onrecord.timeline import Entry, build_timeline
from onrecord.web import labels
from onrecord.web.charts import count_by_year
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS


@dataclass(frozen=True, slots=True)
class YearEntries:
    """The entries of one year on this page of the list; `name` is "" where the year is not known."""

    name: str
    entries: list[Entry]


def show(visit: Visit) -> ViewModel:
    """Show the timeline, filtered by who, outlet, type, status and years."""
    entries = _list_wanted(visit)
    listing = paginate(entries, visit.read_field("page"))
    data = {
        "listing": listing,
        "years": _group_by_year(listing.rows),
        "bars": count_by_year(entry.day for entry in entries),
        "outlets": visit.list_outlets(),
        "types": ROOTS,
        "statuses": labels.STATUSES,
        "heads": visit.get_heads(),
        "people": visit.get_cached("offered", lambda: _list_offered(visit)),
    }
    return ViewModel("timeline.html", "Timeline", data)


def list_table(visit: Visit) -> ListTable:
    """Return the entries that the filters leave."""
    return ListTable("timeline", _list_wanted(visit))


def _list_offered(visit: Visit) -> list[tuple[str, str]]:
    """Return the id and name of each entity that can be chosen."""
    return [(who.id, who.name) for who in visit.story.who(THRESHOLDS.entities_offered)]


def _list_wanted(visit: Visit) -> tuple[Entry, ...]:
    return tuple(_filter_entries(visit, _build_entries(visit)))


def _build_entries(visit: Visit) -> tuple[Entry, ...]:
    """Return the entries of whom and of the days that are asked for; only what can be asked for is a list of its own."""
    who = visit.read_field("who") or None
    start, end = _read_day(visit.read_field("from")), _read_day(visit.read_field("to"))
    if who is not None and ((found := visit.find_entity(who)) is None or found.id != who):
        return ()
    return visit.room.get_cached(
        ("timeline", who, start, end),
        lambda: build_timeline(visit.story, start=start, end=end, who=who),
    )


def _read_day(written: str) -> str | None:
    """Return a day, month or year as written; None for what is none."""
    is_day = len(written) <= len("2019-05-03") and read_interval(written) is not None
    return written if is_day else None


def _filter_entries(visit: Visit, entries: Iterable[Entry]) -> Iterable[Entry]:
    status, outlet, type_ = (
        visit.read_field("status"),
        visit.read_field("outlet"),
        visit.read_field("type"),
    )
    heads = visit.get_heads()
    types = _read_event_types(visit) if type_ else {}
    for entry in entries:
        if status and entry.status != status:
            continue
        if outlet and not any(heads[page].outlet == outlet for page in entry.pages):
            continue
        if type_ and not any(types.get(event) == type_ for event in entry.events):
            continue
        yield entry


def _read_event_types(visit: Visit) -> dict[str, str | None]:
    def read() -> dict[str, str | None]:
        return {row["id"]: row["type"] for row in visit.story.rows("SELECT id, type FROM events")}

    return visit.room.get_cached("types", read)


def _group_by_year(entries: Iterable[Entry]) -> list[YearEntries]:
    years: list[YearEntries] = []
    for entry in entries:
        name = (entry.day or "")[:4]
        if not years or years[-1].name != name:
            years.append(YearEntries(name, []))
        years[-1].entries.append(entry)
    return years
