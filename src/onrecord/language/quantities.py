"""Quantities in text: numbers with hedge, money sign and unit, read by pattern.

In: a block's text. Out: quantities, leftmost and longest first, not overlapping. Leaves alone what is
counted, and whether the number names something ("Article 5") or is part of a date: the extractor asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.language.en.hedges import AFTER, HEDGES
from onrecord.language.en.numbers import (
    DENOMINATORS,
    HUNDRED,
    ONES,
    ORDER_SIZES,
    ORDERS,
    SCALES,
    SHORT_SCALES,
    SIGNS,
    TENS,
    VAGUE,
)
from onrecord.language.en.units import (
    CURRENCY_SIGNS,
    EXTENTS,
    HALVED,
    PERCENT,
    POINTS,
    UNITS,
)
from onrecord.language.money import currency_codes, currency_word, sign_code
from onrecord.language.numerals import DIGITS, STARTS, WORDS, either, read_number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity read: `start, end` index the text from its hedge to its unit.

    Attributes:
        number: where the number itself starts.
        value, low, high, hedge, unit: as in `records.Figure`.
        kind: `count`, `range`, `order`, `fraction`, `percent`, `money` or `measure`.

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


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of `text` in order, not overlapping."""
    position = 0
    for found in _START.finditer(text):
        word = found[0].lower()
        if found.start() < position or (word.strip("-−$.") and word not in _START_WORDS):
            continue
        quantity = _longest(text, found.start())
        if quantity is not None:
            quantity = _hedged(text, _with_currency(text, quantity), position)
            yield quantity
            position = quantity.end


_SCALE_WORD = either(SCALES)
_UNIT_NAMES = {form: name for name, forms in UNITS.items() for form in (name, *forms)}
_LETTERS = {"c": "degree Celsius", "f": "degree Fahrenheit"}
_UNIT = "|".join(
    re.escape(form) + (r"(?![\w²³^])" if form[-1].isalnum() else "")
    for form in sorted(_UNIT_NAMES, key=len, reverse=True)
)
_DEGREES = r"(?<=\d)(?-i:[CF])(?![\w$])"
_PERCENT = rf"{either(POINTS)}(?![a-z])|%|{either(set(PERCENT) - {'%'})}(?![a-z])"
_POWER = r"(?:e-?\d+| ?[×x] ?10\^?[-−]?\d+)"
_NUMBER = (
    rf"[-−]?(?:{DIGITS}(?:{_POWER}| \d/\d(?!\d))?|{WORDS}(?![a-z]))(?: and an? (?:half|quarter))?"
)
_RANGE = r"(?P<join> ?[-–—] ?|-? to |-to-| or | and )"
_MEASURED = rf"(?:[- ]?(?P<percent>{_PERCENT})|[- ]?(?P<unit>{_UNIT}|{_DEGREES})|(?P<pence>p)(?![\w.]\w|-)(?!\w))?"


def _amount(name: str) -> str:
    """Return the pattern of a number with sign before and scale after, its groups called `name…`."""
    return (
        rf"(?P<{name}_sign>{either(CURRENCY_SIGNS)} ?)?(?P<{name}>{_NUMBER})"
        rf"(?:[- ]?(?P<{name}_scale>{_SCALE_WORD})s?(?![a-z])"
        rf"| ?(?P<{name}_short>(?-i:{either(SHORT_SCALES)}|M|B|K|T|BN|MN|TN)"
        rf"(?![\w²³^/]| (?:{either(EXTENTS)})\b)))?"
    )


_ONE = re.compile(_amount("a") + _MEASURED, re.IGNORECASE)
_TWO = re.compile(
    rf"(?:(?P<between>between|from) )?{_amount('a')}(?P<own> ?(?:{_PERCENT}|{_UNIT}))?"
    rf"{_RANGE}{_amount('b')}{_MEASURED}",
    re.IGNORECASE,
)
_DENOMINATOR = either([*DENOMINATORS, *(f"{word}s" for word in DENOMINATORS)])
_FRACTION = re.compile(
    rf"(?P<top>{_NUMBER}|an?)[- ](?P<bottom>{_DENOMINATOR})(?![a-z-])"
    r"|(?P<slash>\d{1,2})/(?P<under>\d{1,3})(?![\d/])(?= of\b| (?:mile|inch|pint|cup))",
    re.IGNORECASE,
)
_HALF = re.compile(rf"half(?= {either(HALVED)}\b)(?! an? )", re.IGNORECASE)
_ONE_IN = re.compile(
    rf"(?P<one>{_NUMBER}) (?:in|out of)(?: every)? (?P<many>{_NUMBER})(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_HALF_SCALE = re.compile(
    rf"half (?:an? )(?P<scale>{_SCALE_WORD}|dozen|hundred)(?![a-z])", re.IGNORECASE
)
_ORDER = re.compile(
    r"(?:(?:several|some|many|a few|a couple of|few) )?"
    rf"(?:(?P<tens>tens|dozens|scores|hundreds|thousands) of )?(?P<size>{either(ORDERS)})(?![a-z])"
    rf"|{either(VAGUE)} (?P<single>dozen|hundred|{_SCALE_WORD})(?![a-z])",
    re.IGNORECASE,
)
_CODED = re.compile(r"(?P<code>[A-Z]{3}) ?(?=\d|\.\d)")
_START = re.compile(r"(?<![\w.,/$£€¥])(?<![\w]-)(?:[^\W\d_]+\$?|[-−]?(?=[\d.½¼¾⅓⅔⅕⅛£$€¥₹₽₺₪₩₦₴]))")
_START_WORDS = (
    STARTS
    | set(SIGNS)
    | set(ORDERS)
    | {word.split()[0] for word in VAGUE}
    | {"half", "between", "from", "tens", "some", "several", "many", "few"}
    | {sign.lower().rstrip(".") for sign in CURRENCY_SIGNS if sign[0].isalpha()}
    | {code.lower() for code in currency_codes()}
)


