"""TimelineJS: the timeline's dated entries as its JSON.

Source: TimelineJS 3, "JSON format" (events with start_date, text, unique_id).
"""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from onrecord.story import Story
from onrecord.timeline import Entry, build_timeline


def write(story: Story, output: Path) -> list[Path]:
    """Write the entries whose day, month or year is known to the file `output`."""
    slides = [_slide(entry) for entry in build_timeline(story) if entry.day]
    output.write_text(
        json.dumps({"events": slides}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    return [output]


def _slide(entry: Entry) -> dict[str, Any]:
    names = ("year", "month", "day")
    date = dict(zip(names, (entry.day or "").split("-"), strict=False))
    known = "" if entry.sureness in names else " (reported by that day)"
    return {
        "start_date": date,
        "unique_id": "-".join(entry.events[:1]),
        "text": {
            "headline": html.escape(entry.text if len(entry.text) <= 90 else f"{entry.text[:89]}…"),
            "text": html.escape(f"{entry.status}{known}: {entry.text}"),
        },
    }
