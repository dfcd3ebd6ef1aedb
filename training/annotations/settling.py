"""Drafts for the third reader: what two readers agree on, and both versions of what they do not.

In: two files of marks of one document. Out: the lines of a draft: marks that both have, as the first reader wrote them, and those that differ or that one reader
has alone, begun with `?A` or `?B`. Out of scope: who is right; the third reader leaves one line of each pair, or none, and takes the signs off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from training.annotations.agreement import is_same_mark
from training.annotations.marks import parse_marks

_SAME = re.compile(r"\bsame=(\S+)$")
_LETTERS = {"X": "chains", "E": "events", "P": "promises", "Q": "quotes"}


class _Mark(NamedTuple):
    """A line of marks and what it says."""

    line: str
    row: Mapping[str, Any]


def draft_settlement(a: Sequence[str], b: Sequence[str], text: str) -> Iterator[str]:
    """Yield the lines of the draft, by layer, in the order of the first reader; the second's own marks after them."""
    for letter, layer in _LETTERS.items():
        first, second = _read_layer(a, letter, layer, text), _read_layer(b, letter, layer, text)
        free = list(second)
        for mark in first:
            other = _find_partner(mark, free, layer)
            if other is None:
                yield f"?A {mark.line}"
                continue
            free.remove(other)
            if _strip_identity(mark.row) == _strip_identity(other.row):
                yield mark.line
            else:
                yield f"?A {mark.line}"
                yield f"?B {_rename(other.line)}"
        yield from (f"?B {_rename(mark.line)}" for mark in free)


def _read_layer(lines: Sequence[str], letter: str, layer: str, text: str) -> list[_Mark]:
    marks = []
    for line in lines:
        if line.startswith(f"{letter} "):
            alone = _SAME.sub("same=-", line.strip())
            rows = getattr(parse_marks([alone], text)[0], layer)
            marks += [_Mark(line.strip(), row) for row in rows]
    return marks


def _find_partner(mark: _Mark, free: Sequence[_Mark], layer: str) -> _Mark | None:
    """Return the other reader's mark of the same thing: an equal one, else one that shares the trigger, content or most mentions."""
    equal = (other for other in free if _strip_identity(other.row) == _strip_identity(mark.row))
    found = next(equal, None)
    if found is not None:
        return found
    if layer == "chains":
        return max(
            (other for other in free if _count_shared(mark, other)),
            key=lambda other: _count_shared(mark, other),
            default=None,
        )
    return next((other for other in free if is_same_mark(layer, mark.row, other.row)), None)


def _count_shared(a: _Mark, b: _Mark) -> int:
    return len(set(a.row["mentions"]) & set(b.row["mentions"]))


def _strip_identity(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a mark says: without its id, and with spans in order."""
    return {
        name: sorted(value) if isinstance(value, list) else value
        for name, value in row.items()
        if name not in {"id", "same"}
    }


def _rename(line: str) -> str:
    """Return a line of the second reader with ids that the first has not: `e3` becomes `e3b`."""
    head, _, rest = line.partition(" | ")
    return _SAME.sub(lambda match: f"same={_mark_id(match[1])}", f"{head}b | {rest}")


def _mark_id(ident: str) -> str:
    return ident if ident == "-" else f"{ident}b"
