"""TimelineJS: the dated entries of the timeline, one slide each.

Source: TimelineJS 3, "JSON format" (events with start_date, text, unique_id).
"""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from onrecord.decisions import describe_decided
from onrecord.export.thresholds import THRESHOLDS
from onrecord.story import Story
from onrecord.timeline import Entry, build_timeline


def write(story: Story, output: Path) -> list[Path]:
    """Write the entries whose day, month or year is known to the file `output`."""
    slides = [_build_slide(entry) for entry in build_timeline(story) if entry.day]
    output.write_text(
        json.dumps({"events": slides}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    return [output]


def _list_marks(entry: Entry) -> str:
    """Return what people decided about an entry, in brackets; "" where nothing was."""
    return "".join(f" [{describe_decided(mark)}]" for mark in entry.decided)


def _build_slide(entry: Entry) -> dict[str, Any]:
    names = ("year", "month", "day")
    date = dict(zip(names, (entry.day or "").split("-"), strict=False))
    note = "" if entry.sureness in names else " (reported by that day)"
    headline = entry.text
    if len(headline) > THRESHOLDS.headline_chars:
        headline = f"{headline[: THRESHOLDS.headline_chars - 1]}…"
    return {
        "start_date": date,
        "unique_id": "-".join(entry.events[:1]),
        "text": {
            "headline": html.escape(headline),
            "text": html.escape(f"{entry.status}{note}: {entry.text}{_list_marks(entry)}"),
        },
    }
