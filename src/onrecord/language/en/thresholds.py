"""Thresholds of English word forms: how long a word must be for its ending to count."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class WordFormThresholds:
    """Bounds of the rules that go by a word's ending."""

    agent_noun_letters: int = define_threshold(
        6,
        "characters",
        "above which a plural in “-ers” or “-ors” is taken for people",
        "by hand: “rioters”, “lenders”; shorter ones (“doors”) are mostly things",
    )


THRESHOLDS = WordFormThresholds()
"""The table in use."""
