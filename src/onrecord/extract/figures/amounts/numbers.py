"""Amounts: numbers as news writes them, read from a place in the text.

In: a text and where a number may start. Out: its value, where it ends, and how it is written: digits and
words, scales ("2.5bn", "three lakh crore"), fractions ("two-thirds", "10 1/2", "half a million"), decimals
said ("five point five"). Out of scope: units, money, ranges, hedges, and what is counted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.fractions import (
    AND_FRACTION,
    SCALE_SIZES,
    compute_fraction,
    parse_fraction,
)
from onrecord.extract.figures.en.number_words import DIGIT_WORDS, MINUS_WORDS
from onrecord.extract.figures.en.units import PERCENT_WORDS, SUPERSCRIPTS
from onrecord.extract.figures.units.unit_names import parse_unit
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.numbers import ORDINALS, SCALES, SHORT_SCALES, VULGAR_FRACTIONS
from onrecord.language.numerals import (
    MAX_DIGITS,
    STARTS,
    WORDS,
    build_alternation,
    read_number,
    round_binary_noise,
)

MOST_JOINS = 4
"""How many smaller scales may follow one another ("2 billion 3 million 4 thousand 5 hundred and 6")."""


@lru_cache(maxsize=64)  # each way of writing asks for the number at the same place
def parse_amount(text: str, start: int) -> Amount | None:
    """Return the amount written at `start`, or None.

    Examples:
        >>> [found.value for found in map(amount_at, ("12,34,567.89", "two and a half million"), (0, 0))]
        [1234567.89, 2500000.0]
        >>> parse_amount("minus five point five", 0).value
        -5.5

    """
    sign = _SIGN.match(text, start)
    if sign is None or (sign[0][-1] == " " and text[max(0, start - 4) : start].lower() == " or "):
        start = sign.end() if sign else start
        return parse_fraction(text, start) or _parse_number(text, start)
    found = parse_fraction(text, sign.end()) or _parse_number(text, sign.end())
    if found is None or found.value == 0:
        return None
    return replace(found, value=-found.value)


_SIGN = re.compile(rf"[-−](?=[\d.½¼¾])|{build_alternation(MINUS_WORDS)} (?=\w)", re.IGNORECASE)
_DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"
    r"|(?P<dots>\d{1,3}(?:\.\d{3}){2,}(?![\d.]))"
    r"|(?P<thousand>[1-9]\d{0,2}\.000)(?= (?:[a-z]+ ){0,2}[a-z]{3,}s\b)"
    r"|(?P<comma>\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d))"
    r"|\d{1,3}(?: \d{3})+(?!\d|[,.]\d{3})(?:\.\d+)?"
    r"|\d+(?:\.\d+)?|\.\d+"
)
_VULGAR = "[" + "".join(VULGAR_FRACTIONS) + "]"
_PART_SIGN = re.compile(_VULGAR)
_POWER = re.compile(
    r"e([-+]?\d{1,3})(?!\w|\.\d)| ?[×x] ?10(?:(?:\^|(?=[-−]))([-−+]?\d{1,2})(?!\d)|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))"
    r"|\^([-+]?\d{1,2})(?!\d)| ?[×x*] ?(\d{1,3})\^([-+]?\d{1,2})(?!\d)"
)
_POINTED = re.compile(r"(\d{1,3}),(\d{1,2})(?!\d|[.,]\d)")
"""Perhaps a decimal comma ("1,3 million"): what is before or after it must say so."""
_POINTED_BY = re.compile(
    rf"[ -]?(?:{build_alternation(PERCENT_WORDS)}|{build_alternation(SCALES)}|bn|mn|m)(?![a-z])",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"\d+,\d")
_BAKERS = re.compile(r"(?:an? )?baker['’]s dozen\b", re.IGNORECASE)
_BARE_HUNDRED = re.compile(rf"hundred(?= {build_alternation(SCALES)}\b)", re.IGNORECASE)
_MIXED = re.compile(r"[ -]+(\d{1,2}) ?/ ?([1-9]\d?)(?![\d/]|[.,]\d)")
_WORDS = re.compile(
    WORDS + rf"(?![a-z])(?!-(?:{'|'.join(word for word in ORDINALS if '-' not in word)})\b)",
    re.IGNORECASE,
)
_POINT = re.compile(
    rf" point (?P<after>{build_alternation(DIGIT_WORDS)}(?:[ -]{build_alternation(DIGIT_WORDS)})*|{WORDS})(?![a-z])",
    re.IGNORECASE,
)
_NOUGHT = re.compile(r"(?:zero|nought|naught)(?![a-z-])", re.IGNORECASE)
_SCALE = re.compile(
    rf"(?:[ -]+|(?<=\d))(?P<scale>{build_alternation(SCALE_SIZES)})s?(?![a-z])", re.IGNORECASE
)
_SHORT = re.compile(
    rf" ?({build_alternation(SHORT_SCALES)}|M|B|K|T|BN|MN|TN|MM|Bn|Mn|Tn|Mil)(?![\w²³^/])"
)
_LAST_AND = re.compile(r" and [a-z-]+$")
_ADDED = re.compile(r",? (?:(?:and|&) )?")


def _parse_number(text: str, start: int, joins: int = MOST_JOINS) -> Amount | None:
    found = _parse_digits(text, start) or _parse_words(text, start)
    if found is None:
        return None
    while scale := _SCALE.match(text, found.end):
        size = float(SCALE_SIZES[scale["scale"].lower()])
        if found.scale > 1 and not (found.scale <= size and size > 100):
            break
        found = replace(found, end=scale.end(), value=found.value * size, scale=found.scale * size)
    if found.in_digits and found.scale == 1 and (short := _SHORT.match(text, found.end)):
        size = float(SHORT_SCALES.get(short[1].lower(), 10**6 if short[1] == "MM" else 10**12))
        return replace(
            found,
            end=short.end(),
            value=round_binary_noise(found.value * size),
            scale=size,
            scale_abbreviation=short[1],
        )
    found = _add_smaller_scale(text, _add_fraction(text, found), joins)
    return replace(found, value=round_binary_noise(found.value))


def _parse_digits(text: str, start: int) -> Amount | None:
    if pointed := _BROKEN.match(text, start) and _parse_decimal_comma(text, start):
        return pointed
    found, value = _DIGITS.match(text, start), 0.0
    end = start
    if found:
        if len(found[0]) > MAX_DIGITS:
            return None
        digits = found[0].replace(" ", "")
        if found["dots"] or found["thousand"]:
            digits = digits.replace(".", "")
        if found["comma"]:
            digits = digits.replace(".", "").replace(",", ".")
        value, end = float(digits.replace(",", "")), found.end()
    sign = _PART_SIGN.match(text, end) or (_PART_SIGN.match(text, end + 1) if found else None)
    if sign and (found is None or text[end : sign.start()] in {"", " ", "-"}):
        return Amount(
            sign.end(), value + VULGAR_FRACTIONS[sign[0]], in_digits=True, unscaled_end=sign.end()
        )
    if found is None or re.match(r",\d", text[end : end + 2]):
        return None
    mixed, power = _MIXED.match(text, end), _POWER.match(text, end)
    if mixed and int(mixed[1]) < int(mixed[2]) and "." not in found[0]:
        value, end = value + int(mixed[1]) / int(mixed[2]), mixed.end()
    elif power:
        raised = _raise_to_power(value, power)
        if raised is not None:
            value, end = raised, power.end()
    return Amount(end, value, in_digits=True, unscaled_end=end)


def _parse_decimal_comma(text: str, start: int) -> Amount | None:
    """Return a number with a decimal comma, where money before or a scale or unit after says that it is one."""
    found = _POINTED.match(text, start)
    if found is None:
        return None
    priced = len(found[2]) == 2 and text[max(0, start - 2) : start].rstrip()[-1:] in {"€", "£"}
    if not (priced or _POINTED_BY.match(text, found.end()) or parse_unit(text, found.end())):
        return None
    value = float(f"{found[1]}.{found[2]}")
    return Amount(found.end(), value, in_digits=True, unscaled_end=found.end())


def _raise_to_power(value: float, power: re.Match[str]) -> float | None:
    written = power[1] or power[2] or power[3] or power[4] or power[6]
    exponent = int(written.translate(SUPERSCRIPTS).replace("−", "-"))
    base = float(power[5] or 10)
    try:
        raised = value**exponent if power[4] else value * base**exponent
    except (OverflowError, ZeroDivisionError):
        return None
    return raised if abs(raised) < 10.0**MAX_DIGITS else None


def _parse_words(text: str, start: int) -> Amount | None:
    if bakers := _BAKERS.match(text, start):
        return Amount(bakers.end(), 13.0, unscaled_end=bakers.end())
    if bare := _BARE_HUNDRED.match(text, start):
        return Amount(bare.end(), 100.0, 100.0, unscaled_end=bare.end())
    nought = _NOUGHT.match(text, start)
    found = nought or _WORDS.match(text, start)
    if found is None:
        return None
    words = found[0].lower()
    value = 0.0 if nought else read_number(words.replace("&", "and"))
    point = _POINT.match(text, found.end())
    if value is None or (words in INDEFINITE_ARTICLES and not _SCALE.match(text, found.end())):
        return None
    if point:
        value += _read_decimals(point["after"].lower())
        return Amount(point.end(), value, unscaled_end=point.end())
    end = found.end()
    cut = _LAST_AND.search(words)
    if cut and AND_FRACTION.match(text, start + cut.start()):
        # "six million and two thirds": the last number is the top of a fraction.
        end, words = start + cut.start(), words[: cut.start()]
        value = read_number(words.replace("&", "and")) or 0.0
    last = re.split(r"[ -]", words)[-1]
    return Amount(end, value, float(SCALE_SIZES.get(last, 1)), unscaled_end=end)


def _read_decimals(words: str) -> float:
    digits = [DIGIT_WORDS.get(word) for word in re.split(r"[ -]", words)]
    if None in digits:
        return float(f"0.{int(read_number(words) or 0)}")
    return float("0." + "".join(map(str, digits)))


def _add_fraction(text: str, found: Amount) -> Amount:
    """Return `found` with "and a half", of its scale where it has one ("two million and a half")."""
    tail = AND_FRACTION.match(text, found.end)
    if tail is None:
        return found
    share = VULGAR_FRACTIONS[tail["sign"]] if tail["sign"] else compute_fraction(tail)
    if share is None:
        return found
    scale = _SCALE.match(text, tail.end())
    if scale is None:
        size = found.scale if found.scale >= 1000 else 1.0
        return replace(found, end=tail.end(), value=found.value + share * size)
    size = float(SCALE_SIZES[scale["scale"].lower()])
    if found.scale > size:
        return replace(found, end=scale.end(), value=found.value + share * size)
    if found.scale == 1:
        return replace(found, end=scale.end(), value=(found.value + share) * size, scale=size)
    return found


def _add_smaller_scale(text: str, found: Amount, joins: int) -> Amount:
    """Return `found` with what is said after it ("1 million 200 thousand", "3 hundred and 21")."""
    joined = _ADDED.match(text, found.end)
    if not found.in_digits or found.scale < 100 or joined is None or not joins:
        return found
    after = _parse_number(text, joined.end(), joins - 1)
    if after is None or after.scale_abbreviation or not 1 <= after.scale < found.scale:
        return found
    rest = found.scale <= 1000 and "and" in joined[0] and after.value < 100 and after.value % 1 == 0
    if not (rest or (after.in_digits and after.scale >= 100)) or after.value >= found.scale:
        return found
    scale = found.scale if rest else after.scale
    return replace(found, end=after.end, value=found.value + after.value, scale=scale)


AMOUNT_START_WORDS = frozenset(
    {
        *STARTS,
        *MINUS_WORDS,
        *VULGAR_FRACTIONS,
        "half",
        "quarter",
        "zero",
        "nought",
        "naught",
        "hundred",
    }
)
"""First words of an amount, small."""
