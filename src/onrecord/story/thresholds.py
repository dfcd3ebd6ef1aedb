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
