"""News as lines for a person.

In: a `News`. Out: lines, with how many of each kind are left out. Out of scope: what is news.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.changes.news_items import KINDS, News, NewsItem
from onrecord.changes.thresholds import THRESHOLDS
from onrecord.records.shortening import cut_text


def iter_news_lines(news: News, *, most: int | None = None, more: str = "") -> Iterator[str]:
    """Yield the lines of a news.

    Args:
        news: what is new.
        most: how many of each kind; None is all.
        more: the command that tells the rest, said where something is left out.
    """
    yield _describe_pages(news)
    left_out = 0
    for kind in KINDS:
        items = [item for item in news.items if item.kind == kind]
        for item in items[:most]:
            yield _format_item(item)
        left_out += max(0, len(items) - most) if most is not None else 0
    if not any(item.kind != "page" for item in news.items) and news.pages_new:
        yield "  nothing else that is sure"
    if news.to_check:
        yield f"  to check   {'; '.join(f'{what}: {number}' for what, number in news.to_check)}"
    if left_out:
        yield f"  … and {left_out} more{f': {more}' if more else ''}"


def _describe_pages(news: News) -> str:
    pages = f"{news.pages_new} new page{'s' * (news.pages_new != 1)}"
    copies = f", {news.copies} of them copies or versions of older ones" if news.copies else ""
    again = f"; {news.pages_again} made again, which is nothing new" if news.pages_again else ""
    return f"Since {news.since}: {pages}{copies}{again}"


def _format_item(item: NewsItem) -> str:
    ids = item.records[:1] or item.pages[:1]
    day = f"{item.day}: " if item.day and item.kind == "happened" else ""
    text = cut_text(item.text, 2 * THRESHOLDS.line_chars)
    return f"  {item.kind:<10} {day}{text} ({ids[0]})"
