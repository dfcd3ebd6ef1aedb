"""Amounts, units and currencies: tables of what is read at the beginning of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.figures.amounts.numbers import parse_amount
from onrecord.extract.figures.money.currency_words import (
    parse_currency_after,
    parse_currency_before,
    parse_dollar_country,
)
from onrecord.extract.figures.parsing.scan import find_quantities
from onrecord.extract.figures.units.unit_names import parse_unit


@pytest.mark.parametrize(
    ("text", "value", "read"),
    [
        ("1,234.5 tons", 1234.5, "1,234.5"),
        ("12,34,567.89 rupees", 1234567.89, "12,34,567.89"),
        ("1.234,50 euros", 1234.5, "1.234,50"),
        ("1 414 021 100 people", 1414021100, "1 414 021 100"),
        ("71.6million", 71.6e6, "71.6million"),
        ("10k", 10_000, "10k"),
        ("1 million 200 thousand", 1.2e6, "1 million 200 thousand"),
        ("two and a half million men", 2.5e6, "two and a half million"),
        ("two million and a half", 2.5e6, "two million and a half"),
        ("six million and two thirds", 6e6 + 2e6 / 3, "six million and two thirds"),
        ("half a million", 500_000, "half a million"),
        ("a quarter of a million", 250_000, "a quarter of a million"),
        ("ten and three fifths", 10.6, "ten and three fifths"),
        ("10 1/2 miles", 10.5, "10 1/2"),
        ("2½ pints", 2.5, "2½"),
        ("five point two five", 5.25, "five point two five"),
        ("nought point nought three", 0.03, "nought point nought three"),
        ("minus five", -5, "minus five"),
        ("1,3 million", 1.3e6, "1,3 million"),
        ("2,7 kg", 2.7, "2,7"),
        ("1,3 and more", None, ""),
        ("22,24,26", None, ""),
        ("1.234.567 men", 1_234_567, "1.234.567"),
        ("4.000 red lamps", 4000, "4.000"),
        ("4.000 of it", 4.0, "4.000"),
        ("3 hundred and 21", 321, "3 hundred and 21"),
        ("4 thousand 3 hundred and 21", 4321, "4 thousand 3 hundred and 21"),
        ("3 million and 21", 3e6, "3 million"),
        ("hundred thousand men", 100_000, "hundred thousand"),
        ("a millionth of it", 1e-6, "a millionth"),
        ("a hundred trillionths", 1e-10, "a hundred trillionths"),
        ("a baker's dozen", 13, "a baker's dozen"),
        ("5 lac people", 500_000, "5 lac"),
        ("8x2^10", 8192, "8x2^10"),
        ("1 million " * 3000, 1e6, "1 million"),
        ("2.48×10−5", 2.48e-5, "2.48×10−5"),
        ("3 dozen", 36, "3 dozen"),
        ("a twenty-first of it", 1 / 21, "a twenty-first"),
        ("twenty-first", None, ""),
        ("a man", None, ""),
        ("hundred", None, ""),
        ("a fifths", None, ""),
        ("1e999", 1, "1"),
        ("9" * 40, None, ""),
        ("soldiers", None, ""),
    ],
)
def test_amounts(text: str, value: float | None, read: str) -> None:
    found = parse_amount(text, 0)
    assert (found.value if found else None) == (None if value is None else pytest.approx(value))
    assert text[: found.end if found else 0] == read


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (" cubic metres per second", "cubic metre per second"),
        (" litres a minute", "litre per minute"),
        (" barrels a day", "barrel per day"),
        (" barrels a day ago", "barrel"),
        (" tonnes annually", "tonne per year"),
        (" hours a day", "hour"),
        ("-kilometre front", "kilometre"),
        (" sq km", "square kilometre"),
        ("MW of power", "megawatt"),
        (" mSv", "millisievert"),
        ("MP camera", "megapixel"),
        (" MP said", None),
        (" TV sets", None),
        (" mills", None),
        (" drops", None),
        ("", None),
    ],
)
def test_units(text: str, unit: str | None) -> None:
    found = parse_unit(text, 0)
    assert (found.name if found else None) == unit


@pytest.mark.parametrize(
    ("text", "code", "bare"),
    [
        ("$5", "USD", "dollar"),
        ("US$ 5", "USD", None),
        ("A$5", "AUD", None),
        ("GBP 5m", "GBP", None),
        ("MSEK 50", "SEK", None),
        ("Rs 5", "INR", None),
        ("COP26", None, None),
        ("TOP 10", None, None),
        ("TOP 10,000", "TOP", None),
        ("rm 5", None, None),
        ("a $5", None, None),
    ],
)
def test_currencies_before(text: str, code: str | None, bare: str | None) -> None:
    found = parse_currency_before(text, 0)
    assert (found.code if found else None, found.currency_name if found else None) == (code, bare)


@pytest.mark.parametrize(
    ("text", "code", "factor"),
    [
        (" Iraqi dinars", "IQD", 1),
        (" pence", "GBP", 0.01),
        (" €", "EUR", 1),
        (" SEK", "SEK", 1),
        ("-cent coin", "USD", 0.01),
        (" pounds of flour", None, 1),
        (" troops", None, 1),
        (" € 5", None, 1),
    ],
)
def test_currencies_after(text: str, code: str | None, factor: float) -> None:
    found = parse_currency_after(text, 0)
    assert (found.code if found else None) == code
    assert found is None or found.factor == factor


@pytest.mark.parametrize(
    ("text", "code"),
    [(" Canadian", "CAD"), (" (AUD)", "AUD"), (" US", "USD"), (" us all", None), (" aid", None)],
)
def test_dollars_by_country(text: str, code: str | None) -> None:
    found = parse_dollar_country(text, 0)
    assert (found.code if found else None) == code


@given(st.text(alphabet="0123456789.,-/ $€£%ab½xmnk\u00a0e^and half of to between", max_size=40))
def test_no_text_breaks_the_scan(text: str) -> None:
    position = 0
    for quantity in find_quantities(text):
        assert position <= quantity.start <= quantity.number_start < quantity.end <= len(text)
        position = quantity.end
