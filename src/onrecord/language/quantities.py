"""Quantities in text: numbers with hedge, money sign and unit, read by pattern.

In: a block's text. Out: quantities, leftmost and longest first, not overlapping. Leaves alone what is
counted, and whether the number names something ("Article 5") or is part of a date: see extract/figures.

Source: ISO 4217 codes and English currency names from Unicode CLDR (through Babel).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name

from onrecord.language.en.hedges import AFTER, HEDGES
from onrecord.language.en.numbers import (
    DENOMINATORS,
    ORDER_SIZES,
    ORDERS,
    SCALES,
    SHORT_SCALES,
)
from onrecord.language.en.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MINOR_WORDS,
    PERCENT,
    POINTS,
    SPACED_ONLY,
    STRENGTHS,
    UNITS,
)
from onrecord.language.numerals import DIGITS, STARTS, WORDS, either, read_number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity read: the words from hedge to unit, and its value.

    `number` is where the number itself starts; `plain` is one written as a bare number without sign,
    hedge, scale or unit, which may yet name something.
    """

    start: int
    end: int
    number: int
    value: float | None
    low: float | None = None
    high: float | None = None
    hedge: str | None = None
    unit: str | None = None
    kind: str = "count"


_SIGN = either(CURRENCY_SIGNS)
_LONG_SCALE = either(SCALES)
_SHORT_SCALE = either(SHORT_SCALES)
_SCALE = rf"(?:[- ]?(?P<{{0}}>{_LONG_SCALE})s?(?![a-z])| ?(?P<{{0}}_short>(?-i:{_SHORT_SCALE}|M|B|K|T|BN|MN)(?![\w²³^/])))?"
_UNIT_NAMES = {
    form: name for name, forms in UNITS.items() for form in (name, *forms) if form != "°"
}
_BEFORE_UNIT = r"(?:[ -]|\s)?"
_UNIT = "|".join(
    re.escape(form) + (r"(?![\w²³^])" if form[-1].isalnum() else "")
    for form in sorted(_UNIT_NAMES, key=len, reverse=True)
)
_PERCENT = rf"{either(POINTS)}(?![a-z])|%|{either(p for p in PERCENT if p != '%')}(?![a-z])"
_NUMBER = rf"[-−]?(?:{DIGITS}(?:e-?\d+)?|{WORDS}(?![a-z]))"
_RANGE = r"(?P<join> ?[-–—] ?|(?:[- ])to(?:[- ])| or | and )"


def _amount(name: str) -> str:
    return rf"(?P<{name}_sign>{_SIGN} ?)?(?P<{name}>{_NUMBER}){_SCALE.format(name + '_scale')}"


