"""The unit that a text names at one place.

In: nothing. Out: `UnitMatch`. Out of scope: how it is read (`unit_names`, `rates`).
"""

from __future__ import annotations

from typing import NamedTuple


class UnitMatch(NamedTuple):
    """A unit's `name`, singular in British spelling, and `end`, the code point after its words."""

    name: str
    end: int
