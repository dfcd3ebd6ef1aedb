"""Readers' comments by their markup.

In: a `PageTree`. Out: the comments it marks, each with the runs of its own words, who wrote it, when, and
which it answers; and the blocks they take up. Out of scope: comments that only a flattened text
shows (`flat`), and those a script would load.

What marks a comment is data (`platforms.PLATFORMS`); a page's comments are read by the one system that
finds most of them. Where none does, blocks of one shape are looked for that each have an author, a day
and words (`thread_runs`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from onrecord.pages.dates.parsing import infer_day_first, parse_numeric_date
from onrecord.pages.dom.element import Element, is_heading
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.authors.attribute_fields import add_stated
from onrecord.pages.thread.authors.author_names import settle_names
from onrecord.pages.thread.authors.thread_authors import name_authors
from onrecord.pages.thread.comment.extent import Item, item_of
from onrecord.pages.thread.comment.reader import Found, read_comment
from onrecord.pages.thread.furniture import leave_furniture
from onrecord.pages.thread.json_ld import add_data, find_by_data
from onrecord.pages.thread.parents import find_parents
from onrecord.pages.thread.repeated_blocks.block_finder import find_runs, link_share
from onrecord.pages.thread.words.platforms import (
    COMMENT_SIGN,
    NO_COMMENT,
    NO_READER,
    PLATFORMS,
    PROFILE,
    Platform,
)

_NUMBER = re.compile(r"(\d+)\D*$")
_PINGBACK = re.compile(
    r"(?:pingback|trackback)s?\b\s*(?:by|von|:|\W)|\[(?:…|\.{3})\].*\[(?:…|\.{3})\]\s*$",
    re.IGNORECASE | re.DOTALL,
)
_TYPE = re.compile(
    r"schema\.org/(?:(?:user)?comment|answer|question|(?:discussionforum|socialmedia)posting)"
)
_NO_ITEM = frozenset({"a", "span", "form", "body", "button", "input", "section", "p"})
_MOST_LINKED = (
    0.5  # of the characters of comments: titles of opinion pieces are called comments, too
)
_NEARLY_ALL = 0.8
_MOST_NESTED = 50  # comments within one another: each is read with all that is in it
_CACHED = 16_384


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments in order of the page, and the places of all blocks that are part of the thread."""

    comments: tuple[Found, ...]
    blocks: frozenset[int]


def find_thread(tree: PageTree) -> Thread:
    """Return the page's comments as its markup has them; empty where it has none."""
    best: list[Found] = []
    sure = False
    for platform, elements in _likely(tree):
        found = _comments(tree, platform, elements)
        # Later entries are more general: they must find clearly more to be believed.
        if len(found) > len(best) * 1.5:
            best, sure = found, platform.sure
    if len(best) < 2 or not sure:
        found = find_runs(tree)
        if len(found) > max(1.0, len(best) * 1.5):
            best = found
    best = best or find_by_data(tree)
    if not best:
        return Thread((), frozenset())
    best = [comment for comment in best if not _is_pingback(tree, comment)]
    leave_furniture(tree, best)
    best = [comment for comment in best if comment.runs]
    add_stated(tree, best)
    settle_names(tree, best)
    best = _without_lists_apart(best)
    _settle_days(best)
    find_parents(tree, best)
    add_data(tree, best)
    taken = {place for found in best for place in range(found.item.first, found.item.last)}
    return Thread(tuple(best), frozenset(taken))


def _settle_days(comments: list[Found]) -> None:
    """Read days like 03/04/2016 where another of the thread (25/04/2016) tells which number is the day."""
    order = infer_day_first(comment.time_text for comment in comments if comment.time_text)
    for comment in comments:
        if order is not None and comment.time is None and comment.time_text:
            comment.time = parse_numeric_date(comment.time_text, day_comes_first=order)


def _without_lists_apart(comments: list[Found]) -> list[Found]:
    """Return `comments` without whole lists that tell no time where nearly all in other lists do: links from elsewhere."""
    if not comments:
        return comments
    lists: dict[int, list[Found]] = {}
    outer = comments[0].item
    for comment in comments:
        if comment.item.index >= outer.element.end:
            outer = comment.item
        lists.setdefault(outer.element.parent, []).append(comment)
    timed = [one for one in lists.values() if any(comment.time_text for comment in one)]
    told = [comment for one in timed for comment in one]
    if len(timed) == len(lists) or sum(bool(c.time_text) for c in told) < _NEARLY_ALL * len(told):
        return comments
    kept = set(map(id, told))
    return [comment for comment in comments if id(comment) in kept] if len(told) > 1 else comments


def _is_pingback(tree: PageTree, comment: Found) -> bool:
    """Return whether a comment is another site's link, by its first words or those it is cut from."""
    words = " ".join(tree.words[run].strip() for run in comment.runs)
    return bool(_PINGBACK.match(words) or _PINGBACK.match(comment.author or ""))


