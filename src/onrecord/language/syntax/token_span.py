"""Token spans: where words stand in a block, half-open as all spans are.

In: nothing. Out: `TokenSpan`. Out of scope: code points of a page (`onrecord.records.Span`).
"""

from __future__ import annotations

from typing import NamedTuple


class TokenSpan(NamedTuple):
    """Tokens of a block: `start` is the index of the first, `end` that after the last."""

    start: int
    end: int
