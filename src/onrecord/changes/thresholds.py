"""Thresholds of what changed: how much a run's end and a feed say."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class ChangeThresholds:
    """Bounds of what is told of changes; `onrecord news` tells the rest."""

    shown_after_run: int = define_threshold(
        3, "lines", "lines of each kind of news that a run ends with", "by hand: a few lines in all"
    )
    line_chars: int = define_threshold(
        160,
        "characters",
        "how much of a record's words a line shows",
        "by hand: one or two lines on a terminal",
    )
    feed_entries: int = define_threshold(
        500,
        "entries",
        "entries of a feed, the latest",
        "limit: size of a file that is fetched often",
    )


THRESHOLDS = ChangeThresholds()
"""The table in use."""
