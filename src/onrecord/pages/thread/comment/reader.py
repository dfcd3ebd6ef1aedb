"""One comment of a thread in markup: its own words, who wrote it and when.

In: a `PageTree`, the element that marks the comment, and the platform it is marked as. Out: a `Found`.
Out of scope: which elements are comments, and which answers which (`thread`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element, TextBlock, is_heading
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import read_line
from onrecord.pages.thread.comment.author import (
    author_link,
    author_words,
    find_author,
    find_votes,
    named_in_line,
)
from onrecord.pages.thread.comment.extent import Item
from onrecord.pages.thread.comment.header import (
    heads_around,
    is_head,
    is_whole,
    line_around,
    runs_within,
    text_element,
    within_item,
)
from onrecord.pages.thread.comment.state import quoted_runs, state_of, trim_end
from onrecord.pages.thread.comment.timestamp import find_time, time_in_words
from onrecord.pages.thread.words.platforms import CONTROL_WORDS, CONTROLS, SAYS, Platform, is_in

_TITLE = re.compile(r"(?:^| )(?:titles?|subject|headline|betreff|titel|titre|asunto)(?= |$)")
_EDITED = re.compile(r"\(?\b(?:last )?edited\b[^)\n]{0,80}\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a comment's fields before it is read: the elements that hold them.

    `name` and `stamp` are words of fields that have no element to themselves, `runs` those words'.
    """

    author: Element | None = None
    time: Element | None = None
    text: Element | None = None
    name: str | None = None
    stamp: str | None = None
    runs: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """Who wrote, as the thread as a whole tells it: the element, the name its words give, and the day they give.

    `stamp`: None where the words are the name alone; `sure`: words like "by" and "says" tell that it is one.
    """

    element: Element | None
    name: str | None
    stamp: str | None = None
    sure: bool = False


@dataclass(slots=True)
class Found:
    """One comment: `runs` are its own words; `parent` is another's place in the list, or None.

    `by`: the element that names its author; `quoted`: those of `runs` that quote others.
    """

    item: Item
    runs: list[int] = field(default_factory=list)
    author: str | None = None
    by: Element | None = None
    author_url: str | None = None
    time_text: str | None = None
    time: str | None = None
    votes: int | None = None
    edited_text: str | None = None
    cut_short: bool = False
    state: str | None = None
    quoted: frozenset[int] = frozenset()
    parent: int | None = None


def blocks_of(tree: PageTree, comment: Found) -> Iterator[TextBlock]:
    """Yield a comment's blocks in order, up to its last word: answers nested after it are not gone through."""
    last = max(comment.runs, default=-1)
    for place in range(comment.item.first, comment.item.last):
        block = tree.blocks[place]
        if block.runs and block.runs[0] > last:
            return
        yield block


def read_comment(
    tree: PageTree,
    item: Item,
    platform: Platform,
    items: dict[int, Item],
    known: Known | None = None,
    named: Named | None = None,
) -> Found:
    """Return what `item` holds of a comment; those of `items` inside it are others."""
    comment = Found(item)
    within, nested = within_item(tree, item, items)
    signs = [e for e in within if is_head(tree, e, platform) and not is_whole(e, item)]
    text = known.text if known else text_element(tree, within, signs, platform)
    heads = [e for e in within if text is None or not text.index <= e.index < text.end]
    told = _tell(tree, comment, heads, platform, known, named)
    line = line_around(tree, comment.by, item) if comment.by is not None and not known else None
    left_out = [*told, line[0]] if line is not None else told
    left_out += heads_around(tree, comment.by, item) if comment.by is not None else ()
    left_out += [e for e in heads if e in signs or e.tag in {"header", "footer", "hgroup"}]
    left_out += [e for e in within if e.tag in {"form", "button"} or is_in(CONTROLS, e.words)]
    scope = text if text is not None else item
    # What the words stand in may be named for a control in it: "quick edit target".
    gone = [(e.index, e.end) for e in left_out if not e.index <= scope.index < e.end]
    comment.runs = runs_within(tree, scope, [*gone, *((one.index, one.end) for one in nested)])
    if known:
        _add_known(comment, known)
    if comment.time_text is None:
        around = time_in_words(tree, _around(tree, heads, comment))
        comment.time_text, comment.time = around or (None, None)
    _finish(tree, comment)
    if line is not None and comment.time_text is None:
        comment.time_text, comment.time = line[1], parse_timestamp(line[1], short=True)
    comment.runs = _without_title(tree, comment.runs, told)
    comment.state = state_of(tree, comment.runs, item.first, item.last)
    comment.quoted = quoted_runs(tree, comment.runs, scope.index)
    if comment.author is None and text is not None:
        comment.author = named_in_line(tree, heads)
    return comment


