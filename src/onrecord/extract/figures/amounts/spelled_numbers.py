"""Numbers in words: "twelve", "a baker's dozen", "five point two five", "hundred thousand".

In: a text and a code point where a number in words may begin. Out: the amount with its last scale. Out of scope: scales after
digits, fractions, and signs below zero.
"""

from __future__ import annotations

import re

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.fractions import AND_FRACTION, SCALE_SIZES
from onrecord.extract.figures.en.number_words import DIGIT_WORDS, ZERO_WORDS
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.numbers import ORDINALS, SCALES
from onrecord.language.numerals import WORDS, build_alternation, read_number

_BAKERS_DOZEN = re.compile(r"(?:an? )?baker['’]s dozen\b", re.IGNORECASE)
_BARE_HUNDRED = re.compile(rf"hundred(?= {build_alternation(SCALES)}\b)", re.IGNORECASE)
_CARDINAL = re.compile(
    WORDS + rf"(?![a-z])(?!-(?:{'|'.join(word for word in ORDINALS if '-' not in word)})\b)",
    re.IGNORECASE,
)
_DIGIT = build_alternation(DIGIT_WORDS)
_POINT = re.compile(
    rf" point (?P<after>{_DIGIT}(?:[ -]{_DIGIT})*|{WORDS})(?![a-z])",
    re.IGNORECASE,
)
_ZERO = re.compile(rf"{build_alternation(ZERO_WORDS)}(?![a-z-])", re.IGNORECASE)
_LAST_AND = re.compile(r" and [a-z-]+$")
SCALE_AFTER = re.compile(
    rf"(?:[ -]+|(?<=\d))(?P<scale>{build_alternation(SCALE_SIZES)})s?(?![a-z])", re.IGNORECASE
)
"""A scale after a number, in full ("million", "hundred")."""


def parse_spelled_number(text: str, start: int) -> Amount | None:
    """Return the number in words at `start`, or None."""
    if bakers := _BAKERS_DOZEN.match(text, start):
        return Amount(bakers.end(), 13.0, unscaled_end=bakers.end())
    if hundred := _BARE_HUNDRED.match(text, start):
        return Amount(hundred.end(), 100.0, 100.0, unscaled_end=hundred.end())
    zero = _ZERO.match(text, start)
    found = zero or _CARDINAL.match(text, start)
    if found is None:
        return None
    words = found[0].lower()
    value = 0.0 if zero else _read_words(words)
    if value is None or (words in INDEFINITE_ARTICLES and not SCALE_AFTER.match(text, found.end())):
        return None
    point = _POINT.match(text, found.end())
    if point:
        value += _read_decimals(point["after"].lower())
        return Amount(point.end(), value, unscaled_end=point.end())
    return _cut_before_fraction(text, found, value)


def _cut_before_fraction(text: str, found: re.Match[str], value: float) -> Amount:
    """Return the number without a last word that is the top of a fraction ("six million and *two* thirds")."""
    words, end = found[0].lower(), found.end()
    last = _LAST_AND.search(words)
    if last and AND_FRACTION.match(text, found.start() + last.start()):
        end, words = found.start() + last.start(), words[: last.start()]
        value = _read_words(words) or 0.0
    scale_word = re.split(r"[ -]", words)[-1]
    return Amount(end, value, float(SCALE_SIZES.get(scale_word, 1)), unscaled_end=end)


def _read_words(words: str) -> float | None:
    return read_number(words.replace("&", "and"))


def _read_decimals(words: str) -> float:
    """Return the decimals after "point", digit by digit or as one number ("two five", "twenty-five")."""
    digits = [DIGIT_WORDS.get(word) for word in re.split(r"[ -]", words)]
    if None in digits:
        return float(f"0.{int(read_number(words) or 0)}")
    return float("0." + "".join(map(str, digits)))
