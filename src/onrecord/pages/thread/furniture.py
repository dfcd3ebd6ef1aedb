"""What a forum puts on every post beside its words: labels, ranks, buttons, signatures.

In: a `PageTree` and the comments of a thread, read. Out: their runs without what recurs. A position (the shape of an
element and of what it stands in) is furniture where most comments have it and it holds only a few different words on all of
them, numbers aside: "Posts: 12", "Joined: May 2016", "Senior Member". The words that two posts of one author
both end with are a signature. Out of scope: words that most comments hold within a block of other words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from onrecord.pages.dom.element import TextBlock
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.candidate import CommentCandidate, iter_blocks
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.thresholds import THRESHOLDS

_LABEL_AND_VALUE = re.compile(r"([^\W\d][^:\n]{1,24}):.*", re.DOTALL)
_NUMBERS = re.compile(r"\d[\d.,]*")

_Blocks = Sequence[TextBlock]


def remove_furniture(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Remove from the runs of `comments` what stands on most of them, and signatures, in place; some may have none left."""
    if len(comments) >= THRESHOLDS.fewest_recurring:
        _remove_recurring(tree, comments)
    _remove_signatures(tree, comments)
    _remove_wordless(tree, comments)


def _remove_recurring(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Remove the blocks that recur, unless hardly anything else would be left of many comments: "+1" on most, say."""
    own = [_list_own_blocks(tree, comment) for comment in comments]
    recurring = _find_recurring(tree, own)
    removed = [
        [b for b in blocks if (_describe_position(tree, b), _normalise(b)) in recurring]
        for blocks in own
    ]
    emptied = sum(len(out) == len(blocks) for out, blocks in zip(removed, own, strict=True))
    if emptied <= (1 - THRESHOLDS.common_share) * len(comments):
        for comment, blocks in zip(comments, removed, strict=True):
            _remove_blocks(comment, blocks)


def _remove_wordless(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Remove all runs of comments whose part for words has none: a picture, a film."""
    holding = [_find_text_shapes(tree, comment) for comment in comments]
    counts = Counter(shape for shapes in holding for shape in shapes)
    enough = THRESHOLDS.common_share * len(comments)
    usual = {shape for shape, count in counts.items() if count >= enough}
    for comment, shapes in zip(comments, holding, strict=True):
        missing = usual - shapes
        extent = comment.extent
        parts = tree.elements[extent.begin : extent.end] if missing else []
        empty = {describe_shape(e) for e in parts if e.block_start == e.block_end}
        if (empty & missing) - {describe_shape(e) for e in parts if e.block_start < e.block_end}:
            comment.runs = []


def _find_text_shapes(tree: PageTree, comment: CommentCandidate) -> set[str]:
    """Return the shapes of the parts of a comment that hold all its words."""
    if not comment.runs:
        return set()
    above = tree.list_ancestors(tree.run_elements[comment.runs[0]])
    inside = [e for e in above if comment.extent.begin <= e.index < comment.extent.end]
    last = tree.run_elements[comment.runs[-1]]
    return {describe_shape(e) for e in inside if e.index <= last < e.end}


def _list_own_blocks(tree: PageTree, comment: CommentCandidate) -> list[TextBlock]:
    """Return the blocks whose words are all the comment's own, in order."""
    own = set(comment.runs)
    return [b for b in iter_blocks(tree, comment) if b.text and own.issuperset(b.runs)]


def _find_recurring(tree: PageTree, own: Sequence[_Blocks]) -> set[tuple[str, str]]:
    """Return the positions, each with the words in it, that are furniture."""
    words_at = _collect_words(tree, own)
    many = max(THRESHOLDS.fewest_recurring, THRESHOLDS.same_words_share * len(own))
    recurring = set()
    for position, by_comment in words_at.items():
        if len(by_comment) < max(THRESHOLDS.fewest_recurring, THRESHOLDS.common_share * len(own)):
            continue
        counts = Counter(words for all_words in by_comment.values() for words in all_words)
        few = len(counts) <= THRESHOLDS.few_different * len(by_comment)
        all_short = few and max(map(len, counts)) <= THRESHOLDS.longest_furniture
        for words, count in counts.items():
            if all_short or (len(words) <= THRESHOLDS.longest_furniture and count >= many):
                recurring.add((position, words))
    return recurring


def _collect_words(tree: PageTree, own: Sequence[_Blocks]) -> dict[str, dict[int, set[str]]]:
    """Return the words in each position by the comment's place in the list; short ones normalised."""
    words_at: dict[str, dict[int, set[str]]] = {}
    for place, blocks in enumerate(own):
        for block in blocks:
            short = len(block.text) <= THRESHOLDS.longest_furniture
            words = _normalise(block) if short else block.text
            position = words_at.setdefault(_describe_position(tree, block), {})
            position.setdefault(place, set()).add(words)
    return words_at


def _describe_position(tree: PageTree, block: TextBlock) -> str:
    return ">".join(describe_shape(element) for element in tree.list_ancestors(block.innermost)[:2])


def _normalise(block: TextBlock) -> str:
    """Return a block's words without its numbers; of a label and a value, the label."""
    label = _LABEL_AND_VALUE.fullmatch(block.text)
    return _NUMBERS.sub("#", label[1] if label else block.text).casefold()


def _remove_signatures(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Remove the last blocks that another comment of the same author ends with, too."""
    written: dict[str, list[tuple[CommentCandidate, list[TextBlock]]]] = {}
    for comment in comments:
        if comment.author:
            own = _list_own_blocks(tree, comment)
            written.setdefault(comment.author, []).append((comment, own))
    for posts in written.values():
        # A signature is on the post before or after, too: all pairs would take too long.
        shared = [_count_shared_ending(one, other) for (_, one), (_, other) in pairwise(posts)]
        for (comment, blocks), *same in zip(posts, [0, *shared], [*shared, 0], strict=True):
            ending = blocks[len(blocks) - max(same) :] if max(same) < len(blocks) else []
            if sum(len(block.text) for block in ending) >= THRESHOLDS.shortest_signature:
                _remove_blocks(comment, ending)


def _count_shared_ending(one: _Blocks, other: _Blocks) -> int:
    """Return with how many blocks in a row, the same ones, both end."""
    count = 0
    while count < min(len(one), len(other)) and one[-1 - count].text == other[-1 - count].text:
        count += 1
    return count


def _remove_blocks(comment: CommentCandidate, blocks: _Blocks) -> None:
    removed = {run for block in blocks for run in block.runs}
    comment.runs = [run for run in comment.runs if run not in removed]
