"""Places on a page that state a day or an age, grouped by how they are marked.

In: a `PageTree`. Out: groups of elements of one shape that each hold a timestamp: around them, comments of systems in no table
are looked for (`block_finder`). Out of scope: what the days are of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from onrecord.pages.dates.parsing import (
    is_membership_or_edit_time,
    is_relative_time,
    parse_both_orders,
    parse_timestamp,
)
from onrecord.pages.dom.element import Element, TextBlock
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import is_timestamp
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.label_words import SIDE_CONTENT_LABELS
from onrecord.pages.thread.words.markup_words import SIDE_CONTENT_TAGS
from onrecord.pages.thread.words.time_words import AGE_WORD, AGE_WORDS

_DATE_PART = re.compile(
    r"(?:19|20)\d\d(?!\d)|(?<!\d)\d\d?[.:/]\d\d(?!\d)|\d \w|'\d\d\b", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class TimestampElement:
    """Where a page states a day or an age; also where it names a member (`member_links`).

    Attributes:
        element: the innermost element that holds the words.
        place: the place of their block.
        is_alone: the element holds nothing else.

    """

    element: Element
    place: int
    is_alone: bool


def group_timestamps(
    tree: PageTree, timestamps: Sequence[TimestampElement]
) -> list[list[TimestampElement]]:
    """Return groups of two and more of `timestamps` whose elements are alike, the largest first."""
    groups: dict[tuple[str, ...], list[TimestampElement]] = {}
    for timestamp in timestamps:
        above = tree.list_ancestors(timestamp.element.index)
        groups.setdefault(tuple(describe_shape(e) for e in above[:3]), []).append(timestamp)
    fewest, most = THRESHOLDS.fewest_alike_times, THRESHOLDS.most_time_groups
    wanted = [group for group in groups.values() if len(group) >= fewest]
    return sorted(wanted, key=lambda group: -len(group))[:most]


def find_timestamps(tree: PageTree) -> list[TimestampElement]:
    """Return all timestamps of a page, in order, except those in what stands beside its content."""
    found: dict[int, TimestampElement] = {}
    for place, block in _iter_time_blocks(tree):
        element = _find_innermost(tree, block)
        if element.index in found and parse_timestamp(block.text, short=True) is None:
            continue  # the hour, on a line below its day
        is_alone = element.block_end - element.block_start <= 1
        found[element.index] = TimestampElement(element, place, is_alone)
    for element in tree.elements:
        if element.tag == "time" and element.index not in found and _is_time_stated(element):
            found[element.index] = TimestampElement(element, element.block_start, is_alone=True)
    known: dict[int, bool] = {}
    unlinked = [0, *accumulate(len(block.text) - block.link_chars for block in tree.blocks)]
    in_order = [found[index] for index in sorted(found)]
    return [one for one in in_order if not _is_side_content(tree, one.element, known, unlinked)]


def _iter_time_blocks(tree: PageTree) -> Iterator[tuple[int, TextBlock]]:
    """Yield the blocks that state a day or an age of writing, with their places."""
    longest_label = THRESHOLDS.longest_membership_label
    for place, block in enumerate(tree.blocks):
        words = block.text
        short = len(words) < THRESHOLDS.longest_time_block
        if short and _may_hold_time(words) and _is_time(words):
            before = tree.blocks[place - 1].text if place else ""
            after_label = len(before) < longest_label and is_membership_or_edit_time(before)
            if not is_membership_or_edit_time(words) and not after_label:
                yield place, block


def _is_time_stated(element: Element) -> bool:
    """Return whether a `<time>` has words, or states what a script is to show in it."""
    return (
        element.block_start < element.block_end
        or parse_timestamp(element.get("datetime")) is not None
    )


def _find_innermost(tree: PageTree, block: TextBlock) -> Element:
    """Return the innermost element that holds the timestamp of `block`: a part of it, where that is a timestamp alone."""
    if len(block.runs) > 1:
        for run in block.runs:
            holder = tree.elements[tree.run_elements[run]]
            words = tree.run_texts[run].strip()
            if holder.index == block.innermost or len(words) < THRESHOLDS.shortest_time:
                continue
            own = tree.read_text(holder)
            short = len(own) <= THRESHOLDS.longest_numeric_date
            if is_timestamp(own) or (short and parse_both_orders(own)):
                return holder
    return tree.elements[block.innermost]


def _may_hold_time(words: str) -> bool:
    """Return whether `words` have what a day or an age is written with; it costs less than reading them."""
    if _DIGIT.search(words) and _DATE_PART.search(words):
        return True
    lower = words.lower()
    return any(map(lower.__contains__, AGE_WORDS)) and bool(AGE_WORD.search(words))


def _is_time(words: str) -> bool:
    return (
        parse_timestamp(words, short=True) is not None
        or is_relative_time(words)
        or parse_both_orders(words) is not None
    )


def _is_side_content(
    tree: PageTree, element: Element, known: dict[int, bool], unlinked: Sequence[int]
) -> bool:
    """Return whether `element` is hidden, or stands in what is named for something beside the page's content.

    Args:
        tree: the page.
        element: where a timestamp stands.
        known: answers about elements of the page; those found are added.
        unlinked: how many characters that are no links stand before each block.

    """
    if element.hidden:
        return True
    passed = []
    is_beside = False
    for above in tree.list_ancestors(element.index):
        if above.index in known:
            is_beside = known[above.index]
            break
        passed.append(above.index)
        if above.tag in SIDE_CONTENT_TAGS or _is_side_label(above.label_words):
            # What holds most of the page is named for what it has at its side.
            held = unlinked[above.block_end] - unlinked[above.block_start]
            is_beside = held < THRESHOLDS.most_of_page * unlinked[-1]
            if is_beside:
                break
    known.update(dict.fromkeys(passed, is_beside))
    return is_beside


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _is_side_label(words: str) -> bool:
    return bool(SIDE_CONTENT_LABELS.search(words))
