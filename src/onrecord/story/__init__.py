"""The story: one SQLite file with captures, pages, records and links."""

from __future__ import annotations

from onrecord.story.explanation import explain_record
from onrecord.story.search import search
from onrecord.story.selected import SelectedStory
from onrecord.story.selection import Selection, parse_selection
from onrecord.story.store import Story, open_story
from onrecord.story.verify import verify
from onrecord.story.views import Hit, Mismatch, PageHead, Run, Why
from onrecord.story.writer import StoryWriter

why = explain_record  # public name

__all__ = [
    "Hit",
    "Mismatch",
    "PageHead",
    "Run",
    "SelectedStory",
    "Selection",
    "Story",
    "StoryWriter",
    "Why",
    "explain_record",
    "open_story",
    "parse_selection",
    "search",
    "verify",
    "why",
]
