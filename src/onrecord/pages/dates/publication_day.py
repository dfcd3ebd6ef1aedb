"""The publication day of a page, where several are known.

In: what was stated beside the capture, and the days that were found in the page, the surest first. Out: the day that counts, with how it is
known, or None. Out of scope: finding days in markup and text (`onrecord.pages.article`, `onrecord.pages.flat`) and in addresses
(`url_dates`).
"""

from __future__ import annotations

from onrecord.records.capture import Stated
from onrecord.records.page import Dated


def choose_publication_day(stated: Stated, *found: Dated | None) -> Dated | None:
    """Return the day stated beside the capture, else the first of those found in the page, or None.

    Args:
        stated: what a caller, manifest, feed or crawler states.
        found: days of the page: in its metadata, then shown to readers, then in its address.

    """
    if stated.published:
        return Dated(stated.published, stated.how_of("published"))
    return next((day for day in found if day is not None), None)
