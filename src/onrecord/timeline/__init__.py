"""The timeline: which events make the line, in what order, and how sure the day is."""

from __future__ import annotations

from onrecord.timeline.entry import Entry
from onrecord.timeline.line import best, timeline

__all__ = ["Entry", "best", "timeline"]