_QUANTITY = re.compile(
    rf"(?:(?P<between>between|from) )?{_amount('a')}(?:(?P<a_unit> ?(?:{_PERCENT}|{_UNIT}))?"
    rf"{_RANGE}{_amount('b')})?"
    rf"(?:[- ]?(?P<percent>{_PERCENT})|[- ]?(?P<unit>{_UNIT})|(?P<pence>p)(?![\w.]\w))?",
    re.IGNORECASE,
)
_DENOMINATOR = either([*DENOMINATORS, *(f"{word}s" for word in DENOMINATORS)])
_FRACTION = re.compile(
    rf"(?:(?P<top>{_NUMBER})[- ](?P<bottom>{_DENOMINATOR})(?![a-z-])"
    rf"|(?P<half>half)(?= (?:of|the|its|their|his|her|our|all|those|these|that|this|a (?:million|billion|dozen|thousand)|as many|as much|were|was|are|is|have|had)\b)"
    rf"|(?P<one>{_NUMBER}) (?:in|out of)(?: every)? (?P<many>{_NUMBER})(?![\w%]|[.,]\d))",
    re.IGNORECASE,
)
_HALF_SCALE = re.compile(
    rf"half (?:an? )(?P<scale>{_LONG_SCALE}|dozen|hundred)(?![a-z])", re.IGNORECASE
)
_ORDER = re.compile(
    rf"(?:(?P<many>several|some|many|a few|a couple of|few|the) )?"
    rf"(?:(?P<tens>tens|dozens|scores|hundreds|thousands) of )?(?P<size>{either(ORDERS)})"
    rf"|(?P<vague>several|a few|a couple of|many) (?P<single>dozen|hundred|thousand|million|billion|trillion)(?![a-z])",
    re.IGNORECASE,
)
_HEDGE_BEFORE = re.compile(
    rf"(?<![\w-])(?P<hedge>{either(HEDGES)})(?: (?:a|an|the|another))? $", re.IGNORECASE
)
_HEDGE_AFTER = re.compile(rf" (?P<hedge>{either(AFTER)})(?![\w-])", re.IGNORECASE)
_START = re.compile(r"(?<![\w.,/$£€¥-])(?:[^\W\d_]+\$?|[-−]?(?=[\d.½¼¾⅓⅔⅕⅛£$€¥₹₽₺₪₩₦₴]))")
_WORD_STARTS = STARTS | {
    "half", "between", "from", "several", "tens", "a", "some", "many", "few", "the", "us", "usd", "rs", "au", "ca", "nz",
    "hk", "cn", "c", "s", "r", *ORDERS, *(sign.lower().rstrip("$¥.") for sign in CURRENCY_SIGNS if sign[0].isalpha()),
    *(sign.lower() for sign in CURRENCY_SIGNS if sign[0].isalpha()),
}  # fmt: skip


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of `text`, in order, not overlapping; `start` and `end` index `text`."""
    position = 0
    for found in _START.finditer(text):
        start = found.start()
        word = found[0].lower()
        if start < position or (word and word not in _WORD_STARTS and word not in "-−"):
            continue
        quantity = _at(text, start)
        if quantity is not None:
            quantity = _hedged(text, quantity, position)
            yield quantity
            position = quantity.end


def _at(text: str, start: int) -> Quantity | None:
    readers = (
        (_FRACTION, _fraction), (_HALF_SCALE, _half_scale), (_ORDER, _order), (_QUANTITY, _quantity), (_CODED, _coded),
    )  # fmt: skip
    found = [
        quantity
        for pattern, read in readers
        if (match := pattern.match(text, start)) and (quantity := read(match)) is not None
    ]
    return max(found, key=lambda quantity: quantity.end, default=None)


def _fraction(match: re.Match[str]) -> Quantity | None:
    text = match.string
    after = text[match.end() : match.end() + 4]
    if match["half"]:
        if re.match(r" a (?:million|billion|dozen|thousand)", text[match.end() : match.end() + 12]):
            return None
        return Quantity(*match.span(), match.start(), 0.5, unit="fraction", kind="fraction")
    if match["one"]:
        top, bottom = read_number(match["one"]), read_number(match["many"])
        if (
            not top
            or not bottom
            or top >= bottom
            or bottom > 1000
            or match["many"].lower() in {"a", "an"}
            or match["one"].lower() in {"a", "an"}
        ):
            return None
    else:
        top, small = read_number(match["top"]), match["bottom"].lower()
        bottom = DENOMINATORS.get(small) or DENOMINATORS[small.removesuffix("s")]
        plural = small.endswith("s")
        if not top or top > 99 or plural != (top > 1) or (small.startswith("second")):
            return None
        if (
            not plural
            and match["top"].lower() in {"a", "an", "one"}
            and not re.match(
                r" of|[.,;)]| (?:more|less|were|was|are|have|had)",
                after + text[match.end() + 4 : match.end() + 8],
            )
        ):
            if small != "half" and "-" not in match[0]:
                return None
    return Quantity(*match.span(), match.start(), top / bottom, unit="fraction", kind="fraction")


def _half_scale(match: re.Match[str]) -> Quantity:
    sizes = {**SCALES, "dozen": 12, "hundred": 100}
    return Quantity(*match.span(), match.start(), sizes[match["scale"].lower()] / 2)


def _order(match: re.Match[str]) -> Quantity | None:
    if match["single"]:
        low = 2.0 * ORDERS.get(match["single"].lower() + "s", 0) / 2
        return Quantity(*match.span(), match.start(), None, low, kind="order")
    size = match["size"].lower()
    low = float(ORDERS[size])
    if match["tens"]:
        low = float({**ORDER_SIZES, "tens": 10}[match["tens"].lower()]) * 2 * ORDER_SIZES[size]
    if match["many"] and match["many"].lower() == "the":
        return None
    if size == "scores" and not match.string.startswith(" of", match.end()):
        return None
    return Quantity(*match.span(), match.start(), None, low, kind="order")


def _quantity(match: re.Match[str]) -> Quantity | None:
    if match["a"].lower() in {"a", "an"}:
        return None
    unit, kind, factor = _unit_of(match)
    first = _value(match, "a")
    if match["b"] is None:
        if first is None or match["between"]:
            return _without_between(match) if match["between"] else None
        end = match.end()
        return Quantity(match.start(), end, match.start("a"), first * factor, unit=unit, kind=kind)
    return _range(match, unit, kind, factor)


_AMOUNT = _QUANTITY


def _without_between(match: re.Match[str]) -> Quantity | None:
    inner = _QUANTITY.match(match.string, match.end("between") + 1)
    return _quantity(inner) if inner else None


_ALONE = re.compile(
    rf"{_amount('a')}(?:[- ]?(?P<percent>{_PERCENT})|[- ]?(?P<unit>{_UNIT})|(?P<pence>p)(?![\w.]\w))?",
    re.IGNORECASE,
)


def _alone(match: re.Match[str]) -> Quantity | None:
    """Return the first number of what looked like a range."""
    inner = _ALONE.match(
        match.string, match.start("a_sign") if match["a_sign"] else match.start("a")
    )
    if inner is None or inner["a"].lower() in {"a", "an"}:
        return None
    value = _value(inner, "a")
    unit, kind, factor = _unit_of(inner)
    if value is None:
        return None
    return Quantity(
        inner.start(), inner.end(), inner.start("a"), value * factor, unit=unit, kind=kind
    )


def _range(match: re.Match[str], unit: str | None, kind: str, factor: float) -> Quantity | None:
    """Return a range, or its first number where the two are not one range."""
    join, between = match["join"].strip().lower(), (match["between"] or "").lower()
    if (
        (join == "and" and between != "between")
        or between == "from"
        or match["b"].lower() in {"a", "an"}
    ):
        return _alone(match)
    low, high = _value(match, "a", shared="b"), _value(match, "b")
    if low is None or high is None or low >= high:
        return _alone(match) if join not in {"-", "–", "—"} else None
    own = (match["a_unit"] or "").strip().lower()
    if (
        own
        and own != (match["percent"] or match["unit"] or "").lower()
        and _UNIT_NAMES.get(own) != unit
    ):
        return _alone(match)
    if join == "or" and not (high - low <= max(1, low) and not match["a_scale"]):
        return _alone(match)
    start = match.start()
    return Quantity(
        start,
        match.end(),
        match.start("a"),
        None,
        low * factor,
        high * factor,
        unit=unit,
        kind="range" if kind == "count" else kind,
    )


def _value(match: re.Match[str], name: str, *, shared: str | None = None) -> float | None:
    written = match[name].replace("−", "-")
    negative = written.startswith("-")
    number = _number(written.lstrip("-"))
    if number is None:
        return None
    scale = _scale(match, name)
    if scale is None and shared:
        scale = _scale(match, shared)
        upper = _value(match, shared) or 0
        if scale and number * scale > upper:
            scale = None
    value = number * (scale or 1)
    return -value if negative else value


def _number(written: str) -> float | None:
    if re.fullmatch(r"[\d.]+e-?\d+", written, re.IGNORECASE):
        return float(written)
    return read_number(written)


def _scale(match: re.Match[str], name: str) -> float | None:
    long, short = match[f"{name}_scale"], match[f"{name}_scale_short"]
    if long:
        return float(SCALES[long.lower()])
    if short:
        return float(SHORT_SCALES.get(short.lower(), 10**12))
    return None


def _unit_of(match: re.Match[str]) -> tuple[str | None, str, float]:
    """Return (unit, kind, factor) of a matched quantity."""
    sign = match["a_sign"] or match.groupdict().get("b_sign")
    if sign:
        return _sign_code(sign), "money", 1.0
    if match["percent"]:
        return ("percentage point" if "point" in match["percent"].lower() else "%"), "percent", 1.0
    if match["pence"]:
        return "GBP", "money", 0.01
    if match["unit"]:
        return _UNIT_NAMES[match["unit"].lower()], "measure", 1.0
    return None, "count", 1.0


def _sign_code(sign: str) -> str:
    folded = {key.lower(): code for key, code in CURRENCY_SIGNS.items()}
    return folded[sign.strip().lower()]


_CODED = re.compile(r"(?P<code>[A-Z]{3}) ?(?P<amount>(?:\d|\.\d).{0,40})")


def _coded(match: re.Match[str]) -> Quantity | None:
    """ "USD 300 million": an ISO 4217 code before the amount."""
    if match["code"] not in currency_codes():
        return None
    inner = _ALONE.match(match.string, match.start("amount"))
    value = _value(inner, "a") if inner else None
    if inner is None or value is None:
        return None
    return Quantity(
        match.start(), inner.end(), inner.start("a"), value, unit=match["code"], kind="money"
    )


def _hedged(text: str, quantity: Quantity, floor: int) -> Quantity:
    """Return `quantity` with currency word and hedge of the words around it."""
    quantity = _with_currency(text, quantity)
    before = _HEDGE_BEFORE.search(text, max(floor, quantity.start - 40), quantity.start)
    if before and quantity.hedge is None:
        words = before["hedge"].lower()
        start = before.start()
        outer = _HEDGE_BEFORE.search(text, max(floor, start - 40), start)
        return replace(
            quantity,
            start=outer.start()
            if outer and HEDGES[outer["hedge"].lower()] in {HEDGES[words], "about"}
            else start,
            hedge=HEDGES[words],
        )
    after = _HEDGE_AFTER.match(text, quantity.end)
    if after:
        return replace(quantity, end=after.end(), hedge=AFTER[after["hedge"].lower()])
    return quantity


_WORD_AFTER = re.compile(r" (?:of )?((?:[A-Za-z][\w.’'-]* ){0,2}[A-Za-z]+)")


def _with_currency(text: str, quantity: Quantity) -> Quantity:
    if quantity.unit is not None or not text.startswith(" ", quantity.end):
        return quantity
    words = re.findall(r"[A-Za-z.]+", text[quantity.end : quantity.end + 50])[:3]
    for count in (3, 2, 1):
        phrase = " ".join(words[:count]).lower().rstrip(".")
        end = text.lower().find(phrase, quantity.end) + len(phrase)
        if len(words) < count or end - quantity.end > len(phrase) + 1:
            continue
        code, factor = currency_word(phrase)
        if code and not (phrase.startswith("pound") and text.startswith(" of ", end)):
            return _times(replace(quantity, end=end, unit=code, kind="money"), factor)
    return quantity


def _times(quantity: Quantity, factor: float) -> Quantity:
    def scaled(number: float | None) -> float | None:
        return None if number is None else number * factor

    return replace(
        quantity,
        value=scaled(quantity.value),
        low=scaled(quantity.low),
        high=scaled(quantity.high),
    )


def currency_word(phrase: str) -> tuple[str | None, float]:
    """Return the ISO 4217 code `phrase` names, singular or plural, and its part of that unit.

    Examples:
        >>> currency_word("iraqi dinars"), currency_word("pence"), currency_word("troops")
        (('IQD', 1.0), ('GBP', 0.01), (None, 1.0))

    """
    if phrase in MINOR_WORDS:
        return MINOR_WORDS[phrase]
    singular = phrase.removesuffix("s")
    code = CURRENCY_WORDS.get(phrase) or CURRENCY_WORDS.get(singular) or _named().get(phrase)
    return code, 1.0


@cache
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes in CLDR's English."""
    return frozenset(Locale("en").currencies)


@cache
def _named() -> dict[str, str]:
    names: dict[str, str] = {}
    for code in sorted(currency_codes()):
        if "(" in Locale("en").currencies[code]:
            continue
        for count in (1, 2):
            name = get_currency_name(code, count, "en").lower()
            if " " in name:
                names.setdefault(name, code)
    return names


__all__ = ["SPACED_ONLY", "STRENGTHS", "Quantity", "currency_codes", "currency_word", "quantities"]
