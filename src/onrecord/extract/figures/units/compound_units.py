"""Compound units: symbols with powers and strokes, "W/m²", "km/s2", "s⁻¹".

In: a text and where a number ends. Out: the unit's name and where it ends, or None. Out of scope: single symbols and names
(`unit_names`).
"""

from __future__ import annotations

import re

from onrecord.extract.figures.en.units import (
    LENGTH_SYMBOLS,
    RANGE_OR_NAME_SYMBOLS,
    SI_PREFIXES,
    SUPERSCRIPTS,
    SYMBOL_PREFIXES,
    UNIT_SYMBOLS,
    UNPREFIXED_SYMBOLS,
)
from onrecord.extract.figures.units.unit_match import UnitMatch
from onrecord.language.numerals import build_alternation

_PREFIXES = {short: prefix for prefix, short in SI_PREFIXES.items()} | SYMBOL_PREFIXES
_NAMES = {
    short + symbol: prefix + name
    for symbol, name in UNIT_SYMBOLS.items()
    for short, prefix in _PREFIXES.items()
    if not short or symbol not in UNPREFIXED_SYMBOLS
}
"""Symbol with or without a prefix → the unit's name."""
_SYMBOL = build_alternation(_NAMES)
_EXPONENT = r"\^?[-−]?[1-3](?!\d)|⁻?[¹²³]"
_COMPOUND = re.compile(
    rf"(?P<top>{_SYMBOL})(?P<power>{_EXPONENT})?"
    rf"(?:/(?P<under>{_SYMBOL})(?P<depth>{_EXPONENT})?)?(?![\w/^²³⁻-])"
)
_LENGTHS = {
    **{symbol: name for symbol, name in _NAMES.items() if name.endswith("metre")},
    **LENGTH_SYMBOLS,
}
_POWER_OF_LENGTH = re.compile(
    rf"(?P<length>{build_alternation(_LENGTHS)})(?P<power>\^[23]|[²³]|(?<=[^i][a-z])[23])(?![\w^²³])"
)
"""Without a sign of its own the power of inches is left out: "in 2" is mostly the preposition."""
_POWER_NAMES = {1: "", 2: "square ", 3: "cubic "}


def parse_compound_unit(text: str, position: int) -> UnitMatch | None:
    """Return the unit of several symbols or of one with a negative power at `position`, or None."""
    begin = position + 1 if text.startswith(" ", position) else position
    found = _COMPOUND.match(text, begin)
    if found is None:
        return _parse_power_of_length(text, begin)
    name, power = _NAMES[found["top"]], _parse_exponent(found["power"])
    if not found["under"]:
        return _build_inverse(found, name, power) or _parse_power_of_length(text, begin)
    depth = _parse_exponent(found["depth"])
    if power < 0 or depth < 0:
        return None
    below = _NAMES[found["under"]]
    # CLDR's name of acceleration.
    is_acceleration = below == "second" and depth == 2
    under = "second squared" if is_acceleration else _POWER_NAMES[depth] + below
    return UnitMatch(f"{_POWER_NAMES[power]}{name} per {under}", found.end())


def _parse_power_of_length(text: str, begin: int) -> UnitMatch | None:
    """Return an area or a volume written as a power of a length ("cm^3", "mm²", "ft2"), or None."""
    found = _POWER_OF_LENGTH.match(text, begin)
    if found is None:
        return None
    power = _parse_exponent(found["power"])
    return UnitMatch(_POWER_NAMES[power] + _LENGTHS[found["length"]], found.end())


def _build_inverse(found: re.Match[str], name: str, power: int) -> UnitMatch | None:
    """Return a negative power ("s⁻¹"); "m-2" ends a range, "A-1" is a name, and "m2" is listed."""
    symbol = found["top"]
    if power >= 0 or symbol in RANGE_OR_NAME_SYMBOLS or not symbol[0].islower():
        return None
    return UnitMatch(f"inverse {_POWER_NAMES[-power]}{name}", found.end())


def _parse_exponent(written: str | None) -> int:
    return int((written or "1").lstrip("^").replace("−", "-").translate(SUPERSCRIPTS))
