"""Times: the dates, times of day, lengths and repeated times that pages state, with the value read of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from onrecord.link.comparison.day_intervals import read_interval, read_time_interval
from onrecord.records import Time
from onrecord.web.cards import build_card
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import ListPage, build_list_page, paginate
from onrecord.web.record_sheets import get_wanted_pages, read_sheet
from onrecord.web.room import ViewModel, Visit
from onrecord.web.values import find_record, format_time, load_records, load_referred

KINDS_OF_TIME = {
    "DATE": "days, months and years",
    "TIME": "times of day",
    "DURATION": "lengths of time",
    "SET": "repeated times",
}
"""What the types of TIMEX3 are, in words."""


def show(visit: Visit) -> ViewModel:
    """Show times by page's publication day, then in order of text; or, `order=day`, by the day they name."""
    listing = _list_by_day(visit) if visit.read_field("order") == "day" else _list_by_page(visit)
    load_referred(visit, listing.rows)
    data = {
        "listing": listing,
        "cards": [(format_time(time), build_card(visit, time)) for time in listing.rows],
        "kinds": KINDS_OF_TIME,
        "outlets": visit.list_outlets(),
        "heads": visit.get_heads(),
    }
    return ViewModel("times.html", "Times", data)


_FIELDS = ("type", "open", "outlet", "from", "to")
"""Fields of the address that say which times are wanted."""
_COUNT = "SELECT page, count(*) AS n FROM times WHERE (? = '' OR type = ?) AND (? = '' OR value IS NULL) GROUP BY page"


def list_table(visit: Visit) -> ListTable:
    """Return the times that the filters leave."""
    times = _list_wanted(visit)
    if visit.read_field("order") == "day":
        times.sort(key=_rank_by_day)
    return ListTable("times", times)


def _list_by_page(visit: Visit) -> ListPage[Time]:
    wanted = get_wanted_pages(visit, "times", _FIELDS, lambda: _count_wanted(visit))
    return read_sheet(visit, Time, "times", wanted, lambda time: _is_wanted(visit, time))


def _list_by_day(visit: Visit) -> ListPage[Time]:
    def order() -> list[str]:
        return [time.id for time in sorted(_list_wanted(visit), key=_rank_by_day)]

    ids = visit.get_list("times by day", _FIELDS, order)
    listing = paginate(ids, visit.read_field("page"))
    load_records(visit, listing.rows)
    found = (find_record(visit, id_) for id_ in listing.rows)
    times = [one for one in found if isinstance(one, Time)]
    return build_list_page(times, listing.total, visit.read_field("page"))


def _count_wanted(visit: Visit) -> Mapping[str, int]:
    """Return how many times are wanted of each page."""
    if visit.read_field("from") or visit.read_field("to"):
        return Counter(time.evidence.page for time in _list_wanted(visit))
    asked = [visit.read_field(name) for name in ("type", "open")]
    rows = visit.story.rows(_COUNT, [asked[0], asked[0], asked[1]])
    outlet, heads = visit.read_field("outlet"), visit.get_heads()
    return {
        row["page"]: row["n"] for row in rows if not outlet or heads[row["page"]].outlet == outlet
    }


def _list_wanted(visit: Visit) -> list[Time]:
    times = (one for one in visit.story.records("times") if isinstance(one, Time))
    return [time for time in times if _is_wanted(visit, time)]


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
