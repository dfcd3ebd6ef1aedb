"""One comment of a thread in markup: its own words, who wrote it and when.

In: a `Tree`, the element that marks the comment, and the platform it is marked as. Out: a `Found`.
Leaves alone: which elements are comments, and which answers which (`thread`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.pages.dates import read_stamp
from onrecord.pages.element import Element
from onrecord.pages.selectors import CONTROL_WORDS, CONTROLS, PROFILE, SAYS, Platform
from onrecord.pages.tree import Tree

_COUNT = re.compile(r"[+\-−–]?\d[\d,.]*")
_CUT_SHORT = re.compile(
    r"(?:…|\.\.\.)?\s*(?:read|show|see|view) (?:more|full|whole)[ \w]*[»›>…]*\s*$", re.IGNORECASE
)
_NAME_TAGS = frozenset({"cite", "strong", "b", "h3", "h4", "h5", "h6"})
_RELATIVE = re.compile(
    r"\d+\s*\w+ ago|\b(?:an?|one) \w+ ago|yesterday|just now|\bvor \w+ \w+|\bil y a\b|\bhace \w+ \w+|\d\d?[:.]\d\d",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\(?\b(?:last )?edited\b[^)\n]{0,80}\)?", re.IGNORECASE)


@dataclass(slots=True)
class Found:
    """One comment: `runs` are its own words; `parent` is another's place in the list, or None."""

    item: Element
    runs: list[int] = field(default_factory=list)
    author: str | None = None
    time_text: str | None = None
    time: str | None = None
    votes: int | None = None
    edited_text: str | None = None
    cut_short: bool = False
    parent: int | None = None


def read_comment(tree: Tree, item: Element, platform: Platform, items: dict[int, Element]) -> Found:
    """Return what the element `item` holds of a comment; those of `items` inside it are others."""
    comment = Found(item)
    within = list(_within(tree, item, items))
    signs = [e for e in within if _is_head(tree, e, platform)]
    text = _text_element(within, signs, platform)
    heads = [e for e in within if text is None or not text.index <= e.index < text.end]
    author = _author(tree, heads, platform)
    time = _time(tree, heads, platform, comment)
    votes = _votes(tree, heads, platform, comment)
    comment.author = tree.own_text(author) if author is not None else None
    left_out = [e for e in (author, time, votes) if e is not None]
    left_out += [e for e in heads if e in signs or e.tag in {"header", "footer", "hgroup"}]
    left_out += [e for e in within if e.tag in {"form", "button"} or CONTROLS.search(e.words)]
    scope = text if text is not None else item
    comment.runs = _runs(tree, scope, [e for e in left_out if e is not scope], item, items)
    if comment.time_text is None:
        _time_in_words(tree, heads, comment)
    _finish(tree, comment)
    return comment


def _time_in_words(tree: Tree, heads: list[Element], comment: Found) -> None:
    """Read the time from the words around a comment's own, where no element is named for it."""
    indices = {element.index for element in (comment.item, *heads)}
    own = set(comment.runs)
    for place in range(comment.item.first, comment.item.last):
        for run in tree.blocks[place].runs:
            if run not in own and tree.holders[run] in indices:
                words = "".join(piece.text for piece in tree.pieces[run]).strip()
                if len(words) < 80 and (value := read_stamp(words)):
                    comment.time_text, comment.time = words, value
                    return


def _is_head(tree: Tree, element: Element, platform: Platform) -> bool:
    """Tell whether `element` holds who wrote and when, and no more."""
    label = element.label.lower()
    named = bool(label) and bool(platform.author.search(label) or platform.time.search(label))
    return named and len(tree.own_text(element)) < 150


def _within(tree: Tree, item: Element, items: dict[int, Element]) -> Iterator[Element]:
    """Yield the elements in `item` that are not part of a comment inside it."""
    index = item.index + 1
    while index < item.end:
        element = tree.elements[index]
        if index in items:
            index = element.end
            continue
        yield element
        index += 1


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
        if element.first == element.last or any(
            element.index <= s.index < element.end for s in signs
        ):
            continue
        sure = 2 * stated + bool(re.search(r"content|text|message|cooked", label))
        ranked.append((-sure, element.index, element))
    return min(ranked, key=lambda row: row[:2])[2] if ranked else None


