"""Comments of systems in no table: blocks of one shape that repeat, each by someone, on a day.

In: a `PageTree`. Out: `CommentCandidate`s, read by the same code as those of known platforms. Blocks are believed where each has
a timestamp, an author in the same position (more than one over all blocks), and words of its own that are not links; and where
something says that readers wrote them (`reader_evidence`, or links to profiles). Where a page states no day, links to profiles
lead to the blocks, and two pieces of evidence are needed. Lists of articles have none, or a headline each. Out of scope: a
single comment, which repeats nothing.

Source: repeated structure after Liu et al., Mining data records in Web pages (KDD 2003); the tests are ours.
"""

from __future__ import annotations

import math
import re
import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.candidate import (
    CommentCandidate,
    compute_link_share,
    iter_blocks,
)
from onrecord.pages.thread.comment.extent import CommentExtent
from onrecord.pages.thread.comment.reader import read_comment
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.repeated_blocks.block_fields import BlockFields, find_block_fields
from onrecord.pages.thread.repeated_blocks.leading_headers import remove_leading_headers
from onrecord.pages.thread.repeated_blocks.member_links import group_member_links
from onrecord.pages.thread.repeated_blocks.reader_evidence import count_reader_evidence
from onrecord.pages.thread.repeated_blocks.segmentation import iter_segmentations
from onrecord.pages.thread.repeated_blocks.timestamps import (
    TimestampElement,
    find_timestamps,
    group_timestamps,
)
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.control_words import REPLY_PREFIX
from onrecord.pages.thread.words.markup_words import TITLE_TAGS
from onrecord.pages.thread.words.platforms import GENERAL

_NUMBERS = re.compile(r"\d+")


def find_repeated_blocks(tree: PageTree) -> list[CommentCandidate]:
    """Return the comments of the repeated blocks that hold the most; none where no blocks are believed."""
    timestamps = find_timestamps(tree)
    best = max(
        _iter_dated(tree, timestamps), key=lambda comments: _measure(tree, comments), default=[]
    )
    if best:
        return best
    undated = _iter_undated(tree, timestamps)
    return max(undated, key=lambda comments: _measure(tree, comments), default=[])


def _iter_dated(
    tree: PageTree, timestamps: Sequence[TimestampElement]
) -> Iterator[list[CommentCandidate]]:
    """Yield the comments of each way to cut the page into blocks around timestamps, none for blocks not believed."""
    for group in group_timestamps(tree, timestamps):
        for extents in iter_segmentations(tree, group, timestamps):
            in_blocks = _add_first_timestamps(extents, group, timestamps)
            yield _read_blocks(tree, extents, in_blocks, len(group), evidence_needed=1)


def _iter_undated(
    tree: PageTree, timestamps: Sequence[TimestampElement]
) -> Iterator[list[CommentCandidate]]:
    """Yield the comments of each way to cut the page into blocks around members, none for blocks not believed."""
    for group in group_member_links(tree):
        for extents in iter_segmentations(tree, group, ()):
            in_blocks = _add_first_timestamps(extents, (), timestamps)
            needed = THRESHOLDS.undated_evidence
            yield _read_blocks(tree, extents, in_blocks, len(group), evidence_needed=needed)


def _add_first_timestamps(
    extents: Sequence[CommentExtent],
    group: Sequence[TimestampElement],
    timestamps: Sequence[TimestampElement],
) -> list[TimestampElement]:
    """Return `group` and, for those of `extents` that have none of it, the first of `timestamps` in each; in order."""
    at = [timestamp.element.index for timestamp in group]
    all_at = [timestamp.element.index for timestamp in timestamps]
    added = [*group]
    for extent in extents:
        if bisect_left(at, extent.index) == bisect_left(at, extent.end):
            first = bisect_left(all_at, extent.index)
            added += timestamps[first : first + (first < bisect_left(all_at, extent.end))]
    return sorted(added, key=lambda timestamp: timestamp.element.index)


def _measure(tree: PageTree, comments: Sequence[CommentCandidate]) -> float:
    """Return how much blocks hold: comments and words; less where words that recur are among them, labels say."""
    texts = [_list_block_texts(tree, comment) for comment in comments]
    times = Counter(text for blocks in texts for text in set(blocks))
    own = sum(len(text) for blocks in texts for text in blocks if times[text] == 1)
    unique = sum(times[text] == 1 for blocks in texts for text in blocks)
    return len(comments) * math.sqrt(own) * unique / max(1, sum(map(len, texts)))