def _longest(text: str, start: int) -> Quantity | None:
    found = [
        quantity
        for pattern, read in _READERS
        if (match := pattern.match(text, start)) and (quantity := read(match)) is not None
    ]
    return max(found, key=lambda quantity: quantity.end, default=None)


def _one(match: re.Match[str]) -> Quantity | None:
    value = _value(match, "a")
    if value is None or match["a"].lower() in {"a", "an"}:
        return None
    unit, kind, factor = _unit_of(match)
    return Quantity(
        *match.span(), match.start("a"), round(value * factor, 10), unit=unit, kind=kind
    )


def _two(match: re.Match[str]) -> Quantity | None:
    """Read a range, or None where the two numbers are not one range."""
    join, between = match["join"].strip().lower(), (match["between"] or "").lower()
    change = between == "from" or match.string.endswith("from ", 0, match.start())
    if change or (join == "and") != (between == "between" and join == "and"):
        return None
    if match["b"].lower() in {"a", "an"} or match["a"].lower() in {"a", "an"}:
        return None
    unit, kind, factor = _unit_of(match)
    own = (match["own"] or "").strip().lower()
    if own and own != (match["percent"] or "").lower() and _UNIT_NAMES.get(own, own) != unit:
        return None
    if _is_one_number(match):
        return None
    low, high = _value(match, "a", shared="b"), _value(match, "b")
    if low is not None and not match["a_scale"] and not match["a_short"]:
        low *= _shared_scale(match["a"], match["b"])
    if low is None or high is None or low >= high:
        return None
    if join == "or" and (high - low > max(1, low) or match["a_scale"]):
        return None
    kind = "range" if kind == "count" else kind
    low, high = round(low * factor, 10), round(high * factor, 10)
    return Quantity(*match.span(), match.start("a"), None, low, high, unit=unit, kind=kind)


def _is_one_number(match: re.Match[str]) -> bool:
    """Return whether "twenty-one thousand" was cut at its hyphen."""
    first, second = match["a"].lower(), match["b"].lower().split()[0]
    return match["join"].strip() == "-" and first in TENS and second in ONES


def _shared_scale(first: str, second: str) -> float:
    """Return the scale that "ten to fifteen thousand" says once for both."""
    words, last = first.lower().split(), second.lower().split()[-1]
    if last not in SCALES or words[-1] in SCALES or not words[-1].isalpha():
        return 1
    return float(SCALES[last])


def _fraction(match: re.Match[str]) -> Quantity | None:
    if match["slash"]:
        top, bottom = float(match["slash"]), int(match["under"])
        if not 0 < top < bottom:
            return None
        return _part(match, top / bottom)
    top_number, small = read_number(match["top"]), match["bottom"].lower()
    parts = DENOMINATORS.get(small) or DENOMINATORS[small.removesuffix("s")]
    plural = small.endswith("s")
    if not top_number or top_number > 99 or plural != (top_number > 1):
        return None
    # "a third man", "one quarter final": only a part of something is a fraction.
    doubtful = not plural and small != "half" and "-" not in match[0]
    if doubtful and not _PART_OF.match(match.string, match.end()):
        return None
    if small == "half" and match["top"].lower() in {"a", "an"}:
        return None
    return _part(match, top_number / parts)


_PART_OF = re.compile(r" of\b|[.,;)]|$| (?:more|less|were|was|are|is|have|had)\b", re.IGNORECASE)


def _half(match: re.Match[str]) -> Quantity:
    return _part(match, 0.5)


def _one_in(match: re.Match[str]) -> Quantity | None:
    articles = {"a", "an"}
    top, bottom = read_number(match["one"]), read_number(match["many"])
    if match["one"].lower() in articles or match["many"].lower() in articles:
        return None
    if not top or not bottom or top >= bottom or bottom > 1000:
        return None
    return _part(match, top / bottom)


def _part(match: re.Match[str], value: float) -> Quantity:
    return Quantity(*match.span(), match.start(), value, unit="fraction", kind="fraction")


