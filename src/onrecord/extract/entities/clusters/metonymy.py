"""Acting: names of places that stand for a body of that name, the government in a capital or a town's team.

In: a page's blocks and its names in order of text. Out: the same names, those bodies apart from the towns. Out of scope:
countries: a country, its government and its team are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.clusters.name_clusters import Occurrence
from onrecord.extract.entities.clusters.seats import is_seat
from onrecord.extract.entities.clusters.teams import is_team
from onrecord.language.en.function_words import OF_OR_FROM
from onrecord.language.en.names import WITHIN
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Span

_TOWN_AFTER = WITHIN | OF_OR_FROM
"""Words before a name that make it the town even where its team plays."""


def acting(blocks: Sequence[Block], occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Return `occurrences`, in their order, with capitals that govern and towns that play as organisations."""
    held = list(_with_spans(blocks, occurrences))
    teams = {one.name for one, span in held if span is not None and is_team(span)}
    return [_as_body(one, span, teams) for one, span in held]


def _with_spans(
    blocks: Sequence[Block], occurrences: Iterable[Occurrence]
) -> Iterator[tuple[Occurrence, Span | None]]:
    """Yield each name of a town with its span, every other name with None."""
    left = iter(blocks)
    block = next(left, None)
    for held in occurrences:
        while block is not None and block.zone.end <= held.start:
            block = next(left, None)
        span = None
        town = held.key is None or held.key.startswith(("city:", "state:"))
        if block is not None and held.type == "place" and town:
            span = block.doc.char_span(held.start - block.start, held.end - block.start)
        yield held, span


def _as_body(held: Occurrence, span: Span | None, teams: set[str]) -> Occurrence:
    if span is None:
        return held
    if held.key is not None and is_seat(held.name, span[-1]):
        return replace(
            held,
            type="organisation",
            key=f"seat:{held.name}",
            why="a capital that says or does what governments do",
        )
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if held.name in teams and (is_team(span) or before not in _TOWN_AFTER):
        key = f"team:{held.name}" if held.key is not None else None
        why = "a score is told of the team of that name"
        return replace(held, type="organisation", key=key, why=why)
    return held
