"""Units of measure: the name of a unit from the words or symbol after a number.

In: a text and where a number ends. Out: the unit's name in the singular, British spelling, and where it ends. Out of scope: money,
percentages, and what is measured.

Source: names and symbols of Unicode CLDR's English (GB and US), through Babel; the SI's prefixes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from babel import Locale

from onrecord.extract.figures.en.units import (
    ATTACHED_SYMBOLS,
    EXCLUDED_CLDR_UNITS,
    EXCLUDED_SHORT_FORMS,
    EXCLUDED_SYMBOLS,
    PER_UNIT,
    PREFIXED_UNITS,
    RATELESS_UNITS,
    SI_PREFIXES,
    UNIT_FORMS,
    UNITS_NEVER_PER,
)
from onrecord.extract.figures.units.compound_units import parse_compound_unit
from onrecord.extract.figures.units.rates import extend_with_rate
from onrecord.extract.figures.units.unit_match import UnitMatch

_PLACEHOLDER = re.compile(r"^\{0\} ?(.+)$")


class _Form(NamedTuple):
    """A way to write a unit, and whether its capitals matter, as in a symbol."""

    written: str
    name: str
    is_symbol: bool


def parse_unit(text: str, position: int) -> UnitMatch | None:
    """Return the unit written at `position`, or None.

    Examples:
        >>> parse_unit("240 cubic metres per second", 3).name, parse_unit("5 metric tons", 1).name
        ('cubic metre per second', 'tonne')
        >>> parse_unit("5 men", 1)

    """
    listed, compound = _parse_listed_unit(text, position), parse_compound_unit(text, position)
    if compound is not None and (listed is None or compound.end > listed.end):
        return extend_with_rate(text, compound)
    if listed is None:
        return None
    rated = extend_with_rate(text, listed)
    if rated != listed or listed.name in RATELESS_UNITS:
        return rated
    return _extend_with_unit(text, listed)


def _extend_with_unit(text: str, unit: UnitMatch) -> UnitMatch:
    """Return `unit` with the unit it is per, if one follows it ("40 miles a gallon")."""
    per = PER_UNIT.match(text, unit.end)
    under = _parse_listed_unit(text, per.end()) if per else None
    if under is None or under.name in UNITS_NEVER_PER or " per " in under.name:
        return unit
    return UnitMatch(f"{unit.name} per {under.name}", under.end)


def _parse_listed_unit(text: str, position: int) -> UnitMatch | None:
    """Return the listed unit at `position`, without what it is per."""
    begin = position + 1 if text.startswith(("-", " "), position) else position
    return next(
        (
            UnitMatch(form.name, begin + len(form.written))
            for length in (2, 1)
            for form in _load_forms().get(text[begin : begin + length].lower(), ())
            if _is_written(text, begin, form)
            and (form.written not in ATTACHED_SYMBOLS or begin == position)
        ),
        None,
    )


def _is_written(text: str, begin: int, form: _Form) -> bool:
    """Return whether the text at `begin` is this form, and not the beginning of a longer word or a power."""
    end = begin + len(form.written)
    written = text[begin:end] if form.is_symbol else text[begin:end].lower()
    if written != form.written:
        return False
    following = text[end : end + 1]
    is_continued = following.isalnum() or following in ("²", "³", "^", "_")
    return not (form.written[-1].isalnum() and is_continued)


@cache
def _load_forms() -> dict[str, list[_Form]]:
    """Return the first two letters in lower case → forms, longest first."""
    names, symbols = _collect_names_and_symbols()
    forms: dict[str, list[_Form]] = {}
    for written, name in symbols.items():
        forms.setdefault(written[:2].lower(), []).append(_Form(written, name, is_symbol=True))
    for written, name in names.items():
        forms.setdefault(written[:2], []).append(_Form(written, name, is_symbol=False))
    for listed in forms.values():
        listed.sort(key=lambda form: (-len(form.written), not form.is_symbol))
    return forms


def _collect_names_and_symbols() -> tuple[dict[str, str], dict[str, str]]:
    """Return names in lower case → unit, and symbols as written → unit."""
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for name, forms in (*_list_cldr_units(), *_list_prefixed_units(), *UNIT_FORMS.items()):
        for form in (name, *forms):
            if form in EXCLUDED_SYMBOLS and form not in ATTACHED_SYMBOLS:
                continue
            is_titled = form.istitle() and len(form) > len("Nm")
            if len(form) > 1 and (form.islower() or is_titled or " " in form or form == name):
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
    """Return the unit of CLDR's pattern: "{0} metres" → "metres"."""
    found = _PLACEHOLDER.match(pattern)
    return found[1].strip() if found else ""
