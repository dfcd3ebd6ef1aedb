"""Context windows: the stretch of text before, after or around a number in which words are looked for.

In: a text and code points. Out: the stretch. Out of scope: what is looked for. A window shorter than a pattern cuts the pattern off,
so its width is part of a rule; all widths are in `thresholds`.
"""

from __future__ import annotations

from onrecord.extract.figures.thresholds import THRESHOLDS


def slice_before(text: str, position: int, width: int = THRESHOLDS.phrase_before) -> str:
    """Return the `width` characters before `position`, fewer at the beginning of the text."""
    return text[max(0, position - width) : position]


def slice_after(text: str, position: int, width: int = THRESHOLDS.phrase_after) -> str:
    """Return the `width` characters from `position` on, fewer at the end of the text."""
    return text[position : position + width]


def slice_around(text: str, start: int, end: int, width: int = THRESHOLDS.unit_context) -> str:
    """Return the stretch `start, end` with `width` characters on both sides."""
    return text[max(0, start - width) : end + width]
