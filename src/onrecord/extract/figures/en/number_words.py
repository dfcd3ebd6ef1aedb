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
"""Parts of a whole, in the singular; plurals add an s (halves apart)."""

TINY_DENOMINATORS = {"millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}
"""Parts so small that only a part of a unit is told in them."""

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
"""Plural orders: that there are at least two of the size is all the word says."""

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

DIGIT_WORDS = {"zero": 0, "nought": 0, "naught": 0, "oh": 0, **ONES}
"""Digits said one by one after "point"."""

MINUS_WORDS = ("minus", "negative")
"""Said before a number below nought."""
