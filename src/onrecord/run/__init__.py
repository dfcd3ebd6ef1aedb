"""Runs: the one place that joins all steps, from paths to a linked story."""

from __future__ import annotations

from onrecord.run.pipeline import ENGINES, RunOptions, RunReport, add, build, is_short_of_runtime

__all__ = ["ENGINES", "RunOptions", "RunReport", "add", "build", "is_short_of_runtime"]
