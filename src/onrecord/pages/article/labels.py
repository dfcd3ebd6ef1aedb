"""What elements call themselves: parts of the article, or something beside it.

In: an element's class and id as words. Out: what they say of it. Out of scope: how much of the page it
holds, which overrules its names (`body`). Answers are kept, as names recur.
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.selectors import (
    BODY_LABELS,
    LIKELY_LABELS,
    NEGATED_LABEL,
    NEVER_BODY_LABELS,
    UNLIKELY_LABELS,
)

_CACHED = 65_536  # names of classes are few, and the same on all pages of an outlet

_BESIDE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "banner", "search", "dialog"}
)


def is_unlikely_body(element: Element) -> bool:
    """Return whether `element` calls itself something beside the article."""
    own = element.attributes
    if not own:
        return False
    words = element.label_words
    named = own.get("role") in _BESIDE_ROLES or (
        words != "" and _called_beside(words) and "articleBody" not in own.get("itemprop", "")
    )
    return named and (element.tag != "blockquote" or "pull" in words)


@lru_cache(maxsize=_CACHED)
def _called_beside(words: str) -> bool:
    return any(map(_token_beside, words.split("  ")))


@lru_cache(maxsize=_CACHED)
def is_never_body(words: str) -> bool:
    """Return whether names leave no doubt that an element stands beside the article."""
    return any(map(_token_never, words.split("  ")))


@lru_cache(maxsize=_CACHED)
def score_body_label(words: str) -> float:
    """Return how much names of an article's text add to what an element holds."""
    return max(map(_token_bonus, words.split("  ")))


@lru_cache(maxsize=_CACHED)
def _token_beside(token: str) -> bool:
    return bool(UNLIKELY_LABELS.search(token)) and not _overruled(token)


@lru_cache(maxsize=_CACHED)
def _token_never(token: str) -> bool:
    return bool(NEVER_BODY_LABELS.search(token)) and not _overruled(token)


def _overruled(token: str) -> bool:
    return bool(NEGATED_LABEL.match(token) or BODY_LABELS.search(token))


@lru_cache(maxsize=_CACHED)
def _token_bonus(token: str) -> float:
    return 1.4 if BODY_LABELS.search(token) else 1.1 if LIKELY_LABELS.search(token) else 1.0
