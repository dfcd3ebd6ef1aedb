"""What a system did with a comment: removed it, or lets it await moderation.

In: a `PageTree` and a comment's runs, or words alone. Out: the comment's state. Out of scope: notices in comments about other
comments.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.notice_words import AWAITING_WORDS, REMOVED_WORDS

_NOTICE_EDGES = " \t\n.!()[]*"


def find_state(tree: PageTree, runs: Sequence[int], first: int, last: int) -> str | None:
    """Return `removed` where a comment's words only say that they were, `awaiting` where the comment says that it waits.

    Args:
        tree: the page.
        runs: the comment's own words.
        first, last: its blocks, half-open.

    Returns:
        The state, or None for a comment that is simply there.

    """
    words = " ".join("".join(tree.run_texts[run] for run in runs).split())
    if is_removal_notice(words):
        return "removed"
    own = set(runs)
    places = _find_awaiting_blocks(tree)
    for place in places[bisect_left(places, first) : bisect_left(places, last)]:
        block = tree.blocks[place]
        if match := AWAITING_WORDS.search(block.text):
            # Within what the comment itself says, the notice is about another one.
            rest = block.text[: match.start()] + block.text[match.end() :]
            if not rest.strip(_NOTICE_EDGES) or own.isdisjoint(block.runs):
                return "awaiting"
    return None


def _find_awaiting_blocks(tree: PageTree) -> list[int]:
    """Return the places of the short blocks that say that a comment awaits moderation; found once a page."""
    if tree.moderation_blocks is None:
        tree.moderation_blocks = [
            place
            for place, block in enumerate(tree.blocks)
            if len(block.text) < THRESHOLDS.longest_awaiting_notice
            and AWAITING_WORDS.search(block.text)
        ]
    return tree.moderation_blocks


def is_removal_notice(words: str) -> bool:
    """Return whether `words` say that a comment was removed, and no more.

    Examples:
        >>> is_removal_notice("This comment has been removed by a moderator.")
        True
        >>> is_removal_notice("He was removed from office in 2014.")
        False

    """
    shortest, longest = THRESHOLDS.shortest_removal_notice, THRESHOLDS.longest_removal_notice
    return shortest <= len(words) < longest and bool(REMOVED_WORDS.fullmatch(words))
