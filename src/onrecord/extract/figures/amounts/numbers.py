"""Amounts: numbers as news writes them, in digits, words or both.

In: a text and a code point where a number may begin. Out: its value, its end, and how it is written: digits and words, scales
("2.5bn", "three lakh crore"), fractions ("two-thirds", "10 1/2", "half a million"), spoken decimals ("five point five").
Out of scope: units, money, ranges, hedges, and what is counted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.digits import parse_digits
from onrecord.extract.figures.amounts.fractions import (
    AND_FRACTION,
    SCALE_SIZES,
    compute_fraction,
    parse_fraction,
)
from onrecord.extract.figures.amounts.spelled_numbers import SCALE_AFTER, parse_spelled_number
from onrecord.extract.figures.en.number_words import FIRST_WORDS_OF_AMOUNTS, MINUS_WORDS
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.en.numbers import SHORT_SCALES, VULGAR_FRACTIONS
from onrecord.language.numerals import STARTS, build_alternation, round_binary_noise

_SIGN = re.compile(rf"[-−](?=[\d.½¼¾])|{build_alternation(MINUS_WORDS)} (?=\w)", re.IGNORECASE)
_SCALE_ABBREVIATION = re.compile(
    rf" ?({build_alternation(SHORT_SCALES)}|M|B|K|T|BN|MN|TN|MM|Bn|Mn|Tn|Mil)(?![\w²³^/])"
)
_JOINT = re.compile(r",? (?:(?:and|&) )?")


@lru_cache(maxsize=64)  # each number pattern parses the amount at the same place
def parse_amount(text: str, start: int) -> Amount | None:
    """Return the amount written at `start`, or None.

    Examples:
        >>> [found.value for found in map(parse_amount, ("12,34,567.89", "two and a half million"), (0, 0))]
        [1234567.89, 2500000.0]
        >>> parse_amount("minus five point five", 0).value
        -5.5

    """
    sign = _SIGN.match(text, start)
    begin = sign.end() if sign else start
    amount = parse_fraction(text, begin) or _parse_number(text, begin, THRESHOLDS.joined_scales)
    if sign is None or _is_after_or(text, sign):
        return amount
    return None if amount is None or amount.value == 0 else replace(amount, value=-amount.value)


def _is_after_or(text: str, sign: re.Match[str]) -> bool:
    """Return whether "minus" after "or" is no sign: "plus or minus 2"."""
    start = sign.start()
    return sign[0][-1] == " " and text[max(0, start - 4) : start].lower() == " or "


def _parse_number(text: str, start: int, joins: int) -> Amount | None:
    """Return the number at `start` with scale, fraction and smaller scales after it, at most `joins` of these."""
    amount = parse_digits(text, start) or parse_spelled_number(text, start)
    if amount is None:
        return None
    amount = _extend_with_scales(text, amount)
    if amount.in_digits and amount.scale == 1:
        abbreviation = _SCALE_ABBREVIATION.match(text, amount.end)
        if abbreviation:
            return _multiply_by_abbreviation(amount, abbreviation)
    amount = _add_smaller_scale(text, _add_fraction(text, amount), joins)
    return replace(amount, value=round_binary_noise(amount.value))


def _extend_with_scales(text: str, amount: Amount) -> Amount:
    """Return `amount` with the scales right after it ("three lakh crore"), each at least as large as the one before."""
    while scale := SCALE_AFTER.match(text, amount.end):
        size = float(SCALE_SIZES[scale["scale"].lower()])
        if amount.scale > 1 and not (amount.scale <= size and size > 100):
            break
        amount = replace(
            amount, end=scale.end(), value=amount.value * size, scale=amount.scale * size
        )
    return amount


def _multiply_by_abbreviation(amount: Amount, written: re.Match[str]) -> Amount:
    """Return `amount` times an abbreviated scale ("2.5bn", "10k", "3MM")."""
    size = float(SHORT_SCALES.get(written[1].lower(), 10**6 if written[1] == "MM" else 10**12))
    return replace(
        amount,
        end=written.end(),
        value=round_binary_noise(amount.value * size),
        scale=size,
        scale_abbreviation=written[1],
    )


def _add_fraction(text: str, amount: Amount) -> Amount:
    """Return `amount` with "and a half", a part of its scale where it has one ("two million and a half")."""
    tail = AND_FRACTION.match(text, amount.end)
    if tail is None:
        return amount
    part = VULGAR_FRACTIONS[tail["sign"]] if tail["sign"] else compute_fraction(tail)
    if part is None:
        return amount
    scale = SCALE_AFTER.match(text, tail.end())
    if scale is None:
        size = amount.scale if amount.scale >= 1000 else 1.0
        return replace(amount, end=tail.end(), value=amount.value + part * size)
    size = float(SCALE_SIZES[scale["scale"].lower()])
    if amount.scale > size:
        return replace(amount, end=scale.end(), value=amount.value + part * size)
    if amount.scale == 1:
        return replace(amount, end=scale.end(), value=(amount.value + part) * size, scale=size)
    return amount


def _add_smaller_scale(text: str, amount: Amount, joins: int) -> Amount:
    """Return `amount` with what is added after it ("1 million 200 thousand", "3 hundred and 21")."""
    joint = _JOINT.match(text, amount.end)
    if not amount.in_digits or amount.scale < 100 or joint is None or not joins:
        return amount
    after = _parse_number(text, joint.end(), joins - 1)
    if after is None or after.scale_abbreviation or not 1 <= after.scale < amount.scale:
        return amount
    is_units = (
        amount.scale <= 1000 and "and" in joint[0] and after.value < 100 and after.value % 1 == 0
    )
    is_scaled = after.in_digits and after.scale >= 100
    if not (is_units or is_scaled) or after.value >= amount.scale:
        return amount
    scale = amount.scale if is_units else after.scale
    return replace(amount, end=after.end, value=amount.value + after.value, scale=scale)


AMOUNT_START_WORDS = frozenset({*STARTS, *MINUS_WORDS, *VULGAR_FRACTIONS, *FIRST_WORDS_OF_AMOUNTS})
"""First words of an amount, in lower case."""
