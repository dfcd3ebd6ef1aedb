"""Thresholds of commitments: how far words that make a time a term are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class CommitmentThresholds:
    """Bounds of the rules that read commitments."""

    term_chars: int = define_threshold(
        12,
        "characters",
        "how far before a time a word that makes it a term is looked for",
        "by hand: room for two short words (“before the end of”)",
    )


THRESHOLDS = CommitmentThresholds()
"""The table in use."""
