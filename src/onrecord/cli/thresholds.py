"""Thresholds of the command line: how many items a summary names before it only counts them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class CliThresholds:
    """Bounds of what commands print."""

    skipped_shown: int = define_threshold(
        20,
        "captures",
        "skipped captures printed one by one after a run; the rest is counted by reason",
        "limit: lines on a terminal; the story keeps all of them",
    )
    outlet_chars: int = define_threshold(
        40, "characters", "length of an outlet's name in a list", "limit: length of one line"
    )
    people_shown: int = define_threshold(
        8, "people", "people named in a story's summary", "limit: length of one line"
    )
    words_shown: int = define_threshold(
        110,
        "characters",
        "length of a record's words in the list of decisions",
        "limit: length of one line",
    )
    undertakings_shown: int = define_threshold(
        4, "undertakings", "undertakings named in a story's summary", "limit: length of one line"
    )


THRESHOLDS = CliThresholds()
"""The table in use."""
