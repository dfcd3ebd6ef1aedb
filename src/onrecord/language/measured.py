"""Numbers with what they are measured in: money before or after, percentages, units, degrees.

In: a text and where a number stands. Out: the quantity with its unit, and where it ends. Leaves alone
ranges, fractions of a whole, and hedges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.language.amounts import Amount, amount_at
from onrecord.language.en.figures import TEMPERATURE
from onrecord.language.en.units import (
    EXTENTS,
    LINES,
    MASS_WORDS,
    METRE_WORDS,
    PERCENT,
    POINTS,
    SCALED,
    SMALLER,
    TIME_UNITS,
)
from onrecord.language.measures import unit_at
from onrecord.language.money import Money, money_after, money_before, which_dollar
from onrecord.language.numerals import either
from onrecord.language.quantity import Quantity

NEAR_CHARS = 60
"""How far a word may stand that says whether "5m" is a length and "10 pounds" a weight."""


@dataclass(frozen=True, slots=True)
class Side:
    """A number with the money before it."""

    start: int
    money: Money | None
    amount: Amount


_MINUS = re.compile(r"[-−](?=[$£€¥])")


def side_at(text: str, start: int) -> Side | None:
    """Return the number at `start` with the sign or code of money before it, or None."""
    minus = _MINUS.match(text, start)
    begin = minus.end() if minus else start
    money = money_before(text, begin)
    number = money.end if money else begin
    while money and text[number : number + 1] == " ":
        number += 1
    amount = amount_at(text, number)
    if amount is None:
        return None
    if minus:
        amount = replace(amount, value=-amount.value)
    return Side(number, money, amount)


def measure_at(text: str, position: int) -> Quantity | None:
    """Return one of the unit, percentage or currency written at `position`."""
    quantity = Quantity(position, position, position, 1.0)
    percent = _PERCENT.match(text, position)
    if percent:
        return replace(quantity, end=percent.end(), unit=_percent(percent), kind="percent")
    unit = unit_at(text, position)
    if unit:
        return replace(quantity, end=unit[1], unit=unit[0], kind="measure")
    money = money_after(text, position)
    return in_money(replace(quantity, end=money.end), money) if money else None


_PERCENT = re.compile(
    rf"[- ]?(?P<percent>{either(POINTS)}(?![a-z])|%|{either(set(PERCENT) - {'%'})}(?![a-z])|-point(?= (?:cut|rise|increase|hike|reduction|drop|fall|move)))",
    re.IGNORECASE,
)


def _percent(found: re.Match[str]) -> str:
    small = found["percent"].lower()
    points = "point" in small or small in {"pp", "pps", "ppt", "ppts"}
    return "percentage point" if points else "%"


def with_unit(text: str, quantity: Quantity, side: Side) -> Quantity:
    """Return `quantity`, its number ending at `quantity.end`, with the unit around it."""
    amount = side.amount
    if side.money:
        return _of_money(text, quantity, side.money)
    if amount.short and _is_metres(text, quantity, amount):
        metres = replace(quantity, end=amount.plain + (text[amount.plain] == " ") + 1)
        metres = metres.times(1 / amount.scale)
        return replace(metres, unit="metre", kind="measure", scale=1.0)
    percent = _PERCENT.match(text, quantity.end)
    if percent:
        return replace(quantity, end=percent.end(), unit=_percent(percent), kind="percent")
    money = money_after(text, quantity.end)
    if money and not (money.code == "KRW" and money.bare and amount.value < 1000):
        return _of_pounds(text, in_money(replace(quantity, end=money.end), money))
    letter = _LETTER.match(text, quantity.end)
    if letter and letter["letter"] == "p" and amount.value in LINES:
        return quantity
    if letter and text[quantity.end - 1].isdigit() and amount.scale == 1:
        return _lettered(text, quantity, letter)
    scaled = _SCALED.match(text, quantity.end)
    if scaled:
        size, name = SCALED[scaled[1].lower()]
        return replace(quantity.times(size), end=scaled.end(), unit=name, kind="measure")
    unit = unit_at(text, quantity.end)
    if unit and not _is_no_unit(text, quantity, *unit):
        return replace(quantity, end=unit[1], unit=unit[0], kind="measure")
    bracketed = _BRACKETED.match(text, quantity.end)
    if bracketed and (unit := unit_at(bracketed[1], 0)) and unit[1] == len(bracketed[1]):
        return replace(quantity, end=bracketed.end(), unit=unit[0], kind="measure")
    inches = _INCHES.match(text, quantity.end)
    if inches:
        return replace(quantity, end=inches.end(), unit="inch", kind="measure")
    return quantity


_SCALED = re.compile(rf"[- ]?({either(SCALED)})(?:/d)?(?![\w-])", re.IGNORECASE)
_LETTER = re.compile(r"(?P<letter>[CFpc¢]| [CF])(?![\w.]\w|-)(?![\w$/])")
_BRACKETED = re.compile(r" ?[(\[{<]([A-Za-z²³/]{1,5})[)\]}>]")
_INCHES = re.compile(
    r"(?: ?[\"″]| in)(?= (?:thick|wide|long|deep|tall|high|of (?:rain|snow|water))\b|\.?$)"
)


def _is_no_unit(text: str, quantity: Quantity, unit: str, end: int) -> bool:
    written = text[quantity.end : end].strip(" -")
    if unit == "stone" and (quantity.value or 0) < 5:
        return True
    return (
        unit == "cup"
        and not text.startswith("cup", end - 6)
        and (quantity.value or 0) % 1 == 0
        and "of" not in written
    )


def _lettered(text: str, quantity: Quantity, letter: re.Match[str]) -> Quantity:
    """Read "41C", "100F", "50p", "5c"."""
    told = letter["letter"].strip()
    near = text[max(0, quantity.number - NEAR_CHARS) : letter.end() + NEAR_CHARS]
    if letter["letter"][0] == " " and not TEMPERATURE.search(near):
        return quantity
    if told == "p":
        return replace(quantity.times(0.01), end=letter.end(), unit="GBP", kind="money")
    if told in {"c", "¢"}:
        if told == "c" and "$" not in text and "€" not in text:
            return quantity
        found = replace(quantity.times(0.01), end=letter.end(), unit="USD", kind="money")
        return replace(found, bare="cent")
    name = {"C": "degree Celsius", "F": "degree Fahrenheit"}[told]
    return replace(quantity, end=letter.end(), unit=name, kind="measure")


def _is_metres(text: str, quantity: Quantity, amount: Amount) -> bool:
    """Return whether "5m" is a length: "the 100m sprint", "cleared 2.05m", "5.4m-long"."""
    if amount.short != "m":
        return False
    if re.match(rf"[ -](?:{either(EXTENTS)})\b", text[quantity.end : quantity.end + 16]):
        return True
    before, after = text[max(0, quantity.number - 6) : quantity.number], text[quantity.end :]
    if re.match(r" ?[x×] ?\d", after) or re.search(r"\dm? ?[x×] ?$", before):
        return True
    value = amount.value / amount.scale
    followed = re.match(r"[- ](?:[a-z]+[- ]){0,2}[a-z]+s\b", text[quantity.end :])
    if text[amount.plain : amount.plain + 1] == " ":
        return not followed
    near = text[max(0, quantity.number - NEAR_CHARS) : quantity.end + NEAR_CHARS]
    if followed or value >= 1000:
        return False
    return bool(METRE_WORDS.search(near)) and not re.search(r"[£$€]|%", near)


def _of_money(text: str, quantity: Quantity, money: Money) -> Quantity:
    which = which_dollar(text, quantity.end) if money.bare == "dollar" else None
    if which:
        return in_money(replace(quantity, end=which.end), which)
    again = money_after(text, quantity.end)
    if again and (again.bare == "dollar" or again.code == money.code) and again.factor == 1:
        exact = again if again.bare is None else money
        return in_money(replace(quantity, end=again.end), exact)
    return in_money(quantity, money)


def in_money(quantity: Quantity, money: Money) -> Quantity:
    """Return `quantity` in a currency, in its whole unit."""
    return replace(
        quantity.times(money.factor), unit=money.code or None, kind="money", bare=money.bare
    )


def _of_pounds(text: str, quantity: Quantity) -> Quantity:
    """Return `quantity` in pounds of weight where a word near says so and no sign says money."""
    written = text[quantity.number : quantity.end].lower()
    if not re.search(r"pounds?$", written) or "£" in text:
        return quantity
    near = text[max(0, quantity.number - NEAR_CHARS) : quantity.end + NEAR_CHARS]
    money = re.search(
        r"\b(?:spen[dt]|cost|costs|paid|pay|worth|price|fund\w*|bill|salary|euros|sterling|debts?)\b",
        near,
    )
    if money or not MASS_WORDS.search(near):
        return quantity
    return replace(quantity, unit="pound-mass", kind="measure")


_JOINED = re.compile(r",? (?=\d)| and (?=\d|[a-z])| (?=[a-z])|(?<=[a-z])(?=\d)")


def with_smaller(text: str, quantity: Quantity) -> Quantity:
    """Return `quantity` with the smaller unit said after it ("5 feet 2 inches", "3 dollars 50 cents")."""
    joined = _JOINED.match(text, quantity.end)
    if quantity.kind not in {"measure", "money"} or joined is None or quantity.value is None:
        return quantity
    begin = joined.end()
    amount = amount_at(text, begin)
    if amount is None or amount.scale != 1 or amount.part:
        return quantity
    side = Side(begin, None, amount)
    after = with_unit(text, Quantity(begin, amount.end, begin, amount.value), side)
    if quantity.unit == "foot" and after.unit is None and (inches := _IN.match(text, amount.end)):
        after = replace(after, unit="inch", end=inches.end())
    size = 100 if _is_change(text, quantity, after) else _size(quantity, after, joined[0])
    if size is None or amount.value >= size:
        return quantity
    return replace(quantity, end=after.end, value=round(quantity.value + amount.value / size, 10))


def _size(quantity: Quantity, after: Quantity, joined: str) -> int | None:
    if "," in joined and quantity.unit in TIME_UNITS:
        return None
    return SMALLER.get((quantity.unit or "", after.unit or ""))


def _is_change(text: str, quantity: Quantity, after: Quantity) -> bool:
    """Return whether cents follow dollars or pence pounds, the first named in words."""
    named = text[quantity.end - 1].isalpha() and quantity.kind == "money"
    pence = after.unit == "GBP" and text[: after.end].endswith(("pence", "p"))
    return named and (after.bare == "cent" or pence)


_IN = re.compile(r" ?in\b")
