"""The date in a page's address: `/2016/03/08/`, `/2016/mar/08/`, `-20160308-`.

In: an address. Out: a day or month, known by "url". Out of scope: whether it is the day of publication (most often it
is, to a day).
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.records import Dated
from onrecord.records.address import split_address

_SEPARATED_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?|[a-z]{3})(?:[/-](?P<day>\d\d?))?(?=[/-]|$)",
    re.IGNORECASE,
)
_COMPACT_DATE = re.compile(r"(?<![\d])((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")


def read_url_date(url: str | None) -> Dated | None:
    """Return the day or month that a URL's path states (`/2016/03/08/`), or None."""
    path = unquote(split_address(url).path)
    for match in _SEPARATED_DATE.finditer(path):
        parts = [part for part in match.group("year", "month", "day") if part]
        stamp = "-".join(parts) if match["month"].isdecimal() else " ".join(reversed(parts))
        if value := parse_timestamp(stamp):
            return Dated(value, "url")
    for match in _COMPACT_DATE.finditer(path):
        if value := parse_timestamp("".join(match.groups())):
            return Dated(value, "url")
    return None
