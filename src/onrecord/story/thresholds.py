"""Thresholds of stories: how long a writer waits, how far a check may differ, how much context is quoted."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class StoryThresholds:
    """Bounds of how a story is written, checked and explained."""

    lock_wait_seconds: float = define_threshold(
        10.0,
        "seconds",
        "time that a connection waits for another program that writes to the story",
        "limit: a page is written in less; after that an error is reported",
    )
    lock_retry_seconds: float = define_threshold(
        0.02,
        "seconds",
        "time between tries where SQLite does not wait for another program itself",
        "by hand: the other's change takes a few milliseconds",
    )
    story_file_mode: int = define_threshold(
        0o600,
        "permission bits",
        "who may read and write a story file that is made: its owner alone",
        "law: POSIX file modes; a story holds the saved pages whole",
    )
    least_free_bytes: int = define_threshold(
        65_536,
        "bytes",
        "room on the disk below which a failed read or write is reported as a full disk",
        "limit: SQLite maps 32 KiB beside the file, and a page of the log comes on top",
    )
    pages_surveyed: int = define_threshold(
        200,
        "pages",
        "pages that are looked at to say how much of a damaged story is whole",
        "limit: about a second; `onrecord repair` looks at all",
    )
    faults_listed: int = define_threshold(
        20,
        "faults",
        "faults of SQLite's own structure that `verify` lists",
        "limit: one damaged place of a file may make thousands",
    )
    rowids_tried: int = define_threshold(
        1 << 24,
        "row ids",
        "largest row id that is tried where a damaged table no longer tells how far it goes",
        "limit: a story of a hundred thousand pages has fewer rows of a kind",
    )
    failed_reads: int = define_threshold(
        20_000,
        "reads",
        "reads of a damaged table that may fail before what is left of it is given up",
        "limit: about a second; one damaged page of the file takes some twenty",
    )
    steps_between_checks: int = define_threshold(
        10_000,
        "steps of SQLite's machine",
        "how often a question with a limit of time is looked at",
        "limit: less than a millisecond apart, at no cost that can be measured",
    )
    error_detail_chars: int = define_threshold(
        80,
        "characters",
        "length of what a library says of a damaged row, in our message about it",
        "limit: messages of libraries may repeat the row; ours are one line",
    )
    max_overprint: float = define_threshold(
        1.5,
        "characters read per character expected",
        "how many characters the boxes of a PDF may hold for each of the words that stand in them",
        "by hand: letters drawn over one another (shadows, raised signs) add some",
    )
    context_chars: int = define_threshold(
        240,
        "characters",
        "length of the words before and after a record that its explanation quotes, within its zone",
        "by hand: about two sentences on each side",
    )
    exponent_from: float = define_threshold(
        1e18,
        "number",
        "size from which a number is written with an exponent",
        "by hand: larger than any count of news in words; digits in full are unreadable",
    )
    largest_denominator: int = define_threshold(
        12, "parts", "largest part of a whole that is written as a fraction", "by hand: “5/12”"
    )
    fraction_error: float = define_threshold(
        1e-6,
        "share of the whole",
        "difference up to which a value is written as that fraction",
        "limit: rounding of binary fractions",
    )
    namesakes_shown: int = define_threshold(
        5,
        "entities",
        "entities of one name that an error lists",
        "limit: length of one line on a terminal",
    )


THRESHOLDS = StoryThresholds()
"""The table in use."""
