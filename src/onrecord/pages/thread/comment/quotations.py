"""The parts of a comment that repeat what others wrote before.

In: a `PageTree` and a comment's runs, or a text. Out: the quoted runs, or the spans of quoted lines. Out of scope: who wrote the
quoted words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import parse_attribution_line
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.label_words import QUOTE_LABELS
from onrecord.pages.thread.words.markup_words import QUOTE_TAGS

_QUOTED_LINES = re.compile(r"^>[^\n]*(?:\n+>[^\n]*)*", re.MULTILINE)


def iter_quoted_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines after ">" in `text[start:end]`, consecutive ones as one span.

    Spans are half-open code points of `text`. Nothing is yielded where all of it is quoted.
    """
    for match in _QUOTED_LINES.finditer(text, start, end):
        if (match.start(), match.end()) != (start, end):
            yield match.start(), match.end()


def find_quoted_runs(tree: PageTree, runs: Sequence[int], scope: int) -> frozenset[int]:
    """Return those of `runs` that repeat others' words: in quoting elements below element `scope`, or after ">"."""
    quoted: set[int] = set()
    known: dict[int, bool] = {}
    for run in runs:
        holder = tree.run_elements[run]
        if _is_quoted(tree, holder, scope, known) or tree.run_texts[run].lstrip().startswith(">"):
            quoted.add(run)
    # "Ann wrote:" before what she wrote belongs to it.
    for before, run in pairwise(runs):
        if run in quoted and before not in quoted and _is_introduction(tree.run_texts[before]):
            quoted.add(before)
    # Where all is quoted, the element's name says nothing.
    return frozenset(quoted) if len(quoted) < len(runs) else frozenset()


def _is_quoted(tree: PageTree, holder: int, scope: int, known: dict[int, bool]) -> bool:
    """Return whether element `holder` stands in a quoting element below `scope`; answers are added to `known`."""
    passed: list[int] = []
    quoted = False
    for element in tree.list_ancestors(holder):
        if element.index <= scope:
            break
        quoted = known.get(element.index, False)
        if element.index in known:
            break
        passed.append(element.index)
        named = element.label_words and QUOTE_LABELS.search(element.label_words)
        if element.tag in QUOTE_TAGS or named:
            quoted = True
            break
    known.update(dict.fromkeys(passed, quoted))
    return quoted


def _is_introduction(words: str) -> bool:
    """Return whether `words` say who wrote the quotation after them."""
    words = words.strip()
    if not words.endswith(":") or len(words) > THRESHOLDS.longest_quote_introduction:
        return False
    line = parse_attribution_line(words)
    return line is not None and line.is_explicit
