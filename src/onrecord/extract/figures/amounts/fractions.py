"""Parts of a whole: "two thirds", "3/4", "half a million", and the part after a number ("and a half").

In: a text and where an amount may start. Out: the amount. Out of scope: whether it is a share of something
(`readings`), and ordinals.
"""

from __future__ import annotations

import re

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.en.number_words import DENOMINATORS, TINY_DENOMINATORS
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.numbers import HUNDRED_AND_DOZEN, ORDINALS, SCALES, TENS, VULGAR_FRACTIONS
from onrecord.language.numerals import WORDS, build_alternation, read_number, round_binary_noise

SCALE_SIZES = {**SCALES, **HUNDRED_AND_DOZEN}
_VULGAR = "[" + "".join(VULGAR_FRACTIONS) + "]"
_SLASH = re.compile(r"(\d{1,3})/([1-9]\d{0,2})(?![\d/]|[.,]\d)")
_PART_WORDS = {
    **DENOMINATORS,
    **TINY_DENOMINATORS,
    **{f"{tens}-{word}": TENS[tens] + n for tens in TENS for word, n in ORDINALS.items() if n < 10},
}
_BOTTOM = rf"(?P<bottom>{build_alternation([*_PART_WORDS, *(f'{word}s' for word in _PART_WORDS)])})(?![a-z-])"
_PART = re.compile(rf"(?P<top>\d{{1,2}}|{WORDS}|an?)(?: ?- ?| +){_BOTTOM}", re.IGNORECASE)
AND_FRACTION = re.compile(
    rf"[- ]and[- ](?:(?P<top>an?|{WORDS})(?: ?- ?| +){_BOTTOM}|(?P<sign>{_VULGAR}))", re.IGNORECASE
)
_HALF_OF = re.compile(
    rf"(?:(?P<an>an? )?(?P<part>half|quarter)|(?P<three>three[- ]quarters|two[- ]thirds|a third(?= of)))"
    rf"[ -]+(?:of )?(?:an? +)?(?P<scale>{build_alternation(SCALE_SIZES)})(?![a-z])",
    re.IGNORECASE,
)
_PARTS = {
    "half": 0.5,
    "quarter": 0.25,
    "three quarters": 0.75,
    "two thirds": 2 / 3,
    "a third": 1 / 3,
}


def parse_fraction(text: str, start: int) -> Amount | None:
    """Return "half a million", "three quarters of a million"; or a part of a whole ("two-thirds")."""
    found = _HALF_OF.match(text, start)
    if found:
        part = _PARTS[(found["part"] or found["three"]).lower().replace("-", " ")]
        scale = float(SCALE_SIZES[found["scale"].lower()])
        return Amount(
            found.end(), round_binary_noise(part * scale), scale, unscaled_end=found.end()
        )
    return _parse_part_of_whole(text, start)


def _parse_part_of_whole(text: str, start: int) -> Amount | None:
    found = _PART.match(text, start)
    if found is not None and (value := compute_fraction(found)) is not None:
        return Amount(found.end(), value, is_fraction=True, unscaled_end=found.end())
    slash = _SLASH.match(text, start)
    if slash and int(slash[1]) < int(slash[2]):
        value = int(slash[1]) / int(slash[2])
        return Amount(
            slash.end(), value, in_digits=True, is_fraction=True, unscaled_end=slash.end()
        )
    return None


def compute_fraction(found: re.Match[str]) -> float | None:
    """Return top by bottom, or None where the words do not agree ("a fifths", "three quarter")."""
    small = found["bottom"].lower()
    parts = _PART_WORDS.get(small) or _PART_WORDS[small.removesuffix("s")]
    top = 1.0 if found["top"].lower() in INDEFINITE_ARTICLES else read_number(found["top"])
    if (
        not top
        or top > (999 if parts in TINY_DENOMINATORS.values() else 99)
        or (small not in _PART_WORDS) != (top > 1)
    ):
        return None
    return top / parts
