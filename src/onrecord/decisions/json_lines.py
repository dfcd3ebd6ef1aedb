"""Decisions as JSON lines: what one copy of a story exports and another replays.

In: decisions, or the lines of a file. Out: lines; decisions, and what is wrong with a line. Out of scope: the story.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.decisions.decision import Decision
from onrecord.decisions.thresholds import THRESHOLDS
from onrecord.errors import DecisionError


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no decision: its number, from 1, and what is wrong with it."""

    number: int
    problem: str


def encode_lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """Yield each decision as one line, with its line end."""
    for decision in decisions:
        yield json.dumps(decision.to_dict(), ensure_ascii=False) + "\n"


def decode_lines(file: BinaryIO) -> Iterator[Decision | BadLine]:
    """Yield the decision of each line of a file, which may come from anybody, or what is wrong with it; empty lines are passed over."""
    for number, line in enumerate(_iter_bounded(file), start=1):
        if number > THRESHOLDS.file_lines:
            yield BadLine(number, "the file has too many lines; the rest is not read")
            return
        if line.strip():
            yield _decode_line(number, line)


def _iter_bounded(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is too long only so much that it is known to be."""
    most = THRESHOLDS.line_bytes + 1
    for line in iter(lambda: file.readline(most), b""):
        yield line
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(most)


def _decode_line(number: int, line: bytes) -> Decision | BadLine:
    if len(line) > THRESHOLDS.line_bytes:
        return BadLine(number, "too long for a decision")
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return BadLine(number, "no JSON")
    if not isinstance(row, dict):
        return BadLine(number, "no JSON object")
    try:
        return Decision.from_dict(row)
    except DecisionError as error:
        return BadLine(number, str(error))
