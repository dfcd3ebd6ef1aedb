"""What the readers give: captures, and how many inputs were skipped for which reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onrecord.readers import read
from onrecord.records import Capture, Skipped


def read_captures(*paths: Path | str, **given: Any) -> tuple[list[Capture], dict[str, int]]:
    """Return the captures in order, and the counts of skipped inputs by reason; each message is one line."""
    captures, counts = [], dict[str, int]()
    for item in read(paths, **given):
        if isinstance(item, Capture):
            captures.append(item)
        else:
            assert isinstance(item, Skipped)
            assert "\n" not in item.message
            counts[item.reason] = counts.get(item.reason, 0) + item.count
    return captures, counts
