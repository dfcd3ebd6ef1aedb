"""TimelineJS: the dated entries of the timeline, one slide each, in a row for each status.

What is not stated as a fact has its status at the head of its slide, and a row (`group`) of its own.

Source: TimelineJS 3, "JSON format" (title, events with start_date, end_date, text, media, group, unique_id).
"""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any, BinaryIO

from onrecord.decisions import describe_decided
from onrecord.export.about import describe_export
from onrecord.export.event_words import STATUS_WORDS
from onrecord.export.json_text import write_json
from onrecord.export.thresholds import THRESHOLDS
from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records.address import is_web_address
from onrecord.records.event import REAL
from onrecord.story import UNTITLED, PageHead, SelectedStory
from onrecord.timeline import Entry
from onrecord.timeline.selected_entries import list_entries

_PARTS_OF_DAY = ("year", "month", "day")


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write the entries whose day, month or year is known to `stream`; `report` is told how many have none."""
    entries = list_entries(selected)
    dated = [entry for entry in entries if read_interval(entry.day) is not None]
    slides = [_build_slide(entry, number, selected) for number, entry in enumerate(dated)]
    write_json(
        {"scale": "human", "title": _build_title(selected), "events": slides},
        stream,
    )
    if len(dated) < len(entries):
        report(f"timelinejs: {len(entries) - len(dated)} entries of no known day left out")


def _list_marks(entry: Entry) -> str:
    """Return what people decided about an entry, in brackets; "" where nothing was."""
    return "".join(f" [{describe_decided(mark)}]" for mark in entry.decided)


def _build_title(selected: SelectedStory) -> dict[str, Any]:
    days = [head.published.value[:10] for head in selected.list_pages() if head.published]
    span = f"{len(selected.list_pages())} pages, {min(days)} to {max(days)}. " if days else ""
    about = "<br>".join(
        f"{html.escape(what)}: {html.escape(value)}" for what, value in describe_export(selected)
    )
    return {
        "unique_id": "title",
        "text": {
            "headline": html.escape(selected.story.title or UNTITLED),
            "text": f"<p>{span}{about}</p>",
        },
    }


def _build_slide(entry: Entry, number: int, selected: SelectedStory) -> dict[str, Any]:
    heads = [selected.heads[page] for page in entry.pages]
    told = entry.text if entry.told is None else entry.text[entry.told[0] : entry.told[1]]
    prefix = "" if entry.status in REAL else f"{STATUS_WORDS[entry.status]}: "
    by = " (reported by that day)" if entry.sureness == "before_published" else ""
    status = f"{STATUS_WORDS[entry.status]}{by}. "
    reports = f"{entry.reports} independent report{'s' if entry.reports != 1 else ''}"
    slide = {
        "start_date": _build_date(entry.day or ""),
        "unique_id": f"{number}-{'-'.join(entry.events[:1])}",
        "group": STATUS_WORDS[entry.status],
        "text": {
            "headline": html.escape(_shorten(prefix + told)),
            "text": f"<p>{html.escape(status)}{reports}: {_link_pages(heads)}{html.escape(_list_marks(entry))}</p>",
        },
        "media": _build_media(entry, heads[0]),
    }
    end = _find_end(entry.day)
    return slide | ({"end_date": end} if end else {})


def _build_date(day: str) -> dict[str, int]:
    """Return a day as numbers: TimelineJS shows "0070" as a year of four digits."""
    return {
        name: int(value) for name, value in zip(_PARTS_OF_DAY, day[:10].split("-"), strict=False)
    }


def _find_end(day: str | None) -> dict[str, int] | None:
    """Return the last day where an entry is of a month or year as a whole; None where it is of one day."""
    interval = read_interval(day)
    if interval is None or interval.first == interval.last:
        return None
    return _build_date(interval.last.isoformat())


def _build_media(entry: Entry, head: PageHead) -> dict[str, str]:
    """Return the exact words as TimelineJS's own kind of quotation, with the page they are from."""
    media = {
        "url": f"<blockquote>{html.escape(entry.text)}</blockquote>",
        "credit": html.escape(head.outlet or "outlet not known"),
        "caption": html.escape(_name_page(head)),
    }
    return media | ({"link": head.url} if head.url and is_web_address(head.url) else {})


def _link_pages(heads: list[PageHead]) -> str:
    return "; ".join(_link_page(head) for head in heads)


def _link_page(head: PageHead) -> str:
    name = html.escape(f"{head.outlet or 'outlet not known'}, {_name_page(head)}")
    if not (head.url and is_web_address(head.url)):
        return name
    return f'<a href="{html.escape(head.url)}" rel="noreferrer noopener">{name}</a>'


def _name_page(head: PageHead) -> str:
    return head.title or head.path.rpartition("/")[2]


def _shorten(text: str) -> str:
    if len(text) <= THRESHOLDS.headline_chars:
        return text
    return f"{text[: THRESHOLDS.headline_chars - 1]}…"
