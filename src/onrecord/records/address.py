"""Parsing of addresses (URLs) that may be malformed.

In: what a page, an archive or a manifest gives as an address. Out: its parts, all empty where it can't be parsed;
whether it is a web address. Out of scope: fetching it.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

_IMPOSSIBLE_IN_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f<>\"]")


def split_address(address: str | None) -> SplitResult:
    """Return the parts of `address`; all are empty where it can't be one (`http://[::1`)."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return SplitResult("", "", "", "", "")


def is_web_address(address: str) -> bool:
    """Return whether `address` is an http or https address with a host and no character that an address can't have.

    Examples:
        >>> is_web_address("https://n.example/a"), is_web_address("n.example/a")
        (True, False)

    """
    parts = split_address(address)
    sound = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return sound and _IMPOSSIBLE_IN_ADDRESS.search(address) is None
