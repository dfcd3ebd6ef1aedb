"""The story: one SQLite file with captures, pages, records and links."""

from __future__ import annotations

from onrecord.story.deciding import (
    Replayed,
    find_leaving,
    replay_decisions,
    take_decision,
)
from onrecord.story.explanation import explain_record
from onrecord.story.search import search
from onrecord.story.store import UNTITLED, Story, open_story
from onrecord.story.verify import verify
from onrecord.story.views import Hit, Mismatch, PageHead, Run, Why
from onrecord.story.writer import StoryWriter

why = explain_record  # public name

__all__ = [
    "UNTITLED",
    "Hit",
    "Mismatch",
    "PageHead",
    "Replayed",
    "Run",
    "Story",
    "StoryWriter",
    "Why",
    "explain_record",
    "find_leaving",
    "open_story",
    "replay_decisions",
    "search",
    "take_decision",
    "verify",
    "why",
]
