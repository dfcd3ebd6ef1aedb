"""Codes: stretches of text whose digits are a code, a place or a clock and count nothing.

In: a block's text. Out: spans of telephone numbers, citations, ratios and clocks of games, coordinates, network addresses, versions,
account and serial numbers, postal codes, list marks. Out of scope: numbers in names (`numbers_in_names`), which the tags show.
"""

from __future__ import annotations

import re

from onrecord.extract.figures.en.code_patterns import (
    CITATIONS,
    CLOCKS_AND_RATIOS,
    COORDINATES_AND_VERSIONS,
    FORMATS,
    IDENTIFIERS,
    LIST_MARKS,
    TELEPHONE_NUMBERS,
)
from onrecord.language.en.legal_citations import find_citation_spans

_CODES = tuple(
    re.compile(pattern)
    for pattern in (
        *TELEPHONE_NUMBERS,
        *CITATIONS,
        *CLOCKS_AND_RATIOS,
        *FORMATS,
        *COORDINATES_AND_VERSIONS,
        *IDENTIFIERS,
        *LIST_MARKS,
    )
)
_BRACKETED_NUMBER = re.compile(r"\((\d{1,2})\)(?= [A-Za-z“])")
"""A mark of a list in a sentence, where there is a first and a second: "we must (1) listen, (2) act"."""


def find_code_spans(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans whose digits count nothing; they may overlap.

    Examples:
        >>> [text[a:b] for text in ("Am J. 2015; 28: 685-690.",) for a, b in find_code_spans(text)]
        ['2015; 28: 685-690']

    """
    if not any(map(str.isdigit, text)):
        return []
    codes = [match.span() for pattern in _CODES for match in pattern.finditer(text)]
    marks = list(_BRACKETED_NUMBER.finditer(text))
    numbers = {mark[1] for mark in marks}
    is_list = "1" in numbers and "2" in numbers
    codes.extend(find_citation_spans(text))
    return [*codes, *(mark.span() for mark in marks if is_list)]
