"""Facets: the filters of a list that say how many rows each of their values leaves.

In: a list's rows, what may be chosen of them, and what the address chooses. Out: the rows that every choice leaves,
and for each filter its values with counts. Out of scope: which filters a list has.

A value's count is of the rows that all other filters leave, so it says what choosing it would show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from onrecord.web.thresholds import THRESHOLDS

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Facet(Generic[T]):
    """What a list can be filtered by.

    Attributes:
        name: of the field in the address. label: what it is called on screen.
        read: returns the values of a row; a row without any is left out by every choice.
        words: labels of values that are shown in this order, also those that no row has; others follow by count.
        every: what is shown where nothing is chosen.

    """

    name: str
    label: str
    read: Callable[[T], Collection[str]]
    words: Mapping[str, str] = field(default_factory=dict)
    every: str = "all"


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter to show: `options` are (value, label, rows it leaves); `chosen` is one of the values, or ""."""

    name: str
    label: str
    every: str
    chosen: str
    options: tuple[tuple[str, str, int], ...]


def filter_rows(
    rows: Iterable[T], facets: Sequence[Facet[T]], read_field: Callable[[str], str]
) -> tuple[list[T], tuple[Choice, ...]]:
    """Return the rows that every choice of the address leaves, in their order, and the filters to show.

    Args:
        read_field: returns what the address chooses of a facet's name; "" for nothing.

    """
    chosen = [read_field(facet.name) for facet in facets]
    counts: list[Counter[str]] = [Counter() for _ in facets]
    kept: list[T] = []
    for row in rows:
        values = [frozenset(facet.read(row)) for facet in facets]
        failing = [at for at, one in enumerate(chosen) if one and one not in values[at]]
        if not failing:
            kept.append(row)
        # A row that one filter alone leaves out counts for that filter's other values.
        open_to = range(len(facets)) if not failing else failing if len(failing) == 1 else ()
        for at in open_to:
            counts[at].update(values[at])
    return kept, tuple(
        _build_choice(facet, one, count)
        for facet, one, count in zip(facets, chosen, counts, strict=True)
    )


def _build_choice(facet: Facet[T], chosen: str, counts: Counter[str]) -> Choice:
    known = list(facet.words)
    others = sorted(
        (value for value in counts if value not in facet.words),
        key=lambda value: (-counts[value], value.casefold()),
    )
    if chosen and chosen not in (*known, *others):
        others.append(chosen)
    shown = (*known, *others[: THRESHOLDS.facet_options])
    shown = shown if not chosen or chosen in shown else (*shown, chosen)
    options = tuple((value, facet.words.get(value, value), counts[value]) for value in shown)
    return Choice(facet.name, facet.label, facet.every, chosen, options)
