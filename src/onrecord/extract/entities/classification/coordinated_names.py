"""Listing: names that stand in one list, as "Uber, Lyft and Grab" do.

In: a block's names in order of text and the text. Out: runs of them that nothing but commas and "and" part. Out of
scope: names beside a comma alone ("Ann Hale, Oslo"): that is as often no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.extract.entities.clusters.name_clusters import Occurrence
from onrecord.records import Block

_COMMA = re.compile(r",\s+")
_AND = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?")
_LEAST = 4
"""Names that commas alone make a list of."""


def lists(block: Block, names: Iterable[Occurrence]) -> Iterator[list[Occurrence]]:
    """Yield the lists among `names` (in order of text), each of two names or more."""
    run: list[Occurrence] = []
    joined = False
    text = block.doc.text  # spaCy joins it anew each time it is asked
    for held in names:
        gap = _gap(text[run[-1].end - block.start : held.start - block.start]) if run else ""
        if run and not gap:
            yield from _whole(run, joined=joined)
            run, joined = [], False
        run.append(held)
        if gap == "and":
            yield from _whole(run, joined=True)
            run, joined = [], False
    yield from _whole(run, joined=joined)


def _gap(between: str) -> str:
    if _AND.fullmatch(between):
        return "and"
    return "comma" if _COMMA.fullmatch(between) else ""


def _whole(run: list[Occurrence], *, joined: bool) -> Iterator[list[Occurrence]]:
    if len(run) >= (2 if joined else _LEAST):
        yield run
