"""Where among menus and boxes the article of a flattened page stands.

In: a page's lines. Out: the lines from which to which its text runs. Out of scope: pages with few
short lines, which hold little but the article.

Source: after the body text extraction of Finn, Kushmerick and Smyth, "Fact or fiction: content
classification for digital libraries" (2001): the stretch with the most text and the fewest breaks,
found here as the contiguous run of lines with the highest sum.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.flat.line_kinds import LineKind
from onrecord.pages.flat.lines import FlatLine, count_words, is_prose, is_sentence_end
from onrecord.pages.flat.thresholds import THRESHOLDS


def find_main_content(lines: Sequence[FlatLine]) -> tuple[int, int]:
    """Return `(first, end)`, half-open: the lines of the article's text, all lines where few are short."""
    short = sum(not is_prose(line) for line in lines)
    if len(lines) < THRESHOLDS.fewest_page_lines or 2 * short < len(lines):
        return 0, len(lines)
    best = total = 0.0
    first, begin, end = 0, 0, len(lines)
    for index, line in enumerate(lines):
        if total <= 0:
            total, begin = 0.0, index
        total += _weigh(line)
        if total > best:
            best, first, end = total, begin, index + 1
    return first, end


def _weigh(line: FlatLine) -> float:
    """Return how much a line speaks for the article, in words; a very long one no more than others."""
    short = -THRESHOLDS.short_line_cost
    if not is_prose(line):
        return short if line.kind == LineKind.TEXT else -THRESHOLDS.quiet_line_cost
    words = min(float(count_words(line.words)), THRESHOLDS.most_line_words)
    ends = is_sentence_end(line.words) or line.words[-1] in ":”\"'"
    return words if ends else words / THRESHOLDS.unfinished_line_divisor + short
