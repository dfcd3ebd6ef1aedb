"""How one quantity is written: a number, a part, a range, a ratio, an order.

In: a text and where a quantity may start. Out: what each way of writing reads there, or None. Leaves
alone which reading is taken, and hedges.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.language.amounts import Amount, amount_at
from onrecord.language.en.numbers import HUNDRED, ONES, ORDER_SIZES, ORDERS, SCALES, TENS, VAGUE
from onrecord.language.en.units import HALVED
from onrecord.language.measured import (
    Side,
    in_money,
    measure_at,
    side_at,
    with_smaller,
    with_unit,
)
from onrecord.language.measures import unit_at
from onrecord.language.money import money_after
from onrecord.language.numerals import either
from onrecord.language.quantity import Quantity


def _one(text: str, start: int) -> Quantity | None:
    side = side_at(text, start)
    if side is None:
        return None
    amount = side.amount
    if amount.part and side.money is None:
        return _part(text, start, amount)
    quantity = Quantity(start, amount.end, side.start, amount.value, scale=amount.scale)
    return with_smaller(text, with_unit(text, quantity, side))


def _part(text: str, start: int, amount: Amount) -> Quantity | None:
    """Read a part of a whole, or of a unit ("a quarter of a mile", "1/4 inch", "half-point")."""
    of_unit = _OF_A.match(text, amount.end)
    measure = measure_at(text, of_unit.end() - 1) if of_unit else None
    if measure is None and not text.startswith(" of", amount.end):
        measure = measure_at(text, amount.end)
    if measure is not None and measure.unit != "time":
        return replace(measure, start=start, number=start).times(amount.value)
    if amount.digits:
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
    return bool(_PART_OF.match(text, amount.end))


_JOIN = re.compile(r"-? to |-to-| ?[-–—~] ?| or | and | through ")


def _two(text: str, start: int) -> Quantity | None:
    """Read a range, or None where the two numbers are not one range."""
    opened = _OPENED.match(text, start)
    begin = opened.end() if opened else start
    first = side_at(text, begin)
    if first is None or first.amount.part:
        return None
    own = with_unit(text, Quantity(begin, first.amount.end, first.start, first.amount.value), first)
    short = bool(first.amount.short) and own.unit != "metre"
    join = _JOIN.match(
        text, own.end if own.kind != "money" or first.money is None else first.amount.end
    )
    second = side_at(text, join.end()) if join else None
    if join is None or second is None or second.amount.part or (second.money and not first.money):
        return None
    if not _is_range(text, start, (first, second), join, opened):
        return None
    high = with_unit(
        text, Quantity(start, second.amount.end, first.start, second.amount.value), second
    )
    if second.money is None and first.money and high.kind == "count":
        high = in_money(high, first.money)
    if own.kind not in {"count", high.kind} or (own.unit and own.unit != high.unit):
        return None
    low = _low(own, high, (first, second), short=short)
    top = high.value
    if low is not None and top is not None and low > top and top < 0:
        low, top = top, low
    if low is None or top is None or low >= top:
        return None
    if join[0] == " or " and (top - low > max(1, low / 2) or first.amount.scale > 1 or own.unit):
        return None
    kind = "range" if high.kind == "count" else high.kind
    return replace(high, value=None, low=low, high=top, kind=kind)


_TOLERANCE = re.compile(r" ?(?:±|\+/[-−]|\+-) ?| plus or minus ", re.IGNORECASE)


def _tolerance(text: str, start: int) -> Quantity | None:
    """Read "15 ± 3 km", "12.3 kg +/- 0.5 kg": about the first number."""
    first = side_at(text, start)
    if first is None or first.amount.part:
        return None
    value = first.amount.value
    own = with_unit(text, Quantity(start, first.amount.end, first.start, value), first)
    sign = _TOLERANCE.match(text, own.end)
    second = side_at(text, sign.end()) if sign else None
    if sign is None or second is None:
        return None
    number = second.amount
    off = with_unit(text, Quantity(second.start, number.end, second.start, number.value), second)
    if own.kind != "count" and (own.unit, own.kind) != (off.unit, off.kind):
        return None
    size = (off.value or 0) / number.value if off.unit and own.unit is None and number.value else 1
    return replace(off, start=start, number=own.number, hedge="about", value=own.value).times(size)


_OPENED = re.compile(r"(?P<word>between|from) ", re.IGNORECASE)


_RANGING = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|somewhere|stretch\w*|spann?\w*)[\w ]* (?:from )?$",
    re.IGNORECASE,
)


def _is_range(
    text: str,
    start: int,
    sides: tuple[Side, Side],
    join: re.Match[str],
    opened: re.Match[str] | None,
) -> bool:
    word = opened["word"].lower() if opened else ""
    joined = join[0].strip().lower()
    before = text[max(0, start - 24) : start]
    ranging = _RANGING.search(before)
    change = not ranging and (word == "from" or re.search(r"\b(?:from|by) $", before))
    if (change and joined == "to") or (joined == "and") != (word == "between"):
        return joined == "to" and word == "between"
    first, second = (text[side.start : side.amount.end].lower() for side in sides)
    cut = joined == "-" and first in TENS and second.split()[0].split("-")[0] in ONES
    return not cut and first not in {"a", "an"}


def _low(own: Quantity, high: Quantity, sides: tuple[Side, Side], *, short: bool) -> float | None:
    """Return the lower number, with the scale and part that were said once for both."""
    first, second = sides[0].amount, sides[1].amount
    low = first.value
    if own.kind in {"money", high.kind}:
        low = own.value if own.value is not None else low
    if second.scale > 1 and first.scale == 1 and not short and low * second.scale < second.value:
        low *= second.scale
    if own.unit is None and second.value:
        low *= (high.value or 0) / second.value if high.unit else 1
    return round(low, 12)


_ONE_IN = re.compile(r" (?:in|out of)(?: every)? |-in-")


_ATTEMPTS = re.compile(
    r" (?:[a-z]+ )?(?:games?|match(?:es)?|starts|appearances|innings|outings|tests?|overs|days|minutes|attempts"
    r"|seasons|meetings|races|rounds|weeks|months|years|tries|balls)\b"
)


def _one_in(text: str, start: int) -> Quantity | None:
    """Read "one in three", "nine out of ten"."""
    first = amount_at(text, start)
    join = _ONE_IN.match(text, first.end) if first else None
    second = amount_at(text, join.end()) if join else None
    if first is None or second is None or first.part or second.part or second.short:
        return None
    if re.match(r"[\w%]|[.,]\d|-| (?:%|per ?cent|points?)\b", text[second.end : second.end + 9]):
        return None
    if unit_at(text, second.end) or money_after(text, second.end):
        return None
    inside = "in" in join[0] if join else False
    if inside and (1900 <= second.value <= 2100 or _ATTEMPTS.match(text, second.end)):
        return None
    if not 0 < first.value < second.value <= 100_000 or first.value % 1 or second.value % 1:
        return None
    if text[start : first.end].lower() in {"a", "an"} or (second.value > 2000 and first.value > 1):
        return None
    value = first.value / second.value
    return Quantity(start, second.end, start, value, unit="fraction", kind="fraction")


_HALF = re.compile(
    rf"half(?= {either(HALVED)}\b)(?! an? )|half(?= (?:people|[a-z]+s)\b)", re.IGNORECASE
)
_HALF_A = re.compile(
    r"(?:half|(?:a |one )?quarter(?: of)?) an? |(?:half|(?:a |one )?quarter) of (?:1|one) (?=per|%)",
    re.IGNORECASE,
)
_HALF_UNIT = re.compile(r"(?P<part>half|quarter)-", re.IGNORECASE)


def _half(text: str, start: int) -> Quantity | None:
    """Read "half of all units", "half a mile", "a quarter-point rise"."""
    of_a, hyphened = _HALF_A.match(text, start), _HALF_UNIT.match(text, start)
    for found in (of_a, hyphened):
        measure = measure_at(text, found.end() - 1) if found else None
        if found and measure and measure.unit not in {"time", "pound-mass"}:
            part = 0.25 if "quarter" in found[0].lower() else 0.5
            return replace(measure, start=start, number=start).times(part)
    half = _HALF.match(text, start)
    if half is None:
        return None
    return Quantity(*half.span(), start, 0.5, unit="fraction", kind="fraction")


_ORDER = re.compile(
    r"(?:(?:several|some|many|a few|a couple of|few) )?"
    rf"(?:(?P<tens>tens|dozens|scores|hundreds|thousands) of )?(?P<size>{either(ORDERS)})(?![a-z])"
    rf"|{either(VAGUE)} (?P<single>dozen|{either(SCALES)}|hundred)(?![a-z])",
    re.IGNORECASE,
)


def _order(text: str, start: int) -> Quantity | None:
    """Read "dozens", "tens of thousands", "several hundred": at least two of the size, no more said."""
    match = _ORDER.match(text, start)
    if match is None:
        return None
    number = start
    if match["single"]:
        size = 2.0 * {**SCALES, **HUNDRED}[match["single"].lower()]
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
    money = money_after(text, match.end(), of=True)
    if money:
        quantity = in_money(replace(quantity, end=money.end), money)
    unit = None if money else _of_unit(text, match.end())
    if unit:
        quantity = replace(quantity, end=unit[1], unit=unit[0], kind="measure")
    return replace(quantity, hedge=hedge)


def _of_unit(text: str, position: int) -> tuple[str, int] | None:
    """Return the unit after "hundreds of", where it measures ("thousands of tonnes of grain")."""
    of = " of" if text.startswith(" of ", position) else ""
    unit = unit_at(text, position + len(of))
    return unit if unit and unit[0] != "time" else None


READERS = (_one_in, _half, _order, _two, _tolerance, _one)
"""Each reads one way of writing; the longest reading is taken."""
