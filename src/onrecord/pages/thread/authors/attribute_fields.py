"""Who wrote a comment and when, where the page states it in attributes and shows no words for it.

In: a `PageTree` and its comments. Out: authors and times of those that have none yet: from an attribute that names
the author, from `<meta>` in the comment, from the alternative text of the author's picture. Out of scope: what
words on the page state (`comment.reader`); alternative texts that are the same on all comments, or name no one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import parse_attribution_line
from onrecord.pages.thread.comment.author import may_be_author
from onrecord.pages.thread.comment.candidate import CommentCandidate
from onrecord.pages.thread.words.address_words import PROFILE_ADDRESS
from onrecord.pages.thread.words.author_words import AROUND_PICTURED_NAME, NO_PICTURED_NAME
from onrecord.pages.thread.words.label_words import AVATAR_SOURCES
from onrecord.pages.thread.words.markup_words import (
    AUTHOR_ATTRIBUTES,
    AUTHOR_PROPERTIES,
    TIME_PROPERTIES,
)


def add_attribute_fields(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Set author and time of those of `comments` that lack them and whose attributes state them."""
    lacking = {c.extent.index: c for c in comments if not c.author or not c.time_text}
    if not lacking:
        return
    for comment in lacking.values():
        attributes = comment.extent.element.attributes
        comment.author = comment.author or find_author_attribute(attributes)
    pictured = _read_empty_elements(tree, lacking, {c.extent.index for c in comments})
    for index, comment in lacking.items():
        if (
            index not in pictured
            and not comment.author
            and (name := _find_title_name(tree, comment))
        ):
            pictured[index] = name
    # What all pictures say is no name of anyone.
    if len(set(pictured.values())) > 1:
        for index, name in pictured.items():
            lacking[index].author = lacking[index].author or name


def _read_empty_elements(
    tree: PageTree, lacking: Mapping[int, CommentCandidate], indices: set[int]
) -> dict[int, str]:
    """Set what `<meta>` and `<time>` state; return the names that pictures give, by the comment's element.

    Args:
        tree: the page.
        lacking: the comments that lack author or time, by their element.
        indices: the elements of all comments.

    """
    pictured: dict[int, str] = {}
    for tag, attributes, holder in tree.empty_elements:
        index = _find_comment_index(tree, holder, indices)
        if index not in lacking:
            continue
        if tag == "meta":
            _add_meta(lacking[index], attributes)
        elif tag == "time":
            _add_time(lacking[index], attributes.get("datetime", ""))
        elif name := _read_picture_name(tree, attributes, holder):
            pictured.setdefault(index, name)
    return pictured


def find_author_attribute(attributes: Mapping[str, str]) -> str | None:
    """Return the author that a comment's `attributes` name, or None."""
    names = (attributes[name].strip() for name in AUTHOR_ATTRIBUTES if name in attributes)
    if name := next(filter(may_be_author, names), None):
        return name
    line = parse_attribution_line(attributes.get("aria-label", ""))
    return line.name if line is not None and line.is_explicit else None


def _find_title_name(tree: PageTree, comment: CommentCandidate) -> str | None:
    """Return the title of the link on the author's picture, where it is a name."""
    for element in tree.elements[comment.extent.begin : comment.extent.end]:
        title = element.get("title").strip() if element.tag == "a" else ""
        is_avatar = title and (
            AVATAR_SOURCES.search(element.label) or PROFILE_ADDRESS.search(element.get("href"))
        )
        if is_avatar and (name := _extract_pictured_name([title])):
            return name
    return None


def _find_comment_index(tree: PageTree, holder: int, indices: set[int]) -> int:
    """Return which of `indices` element `holder` is or stands in, or -1."""
    above = tree.list_ancestors(holder) if holder >= 0 else []
    return next((e.index for e in above if e.index in indices), -1)


def _add_meta(comment: CommentCandidate, attributes: Mapping[str, str]) -> None:
    kind, content = attributes.get("itemprop", "").lower(), attributes.get("content", "").strip()
    if kind in AUTHOR_PROPERTIES and not comment.author and may_be_author(content):
        comment.author = content
    elif kind in TIME_PROPERTIES:
        _add_time(comment, content)


def _add_time(comment: CommentCandidate, stated: str) -> None:
    if not comment.time_text and (value := parse_timestamp(stated)):
        comment.time_text, comment.time = stated, value


def _read_picture_name(tree: PageTree, attributes: Mapping[str, str], holder: int) -> str | None:
    """Return the name that the alternative text or title of an author's picture in element `holder` gives, or None."""
    is_avatar = AVATAR_SOURCES.search(
        f"{attributes.get('class', '')} {attributes.get('src', '')}"
    ) or any(
        AVATAR_SOURCES.search(e.label) or (e.tag == "a" and PROFILE_ADDRESS.search(e.get("href")))
        for e in tree.list_ancestors(holder)[:2]
    )
    if not is_avatar:
        return None
    texts = (attributes.get("alt", ""), attributes.get("title", ""))
    return _extract_pictured_name(text.strip() for text in texts)


def _extract_pictured_name(texts: Iterable[str]) -> str | None:
    """Return the first name in `texts`, without "avatar of" around it; None where they name no one."""
    names = (AROUND_PICTURED_NAME.sub("", text) for text in texts)
    return next(
        (
            name
            for name in names
            if name and may_be_author(name) and not NO_PICTURED_NAME.fullmatch(name)
        ),
        None,
    )
