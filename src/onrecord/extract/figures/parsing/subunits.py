"""Subunits: the smaller unit after a larger one, "5 feet 2 inches", "3 dollars 50 cents".

In: a quantity with its unit, and its text. Out: the quantity in the larger unit, up to the end of the smaller. Out of scope: feet and
inches by their signs (`unit_symbols`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.numbers import parse_amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.currencies import DECIMAL_CURRENCY_PLURALS
from onrecord.extract.figures.en.units import SUBUNIT_RATIOS, TIME_UNITS
from onrecord.extract.figures.parsing.prefixed_number import PrefixedNumber
from onrecord.extract.figures.parsing.unit_attachment import attach_unit
from onrecord.language.numerals import round_binary_noise

_JOINT = re.compile(r",? (?=\d)|(?<=-foot)-(?=\d)| and (?=\d|[a-z])| (?=[a-z])|(?<=[a-z])(?=\d)")
_SENTENCE_END = re.compile(r"[.;)]?$|[.;)] ")
_IN = re.compile(r" ?in\b")


def attach_subunit(text: str, quantity: Quantity) -> Quantity:
    """Return `quantity` with the smaller unit after it, or as it is."""
    joint = _JOINT.match(text, quantity.end)
    if quantity.kind not in {"measure", "money"} or joint is None or quantity.value is None:
        return quantity
    begin = joint.end()
    amount = parse_amount(text, begin)
    if amount is None or amount.scale != 1 or amount.is_fraction:
        return quantity
    number = PrefixedNumber(begin, None, amount)
    after = attach_unit(text, Quantity(begin, amount.end, begin, amount.value), number)
    if after.unit is None:
        after = _attach_implied_inches(text, quantity, after, (amount.end, joint[0]))
    is_change = _is_small_change(text, quantity, after)
    ratio = 100 if is_change else _find_ratio(quantity, after, joint[0])
    if ratio is None or amount.value >= ratio:
        return quantity
    value = round_binary_noise(quantity.value + amount.value / ratio)
    return replace(quantity, end=after.end, value=value)


def _attach_implied_inches(
    text: str, quantity: Quantity, after: Quantity, written: tuple[int, str]
) -> Quantity:
    """Return the number after feet in inches: "5 feet 2 in", "5-foot-10".

    `written` is where the number ends, and what joins it to the quantity.
    """
    end, joint = written
    inches = _IN.match(text, end) if quantity.unit == "foot" else None
    if inches:
        return replace(after, unit="inch", end=inches.end())
    if joint == "-" and not text.startswith("-", end):
        return replace(after, unit="inch")
    return after


def _find_ratio(quantity: Quantity, after: Quantity, joint: str) -> int | None:
    if "," in joint and quantity.unit in TIME_UNITS:
        return None
    return SUBUNIT_RATIOS.get((quantity.unit or "", after.unit or ""))


def _is_small_change(text: str, quantity: Quantity, after: Quantity) -> bool:
    """Return whether cents follow dollars or pence pounds, the first named in words."""
    is_named = text[quantity.end - 1].isalpha() and quantity.kind == "money"
    is_bare = after.kind == "count" and 10 <= (after.value or 0) < 100
    if is_named and is_bare and text.endswith(DECIMAL_CURRENCY_PLURALS, 0, quantity.end):
        is_joined = " and " in text[quantity.end : after.number_start]
        return not is_joined and bool(_SENTENCE_END.match(text, after.end))
    is_pence = after.unit == "GBP" and text[: after.end].endswith(("pence", "p"))
    return is_named and (after.currency_name == "cent" or is_pence)
