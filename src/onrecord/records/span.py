"""Spans and parts: where words are in a page's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`start, end` in code points of the page's text, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a record: the exact words and where they are (code points, half-open)."""

    text: str
    start: int
    end: int
