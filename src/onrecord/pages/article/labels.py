"""What elements are labelled as: parts of the article, or something beside it.

In: an element's class and id as words. Out: what they say of it. Out of scope: how much of the page the element
holds, which overrules its labels (`body`). Answers are cached, as labels recur.
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.pages.article.selectors import (
    ASIDE_ROLES,
    BODY_LABELS,
    LIKELY_LABELS,
    NEGATED_LABEL,
    NEVER_BODY_LABELS,
    UNLIKELY_LABELS,
)
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.element import Element


def is_unlikely_body(element: Element) -> bool:
    """Return whether `element` is labelled as something beside the article."""
    return bool(find_unlikely_words(element))


def find_unlikely_words(element: Element) -> tuple[str, ...]:
    """Return the words of an element's labels, and its role, that say that it stands beside the article."""
    attributes = element.attributes
    if not attributes:
        return ()
    words = element.label_words
    found: tuple[str, ...] = ()
    if words != "" and "articleBody" not in attributes.get("itemprop", ""):
        found = _find_unlikely_words(words)
    if attributes.get("role") in ASIDE_ROLES:
        found = (*found, f"role={attributes['role']}")
    return found if element.tag != "blockquote" or "pull" in words else ()


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _find_unlikely_words(words: str) -> tuple[str, ...]:
    found = (_find_unlikely_in_token(token) for token in words.split("  "))
    return tuple(dict.fromkeys(word for some in found for word in some))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def is_never_body(words: str) -> bool:
    """Return whether label words leave no doubt that an element stands beside the article."""
    return any(map(_is_never_token, words.split("  ")))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def score_body_label(words: str) -> float:
    """Return the factor by which label words raise the score of what an element holds; 1.0 for none."""
    return max(map(_score_token, words.split("  ")))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _find_unlikely_in_token(token: str) -> tuple[str, ...]:
    if _is_overruled(token):
        return ()
    return tuple(match[0].strip() for match in UNLIKELY_LABELS.finditer(token))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _is_never_token(token: str) -> bool:
    return bool(NEVER_BODY_LABELS.search(token)) and not _is_overruled(token)


def _is_overruled(token: str) -> bool:
    return bool(NEGATED_LABEL.match(token) or BODY_LABELS.search(token))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _score_token(token: str) -> float:
    if BODY_LABELS.search(token):
        return THRESHOLDS.body_label_factor
    return THRESHOLDS.likely_label_factor if LIKELY_LABELS.search(token) else 1.0
