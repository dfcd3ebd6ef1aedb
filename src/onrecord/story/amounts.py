"""A figure for a person: number, hedge and unit as they are read aloud.

In: a figure. Out: "about £18 million", "at least 1/3 of the whole", "up by 7 million tonnes". Out of scope: the
record, whose value, unit and hedge stay as they are for programs.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from babel import Locale

from onrecord.records import Figure

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "US$", "JPY": "¥", "INR": "₹"}
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_PLURALS = {
    "century": "centuries",
    "foot": "feet",
    "inch": "inches",
}
_ALIKE = ("hertz", "lux", "horsepower")
"""Units that are written alike for one and for many, with their multiples (`kilohertz`)."""
_VAST = 1e18
_WHOLE = " of the whole"
_PARTS = 12  # the largest part of a whole that is written as one: "5/12"
_CHANGE = "a change"
"""How a figure's steps begin that tell a change and no level (`a change: up`)."""


def describe_amount(figure: Figure) -> str:
    """Return a figure's value as read, with its hedge and unit, a change as one.

    Examples:
        >>> from onrecord.records import Evidence
        >>> at = Evidence("p-1", 0, 9, None, "about £18m", "figures@1")
        >>> describe_amount(Figure("f-1", at, 18e6, hedge="about", unit="GBP"))
        'about £18 million'
        >>> describe_amount(Figure("f-1", at, 5.0, unit="%", steps=("a change: up",)))
        'up by 5%'

    """
    if figure.value is not None:
        text = _append_unit(_format_number(figure.value, figure.unit), figure.value, figure.unit)
    elif figure.low is not None and figure.high is not None:
        both = (
            f"{_format_number(figure.low, figure.unit)}–{_format_number(figure.high, figure.unit)}"
        )
        text = _append_unit(both, figure.high, figure.unit)
    elif figure.low is not None:
        text = f"{_append_unit(_format_number(figure.low, figure.unit), figure.low, figure.unit)} or more"
    elif figure.high is not None:
        text = f"up to {_append_unit(_format_number(figure.high, figure.unit), figure.high, figure.unit)}"
    else:
        text = figure.evidence.text
    hedged = f"{figure.hedge} {text}" if figure.hedge else text
    way = describe_change(figure)
    if way is None:
        return hedged
    return f"{way or 'changed'} by {hedged.removesuffix(_WHOLE)}"


def describe_change(figure: Figure) -> str | None:
    """Return which way something changed by this ("up", "down", "" where not told); None for a level."""
    told = next((step for step in figure.steps if step.startswith(_CHANGE)), None)
    return None if told is None else told.partition(": ")[2]


def quote_words(figure: Figure) -> str:
    """Return a figure's words with those of what is counted, as far apart as they stand on the page."""
    own, what = figure.evidence, figure.what
    if what is None or own.start <= what.start < own.end:
        return own.text
    if what.start < own.start:
        return f"{own.text} ({what.text})"
    gap = " " if what.start - own.end <= 1 else " … "
    return f"{own.text}{gap}{what.text}"


def _format_number(value: float, unit: str | None) -> str:
    """Return a number in full, or in millions where that says all of it."""
    if unit == "fraction":
        return _format_fraction(value)
    if abs(value) >= _VAST:
        return f"{value:.6g}"
    for size, name in _LARGE:
        if abs(value) >= size and value / size == round(value / size, 3):
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.2f}"


def _format_fraction(value: float) -> str:
    part = Fraction(value).limit_denominator(_PARTS)
    if abs(float(part) - value) < 1e-6 and part.denominator > 1:
        return f"{part.numerator}/{part.denominator}"
    return f"{value * 100:.3g}%"


def _append_unit(number: str, value: float, unit: str | None) -> str:
    if not unit:
        return number
    if unit == "%":
        return f"{number}%"
    if unit == "fraction":
        return f"{number}{_WHOLE}"
    money, _, per = unit.partition(" per ")
    if money in _load_currency_codes():
        rate = f" per {per}" if per else ""
        sign = _SIGNS.get(money, f"{money} ")
        return f"{'−' if number.startswith('-') else ''}{sign}{number.removeprefix('-')}{rate}"
    return f"{number} {unit if value == 1 else _inflect_unit(unit)}"


@cache
def _load_currency_codes() -> frozenset[str]:
    return frozenset(Locale("en").currencies)


def _inflect_unit(unit: str) -> str:
    """Return a unit's name for other numbers than one ("kilometres per hour", "square feet").

    Examples:
        >>> _inflect_unit("square foot"), _inflect_unit("degree Celsius"), _inflect_unit("kilohertz")
        ('square feet', 'degrees Celsius', 'kilohertz')

    """
    counted, per, rest = unit.partition(" per ")
    counted, of, kind = (counted, "", "") if " " not in counted else _split_unit(counted)
    last = re.split(r"[ -]", counted)[-1]
    if not last.islower() or last.endswith(("s", *_ALIKE)):
        return unit
    head = counted[: len(counted) - len(last)]
    return f"{head}{_PLURALS.get(last, last + 's')}{of}{kind}{per}{rest}"


def _split_unit(counted: str) -> tuple[str, str, str]:
    """Return a unit's counted noun, and what follows it: "degree" and "Celsius"."""
    for sign in (" of ", " Celsius", " Fahrenheit"):
        noun, found, rest = counted.partition(sign)
        if found:
            return noun, found, rest
    return counted, "", ""
