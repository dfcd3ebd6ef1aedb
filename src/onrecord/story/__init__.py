"""The story: one SQLite file with captures, pages, records and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lazy_names import add_lazy_names

if TYPE_CHECKING:
    from onrecord.story.explanation import explain_record, why
    from onrecord.story.search import search
    from onrecord.story.store import Story, open_story
    from onrecord.story.verify import verify
    from onrecord.story.views import Hit, Mismatch, PageHead, Run, Why
    from onrecord.story.writer import StoryWriter

__all__ = [
    "Hit",
    "Mismatch",
    "PageHead",
    "Run",
    "Story",
    "StoryWriter",
    "Why",
    "explain_record",
    "open_story",
    "search",
    "verify",
    "why",
]

add_lazy_names(
    __name__,
    {
        "Hit": "onrecord.story.views",
        "Mismatch": "onrecord.story.views",
        "PageHead": "onrecord.story.views",
        "Run": "onrecord.story.views",
        "Story": "onrecord.story.store",
        "StoryWriter": "onrecord.story.writer",
        "Why": "onrecord.story.views",
        "explain_record": "onrecord.story.explanation",
        "open_story": "onrecord.story.store",
        "search": "onrecord.story.search",
        "verify": "onrecord.story.verify",
        "why": "onrecord.story.explanation",
    },
)
