"""One of a unit, with its article: "about a mile away", "a ton of steel", "less than a dollar a day".

In: a text and a code point where "a" may stand. Out: the quantity of one, or one and a part ("a mile and a half"). Out of scope: what
only sounds like a unit ("a foot in the door", "a ton of fun", "won by a mile"), what is priced ("$80 a barrel"), and times ("a year").
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_after, slice_before
from onrecord.extract.figures.en.indefinite_units import (
    COINS,
    DEFINITION_AFTER,
    DISTANCE_UNITS_OF_IDIOMS,
    DISTRIBUTIVE_AFTER,
    EXTENT_AFTER,
    IDIOM_BEFORE,
    IDIOMATIC_UNITS,
    MEASURE_BEFORE,
    NO_NOUN_AFTER,
    OFF_OR_AWAY_AFTER,
    PERCEPTION_BEFORE,
    POINT_UNITS,
    PRICE_BEFORE,
    SHOES_AFTER,
    SPENDING_BEFORE,
    STUFF_AFTER,
    UNAMBIGUOUS_UNITS,
    VESSEL_UNITS,
    WEIGHED_SUBSTANCES,
    WEIGHT_UNITS_OF_IDIOMS,
)
from onrecord.extract.figures.parsing.unit_attachment import parse_bare_unit
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.numerals import build_alternation

_ARTICLE_AND_UNIT = re.compile(
    rf"an?(?= (?:(?P<point>{build_alternation(POINT_UNITS)})|(?P<unambiguous>{build_alternation(UNAMBIGUOUS_UNITS)})"
    rf"|(?P<idiomatic>{build_alternation(IDIOMATIC_UNITS)})|(?P<vessel>{build_alternation(VESSEL_UNITS)})"
    rf"|(?P<coin>{build_alternation(COINS)}))(?P<end>)(?![\w-]))",
    re.IGNORECASE,
)
_AND_PART = re.compile(r" and (?:a (?P<half>half)|a (?P<quarter>quarter)|three[- ]quarters)\b")


def parse_indefinite_unit(text: str, start: int) -> Quantity | None:
    """Return one of the unit with its article at `start`, where something shows that it measures; else None.

    Examples:
        >>> parse_indefinite_unit("a ton of steel", 0).unit, parse_indefinite_unit("about a mile away", 6).value
        ('ton', 1.0)
        >>> parse_indefinite_unit("a ton of fun", 0)

    """
    found = _ARTICLE_AND_UNIT.match(text, start)
    if found is None or PRICE_BEFORE.search(slice_before(text, start)):
        return None
    quantity = parse_bare_unit(text, found.end())
    if quantity is None or not _is_measured(text, found):
        return None
    part = _AND_PART.match(text, quantity.end)
    if part:
        size = 0.5 if part["half"] else 0.25 if part["quarter"] else 0.75
        quantity = replace(quantity.multiply(1 + size), end=part.end())
    return replace(quantity, start=start, number_start=start)


def _is_measured(text: str, found: re.Match[str]) -> bool:
    """Return whether words before or after show that one of the unit is measured."""
    before = slice_before(text, found.start())
    after = slice_after(text, found.end("end"), THRESHOLDS.words_after)
    if found["point"]:
        return True
    if found["coin"]:
        return _is_spent(before, after)
    if _AND_PART.match(after) or (found["vessel"] or "").lower() == "cup":
        return bool(_AND_PART.match(after))  # "a cup of tea" is a drink
    stuff = STUFF_AFTER.match(after)
    if stuff:
        is_weighed = any(word.lower() in WEIGHED_SUBSTANCES for word in stuff["stuff"].split())
        return (is_weighed or not found["idiomatic"]) and not _is_idiom(found, before, after)
    return not found["vessel"] and _is_extent(found, before, after)


def _is_spent(before: str, after: str) -> bool:
    """Return whether a coin is a sum: "cost a dollar", "a dollar a day"."""
    is_complete = SPENDING_BEFORE.search(before) and NO_NOUN_AFTER.match(after)
    return bool(is_complete or DISTRIBUTIVE_AFTER.match(after))


def _is_extent(found: re.Match[str], before: str, after: str) -> bool:
    """Return whether the unit says how far or how much: "a mile away", "weighs a ton."."""
    if _is_idiom(found, before, after):
        return False
    is_extent = EXTENT_AFTER.match(after) and found["idiomatic"] not in WEIGHT_UNITS_OF_IDIOMS
    is_complete = MEASURE_BEFORE.search(before) and NO_NOUN_AFTER.match(after)
    return bool(DEFINITION_AFTER.match(after) or is_extent or is_complete)


def _is_idiom(found: re.Match[str], before: str, after: str) -> bool:
    """Return whether the words are an idiom: "by a mile", "saw it a mile off", "every inch of"."""
    unit = (found["unambiguous"] or found["idiomatic"] or "").lower()
    if unit in DISTANCE_UNITS_OF_IDIOMS and IDIOM_BEFORE.search(f"{before}{found[0]} "):
        return True
    if unit != "mile":
        return False
    if OFF_OR_AWAY_AFTER.match(after):
        return bool(PERCEPTION_BEFORE.search(before)) or not EXTENT_AFTER.match(after)
    return bool(SHOES_AFTER.match(after))
