"""What was skipped and why, and the runs that made the story."""

from __future__ import annotations

from collections import Counter

from onrecord.web.paging import paged
from onrecord.web.room import Sheet, Visit


def show(visit: Visit) -> Sheet:
    """Show skipped captures, filtered by reason, and the runs, latest first."""
    skipped = visit.room.remember("skipped", visit.story.skipped)
    reason = visit.asked("reason")
    reasons: Counter[str] = Counter()
    for one in skipped:
        reasons[one.reason] += one.count
    data = {
        "sheet": paged([one for one in skipped if reason in {"", one.reason}], visit.asked("page")),
        "reasons": reasons.most_common(),
        "runs": visit.story.runs()[::-1][:SHOWN],
    }
    return Sheet("skipped.html", "Skipped", data)


SHOWN = 20
"""Runs listed."""