def _likely(tree: PageTree) -> list[tuple[Platform, list[Element]]]:
    """Return the elements that each platform may call a comment, in the platforms' order."""
    likely: dict[int, list[Element]] = {}
    typed = _TYPE.search(" ".join(tree.scan.attributes).lower()) is not None
    for element in tree.elements:
        if element.tag in _NO_ITEM or element.hidden:
            continue
        rows = _label_rows(element.label) if element.label else ()
        if typed and (kind := element.get("itemtype")):
            rows = (*rows, *_rows(kind.lower()))
        if "-" in element.tag:
            rows = (*rows, *_rows(element.tag))
        if rows:
            for row in dict.fromkeys(rows):
                likely.setdefault(row, []).append(element)
    return [(PLATFORMS[row], likely[row]) for row in sorted(likely)]


@lru_cache(maxsize=_CACHED)
def _label_rows(label: str) -> tuple[int, ...]:
    label = label.lower()
    return _rows(label) if COMMENT_SIGN.search(label) else ()


@lru_cache(maxsize=_CACHED)
def _rows(label: str) -> tuple[int, ...]:
    return tuple(row for row, platform in enumerate(PLATFORMS) if platform.item.search(label))


def _comments(tree: PageTree, platform: Platform, likely: list[Element]) -> list[Found]:
    texts = _texts(tree, platform) if platform.own_text else []
    near = _not_too_deep(likely)
    elements = [element for element in near if _is_item(tree, element, platform, texts)]
    if not elements:
        return []
    items = [item_of(element) for element in _absorbed(tree, elements)]
    inner: dict[int, Item] = {item.index: item for item in items}
    read = [read_comment(tree, item, platform, inner) for item in items]
    for number, named in name_authors(tree, read, inner).items():
        read[number] = read_comment(tree, items[number], platform, inner, named=named)
    # What a general pattern finds must say who wrote it, or when.
    found = [c for c in read if c.runs and (platform.sure or c.author or c.time_text)]
    return found if platform.sure or _by_readers(tree, found) else []


def _by_readers(tree: PageTree, found: list[Found]) -> bool:
    """Return whether what a general name calls comments reads so: a day or two authors, and words that are no links."""
    writers = {comment.author for comment in found if comment.author}
    dated = any(comment.time_text for comment in found)
    if not dated and all(comment.by and _is_headline(tree, comment.by) for comment in found):
        return False
    return (dated or len(writers) > 1) and link_share(tree, found) < _MOST_LINKED


def _is_headline(tree: PageTree, element: Element) -> bool:
    """Return whether `element` is a heading that leads to a page, as headlines of opinion pieces do."""
    around = (*tree.elements[element.index : element.end], *tree.ancestors(element.index)[1:3])
    leads = any(
        e.tag == "a" and e.get("href") and not PROFILE.search(e.get("href")) for e in around
    )
    return leads and any(is_heading(e) for e in around)


def _not_too_deep(items: list[Element]) -> list[Element]:
    """Return `items` without those within `_MOST_NESTED` others: comments that were never closed."""
    kept: list[Element] = []
    ends: list[int] = []
    for item in items:
        while ends and ends[-1] <= item.index:
            ends.pop()
        if len(ends) < _MOST_NESTED:
            ends.append(item.end)
            kept.append(item)
    return kept


def _is_item(tree: PageTree, element: Element, platform: Platform, texts: list[int]) -> bool:
    if platform.name == "plain" and NO_COMMENT.search(element.words):
        return False
    if platform.own_text and not _holds(element, texts):
        return False
    return not any(NO_READER.search(e.words) for e in tree.ancestors(element.index)[:4])


def _texts(tree: PageTree, platform: Platform) -> list[int]:
    """Return the places of the elements that are what the platform calls a comment's words."""
    return [e.index for e in tree.elements if e.label and platform.text.search(e.label.lower())]


def _holds(element: Element, places: list[int]) -> bool:
    """Return whether one of `places`, in order, is `element` or in it."""
    at = bisect_left(places, element.index)
    return at < len(places) and places[at] < element.end


def _absorbed(tree: PageTree, items: list[Element]) -> list[Element]:
    """Return `items` without those that are the inside of another: the same number, or its only words."""
    kept: list[Element] = []
    open_: list[tuple[Element, bool]] = []
    for item in items:
        while open_ and open_[-1][0].end <= item.index:
            open_.pop()
        outer = open_[-1] if open_ else None
        if outer and not outer[1] and not _own_words(tree, outer[0], item):
            open_[-1] = (outer[0], True)
            open_.append((item, True))
            continue
        if outer and (number := _number(item)) and number == _number(outer[0]):
            continue
        kept.append(item)
        open_.append((item, False))
    return kept


def _own_words(tree: PageTree, outer: Element, inner: Element) -> bool:
    """Return whether `outer` has words of its own before `inner` begins."""
    if inner.parent == outer.index and inner.tag == outer.tag:
        return True
    return any(tree.blocks[place].text for place in range(outer.first, inner.first))


def _number(element: Element) -> str | None:
    found = _NUMBER.search(element.attributes.get("id", ""))
    return found[1] if found else None
