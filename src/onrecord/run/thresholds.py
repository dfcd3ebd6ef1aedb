"""Thresholds of runs: bounds of time and memory while pages are processed."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class RunThresholds:
    """Bounds of how captures are processed."""

    repeat_signal_seconds: float = define_threshold(
        1.0,
        "seconds of the processor",
        "time between signals once a page is past its limit",
        "limit: an error raised in a destructor is lost, so the signal is sent again",
    )
    link_seconds_per_page: float = define_threshold(
        1.0,
        "seconds of the processor",
        "what linking may take for each page of the story, besides what one page may take",
        "limit: fifty times what it takes: 1,600 pages of news took 18 to 30 seconds",
    )
    captures_per_worker: int = define_threshold(
        4,
        "captures per worker",
        "captures submitted to each worker and not yet collected",
        "limit: memory, whatever the size of the input",
    )


THRESHOLDS = RunThresholds()
"""The table in use."""
