"""Raised text in HTML: powers, cents and fractions, which belong to the number before them, and marks of notes, which do not.

In: a `<sup>` element in the source, and the words before it. Out: what it stands for in the page's text, or that it is a
note's mark. Powers and cents are written with raised digits ("10⁶", "$11⁹⁹"), fractions as one character ("1¾"). Out of
scope: raised letters ("5th"), lowered digits ("CO2"), which stay as they are; text raised by style alone.

The decision needs the number or word before the element and nothing else, so that a slice of the source in which they
stand gives the same words again.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from onrecord.pages.dom.thresholds import THRESHOLDS

_RAISED = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_VULGAR = {
    "1/4": "¼", "1/2": "½", "3/4": "¾", "1/3": "⅓", "2/3": "⅔", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘",
    "1/6": "⅙", "5/6": "⅚", "1/7": "⅐", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞", "1/9": "⅑", "1/10": "⅒",
}  # fmt: skip
_START = re.compile(r"<sup(?=[\s/>])[^<>]*>", re.IGNORECASE)
_END = re.compile(r"</sup\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_SLASH = r"\s*(?:/|⁄|&frasl;|&#0*8260;|&#[xX]0*2044;)\s*"
_DENOMINATOR = re.compile(
    rf"{_SLASH}(?:<sub(?=[\s/>])[^<>]*>\s*(\d{{1,3}})\s*</sub\s*>|(\d{{1,2}})(?![\d<]))",
    re.IGNORECASE,
)
_POWER = re.compile(r"[-−–+]?\d{1,3}")
_NOTE = re.compile(
    r"[\[(]\s*[\w\s.,:–-]{1,25}\s*[\])]|[*†‡§¶]{1,3}|\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[a-z](?:\s*,\s*[a-z])*"
)
_NOTE_SIGN = re.compile(
    r"""href\s*=\s*["']?[^"'\s>]*\#|(?:class|id|role|rel)\s*=\s*["']?[^"'>]*(?:note|cite|reference|\bfn|\bref)""",
    re.IGNORECASE,
)
"""A link to a place on a page, or a label of footnotes."""
_NUMBER_END = re.compile(r"(?P<sign>[$£€¥₹]\s?)?(?<![\d.,])(?P<number>\d[\d.,]*)$")
_TEN = "10"
_NO_EXPONENT = re.compile(r"[01]")
_CENTS = re.compile(r"\d\d")
_UNIT_END = re.compile(r"(?<![^\W\d_])(?:[cdhkmnµμ]?m|[mk]?g|in|ft|yd|mi|sq|sec|s|[A-Za-z])$")
"""A unit of length, or a letter alone: what powers are taken of."""
_UNIT_POWER = re.compile(r"[23]|[-−–]\d")


@dataclass(frozen=True, slots=True)
class RaisedText:
    """A raised stretch of the source, from `start` up to `end`: its `text`, or None for a note's mark."""

    text: str | None
    start: int
    end: int


def read_raised(source: str, start: int, before: str) -> RaisedText | None:
    """Return what the `<sup>` element at `start` stands for; None if its words are read as any others.

    Args:
        source: a page, or a slice of one.
        start: the character where the element begins.
        before: the words that end where it begins; empty where something separates it from them.

    Examples:
        >>> read_raised("10<sup>6</sup>", 2, "10").text
        '⁶'
        >>> read_raised("120<sup>1</sup>", 3, "120").text is None
        True

    """
    opening = _START.match(source, start)
    if opening is None:
        return None
    closing = _END.search(source, opening.end(), opening.end() + THRESHOLDS.max_raised_chars)
    if closing is None or _START.search(source, opening.end(), closing.start()):
        return None
    inner = source[opening.end() : closing.start()]
    words = html.unescape(_TAG.sub("", inner)).strip()
    if (fraction := _DENOMINATOR.match(source, closing.end())) and words.isdecimal():
        text = _write_fraction(words, fraction[1] or fraction[2])
        return RaisedText(text, start, fraction.end())
    is_signed_note = bool(_NOTE_SIGN.search(opening[0] + inner))
    is_digits = bool(_POWER.fullmatch(words))
    before = html.unescape(before)
    if is_digits and (not before or (not is_signed_note and _is_power(words, before))):
        return RaisedText(words.translate(_RAISED), start, closing.end())
    is_note = _NOTE.fullmatch(words) and (is_signed_note or not words.isalpha())
    return RaisedText(None, start, closing.end()) if before and is_note else None


def _write_fraction(top: str, bottom: str) -> str:
    vulgar = _VULGAR.get(f"{int(top)}/{int(bottom)}")
    return vulgar or f"{top.translate(_RAISED)}⁄{bottom.translate(_LOWERED)}"


def _is_power(words: str, before: str) -> bool:
    """Return whether raised digits are a power of, or cents after, what stands before them."""
    number = _NUMBER_END.search(before)
    if number and number["sign"]:
        return bool(_CENTS.fullmatch(words)) and "." not in number["number"]
    if number:
        return number["number"] == _TEN and not _NO_EXPONENT.fullmatch(words)
    return bool(_UNIT_END.search(before) and _UNIT_POWER.fullmatch(words))
