"""Token spans: a run of tokens in a block, half-open like all spans.

In: nothing. Out: `TokenSpan`. Out of scope: code points of a page (`onrecord.records.Span`).
"""

from __future__ import annotations

from typing import NamedTuple


class TokenSpan(NamedTuple):
    """Tokens of a block: `start` is the index of the first, `end` the index after the last."""

    start: int
    end: int
