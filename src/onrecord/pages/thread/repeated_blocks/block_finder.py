"""Comments of systems that stand in no table: blocks of one shape that repeat, each by someone, on a day.

In: a `PageTree`. Out: comments like those of `thread`, read by the same `comment`. A run is believed where
its blocks each have a stamp, an author in the same place (more than one over the run), and words of
their own that are not links; and where something says that readers wrote them (`thread_signs`, or links
to profiles). Where a page tells no day, links to profiles lead to the blocks, and two signs are wanted.
Lists of articles have none of that, or a headline each. Out of scope: a single comment, which repeats nothing.

Source: repeated structure after Liu et al., Mining data records in Web pages (KDD 2003); the tests are ours.
"""

from __future__ import annotations

import math
import re
import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.extent import Item
from onrecord.pages.thread.comment.reader import Found, blocks_of, read_comment
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.repeated_blocks.block_fields import Fields, find_fields
from onrecord.pages.thread.repeated_blocks.leading_headers import leave_heads
from onrecord.pages.thread.repeated_blocks.member_links import writer_groups
from onrecord.pages.thread.repeated_blocks.reader_evidence import count_signs
from onrecord.pages.thread.repeated_blocks.segmentation import part_page
from onrecord.pages.thread.repeated_blocks.timestamps import Stamp, find_stamps, stamp_groups
from onrecord.pages.thread.words.platforms import GENERAL

_MOST = 0.85  # of the blocks must have what all should: saved pages lack a part here and there
_HALF = 0.5
_SIGNS_UNDATED = 2  # that readers wrote what tells no day
_NUMBERS = re.compile(r"\d+")
_TITLE_TAGS = frozenset({"h1", "h2", "h3", "h4"})
_TITLE = 12  # characters of the shortest headline that counts; without a heading, twice that
_AGAIN = re.compile(r"^(?:(?:re|aw|antw|sv|odp)(?:\^\d+|\[\d+\])?\s*:\s*)+", re.IGNORECASE)


def find_runs(tree: PageTree) -> list[Found]:
    """Return the comments of the run with the most words in it; none where no run is believed."""
    every = find_stamps(tree)
    runs = (
        _read(tree, items, _with_others(items, stamps, every), len(stamps))
        for stamps in stamp_groups(tree, every)
        for items in part_page(tree, stamps, every)
    )
    best = max(runs, key=lambda found: _size(tree, found), default=[])
    if best:
        return best
    undated = (
        _read(tree, items, _with_others(items, (), every), len(writers), _SIGNS_UNDATED)
        for writers in writer_groups(tree)
        for items in part_page(tree, writers, ())
    )
    return max(undated, key=lambda found: _size(tree, found), default=[])


def _with_others(
    items: Sequence[Item], stamps: Sequence[Stamp], every: Sequence[Stamp]
) -> list[Stamp]:
    """Return `stamps` and, for those of `items` that have none of them, the first of `every` in each."""
    at = [stamp.element.index for stamp in stamps]
    others = [stamp.element.index for stamp in every]
    added = [*stamps]
    for item in items:
        if bisect_left(at, item.index) == bisect_left(at, item.end):
            first = bisect_left(others, item.index)
            added += every[first : first + (first < bisect_left(others, item.end))]
    return sorted(added, key=lambda stamp: stamp.element.index)


def _size(tree: PageTree, found: Sequence[Found]) -> float:
    """Return how much a run holds: comments and words; less where words that recur are among them, labels say."""
    texts = [_block_texts(tree, comment) for comment in found]
    times = Counter(text for blocks in texts for text in set(blocks))
    own = sum(len(text) for blocks in texts for text in blocks if times[text] == 1)
    clean = sum(times[text] == 1 for blocks in texts for text in blocks)
    return len(found) * math.sqrt(own) * clean / max(1, sum(map(len, texts)))


def _block_texts(tree: PageTree, comment: Found) -> list[str]:
    """Return the words of a comment, a block each, without numbers."""
    own = set(comment.runs)
    blocks = blocks_of(tree, comment)
    texts = ("".join(tree.words[run] for run in block.runs if run in own) for block in blocks)
    return [_NUMBERS.sub("#", text) for text in texts if text.strip()]


def _read(
    tree: PageTree, items: Sequence[Item], stamps: Sequence[Stamp], marked: int, signs: int = 1
) -> list[Found]:
    """Return the comments that `items` are, or none; of `marked` items it is known that they should be some."""
    inner = {item.index: item for item in items}
    fields = find_fields(tree, items, inner, stamps)
    if not (fields.authors or fields.names) or _lists_articles(tree, items, fields):
        return []
    found = []
    wordless = _wordless(tree, items, fields)
    for place, item in enumerate(items):
        if place in wordless:
            continue
        known = fields.known(tree, place)
        comment = read_comment(tree, item, GENERAL, inner, known)
        if comment.runs:
            found.append(comment)
    if not fields.texts:
        leave_heads(tree, found)
    enough = max(2.0, _MOST * (min(marked, len(items)) - len(wordless)))
    return found if len(found) >= enough and _by_readers(tree, found, fields, signs) else []


def _wordless(tree: PageTree, items: Sequence[Item], fields: Fields) -> set[int]:
    """Return the places of items whose part for words is empty; the first one may lack it, where it heads a topic."""
    if not fields.texts:
        return set()
    kind = describe_shape(next(iter(fields.texts.values())))
    found = {
        place
        for place, item in enumerate(items)
        if place not in fields.texts
        and any(describe_shape(element) == kind for element in tree.elements[item.begin : item.end])
    }
    return found | ({0} if len(fields.texts) == len(items) - 1 else set()) - set(fields.texts)


def _lists_articles(tree: PageTree, items: Sequence[Item], fields: Fields) -> bool:
    """Return whether most items have a linked title of their own beside their words, as articles in a list do."""
    titles = set()
    for place, item in enumerate(items):
        text = fields.texts.get(place)
        for element in tree.elements[item.index : item.end]:
            if element.tag != "a" or (text is not None and text.index <= element.index < text.end):
                continue
            words = _AGAIN.sub("", tree.own_text(element))
            heads = any(e.tag in _TITLE_TAGS for e in tree.ancestors(element.index)[:3])
            if len(words) > (_TITLE if heads else 2 * _TITLE) and element is not fields.authors.get(
                place
            ):
                titles.add(re.sub(r"\d", "", words))
                break
    return len(titles) > _HALF * len(items)


def _by_readers(tree: PageTree, found: Sequence[Found], fields: Fields, signs: int) -> bool:
    """Return whether `signs` things say that readers wrote these: a name, profiles, words to answer with."""
    texts = [_words(tree, comment) for comment in found]
    if statistics.median(map(len, texts)) < 12:
        return False
    if link_share(tree, found) > _HALF:
        return False
    writers = {comment.author for comment in found if comment.author}
    if len(writers) < 2:
        return False
    return count_signs(tree, found) + fields.profiles >= signs


def link_share(tree: PageTree, found: Sequence[Found]) -> float:
    """Return the share of links in the blocks of comments' words."""
    linked = total = 0
    held = {run: place for place, block in enumerate(tree.blocks) for run in block.runs}
    for comment in found:
        item = comment.item
        for place in {held[run] for run in comment.runs if run in held}:
            if item.first <= place < item.last:
                block = tree.blocks[place]
                linked, total = linked + block.linked, total + len(block.text)
    return linked / total if total else 1.0


def _words(tree: PageTree, comment: Found) -> str:
    return "".join(tree.words[run] for run in comment.runs)
