"""Units of measure: the name of a unit from the words or symbol after a number.

In: a text and where a number ends. Out: the unit's name in the singular, British spelling, and where it
ends. Out of scope: money, percentages, and what is measured.

Source: names and symbols of Unicode CLDR's English (GB and US), through Babel; the SI's prefixes.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from onrecord.extract.figures.en.units import (
    ATTACHED_SYMBOLS,
    EXCLUDED_CLDR_UNITS,
    EXCLUDED_SHORT_FORMS,
    EXCLUDED_SYMBOLS,
    PREFIXED_UNITS,
    SI_PREFIXES,
    SUPERSCRIPTS,
    SYMBOL_PREFIXES,
    UNIT_FORMS,
    UNIT_SYMBOLS,
    UNPREFIXED_SYMBOLS,
)
from onrecord.extract.figures.units.rates import RATELESS, extend_with_rate
from onrecord.language.numerals import build_alternation

_AMOUNT = re.compile(r"^\{0\} ?(.+)$")


def parse_unit(text: str, position: int) -> tuple[str, int] | None:
    """Return (unit's name, where it ends) of the unit written at `position`, or None.

    Examples:
        >>> parse_unit("240 cubic metres per second", 3), parse_unit("5 metric tons", 1), parse_unit("5 men", 1)
        (('cubic metre per second', 27), ('tonne', 13), None)

    """
    found, made = _parse_listed_unit(text, position), _parse_compound_unit(text, position)
    if made is not None and (found is None or made[1] > found[1]):
        return extend_with_rate(text, *made)
    if found is None:
        return None
    name, end = found
    rated = extend_with_rate(text, name, end)
    if rated != found or name in RATELESS:
        return rated
    per = _PER.match(text, end)
    under = _parse_listed_unit(text, per.end()) if per else None
    if under is None or under[0] in _CALENDAR or " per " in under[0]:
        return found
    return f"{name} per {under[0]}", under[1]


def _parse_listed_unit(text: str, position: int) -> tuple[str, int] | None:
    """Return the listed unit at `position`, without what it is reckoned by."""
    begin = position + 1 if text[position : position + 1] in {"-", " "} else position
    return next(
        (
            (name, begin + len(form))
            for length in (2, 1)
            for form, name, exact in _load_forms().get(text[begin : begin + length].lower(), ())
            if _is_written(text, begin, form, exact=exact)
            and (form not in ATTACHED_SYMBOLS or begin == position)
        ),
        None,
    )


def _parse_compound_unit(text: str, position: int) -> tuple[str, int] | None:
    """Return the unit of symbols at `position` ("W/m²", "km/s2", "s⁻¹"), if more than one symbol's name."""
    begin = position + 1 if text[position : position + 1] == " " else position
    found = _MADE.match(text, begin)
    if found is None:
        return None
    name, power = _load_symbols()[found["top"]], _parse_exponent(found["power"])
    if not found["under"]:
        # "m-2" ends a range and "A-1" is a name; "m2" is listed.
        inverse = power < 0 and found["top"] not in {"m", "g", "h"} and found["top"][0].islower()
        return (f"inverse {_name_power(name, -power)}", found.end()) if inverse else None
    below, depth = _load_symbols()[found["under"]], _parse_exponent(found["depth"])
    if power < 0 or depth < 0:
        return None
    # CLDR's name of acceleration.
    squared = below == "second" and depth == 2
    under = "second squared" if squared else _name_power(below, depth)
    return f"{_name_power(name, power)} per {under}", found.end()


@cache
def _load_symbols() -> dict[str, str]:
    prefixes = {short: prefix for prefix, short in SI_PREFIXES.items()} | SYMBOL_PREFIXES
    return {
        short + symbol: prefix + name
        for symbol, name in UNIT_SYMBOLS.items()
        for short, prefix in prefixes.items()
        if not short or symbol not in UNPREFIXED_SYMBOLS
    }


def _parse_exponent(written: str | None) -> int:
    return int((written or "1").lstrip("^").replace("−", "-").translate(SUPERSCRIPTS))


def _name_power(name: str, power: int) -> str:
    return {1: "", 2: "square ", 3: "cubic "}[power] + name


_SYMBOL = build_alternation(_load_symbols())
_RAISING = r"\^?[-−]?[1-3](?!\d)|⁻?[¹²³]"
_MADE = re.compile(
    rf"(?P<top>{_SYMBOL})(?P<power>{_RAISING})?"
    rf"(?:/(?P<under>{_SYMBOL})(?P<depth>{_RAISING})?)?(?![\w/^²³⁻-])"
)

_PER = re.compile(
    r" per(?= [a-z])|/| an?(?= (?:gallon|lit(?:re|er)|hectare|acre|kilo|kilogram|tonne|ton|kilomet(?:re|er)|met(?:re|er))\b)"
)
_CALENDAR = frozenset(
    {"day", "night", "week", "month", "year", "time", "decade", "century", "degree"}
)


def _is_written(text: str, begin: int, form: str, *, exact: bool) -> bool:
    end = begin + len(form)
    written = text[begin:end] if exact else text[begin:end].lower()
    if written != form:
        return False
    following = text[end : end + 1]
    return not (form[-1].isalnum() and (following.isalnum() or following in {"²", "³", "^", "_"}))


@cache
def _load_forms() -> dict[str, list[tuple[str, str, bool]]]:
    """Return first two letters, small → (form, unit's name, whether its capitals matter), longest first."""
    names, symbols = _collect_names_and_symbols()
    forms: dict[str, list[tuple[str, str, bool]]] = {}
    for form, name in symbols.items():
        forms.setdefault(form[:2].lower(), []).append((form, name, True))
    for form, name in names.items():
        forms.setdefault(form[:2], []).append((form, name, False))
    for listed in forms.values():
        listed.sort(key=lambda row: (-len(row[0]), not row[2]))
    return forms


def _collect_names_and_symbols() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for name, forms in (*_list_cldr_units(), *_list_prefixed_units(), *UNIT_FORMS.items()):
        for form in (name, *forms):
            if form in EXCLUDED_SYMBOLS and form not in ATTACHED_SYMBOLS:
                continue
            titled = form.istitle() and len(form) > len("Nm")
            if len(form) > 1 and (form.islower() or titled or " " in form or form == name):
                names[form.lower()] = name
            else:
                symbols[form] = name
    return names, symbols


def _list_prefixed_units() -> list[tuple[str, tuple[str, ...]]]:
    return [
        (prefix + whole, (f"{prefix}{whole}s", short + sign))
        for whole, sign in PREFIXED_UNITS.items()
        for prefix, short in SI_PREFIXES.items()
    ]


def _list_cldr_units() -> list[tuple[str, set[str]]]:
    """Return CLDR's units as (name, forms)."""
    british, american = (
        Locale.parse(tag)._data["unit_patterns"]  # noqa: SLF001 - Babel has no public list
        for tag in ("en_GB", "en_US")
    )
    listed = []
    for unit in sorted(british):
        if unit in EXCLUDED_CLDR_UNITS:
            continue
        name = _strip_placeholder(british[unit]["long"].get("one", "")).removeprefix("US ")
        forms = {
            _strip_placeholder(patterns[unit][length].get(count, ""))
            for patterns in (british, american)
            for length in ("long", "short")
            for count in ("one", "other")
            if length == "long" or unit.partition("-")[0] != "duration"
        }
        kept = {form for form in forms if form and form.lower() not in EXCLUDED_SHORT_FORMS}
        if name:
            listed.append((name, kept))
    return listed


def _strip_placeholder(pattern: str) -> str:
    found = _AMOUNT.match(pattern)
    return found[1].strip() if found else ""
