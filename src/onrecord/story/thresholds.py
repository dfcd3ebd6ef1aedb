"""Thresholds of stories: how numbers are written for a person.

In: nothing. Out: `THRESHOLDS`. Out of scope: values of records, which keep all digits.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class StoryThresholds:
    """Bounds of how a story is shown."""

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


THRESHOLDS = StoryThresholds()
"""The table in use."""
