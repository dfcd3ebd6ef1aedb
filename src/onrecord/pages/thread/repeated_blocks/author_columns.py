"""How much the parts of one shape that repeated blocks have read like the names of those who wrote.

In: a `PageTree` and a column: one element a block. Out: points. Out of scope: how many are enough (`block_fields`).
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.pages.dates.parsing import is_relative_time, parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.selectors import INLINE_TAGS
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.address_words import PROFILE_ADDRESS
from onrecord.pages.thread.words.control_words import CONTROL_WORDS
from onrecord.pages.thread.words.label_words import (
    AUTHOR_FIELD_LABELS,
    MEMBER_LINK_LABELS,
    NON_NAME_LABELS,
)
from onrecord.pages.thread.words.markup_words import NAME_TAGS
from onrecord.pages.thread.words.platforms import GENERAL


def score_author_column(tree: PageTree, column: Mapping[int, Element], block_count: int) -> float:
    """Return how much the words of `column` read like authors; 0.0 where they are no names, or never vary."""
    elements = [*column.values()]
    if any(_is_no_name(element) for element in elements):
        return 0.0
    words = [tree.read_text(element) for element in elements]
    names = [name for name in words if may_be_column_name(name)]
    different = len(set(names))
    if len(names) < max(2.0, THRESHOLDS.fitting_names * len(words)) or different < 2:
        return 0.0
    score = THRESHOLDS.author_base + len(column) / block_count + different / len(names)
    first = elements[0]
    label = f"{first.label} {first.attributes.get('itemprop', '')}".lower()
    score += THRESHOLDS.author_named * bool(
        AUTHOR_FIELD_LABELS.search(label) or GENERAL.author.search(label)
    )
    linked = sum(has_profile_link(tree, element) for element in elements)
    score += THRESHOLDS.author_profiles * (linked >= THRESHOLDS.fitting_names * len(elements))
    score += THRESHOLDS.author_tag * (first.tag in NAME_TAGS or first.tag == "a")
    word_count = sum(len(name.split()) for name in names)
    return score - THRESHOLDS.author_wordy * (
        word_count > THRESHOLDS.most_usual_name_words * len(names)
    )


def _is_no_name(element: Element) -> bool:
    """Return whether `element` holds several blocks, or is named for what stands beside names."""
    # An inline element in a block cut into lines counts as in all of them.
    several = element.block_end - element.block_start > 2 and element.tag not in INLINE_TAGS
    return several or bool(NON_NAME_LABELS.search(element.label_words))


def may_be_column_name(words: str) -> bool:
    """Return whether `words` may be a name: few, no control, no time, not ending as a sentence does."""
    return (
        1 < len(words) <= THRESHOLDS.longest_name
        and any(char.isalpha() for char in words)
        and words[-1] not in "?!:…"
        and not CONTROL_WORDS.fullmatch(words)
        and not is_relative_time(words)
        and parse_timestamp(words, short=True) is None
    )


def has_profile_link(tree: PageTree, element: Element) -> bool:
    """Return whether `element`, what is in it or what it stands in links to someone's own page."""
    around = (*tree.elements[element.index : element.end], *tree.list_ancestors(element.index)[1:2])
    return any(
        e.tag == "a"
        and (
            PROFILE_ADDRESS.search(e.get("href"))
            or (e.label and MEMBER_LINK_LABELS.search(e.label_words))
        )
        for e in around
    )
