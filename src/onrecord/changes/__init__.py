"""Changes: what is new in a story since a run or a day, and how two stories differ.

In: open stories. Out: news, its lines and its feed; changes. Out of scope: the stories, which are only read.
"""

from __future__ import annotations

from onrecord.changes.atom import build_feed, write_feed
from onrecord.changes.comparison import WAYS, StoryChange, compare_stories, count_links
from onrecord.changes.news import find_news
from onrecord.changes.news_items import KINDS, News, NewsItem
from onrecord.changes.news_lines import iter_news_lines

__all__ = [
    "KINDS",
    "WAYS",
    "News",
    "NewsItem",
    "StoryChange",
    "build_feed",
    "compare_stories",
    "count_links",
    "find_news",
    "iter_news_lines",
    "write_feed",
]
