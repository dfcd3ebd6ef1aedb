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
    attributes = element.attributes
    if not attributes:
        return False
    words = element.label_words
    is_labelled = attributes.get("role") in ASIDE_ROLES or (
        words != ""
        and _has_unlikely_token(words)
        and "articleBody" not in attributes.get("itemprop", "")
    )
    return is_labelled and (element.tag != "blockquote" or "pull" in words)


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _has_unlikely_token(words: str) -> bool:
    return any(map(_is_unlikely_token, words.split("  ")))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def is_never_body(words: str) -> bool:
    """Return whether label words leave no doubt that an element stands beside the article."""
    return any(map(_is_never_token, words.split("  ")))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def score_body_label(words: str) -> float:
    """Return the factor by which label words raise the score of what an element holds; 1.0 for none."""
    return max(map(_score_token, words.split("  ")))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _is_unlikely_token(token: str) -> bool:
    return bool(UNLIKELY_LABELS.search(token)) and not _is_overruled(token)


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
