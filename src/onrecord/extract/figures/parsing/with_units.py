"""Numbers with what they are measured in: money before or after, percentages, units, degrees.

In: a text and where a number stands. Out: the quantity with its unit, and where it ends. Out of scope:
ranges, fractions of a whole, and hedges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.numbers import amount_at
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.money.currency_words import (
    Money,
    money_after,
    money_before,
    which_dollar,
)
from onrecord.extract.figures.parsing.unit_symbols import (
    NEAR_CHARS,
    is_metres,
    lettered,
    odd_unit,
    run_in_kilometres,
)
from onrecord.extract.figures.units.rates import with_rate
from onrecord.extract.figures.units.unit_names import unit_at
from onrecord.language.en.numbers import SCALES
from onrecord.language.en.units import (
    KITCHEN,
    LINES,
    MASS_WORDS,
    PERCENT,
    POINTS,
    SCALED,
    SMALLER,
    TIME_UNITS,
)
from onrecord.language.numerals import build_alternation, round_binary_noise


@dataclass(frozen=True, slots=True)
class Side:
    """A number with the money before it."""

    start: int
    money: Money | None
    amount: Amount


_MINUS = re.compile(r"[-−](?=[$£€¥])")


@lru_cache(maxsize=64)  # as `amount_at`
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
    crore = _CRORE.match(text, amount.end) if money and money.code in _RUPEES else None
    if crore:
        size = 1e7 if crore["crore"] else 1e5
        amount = replace(
            amount,
            end=crore.end(),
            value=round_binary_noise(amount.value * size),
            scale=amount.scale * size,
        )
    return Side(number, money, amount)


_RUPEES = frozenset({"INR", "PKR", "NPR", "BDT", "LKR"})
_CRORE = re.compile(r" ?(?:(?P<crore>crs?)|L|lacs)\b\.?(?! \d)")
"""Short for crore and lakh after rupees ("Rs 3 cr")."""


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
    rf"[- ]?(?P<percent>{build_alternation(POINTS)}(?![a-z])|%|{build_alternation(set(PERCENT) - {'%'})}(?![a-z])|-point(?= (?:cut|rise|increase|hike|reduction|drop|fall|move)))",
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
    if amount.short and is_metres(text, quantity, amount):
        metres = replace(quantity, end=amount.plain + (text[amount.plain] == " ") + 1)
        metres = metres.times(1 / amount.scale)
        return replace(metres, unit="metre", kind="measure", scale=1.0)
    run = run_in_kilometres(text, quantity, amount) if amount.short else None
    if run:
        return run
    percent = _PERCENT.match(text, quantity.end)
    if percent:
        return replace(quantity, end=percent.end(), unit=_percent(percent), kind="percent")
    odd = odd_unit(text, quantity, amount)
    if odd:
        return odd
    money = money_after(text, quantity.end)
    if money and not (money.code == "KRW" and money.bare and amount.value < 1000):
        scale = _SCALE_AFTER.match(text, money.end) if amount.scale == 1 else None
        if scale and text[money.end - 3 : money.end].isupper():
            quantity = quantity.times(SCALES[scale[1]])
            return in_money(replace(quantity, end=scale.end()), money)
        return _of_pounds(text, in_money(replace(quantity, end=money.end), money))
    letter = _LETTER.match(text, quantity.end)
    if letter and letter["letter"] == "p" and amount.value in LINES:
        return quantity
    if letter and text[quantity.end - 1].isdigit() and amount.scale == 1:
        return lettered(text, quantity, letter)
    scaled = _SCALED.match(text, quantity.end)
    if scaled:
        size, name = SCALED[scaled[1].lower()]
        name, end = with_rate(text, name, scaled.end())
        return replace(quantity.times(size), end=end, unit=name, kind="measure")
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


_SCALE_AFTER = re.compile(rf" ({build_alternation(SCALES)})\b")
_SCALED = re.compile(rf"[- ]?({build_alternation(SCALED)})(?![\w-])", re.IGNORECASE)
_LETTER = re.compile(r"(?P<letter>[CFpc¢]| [CF])(?![\w.]\w|-)(?![\w$/])")
_BRACKETED = re.compile(r" ?[(\[{<]([A-Za-z²³/]{1,5})[)\]}>]")
_INCHES = re.compile(
    r"(?: ?[\"″]| in)(?= (?:thick|wide|long|deep|tall|high|of (?:rain|snow|water))\b|\.?$)"
)


def _is_no_unit(text: str, quantity: Quantity, unit: str, end: int) -> bool:
    written = text[quantity.end : end].strip(" -")
    if len(written) == 1 and re.match(r"-\w", text[end : end + 2]):
        return True  # "24703 L-202"
    if unit == "stone" and (quantity.value or 0) < 5:
        return True
    near = text[max(0, quantity.number - NEAR_CHARS) : end + NEAR_CHARS]
    return (
        unit == "cup"
        and not KITCHEN.search(near)
        and not text.startswith("cup", end - 6)
        and (quantity.value or 0) % 1 == 0
        and "of" not in written
    )


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


_JOINED = re.compile(r",? (?=\d)|(?<=-foot)-(?=\d)| and (?=\d|[a-z])| (?=[a-z])|(?<=[a-z])(?=\d)")


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
    elif joined[0] == "-" and after.unit is None and not text.startswith("-", amount.end):
        after = replace(after, unit="inch")
    size = 100 if _is_change(text, quantity, after) else _size(quantity, after, joined[0])
    if size is None or amount.value >= size:
        return quantity
    return replace(
        quantity, end=after.end, value=round_binary_noise(quantity.value + amount.value / size)
    )


def _size(quantity: Quantity, after: Quantity, joined: str) -> int | None:
    if "," in joined and quantity.unit in TIME_UNITS:
        return None
    return SMALLER.get((quantity.unit or "", after.unit or ""))


_ENDED = re.compile(r"[.;)]?$|[.;)] ")


def _is_change(text: str, quantity: Quantity, after: Quantity) -> bool:
    """Return whether cents follow dollars or pence pounds, the first named in words."""
    named = text[quantity.end - 1].isalpha() and quantity.kind == "money"
    bare = after.kind == "count" and 10 <= (after.value or 0) < 100
    if named and bare and text.endswith(("dollars", "euros", "pounds"), 0, quantity.end):
        plain = " and " not in text[quantity.end : after.number]
        return plain and bool(_ENDED.match(text, after.end))
    pence = after.unit == "GBP" and text[: after.end].endswith(("pence", "p"))
    return named and (after.bare == "cent" or pence)


_IN = re.compile(r" ?in\b")
