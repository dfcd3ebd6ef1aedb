"""Thresholds of name lists: which of their entries are used, and how their words are compared."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class NameListThresholds:
    """Bounds of the lookups in name lists."""

    city_inhabitants: int = define_threshold(
        300_000,
        "inhabitants",
        "from which a city's bare name is in the gazetteer",
        "by hand: names of smaller cities are surnames too often",
    )
    case_sensitive_letters: int = define_threshold(
        4,
        "characters",
        "up to which a name is looked up in its own case only",
        "by hand: “us” is not “US”, “WHO” is not “who”",
    )


THRESHOLDS = NameListThresholds()
"""The table in use."""
