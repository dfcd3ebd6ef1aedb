"""News as an Atom feed.

In: a `News` and its story. Out: the feed's bytes. Out of scope: publishing it; it is a file.

Source: RFC 4287 (The Atom Syndication Format); RFC 4122 for entries' ids, which stay the same as long as what they say rests on the same records.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from onrecord._version import __version__
from onrecord.changes.news_items import News, NewsItem
from onrecord.changes.thresholds import THRESHOLDS
from onrecord.errors import StoreError
from onrecord.records.address import is_web_address
from onrecord.records.shortening import cut_text
from onrecord.story import Run, Story

_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold."""
_NO_IRI = re.compile(r"[\\^`{|}]")
_TITLES = {
    "page": "New page",
    "happened": "Happened",
    "moved": "A figure moved",
    "disagrees": "Figures disagree",
    "promise": "A promise",
    "due": "A promise is due",
}


def write_feed(story: Story, news: News, output: Path) -> Path:
    """Write the news of a story as an Atom feed and return its file.

    Raises:
        StoreError: if `output` can't be written or is the story itself.

    """
    if output.exists() and output.samefile(story.path):
        raise StoreError(f"{output}: is the story itself; name another file")
    try:
        output.write_bytes(build_feed(story, news))
    except OSError as error:
        raise StoreError(
            f"{output}: can't be written ({error.strerror}); name another place"
        ) from error
    return output


def build_feed(story: Story, news: News) -> bytes:
    """Return the news as an Atom feed: entries of the latest runs first, each with the time of the run that brought it."""
    register_namespace("", _ATOM)
    runs = {run.id: run for run in story.runs()}
    items = sorted(news.items, key=lambda item: -item.run)[: THRESHOLDS.feed_entries]
    times = [_read_time(runs[item.run]) for item in items if item.run in runs]
    ends = [_read_time(run) for run in runs.values()]
    feed = Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", _build_id(_identify_story(story)))
    _add(feed, "title", f"What is new in {story.path.stem}")
    _add(feed, "updated", max(times or ends, default="1970-01-01T00:00:00+00:00"))
    _add(SubElement(feed, f"{{{_ATOM}}}author"), "name", "onrecord")
    _add(feed, "generator", "onrecord", version=__version__)
    for item, time in zip(items, times, strict=True):
        _add_entry(feed, item, time, _identify_story(story))
    text = tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entry(feed: Element, item: NewsItem, time: str, story: str) -> None:
    entry = SubElement(feed, f"{{{_ATOM}}}entry")
    _add(entry, "id", _build_id(story, item.kind, item.records or item.pages))
    label = _TITLES[item.kind]
    _add(entry, "title", f"{label}: {cut_text(item.text, THRESHOLDS.line_chars)}")
    _add(entry, "updated", time)
    _add(entry, "category", None, term=item.kind)
    url = item.url or ""
    if is_web_address(url) and not _NO_IRI.search(url):
        _add(entry, "link", None, rel="related", href=url)
    day = f"{item.day}: " if item.day else ""
    ids = ", ".join((*item.records, *item.pages))
    _add(entry, "content", f"{day}{item.text}\n\n{ids}", type="text")


def _add(parent: Element, name: str, text: str | None, **attributes: str) -> None:
    child = SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = None if text is None else _NO_XML.sub("\ufffd", text)


def _read_time(run: Run) -> str:
    return run.finished or run.started


def _identify_story(story: Story) -> str:
    """Return what tells a story from others, wherever its file lies: when its first run began, and its first page."""
    rows = story.rows("SELECT min(id) AS page FROM pages WHERE run = (SELECT min(run) FROM pages)")
    runs = story.runs()
    return f"{runs[0].started if runs else ''} {rows[0]['page']}"


def _build_id(story: str, kind: str = "", ids: Sequence[str] = ()) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(('onrecord', story, kind, *sorted(ids))))}"
