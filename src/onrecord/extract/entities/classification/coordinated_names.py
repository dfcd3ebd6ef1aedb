"""Names that stand in one coordination: "Uber, Lyft and Grab".

In: a block and its names in order of text. Out: runs of names that only commas and "and" separate. Out of scope: two names
beside a comma alone ("Ann Hale, Oslo"): they are as often no coordination.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.records import Block

_COMMA = re.compile(r",\s+")
_AND = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?")


def find_coordinations(
    block: Block, names: Iterable[Occurrence]
) -> Iterator[tuple[Occurrence, ...]]:
    """Yield the coordinations among `names` (in order of text), each of two names or more."""
    run: list[Occurrence] = []
    text = block.doc.text  # spaCy builds it at each access
    for name in names:
        gap = text[run[-1].end - block.start : name.start - block.start] if run else ""
        separator = _classify_separator(gap) if run else None
        if run and separator is None:
            yield from _complete(run, has_and=False)
            run = []
        run.append(name)
        if separator == "and":
            yield from _complete(run, has_and=True)
            run = []
    yield from _complete(run, has_and=False)


def _classify_separator(gap: str) -> Literal["and", "comma"] | None:
    if _AND.fullmatch(gap):
        return "and"
    return "comma" if _COMMA.fullmatch(gap) else None


def _complete(run: list[Occurrence], *, has_and: bool) -> Iterator[tuple[Occurrence, ...]]:
    """Yield the run if it is a coordination: two names with "and", more with commas alone."""
    if len(run) >= (2 if has_and else THRESHOLDS.comma_list_names):
        yield tuple(run)
