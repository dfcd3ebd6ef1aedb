"""What tells that blocks of one shape were written by readers, and are no list of articles or reports.

In: a `PageTree` and the comments of a run, read. Out: how many signs there are: a name of an element around them
("replies", "forum"), words to answer with, numbers that run on, what boards tell of members ("Posts: 12"), words quoted
from one another, an address of a forum; against them, names of lists of changes and version numbers as headings.
Out of scope: how many are enough (`thread_runs`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.pages.dom.element import is_heading
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.reader import Found, blocks_of
from onrecord.pages.thread.words.reader_words import READERS, REPLY_WORDS

_HALF = 0.5
_MOST = 0.85
_NEAR = 5  # elements above a comment whose names tell of readers in general
_SHORT = 60
_SAMPLE = (
    60  # comments tell it: nested ones hold each other, and looking through all takes too long
)
_CHANGES = re.compile(
    r"(?:^| )(?:change ?logs?|changes|releases?|release \w+|what ?s ?new|commits?|commit \w+|revisions?|(?:page|edit|version|revision) ?history)(?= |$)"
)
_VERSION = re.compile(r"(?:[^\W\d]\S{0,20} ){0,2}v?\.?\d+(?:\.\d+)+\S{0,12}", re.IGNORECASE)
_FORUM = re.compile(
    r"(?:^| )(?:forums?|foren|foro|fórum|view ?topic|show ?thread|forum \w+|\w+ forum|topic ?(?:list|view|show|posts)|thread ?(?:list|view|show))(?= |$)"
)
_ADDRESS = re.compile(
    r"(?:canonical|og:url).*?https?://(?:[^\"'\s]*\.)?(?:forums?|foren|foro|boards?|community|discuss)\.[\w-]+\.\w"
    r"|(?:canonical|og:url).*?https?://[^\"'\s]*/(?:forums?|foren|foro|forumdisplay|viewtopic|showthread|viewthread|showtopic|threads?|topics?|discussions?"
    r"|boards?|messageboards?|ubbthreads)(?:[/.?_-]|\.php)",
    re.IGNORECASE | re.DOTALL,
)
_MEMBER = re.compile(
    r"(?:posts|messages|threads|topics|comments|beiträge|themen|messages?|mensajes|temas|messaggi|mensagens|berichten|posty|inlägg|viestejä|сообщени[йя]"
    r"|join(?:ed| date)|registered|registriert(?: seit)?|member since|mitglied seit|dabei seit|inscrit(?: le)?|inscription|registrado|iscritto dal?|reputation|karma"
    r"|likes received|location|from|wohnort|localisation|ubicación|località|(?:senior|junior|new|full|active|site) member|newbie|moderator|administrator)"
    r"\s*:?\s*[\d.,k]*.{0,24}",
    re.IGNORECASE,
)
_QUOTES = re.compile(
    r"(?:originally posted by|quote from:?|quoting|zitat von|citation de|cita de|citaat van|cytat) (\S.{0,40}?)(?: on .*|:)?"
    r"|(\S.{0,40}?) (?:wrote|said|schrieb|hat geschrieben|a écrit|a dit|escribió|dijo|ha scritto|schreef|napisał\(?a?\)?|skrev)\b.{0,40}:",
    re.IGNORECASE,
)


def count_signs(tree: PageTree, found: Sequence[Found]) -> int:
    """Return how many signs more tell that readers wrote `found`, profiles of theirs aside, than that it lists changes."""
    found = found[:_SAMPLE]
    enough = _HALF * len(found)
    return (
        (_are_named(tree, found) or _has_forum_address(tree))
        + (sum(_answers(tree, comment) for comment in found) >= enough)
        + _are_numbered(tree, found)
        + (sum(_tells_member(tree, comment) for comment in found) >= enough)
        + _quote_each_other(tree, found)
        - _are_changes(tree, found)
        - (sum(_heads_version(tree, comment) for comment in found) >= enough)
    )


def _are_changes(tree: PageTree, found: Sequence[Found]) -> bool:
    """Return whether what stands near is named for releases or changes: those who made them are linked there, too."""
    above = tree.ancestors(found[0].item.index)[:_NEAR]
    return any(e.words and _CHANGES.search(e.words) for e in above)


def _heads_version(tree: PageTree, comment: Found) -> bool:
    """Return whether a heading in a comment, or right before it, is the number of a version."""
    item = comment.item
    before = tree.elements[tree.blocks[item.first - 1].inner] if item.first else item.element
    return any(
        is_heading(element) and _VERSION.fullmatch(tree.own_text(element))
        for element in (before, *tree.elements[item.index : item.end])
    )


def _are_named(tree: PageTree, found: Sequence[Found]) -> bool:
    first = found[0].item
    above = tree.ancestors(first.index)
    near = (*above[:_NEAR], *tree.elements[first.index : first.end])
    return any(e.words and READERS.search(e.words) for e in near) or any(
        e.words and _FORUM.search(e.words) for e in above[_NEAR:]
    )


def _has_forum_address(tree: PageTree) -> bool:
    return any(_is_forum_address(told) for told in tree.scan.attributes if "http" in told)


@lru_cache(maxsize=8192)
def _is_forum_address(told: str) -> bool:
    return ("canonical" in told or "og:url" in told) and _ADDRESS.search(told) is not None


def _answers(tree: PageTree, comment: Found) -> bool:
    """Return whether a comment has a link or button to answer, quote or report it with."""
    item = comment.item
    return any(
        REPLY_WORDS.fullmatch(block.text.strip()) for block in tree.blocks[item.first : item.last]
    ) or any(
        REPLY_WORDS.fullmatch(tree.own_text(element))
        for element in tree.elements[item.index : item.end]
        if element.tag in {"a", "button"}
    )


def _are_numbered(tree: PageTree, found: Sequence[Found]) -> bool:
    """Return whether most have a number that is the last one's and one ("#21", "#22"), as a link or after a sign."""
    last: int | None = None
    running = 0
    for comment in found:
        numbers = _numbers(tree, comment)
        running += last is not None and last + 1 in numbers
        last = last + 1 if last is not None and last + 1 in numbers else min(numbers, default=last)
    return len(found) > 2 and running >= _MOST * (len(found) - 1)


def _numbers(tree: PageTree, comment: Found) -> set[int]:
    item = comment.item
    texts = [
        tree.own_text(element)
        for element in tree.elements[item.index : item.end]
        if element.tag in {"a", "span", "strong", "b"} and element.last - element.first <= 1
    ]
    found = (re.fullmatch(r"#\s?(\d{1,5})", words) for words in texts if len(words) < 8)
    return {int(number[1]) for number in found if number}


def _tells_member(tree: PageTree, comment: Found) -> bool:
    """Return whether a comment shows, beside its words, what boards tell of a member."""
    own = set(comment.runs)
    blocks = tree.blocks[comment.item.first : comment.item.last]
    return any(
        len(block.text) <= _SHORT
        and not own.intersection(block.runs)
        and _MEMBER.fullmatch(block.text)
        for block in blocks
    )


def _quote_each_other(tree: PageTree, found: Sequence[Found]) -> bool:
    """Return whether one quotes another by name: "Ann wrote:"."""
    names = {comment.author.casefold() for comment in found if comment.author}
    for comment in found:
        for block in blocks_of(tree, comment):
            line = _QUOTES.match(block.text) if len(block.text) < 2 * _SHORT else None
            if line and (line[1] or line[2]).casefold() in names - {
                (comment.author or "").casefold()
            }:
                return True
    return False
