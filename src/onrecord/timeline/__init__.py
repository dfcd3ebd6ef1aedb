"""The timeline: which events become entries, in what order, and how sure the day is."""

from __future__ import annotations

from onrecord.timeline.entry import Entry
from onrecord.timeline.line import build_timeline, is_pinned, select_best

__all__ = ["Entry", "build_timeline", "is_pinned", "select_best"]
