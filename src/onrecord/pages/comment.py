"""One comment of a thread in markup: its own words, who wrote it and when.

In: a `Tree`, the element that marks the comment, and the platform it is marked as. Out: a `Found`.
Leaves alone: which elements are comments, and which answers which (`thread`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.pages.comment_head import (
    SAID_LINE,
    author_words,
    find_author,
    find_time,
    find_votes,
    named_in_line,
    time_in_words,
)
from onrecord.pages.dates import read_stamp
from onrecord.pages.element import Element
from onrecord.pages.platforms import CONTROL_WORDS, CONTROLS, SAYS, Platform
from onrecord.pages.tree import Tree

_CUT_SHORT = re.compile(
    r"(?:…|\.\.\.)?\s*(?:read|show|see|view) (?:more|full|whole)[ \w]*[»›>…]*\s*$", re.IGNORECASE
)
_EDITED = re.compile(r"\(?\b(?:last )?edited\b[^)\n]{0,80}\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """Where a comment stands: one element, or several that follow one another in the same parent.

    Its elements are `begin` up to `end`, its blocks `first` up to `last`; `element` is the (first) element.
    """

    element: Element
    begin: int
    end: int
    first: int
    last: int

    @property
    def index(self) -> int:
        """The place of its first element."""
        return self.element.index


def item_of(*elements: Element) -> Item:
    """Return the item that `elements`, in order, make up; a single one is not part of what it says."""
    first, last = elements[0], elements[-1]
    begin = first.index + (len(elements) == 1)
    return Item(first, begin, last.end, first.first, max(last.last, first.first + 1))


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a comment's fields before it is read: the elements that hold them.

    `name` and `stamp` are words of fields that have no element to themselves, `runs` those words'.
    """

    author: Element | None = None
    time: Element | None = None
    text: Element | None = None
    name: str | None = None
    stamp: str | None = None
    runs: frozenset[int] = frozenset()


@dataclass(slots=True)
class Found:
    """One comment: `runs` are its own words; `parent` is another's place in the list, or None."""

    item: Item
    runs: list[int] = field(default_factory=list)
    author: str | None = None
    time_text: str | None = None
    time: str | None = None
    votes: int | None = None
    edited_text: str | None = None
    cut_short: bool = False
    parent: int | None = None


def read_comment(
    tree: Tree,
    item: Item,
    platform: Platform,
    items: dict[int, Item],
    known: Known | None = None,
) -> Found:
    """Return what `item` holds of a comment; those of `items` inside it are others."""
    comment = Found(item)
    within, nested = _within(tree, item, items)
    signs = [e for e in within if _is_head(tree, e, platform) and not _is_whole(e, item)]
    text = known.text if known else _text_element(within, signs, platform)
    heads = [e for e in within if text is None or not text.index <= e.index < text.end]
    author = (
        known.author
        if known
        else find_author(tree, [e for e in heads if not _is_whole(e, item)], platform)
    )
    if known:
        time = find_time(tree, [known.time], platform, sure=True) if known.time else None
    else:
        time = find_time(tree, heads, platform)
    votes = find_votes(tree, heads, platform)
    if author is not None:
        comment.author = author_words(tree, author)
        if time is None and (value := read_stamp(tree.own_text(author), short=True)):
            comment.time_text, comment.time = tree.own_text(author), value
    if time is not None:
        comment.time_text, comment.time = time.words, time.value
    if votes is not None:
        comment.votes = votes[1]
    told = (author, time.element if time else None, votes[0] if votes else None)
    left_out = [e for e in told if e is not None]
    left_out += [e for e in heads if e in signs or e.tag in {"header", "footer", "hgroup"}]
    left_out += [e for e in within if e.tag in {"form", "button"} or CONTROLS.search(e.words)]
    scope = text if text is not None else item
    # What the words stand in may be named for a control in it: "quick edit target".
    gone = [(e.index, e.end) for e in left_out if not e.index <= scope.index < e.end]
    comment.runs = _runs(tree, scope, [*gone, *((one.index, one.end) for one in nested)])
    if known:
        _add_known(comment, known)
    if comment.time_text is None:
        around = time_in_words(tree, _around(tree, heads, comment))
        comment.time_text, comment.time = around or (None, None)
    _finish(tree, comment)
    if comment.author is None and text is not None:
        comment.author = named_in_line(tree, heads)
    return comment


