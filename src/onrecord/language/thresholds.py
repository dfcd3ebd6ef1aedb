"""Thresholds of language: the bounds of parsing, syntax and clauses, each with its unit, meaning and basis."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class LanguageThresholds:
    """Bounds of how numbers in words and digits are read."""

    number_digits: int = define_threshold(
        24,
        "digits",
        "a longer run of digits is not read as a number",
        "limit: no count, sum or measure in a text is that long; such runs are keys and codes",
    )


THRESHOLDS = LanguageThresholds()
"""The table in use."""
