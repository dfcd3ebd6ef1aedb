"""Thresholds: numbers that rules ask, each with its unit, its meaning and what it rests on.

In: nothing. Out: `define_threshold`, by which each wing's table declares its numbers, and `describe`, which reads a table back
for the reference. Out of scope: settings of a run (`onrecord.config`), and weights of features, which training writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

Number = TypeVar("Number", int, float)

BASES = ("law", "limit", "measured", "by hand")
"""What a number rests on: a standard or arithmetic; a bound on cost or damage; a measurement; somebody's reading."""


@dataclass(frozen=True, slots=True)
class DescribedThreshold:
    """One number of a table, for a reader of the reference."""

    name: str
    value: float
    unit: str
    meaning: str
    basis: str


def define_threshold(value: Number, unit: str, meaning: str, basis: str) -> Number:
    """Return the default of a table's field, with what a reader needs to judge it.

    Args:
        value: the number.
        unit: what it is a number of ("tokens", "characters", "days", "share of …").
        meaning: what it bounds, in one sentence.
        basis: one of `BASES`, a colon, and the standard, the cost, the measurement or the reading.

    """
    about = {"unit": unit, "meaning": meaning, "basis": basis}
    return field(default=value, metadata=about)


def describe(table: Any) -> Iterator[DescribedThreshold]:
    """Yield the numbers of a table (a dataclass whose fields are made by `define_threshold`), in its order."""
    for threshold in fields(table):
        about = threshold.metadata
        yield DescribedThreshold(
            threshold.name,
            getattr(table, threshold.name),
            about["unit"],
            about["meaning"],
            about["basis"],
        )