def _half_scale(match: re.Match[str]) -> Quantity:
    size = {**SCALES, **HUNDRED}[match["scale"].lower()]
    return Quantity(*match.span(), match.start(), size / 2)


def _order(match: re.Match[str]) -> Quantity | None:
    """Read "dozens", "tens of thousands", "several hundred": at least two of the size, no more said."""
    if match["single"]:
        size = 2.0 * {**SCALES, **HUNDRED}[match["single"].lower()]
    else:
        word = match["size"].lower()
        size = 2.0 * ORDER_SIZES[word]
        if match["tens"]:
            size *= {**ORDER_SIZES, "tens": 10}[match["tens"].lower()]
        if word == "scores" and not match.string.startswith(" of ", match.end()):
            return None
    return Quantity(*match.span(), match.start(), None, size, kind="order")


def _coded(match: re.Match[str]) -> Quantity | None:
    """Read "USD 300 million": an ISO 4217 code before the amount."""
    inner = _ONE.match(match.string, match.end())
    quantity = _one(inner) if inner and match["code"] in currency_codes() else None
    if quantity is None or quantity.unit:
        return None
    return replace(quantity, start=match.start(), unit=match["code"], kind="money")


_READERS = (
    (_ONE_IN, _one_in),
    (_FRACTION, _fraction),
    (_HALF, _half),
    (_HALF_SCALE, _half_scale),
    (_ORDER, _order),
    (_TWO, _two),
    (_ONE, _one),
    (_CODED, _coded),
)


def _value(match: re.Match[str], name: str, *, shared: str | None = None) -> float | None:
    """Return the number of group `name`, scaled; `shared` lends its scale ("two to three million")."""
    written = match[name].replace("−", "-")
    number = read_number(written.lstrip("-"))
    if number is None:
        return None
    scale = _scale(match, name)
    if scale is None and shared:
        lent, upper = _scale(match, shared), _value(match, shared)
        scale = lent if lent and upper and number * lent < upper else None
    value = number * (scale or 1)
    return -value if written.startswith("-") else value


def _scale(match: re.Match[str], name: str) -> float | None:
    long, short = match[f"{name}_scale"], match[f"{name}_short"]
    if long:
        return float(SCALES[long.lower()])
    return float(SHORT_SCALES.get(short.lower(), 10**12)) if short else None


def _unit_of(match: re.Match[str]) -> tuple[str | None, str, float]:
    """Return (unit, kind, factor) of a matched quantity."""
    sign = match["a_sign"] or match.groupdict().get("b_sign")
    if sign:
        return sign_code(sign), "money", 1.0
    if match["percent"]:
        return ("percentage point" if "point" in match["percent"].lower() else "%"), "percent", 1.0
    if match["pence"]:
        return "GBP", "money", 0.01
    if match["unit"]:
        unit = match["unit"].lower()
        return _LETTERS.get(unit) or _UNIT_NAMES[unit], "measure", 1.0
    return None, "count", 1.0


_HEDGE_BEFORE = re.compile(
    rf"(?<![\w-])(?P<hedge>{either(HEDGES)}) (?:an? |the |another )?$", re.IGNORECASE
)
_HEDGE_AFTER = re.compile(rf" (?P<hedge>{either(AFTER)})(?![\w-])", re.IGNORECASE)


def _hedged(text: str, quantity: Quantity, floor: int) -> Quantity:
    """Return `quantity` with the hedge before it ("at least about 500"), or else after it."""
    hedge, start = None, quantity.start
    for _ in range(2):
        before = _HEDGE_BEFORE.search(text[max(floor, start - 40) : start])
        if before is None:
            break
        hedge, start = HEDGES[before["hedge"].lower()], start - len(before[0])
    if hedge:
        return replace(quantity, start=start, hedge=hedge)
    after = _HEDGE_AFTER.match(text, quantity.end)
    if after:
        return replace(quantity, end=after.end(), hedge=AFTER[after["hedge"].lower()])
    return quantity


_WORDS = re.compile(r"(?P<of> of)?(?P<words>(?: [A-Za-z.]+){1,3})")


def _with_currency(text: str, quantity: Quantity) -> Quantity:
    """Return `quantity` with the currency named after it ("five million Iraqi dinars")."""
    following = _WORDS.match(text, quantity.end) if quantity.unit is None else None
    if following is None or (following["of"] and quantity.kind != "order"):
        return quantity
    words = following["words"].split()
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        code, factor = currency_word(phrase.lower().rstrip("."))
        end = following.start("words") + 1 + len(phrase.rstrip("."))
        if code and not (phrase.lower().startswith("pound") and text.startswith(" of ", end)):
            return _in_currency(quantity, end, code, factor)
    return quantity


def _in_currency(quantity: Quantity, end: int, code: str, factor: float) -> Quantity:
    def scaled(number: float | None) -> float | None:
        return None if number is None else round(number * factor, 10)

    return replace(
        quantity,
        end=end,
        value=scaled(quantity.value),
        low=scaled(quantity.low),
        high=scaled(quantity.high),
        unit=code,
        kind="money",
    )
