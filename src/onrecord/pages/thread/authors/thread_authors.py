"""Who wrote the comments of a thread, by the position that all of them have the author in.

In: the comments of a thread, each read by itself. Out: an `AuthorName` for those whose author is missing, or was taken from a
position that names no one on the thread as a whole (the same words on all, a headline on each). A position is a part of one
shape that most comments have; its words vary, and are names, or lines that say who wrote ("by Ann on 3 May 2016"). Out of
scope: how much a position reads like the author's (`author_score`), and authors whose element is named for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.authors.attribute_fields import add_attribute_fields
from onrecord.pages.thread.authors.author_score import is_loose, score_authors
from onrecord.pages.thread.comment.attribution_lines import is_name_like, parse_attribution_line
from onrecord.pages.thread.comment.author import may_be_author, read_author_name
from onrecord.pages.thread.comment.candidate import AuthorName, CommentCandidate
from onrecord.pages.thread.comment.extent import CommentExtent, split_nested
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.author_words import BADGE_WORDS, TRAILING_SAYS
from onrecord.pages.thread.words.label_words import CONTROL_LABELS, QUOTE_LABELS, is_in
from onrecord.pages.thread.words.markup_words import AUTHOR_PROPERTIES, QUOTE_TAGS
from onrecord.pages.thread.words.platforms import GENERAL


@dataclass(frozen=True, slots=True)
class _Position:
    """A position of the comments: what stands there, by the comment's place in the list, and its score as authors."""

    names: dict[int, AuthorName]
    score: float


def find_thread_authors(
    tree: PageTree, comments: Sequence[CommentCandidate], extents: dict[int, CommentExtent]
) -> dict[int, AuthorName]:
    """Return, by the comment's place in the list, authors that are better than what `comments` have; mostly none.

    Attributes are asked first: they may set authors and times of `comments`, in place.
    """
    if len(comments) < 2:
        return {}
    if _is_missing(comments):
        add_attribute_fields(tree, comments)
    named = [comment for comment in comments if comment.author]
    is_doubtful = _is_doubtful(tree, named)
    if not is_doubtful and not _is_missing(comments):
        return {}
    best = _find_best_position(tree, comments, extents, is_constant=_is_constant(named))
    if best is None:
        return {}
    if is_doubtful:
        return best.names
    return {place: name for place, name in best.names.items() if not comments[place].author}


def _find_best_position(
    tree: PageTree,
    comments: Sequence[CommentCandidate],
    extents: dict[int, CommentExtent],
    *,
    is_constant: bool,
) -> _Position | None:
    """Return the position with the highest score, or None where none is better than the authors that `comments` have."""
    least = THRESHOLDS.least_position_score - THRESHOLDS.constant_bonus * is_constant
    positions = [one for one in _find_positions(tree, comments, extents) if one.score >= least]
    ranks = [
        position.score - THRESHOLDS.position_loose * is_loose(tree, position.names)
        for position in positions
    ]
    if not ranks or max(ranks) < _score_found(tree, comments) + THRESHOLDS.better_position:
        return None
    return positions[ranks.index(max(ranks))]


def _is_missing(comments: Sequence[CommentCandidate]) -> bool:
    missing = sum(not comment.author for comment in comments)
    return missing > THRESHOLDS.most_missing * len(comments)


def _is_constant(named: Sequence[CommentCandidate]) -> bool:
    return len(named) > 2 and len({comment.author for comment in named}) == 1


def _is_doubtful(tree: PageTree, named: Sequence[CommentCandidate]) -> bool:
    """Return whether authors are the same on all of several comments, or from positions not named for them."""
    if _is_constant(named):
        return True
    marked = sum(
        c.author_element is None or _is_marked_as_author(tree, c.author_element) for c in named
    )
    return marked < THRESHOLDS.common_share * len(named)


def _is_marked_as_author(tree: PageTree, element: Element) -> bool:
    return any(
        e.get("itemprop") in AUTHOR_PROPERTIES
        or bool(e.label and is_in(GENERAL.author, e.label.lower()))
        for e in tree.list_ancestors(element.index)[:3]
    )


def _score_found(tree: PageTree, comments: Sequence[CommentCandidate]) -> float:
    """Return how much the authors that `comments` have read like authors."""
    names = {
        place: AuthorName(comment.author_element, comment.author)
        for place, comment in enumerate(comments)
        if comment.author and comment.author_element is not None
    }
    return score_authors(tree, names, len(comments)) if len(names) >= 2 else 0.0


def _find_positions(
    tree: PageTree, comments: Sequence[CommentCandidate], extents: dict[int, CommentExtent]
) -> list[_Position]:
    """Return the positions in which most comments have words that may be an author."""
    columns: dict[tuple[str, bool], dict[int, AuthorName]] = {}
    for place, comment in enumerate(comments):
        for element in _iter_parts(tree, comment.extent, extents):
            name = _read_name(tree, element)
            if name is not None:
                key = (_describe_path(tree, element), name.time_text is not None)
                columns.setdefault(key, {}).setdefault(place, name)
    enough = max(2, THRESHOLDS.common_share * len(comments))
    return [
        _Position(names, score_authors(tree, names, len(comments)))
        for names in columns.values()
        if len(names) >= enough
    ]


def _describe_path(tree: PageTree, element: Element) -> str:
    return ">".join(describe_shape(e) for e in tree.list_ancestors(element.index)[:2])


def _iter_parts(
    tree: PageTree, extent: CommentExtent, extents: dict[int, CommentExtent]
) -> Iterator[Element]:
    """Yield the small parts of a comment that are shown and not quoted."""
    own, _ = split_nested(tree, extent, extents)
    quoted_end = 0
    for element in own:
        if element.index < quoted_end:
            continue
        if element.tag in QUOTE_TAGS or is_in(QUOTE_LABELS, element.label_words):
            quoted_end = element.end
        elif element.block_end - element.block_start <= 2 and not element.hidden:
            yield element


def _read_name(tree: PageTree, element: Element) -> AuthorName | None:
    """Return the name that the words of `element` are, or state with a time; None where they are no name."""
    words = tree.read_text(element)
    if not 1 < len(words) < THRESHOLDS.longest_author_line:
        return None
    line = parse_attribution_line(words)
    if is_in(CONTROL_LABELS, element.label_words) and not (line and line.is_explicit):
        return None
    if line:
        return AuthorName(element, line.name, line.time_text, is_explicit=line.is_explicit)
    author = read_author_name(tree, element)
    name = TRAILING_SAYS.sub("", author).strip()
    if not is_name_like(name) or not may_be_author(name) or BADGE_WORDS.fullmatch(name):
        return None
    return AuthorName(element, name, None, is_explicit=name != author)