def _list_block_texts(tree: PageTree, comment: CommentCandidate) -> list[str]:
    """Return the words of a comment, a block each, with "#" for numbers."""
    own = set(comment.runs)
    blocks = iter_blocks(tree, comment)
    texts = ("".join(tree.run_texts[run] for run in block.runs if run in own) for block in blocks)
    return [_NUMBERS.sub("#", text) for text in texts if text.strip()]


def _read_blocks(
    tree: PageTree,
    extents: Sequence[CommentExtent],
    timestamps: Sequence[TimestampElement],
    group_size: int,
    *,
    evidence_needed: int,
) -> list[CommentCandidate]:
    """Return the comments that blocks are, or none where they are not believed.

    Args:
        tree: the page.
        extents: the blocks, in order.
        timestamps: those in the blocks, in order.
        group_size: how many places led to the blocks.
        evidence_needed: how much must say that readers wrote them.

    """
    by_index = {extent.index: extent for extent in extents}
    fields = find_block_fields(tree, extents, by_index, timestamps)
    if not (fields.authors or fields.names) or _is_article_list(tree, extents, fields):
        return []
    comments = []
    wordless = _find_wordless(tree, extents, fields)
    for place, extent in enumerate(extents):
        if place in wordless:
            continue
        known = fields.build_known_fields(tree, place)
        comment = read_comment(tree, extent, GENERAL, by_index, known)
        if comment.runs:
            comments.append(comment)
    if not fields.texts:
        remove_leading_headers(tree, comments)
    wanted = min(group_size, len(extents)) - len(wordless)
    if len(comments) < max(2.0, THRESHOLDS.nearly_all_share * wanted):
        return []
    return comments if _is_by_readers(tree, comments, fields, evidence_needed) else []


def _find_wordless(
    tree: PageTree, extents: Sequence[CommentExtent], fields: BlockFields
) -> set[int]:
    """Return the places of blocks whose part for words is empty; the first one may lack it, where it heads a topic."""
    if not fields.texts:
        return set()
    shape = describe_shape(next(iter(fields.texts.values())))
    wordless = {
        place
        for place, extent in enumerate(extents)
        if place not in fields.texts
        and any(describe_shape(e) == shape for e in tree.elements[extent.begin : extent.end])
    }
    heading = {0} if len(fields.texts) == len(extents) - 1 else set()
    return wordless | (heading - set(fields.texts))


def _is_article_list(tree: PageTree, extents: Sequence[CommentExtent], fields: BlockFields) -> bool:
    """Return whether most blocks have a linked title of their own beside their words, as articles in a list do."""
    titles = [_find_title(tree, extent, fields, place) for place, extent in enumerate(extents)]
    different = {title for title in titles if title is not None}
    return len(different) > THRESHOLDS.titled_share * len(extents)


def _find_title(
    tree: PageTree, extent: CommentExtent, fields: BlockFields, place: int
) -> str | None:
    """Return the first linked title in a block that is neither its author nor in its words, without digits; or None."""
    text, author = fields.texts.get(place), fields.authors.get(place)
    for element in tree.elements[extent.index : extent.end]:
        if element.tag != "a" or (text is not None and text.index <= element.index < text.end):
            continue
        words = REPLY_PREFIX.sub("", tree.read_text(element))
        if len(words) > _get_title_length(tree, element) and element is not author:
            return re.sub(r"\d", "", words)
    return None


def _get_title_length(tree: PageTree, link: Element) -> int:
    """Return beyond how many characters a link is a title: fewer within a heading."""
    in_heading = any(e.tag in TITLE_TAGS for e in tree.list_ancestors(link.index)[:3])
    return THRESHOLDS.shortest_headline * (1 if in_heading else 2)


def _is_by_readers(
    tree: PageTree,
    comments: Sequence[CommentCandidate],
    fields: BlockFields,
    evidence_needed: int,
) -> bool:
    """Return whether blocks have words that are no links, several authors, and enough evidence of readers."""
    lengths = [sum(len(tree.run_texts[run]) for run in comment.runs) for comment in comments]
    if statistics.median(lengths) < THRESHOLDS.shortest_median_text:
        return False
    if compute_link_share(tree, comments) > THRESHOLDS.most_link_share:
        return False
    authors = {comment.author for comment in comments if comment.author}
    if len(authors) < 2:
        return False
    return count_reader_evidence(tree, comments) + fields.link_to_profiles >= evidence_needed
