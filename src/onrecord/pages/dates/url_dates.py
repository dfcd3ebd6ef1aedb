"""The day that an address states: `/2016/03/08/`, `/2016/mar/08/`, `-20160308-`.

In: an address. Out: a day or month, known by "url". Out of scope: whether it is the day of publication (most often
it is, to a day).
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.records import Dated
from onrecord.records.address import split_address

_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})(?:[/-](\d\d?))?(?=[/-]|$)", re.IGNORECASE
)
_URL_PACKED = re.compile(r"(?<![\d])((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")


def read_url_date(url: str | None) -> Dated | None:
    """Return the day or month that a URL's path states (`/2016/03/08/`), or None."""
    path = unquote(split_address(url).path)
    for found in _URL_DAY.finditer(path):
        words = " ".join(part for part in (found[3], found[2], found[1]) if part)
        if found[2].isdecimal():
            words = "-".join(part for part in found.groups() if part)
        if value := parse_timestamp(words):
            return Dated(value, "url")
    for found in _URL_PACKED.finditer(path):
        if value := parse_timestamp("".join(found.groups())):
            return Dated(value, "url")
    return None
