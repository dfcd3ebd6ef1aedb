"""Words of English times: what they mean, which direction they take, and which digits are years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from onrecord.extract.times.en.direction import choose_direction, is_noun_modifier
from onrecord.extract.times.en.exclusions import is_game_period, is_score_or_game_clock
from onrecord.extract.times.en.holidays import find_holiday
from onrecord.extract.times.en.word_values import (
    read_count,
    read_day,
    read_offset,
    read_unit,
    read_year,
)
from onrecord.extract.times.en.yearlike import is_year
from onrecord.extract.times.timex.context import TimexContext


@dataclass(frozen=True)
class Syntax:
    """What a parse would say."""

    tense: str | None = None
    tag_before: str = ""
    tag_after: str = ""
    counts_plural: bool = False
    in_name: bool = False


def build_context(before: str = "", after: str = "", **syntax: Any) -> TimexContext:
    return TimexContext(Syntax(**syntax), "2016-03-16", before=before, after=after)


@pytest.mark.parametrize(
    ("words", "number", "is_lower_bound"),
    [
        ("three", 3, False),
        ("two or three", 2, True),
        ("twenty-five", 25, False),
        ("a couple of", 2, True),
        ("half an", 0.5, False),
        ("three-quarters of an", 0.75, False),
        ("two and a half", 2.5, False),
        ("2 1/2", 2.5, False),
        ("10-12", 10, True),
        ("several", None, False),
        ("dozens of", None, False),
        ("countless", None, False),
        ("recent", None, False),
    ],
)
def test_counts_are_read(words: str, number: float | None, *, is_lower_bound: bool) -> None:
    assert read_count(words) == (number, is_lower_bound)


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("2016", 2016),
        ("'74", 1974),
        ("’08", 2008),
        ("nineteen ninety-six", 1996),
        ("twenty fifteen", 2015),
        ("two thousand and eight", 2008),
        ("two thousand", 2000),
    ],
)
def test_years_are_read(words: str, year: int) -> None:
    assert read_year(words) == year


@pytest.mark.parametrize(
    ("words", "offset"),
    [("last", -1), ("the previous", -1), ("Next", 1), ("the following", 1), ("this", 0), ("", 0)],
)
def test_offsets_are_read(words: str, offset: int) -> None:
    assert read_offset(words) == offset


@pytest.mark.parametrize(
    ("word", "code"), [("weeks", "W"), ("centuries", "CE"), ("Hrs", "H"), ("fortnight", "FN")]
)
def test_units_are_read(word: str, code: str) -> None:
    assert read_unit(word) == code


@pytest.mark.parametrize(
    ("written", "day"), [("3rd", 3), ("23", 23), ("twenty-third", 23), ("thirty first", 31)]
)
def test_days_are_read(written: str, day: int) -> None:
    assert read_day(written) == day


@pytest.mark.parametrize(
    ("context", "which", "sign", "verb_side"),
    [
        (build_context(), "last", -1, None),
        (build_context(), "next", 1, None),
        (build_context(tense="past"), "", -1, "before"),
        (build_context(tense="present"), "", 1, "after"),
        (build_context(tense="future"), "", 1, "after"),
        (build_context("shut since "), "", -1, None),
        (build_context("shut until 9am on "), "", 1, "after"),
        (build_context("no later than "), "", 1, None),
        (build_context("no later than ", tense="past"), "", -1, "before"),
        (build_context(), "this", 1, None),
        (build_context(tense="past"), "this", -1, "before"),
        (build_context("– "), "", -1, None),
    ],
)
def test_the_words_or_the_verb_choose_a_direction(
    context: TimexContext, which: str, sign: int, verb_side: str | None
) -> None:
    direction = choose_direction(context, which)
    assert (direction.sign, direction.verb_side) == (sign, verb_side)


def test_a_line_of_a_list_is_on_the_side_of_the_day_before() -> None:
    context = TimexContext(Syntax(), "2016-03-16", before="– ", last_day_was_ahead=True)
    assert choose_direction(context).sign == 1
    context = TimexContext(Syntax(), "2016-03-16", before="in ", last_day_was_ahead=True)
    assert choose_direction(context).sign == -1


@pytest.mark.parametrize(
    ("context", "verdict"),
    [
        (build_context("the ", " call", tag_after="NN", tense="present"), True),
        (build_context("for the ", " call", tag_after="NN", tense="past"), True),
        (build_context("the ", " call", tag_after="NN", tense="past"), False),
        (build_context("the ", "’s call", tag_after="NN", tense="present"), False),
        (build_context("on ", ".", tag_after=".", tense="present"), False),
    ],
)
def test_days_that_modify_a_noun_are_known(context: TimexContext, *, verdict: bool) -> None:
    assert is_noun_modifier(context) is verdict


@pytest.mark.parametrize(
    ("digits", "context"),
    [
        ("2003", build_context("it fell in ")),
        ("2003", build_context("", " was dry", tag_after="VBD")),
        ("2015", build_context("the ", " election", tag_after="NN")),
        ("2015", build_context("the class of ", ".", tag_after=".")),
        ("1865", build_context("the war from 1861 to ")),
        ("1640", build_context("a barn dating back to ")),
        ("2021", build_context("I think ", " will", tag_before="VBP", tag_after="MD")),
        ("1840", build_context("in ")),
    ],
)
def test_digits_are_a_year(digits: str, context: TimexContext) -> None:
    assert is_year(digits, context)


@pytest.mark.parametrize(
    ("digits", "context"),
    [
        ("2000", build_context("some ", " shops", tag_after="NNS")),
        ("2015", build_context("they cost £")),
        ("2170", build_context("under resolution ")),
        ("1984", build_context("“", "” is grim")),
        ("1984", build_context("Orwell’s ", ".", tag_after=".")),
        ("1080", build_context("pictures of ", " by 1920 pixels")),
        ("1500", build_context("between ", " and 1800 copies")),
        ("2000", build_context("the fund reached ", ".", tag_before="VBD", tag_after=".")),
        ("2001", build_context("", ": A Fable of Bees")),
        ("1650", build_context("of ")),
        ("2016", build_context("at ")),
        ("1917", build_context("the film ")),
    ],
)
def test_digits_are_no_year(digits: str, context: TimexContext) -> None:
    assert not is_year(digits, context)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ("tied at ", "", True),
        ("she scored at ", "", True),
        ("", " left in the second half", True),
        ("he left at ", "", False),
        ("", " on Friday", False),
    ],
)
def test_clocks_of_games_are_known(before: str, after: str, *, verdict: bool) -> None:
    assert is_score_or_game_clock(build_context(before, after)) is verdict


@pytest.mark.parametrize(
    ("after", "verdict"), [(" after a touchdown", True), (" of the year", False), ("", False)]
)
def test_periods_of_games_are_known(after: str, *, verdict: bool) -> None:
    assert is_game_period(build_context("", after)) is verdict


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("christmas", 2016, "2016-12-25"),
        ("good friday", 2016, "2016-03-25"),
        ("thanksgiving", 2016, "2016-11-24"),
        ("memorial day", 2016, "2016-05-30"),
        ("election day", 2016, "2016-11-08"),
        ("election day", 2015, None),
        ("shrove tuesday", 2021, "2021-02-16"),
    ],
)
def test_holidays_are_found(name: str, year: int, day: str | None) -> None:
    assert find_holiday(name, year) == day
