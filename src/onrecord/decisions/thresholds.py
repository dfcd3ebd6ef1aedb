"""Thresholds of decisions: how long their words may be, and how many a file may hold."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class DecisionThresholds:
    """Bounds of what a decision may hold: a file to replay comes from somebody else."""

    name_chars: int = define_threshold(
        80, "characters", "length of the name of whoever decides", "limit: a name, on one line"
    )
    value_chars: int = define_threshold(
        200, "characters", "length of a value that is set, and of a tag", "limit: on one line"
    )
    reason_chars: int = define_threshold(
        4000, "characters", "length of a reason or a note", "limit: a page of text"
    )
    words_chars: int = define_threshold(
        200_000,
        "characters",
        "length of a record's words as a decision keeps them",
        "limit: memory; longer than a page's longest comment",
    )
    targets: int = define_threshold(
        500, "records", "records that one decision may concern", "limit: a person names them"
    )
    line_bytes: int = define_threshold(
        2_000_000, "bytes", "length of a line of a file to replay", "limit: memory"
    )
    file_lines: int = define_threshold(
        100_000,
        "lines",
        "decisions of a file to replay that are read",
        "limit: memory; more than a newsroom decides in years",
    )


THRESHOLDS = DecisionThresholds()
"""The table in use."""
