"""English words of fractions, multiples, vague quantities and signs: data only.

Cardinals, scales and ordinals, which times use too, are in `onrecord.language.en.numbers`.
"""

from __future__ import annotations

from onrecord.language.en.numbers import ONES, TEENS, TENS

DENOMINATORS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "fifteenth": 15,
    "sixteenth": 16,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
    "thousandth": 1000,
}
"""Parts of a whole, in the singular → how many of them make it; plurals add an s ("halves": halve)."""

TINY_DENOMINATORS = {"millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}
"""Parts so small that only units are divided into them ("ten billionths of a metre")."""

SCALED_FRACTIONS = {
    "half": 0.5,
    "quarter": 0.25,
    "three quarters": 0.75,
    "two thirds": 2 / 3,
    "a third": 1 / 3,
}
"""Parts that stand before a scale ("half a million")."""

FOLD_WORDS = {
    f"{word}fold": float(number)
    for word, number in {**ONES, **TEENS, **TENS, "hundred": 100, "thousand": 1000}.items()
    if word != "one"
}
"""Words that say how many times as much."""

ORDER_SIZES = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1_000,
    "millions": 1_000_000,
    "billions": 1_000_000_000,
    "trillions": 1_000_000_000_000,
}
ORDER_WORDS = frozenset(ORDER_SIZES)
"""Plural orders of magnitude: the word says only that there are at least two of the size."""

VAGUE_QUANTIFIERS = (
    "several",
    "a few",
    "a couple of",
    "a couple",
    "couple of",
    "couple",
    "many",
    "some few",
    "few",
)
"""Before an order in the singular: "several hundred"."""

ZERO_WORDS = ("zero", "nought", "naught")
DIGIT_WORDS = {**dict.fromkeys(ZERO_WORDS, 0), "oh": 0, **ONES}
"""Digits spoken one by one after "point"."""

MINUS_WORDS = ("minus", "negative")
"""Before a number below zero."""

FIRST_WORDS_OF_AMOUNTS = frozenset({"half", "quarter", *ZERO_WORDS, "hundred"})
"""First words of an amount that are no cardinal below a hundred."""
FIRST_WORDS_OF_QUANTITIES = frozenset("between from tens some several many few absolute".split())
"""First words of a quantity that are not those of its number ("between 5 and 9", "absolute zero")."""
