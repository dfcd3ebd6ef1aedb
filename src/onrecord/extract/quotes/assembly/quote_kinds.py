"""Kinds of quotes: direct, indirect or mixed, by which of their words stand in quotation marks.

In: for each word of a quote, whether it is in marks. Out: the kind. Out of scope: which marks make a quotation
(`onrecord.extract.quotes.marks`); what is found from a pair of marks (`direct`) is direct until it is merged with words outside.
"""

from __future__ import annotations

from collections.abc import Sequence

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"


def classify_kind(are_quoted: Sequence[bool]) -> str:
    """Return the kind of a quote: direct with all words in marks, indirect with none.

    Examples:
        >>> classify_kind([True, True]), classify_kind([False]), classify_kind([False, True])
        ('direct', 'indirect', 'mixed')

    """
    if not any(are_quoted):
        return INDIRECT
    return DIRECT if all(are_quoted) else MIXED
