"""How much the words in one position of all comments read like the names of those who wrote.

In: a `PageTree` and an `AuthorName` for each comment that has the position. Out: points. Out of scope: which positions there are
(`thread_authors`); how many points are enough.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.candidate import AuthorName
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.address_words import COMMENT_ADDRESS, PROFILE_ADDRESS
from onrecord.pages.thread.words.label_words import (
    AUTHOR_LABELS,
    HEADLINE_LABELS,
    NON_NAME_LABELS,
    is_in,
)
from onrecord.pages.thread.words.markup_words import NAME_COLUMN_TAGS
from onrecord.pages.thread.words.platforms import GENERAL


def score_authors(tree: PageTree, names: Mapping[int, AuthorName], comment_count: int) -> float:
    """Return how much `names`, all of one position, read like authors; 0.0 where they never vary or are named otherwise."""
    sample = [*names.values()]
    different = len({name.name for name in sample})
    named_otherwise = any(_has_other_label(n.element) for n in sample if not n.is_explicit)
    if different < 2 or named_otherwise:
        return 0.0
    first = sample[0].element
    assert first is not None
    enough = THRESHOLDS.common_share
    label = f"{first.tag} {first.label} {first.get('itemprop')}".lower()
    score = len(sample) / comment_count + different / len(sample)
    score += THRESHOLDS.position_named * bool(
        AUTHOR_LABELS.search(label) or is_in(GENERAL.author, label)
    )
    score += THRESHOLDS.position_profiles * (
        _compute_share(sample, lambda element: _has_profile_link(tree, element)) >= enough
    )
    explicit = sum(name.is_explicit for name in sample)
    score += THRESHOLDS.position_explicit * (explicit >= enough * len(sample))
    score += THRESHOLDS.position_tag * (first.tag in NAME_COLUMN_TAGS)
    if sample[0].time_text is not None:
        return score + THRESHOLDS.position_timed
    return _reduce_score(tree, score, first, sample)


def _reduce_score(
    tree: PageTree, score: float, first: Element, sample: Sequence[AuthorName]
) -> float:
    """Return `score` without the points for what titles, counts and sentences have and names alone have not."""
    enough = THRESHOLDS.common_share
    named_for_title = any(HEADLINE_LABELS.search(e.label_words) for e in _list_around(tree, first))
    score -= THRESHOLDS.position_headline * named_for_title
    score -= THRESHOLDS.position_own_link * (
        _compute_share(sample, lambda element: _has_comment_link(tree, element)) >= enough
    )
    score -= THRESHOLDS.position_split * _has_split_words(tree, first)
    numbers = sum((name.name or "")[:1].isdigit() for name in sample)
    score -= THRESHOLDS.position_numbers * (numbers > enough * len(sample))
    words = sum(len((name.name or "").split()) for name in sample)
    return score - THRESHOLDS.position_wordy * (
        words > THRESHOLDS.most_usual_name_words * len(sample)
    )


def is_loose(tree: PageTree, names: Mapping[int, AuthorName]) -> bool:
    """Return whether `names` are from lines of which a smaller part is the name alone, or its beginning."""
    first = next(iter(names.values()))
    line, name = first.element, first.name or ""
    if line is None or first.is_explicit or first.time_text is None:
        return False
    inner = (tree.read_text(e) for e in tree.elements[line.index + 1 : line.end])
    return any(words and name.startswith(words) for words in inner)


def _compute_share(sample: Sequence[AuthorName], holds: Callable[[Element], bool]) -> float:
    return sum(holds(name.element) for name in sample if name.element is not None) / len(sample)


def _has_other_label(element: Element | None) -> bool:
    return element is not None and is_in(NON_NAME_LABELS, element.label_words)


def _list_around(tree: PageTree, element: Element) -> tuple[Element, ...]:
    """Return `element`, what is in it, and what it stands in."""
    return (
        *tree.elements[element.index : element.end],
        *tree.list_ancestors(element.index)[1:2],
    )


def _has_split_words(tree: PageTree, element: Element) -> bool:
    """Return whether a part of the words of `element` has an element to itself."""
    words = tree.read_text(element)
    inner = tree.elements[element.index + 1 : element.end]
    return any(tree.read_text(e) not in {"", words} for e in inner)


def _has_profile_link(tree: PageTree, element: Element) -> bool:
    around = _list_around(tree, element)
    return any(e.tag == "a" and PROFILE_ADDRESS.search(e.get("href")) for e in around)


def _has_comment_link(tree: PageTree, element: Element) -> bool:
    """Return whether `element` is, or holds, a link to the comment itself, as its title does."""
    around = _list_around(tree, element)
    return any(e.tag == "a" and COMMENT_ADDRESS.match(e.get("href")) for e in around)
