"""What was skipped and why, and the runs that made the story."""

from __future__ import annotations

from collections import Counter

from onrecord.records import Skipped
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS


def show(visit: Visit) -> ViewModel:
    """Show skipped captures, filtered by reason, and the runs, latest first."""
    skipped = visit.room.get_cached("skipped", visit.story.skipped)
    reasons: Counter[str] = Counter()
    for one in skipped:
        reasons[one.reason] += one.count
    data = {
        "listing": paginate(_list_wanted(visit), visit.read_field("page")),
        "reasons": reasons.most_common(),
        "runs": visit.story.runs()[::-1][: THRESHOLDS.runs_shown],
    }
    return ViewModel("skipped.html", "Skipped", data)


def list_table(visit: Visit) -> ListTable:
    """Return what was skipped for the reason that the filter names."""
    return ListTable("skipped", _list_wanted(visit))


def _list_wanted(visit: Visit) -> list[Skipped]:
    skipped = visit.room.get_cached("skipped", visit.story.skipped)
    reason = visit.read_field("reason")
    return [one for one in skipped if reason in {"", one.reason}]
