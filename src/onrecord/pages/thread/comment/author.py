"""Who wrote a comment, by the elements around its words.

In: the elements of a comment that are not its words, and its platform. Out: the element that names the author, the name in it,
and where it links to. Out of scope: authors found by the position that all comments share (`authors.thread_authors`) or stated
in attributes (`authors.attribute_fields`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import parse_attribution_line
from onrecord.pages.thread.comment.votes import is_vote_count
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.address_words import NON_AUTHOR_ADDRESS, PROFILE_ADDRESS
from onrecord.pages.thread.words.author_words import BADGE_WORDS
from onrecord.pages.thread.words.control_words import CONTROL_WORDS
from onrecord.pages.thread.words.label_words import (
    AVATAR_LABELS,
    CONTROL_LABELS,
    NON_NAME_LABELS,
    USERNAME_LABELS,
    is_in,
)
from onrecord.pages.thread.words.markup_words import (
    AUTHOR_LINE_TAGS,
    AUTHOR_PROPERTIES,
    NAME_TAGS,
)
from onrecord.pages.thread.words.platforms import Platform


def find_author(
    tree: PageTree, header_elements: Sequence[Element], platform: Platform
) -> Element | None:
    """Return the element that names the author: the innermost of those named for it, else a name set off; or None."""
    outside_forms = [e for e in header_elements if not _is_in_form(tree, e)]
    for element in outside_forms:
        if _is_named_for_author(element, platform):
            words = tree.read_text(element)
            fits = 0 < len(words) < THRESHOLDS.longest_author_line
            if fits and not is_in(CONTROL_LABELS, element.label_words):
                return _find_name_element(tree, element)
    set_off = _iter_set_off(outside_forms)
    return next((e for e in set_off if _is_author_set_off(tree, e)), None)


def _is_in_form(tree: PageTree, element: Element) -> bool:
    above = tree.list_ancestors(element.index)[: THRESHOLDS.form_levels]
    return any(outer.tag == "form" for outer in above)


def _is_named_for_author(element: Element, platform: Platform) -> bool:
    label = element.label.lower()
    return (
        element.attributes.get("itemprop") in AUTHOR_PROPERTIES
        or "author" in element.get("rel").lower().split()
        or bool(label and is_in(platform.author, label))
    )


def _iter_set_off(elements: Sequence[Element]) -> Iterator[Element]:
    """Yield links to profiles, then what a tag for names sets off."""
    yield from (
        e for e in elements if e.tag == "a" and PROFILE_ADDRESS.search(e.attributes.get("href", ""))
    )
    yield from (
        e for e in elements if e.tag in NAME_TAGS and not is_in(CONTROL_LABELS, e.label_words)
    )


def _is_author_set_off(tree: PageTree, element: Element) -> bool:
    words = tree.read_text(element)
    line = parse_attribution_line(words)
    # A link on a picture may have a letter in the picture's place: no name.
    is_picture = element.tag == "a" and AVATAR_LABELS.search(element.label_words)
    is_name = bool(may_be_author(words) or line)
    return is_name and not is_picture and not is_in(NON_NAME_LABELS, element.label_words)


def find_author_in_lines(tree: PageTree, header_elements: Sequence[Element]) -> str | None:
    """Return who wrote by a line around the words that says "Posted by Ann | 3 May 2016", or None."""
    for element in header_elements:
        if element.tag in AUTHOR_LINE_TAGS and element.block_end - element.block_start <= 1:
            line = parse_attribution_line(tree.read_text(element))
            if line is not None and line.is_explicit and may_be_author(line.name):
                return line.name
    return None


def may_be_author(words: str) -> bool:
    """Return whether `words`, which markup names as an author's, may be the name someone writes under."""
    return (
        0 < len(words) < THRESHOLDS.longest_author
        and not CONTROL_WORDS.fullmatch(words)
        and not is_vote_count(words)
        and parse_timestamp(words, short=True) is None
    )


def _find_name_element(tree: PageTree, outer: Element) -> Element:
    """Return the element within `outer` that sets off the name, or `outer` itself.

    A class for names counts more than a tag that sets off anything.
    """
    for element in _iter_name_elements(tree.elements[outer.index + 1 : outer.end]):
        words = tree.read_text(element)
        if words and may_be_author(words) and not is_in(CONTROL_LABELS, element.label_words):
            return element
    return outer


def _iter_name_elements(elements: Sequence[Element]) -> Iterator[Element]:
    """Yield what is named for a name, then links to profiles, then what a tag for names sets off."""
    yield from (
        e
        for e in elements
        if USERNAME_LABELS.search(e.label_words) or e.attributes.get("itemprop") == "name"
    )
    yield from (
        e
        for e in elements
        if e.tag == "a"
        and ("url" in e.label_words.split() or PROFILE_ADDRESS.search(e.attributes.get("href", "")))
    )
    yield from (e for e in elements if e.tag in NAME_TAGS)


def read_author_name(tree: PageTree, author: Element) -> str:
    """Return the name in `author`, without the badges in it ("Ann" and "Moderator")."""
    badges = [
        e
        for e in tree.elements[author.index + 1 : author.end]
        if e.tag != "a"
        and (is_in(NON_NAME_LABELS, e.label_words) or BADGE_WORDS.fullmatch(tree.read_text(e)))
    ]
    words = tree.read_text(author)
    for element in badges:
        badge = tree.read_text(element)
        if badge and words != badge:
            words = " ".join(words.replace(badge, " ").split())
    return words


def find_author_link(tree: PageTree, author: Element, comment_index: int) -> str | None:
    """Return where the name in `author` links to, below element `comment_index`; None where it links to no author."""
    inner = tree.elements[author.index : author.end]
    outer = (e for e in tree.list_ancestors(author.index)[1:3] if e.index > comment_index)
    for element in (*inner, *outer):
        href = element.get("href").strip() if element.tag == "a" else ""
        if href and not NON_AUTHOR_ADDRESS.search(href):
            return href
    return None
