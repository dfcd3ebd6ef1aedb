"""Fractions: "two thirds", "3/4", "half a million", and the part after a number ("and a half").

In: a text and a code point where an amount may begin. Out: the amount. Out of scope: whether it is a share of something
(`parsing.number_patterns`), and ordinals.
"""

from __future__ import annotations

import re

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.en.number_words import (
    DENOMINATORS,
    SCALED_FRACTIONS,
    TINY_DENOMINATORS,
)
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.numbers import (
    HUNDRED_AND_DOZEN,
    ORDINALS,
    SCALES,
    TENS,
    VULGAR_FRACTIONS,
)
from onrecord.language.numerals import WORDS, build_alternation, read_number, round_binary_noise

SCALE_SIZES = {**SCALES, **HUNDRED_AND_DOZEN}
"""Scale word → its size, hundred and dozen included."""
_SLASHED = re.compile(r"(?P<top>\d{1,3})/(?P<bottom>[1-9]\d{0,2})(?![\d/]|[.,]\d)")
_ALL_DENOMINATORS = {
    **DENOMINATORS,
    **TINY_DENOMINATORS,
    **{f"{tens}-{word}": TENS[tens] + n for tens in TENS for word, n in ORDINALS.items() if n < 10},
}
_BOTTOM = (
    rf"(?P<bottom>{build_alternation([*_ALL_DENOMINATORS, *(f'{word}s' for word in _ALL_DENOMINATORS)])})"
    r"(?![a-z-])"
)
_SPELLED = re.compile(rf"(?P<top>\d{{1,2}}|{WORDS}|an?)(?: ?- ?| +){_BOTTOM}", re.IGNORECASE)
AND_FRACTION = re.compile(
    rf"[- ]and[- ](?:(?P<top>an?|{WORDS})(?: ?- ?| +){_BOTTOM}|(?P<sign>[{''.join(VULGAR_FRACTIONS)}]))",
    re.IGNORECASE,
)
"""The part after a number: "and a half", "and three fifths", "and ½"."""
_OF_SCALE = re.compile(
    rf"(?:(?P<an>an? )?(?P<part>half|quarter)|(?P<three>three[- ]quarters|two[- ]thirds|a third(?= of)))"
    rf"[ -]+(?:of )?(?:an? +)?(?P<scale>{build_alternation(SCALE_SIZES)})(?![a-z])",
    re.IGNORECASE,
)


def parse_fraction(text: str, start: int) -> Amount | None:
    """Return a part of a scale ("half a million") or of a whole ("two-thirds") at `start`, or None."""
    return (
        _parse_part_of_scale(text, start)
        or _parse_spelled_fraction(text, start)
        or _parse_slashed_fraction(text, start)
    )


def _parse_part_of_scale(text: str, start: int) -> Amount | None:
    found = _OF_SCALE.match(text, start)
    if found is None:
        return None
    part = SCALED_FRACTIONS[(found["part"] or found["three"]).lower().replace("-", " ")]
    scale = float(SCALE_SIZES[found["scale"].lower()])
    return Amount(found.end(), round_binary_noise(part * scale), scale, unscaled_end=found.end())


def _parse_spelled_fraction(text: str, start: int) -> Amount | None:
    found = _SPELLED.match(text, start)
    value = compute_fraction(found) if found else None
    if found is None or value is None:
        return None
    return Amount(found.end(), value, is_fraction=True, unscaled_end=found.end())


def _parse_slashed_fraction(text: str, start: int) -> Amount | None:
    found = _SLASHED.match(text, start)
    if found is None or int(found["top"]) >= int(found["bottom"]):
        return None
    value = int(found["top"]) / int(found["bottom"])
    return Amount(found.end(), value, in_digits=True, is_fraction=True, unscaled_end=found.end())


def compute_fraction(found: re.Match[str]) -> float | None:
    """Return top by bottom, or None where their numbers do not agree ("a fifths", "three quarter")."""
    bottom = found["bottom"].lower()
    divisor = _ALL_DENOMINATORS.get(bottom) or _ALL_DENOMINATORS[bottom.removesuffix("s")]
    top = 1.0 if found["top"].lower() in INDEFINITE_ARTICLES else read_number(found["top"])
    is_tiny = divisor in TINY_DENOMINATORS.values()
    largest = THRESHOLDS.tiny_fraction_top if is_tiny else THRESHOLDS.fraction_top
    if not top or top > largest or (bottom not in _ALL_DENOMINATORS) != (top > 1):
        return None
    return top / divisor
