"""Number patterns: all ways to write one quantity.

In: a text and a code point where a quantity may begin. Out: the longest quantity that a pattern reads there, or None. Out of scope:
hedges (`hedging`).
"""

from __future__ import annotations

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.parsing.accounting_negatives import parse_accounting_negative
from onrecord.extract.figures.parsing.indefinite_units import parse_indefinite_unit
from onrecord.extract.figures.parsing.order_patterns import (
    parse_absolute_zero,
    parse_multiple,
    parse_order,
)
from onrecord.extract.figures.parsing.prefixed_number import parse_prefixed_number
from onrecord.extract.figures.parsing.ranges import parse_range
from onrecord.extract.figures.parsing.share_patterns import (
    build_fraction,
    parse_half,
    parse_ratio,
)
from onrecord.extract.figures.parsing.subunits import attach_subunit
from onrecord.extract.figures.parsing.tolerances import parse_tolerance
from onrecord.extract.figures.parsing.unit_attachment import attach_unit


def parse_longest(text: str, start: int) -> Quantity | None:
    """Return the longest quantity that begins at `start`, or None."""
    patterns = _WORD_PATTERNS if text[start].isalpha() else _DIGIT_PATTERNS
    quantities = (parse(text, start) for parse in patterns)
    return max(
        (quantity for quantity in quantities if quantity is not None),
        key=lambda quantity: quantity.end,
        default=None,
    )


def _parse_number(text: str, start: int) -> Quantity | None:
    """Return one number with its unit, or a fraction."""
    number = parse_prefixed_number(text, start)
    if number is None:
        return None
    amount = number.amount
    if amount.is_fraction and number.currency is None:
        return build_fraction(text, start, amount)
    quantity = Quantity(start, amount.end, number.start, amount.value, scale=amount.scale)
    return attach_subunit(text, attach_unit(text, quantity, number))


_DIGIT_PATTERNS = (
    parse_ratio,
    parse_range,
    parse_tolerance,
    _parse_number,
    parse_accounting_negative,
)
_WORD_PATTERNS = (
    parse_ratio,
    parse_half,
    parse_order,
    parse_range,
    parse_tolerance,
    _parse_number,
    parse_multiple,
    parse_indefinite_unit,
    parse_accounting_negative,
    parse_absolute_zero,
)
"""Each reads one way of writing that begins with a digit or a sign, or with a word; of equal lengths the first is taken."""
