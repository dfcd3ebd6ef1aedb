"""By when something was promised: whether a time in a promise is its due time.

In: a time, the promise that contains it, the page's day. Out: yes or no. Out of scope: the time's value.
"""

from __future__ import annotations

import re

from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records import Commitment, Time
from onrecord.web.thresholds import THRESHOLDS

_PAST_REFERENCE = re.compile(r"\b(?:ago|since|last|earlier|previous|yesterday)\b", re.IGNORECASE)


def is_due(time: Time, promise: Commitment, published: str | None) -> bool:
    """Return whether a time is the one by which something was promised.

    "Promised 13 months ago" and "for the first time since 2009" look back from a page that came
    later; "would open before the end of 2018" is a due time even on a page of 2019.
    """
    days, published_days = read_interval(time.value), read_interval(published)
    if days is None or published_days is None or days.last >= published_days.first:
        return True
    before = promise.evidence.text[: max(0, time.evidence.start - promise.evidence.start)]
    return not _PAST_REFERENCE.search(
        f"{before[-THRESHOLDS.past_reference_chars :]}{time.evidence.text}"
    )
