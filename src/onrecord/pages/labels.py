"""What elements call themselves: parts of the article, or something beside it.

In: an element's class and id as words. Out: what they say of it. Leaves alone: how much of the page it
holds, which overrules its names (`body`). Answers are kept, as names recur.
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.pages.element import Element
from onrecord.pages.selectors import BODY, LIKELY, NEGATED, NEVER, UNLIKELY

_CACHED = 16_384  # names of elements are few, and the same on all pages of an outlet


def unlikely(element: Element) -> bool:
    """Tell whether `element` calls itself something beside the article."""
    if element.tag == "blockquote" and "pull" not in element.words:
        return False
    role = element.attributes.get("role", "")
    if role in {"navigation", "complementary", "contentinfo", "banner", "search", "dialog"}:
        return True
    if "articleBody" in element.attributes.get("itemprop", ""):
        return False
    return _called_beside(element.words)


@lru_cache(maxsize=_CACHED)
def _called_beside(words: str) -> bool:
    return any(
        UNLIKELY.search(token) and not NEGATED.match(token) and not BODY.search(token)
        for token in words.split("  ")
    )


@lru_cache(maxsize=_CACHED)
def never_body(words: str) -> bool:
    """Tell whether names leave no doubt that an element stands beside the article."""
    return any(
        NEVER.search(token) and not NEGATED.match(token) and not BODY.search(token)
        for token in words.split("  ")
    )


@lru_cache(maxsize=_CACHED)
def body_bonus(words: str) -> float:
    """Return how much names of an article's text add to what an element holds."""
    return 1.4 if BODY.search(words) else 1.1 if LIKELY.search(words) else 1.0
