"""When a comment was written, as its header states it.

In: a `PageTree` and the elements of a comment's header. Out: the words and the time, and the element that states them. Out of
scope: who wrote it (`author`), and times in the comment's own words.
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
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.label_words import is_in
from onrecord.pages.thread.words.markup_words import (
    EPOCH_ATTRIBUTES,
    TIME_HINT_ATTRIBUTES,
    TIME_HINT_TAGS,
    TIME_TAGS,
)
from onrecord.pages.thread.words.platforms import Platform

_POST_NUMBER = re.compile(r"(?:#|nr\.?|no\.?)?\s*\d+\.?", re.IGNORECASE)  # of a post in its topic


@dataclass(frozen=True, slots=True)
class CommentTime:
    """The element that states when, its words, and their value in ISO 8601 or None."""

    element: Element
    words: str
    value: str | None


def find_time(
    tree: PageTree,
    header_elements: Iterable[Element],
    platform: Platform,
    *,
    is_known: bool = False,
) -> CommentTime | None:
    """Return what states when: a stated day counts more than an age, a smaller element more than a larger.

    Args:
        tree: the page.
        header_elements: the comment's elements that may state it.
        platform: the comment's.
        is_known: `header_elements` are known to state it.

    """
    best: CommentTime | None = None
    for element in header_elements:
        if not (is_known or _is_named_for_time(element, platform)):
            continue
        words = tree.read_text(element)
        if not _may_state_time(tree, element, words):
            continue
        time = CommentTime(element, words, _read_value(element, words))
        if element.tag == "time" and time.value:
            return time
        within = best is not None and best.element.index < element.index < best.element.end
        if time.value and (best is None or best.value is None or within):
            # A line of several things ("Ann, 3 May 2016") is searched for something smaller.
            best = time
        elif best is None and _may_be_time(words, platform):
            best = time
    return best


def _may_state_time(tree: PageTree, element: Element, words: str) -> bool:
    return (
        0 < len(words) <= THRESHOLDS.longest_time_element
        and not is_membership_or_edit_time(words)
        and not _is_after_membership_label(tree, element)
    )


def _may_be_time(words: str, platform: Platform) -> bool:
    """Return whether words without a value are a time: an age, a day of unknown order, or any number where a platform names it."""
    return (
        is_relative_time(words)
        or parse_both_orders(words) is not None
        or (
            platform.needs_text
            and re.search(r"\d", words) is not None
            and _POST_NUMBER.fullmatch(words) is None
        )
    )


def _is_named_for_time(element: Element, platform: Platform) -> bool:
    attributes = element.attributes
    return (
        element.tag in TIME_TAGS
        or bool(attributes.get("datetime"))
        or "data-timestamp" in attributes
        or "data-utime" in attributes
        or _has_day_in_hint(element)
        or (bool(element.label) and is_in(platform.time, element.label.lower()))
    )


def _has_day_in_hint(element: Element) -> bool:
    """Return whether a hint states the day of words that state an age or part of the day."""
    return element.tag in TIME_HINT_TAGS and _read_hint(element) is not None


def _read_hint(element: Element) -> str | None:
    """Return the day that an attribute for hints states, or None."""
    hints = (value for name, value in element.attributes.items() if name in TIME_HINT_ATTRIBUTES)
    return next((value for hint in hints if (value := parse_timestamp(hint))), None)


def _read_value(element: Element, words: str) -> str | None:
    """Return the time in ISO 8601 that attributes or words of `element` state, or None."""
    attributes = element.attributes
    for stated in (
        attributes.get("datetime"),
        attributes.get("content"),
        attributes.get("title"),
        attributes.get("data-original-title"),
        attributes.get("ts"),
    ):
        if stated and (value := parse_timestamp(stated)):
            return value
    if value := parse_timestamp(words, short=True):
        return value
    if value := _read_hint(element):
        return value
    return _read_epoch(element)


def _read_epoch(element: Element) -> str | None:
    """Return the time that an attribute states as seconds or milliseconds since 1970, or None."""
    lengths = (THRESHOLDS.epoch_seconds_digits, THRESHOLDS.epoch_milliseconds_digits)
    for name in EPOCH_ATTRIBUTES:
        digits = element.attributes.get(name, "")
        if digits.isdecimal() and len(digits) in lengths:
            seconds = int(digits[: THRESHOLDS.epoch_seconds_digits])
            return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return None


def _is_after_membership_label(tree: PageTree, element: Element) -> bool:
    """Return whether the short block before `element` says that its day is one of joining, not of writing."""
    if not element.block_start:
        return False
    before = tree.blocks[element.block_start - 1].text
    short = len(before) < THRESHOLDS.longest_membership_label
    return short and is_membership_or_edit_time(before)


def find_time_in_runs(tree: PageTree, runs: Iterator[int]) -> tuple[str, str] | None:
    """Return the first time among `runs`, words around a comment's own, and its value; or None."""
    before = ""
    for run in runs:
        words = tree.run_texts[run].strip()
        label = before[-THRESHOLDS.longest_membership_label :]
        may_state = (
            len(words) < THRESHOLDS.longest_time_run
            and not is_membership_or_edit_time(words)
            and not is_membership_or_edit_time(label)
        )
        if may_state and (value := parse_timestamp(words, short=True)):
            return words, value
        before = words
    return None
