"""When a comment was written, as its head tells it.

In: a `PageTree` and the elements of a comment's head. Out: the words and the time, and the element that tells them. Out of
scope: who wrote it (`comment_head`), and times in the comment's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from onrecord.pages.dates.parsing import (
    is_membership_or_edit_time,
    is_relative_time,
    parse_both_orders,
    parse_timestamp,
)
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.words.platforms import Platform, is_in

_EPOCH = (
    "data-time",
    "data-timestamp",
    "data-utime",
    "data-unixtime",
    "data-epoch",
    "livetimestamp",
)
_HINTS = frozenset(
    [
        "data-tippy-content", "data-tooltip", "data-title", "data-content", "data-date", "data-datetime", "data-created",
        "data-created-at", "data-published", "aria-label", "data-tip",
    ]
)  # fmt: skip
_INLINE = frozenset({"a", "span", "abbr", "small", "em", "i", "b"})
_PLACE = re.compile(r"(?:#|nr\.?|no\.?)?\s*\d+\.?", re.IGNORECASE)  # of a post in its topic
_MS = 13  # digits of a time in milliseconds


@dataclass(frozen=True, slots=True)
class When:
    """The element that tells when, its words, and their value in ISO 8601 or None."""

    element: Element
    words: str
    value: str | None


def find_time(
    tree: PageTree, heads: Iterable[Element], platform: Platform, *, sure: bool = False
) -> When | None:
    """Return what tells when: a stated day counts more than an age, a smaller element more than a larger.

    Args:
        tree: the page.
        heads: the comment's elements that may tell it.
        platform: the comment's.
        sure: `heads` are known to tell it.

    """
    best: When | None = None
    for element in heads:
        if not (sure or _names_time(element, platform)):
            continue
        words = tree.own_text(element)
        if (
            not words
            or len(words) > 100
            or is_membership_or_edit_time(words)
            or _since_before(tree, element)
        ):
            continue
        found = When(element, words, _value(element, words))
        if element.tag == "time" and found.value:
            return found
        within = best is not None and best.element.index < element.index < best.element.end
        if found.value and (best is None or best.value is None or within):
            # A line of several things ("Ann, 3 May 2016") is searched for something smaller.
            best = found
        elif best is None and (
            is_relative_time(words)
            or parse_both_orders(words)
            or (platform.own_text and re.search(r"\d", words) and not _PLACE.fullmatch(words))
        ):
            best = found
    return best


def _names_time(element: Element, platform: Platform) -> bool:
    held = element.attributes
    return (
        element.tag in {"time", "relative-time", "time-ago", "faceplate-timeago"}
        or bool(held.get("datetime"))
        or "data-timestamp" in held
        or "data-utime" in held
        or _tells_in_attribute(element)
        or (bool(element.label) and is_in(platform.time, element.label.lower()))
    )


def _tells_in_attribute(element: Element) -> bool:
    """Return whether an attribute for hints states the day of words that tell an age or part of it."""
    return element.tag in _INLINE and _hint(element) is not None


def _hint(element: Element) -> str | None:
    """Return the day that an attribute for hints states, or None."""
    told = (value for name, value in element.attributes.items() if name in _HINTS)
    return next((value for hint in told if (value := parse_timestamp(hint))), None)


def _value(element: Element, words: str) -> str | None:
    held = element.attributes
    for stated in (
        held.get("datetime"),
        held.get("content"),
        held.get("title"),
        held.get("data-original-title"),
        held.get("ts"),
    ):
        if stated and (value := parse_timestamp(stated)):
            return value
    if value := parse_timestamp(words, short=True):
        return value
    if value := _hint(element):
        return value
    for name in _EPOCH:
        if (seconds := held.get(name, "")).isdecimal() and len(seconds) in {10, _MS}:
            return datetime.fromtimestamp(int(seconds[:10]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return None


def _since_before(tree: PageTree, element: Element) -> bool:
    """Return whether the short block before `element` says that its day is one of joining, not of writing."""
    if not element.first:
        return False
    before = tree.blocks[element.first - 1].text
    return len(before) < 40 and is_membership_or_edit_time(before)


def time_in_words(tree: PageTree, runs: Iterator[int]) -> tuple[str, str] | None:
    """Return the first stamp among `runs`, words around a comment's own, and its value."""
    before = ""
    for run in runs:
        words = tree.words[run].strip()
        own = (
            len(words) < 80
            and not is_membership_or_edit_time(words)
            and not is_membership_or_edit_time(before[-40:])
        )
        if own and (value := parse_timestamp(words, short=True)):
            return words, value
        before = words
    return None
