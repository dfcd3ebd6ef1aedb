"""Figures for a person: hedge, number, unit, and a change told as one."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.records import Evidence, Figure, Part
from onrecord.records.figure import HEDGES
from onrecord.story.amounts import find_change_direction, format_amount, join_counted_words


def figure(value: float | None, **more: Any) -> Figure:
    return Figure("f-1", Evidence("p-1", 10, 16, None, "dozens", "figures@1"), value, **more)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (figure(500.0, hedge="about"), "about 500"),
        (figure(120_000.0), "120,000"),
        (figure(1_234_567.0), "1,234,567"),
        (figure(7e6), "7 million"),
        (figure(2.5), "2.5"),
        (figure(1e300), "1e+300"),
        (figure(None), "dozens"),
        (figure(None, low=20.0, high=30.0), "20–30"),
        (figure(None, low=20.0), "20 or more"),
        (figure(None, high=20.0), "up to 20"),
        (figure(None, low=2e6, high=3e6, unit="EUR"), "€2 million–3 million"),
        (figure(2.5e9, hedge="over", unit="GBP"), "over £2.5 billion"),
        (figure(18_340_001.0, unit="GBP"), "£18,340,001"),
        (figure(-5.0, unit="EUR"), "−€5"),
        (figure(40.0, unit="PLN"), "PLN 40"),
        (figure(12.5, unit="GBP per hour"), "£12.5 per hour"),
        (figure(50.0, unit="%"), "50%"),
        (figure(2.0, unit="percentage point"), "2 percentage points"),
        (figure(0.5, hedge="at least", unit="fraction"), "at least 1/2 of the whole"),
        (figure(1 / 3, unit="fraction"), "1/3 of the whole"),
        (figure(0.37, unit="fraction"), "37% of the whole"),
        (figure(1.0, unit="mile"), "1 mile"),
        (figure(6.0, unit="month"), "6 months"),
        (figure(6.0, unit="foot"), "6 feet"),
        (figure(90.0, unit="kilometre per hour"), "90 kilometres per hour"),
        (figure(-4.0, unit="degree Celsius"), "-4 degrees Celsius"),
        (figure(50.0, unit="kilohertz"), "50 kilohertz"),
        (figure(9.0, unit="TEU"), "9 TEU"),
    ],
)
def test_an_amount_is_read_aloud(made: Figure, told: str) -> None:
    assert format_amount(made) == told


@pytest.mark.parametrize("hedge", HEDGES)
def test_a_hedge_is_always_told(hedge: str) -> None:
    assert format_amount(figure(5.0, hedge=hedge)) == f"{hedge} 5"


@pytest.mark.parametrize(
    ("steps", "way", "told"),
    [
        (("a change: up",), "up", "up by about 5%"),
        (("$ as the page's", "a change: down"), "down", "down by about 5%"),
        (("a change",), "", "changed by about 5%"),
        (("read in words",), None, "about 5%"),
        ((), None, "about 5%"),
    ],
)
def test_a_change_is_no_level(steps: tuple[str, ...], way: str | None, told: str) -> None:
    made = figure(5.0, hedge="about", unit="%", steps=steps)
    assert find_change_direction(made) == way
    assert format_amount(made) == told


def test_a_change_by_a_part_is_of_what_it_was() -> None:
    assert format_amount(figure(1 / 3, unit="fraction", steps=("a change: down",))) == "down by 1/3"


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (None, "dozens"),
        (Part("nurses", 17, 23), "dozens nurses"),
        (Part("nurses", 21, 27), "dozens … nurses"),
        (Part("the cost", 0, 8), "dozens (the cost)"),
        (Part("doze", 10, 14), "dozens"),
    ],
)
def test_words_stand_as_far_apart_as_on_the_page(what: Part | None, told: str) -> None:
    assert join_counted_words(figure(None, what=what)) == told
