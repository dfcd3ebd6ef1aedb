"""Amounts at the start of a text: digits, fractions and spelled numbers, and words that are none of them."""

from __future__ import annotations

import pytest

from onrecord.extract.figures.amounts.digits import parse_digits
from onrecord.extract.figures.amounts.fractions import parse_fraction
from onrecord.extract.figures.amounts.spelled_numbers import parse_spelled_number


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("1,250 ferries", 1250, "1,250"),
        ("3.5 tonnes", 3.5, "3.5"),
        ("2 500 nets", 2500, "2 500"),
        ("1.234.567", 1234567, "1.234.567"),
        ("0", 0, "0"),
    ],
)
def test_digits(text: str, value: float, words: str) -> None:
    amount = parse_digits(text, 0)
    assert amount is not None
    assert (amount.value, text[: amount.end]) == (value, words)
    assert amount.in_digits


@pytest.mark.parametrize("text", ["12,50", "x12", "-4", "twelve", ""])
def test_no_digits(text: str) -> None:
    assert parse_digits(text, 0) is None


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("two thirds of the boats", 2 / 3, "two thirds"),
        ("3/4 of the weir", 0.75, "3/4"),
        ("one-fifth", 0.2, "one-fifth"),
        ("a quarter", 0.25, "a quarter"),
    ],
)
def test_fractions(text: str, value: float, words: str) -> None:
    amount = parse_fraction(text, 0)
    assert amount is not None
    assert amount.value == pytest.approx(value)
    assert text[: amount.end] == words
    assert amount.is_fraction


@pytest.mark.parametrize("text", ["two oars", "1/0", "three and a half", "half the crew", "third"])
def test_no_fractions(text: str) -> None:
    assert parse_fraction(text, 0) is None


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("forty-two oars", 42, "forty-two"),
        ("three hundred and six", 306, "three hundred and six"),
        ("a dozen nets", 12, "a dozen"),
        ("two million", 2_000_000, "two million"),
        ("one", 1, "one"),
    ],
)
def test_spelled_numbers(text: str, value: float, words: str) -> None:
    amount = parse_spelled_number(text, 0)
    assert amount is not None
    assert (amount.value, text[: amount.end]) == (value, words)


@pytest.mark.parametrize("text", ["several nets", "harbour", "12", "oneself"])
def test_no_spelled_numbers(text: str) -> None:
    assert parse_spelled_number(text, 0) is None
