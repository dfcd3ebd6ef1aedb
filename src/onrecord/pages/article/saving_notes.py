"""What the program that saved a page wrote into it: the address it was saved from, and when.

In: a page's source and its first tags. Out: a `SavingNote`. Read are the comments and attributes of browsers ("saved from
url"), SingleFile, monolith, HTTrack, Save Page WE and WebScrapBook. Out of scope: what the page states itself, which
comes first (`metadata`).

Source: Mark of the Web (Microsoft), and the files that the named programs write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.tree import PageTree

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_WEB_ADDRESS = re.compile(
    r"https?://[^\s/<>\"']+\.[^\s<>\"']+|https?://localhost[^\s<>\"']*", re.IGNORECASE
)
_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)\s*(?P<url>\S+)", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"\s*(?:page|archive) (?:saved|processed) (?:with|by) singlefile\b.*?\burl:\s*(?P<url>\S+)"
    r"(?:.*?\bsaved date:\s*(?P<day>[^\n]+))?",
    re.IGNORECASE | re.DOTALL,
)
_MONOLITH = re.compile(
    r"\s*saved from (?P<url>\S+) at (?P<day>\S+) using monolith\b", re.IGNORECASE
)
_HTTRACK = re.compile(
    r"\s*mirrored from (?P<url>\S+) by httrack\b[^,]*(?:,\s*(?P<day>[^\n]+))?", re.IGNORECASE
)
_NO_PAGE = "://internet.e-mail"
"""What stands for an address where an HTML attachment of a mail was saved."""
_NOTES = (_SINGLE_FILE, _MONOLITH, _HTTRACK, _SAVED_FROM)
_ADDRESS_NAMES = ("savepage-url", "savepage-from")
_DAY_NAME = "savepage-date"
_ADDRESS_ATTRIBUTE, _DAY_ATTRIBUTE = "data-scrapbook-source", "data-scrapbook-create"
_COMPACT_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d*")


@dataclass(frozen=True, slots=True)
class SavingNote:
    """Where a page was saved from, and when, as ISO 8601; None where that is not stated."""

    url: str | None = None
    fetched: str | None = None


def read_saving_note(source: str, tree: PageTree) -> SavingNote:
    """Return what the program that saved the page wrote into it.

    Args:
        source: the page as text.
        tree: the same page's tree.

    """
    for comment in _COMMENT.finditer(source[: THRESHOLDS.saving_note_chars]):
        for note in _NOTES:
            if match := note.match(comment[1]):
                groups = match.groupdict()
                return SavingNote(_read_address(groups["url"]), _read_day(groups.get("day")))
    stated = {
        tag.get("name"): tag.get("content") for kind, tag in tree.scan.head_tags if kind == "meta"
    }
    root = tree.elements[0].attributes if tree.elements else {}
    addresses = [*(stated.get(name) for name in _ADDRESS_NAMES), root.get(_ADDRESS_ATTRIBUTE)]
    days = [
        stated.get(_DAY_NAME),
        _COMPACT_TIME.sub(r"\1-\2-\3T\4:\5:\6Z", root.get(_DAY_ATTRIBUTE, "")),
    ]
    return SavingNote(
        next(filter(None, map(_read_address, addresses)), None),
        next(filter(None, map(_read_day, days)), None),
    )


def _read_address(written: str | None) -> str | None:
    """Return an address of the Web; HTTrack leaves out its scheme."""
    if not written:
        return None
    written = (
        written if "://" in written or ":" in written.partition("/")[0] else f"http://{written}"
    )
    return written if _WEB_ADDRESS.fullmatch(written) and _NO_PAGE not in written else None


def _read_day(written: str | None) -> str | None:
    return parse_timestamp(written) if written else None
