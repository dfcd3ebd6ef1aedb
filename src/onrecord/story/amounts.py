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

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "US$", "JPY": "¥", "INR": "₹"}
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_PLURALS = {
    "century": "centuries",
    "foot": "feet",
    "inch": "inches",
}
_INVARIABLE = ("hertz", "lux", "horsepower")
"""Units with one form for singular and plural, also with prefixes (`kilohertz`)."""
_COMPLEMENTS = (" of ", " Celsius", " Fahrenheit")
"""What may follow a unit's counted noun."""
_WHOLE = " of the whole"


def describe_amount(figure: Figure) -> str:
    """Return a figure's value as read, with its hedge and unit, a change as one.

    Examples:
        >>> from onrecord.records import Evidence
        >>> at = Evidence("p-1", 0, 9, None, "about £18m", "figures@1")
        >>> describe_amount(Figure("f-1", at, 18e6, hedge="about", unit="GBP"))
        'about £18 million'
        >>> describe_amount(Figure("f-1", at, 5.0, unit="%", change="up"))
        'up by 5%'

    """
    text = _describe_value(figure)
    hedged = f"{figure.hedge} {text}" if figure.hedge else text
    if figure.change is None:
        return hedged
    return f"{figure.change} by {hedged.removesuffix(_WHOLE)}"


def _describe_value(figure: Figure) -> str:
    value, low, high, unit = figure.value, figure.low, figure.high, figure.unit
    if value is not None:
        return _append_unit(_format_number(value, unit), value, unit)
    if low is not None and high is not None:
        return _append_unit(f"{_format_number(low, unit)}–{_format_number(high, unit)}", high, unit)
    if low is not None:
        return f"{_append_unit(_format_number(low, unit), low, unit)} or more"
    if high is not None:
        return f"up to {_append_unit(_format_number(high, unit), high, unit)}"
    return figure.evidence.text


def quote_words(figure: Figure) -> str:
    """Return a figure's words with those of what is counted, as far apart as they stand on the page."""
    words, what = figure.evidence, figure.what
    if what is None or words.start <= what.start < words.end:
        return words.text
    if what.start < words.start:
        return f"{words.text} ({what.text})"
    gap = " " if what.start - words.end <= 1 else " … "
    return f"{words.text}{gap}{what.text}"


def is_currency(unit: str) -> bool:
    """Return whether a unit is an ISO 4217 code, as CLDR lists them."""
    return unit in _load_currency_codes()


@cache
def _load_currency_codes() -> frozenset[str]:
    return frozenset(Locale("en").currencies)


def _format_number(value: float, unit: str | None) -> str:
    """Return a number in full, or in millions where that is exact."""
    if unit == "fraction":
        return _format_fraction(value)
    if abs(value) >= THRESHOLDS.exponent_from:
        return f"{value:.6g}"
    for size, name in _LARGE:
        if abs(value) >= size and value / size == round(value / size, 3):
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6g}" if abs(value) < _LARGE[-1][0] else f"{value:,.2f}"


def _format_fraction(value: float) -> str:
    part = Fraction(value).limit_denominator(THRESHOLDS.largest_denominator)
    if abs(float(part) - value) < THRESHOLDS.fraction_error and part.denominator > 1:
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
    if is_currency(money):
        rate = f" per {per}" if per else ""
        sign = _SIGNS.get(money, f"{money} ")
        return f"{'−' if number.startswith('-') else ''}{sign}{number.removeprefix('-')}{rate}"
    return f"{number} {unit if value == 1 else _inflect_unit(unit)}"


def _inflect_unit(unit: str) -> str:
    """Return a unit's name for other numbers than one ("kilometres per hour", "square feet").

    Examples:
        >>> _inflect_unit("square foot"), _inflect_unit("degree Celsius"), _inflect_unit("kilohertz")
        ('square feet', 'degrees Celsius', 'kilohertz')

    """
    counted, per, rest = unit.partition(" per ")
    counted, complement = _split_unit(counted)
    last = re.split(r"[ -]", counted)[-1]
    if not last.islower() or last.endswith(("s", *_INVARIABLE)):
        return unit
    head = counted[: len(counted) - len(last)]
    return f"{head}{_PLURALS.get(last, last + 's')}{complement}{per}{rest}"


def _split_unit(counted: str) -> tuple[str, str]:
    """Return a unit's counted noun, and what follows it: "degree" and " Celsius"."""
    for complement in _COMPLEMENTS:
        noun, separator, rest = counted.partition(complement)
        if separator:
            return noun, separator + rest
    return counted, ""
