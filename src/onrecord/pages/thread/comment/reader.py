"""One comment of a thread in markup, read: its own words, who wrote it and when, and what a system says of it.

In: a `PageTree`, the comment's extent, and the platform it is marked as. Out: a `CommentCandidate`. Out of scope: which elements
are comments (`platform_comments`, `repeated_blocks`), and which comment answers which (`parents`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element, is_heading
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import parse_attribution_line
from onrecord.pages.thread.comment.author import (
    find_author,
    find_author_in_lines,
    find_author_link,
    read_author_name,
)
from onrecord.pages.thread.comment.body import collect_runs, find_text_element
from onrecord.pages.thread.comment.candidate import AuthorName, CommentCandidate, KnownFields
from onrecord.pages.thread.comment.extent import CommentExtent, is_whole_extent, split_nested
from onrecord.pages.thread.comment.header import find_header_line, is_header, iter_member_panels
from onrecord.pages.thread.comment.quotations import find_quoted_runs
from onrecord.pages.thread.comment.state import find_state
from onrecord.pages.thread.comment.timestamp import find_time, find_time_in_runs
from onrecord.pages.thread.comment.trailing_controls import is_link_to_rest, trim_trailing_controls
from onrecord.pages.thread.comment.votes import find_votes
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.author_words import TRAILING_SAYS
from onrecord.pages.thread.words.control_words import CONTROL_WORDS
from onrecord.pages.thread.words.label_words import CONTROL_LABELS, TITLE_LABELS, is_in
from onrecord.pages.thread.words.markup_words import FORM_TAGS, HEADER_TAGS
from onrecord.pages.thread.words.notice_words import EDITED_WORDS
from onrecord.pages.thread.words.platforms import Platform


@dataclass(frozen=True, slots=True)
class _Parts:
    """A comment's elements: all of its own, those that hold its words (or None), those around them, and its headers."""

    own: list[Element]
    nested: list[CommentExtent]
    text: Element | None
    around: list[Element]
    headers: list[Element]


def read_comment(
    tree: PageTree,
    extent: CommentExtent,
    platform: Platform,
    extents: dict[int, CommentExtent],
    known: KnownFields | None = None,
    author_name: AuthorName | None = None,
) -> CommentCandidate:
    """Return what a comment in markup holds.

    Args:
        tree: the page.
        extent: where the comment stands.
        platform: how its parts are named.
        extents: all comments of the thread by the place of their first element; those nested in `extent` are not read.
        known: elements that are known to hold its fields.
        author_name: who wrote, by the position that all comments share.

    """
    comment = CommentCandidate(extent)
    parts = _find_parts(tree, extent, platform, extents, known)
    field_elements = _read_header_fields(tree, comment, parts, platform, known, author_name)
    line = None
    if comment.author_element is not None and not known:
        line = find_header_line(tree, comment.author_element, extent)
    excluded = [*field_elements, *([line[0]] if line is not None else ())]
    excluded += _iter_excluded(tree, comment, parts)
    scope = parts.text if parts.text is not None else extent
    comment.runs = _collect_own_runs(tree, scope, parts, excluded)
    if known:
        _add_known_fields(comment, known)
    if comment.time_text is None:
        around = find_time_in_runs(tree, _iter_header_runs(tree, parts.around, comment))
        comment.time_text, comment.time = around or (None, None)
    _trim_edges(tree, comment)
    if line is not None and comment.time_text is None:
        comment.time_text, comment.time = line[1], parse_timestamp(line[1], short=True)
    # Where no line states who and when, all that is left out may end a title.
    ends = field_elements if line is not None else excluded
    comment.runs = _remove_title(tree, comment.runs, ends)
    comment.state = find_state(tree, comment.runs, extent.block_start, extent.block_end)
    comment.quoted = find_quoted_runs(tree, comment.runs, scope.index)
    if comment.author is None and parts.text is not None:
        comment.author = find_author_in_lines(tree, parts.around)
    return comment


def _find_parts(
    tree: PageTree,
    extent: CommentExtent,
    platform: Platform,
    extents: dict[int, CommentExtent],
    known: KnownFields | None,
) -> _Parts:
    own, nested = split_nested(tree, extent, extents)
    headers = [e for e in own if is_header(tree, e, platform) and not is_whole_extent(e, extent)]
    text = known.text if known else find_text_element(tree, own, headers, platform)
    around = [e for e in own if text is None or not text.index <= e.index < text.end]
    return _Parts(own, nested, text, around, headers)


def _iter_excluded(tree: PageTree, comment: CommentCandidate, parts: _Parts) -> Iterator[Element]:
    """Yield the elements that hold none of the comment's words: panels of members, headers, forms and controls."""
    if comment.author_element is not None:
        yield from iter_member_panels(tree, comment.author_element, comment.extent)
    yield from (e for e in parts.around if e in parts.headers or e.tag in HEADER_TAGS)
    yield from (e for e in parts.own if e.tag in FORM_TAGS or is_in(CONTROL_LABELS, e.label_words))


