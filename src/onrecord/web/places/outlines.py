"""Outlines of countries, to draw a map on.

In: nothing. Out: rings of (longitude, latitude) by ISO 3166-1 number. Out of scope: projection.

Source: Natural Earth 1:110m, public domain; `python -m training.world_outlines` makes the file that ships. Coasts are coarse, and a border is
drawn where Natural Earth draws it: as it is held, not as it is claimed.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

Ring = tuple[tuple[float, float], ...]


@cache
def load_outlines() -> dict[str, tuple[Ring, ...]]:
    """Return each country's rings, in degrees; what has no number goes by its name."""
    text = files("onrecord.web.places").joinpath("outlines.json").read_text(encoding="ascii")
    made: dict[str, Any] = json.loads(text)
    arcs = [_unfold_arc(arc, made["per_degree"]) for arc in made["arcs"]]
    return {
        code: tuple(_join_arcs(ring, arcs) for ring in rings)
        for code, rings in made["countries"].items()
    }


def _unfold_arc(steps: list[int], per_degree: int) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for at in range(0, len(steps), 2):
        x, y = x + steps[at], y + steps[at + 1]
        points.append((x / per_degree, y / per_degree))
    return points


def _join_arcs(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> Ring:
    """Return a ring of arcs, each of which begins where the one before it ends; `~n` is arc n backwards."""
    ring: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return tuple(ring)
