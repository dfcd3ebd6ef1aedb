"""Names of authors, without what stands in or beside them: rank, reporting verbs, whom they answer.

In: a thread's comments, read; or the words of an author's line. Out: the name alone ("Ann in reply to Ben", "Ann → Ben", "Ann
says:", "Ann Senior Member" where Ann alone is a link). Out of scope: names that a comment's own words address (`flat.replies`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import parse_attribution_line, strip_status
from onrecord.pages.thread.comment.candidate import CommentCandidate
from onrecord.pages.thread.words.address_words import PROFILE_ADDRESS
from onrecord.pages.thread.words.author_words import ANSWERING, AUTHOR_PREFIX, TRAILING_SAYS

_POST_NUMBER = re.compile(r"^#\d{1,4}[.:)]*\s+(?=\S)")
_BEFORE_TIME = re.compile(r"(?<!\s)\s+[—–|•·@]\s+(?=.*\d)")


def trim_author_names(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Reduce the author of each of `comments` to the name, in place: without rank, and without whom they answer."""
    for comment in comments:
        if comment.author:
            comment.author = split_addressee(_find_linked_name(tree, comment) or comment.author)[0]


def _find_linked_name(tree: PageTree, comment: CommentCandidate) -> str | None:
    """Return the words of the one link to a profile that a comment's author begins with, or None."""
    element = comment.author_element
    if element is None or comment.author is None:
        return None
    inner = tree.elements[element.index + 1 : element.end]
    links = (e for e in inner if e.tag == "a" and PROFILE_ADDRESS.search(e.get("href")))
    names = {words for link in links if (words := tree.read_text(link))}
    name = names.pop() if len(names) == 1 else None
    return name if name and comment.author.startswith(f"{name} ") else None


def split_addressee(author: str) -> tuple[str, str | None]:
    """Return who wrote, and whom they answer or None.

    Examples:
        >>> split_addressee("Ann Lee in reply to Ben")
        ('Ann Lee', 'Ben')
        >>> split_addressee("Ann Lee")
        ('Ann Lee', None)

    """
    match = ANSWERING.fullmatch(author)
    return (match[1], match[2]) if match else (author, None)


def has_reporting_verbs(authors: Iterable[str | None]) -> bool:
    """Return whether a verb like "says" stands behind most names; behind one of many it is part of the name."""
    named = [words for words in authors if words]
    return 2 * sum(bool(TRAILING_SAYS.search(words)) for words in named) >= len(named)


def extract_author_name(words: str | None, *, verbs_follow: bool = True) -> str | None:
    """Return the name in an author's line ("Ann says:" is Ann), or None where nothing is left.

    Args:
        words: the line.
        verbs_follow: verbs like "says" stand behind the names of the thread, and are no part of this one.

    """
    if not words:
        return None
    line = parse_attribution_line(words)
    if line is not None and (line.time_text or (line.is_explicit and verbs_follow)):
        return line.name
    name = AUTHOR_PREFIX.sub("", words)
    name = _POST_NUMBER.sub("", _BEFORE_TIME.split(name, maxsplit=1)[0])
    if verbs_follow or name.endswith(":"):
        name = TRAILING_SAYS.sub("", name)
    return strip_status(name.strip()) or None
