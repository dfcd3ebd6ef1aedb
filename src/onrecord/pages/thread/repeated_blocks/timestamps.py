"""Places on a page that tell a day or an age, grouped by how they are marked.

In: a `PageTree`. Out: groups of elements of one shape that each hold a stamp: where comments that stand in no
system's table begin to be looked for (`thread_runs`). Out of scope: what the days are of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
from onrecord.pages.thread.comment.attribution_lines import is_stamp
from onrecord.pages.thread.element_shape import describe_shape

_DATISH = re.compile(
    r"(?:19|20)\d\d(?!\d)|(?<!\d)\d\d?[.:/]\d\d(?!\d)|\d \w|'\d\d\b", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_AGES = ("ago", "vor", "hace", "yesterday", "gestern", "heute", "today", "hier")
_AGE = re.compile(rf"\b(?:{'|'.join(_AGES)})\b", re.IGNORECASE)
_BESIDE = re.compile(
    # "No sidebar" and "with sidebar" are said of what stands beside one.
    r"(?:^| )(?:(?<!no )(?<!has )(?<!with )(?<!without )(?<!message )(?:sidebar|side bar)(?=$|  | \d| left| right| inner| content)|widgets?|related\w*|recommend\w*|teasers?|latest|recent\w*|popular|trending|most \w+|(?<!comment )(?<!post )(?<!message )(?<!reply )footer|nav"
    r"|navigation|menu|breadcrumbs?|carousel|slider|read (?:more|also|next)|see also|more (?:from|on|stories|news))(?= |$)"
)
_LONGEST = 160
_SHORT = 30  # words of a day of numbers and its hour
_FEWEST = 2
_GROUPS = 8
_MOST_OF_PAGE = 0.5


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words that tell a day or an age: the element that holds them, and their block's place.

    `alone`: the element holds nothing else.
    """

    element: Element
    place: int
    alone: bool


def stamp_groups(tree: PageTree, stamps: Sequence[Stamp]) -> list[list[Stamp]]:
    """Return groups of two and more of `stamps` whose elements are alike, the largest first."""
    groups: dict[tuple[str, ...], list[Stamp]] = {}
    for stamp in stamps:
        above = tree.ancestors(stamp.element.index)
        groups.setdefault(tuple(describe_shape(e) for e in above[:3]), []).append(stamp)
    wanted = [group for group in groups.values() if len(group) >= _FEWEST]
    return sorted(wanted, key=lambda group: -len(group))[:_GROUPS]


def find_stamps(tree: PageTree) -> list[Stamp]:
    """Return all stamps of a page, in order, but those in what stands beside its matter."""
    found: dict[int, Stamp] = {}
    for place, block in enumerate(tree.blocks):
        if len(block.text) < _LONGEST and _may_tell(block.text) and _tells(block.text):
            before = tree.blocks[place - 1].text if place else ""
            if is_membership_or_edit_time(block.text) or (
                len(before) < _LONGEST // 4 and is_membership_or_edit_time(before)
            ):
                continue
            element = _smallest(tree, block)
            if element.index in found and parse_timestamp(block.text, short=True) is None:
                continue  # the hour, on a line below its day
            alone = element.last - element.first <= 1
            found[element.index] = Stamp(element, place, alone)
    for element in tree.elements:
        if element.tag == "time" and element.index not in found and _is_time(element):
            found[element.index] = Stamp(element, element.first, alone=True)
    beside: dict[int, bool] = {}
    plain = [0, *accumulate(len(block.text) - block.linked for block in tree.blocks)]
    return [found[i] for i in sorted(found) if not _beside(tree, found[i].element, beside, plain)]


def _is_time(element: Element) -> bool:
    """Return whether a `<time>` has words, or states what a script is to show in it."""
    return element.first < element.last or parse_timestamp(element.get("datetime")) is not None


def _smallest(tree: PageTree, block: TextBlock) -> Element:
    """Return the innermost element that holds the stamp of `block`: one of its parts, where that is a stamp alone."""
    if len(block.runs) > 1:
        for run in block.runs:
            holder = tree.elements[tree.holders[run]]
            words = tree.words[run].strip()
            if holder.index == block.inner or len(words) <= 5:
                continue
            own = tree.own_text(holder)
            if is_stamp(own) or (len(own) <= _SHORT and parse_both_orders(own)):
                return holder
    return tree.elements[block.inner]


def _may_tell(words: str) -> bool:
    """Return whether `words` have what a day or an age is written with; it costs less than reading them."""
    if _DIGIT.search(words) and _DATISH.search(words):
        return True
    lower = words.lower()
    return any(map(lower.__contains__, _AGES)) and bool(_AGE.search(words))


def _tells(words: str) -> bool:
    return (
        parse_timestamp(words, short=True) is not None
        or is_relative_time(words)
        or parse_both_orders(words) is not None
    )


def _beside(tree: PageTree, element: Element, known: dict[int, bool], plain: Sequence[int]) -> bool:
    """Return whether `element` is hidden, or stands in what calls itself something beside the page's matter.

    `known` holds what was found before of elements of the page, and is added to. `plain`: how many characters
    that are no links stand before each block.
    """
    if element.hidden:
        return True
    passed = []
    beside = False
    for above in tree.ancestors(element.index):
        if above.index in known:
            beside = known[above.index]
            break
        passed.append(above.index)
        if above.tag in {"nav", "aside"} or _is_beside(above.words):
            # What holds most of the page is named for what it has at its side.
            beside = plain[above.last] - plain[above.first] < _MOST_OF_PAGE * plain[-1]
            if beside:
                break
    known.update(dict.fromkeys(passed, beside))
    return beside


@lru_cache(maxsize=16_384)
def _is_beside(words: str) -> bool:
    return bool(_BESIDE.search(words))
