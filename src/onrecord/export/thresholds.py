"""Thresholds of exports: lengths of what is quoted or shortened."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class ExportThresholds:
    """Bounds of what exported files hold."""

    headline_chars: int = define_threshold(
        90,
        "characters",
        "length of a slide's headline; longer text ends with an ellipsis",
        "by hand: two lines of a slide",
    )
    context_chars: int = define_threshold(
        32,
        "characters",
        "length of prefix and suffix in a TextQuoteSelector",
        "by hand: enough to tell the same words apart within a page; the position selector is exact",
    )


THRESHOLDS = ExportThresholds()
"""The table in use."""
