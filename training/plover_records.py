"""The codebook's own records of PLOVER: sentences whose actors and event words are marked.

In: the text of `PLOVER_GSR_CAMEO.txt`. Out: sentences with marked spans and the root, in the names of the manual of 2021. Out of scope: what is
extracted from them.

Source: PLOVER gold standard records (Open Event Data Alliance, CC BY-SA 4.0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

EVENT_MARK = "EVT"
ROOTS_OF_2016 = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "RETREAT": "YIELD",
    "CONCEDE": "YIELD",
}
"""Roots of the manual of 2016 → of 2021."""


@dataclass(frozen=True, slots=True)
class PloverRecord:
    """A sentence, its marked spans as (start, end, mark), and its root."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    root: str


def iter_records(written: str) -> Iterator[PloverRecord]:
    """Yield the records of the file's text that are sentences."""
    for record in written.split('"id":')[1:]:
        root = re.search(r'"event": "([A-Z]+)"', record)
        markup = re.search(r'"markup": "(.*?)"\}', record, re.DOTALL)
        if root is not None and markup is not None and root[1] != "DOCUMENT":
            text, spans = _parse_brackets(markup[1])
            yield PloverRecord(text, tuple(spans), ROOTS_OF_2016.get(root[1], root[1]))


def _parse_brackets(markup: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text of "(SRC: words) (EVT: words)" without marks, and the marked spans."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    for piece in re.split(r"(\((?:SRC|TAR|EVT)[/A-Z]*: ?[^()]*\))", markup):
        mark = re.fullmatch(r"\((SRC|TAR|EVT)[/A-Z]*: ?([^()]*)\)", piece)
        if mark is None:
            text += re.sub(r"\((?:SRC|TAR|EVT|LOC)[/A-Z]*: ?|[{}]", "", piece)
        else:
            spans.append((len(text), len(text) + len(mark[2]), mark[1]))
            text += mark[2]
    return re.sub(r"[\n\t\r]", " ", text), spans
