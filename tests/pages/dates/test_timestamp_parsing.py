"""Stamps parsed to ISO 8601; relative times, memberships, and numeric dates of either order."""

from __future__ import annotations

import pytest
from tests.case_tables import read_cases

from onrecord.pages.dates.parsing import (
    infer_day_first,
    is_ambiguous_numeric_date,
    is_membership_or_edit_time,
    is_relative_time,
    parse_both_orders,
    parse_numeric_date,
    parse_timestamp,
)


@pytest.mark.parametrize("row", read_cases("page_stamps"), ids=lambda row: row["text"])
def test_stamps(row: dict[str, str]) -> None:
    assert parse_timestamp(row["text"]) == row["expect"], row["why"]


@pytest.mark.parametrize(
    ("words", "expect"),
    [
        ("29.01.19", "2019-01-29"), ("25/12/69 8:05", "2069-12-25T08:05"), ("25/12/70", "1970-12-25"),
        ("18 Jun '05, 7 pm", "2005-06-18"), ("Jun 18 '05 7:30 pm", "2005-06-18T19:30"), ("3 Mai 2019", "2019-05-03"),
        ("03/04/05", None), ("1.2.3", None), ("15:04", None), ("", None),
    ],
)  # fmt: skip
def test_short_years(words: str, expect: str | None) -> None:
    assert parse_timestamp(words, short=True) == expect


@pytest.mark.parametrize(
    ("words", "expect"),
    [
        ("2 days ago", True), ("an hour ago", True), ("vor 3 Tagen", True), ("il y a deux jours", True), ("yesterday", True),
        ("10:15", True), ("3 Stunden", True), ("long ago", False), ("3 March 2016", False), ("a fable", False),
    ],
)  # fmt: skip
def test_relative_times(words: str, expect: bool) -> None:
    assert is_relative_time(words) == expect


@pytest.mark.parametrize(
    ("words", "expect"),
    [
        ("Joined 3 March 2016", True), ("Member since May 2011", True), ("Last edited by Ann", True), ("geändert am 3.5.", True),
        ("Posted 3 March 2016", False), ("Management", False),
    ],
)  # fmt: skip
def test_memberships_and_edits(words: str, expect: bool) -> None:
    assert is_membership_or_edit_time(words) == expect


@pytest.mark.parametrize(
    ("stamp", "both", "day_first", "month_first"),
    [
        ("03/04/2016", ("2016-04-03", "2016-03-04"), "2016-04-03", "2016-03-04"),
        ("Posted 3/4/16, 9:30", ("2016-04-03", "2016-03-04"), "2016-04-03T09:30", "2016-03-04T09:30"),
        ("25/04/2016", None, "2016-04-25", None),
        ("3 April 2016", None, None, None),
        ("2016/04/03", None, None, None),
    ],
)  # fmt: skip
def test_numeric_dates(
    stamp: str, both: tuple[str, str] | None, day_first: str | None, month_first: str | None
) -> None:
    assert parse_both_orders(stamp) == both
    assert parse_numeric_date(stamp, day_comes_first=True) == day_first
    assert parse_numeric_date(stamp, day_comes_first=False) == month_first
    assert is_ambiguous_numeric_date(stamp) == (day_first is not None)


@pytest.mark.parametrize(
    ("stamps", "expect"),
    [
        (["03/04/2016", "25/04/2016"], True),
        (["03/04/2016", "4/25/2016"], False),
        (["25/04/2016", "4/25/2016"], None),
        (["03/04/2016"], None),
        ([], None),
    ],
)
def test_the_order_that_other_dates_show(stamps: list[str], expect: bool | None) -> None:
    assert infer_day_first(stamps) == expect