def _collect_own_runs(
    tree: PageTree, scope: Element | CommentExtent, parts: _Parts, excluded: Sequence[Element]
) -> list[int]:
    """Return the runs in `scope` that stand neither in `excluded` elements nor in nested comments."""
    # What the words stand in may be named for a control in it: "quick edit target".
    ranges = [(e.index, e.end) for e in excluded if not e.index <= scope.index < e.end]
    nested = [(inner.index, inner.end) for inner in parts.nested]
    return collect_runs(tree, scope, [*ranges, *nested])


def _read_header_fields(
    tree: PageTree,
    comment: CommentCandidate,
    parts: _Parts,
    platform: Platform,
    known: KnownFields | None,
    author_name: AuthorName | None,
) -> list[Element]:
    """Set who wrote `comment`, when, and its votes; return the elements that state them."""
    author = _find_author_element(tree, comment.extent, parts, platform, known, author_name)
    if known:
        time = find_time(tree, [known.time], platform, is_known=True) if known.time else None
    else:
        time = find_time(tree, parts.around, platform)
    if author is not None:
        stated = author_name.name if author_name else None
        comment.author = stated or read_author_name(tree, author)
        comment.author_element = author
        comment.author_url = find_author_link(tree, author, comment.extent.index)
    if time is not None:
        comment.time_text, comment.time = time.words, time.value
    elif author_name is not None and author_name.time_text:
        comment.time_text = author_name.time_text
        comment.time = parse_timestamp(author_name.time_text, short=True)
    elif author and (value := parse_timestamp(words := tree.read_text(author), short=True)):
        comment.time_text, comment.time = words, value
    votes = find_votes(tree, parts.around, platform)
    comment.votes = votes[1] if votes is not None else None
    elements = (author, time.element if time else None, votes[0] if votes else None)
    return [element for element in elements if element is not None]


def _find_author_element(
    tree: PageTree,
    extent: CommentExtent,
    parts: _Parts,
    platform: Platform,
    known: KnownFields | None,
    author_name: AuthorName | None,
) -> Element | None:
    if author_name is not None:
        return author_name.element
    if known:
        return known.author
    candidates = [e for e in parts.around if not is_whole_extent(e, extent)]
    return find_author(tree, candidates, platform)


def _add_known_fields(comment: CommentCandidate, known: KnownFields) -> None:
    """Set the author and time that have no element to themselves, and take their words out of the comment's."""
    comment.author = comment.author or known.author_name
    if known.time_text and comment.time_text is None:
        comment.time_text = known.time_text
        comment.time = parse_timestamp(known.time_text, short=True)
    comment.runs = [run for run in comment.runs if run not in known.field_runs]


def _iter_header_runs(
    tree: PageTree, around: list[Element], comment: CommentCandidate
) -> Iterator[int]:
    """Yield the runs of `comment` that stand in the elements `around` its words, and are none of them."""
    extent = comment.extent
    indices = {extent.index, *(element.index for element in around)}
    own = set(comment.runs)
    for block in tree.blocks[extent.block_start : extent.block_end]:
        yield from (r for r in block.runs if r not in own and tree.run_elements[r] in indices)


def _trim_edges(tree: PageTree, comment: CommentCandidate) -> None:
    """Remove lines of who and when, controls and edit notices from the edges of a comment's words; keep what they state."""
    while comment.runs:
        first = tree.run_texts[comment.runs[0]].strip()
        line = parse_attribution_line(first)
        is_line = len(first) < THRESHOLDS.longest_leading_line or (
            line is not None and first.endswith(":")
        )
        value = parse_timestamp(first, short=True) if is_line else None
        if value and comment.time_text is None:
            comment.time_text, comment.time = first, value
            comment.author = comment.author or (line.name if line else None)
        elif first and not (value or _is_remnant(first)):
            break
        comment.runs.pop(0)
    removed = trim_trailing_controls(tree, comment.runs)
    comment.cut_short = any(map(is_link_to_rest, removed))
    if comment.runs:
        edited = EDITED_WORDS.fullmatch(tree.run_texts[comment.runs[-1]].strip())
        if edited:
            comment.edited_text = edited[0]
            comment.runs.pop()


def _is_remnant(words: str) -> bool:
    """Return whether `words` are a control, or what is left of an author's line: "says:"."""
    return bool(CONTROL_WORDS.fullmatch(words) or TRAILING_SAYS.fullmatch(f" {words}"))


def _remove_title(tree: PageTree, runs: list[int], ends: Sequence[Element]) -> list[int]:
    """Return `runs` without a title that stands before one of `ends`, the line of who and when: it is none of the words."""
    title = _find_title(tree, runs[0]) if runs else None
    if title is None:
        return runs
    for element in ends:
        if tree.run_elements[runs[0]] >= element.index:
            continue  # most often nothing stands before it
        before = [run for run in runs if tree.run_elements[run] < element.index]
        in_title = all(title.index <= tree.run_elements[run] < title.end for run in before)
        if len(before) < len(runs) and in_title:
            return runs[len(before) :]
    return runs


def _find_title(tree: PageTree, run: int) -> Element | None:
    """Return the title that `run` stands in, or None."""
    around = tree.list_ancestors(tree.run_elements[run])[: THRESHOLDS.title_levels]
    return next((e for e in around if is_heading(e) or TITLE_LABELS.search(e.label_words)), None)
