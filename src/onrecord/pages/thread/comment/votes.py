"""What other readers gave a comment: its votes.

In: the elements of a comment that are not its words, and its platform. Out: the count and the element that shows it. Out of
scope: votes stated in JSON-LD (`json_ld`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.label_words import is_in
from onrecord.pages.thread.words.platforms import Platform

_COUNT = re.compile(
    r"([+-]?\d[\d,.]*)\s*(?:points?|votes?|likes?|punkte?|stimmen?)?", re.IGNORECASE
)


def find_votes(
    tree: PageTree, header_elements: Iterable[Element], platform: Platform
) -> tuple[Element, int] | None:
    """Return the element that shows a comment's votes, and their number; None where none does."""
    for element in header_elements:
        if element.label and is_in(platform.votes, element.label.lower()):
            words = tree.read_text(element).replace("−", "-").replace("–", "-")
            match = _COUNT.fullmatch(words)
            if match and len(match[1]) <= THRESHOLDS.longest_vote_count:
                return element, int(re.sub(r"[,.]", "", match[1]))
    return None


def is_vote_count(words: str) -> bool:
    """Return whether `words` are a count of votes: "12 points"."""
    return bool(_COUNT.fullmatch(words))
