"""RSS and Atom feeds as captures: items that carry their full text.

In: a feed's bytes. Out: for each item with its content, a capture of text/html whose bytes are that content as UTF-8, with
address, title and date as the feed states them; for others a `Skipped`. Out of scope: items' pages, which are not fetched.
Needs the extra `feed`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import ReadError
from onrecord.readers.opened_file import OpenedFile
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import Capture, Skipped, Stated
from onrecord.records.ids import hash_sha256

_CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)


def read_feed(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield a capture for each item of a feed that carries its text.

    Raises:
        ReadError: `no_reader` without the extra, `broken` or `empty`, else as `OpenedFile.read_data`.

    """
    feed = _parse_feed(opened)
    if not feed.entries:
        raise ReadError("empty", f"{opened.shown}: a feed without items")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, start=1):
        path = f"{opened.shown}#{number}"
        content = _find_content(entry)
        if not content:
            yield Skipped(
                path, "no_content", f"{path}: the item has no text; save its page instead"
            )
            continue
        data = content.encode("utf-8", "replace")
        stated = _read_stated(entry, outlet)
        yield Capture(hash_sha256(data), data, path, "text/html", "utf-8", stated=stated)


def _parse_feed(opened: OpenedFile) -> Any:
    """Return what feedparser makes of a feed."""
    try:
        import feedparser
    except ImportError as error:
        message = f"{opened.shown}: a feed; to read it: pip install 'onrecord[feed]'"
        raise ReadError("no_reader", message) from error
    data = opened.read_data(opened.settings.max_parsed)
    if _CDATA.sub(b"", data).count(b"<") > THRESHOLDS.max_feed_tags:
        message = f"{opened.shown}: a feed of more than {THRESHOLDS.max_feed_tags:,} tags; split it"
        raise ReadError("too_large", message)
    try:
        return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, RecursionError, AssertionError) as error:
        # feedparser fails on references to half of a surrogate pair (&#xD800;) and the like.
        raise ReadError(
            "broken", f"{opened.shown}: a feed that can't be read; save it again"
        ) from error


def _read_stated(entry: Any, outlet: str | None) -> Stated:
    values = {
        "url": entry.get("link"),
        "outlet": outlet,
        "title": entry.get("title"),
        "published": _read_published(entry),
    }
    given = {name: value for name, value in values.items() if value}
    return Stated(**given, hows=tuple((name, "feed") for name in given))


def _find_content(entry: Any) -> str:
    """Return the item's longest content, or its summary if that is long enough to be the text; else ""."""
    parts = (part.get("value") or "" for part in entry.get("content", ()))
    longest = max(parts, key=len, default="")
    summary = entry.get("summary") or ""
    is_whole = len(summary) >= THRESHOLDS.min_summary_chars
    return str(longest or (summary if is_whole else ""))


def _read_published(entry: Any) -> str | None:
    parsed = entry.get("published_parsed")
    if parsed is None:
        return None
    try:
        moment = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment.isoformat().replace("+00:00", "Z")
