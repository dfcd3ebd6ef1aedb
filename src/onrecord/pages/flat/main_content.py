"""Where among menus and boxes the article of a flattened page stands.

In: a page's lines. Out: the lines from which to which its text runs. Out of scope: pages with few
short lines, which hold little but the article.

Source: after the body text extraction of Finn, Kushmerick and Smyth, "Fact or fiction: content
classification for digital libraries" (2001): the stretch with the most text and the fewest breaks,
found here as the contiguous run of the highest sum over lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.flat.lines import TEXT, Line, ends_sentence, is_prose, word_count

_FEWEST_LINES = 30
_SHORT_LINE = -6.0
"""What a short line costs, in words: about what a menu's line or a title of another article has."""
_QUIET_LINE = -2.0
_MOST_WORDS = 60.0


def find_core(lines: Sequence[Line]) -> tuple[int, int]:
    """Return `(first, end)`, half-open: the lines of the article's text, all lines where few are short."""
    short = sum(not is_prose(line) for line in lines)
    if len(lines) < _FEWEST_LINES or 2 * short < len(lines):
        return 0, len(lines)
    best = total = 0.0
    first, begin, end = 0, 0, len(lines)
    for index, line in enumerate(lines):
        if total <= 0:
            total, begin = 0.0, index
        total += _weight(line)
        if total > best:
            best, first, end = total, begin, index + 1
    return first, end


def _weight(line: Line) -> float:
    """Return what a line says for being the article's, in words; a very long one no more than others."""
    if not is_prose(line):
        return _SHORT_LINE if line.kind == TEXT else _QUIET_LINE
    words = min(float(word_count(line.words)), _MOST_WORDS)
    return (
        words if ends_sentence(line.words) or line.words[-1] in ":”\"'" else words / 3 + _SHORT_LINE
    )
