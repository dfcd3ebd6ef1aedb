"""Who wrote a comment, when, and what others gave it: the fields around its words.

In: the elements of a comment that are not its words, and its platform. Out: the elements that tell each
field, and what they say. Out of scope: a comment's own words (`comment`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import read_line, without_status
from onrecord.pages.thread.words.platforms import (
    CONTROL_WORDS,
    CONTROLS,
    PROFILE,
    SAYS,
    Platform,
    is_in,
)
from onrecord.pages.thread.words.reader_words import BADGE, NO_NAME

_COUNT = re.compile(
    r"([+-]?\d[\d,.]*)\s*(?:points?|votes?|likes?|punkte?|stimmen?)?", re.IGNORECASE
)
_LONGEST_COUNT = 12
_NAME_TAGS = frozenset({"cite", "strong", "b", "h3", "h4", "h5", "h6"})
_USERNAME = re.compile(r"\b(?:author|user|nick|display|screen) ?name\b|(?:^| )(?:fn|nick)(?= |$)")
_PICTURE = re.compile(r"(?:^| )avatar(?= |$)")
_PLACED = re.compile(r"^#\d{1,4}[.:)]*\s+(?=\S)")
_NO_AUTHOR_LINK = re.compile(
    r"^(?:#|javascript:|mailto:|tel:)|#(?:comment|respond|c|post|p)-?\d*$|replytocom=",
    re.IGNORECASE,
)
_LINES = frozenset({"p", "div", "span", "small", "footer", "em", "i"})


def find_author(tree: PageTree, heads: Sequence[Element], platform: Platform) -> Element | None:
    """Return the element that names who wrote: the innermost of those named for it, else a name set off."""
    heads = [e for e in heads if not any(up.tag == "form" for up in tree.ancestors(e.index)[:6])]
    for element in heads:
        label = element.label.lower()
        if (
            element.attributes.get("itemprop") in {"author", "creator"}
            or "author" in element.get("rel").lower().split()
            or (label and is_in(platform.author, label))
        ):
            words = tree.own_text(element)
            if 0 < len(words) < 120 and not is_in(CONTROLS, element.words):
                return _name_in(tree, element)
    links = (e for e in heads if e.tag == "a" and PROFILE.search(e.attributes.get("href", "")))
    tagged = (e for e in heads if e.tag in _NAME_TAGS and not is_in(CONTROLS, e.words))
    for element in (*links, *tagged):
        words = tree.own_text(element)
        line = read_line(words)
        # A link on a picture may have a letter in the picture's place: no name.
        picture = element.tag == "a" and _PICTURE.search(element.words)
        if (is_name(words) or line) and not picture and not is_in(NO_NAME, element.words):
            return element
    return None


def named_in_line(tree: PageTree, heads: Sequence[Element]) -> str | None:
    """Return who wrote by a line around the words that says "Posted by Ann | 3 May 2016", or None."""
    for element in heads:
        if element.tag in _LINES and element.last - element.first <= 1:
            line = read_line(tree.own_text(element))
            if line is not None and line.sure and is_name(line.name):
                return line.name
    return None


def is_name(words: str) -> bool:
    """Return whether `words` may be the name someone writes by."""
    return (
        0 < len(words) < 60
        and not CONTROL_WORDS.fullmatch(words)
        and not _COUNT.fullmatch(words)
        and parse_timestamp(words, short=True) is None
    )


def _name_in(tree: PageTree, outer: Element) -> Element:
    """Return the element within `outer` that sets off the name, or `outer` itself.

    A name for names counts more than a tag that sets off anything.
    """
    inner = tree.elements[outer.index + 1 : outer.end]
    named = (
        e for e in inner if _USERNAME.search(e.words) or e.attributes.get("itemprop") == "name"
    )
    linked = (
        e
        for e in inner
        if e.tag == "a"
        and ("url" in e.words.split() or PROFILE.search(e.attributes.get("href", "")))
    )
    tagged = (e for e in inner if e.tag in _NAME_TAGS)
    for element in (*named, *linked, *tagged):
        words = tree.own_text(element)
        if words and is_name(words) and not is_in(CONTROLS, element.words):
            return element
    return outer


def author_words(tree: PageTree, author: Element) -> str:
    """Return the name in `author`, without the badges in it ("Ann" and "Moderator")."""
    beside = [
        e
        for e in tree.elements[author.index + 1 : author.end]
        if e.tag != "a" and (is_in(NO_NAME, e.words) or BADGE.fullmatch(tree.own_text(e)))
    ]
    words = tree.own_text(author)
    for element in beside:
        badge = tree.own_text(element)
        if badge and words != badge:
            words = " ".join(words.replace(badge, " ").split())
    return words


def author_link(tree: PageTree, author: Element, item: int) -> str | None:
    """Return where the name in `author` links to, below element `item`; None where it is no link to who wrote."""
    inner = tree.elements[author.index : author.end]
    outer = (e for e in tree.ancestors(author.index)[1:3] if e.index > item)
    for element in (*inner, *outer):
        href = element.get("href").strip() if element.tag == "a" else ""
        if href and not _NO_AUTHOR_LINK.search(href):
            return href
    return None


def find_votes(
    tree: PageTree, heads: Iterable[Element], platform: Platform
) -> tuple[Element, int] | None:
    """Return the element that tells a comment's votes, and their number."""
    for element in heads:
        if element.label and is_in(platform.votes, element.label.lower()):
            words = tree.own_text(element).replace("−", "-").replace("–", "-")
            if (found := _COUNT.fullmatch(words)) and len(found[1]) <= _LONGEST_COUNT:
                return element, int(re.sub(r"[,.]", "", found[1]))
    return None


def says_on_most(authors: Iterable[str | None]) -> bool:
    """Return whether a word like "says" stands behind most names: behind one of many it is part of the name."""
    named = [words for words in authors if words]
    return 2 * sum(bool(SAYS.search(words)) for words in named) >= len(named)


def author_name(words: str | None, *, says: bool = True) -> str | None:
    """Return the name in an author line ("Ann says:" is Ann), or None where nothing is left.

    Args:
        words: the line.
        says: words like "says" stand behind the names of the thread, and are no part of this one.

    """
    if not words:
        return None
    line = read_line(words)
    if line is not None and (line.stamp or (line.sure and says)):
        return line.name
    name = re.sub(
        r"^(?:(?:by|from|posted by|comment by|von|par|por)\s*:?|(?:name|user|username|author|autor|nom|pseudo|nombre|nome|naam)\s*:)\s+",
        "",
        words,
        flags=re.IGNORECASE,
    )
    name = _PLACED.sub("", re.split(r"\s+[—–|•·@]\s+(?=.*\d)", name, maxsplit=1)[0])
    if says or name.endswith(":"):
        name = SAYS.sub("", name)
    return without_status(name.strip()) or None
