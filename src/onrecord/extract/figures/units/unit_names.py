"""Units of measure: the name of a unit from the words or symbol after a number.

In: a text and where a number ends. Out: the unit's name in the singular, British spelling, and where it
ends. Out of scope: money, percentages, and what is measured.

Source: names and symbols of Unicode CLDR's English (GB and US), through Babel; the SI's prefixes.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from onrecord.extract.figures.units.rates import RATELESS, with_rate
from onrecord.language.en.units import (
    ATTACHED,
    NOT_SHORT,
    NOT_SYMBOLS,
    NOT_UNITS,
    PREFIXED,
    PREFIXES,
    RAISED,
    SYMBOL_PREFIXES,
    SYMBOLS,
    UNITS,
    UNPREFIXED,
)
from onrecord.language.numerals import build_alternation

_AMOUNT = re.compile(r"^\{0\} ?(.+)$")


def unit_at(text: str, position: int) -> tuple[str, int] | None:
    """Return (unit's name, where it ends) of the unit written at `position`, or None.

    Examples:
        >>> unit_at("240 cubic metres per second", 3), unit_at("5 metric tons", 1), unit_at("5 men", 1)
        (('cubic metre per second', 27), ('tonne', 13), None)

    """
    found, made = _listed_at(text, position), _made_at(text, position)
    if made is not None and (found is None or made[1] > found[1]):
        return with_rate(text, *made)
    if found is None:
        return None
    name, end = found
    rated = with_rate(text, name, end)
    if rated != found or name in RATELESS:
        return rated
    per = _PER.match(text, end)
    under = _listed_at(text, per.end()) if per else None
    if under is None or under[0] in _CALENDAR or " per " in under[0]:
        return found
    return f"{name} per {under[0]}", under[1]


def _listed_at(text: str, position: int) -> tuple[str, int] | None:
    """Return the listed unit at `position`, without what it is reckoned by."""
    begin = position + 1 if text[position : position + 1] in {"-", " "} else position
    return next(
        (
            (name, begin + len(form))
            for length in (2, 1)
            for form, name, exact in _forms().get(text[begin : begin + length].lower(), ())
            if _is_written(text, begin, form, exact=exact)
            and (form not in ATTACHED or begin == position)
        ),
        None,
    )


def _made_at(text: str, position: int) -> tuple[str, int] | None:
    """Return the unit of symbols at `position` ("W/m²", "km/s2", "s⁻¹"), if more than one symbol's name."""
    begin = position + 1 if text[position : position + 1] == " " else position
    found = _MADE.match(text, begin)
    if found is None:
        return None
    name, power = _symbols()[found["top"]], _power(found["power"])
    if not found["under"]:
        # "m-2" ends a range and "A-1" is a name; "m2" is listed.
        inverse = power < 0 and found["top"] not in {"m", "g", "h"} and found["top"][0].islower()
        return (f"inverse {_raised(name, -power)}", found.end()) if inverse else None
    below, depth = _symbols()[found["under"]], _power(found["depth"])
    if power < 0 or depth < 0:
        return None
    # CLDR's name of acceleration.
    squared = below == "second" and depth == 2
    under = "second squared" if squared else _raised(below, depth)
    return f"{_raised(name, power)} per {under}", found.end()


@cache
def _symbols() -> dict[str, str]:
    prefixes = {short: prefix for prefix, short in PREFIXES.items()} | SYMBOL_PREFIXES
    return {
        short + symbol: prefix + name
        for symbol, name in SYMBOLS.items()
        for short, prefix in prefixes.items()
        if not short or symbol not in UNPREFIXED
    }


def _power(written: str | None) -> int:
    return int((written or "1").lstrip("^").replace("−", "-").translate(RAISED))


def _raised(name: str, power: int) -> str:
    return {1: "", 2: "square ", 3: "cubic "}[power] + name


_SYMBOL = build_alternation(_symbols())
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
def _forms() -> dict[str, list[tuple[str, str, bool]]]:
    """Return first two letters, small → (form, unit's name, whether its capitals matter), longest first."""
    names, symbols = _names_and_symbols()
    forms: dict[str, list[tuple[str, str, bool]]] = {}
    for form, name in symbols.items():
        forms.setdefault(form[:2].lower(), []).append((form, name, True))
    for form, name in names.items():
        forms.setdefault(form[:2], []).append((form, name, False))
    for listed in forms.values():
        listed.sort(key=lambda row: (-len(row[0]), not row[2]))
    return forms


def _names_and_symbols() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for name, forms in (*_listed(), *_prefixed(), *UNITS.items()):
        for form in (name, *forms):
            if form in NOT_SYMBOLS and form not in ATTACHED:
                continue
            titled = form.istitle() and len(form) > len("Nm")
            if len(form) > 1 and (form.islower() or titled or " " in form or form == name):
                names[form.lower()] = name
            else:
                symbols[form] = name
    return names, symbols


def _prefixed() -> list[tuple[str, tuple[str, ...]]]:
    return [
        (prefix + whole, (f"{prefix}{whole}s", short + sign))
        for whole, sign in PREFIXED.items()
        for prefix, short in PREFIXES.items()
    ]


def _listed() -> list[tuple[str, set[str]]]:
    """Return CLDR's units as (name, forms)."""
    british, american = (
        Locale.parse(tag)._data["unit_patterns"]  # noqa: SLF001 - Babel has no public list
        for tag in ("en_GB", "en_US")
    )
    listed = []
    for unit in sorted(british):
        if unit in NOT_UNITS:
            continue
        name = _bare(british[unit]["long"].get("one", "")).removeprefix("US ")
        forms = {
            _bare(patterns[unit][length].get(count, ""))
            for patterns in (british, american)
            for length in ("long", "short")
            for count in ("one", "other")
            if length == "long" or unit.partition("-")[0] != "duration"
        }
        kept = {form for form in forms if form and form.lower() not in NOT_SHORT}
        if name:
            listed.append((name, kept))
    return listed


def _bare(pattern: str) -> str:
    found = _AMOUNT.match(pattern)
    return found[1].strip() if found else ""