def _tell(
    tree: PageTree,
    comment: Found,
    heads: list[Element],
    platform: Platform,
    known: Known | None,
    named: Named | None,
) -> list[Element]:
    """Set who wrote `comment`, when, and its votes; return the elements that told."""
    item = comment.item
    if named is not None:
        author = named.element
    elif known:
        author = known.author
    else:
        author = find_author(tree, [e for e in heads if not is_whole(e, item)], platform)
    if known:
        time = find_time(tree, [known.time], platform, sure=True) if known.time else None
    else:
        time = find_time(tree, heads, platform)
    if author is not None:
        comment.author = (named.name if named else None) or author_words(tree, author)
        comment.by = author
        comment.author_url = author_link(tree, author, item.index)
    if time is not None:
        comment.time_text, comment.time = time.words, time.value
    elif named is not None and named.stamp:
        comment.time_text, comment.time = named.stamp, parse_timestamp(named.stamp, short=True)
    elif author and (value := parse_timestamp(words := tree.own_text(author), short=True)):
        comment.time_text, comment.time = words, value
    votes = find_votes(tree, heads, platform)
    comment.votes = votes[1] if votes is not None else None
    told = (author, time.element if time else None, votes[0] if votes else None)
    return [element for element in told if element is not None]


def _add_known(comment: Found, known: Known) -> None:
    comment.author = comment.author or known.name
    if known.stamp and comment.time_text is None:
        comment.time_text, comment.time = known.stamp, parse_timestamp(known.stamp, short=True)
    comment.runs = [run for run in comment.runs if run not in known.runs]


def _around(tree: PageTree, heads: list[Element], comment: Found) -> Iterator[int]:
    """Yield the runs of `comment` that are none of its words."""
    indices = {comment.item.index, *(element.index for element in heads)}
    own = set(comment.runs)
    for block in tree.blocks[comment.item.first : comment.item.last]:
        yield from (r for r in block.runs if r not in own and tree.holders[r] in indices)


def _finish(tree: PageTree, comment: Found) -> None:
    """Read what the words at a comment's end and its author line say."""

    def words(run: int) -> str:
        return tree.words[run].strip()

    while comment.runs:
        first = words(comment.runs[0])
        said = read_line(first)
        line = len(first) < 50 or (said is not None and first.endswith(":"))
        value = parse_timestamp(first, short=True) if line else None
        if value and comment.time_text is None:
            comment.time_text, comment.time = first, value
            comment.author = comment.author or (said.name if said else None)
        elif first and not (value or CONTROL_WORDS.fullmatch(first) or SAYS.fullmatch(f" {first}")):
            break
        comment.runs.pop(0)
    comment.cut_short = trim_end(tree, comment.runs)
    if comment.runs and (found := _EDITED.fullmatch(words(comment.runs[-1]))):
        comment.edited_text = found[0]
        comment.runs.pop()


def _without_title(tree: PageTree, runs: list[int], heads: Sequence[Element]) -> list[int]:
    """Return `runs` without a title that stands before the line of who and when: it would part the words."""
    title = _title(tree, runs[0]) if runs else None
    if title is None:
        return runs
    for head in heads:
        if tree.holders[runs[0]] >= head.index:
            continue  # nothing stands before it: most often
        before = [run for run in runs if tree.holders[run] < head.index]
        held = all(title.index <= tree.holders[run] < title.end for run in before)
        if len(before) < len(runs) and held:
            return runs[len(before) :]
    return runs


def _title(tree: PageTree, run: int) -> Element | None:
    """Return the title that `run` stands in, or None."""
    around = tree.ancestors(tree.holders[run])[:3]
    return next((e for e in around if is_heading(e) or _TITLE.search(e.words)), None)
