"""Lines that say who wrote and when."""

from __future__ import annotations

import pytest

from onrecord.pages.thread.comment.attribution_lines import (
    is_name_like,
    is_timestamp,
    parse_attribution_line,
    strip_status,
)


@pytest.mark.parametrize(
    ("words", "name", "stamp"),
    [
        ("Posted by: Ann Lee | May 13, 2016 at 10:04 AM", "Ann Lee", "May 13, 2016 at 10:04 AM"),
        ("Submitted by Ann Lee on Fri, 05/13/2016 - 10:04.", "Ann Lee", "Fri, 05/13/2016 - 10:04"),
        ("Ann Lee am 13. Mai 2016 um 10:04 Uhr", "Ann Lee", "13. Mai 2016 um 10:04 Uhr"),
        ("Le 13/05/2016, 10:04 par Ann", "Ann", "Le 13/05/2016, 10:04"),
        ("13 May 2016 at 10:04, Ann Lee", "Ann Lee", "13 May 2016 at 10:04"),
        ("— Ann, 13 May 2016", "Ann", "13 May 2016"),
        ("#3 Ann Lee 13 mei 2016 om 10:04", "Ann Lee", "13 mei 2016 om 10:04"),
        ("Kommentar #3 von Ann, 13.05.2016, 10:04", "Ann", "13.05.2016, 10:04"),
        ("Ann (not verified) on 3 May 2016", "Ann", "3 May 2016"),
        ("Ann 3 days ago", "Ann", "3 days ago"),
        ("Ann Lee says:", "Ann Lee", ""),
        ("Comment by Ann Lee", "Ann Lee", ""),
    ],
)
def test_a_line_states_who_and_when(words: str, name: str, stamp: str) -> None:
    line = parse_attribution_line(words)
    assert line is not None
    assert (line.name, line.time_text) == (name, stamp)


@pytest.mark.parametrize(
    "words",
    [
        "13 May 2016",
        "by train",
        "I said: no",
        "Last edited by Ann on 3 May 2016",
        "We moved here, by train and on foot, on a Friday, and that was 3 May 2016",
        "Why was the bridge closed in May 2016?",
    ],
)
def test_other_lines_state_no_one(words: str) -> None:
    assert parse_attribution_line(words) is None


@pytest.mark.parametrize(
    "words",
    ["3 May 2016", "Friday, 13 May 2016 at 10:04", "vor 3 Stunden", "yesterday", "il y a 2 jours"],
)
def test_a_day_or_an_age_is_a_timestamp(words: str) -> None:
    assert is_timestamp(words)


@pytest.mark.parametrize("words", ["", "May", "3 May 2016?", "Ann, 3 May 2016", "a year in Rome"])
def test_other_words_are_no_timestamp(words: str) -> None:
    assert not is_timestamp(words)


@pytest.mark.parametrize("words", ["Ann Lee", "bob_77", "Dr. Emil Novak", "Zoë", "3 of a kind"])
def test_a_name_may_look_so(words: str) -> None:
    assert is_name_like(words)


@pytest.mark.parametrize(
    "words",
    [
        "A",
        "Really?",
        "3 May 2016",
        "12",
        "All the members of the",
        "one two three four five six seven",
    ],
)
def test_other_words_look_like_no_name(words: str) -> None:
    assert not is_name_like(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ann (not verified)", "Ann"),
        ("Ann [Gast]", "Ann"),
        ("Ann (Leeds)", "Ann (Leeds)"),
        ("Ann", "Ann"),
    ],
)
def test_a_status_is_no_part_of_a_name(words: str, name: str) -> None:
    assert strip_status(words) == name
