"""Numbers with what they are measured in: money before or after, percentages, units, degrees.

In: a text and where a number stands. Out: the quantity with its unit, and where it ends. Out of scope:
ranges, fractions of a whole, and hedges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.numbers import parse_amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.unit_context import KITCHEN_CONTEXT, MASS_CONTEXT, VIDEO_LINES
from onrecord.extract.figures.en.units import (
    PERCENT_WORDS,
    PERCENTAGE_POINT_WORDS,
    SCALED_UNITS,
    SUBUNIT_RATIOS,
    TIME_UNITS,
)
from onrecord.extract.figures.money.currency_words import (
    WrittenCurrency,
    parse_currency_after,
    parse_currency_before,
    parse_dollar_country,
)
from onrecord.extract.figures.parsing.unit_symbols import (
    NEAR_CHARS,
    attach_letter_unit,
    attach_symbol_unit,
    convert_race_distance,
    is_metres,
)
from onrecord.extract.figures.units.rates import extend_with_rate
from onrecord.extract.figures.units.unit_names import parse_unit
from onrecord.language.en.numbers import SCALES
from onrecord.language.numerals import build_alternation, round_binary_noise


@dataclass(frozen=True, slots=True)
class PrefixedNumber:
    """A number with the money before it."""

    start: int
    money: WrittenCurrency | None
    amount: Amount


_MINUS = re.compile(r"[-−](?=[$£€¥])")


@lru_cache(maxsize=64)  # as `parse_amount`
def parse_prefixed_number(text: str, start: int) -> PrefixedNumber | None:
    """Return the number at `start` with the sign or code of money before it, or None."""
    minus = _MINUS.match(text, start)
    begin = minus.end() if minus else start
    money = parse_currency_before(text, begin)
    number = money.end if money else begin
    while money and text[number : number + 1] == " ":
        number += 1
    amount = parse_amount(text, number)
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
    return PrefixedNumber(number, money, amount)


_RUPEES = frozenset({"INR", "PKR", "NPR", "BDT", "LKR"})
_CRORE = re.compile(r" ?(?:(?P<crore>crs?)|L|lacs)\b\.?(?! \d)")
"""Short for crore and lakh after rupees ("Rs 3 cr")."""


def parse_bare_unit(text: str, position: int) -> Quantity | None:
    """Return one of the unit, percentage or currency written at `position`."""
    quantity = Quantity(position, position, position, 1.0)
    percent = _PERCENT.match(text, position)
    if percent:
        return replace(
            quantity, end=percent.end(), unit=_name_percent_unit(percent), kind="percent"
        )
    unit = parse_unit(text, position)
    if unit:
        return replace(quantity, end=unit[1], unit=unit[0], kind="measure")
    money = parse_currency_after(text, position)
    return convert_to_currency(replace(quantity, end=money.end), money) if money else None


_PERCENT = re.compile(
    rf"[- ]?(?P<percent>{build_alternation(PERCENTAGE_POINT_WORDS)}(?![a-z])|%|{build_alternation(set(PERCENT_WORDS) - {'%'})}(?![a-z])|-point(?= (?:cut|rise|increase|hike|reduction|drop|fall|move)))",
    re.IGNORECASE,
)


def _name_percent_unit(found: re.Match[str]) -> str:
    small = found["percent"].lower()
    points = "point" in small or small in {"pp", "pps", "ppt", "ppts"}
    return "percentage point" if points else "%"


def attach_unit(text: str, quantity: Quantity, side: PrefixedNumber) -> Quantity:
    """Return `quantity`, its number ending at `quantity.end`, with the unit around it."""
    amount = side.amount
    if side.money:
        return _attach_prefixed_currency(text, quantity, side.money)
    if amount.scale_abbreviation and is_metres(text, quantity, amount):
        metres = replace(quantity, end=amount.unscaled_end + (text[amount.unscaled_end] == " ") + 1)
        metres = metres.multiply(1 / amount.scale)
        return replace(metres, unit="metre", kind="measure", scale=1.0)
    run = convert_race_distance(text, quantity, amount) if amount.scale_abbreviation else None
    if run:
        return run
    percent = _PERCENT.match(text, quantity.end)
    if percent:
        return replace(
            quantity, end=percent.end(), unit=_name_percent_unit(percent), kind="percent"
        )
    odd = attach_symbol_unit(text, quantity, amount)
    if odd:
        return odd
    money = parse_currency_after(text, quantity.end)
    if money and not (money.code == "KRW" and money.currency_name and amount.value < 1000):
        scale = _SCALE_AFTER.match(text, money.end) if amount.scale == 1 else None
        if scale and text[money.end - 3 : money.end].isupper():
            quantity = quantity.multiply(SCALES[scale[1]])
            return convert_to_currency(replace(quantity, end=scale.end()), money)
        return _decide_pounds(text, convert_to_currency(replace(quantity, end=money.end), money))
    letter = _LETTER.match(text, quantity.end)
    if letter and letter["letter"] == "p" and amount.value in VIDEO_LINES:
        return quantity
    if letter and text[quantity.end - 1].isdigit() and amount.scale == 1:
        return attach_letter_unit(text, quantity, letter)
    scaled = _SCALED.match(text, quantity.end)
    if scaled:
        size, name = SCALED_UNITS[scaled[1].lower()]
        name, end = extend_with_rate(text, name, scaled.end())
        return replace(quantity.multiply(size), end=end, unit=name, kind="measure")
    unit = parse_unit(text, quantity.end)
    if unit and not _is_no_unit(text, quantity, *unit):
        return replace(quantity, end=unit[1], unit=unit[0], kind="measure")
    bracketed = _BRACKETED.match(text, quantity.end)
    if bracketed and (unit := parse_unit(bracketed[1], 0)) and unit[1] == len(bracketed[1]):
        return replace(quantity, end=bracketed.end(), unit=unit[0], kind="measure")
    inches = _INCHES.match(text, quantity.end)
    if inches:
        return replace(quantity, end=inches.end(), unit="inch", kind="measure")
    return quantity


_SCALE_AFTER = re.compile(rf" ({build_alternation(SCALES)})\b")
_SCALED = re.compile(rf"[- ]?({build_alternation(SCALED_UNITS)})(?![\w-])", re.IGNORECASE)
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
    near = text[max(0, quantity.number_start - NEAR_CHARS) : end + NEAR_CHARS]
    return (
        unit == "cup"
        and not KITCHEN_CONTEXT.search(near)
        and not text.startswith("cup", end - 6)
        and (quantity.value or 0) % 1 == 0
        and "of" not in written
    )


def _attach_prefixed_currency(text: str, quantity: Quantity, money: WrittenCurrency) -> Quantity:
    which = parse_dollar_country(text, quantity.end) if money.currency_name == "dollar" else None
    if which:
        return convert_to_currency(replace(quantity, end=which.end), which)
    again = parse_currency_after(text, quantity.end)
    if (
        again
        and (again.currency_name == "dollar" or again.code == money.code)
        and again.factor == 1
    ):
        exact = again if again.currency_name is None else money
        return convert_to_currency(replace(quantity, end=again.end), exact)
    return convert_to_currency(quantity, money)


def convert_to_currency(quantity: Quantity, money: WrittenCurrency) -> Quantity:
    """Return `quantity` in a currency, in its whole unit."""
    return replace(
        quantity.multiply(money.factor),
        unit=money.code or None,
        kind="money",
        currency_name=money.currency_name,
    )


def _decide_pounds(text: str, quantity: Quantity) -> Quantity:
    """Return `quantity` in pounds of weight where a word near says so and no sign says money."""
    written = text[quantity.number_start : quantity.end].lower()
    if not re.search(r"pounds?$", written) or "£" in text:
        return quantity
    near = text[max(0, quantity.number_start - NEAR_CHARS) : quantity.end + NEAR_CHARS]
    money = re.search(
        r"\b(?:spen[dt]|cost|costs|paid|pay|worth|price|fund\w*|bill|salary|euros|sterling|debts?)\b",
        near,
    )
    if money or not MASS_CONTEXT.search(near):
        return quantity
    return replace(quantity, unit="pound-mass", kind="measure")


_JOINED = re.compile(r",? (?=\d)|(?<=-foot)-(?=\d)| and (?=\d|[a-z])| (?=[a-z])|(?<=[a-z])(?=\d)")


def attach_subunit(text: str, quantity: Quantity) -> Quantity:
    """Return `quantity` with the smaller unit said after it ("5 feet 2 inches", "3 dollars 50 cents")."""
    joined = _JOINED.match(text, quantity.end)
    if quantity.kind not in {"measure", "money"} or joined is None or quantity.value is None:
        return quantity
    begin = joined.end()
    amount = parse_amount(text, begin)
    if amount is None or amount.scale != 1 or amount.is_fraction:
        return quantity
    side = PrefixedNumber(begin, None, amount)
    after = attach_unit(text, Quantity(begin, amount.end, begin, amount.value), side)
    if quantity.unit == "foot" and after.unit is None and (inches := _IN.match(text, amount.end)):
        after = replace(after, unit="inch", end=inches.end())
    elif joined[0] == "-" and after.unit is None and not text.startswith("-", amount.end):
        after = replace(after, unit="inch")
    size = (
        100
        if _is_small_change(text, quantity, after)
        else _find_subunit_ratio(quantity, after, joined[0])
    )
    if size is None or amount.value >= size:
        return quantity
    return replace(
        quantity, end=after.end, value=round_binary_noise(quantity.value + amount.value / size)
    )


def _find_subunit_ratio(quantity: Quantity, after: Quantity, joined: str) -> int | None:
    if "," in joined and quantity.unit in TIME_UNITS:
        return None
    return SUBUNIT_RATIOS.get((quantity.unit or "", after.unit or ""))


_ENDED = re.compile(r"[.;)]?$|[.;)] ")


def _is_small_change(text: str, quantity: Quantity, after: Quantity) -> bool:
    """Return whether cents follow dollars or pence pounds, the first named in words."""
    named = text[quantity.end - 1].isalpha() and quantity.kind == "money"
    bare = after.kind == "count" and 10 <= (after.value or 0) < 100
    if named and bare and text.endswith(("dollars", "euros", "pounds"), 0, quantity.end):
        plain = " and " not in text[quantity.end : after.number_start]
        return plain and bool(_ENDED.match(text, after.end))
    pence = after.unit == "GBP" and text[: after.end].endswith(("pence", "p"))
    return named and (after.currency_name == "cent" or pence)


_IN = re.compile(r" ?in\b")