def _author(tree: Tree, heads: list[Element], platform: Platform) -> Element | None:
    """Return the element that names who wrote: the innermost of those named for it, else a name set off."""
    for element in heads:
        label = element.label.lower()
        if element.attributes.get("itemprop") in {"author", "creator"} or (
            label and platform.author.search(label)
        ):
            words = tree.own_text(element)
            if 0 < len(words) < 120 and not CONTROLS.search(element.words):
                return _name_in(tree, element)
    for element in heads:
        if element.tag == "a" and PROFILE.search(element.attributes.get("href", "")):
            words = tree.own_text(element)
            if (
                0 < len(words) < 60
                and not CONTROL_WORDS.fullmatch(words)
                and read_stamp(words) is None
            ):
                return element
    for element in heads:
        if element.tag in _NAME_TAGS and not CONTROLS.search(element.words):
            words = tree.own_text(element)
            if 0 < len(words) < 60 and read_stamp(words) is None and not _COUNT.fullmatch(words):
                return element
    return None


def _name_in(tree: Tree, outer: Element) -> Element:
    """Return the element within `outer` that sets off the name, or `outer` itself."""
    for element in tree.elements[outer.index + 1 : outer.end]:
        named = (
            element.tag in _NAME_TAGS
            or "fn" in element.words.split()
            or (element.attributes.get("itemprop") == "name")
        )
        if (
            named
            or "url" in element.words.split()
            or re.search(r"\b(?:author|user) ?name\b", element.words)
        ):
            words = tree.own_text(element)
            if words and not CONTROLS.search(element.words) and read_stamp(words) is None:
                return element
    return outer


def _time(tree: Tree, heads: list[Element], platform: Platform, comment: Found) -> Element | None:
    best: Element | None = None
    for element in heads:
        stated = element.attributes.get("datetime") or element.attributes.get("data-timestamp", "")
        label = element.label.lower()
        if element.tag == "time" or stated or (label and platform.time.search(label)):
            words = tree.own_text(element)
            if not words or len(words) > 100:
                continue
            title = element.attributes.get("title", "")
            value = read_stamp(stated) or read_stamp(title) or read_stamp(words)
            dated = bool(_RELATIVE.search(words))
            if element.tag == "time" and value:
                comment.time_text, comment.time = words, value
                return element
            if (value and comment.time is None) or (best is None and dated):
                # A line of several things ("Ann, 3 May 2016") is searched for something smaller.
                best, comment.time_text, comment.time = element, words, value
            elif value and best is not None and best.index < element.index < best.end:
                best, comment.time_text, comment.time = element, words, value
    return best


def _votes(tree: Tree, heads: list[Element], platform: Platform, comment: Found) -> Element | None:
    for element in heads:
        if element.label and platform.votes.search(element.label.lower()):
            words = tree.own_text(element).replace("−", "-").replace("–", "-")
            if _COUNT.fullmatch(words):
                comment.votes = int(re.sub(r"[,.]", "", words))
                return element
    return None


def _runs(
    tree: Tree, scope: Element, left_out: list[Element], item: Element, items: dict[int, Element]
) -> list[int]:
    nested = [e for i, e in items.items() if item.index < i < item.end]
    gone = [(e.index, e.end) for e in (*left_out, *nested)]
    return [
        run
        for block in tree.blocks[scope.first : max(scope.last, scope.first + 1)]
        for run in block.runs
        if scope.index <= (holder := tree.holders[run]) < scope.end
        and not any(first <= holder < last for first, last in gone)
    ]


def _finish(tree: Tree, comment: Found) -> None:
    """Read what the words at a comment's end and its author line say."""

    def words(run: int) -> str:
        return "".join(piece.text for piece in tree.pieces[run]).strip()

    while comment.runs:
        first = words(comment.runs[0])
        value = read_stamp(first) if len(first) < 50 and comment.time_text is None else None
        if value:
            comment.time_text, comment.time = first, value
        elif first and not CONTROL_WORDS.fullmatch(first):
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


def author_name(words: str | None) -> str | None:
    """Return the name in an author line ("Ann says:" is Ann), or None where nothing is left."""
    if not words:
        return None
    name = re.sub(
        r"^(?:by|from|posted by|comment by|von|par|por)\s*:?\s+", "", words, flags=re.IGNORECASE
    )
    name = re.split(r"\s+[—–|•·@]\s+(?=.*\d)", name, maxsplit=1)[0]
    return SAYS.sub("", name).strip() or None
