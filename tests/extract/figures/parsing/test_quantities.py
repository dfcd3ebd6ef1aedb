"""Quantities: what the patterns read in a text, before any rule asks what the number counts."""

from __future__ import annotations

import pytest

from onrecord.extract.figures.parsing.elliptical_currency import fill_elliptical_currencies
from onrecord.extract.figures.parsing.scan import find_quantities

Value = float | tuple[float | None, float | None]


def read(text: str) -> list[tuple[str, Value, str | None, str | None, str]]:
    rows = []
    for one in fill_elliptical_currencies(text, find_quantities(text)):
        value = (one.low, one.high) if one.value is None else one.value
        rows.append((text[one.start : one.end], value, one.hedge, one.unit, one.kind))
    return rows


@pytest.mark.parametrize(
    ("text", "words", "value", "hedge"),
    [
        ("at least about 500 lamps", "at least about 500", 500, "at least"),
        ("some 40-odd boats", "some 40-odd", 40, "about"),
        ("46 and counting", "46 and counting", 46, "at least"),
        ("not more than 12 beds", "not more than 12", 12, "at most"),
        ("a row over 500 jobs", "500", 500, None),
        ("over seven innings", "seven", 7, None),
        ("the Note 10 Plus", "10", 10, None),
        ("30 km north of 40 huts", "40", 40, None),
    ],
)
def test_hedges(text: str, words: str, value: float, hedge: str | None) -> None:
    assert read(text)[-1][:3] == (words, value, hedge)


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("between 50 and 60 huts", "between 50 and 60", (50, 60)),
        ("£3-5m a year", "£3-5m", (3e6, 5e6)),
        ("five or six goats", "five or six", (5, 6)),
        ("dozens of swans", "dozens", (24, None)),
        ("tens of thousands of tonnes of rye", "tens of thousands of tonnes", (20_000, None)),
    ],
)
def test_ranges_and_orders(text: str, words: str, bounds: tuple[float, float | None]) -> None:
    assert [row[:2] for row in read(text)] == [(words, bounds)]


@pytest.mark.parametrize(
    "text",
    [
        "one or twenty goats",
        "17 in 22 games",
        "rose from 300 to 450",
        "5,120 in 2018 to 4,655 now",
    ],
)
def test_two_numbers_that_are_no_range(text: str) -> None:
    assert len(read(text)) >= 2
    assert all(isinstance(row[1], float) for row in read(text))


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("one in three ferries", "one in three", 1 / 3, "fraction"),
        ("4.5 out of 5", "4.5 out of 5", 0.9, "fraction"),
        ("a third of the crew", "a third", 1 / 3, "fraction"),
        ("cut by half", "half", 0.5, "fraction"),
        ("half a mile away", "half a mile", 0.5, "mile"),
        ("a quarter-point cut", "quarter-point", 0.25, "percentage point"),
        ("rose threefold", "threefold", 3, "time"),
        ("absolute zero", "absolute zero", 0, "kelvin"),
        ("15 ± 2 kg of sand", "15 ± 2 kg", 15, "kilogram"),
        ("30-plus miles of track", "30-plus miles", 30, "mile"),
        ("about a mile away", "about a mile", 1, "mile"),
        ("a ton of steel", "a ton", 1, "ton"),
        ("5 feet 2 inches tall", "5 feet 2 inches", 5 + 2 / 12, "foot"),
        ("6'2\" tall", "6'2\"", 6 + 2 / 12, "foot"),
        ("5-foot-10", "5-foot-10", 5 + 10 / 12, "foot"),
        ("12st 5lb", "12st 5lb", 12 + 5 / 14, "stone"),
        ("cleared 2.05m", "2.05m", 2.05, "metre"),
        ("won 5m fans", "5m", 5e6, None),
        ("ran 5k on Sunday", "5k", 5, "kilometre"),
        ("sold 5k lamps", "5k", 5000, None),
        ("the 100m final", "100m", 100, "metre"),
        ("at 3,870m", "3,870m", 3870, "metre"),
        ("12 bcm of gas", "12 bcm", 12e9, "cubic metre"),
        ("40 miles a gallon", "40 miles a gallon", 40, "mile per gallon"),
        ("340 W/m²", "340 W/m²", 340, "watt per square metre"),
        ("41C in the shade", "41C", 41, "degree Celsius"),
        ("1080p", "1080", 1080, None),
        ("lost 10 pounds", "10 pounds", 10, "pound-mass"),
    ],
)
def test_units(text: str, words: str, value: float, unit: str | None) -> None:
    (row,) = read(text)
    assert (row[0], row[3]) == (words, unit)
    assert row[1] == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("75 USD million", "75 USD million", 75e6, "USD"),
        ("Rs 3 cr", "Rs 3 cr", 3e7, "INR"),
        ("NZD$15", "NZD$15", 15, "NZD"),
        ("$80 a barrel", "$80", 80, "USD"),
        ("less than a dollar a day", "less than a dollar", 1, "USD"),
        ("a loss of $(4.7) million", "$(4.7) million", -4.7e6, "USD"),
        ("the fee ($20) is due", "$20", 20, "USD"),
        ("15 dollars 50", "15 dollars 50", 15.5, "USD"),
        ("3 dollars 50 cents", "3 dollars 50 cents", 3.5, "USD"),
        ("50p a cup", "50p", 0.5, "GBP"),
        ("512c a share", "512c", 5.12, "USD"),
    ],
)
def test_sums(text: str, words: str, value: float, unit: str) -> None:
    (row,) = read(text)
    assert (row[0], row[3], row[4]) == (words, unit, "money")
    assert row[1] == pytest.approx(value)


@pytest.mark.parametrize("text", ["three won", "TOP 10", "4 of them"])
def test_no_currency(text: str) -> None:
    assert [row[3:] for row in read(text)] == [(None, "count")]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("from nine to fourteen hours", ["hour", "hour"]),
        ("3 x 4 m of felt", ["metre", "metre"]),
        ("4 x 100m", [None, "metre"]),
        ("1.47 billion crowns, up from 1.31 billion.", ["", ""]),
        ("2 million euros, up from 1.5 million.", ["EUR", "EUR"]),
        ("2 million euros for 1.5 million boats.", ["EUR", None]),
        ("2 million euros. It was 1.5 million.", ["EUR", None]),
    ],
)
def test_units_written_once(text: str, units: list[str | None]) -> None:
    assert [row[3] or None for row in read(text)] == [unit or None for unit in units]


@pytest.mark.parametrize(
    "text",
    [
        "a third man came",
        "the aim is twofold",
        "a ton of fun",
        "won by a mile",
        "tonnes a year ago",
        "saw it a mile off",
        "went for a pint",
        "a foot in the door",
    ],
)
def test_words_that_are_no_quantity(text: str) -> None:
    assert read(text) == []
