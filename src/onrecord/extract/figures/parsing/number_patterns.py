"""How one quantity is written: a number, a part, a ratio, an order (ranges: `ranges`).

In: a text and where a quantity may start. Out: what each way of writing reads there, or None. Out of
scope: which reading is taken, and hedges.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.numbers import parse_amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.number_words import (
    FOLD_WORDS,
    ORDER_SIZES,
    ORDER_WORDS,
    VAGUE_QUANTIFIERS,
)
from onrecord.extract.figures.en.unit_context import WHOLE_AFTER_HALF
from onrecord.extract.figures.money.currency_words import parse_currency_after
from onrecord.extract.figures.parsing.accounting_negatives import parse_accounting_negative
from onrecord.extract.figures.parsing.indefinite_units import parse_indefinite_unit
from onrecord.extract.figures.parsing.ranges import parse_range, parse_tolerance
from onrecord.extract.figures.parsing.unit_attachment import (
    attach_subunit,
    attach_unit,
    convert_to_currency,
    parse_bare_unit,
    parse_prefixed_number,
)
from onrecord.extract.figures.units.unit_names import parse_unit
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.numbers import HUNDRED_AND_DOZEN, SCALES
from onrecord.language.numerals import build_alternation


def _parse_number(text: str, start: int) -> Quantity | None:
    side = parse_prefixed_number(text, start)
    if side is None:
        return None
    amount = side.amount
    if amount.is_fraction and side.money is None:
        return _parse_fraction(text, start, amount)
    quantity = Quantity(start, amount.end, side.start, amount.value, scale=amount.scale)
    return attach_subunit(text, attach_unit(text, quantity, side))


def _parse_fraction(text: str, start: int, amount: Amount) -> Quantity | None:
    """Read a part of a whole, or of a unit ("a quarter of a mile", "1/4 inch", "half-point")."""
    of_unit = _OF_A.match(text, amount.end)
    measure = parse_bare_unit(text, of_unit.end() - 1) if of_unit else None
    if measure is None and not text.startswith(" of", amount.end):
        measure = parse_bare_unit(text, amount.end)
    if measure is not None and measure.unit != "time":
        return replace(measure, start=start, number_start=start).multiply(amount.value)
    if amount.in_digits:
        if not re.match(r" of\b| (?:full|empty|majority)\b", text[amount.end : amount.end + 10]):
            return None
    elif not _is_share(text, start, amount):
        return None
    return Quantity(start, amount.end, start, amount.value, unit="fraction", kind="fraction")


_OF_A = re.compile(r"(?: of)? an? | of (?:1|one) (?=per|%)")
_PART_OF = re.compile(
    r" of\b|[.,;)]|$|-(?:owned|empty|full|majority|stake)| (?:more|less|were|was|are|is|have|had|as|majority"
    r"|stake|share|higher|lower|fewer|ownership|outside|off)\b"
)


def _is_share(text: str, start: int, amount: Amount) -> bool:
    """Return whether "a third", "one quarter" is a part of something ("a third man" is not)."""
    words = text[start : amount.end].lower()
    if words.split()[-1] == "half" and words.startswith(("a ", "an ")):
        return bool(re.match(r" of\b|[.,;]|$", text[amount.end : amount.end + 4]))
    if words.endswith(("s", "half")):
        return True
    if _BY.search(text[max(0, start - 20) : start]) and _ENDED.match(text, amount.end):
        return True
    return bool(_PART_OF.match(text, amount.end))


_BY = re.compile(
    r"(?<!clever )\bby (?:(?:about|around|almost|nearly|over|roughly|some|at least|up to|more than|less than|just over|just under) )?$"
)
_ENDED = re.compile(
    r"[.,;:)]|$| (?:since|in|from|to|over|on|last|this|next|between|by|within|during|after|before|and|or|but|compared"
    r"|year|a|at|for|if|when|while|overnight|again)\b"
)
"""After "by a third", "by half": what is cut so is told before."""


_ONE_IN = re.compile(r" (?:in|out of)(?: every)? |-in-")


_ATTEMPTS = re.compile(
    r" (?:[a-z]+ )?(?:games?|match(?:es)?|starts|appearances|innings|outings|tests?|overs|days|minutes|attempts"
    r"|seasons|meetings|races|rounds|weeks|months|years|tries|balls)\b"
)


_GRADES = frozenset({4, 5, 6, 10, 20, 100})


def _parse_ratio(text: str, start: int) -> Quantity | None:
    """Read "one in three", "nine out of ten"."""
    first = parse_amount(text, start)
    join = _ONE_IN.match(text, first.end) if first else None
    second = parse_amount(text, join.end()) if join else None
    if (
        first is None
        or second is None
        or first.is_fraction
        or second.is_fraction
        or second.scale_abbreviation
    ):
        return None
    if re.match(r"[\w%]|[.,]\d|-| (?:%|per ?cent|points?)\b", text[second.end : second.end + 9]):
        return None
    if parse_unit(text, second.end) or parse_currency_after(text, second.end):
        return None
    inside = "in" in join[0] if join else False
    if inside and (1900 <= second.value <= 2100 or _ATTEMPTS.match(text, second.end)):
        return None
    graded = "out" in (join[0] if join else "") and second.value in _GRADES  # "4.5 out of 5"
    whole = graded and first.value == second.value  # "ten out of ten"
    if not (whole or 0 < first.value < second.value <= 100_000) or second.value % 1:
        return None
    if first.value % 1 and not graded:
        return None
    if text[start : first.end].lower() in INDEFINITE_ARTICLES or (
        second.value > 2000 and first.value > 1
    ):
        return None
    value = first.value / second.value
    return Quantity(start, second.end, start, value, unit="fraction", kind="fraction")


_HALF = re.compile(
    rf"half(?= {build_alternation(WHOLE_AFTER_HALF)}\b)(?! an? )|half(?= (?:people|[a-z]+s)\b)",
    re.IGNORECASE,
)
_HALF_ALONE = re.compile(r"half\b")
_HALF_A = re.compile(
    r"(?:half|(?:a |one )?quarter(?: of)?) an? |(?:half|(?:a |one )?quarter) of (?:1|one) (?=per|%)",
    re.IGNORECASE,
)
_HALF_UNIT = re.compile(r"(?P<part>half|quarter)-", re.IGNORECASE)


def _parse_half(text: str, start: int) -> Quantity | None:
    """Read "half of all units", "half a mile", "a quarter-point rise"."""
    of_a, hyphened = _HALF_A.match(text, start), _HALF_UNIT.match(text, start)
    for found in (of_a, hyphened):
        measure = parse_bare_unit(text, found.end() - 1) if found else None
        if found and measure and measure.unit not in {"time", "pound-mass"}:
            part = 0.25 if "quarter" in found[0].lower() else 0.5
            return replace(measure, start=start, number_start=start).multiply(part)
    half = _HALF.match(text, start) or _HALF_ALONE.match(text, start)
    by = half is not None and _BY.search(text[max(0, start - 20) : start])
    if half is None or (half.re is _HALF_ALONE and not (by and _ENDED.match(text, half.end()))):
        return None
    return Quantity(*half.span(), start, 0.5, unit="fraction", kind="fraction")


_ORDER = re.compile(
    r"(?:(?:several|some|many|a few|a couple of|few) )?"
    rf"(?:(?P<tens>tens|dozens|scores|hundreds|thousands) of )?(?P<size>{build_alternation(ORDER_WORDS)})(?![a-z])"
    rf"|{build_alternation(VAGUE_QUANTIFIERS)} (?P<single>dozen|{build_alternation(SCALES)}|hundred)(?: (?P<again>{build_alternation(SCALES)}))?(?![a-z])",
    re.IGNORECASE,
)


def _parse_order(text: str, start: int) -> Quantity | None:
    """Read "dozens", "tens of thousands", "several hundred": at least two of the size, no more said."""
    match = _ORDER.match(text, start)
    if match is None:
        return None
    number = start
    if match["single"]:
        size = 2.0 * {**SCALES, **HUNDRED_AND_DOZEN}[match["single"].lower()]
        size *= SCALES[match["again"].lower()] if match["again"] else 1
    else:
        word = match["size"].lower()
        size = 2.0 * ORDER_SIZES[word]
        if match["tens"]:
            size *= {**ORDER_SIZES, "tens": 10}[match["tens"].lower()]
        if word == "scores" and not text.startswith(" of ", match.end()):
            return None
        if match[0].lower().startswith("some "):
            number = start + len("some ")
    quantity = Quantity(start, match.end(), number, None, size, kind="order")
    hedge = "about" if number > start else None
    money = parse_currency_after(text, match.end(), of=True)
    if money:
        quantity = convert_to_currency(replace(quantity, end=money.end), money)
    unit = None if money else _parse_unit_of_order(text, match.end())
    if unit:
        quantity = replace(quantity, end=unit[1], unit=unit[0], kind="measure")
    return replace(quantity, hedge=hedge)


def _parse_unit_of_order(text: str, position: int) -> tuple[str, int] | None:
    """Return the unit after "hundreds of", where it measures ("thousands of tonnes of grain")."""
    of = " of" if text.startswith(" of ", position) else ""
    unit = parse_unit(text, position + len(of))
    return unit if unit and unit[0] != "time" else None


_FOLD = re.compile(rf"{build_alternation(FOLD_WORDS)}(?![\w-])", re.IGNORECASE)
_IDLE_FOLD = re.compile(r"\b(?:is|are|was|were|be|been) $")


def _parse_multiple(text: str, start: int) -> Quantity | None:
    """Read "rose threefold", "a tenfold increase"; "the aim is twofold" names two parts."""
    found = _FOLD.match(text, start)
    if found is None or _IDLE_FOLD.search(text[max(0, start - 6) : start]):
        return None
    return Quantity(*found.span(), start, FOLD_WORDS[found[0].lower()], unit="time", kind="measure")


_COLDEST = re.compile(r"[Aa]bsolute zero\b")


def _parse_absolute_zero(text: str, start: int) -> Quantity | None:
    """Read "absolute zero", which is no kelvin at all."""
    found = _COLDEST.match(text, start)
    return found and Quantity(*found.span(), start, 0.0, unit="kelvin", kind="measure")


DIGIT_PATTERNS = (
    _parse_ratio,
    parse_range,
    parse_tolerance,
    _parse_number,
    parse_accounting_negative,
)
WORD_PATTERNS = (
    _parse_ratio,
    _parse_half,
    _parse_order,
    parse_range,
    parse_tolerance,
    _parse_number,
    _parse_multiple,
    parse_indefinite_unit,
    parse_accounting_negative,
    _parse_absolute_zero,
)
"""Each reads one way of writing that begins with a digit or a sign, or with a word; the longest reading is taken."""
