"""Quantities in text: numbers with hedge, money sign and unit, read by pattern.

In: a block's text. Out: quantities, leftmost and longest first, not overlapping. Leaves alone what is
counted, whose dollar "$" is, and whether the number names something ("Article 5") or is part of a date:
the extractor asks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.language.amounts import START_WORDS
from onrecord.language.en.hedges import AFTER, HEDGES
from onrecord.language.en.numbers import FOLDS, ORDERS, VAGUE
from onrecord.language.numerals import either
from onrecord.language.quantity import Quantity
from onrecord.language.readings import READERS


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of `text` in order, not overlapping."""
    found: list[Quantity] = []
    position = 0
    for start in _START.finditer(text):
        if start.start() < position or not _may_start(start[0]):
            continue
        quantity = _longest(text, start.start())
        if quantity is not None:
            found.append(_hedged(text, quantity, position))
            position = found[-1].end
    return _with_shared_units(text, found)


_SHARING = re.compile(r",? (?:to|and|or|then) |, ")
_LETTERED = re.compile(r"\d[a-z]$")
_ACROSS = re.compile(r" ?[x×] ?|[ -]by[ -]")
_LENGTHS = frozenset(
    {"metre", "foot", "inch", "centimetre", "millimetre", "kilometre", "mile", "yard"}
)


def _is_across(between: str, one: Quantity, after: Quantity) -> bool:
    """Return whether both are sides of one thing ("3 x 4 m"; "4 x 100m" is a relay)."""
    if after.unit not in _LENGTHS or not _ACROSS.fullmatch(between) or not one.value:
        return False
    return (after.value or 0) < 10 * one.value


def _with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return `found`, a unit said once given to all before it ("from nine to fourteen hours")."""
    for index in range(len(found) - 2, -1, -1):
        one, after = found[index], found[index + 1]
        if one.kind != "count" or after.kind not in {"measure", "percent", "money"}:
            continue
        between = text[one.end : after.number]
        written = text[after.number - 1 : after.number]
        across = _is_across(between, one, after)
        if not (across or _SHARING.fullmatch(between)) or (
            after.kind == "money" and not written.isspace()
        ):
            continue
        if after.unit == "time" or (between == ", " and index + 2 == len(found)):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", text[one.number : one.end]):
            continue
        if one.scale > 1 == after.scale and _LETTERED.search(text[one.number : one.end]):
            continue
        scale = after.scale if one.scale == 1 and (one.value or 0) < 1000 else 1.0
        shared = replace(one, unit=after.unit, kind=after.kind, bare=after.bare)
        found[index] = shared.times(scale)
    return found


_START = re.compile(
    r"(?<![\w.,/$£€¥@#])(?:(?<![\w]-)|(?<=\d-by-))(?:[^\W\d_]+(?:\.[A-Z])?\.?\$?|[-−]?(?=[\d.½¼¾⅓⅔⅕⅛⅙⅖⅗⅘⅚⅜⅝⅞£$€¥₹₽₺₪₩₦₴₫₱฿₾₸₡₭₵₿]))"
)
_FIRST = (
    START_WORDS
    | set(ORDERS)
    | set(FOLDS)
    | {word.split()[0] for word in VAGUE}
    | {"between", "from", "tens", "some", "several", "many", "few"}
)


def _may_start(word: str) -> bool:
    small = word.strip("-−$.").lower()
    if not small or small in _FIRST:
        return True
    return bool(word[-1] == "$" or (len(word) <= 5 and (word.isupper() or _MONEY_WORD.match(word))))


_MONEY_WORD = re.compile(
    r"(?:Rs\.?|SFr\.?|Sfr|Rp|KSh|Ksh|USh|us|hk|a|c|nz|u\.s|usd|eur|gbp|rmb|aud|cad|inr|ngn)$"
)


def _longest(text: str, start: int) -> Quantity | None:
    found = (read(text, start) for read in READERS)
    return max(
        (quantity for quantity in found if quantity is not None),
        key=lambda quantity: quantity.end,
        default=None,
    )


_HEDGE_BEFORE = re.compile(
    rf"(?<![\w-])(?P<hedge>{either(HEDGES)}) (?:an? |another )?$|(?P<sign>[~≈]) ?$", re.IGNORECASE
)
_HEDGE_AFTER = re.compile(rf"(?: (?P<hedge>{either(AFTER)})|\+|-plus)(?![\w-]| \d)")
"""In small letters only: "the Note 10 Plus" is a name."""


def _hedged(text: str, quantity: Quantity, floor: int) -> Quantity:
    """Return `quantity` with the hedge before it ("at least about 500"), or else after it."""
    hedge, start = quantity.hedge, quantity.start
    for _ in range(2):
        before = _HEDGE_BEFORE.search(text[max(floor, start - 40) : start])
        if before is None:
            break
        hedge = "about" if before["sign"] else HEDGES[before["hedge"].lower()]
        start -= len(before[0])
    if hedge:
        return replace(quantity, start=start, hedge=hedge)
    after = _HEDGE_AFTER.match(text, quantity.end)
    if after:
        return replace(quantity, end=after.end(), hedge=AFTER[(after["hedge"] or "plus").lower()])
    return quantity
