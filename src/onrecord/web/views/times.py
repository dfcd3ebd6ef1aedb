"""Times: the dates, times of day, lengths and repeated times that pages state, with the value read of each."""

from __future__ import annotations

from onrecord.link.comparison.day_intervals import read_interval, read_time_interval
from onrecord.records import Time
from onrecord.web.cards import build_card
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.room import ViewModel, Visit
from onrecord.web.values import format_time

KINDS_OF_TIME = {
    "DATE": "days, months and years",
    "TIME": "times of day",
    "DURATION": "lengths of time",
    "SET": "repeated times",
}
"""What the types of TIMEX3 are, in words."""


def show(visit: Visit) -> ViewModel:
    """Show times by page's publication day, then in order of text; or, `order=day`, by the day they name."""
    listing = paginate(_list_wanted(visit), visit.read_field("page"))
    data = {
        "listing": listing,
        "cards": [(format_time(time), build_card(visit, time)) for time in listing.rows],
        "kinds": KINDS_OF_TIME,
        "outlets": visit.list_outlets(),
        "heads": visit.get_heads(),
    }
    return ViewModel("times.html", "Times", data)


def list_table(visit: Visit) -> ListTable:
    """Return the times that the filters leave."""
    return ListTable("times", _list_wanted(visit))


def _list_wanted(visit: Visit) -> list[Time]:
    times = [time for time in _list_times(visit) if _is_wanted(visit, time)]
    if visit.read_field("order") == "day":
        times.sort(key=_rank_by_day)
    return times


def _list_times(visit: Visit) -> list[Time]:
    def read() -> list[Time]:
        return [one for one in visit.story.records("times") if isinstance(one, Time)]

    return visit.room.get_cached("times", read)


def _rank_by_day(time: Time) -> tuple[bool, str]:
    """Return a sort key: the first day that a time may mean; those without a day last."""
    days = read_time_interval(time)
    return days is None, days.first.isoformat() if days else ""


def _is_wanted(visit: Visit, time: Time) -> bool:
    field = visit.read_field
    if field("type") not in {"", time.type} or (field("open") and time.value is not None):
        return False
    if field("outlet") and visit.get_heads()[time.evidence.page].outlet != field("outlet"):
        return False
    first, last = read_interval(field("from") or None), read_interval(field("to") or None)
    if first is None and last is None:
        return True
    days = read_time_interval(time)
    if days is None:
        return False
    return (first is None or days.last >= first.first) and (last is None or days.first <= last.last)
