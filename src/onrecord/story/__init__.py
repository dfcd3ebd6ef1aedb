"""The story: one SQLite file with captures, pages, records and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lazy_names import add_lazy_names

if TYPE_CHECKING:
    from onrecord.story.deciding import (
        Replayed,
        find_leaving,
        replay_decisions,
        take_decision,
    )
    from onrecord.story.explanation import explain_record, why
    from onrecord.story.lake.opening import open_story
    from onrecord.story.search import search
    from onrecord.story.selected import SelectedStory
    from onrecord.story.selection import Selection, parse_selection
    from onrecord.story.store import UNTITLED, Story
    from onrecord.story.verify import verify
    from onrecord.story.views import Hit, Mismatch, PageHead, Run, Why
    from onrecord.story.writer import StoryWriter

__all__ = [
    "UNTITLED",
    "Hit",
    "Mismatch",
    "PageHead",
    "Replayed",
    "Run",
    "SelectedStory",
    "Selection",
    "Story",
    "StoryWriter",
    "Why",
    "explain_record",
    "find_leaving",
    "open_story",
    "parse_selection",
    "replay_decisions",
    "search",
    "take_decision",
    "verify",
    "why",
]

add_lazy_names(
    __name__,
    {
        "UNTITLED": "onrecord.story.store",
        "Hit": "onrecord.story.views",
        "Mismatch": "onrecord.story.views",
        "PageHead": "onrecord.story.views",
        "Replayed": "onrecord.story.deciding",
        "Run": "onrecord.story.views",
        "SelectedStory": "onrecord.story.selected",
        "Selection": "onrecord.story.selection",
        "Story": "onrecord.story.store",
        "StoryWriter": "onrecord.story.writer",
        "Why": "onrecord.story.views",
        "explain_record": "onrecord.story.explanation",
        "find_leaving": "onrecord.story.deciding",
        "open_story": "onrecord.story.lake.opening",
        "parse_selection": "onrecord.story.selection",
        "replay_decisions": "onrecord.story.deciding",
        "search": "onrecord.story.search",
        "take_decision": "onrecord.story.deciding",
        "verify": "onrecord.story.verify",
        "why": "onrecord.story.explanation",
    },
)
