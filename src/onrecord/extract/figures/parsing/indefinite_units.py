"""One of a unit, said with its article: "about a mile away", "a ton of steel", "less than a dollar a day".

In: a text and where "a" may stand. Out: the quantity of one, or one and a part ("a mile and a half"). Out of scope:
what only sounds like a unit ("a foot in the door", "a ton of fun", "won by a mile"), what is priced ("$80 a
barrel"), and times ("a year").
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.indefinite_units import (
    COINS,
    DEFINITION_AFTER,
    DISTRIBUTIVE_AFTER,
    EXTENT_AFTER,
    IDIOM_BEFORE,
    IDIOMATIC_UNITS,
    MEASURE_BEFORE,
    NO_NOUN_AFTER,
    PERCEPTION_BEFORE,
    POINT_UNITS,
    PRICE_BEFORE,
    SHOES_AFTER,
    SPENDING_BEFORE,
    UNAMBIGUOUS_UNITS,
    VESSEL_UNITS,
    WEIGHED_SUBSTANCES,
)
from onrecord.extract.figures.parsing.unit_attachment import parse_bare_unit
from onrecord.language.numerals import build_alternation

_NEAR = 40
_SINGLE = re.compile(
    rf"an?(?= (?:(?P<always>{build_alternation(POINT_UNITS)})|(?P<plain>{build_alternation(UNAMBIGUOUS_UNITS)})|(?P<loose>{build_alternation(IDIOMATIC_UNITS)})"
    rf"|(?P<full>{build_alternation(VESSEL_UNITS)})|(?P<coin>{build_alternation(COINS)}))(?P<end>)(?![\w-]))",
    re.IGNORECASE,
)
_OF = re.compile(r" of (?!the\b|(?:his|her|their|its|my|our|your)\b)(?P<stuff>\w+(?: \w+)?)")
_AND_PART = re.compile(r" and (?:a (?P<half>half)|a (?P<quarter>quarter)|three[- ]quarters)\b")


def parse_indefinite_unit(text: str, start: int) -> Quantity | None:
    """Return one of the unit said with its article at `start`, where something shows that it measures.

    Examples:
        >>> parse_indefinite_unit("a ton of steel", 0).unit, parse_indefinite_unit("a ton of fun", 0), parse_indefinite_unit("about a mile away", 6).value
        ('ton', None, 1.0)

    """
    found = _SINGLE.match(text, start)
    if found is None or PRICE_BEFORE.search(text[max(0, start - _NEAR) : start]):
        return None
    measure = parse_bare_unit(text, found.end())
    if measure is None or not _is_measured(text, found):
        return None
    part = _AND_PART.match(text, measure.end)
    if part:
        size = 0.5 if part["half"] else 0.25 if part["quarter"] else 0.75
        measure = replace(measure.multiply(1 + size), end=part.end())
    return replace(measure, start=start, number_start=start)


def _is_measured(text: str, found: re.Match[str]) -> bool:
    end = found.end("end")
    before, after = text[max(0, found.start() - _NEAR) : found.start()], text[end : end + _NEAR]
    if found["always"]:
        return True
    if found["coin"]:
        return bool(SPENDING_BEFORE.search(before) and NO_NOUN_AFTER.match(after)) or bool(
            DISTRIBUTIVE_AFTER.match(after)
        )
    if _AND_PART.match(after) or (found["full"] or "").lower() == "cup":
        return bool(_AND_PART.match(after))  # "a cup of tea" is a drink
    stuff = _OF.match(after)
    if stuff:
        weighed = any(word.lower() in WEIGHED_SUBSTANCES for word in stuff["stuff"].split())
        return (weighed or not found["loose"]) and not _is_idiom(found, before, after)
    if found["full"] or _is_idiom(found, before, after):
        return False
    return bool(
        DEFINITION_AFTER.match(after)
        or (EXTENT_AFTER.match(after) and found["loose"] not in {"ton", "ounce"})
        or (MEASURE_BEFORE.search(before) and NO_NOUN_AFTER.match(after))
    )


def _is_idiom(found: re.Match[str], before: str, after: str) -> bool:
    """Return whether the words are an idiom: "by a mile", "saw it a mile off", "every inch of"."""
    unit = (found["plain"] or found["loose"] or "").lower()
    if unit in {"mile", "inch"} and IDIOM_BEFORE.search(before + found[0] + " "):
        return True
    if unit == "mile" and re.match(r" (?:off|away)\b", after):
        return bool(PERCEPTION_BEFORE.search(before)) or not EXTENT_AFTER.match(after)
    return unit == "mile" and bool(SHOES_AFTER.match(after))
