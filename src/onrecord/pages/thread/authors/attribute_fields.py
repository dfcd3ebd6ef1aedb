"""Who wrote a comment and when, where the page states it in attributes and shows no words for it.

In: a `PageTree` and its comments. Out: authors and times of those that have none yet: of an attribute that names
the author, of `<meta>` in the comment, of the words in place of the author's picture. Out of scope: what
words on the page told (`comment`); a picture's words that are the same on all comments, or name no one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import read_line
from onrecord.pages.thread.comment.author import is_name
from onrecord.pages.thread.comment.reader import Found
from onrecord.pages.thread.words.platforms import PROFILE

_NAMED = ("data-author", "data-author-name", "data-username", "data-user-name", "data-comment-author",
          "data-display-name", "author")  # fmt: skip
_TIMES = frozenset({"datepublished", "datecreated", "commenttime"})
_PICTURE = re.compile(
    r"avatar|gravatar|userpic|user-?im(?:age|g)|profile-?(?:pic|image|photo)|author", re.IGNORECASE
)
_AROUND = re.compile(
    r"^(?:(?:user |profile )?(?:avatar|picture|photo|image|profilbild|benutzerbild)\s*(?:of|for|von|de|:)?\s+)"
    r"|(?:['’]s)?\s+(?:user |profile )?(?:avatar|picture|photo|image|profilbild|gravatar)$",
    re.IGNORECASE,
)
_NO_ONE = re.compile(
    r"(?:user|your|default|no|member|guest|gast|profile)?[\s'’s-]*(?:avatar|gravatar|picture|photo|image|profile|user|icon|logo|bild)"
    r"|.*\.(?:jpe?g|png|gif|svg|webp)",
    re.IGNORECASE,
)


def add_stated(tree: PageTree, comments: Sequence[Found]) -> None:
    """Set author and time of those of `comments` that lack them and whose attributes state them."""
    lacking = {c.item.index: c for c in comments if not c.author or not c.time_text}
    if not lacking:
        return
    places = {comment.item.index for comment in comments}
    for comment in lacking.values():
        held = comment.item.element.attributes
        comment.author = comment.author or stated_name(held)
    pictures: dict[int, str] = {}
    for tag, held, at in tree.empty:
        holder = _holder(tree, at, places)
        if holder not in lacking:
            continue
        if tag == "meta":
            _add_meta(lacking[holder], held)
        elif tag == "time":
            _add_time(lacking[holder], held.get("datetime", ""))
        elif name := _pictured(tree, held, at):
            pictures.setdefault(holder, name)
    for index, comment in lacking.items():
        if index not in pictures and not comment.author and (name := _titled(tree, comment)):
            pictures[index] = name
    # What all pictures say is no name of anyone.
    if len(set(pictures.values())) > 1:
        for index, name in pictures.items():
            lacking[index].author = lacking[index].author or name


def stated_name(held: Mapping[str, str]) -> str | None:
    """Return the name of who wrote a comment that has the attributes `held`, or None."""
    names = (held[name].strip() for name in _NAMED if name in held)
    if name := next(filter(is_name, names), None):
        return name
    line = read_line(held.get("aria-label", ""))
    return line.name if line is not None and line.sure else None


def _titled(tree: PageTree, comment: Found) -> str | None:
    """Return the title of the link on the picture of who wrote, where it is a name."""
    for element in tree.elements[comment.item.begin : comment.item.end]:
        title = element.get("title").strip() if element.tag == "a" else ""
        pictured = title and (_PICTURE.search(element.label) or PROFILE.search(element.get("href")))
        if pictured and is_name(name := _AROUND.sub("", title)) and not _NO_ONE.fullmatch(name):
            return name
    return None


def _holder(tree: PageTree, at: int, places: set[int]) -> int:
    """Return the index of the comment that element `at` stands in, or -1."""
    above = tree.ancestors(at) if at >= 0 else []
    return next((e.index for e in above if e.index in places), -1)


def _add_meta(comment: Found, held: dict[str, str]) -> None:
    kind, told = held.get("itemprop", "").lower(), held.get("content", "").strip()
    if kind in {"author", "creator"} and not comment.author and is_name(told):
        comment.author = told
    elif kind in _TIMES:
        _add_time(comment, told)


def _add_time(comment: Found, told: str) -> None:
    if not comment.time_text and (value := parse_timestamp(told)):
        comment.time_text, comment.time = told, value


def _pictured(tree: PageTree, held: dict[str, str], at: int) -> str | None:
    """Return the name that the words in place of a picture of who wrote give."""
    above = tree.ancestors(at)[:2]
    shown = _PICTURE.search(f"{held.get('class', '')} {held.get('src', '')}") or any(
        _PICTURE.search(e.label) or (e.tag == "a" and PROFILE.search(e.get("href"))) for e in above
    )
    for told in (held.get("alt", ""), held.get("title", "")):
        name = _AROUND.sub("", told.strip())
        if shown and name and is_name(name) and not _NO_ONE.fullmatch(name):
            return name
    return None
