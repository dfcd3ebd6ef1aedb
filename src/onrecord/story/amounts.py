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
from onrecord.story.thresholds import THRESHOLDS

_CURRENCY_SIGNS = {"GBP": "£", "EUR": "€", "USD": "US$", "JPY": "¥", "INR": "₹"}
_LARGE_NUMBERS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_IRREGULAR_PLURALS = {
    "century": "centuries",
    "foot": "feet",
    "inch": "inches",
}
_INVARIABLE_UNITS = ("hertz", "lux", "horsepower")
"""Units whose plural is the same as their singular, with their multiples (`kilohertz`)."""
_OF_THE_WHOLE = " of the whole"
_CHANGE_STEP = "a change"
"""How the step of a figure begins that states a change and not a level (`a change: up`)."""


def format_amount(figure: Figure) -> str:
    """Return a figure's value as read, with its hedge and unit, a change as one.

    Examples:
        >>> from onrecord.records import Evidence
        >>> at = Evidence("p-1", 0, 9, None, "about £18m", "figures@1")
        >>> format_amount(Figure("f-1", at, 18e6, hedge="about", unit="GBP"))
        'about £18 million'
        >>> format_amount(Figure("f-1", at, 5.0, unit="%", steps=("a change: up",)))
        'up by 5%'

    """
    if figure.value is not None:
        text = _add_unit(_format_number(figure.value, figure.unit), figure.value, figure.unit)
    elif figure.low is not None and figure.high is not None:
        both = (
            f"{_format_number(figure.low, figure.unit)}–{_format_number(figure.high, figure.unit)}"
        )
        text = _add_unit(both, figure.high, figure.unit)
    elif figure.low is not None:
        text = (
            f"{_add_unit(_format_number(figure.low, figure.unit), figure.low, figure.unit)} or more"
        )
    elif figure.high is not None:
        text = (
            f"up to {_add_unit(_format_number(figure.high, figure.unit), figure.high, figure.unit)}"
        )
    else:
        text = figure.evidence.text
    hedged = f"{figure.hedge} {text}" if figure.hedge else text
    direction = find_change_direction(figure)
    if direction is None:
        return hedged
    return f"{direction or 'changed'} by {hedged.removesuffix(_OF_THE_WHOLE)}"


def find_change_direction(figure: Figure) -> str | None:
    """Return which way something changed by this ("up", "down", "" where not stated); None for a level."""
    stated = next((step for step in figure.steps if step.startswith(_CHANGE_STEP)), None)
    return None if stated is None else stated.partition(": ")[2]


def join_counted_words(figure: Figure) -> str:
    """Return a figure's words with those of what is counted, with "…" between them where other words are between them on the page."""
    own, what = figure.evidence, figure.what
    if what is None or own.start <= what.start < own.end:
        return own.text
    if what.start < own.start:
        return f"{own.text} ({what.text})"
    gap = " " if what.start - own.end <= 1 else " … "
    return f"{own.text}{gap}{what.text}"


def _format_number(value: float, unit: str | None) -> str:
    """Return a number in full, or in millions where that loses nothing."""
    if unit == "fraction":
        return _format_fraction(value)
    if abs(value) >= THRESHOLDS.vast_number:
        return f"{value:.6g}"
    for size, name in _LARGE_NUMBERS:
        if abs(value) >= size and value / size == round(value / size, 3):
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6g}" if abs(value) < THRESHOLDS.six_digits else f"{value:,.2f}"


def _format_fraction(value: float) -> str:
    part = Fraction(value).limit_denominator(THRESHOLDS.max_denominator)
    if abs(float(part) - value) < THRESHOLDS.fraction_tolerance and part.denominator > 1:
        return f"{part.numerator}/{part.denominator}"
    return f"{value * 100:.3g}%"


def _add_unit(number: str, value: float, unit: str | None) -> str:
    if not unit:
        return number
    if unit == "%":
        return f"{number}%"
    if unit == "fraction":
        return f"{number}{_OF_THE_WHOLE}"
    money, _, per = unit.partition(" per ")
    if money in _list_currencies():
        rate = f" per {per}" if per else ""
        sign = _CURRENCY_SIGNS.get(money, f"{money} ")
        return f"{'−' if number.startswith('-') else ''}{sign}{number.removeprefix('-')}{rate}"
    return f"{number} {unit if value == 1 else _make_plural(unit)}"


@cache
def _list_currencies() -> frozenset[str]:
    return frozenset(Locale("en").currencies)


def _make_plural(unit: str) -> str:
    """Return a unit's name for numbers other than one ("kilometres per hour", "square feet").

    Examples:
        >>> _make_plural("square foot"), _make_plural("degree Celsius"), _make_plural("kilohertz")
        ('square feet', 'degrees Celsius', 'kilohertz')

    """
    counted, per, rest = unit.partition(" per ")
    counted, of, kind = (counted, "", "") if " " not in counted else _split_unit(counted)
    last = re.split(r"[ -]", counted)[-1]
    if not last.islower() or last.endswith(("s", *_INVARIABLE_UNITS)):
        return unit
    head = counted[: len(counted) - len(last)]
    return f"{head}{_IRREGULAR_PLURALS.get(last, last + 's')}{of}{kind}{per}{rest}"


def _split_unit(counted: str) -> tuple[str, str, str]:
    """Return a unit's counted noun, and what follows it: "degree" and "Celsius"."""
    for sign in (" of ", " Celsius", " Fahrenheit"):
        noun, found, rest = counted.partition(sign)
        if found:
            return noun, found, rest
    return counted, "", ""