def _add_known(comment: Found, known: Known) -> None:
    comment.author = comment.author or known.name
    if known.stamp and comment.time_text is None:
        comment.time_text, comment.time = known.stamp, read_stamp(known.stamp, short=True)
    comment.runs = [run for run in comment.runs if run not in known.runs]


def _around(tree: Tree, heads: list[Element], comment: Found) -> Iterator[int]:
    """Yield the runs of `comment` that are none of its words."""
    indices = {comment.item.index, *(element.index for element in heads)}
    own = set(comment.runs)
    for block in tree.blocks[comment.item.first : comment.item.last]:
        yield from (r for r in block.runs if r not in own and tree.holders[r] in indices)


def _is_head(tree: Tree, element: Element, platform: Platform) -> bool:
    """Tell whether `element` holds who wrote and when, and no more."""
    label = element.label.lower()
    named = bool(label) and bool(platform.author.search(label) or platform.time.search(label))
    return named and len(tree.own_text(element)) < 150


def _is_whole(element: Element, item: Item) -> bool:
    """Tell whether `element` holds all blocks of `item`, of which there are several: no part of it is that."""
    return item.last - item.first > 1 and element.first <= item.first and element.last >= item.last


def _within(tree: Tree, item: Item, items: dict[int, Item]) -> tuple[list[Element], list[Item]]:
    """Return the elements in `item` that are not part of a comment inside it, and those comments."""
    within, nested = [], []
    index = item.begin
    while index < item.end:
        if index in items and index != item.index:
            nested.append(items[index])
            index = items[index].end
            continue
        within.append(tree.elements[index])
        index += 1
    return within, nested


def _text_element(
    within: list[Element], signs: list[Element], platform: Platform
) -> Element | None:
    """Return the element of a comment's own words: named for them, with no author or time in it."""
    ranked = []
    for element in within:
        label = element.label.lower()
        stated = "text" in element.attributes.get("itemprop", "").lower()
        if not stated and not (label and platform.text.search(label)):
            continue
        if element.tag in {"a", "form", "textarea"} or CONTROLS.search(element.words):
            continue
        if element.first == element.last:
            continue
        # A system's own name for the words is sure; a general one may be that of the whole.
        if not platform.own_text and any(element.index <= s.index < element.end for s in signs):
            continue
        sure = 2 * stated + bool(re.search(r"content|text|message|cooked", label))
        ranked.append((-sure, element.index, element))
    return min(ranked, key=lambda row: row[:2])[2] if ranked else None


def _runs(tree: Tree, scope: Element | Item, gone: list[tuple[int, int]]) -> list[int]:
    """Return the runs in `scope` that no stretch of elements in `gone` holds."""
    firsts, ends = _joined(gone)
    found = []
    for place in range(scope.first, max(scope.last, scope.first + 1)):
        for run in tree.blocks[place].runs:
            holder = tree.holders[run]
            if not scope.index <= holder < scope.end:
                continue
            before = bisect_right(firsts, holder) - 1
            if before < 0 or holder >= ends[before]:
                found.append(run)
    return found


def _joined(stretches: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the first and the end of stretches in order, those that overlap as one."""
    firsts: list[int] = []
    ends: list[int] = []
    for first, end in sorted(stretches):
        if ends and first < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            firsts.append(first)
            ends.append(end)
    return firsts, ends


def _finish(tree: Tree, comment: Found) -> None:
    """Read what the words at a comment's end and its author line say."""

    def words(run: int) -> str:
        return tree.words[run].strip()

    while comment.runs:
        first = words(comment.runs[0])
        said = SAID_LINE.fullmatch(first) if len(first) < 100 else None
        line = len(first) < 50 or (said and first.endswith(":"))
        value = read_stamp(first, short=True) if line else None
        if value and comment.time_text is None:
            comment.time_text, comment.time = first, value
            comment.author = comment.author or (said[1] if said else None)
        elif first and not (value or CONTROL_WORDS.fullmatch(first) or SAYS.fullmatch(f" {first}")):
            break
        comment.runs.pop(0)
    while comment.runs:
        last = words(comment.runs[-1])
        cut = bool(_CUT_SHORT.fullmatch(last))
        if last and not cut and not CONTROL_WORDS.fullmatch(last):
            break
        comment.cut_short = comment.cut_short or cut
        comment.runs.pop()
    if comment.runs and (found := _EDITED.fullmatch(words(comment.runs[-1]))):
        comment.edited_text = found[0]
        comment.runs.pop()
