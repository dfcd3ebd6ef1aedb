"""Bylines and dates over an article, and lines that are none."""

from __future__ import annotations

import pytest

from onrecord.pages.flat.byline import is_person_line, is_role_line, parse_byline


@pytest.mark.parametrize(
    ("words", "authors"),
    [
        ("By Anna Holt, Defence Editor | 3 March 2016", ("Anna Holt",)),
        ("By Anna Holt and Joe Mandel", ("Anna Holt", "Joe Mandel")),
        ("By Anna Holt in Velden", ("Anna Holt",)),
        ("Author: Anna Holt", ("Anna Holt",)),
        ("Anna Holt, 3 March 2016", ("Anna Holt",)),
        ("By the Editor", ("the Editor",)),
        ("Published 3 March 2016", ()),
    ],
)
def test_a_byline_names_its_authors(words: str, authors: tuple[str, ...]) -> None:
    byline = parse_byline(words)
    assert byline is not None
    assert byline.authors == authors


@pytest.mark.parametrize(
    "words",
    ["By Tuesday the troops had left", "The troops left on 3 March 2016.", "Anna Holt", "By train"],
)
def test_other_lines_are_no_bylines(words: str) -> None:
    assert parse_byline(words) is None


def test_days_of_publishing_and_of_changes_are_kept_apart() -> None:
    byline = parse_byline("Published 3 March 2016 | Updated 5 March 2016")
    assert byline is not None
    assert byline.published is not None
    assert byline.updated is not None
    assert (byline.published.iso, byline.updated.iso) == ("2016-03-03", "2016-03-05")


def test_roles_and_persons_stand_on_lines_of_their_own() -> None:
    assert is_role_line("Defence Editor")
    assert not is_role_line("Anna Holt")
    assert is_person_line("Anna Holt in Velden")
    assert not is_person_line("Defence Editor")
    assert not is_person_line("Monday Morning")
