"""By when something was promised: whether a time in a promise is its due time.

In: a time, the promise it stands in, the page's day. Out: yes or no. Out of scope: the time's value.
"""

from __future__ import annotations

import re

from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records import Commitment, Time

_LOOKS_BACK = re.compile(r"\b(?:ago|since|last|earlier|previous|yesterday)\b", re.IGNORECASE)


def is_due(time: Time, promise: Commitment, published: str | None) -> bool:
    """Return whether a time is by when something was promised.

    "Promised 13 months ago" and "for the first time since 2009" look back from a page that came
    later; "would open before the end of 2018", told in 2019, is a due time for all that.
    """
    reach, printed = read_interval(time.value), read_interval(published)
    if reach is None or printed is None or reach.last >= printed.first:
        return True
    before = promise.evidence.text[: max(0, time.evidence.start - promise.evidence.start)]
    return not _LOOKS_BACK.search(f"{before[-8:]}{time.evidence.text}")
