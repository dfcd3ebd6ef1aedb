"""Shared units: a unit written once for several numbers, "from nine to fourteen hours", "3 x 4 m".

In: a block's text and its quantities in order. Out: the quantities, bare numbers with the unit that follows. Out of scope: ranges that are
one figure, and currencies left out after a comparison (`elliptical_currency`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.quantity_words import DIMENSION_JOINT, SHARED_UNIT_JOINT
from onrecord.extract.figures.en.units import LENGTH_UNITS
from onrecord.extract.figures.thresholds import THRESHOLDS

_ENDS_IN_LETTER = re.compile(r"\d[a-z]$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def copy_shared_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return `quantities`, a unit written once extended to all numbers before it."""
    shared = list(quantities)
    for index in range(len(shared) - 2, -1, -1):
        bare, after = shared[index], shared[index + 1]
        is_last_pair = index + 2 == len(shared)
        if _may_share(text, bare, after, is_last_pair=is_last_pair):
            is_small = bare.scale == 1 and (bare.value or 0) < 1000
            with_unit = replace(
                bare, unit=after.unit, kind=after.kind, currency_name=after.currency_name
            )
            shared[index] = with_unit.multiply(after.scale if is_small else 1.0)
    return shared


def _may_share(text: str, bare: Quantity, after: Quantity, *, is_last_pair: bool) -> bool:
    """Return whether the unit of `after` is that of the bare number before it as well."""
    if bare.kind != "count" or after.kind not in {"measure", "percent", "money"}:
        return False
    between = text[bare.end : after.number_start]
    is_prefixed = after.kind == "money" and not text[after.number_start - 1].isspace()
    is_listed = SHARED_UNIT_JOINT.fullmatch(between) is not None and not is_prefixed
    if not (is_listed or _is_side(between, bare, after)):
        return False
    if after.unit == "time" or (between == ", " and is_last_pair):
        return False
    written = text[bare.number_start : bare.end]
    if _YEAR.fullmatch(written):
        return False
    return not (bare.scale > 1 == after.scale and _ENDS_IN_LETTER.search(written))


def _is_side(between: str, bare: Quantity, after: Quantity) -> bool:
    """Return whether both are sides of one thing: "3 x 4 m"; "4 x 100m" is a relay."""
    if after.unit not in LENGTH_UNITS or not DIMENSION_JOINT.fullmatch(between) or not bare.value:
        return False
    return (after.value or 0) < THRESHOLDS.side_ratio * bare.value
