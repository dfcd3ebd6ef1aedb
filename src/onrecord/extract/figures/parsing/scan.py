"""Quantities in text: numbers with hedge, money sign and unit, read by pattern.

In: a block's text. Out: quantities, leftmost and longest first, not overlapping. Out of scope: what is
counted, whose dollar "$" is, and whether the number names something ("Article 5") or is part of a date:
the extractor asks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.numbers import AMOUNT_START_WORDS
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.hedges import (
    DURING_NOUNS,
    FIGURE_HEDGES,
    MOST_DURING,
    NEGATED_HEDGES,
    NOT_BEFORE_DURATIONS,
    POSTPOSED_HEDGES,
)
from onrecord.extract.figures.en.number_words import FOLD_WORDS, ORDER_WORDS, VAGUE_QUANTIFIERS
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.extract.figures.parsing.number_patterns import DIGIT_PATTERNS, WORD_PATTERNS
from onrecord.extract.figures.parsing.unit_attachment import parse_bare_unit
from onrecord.language.numerals import build_alternation


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of `text` in order, not overlapping."""
    found: list[Quantity] = []
    position = 0
    for start in _START.finditer(text):
        if start.start() < position or not _may_start(start[0]):
            continue
        quantity = _parse_longest(text, start.start())
        if quantity is not None:
            found.append(_attach_hedges(text, quantity, position))
            position = found[-1].end
    return _share_units(text, found)


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


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return `found`, a unit said once given to all before it ("from nine to fourteen hours")."""
    for index in range(len(found) - 2, -1, -1):
        one, after = found[index], found[index + 1]
        if one.kind != "count" or after.kind not in {"measure", "percent", "money"}:
            continue
        between = text[one.end : after.number_start]
        written = text[after.number_start - 1 : after.number_start]
        across = _is_across(between, one, after)
        if not (across or _SHARING.fullmatch(between)) or (
            after.kind == "money" and not written.isspace()
        ):
            continue
        if after.unit == "time" or (between == ", " and index + 2 == len(found)):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", text[one.number_start : one.end]):
            continue
        if one.scale > 1 == after.scale and _LETTERED.search(text[one.number_start : one.end]):
            continue
        scale = after.scale if one.scale == 1 and (one.value or 0) < 1000 else 1.0
        shared = replace(one, unit=after.unit, kind=after.kind, currency_name=after.currency_name)
        found[index] = shared.multiply(scale)
    return found


_START = re.compile(
    r"(?<![\w.,/$£€¥@#])(?:(?<![\w]-)|(?<=\d-by-))(?:[^\W\d_]+(?:\.[A-Z])?\.?\$?|[-−]?(?=[\d.½¼¾⅓⅔⅕⅛⅙⅖⅗⅘⅚⅜⅝⅞£$€¥₹₽₺₪₩₦₴₫₱฿₾₸₡₭₵₿]))"
)
_FIRST = (
    AMOUNT_START_WORDS
    | set(ORDER_WORDS)
    | set(FOLD_WORDS)
    | {word.split()[0] for word in VAGUE_QUANTIFIERS}
    | {"between", "from", "tens", "some", "several", "many", "few", "absolute"}
)


def _may_start(word: str) -> bool:
    small = word.strip("-−$.").lower()
    if not small or small in _FIRST:
        return True
    return bool(word[-1] == "$" or (len(word) <= 5 and (word.isupper() or _MONEY_WORD.match(word))))


_MONEY_WORD = re.compile(
    r"(?:Rs\.?|SFr\.?|Sfr|Rp|K?Shs?|Kshs?|USh|us|hk|a|c|nz|u\.s|usd|eur|gbp|rmb|aud|cad|inr|ngn)$"
)


def _parse_longest(text: str, start: int) -> Quantity | None:
    readers = WORD_PATTERNS if text[start].isalpha() else DIGIT_PATTERNS
    found = (read(text, start) for read in readers)
    return max(
        (quantity for quantity in found if quantity is not None),
        key=lambda quantity: quantity.end,
        default=None,
    )


_HEDGE_BEFORE = re.compile(
    rf"(?<![\w-])(?P<hedge>{build_alternation(FIGURE_HEDGES)}) (?:an? |another )?$|(?P<sign>[~≈]) ?$",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(
    rf"(?: (?P<hedge>{build_alternation(set(POSTPOSED_HEDGES) - {'ish'})})|\+|-(?P<joined>plus|odd|ish))(?![\w]| \d|-(?!year))"
)
"""In small letters only: "the Note 10 Plus" is a name."""
_DENYING = re.compile(r"(?:\b(?:no|not|never|cannot|without)|(?<=n['’]t)) (?:to )?$", re.IGNORECASE)
_QUARREL = re.compile(
    r"\b(?:fury|rows?|anger|outrage|backlash|concerns?|worr(?:y|ies)|fears?|disputes?|clash(?:es)?|protests?|lawsuits?"
    r"|scandal|controversy|battle|fight|talks|debate|questions|probe|inquiry|charges?|jailed|sued|arrested|strikes?) over $",
    re.IGNORECASE,
)
"""After these "over" tells what it is about."""
_LENGTH = r"(?:km|kilomet(?:re|er)|mile|m|met(?:re|er)|hour|day|drive|just|due|the|to|the far)"
"""Before "north of" these say that a place lies there."""
_STRETCH = re.compile(rf"(?: [a-z]+)? {build_alternation(DURING_NOUNS)}\b")


def _attach_hedges(text: str, quantity: Quantity, floor: int) -> Quantity:
    """Return `quantity` with the hedges before it ("at least about 500") and after it ("about 40-odd")."""
    hedge, start = quantity.hedge, quantity.start
    for _ in range(2):
        before = _HEDGE_BEFORE.search(text[max(floor, start - 40) : start])
        if before is None:
            break
        word = "about" if before["sign"] else before["hedge"].lower()
        if _is_no_hedge(text, quantity, word) or (hedge and word == "to top"):
            break
        hedge = FIGURE_HEDGES[word]
        start -= len(before[0])
        denied = _DENYING.search(text[max(floor, start - 12) : start])
        if denied and (word.endswith("than") or word.startswith("exceed")):
            hedge = NEGATED_HEDGES.get(hedge, hedge)
            start -= len(denied[0].lstrip())
    after = _HEDGE_AFTER.match(text, quantity.end)
    if after is None or (hedge and after[0] == "+"):
        return replace(quantity, start=start, hedge=hedge)
    told = POSTPOSED_HEDGES[(after["hedge"] or after["joined"] or "plus").lower()]
    ended = replace(quantity, start=start, end=after.end(), hedge=hedge or told)
    return _attach_unit_after_hedge(text, ended) if quantity.kind == "count" else ended


def _is_no_hedge(text: str, quantity: Quantity, word: str) -> bool:
    """Return whether the word before says something else: "within three days", "over seven innings"."""
    if word in NOT_BEFORE_DURATIONS and (
        quantity.unit in TIME_UNITS or quantity.kind == "fraction"
    ):
        return True
    if word == "north of" and quantity.kind not in {"money", "percent"}:
        far = re.search(rf"{_LENGTH}s? $", text[max(0, quantity.start - 24) : quantity.start - 9])
        return quantity.kind == "measure" or bool(far) or (quantity.value or 0) < MOST_DURING
    if word == "better than" and quantity.kind not in {"money", "percent"}:
        return True
    if word == "over" and _QUARREL.search(text[max(0, quantity.start - 30) : quantity.start]):
        return True
    small = (quantity.value or quantity.high or MOST_DURING) < MOST_DURING
    return word == "over" and small and bool(_STRETCH.match(text, quantity.end))


def _attach_unit_after_hedge(text: str, quantity: Quantity) -> Quantity:
    """Return "30-plus miles", "20-odd years" with the unit that follows the hedge."""
    measure = parse_bare_unit(text, quantity.end)
    if measure is None or measure.unit == "time":
        return quantity
    return replace(
        quantity.multiply(measure.value or 1),
        end=measure.end,
        unit=measure.unit,
        kind=measure.kind,
        currency_name=measure.currency_name,
    )
