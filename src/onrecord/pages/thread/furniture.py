"""What a forum puts on every post beside its words: labels, ranks, buttons, signatures.

In: a `PageTree` and the comments of a thread, read. Out: their runs without what recurs. A place (the shape of an
element and what it stands in) is furniture where most comments have it and it says only a few things on all of
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
from onrecord.pages.thread.comment.reader import Found, blocks_of
from onrecord.pages.thread.element_shape import describe_shape

_FEWEST = 3  # of comments tell what recurs
_MOST = 0.6  # of the comments have the place
_FEW = 0.5  # of a place's words differ, at most
_LONGEST = 60
_SHORTEST_SIGNATURE = 15
_LABEL = re.compile(r"([^\W\d][^:\n]{1,24}):.*", re.DOTALL)
_DIGITS = re.compile(r"\d[\d.,]*")


def leave_furniture(tree: PageTree, comments: Sequence[Found]) -> None:
    """Take out of the runs of `comments` what stands on most of them, and signatures; some may be left without any."""
    if len(comments) >= _FEWEST:
        owned = [_own_blocks(tree, comment) for comment in comments]
        recurring = _recurring(tree, owned)
        gone = [[b for b in blocks if (_place(tree, b), _said(b)) in recurring] for blocks in owned]
        bare = sum(len(out) == len(blocks) for out, blocks in zip(gone, owned, strict=True))
        # Where nothing else would be left, it is what was written: "+1" on most, say.
        if bare <= (1 - _MOST) * len(comments):
            for comment, out in zip(comments, gone, strict=True):
                _drop(comment, out)
    _leave_signatures(tree, comments)
    _leave_wordless(tree, comments)


def _leave_wordless(tree: PageTree, comments: Sequence[Found]) -> None:
    """Leave comments without words whose part for words has none: a picture, a film."""
    holding = [_holding(tree, comment) for comment in comments]
    counted = Counter(kind for kinds in holding for kind in kinds)
    usual = {kind for kind, count in counted.items() if count >= _MOST * len(comments)}
    for comment, kinds in zip(comments, holding, strict=True):
        parts = tree.elements[comment.item.begin : comment.item.end] if usual - kinds else []
        empty = {describe_shape(element) for element in parts if element.first == element.last}
        if empty & usual - kinds - {describe_shape(e) for e in parts if e.first < e.last}:
            comment.runs = []


def _holding(tree: PageTree, comment: Found) -> set[str]:
    """Return the shapes of the parts of a comment that hold all its words."""
    if not comment.runs:
        return set()
    above = tree.ancestors(tree.holders[comment.runs[0]])
    inside = [e for e in above if comment.item.begin <= e.index < comment.item.end]
    last = tree.holders[comment.runs[-1]]
    return {describe_shape(e) for e in inside if e.index <= last < e.end}


def _own_blocks(tree: PageTree, comment: Found) -> list[TextBlock]:
    """Return the blocks whose words are all the comment's own, in order."""
    own = set(comment.runs)
    return [b for b in blocks_of(tree, comment) if b.text and own.issuperset(b.runs)]


def _recurring(tree: PageTree, owned: Sequence[Sequence[TextBlock]]) -> set[tuple[str, str]]:
    """Return the places, each with what it says, that are furniture."""
    said: dict[str, dict[int, set[str]]] = {}
    for number, blocks in enumerate(owned):
        for block in blocks:
            words = _said(block) if len(block.text) <= _LONGEST else block.text
            said.setdefault(_place(tree, block), {}).setdefault(number, set()).add(words)
    found = set()
    for place, by_comment in said.items():
        if len(by_comment) < max(_FEWEST, _MOST * len(owned)):
            continue
        holders = Counter(words for told in by_comment.values() for words in told)
        few = len(holders) <= _FEW * len(by_comment) and max(map(len, holders)) <= _LONGEST
        for words, count in holders.items():
            if few or (len(words) <= _LONGEST and count >= max(_FEWEST, _FEW * len(owned))):
                found.add((place, words))
    return found


def _place(tree: PageTree, block: TextBlock) -> str:
    return ">".join(describe_shape(element) for element in tree.ancestors(block.inner)[:2])


def _said(block: TextBlock) -> str:
    """Return what a block says without its numbers; of a label and a value, the label."""
    label = _LABEL.fullmatch(block.text)
    return _DIGITS.sub("#", label[1] if label else block.text).casefold()


def _leave_signatures(tree: PageTree, comments: Sequence[Found]) -> None:
    """Leave out the last blocks that another comment of the same author ends with, too."""
    written: dict[str, list[tuple[Found, list[TextBlock]]]] = {}
    for comment in comments:
        if comment.author:
            written.setdefault(comment.author, []).append((comment, _own_blocks(tree, comment)))
    for posts in written.values():
        # A signature is on the post before or after, too: all pairs would take too long.
        shared = [_same_end(one, other) for (_, one), (_, other) in pairwise(posts)]
        for (comment, blocks), *same in zip(posts, [0, *shared], [*shared, 0], strict=True):
            ending = blocks[len(blocks) - max(same) :] if max(same) < len(blocks) else []
            if sum(len(block.text) for block in ending) >= _SHORTEST_SIGNATURE:
                _drop(comment, ending)


def _same_end(one: Sequence[TextBlock], other: Sequence[TextBlock]) -> int:
    """Return with how many blocks in a row, the same ones, both end."""
    count = 0
    while count < min(len(one), len(other)) and one[-1 - count].text == other[-1 - count].text:
        count += 1
    return count


def _drop(comment: Found, blocks: Sequence[TextBlock]) -> None:
    gone = {run for block in blocks for run in block.runs}
    comment.runs = [run for run in comment.runs if run not in gone]
