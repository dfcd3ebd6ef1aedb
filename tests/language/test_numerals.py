"""Numerals: which numbers words and digits state, and which state none."""

from __future__ import annotations

import re

import pytest

from onrecord.language.numerals import (
    DIGITS,
    WORDS,
    build_alternation,
    normalise_spacing,
    read_number,
    round_binary_noise,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("seven", 7),
        ("a dozen", 12),
        ("two hundred and six", 206),
        ("forty-one thousand", 41_000),
        ("1,250", 1250),
        ("10 000", 10_000),
        ("3½", 3.5),
        (".5", 0.5),
        ("1.5bn", 1_500_000_000),
        ("three and a quarter", 3.25),
        ("4 3/4", 4.75),
        ("2×10^6", 2_000_000),
        ("several", None),
        ("and", None),
        ("", None),
        ("two men", None),
        ("9" * 25, None),
    ],
)
def test_numbers_are_read(text: str, number: float | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        (WORDS, "twenty-five men", "twenty-five"),
        (WORDS, "two million, three hundred thousand", "two million, three hundred thousand"),
        (WORDS, "sevenfold", None),
        (WORDS, "tense", None),
        (DIGITS, "120,000 men", "120,000"),
        (DIGITS, "½ mile", "½"),
        (DIGITS, "men", None),
    ],
)
def test_patterns_match_whole_numbers(pattern: str, text: str, matched: str | None) -> None:
    match = re.match(pattern, text)
    assert (match[0] if match else None) == matched


def test_the_longest_word_of_an_alternation_is_tried_first() -> None:
    assert build_alternation(["in", "into"]) == "(?:into|in)"


def test_spacing_keeps_its_length() -> None:
    text = "10\u00a0000\u2009m\u2011long\n"
    assert normalise_spacing(text) == "10 000 m-long "


def test_binary_noise_is_rounded_away() -> None:
    assert round_binary_noise(16.6 * 1_000_000) == 16_600_000
