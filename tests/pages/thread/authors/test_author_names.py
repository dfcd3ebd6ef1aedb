"""Names of authors, without what stands in or beside them."""

from __future__ import annotations

import pytest

from onrecord.pages.thread.authors.author_names import (
    extract_author_name,
    has_reporting_verbs,
    split_addressee,
)


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ann Lee in reply to Ben", ("Ann Lee", "Ben")),
        ("Ann → ben12", ("Ann", "ben12")),
        ("Ann als Antwort auf Ben", ("Ann", "Ben")),
        ("Ann en réponse à Ben", ("Ann", "Ben")),
        ("Ann Reply", ("Ann Reply", None)),
        ("In reply to Ben", ("In reply to Ben", None)),
    ],
)
def test_whom_an_author_answers_is_no_part_of_the_name(
    author: str, expected: tuple[str, str | None]
) -> None:
    assert split_addressee(author) == expected


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ann says:", "Ann"),
        ("By Ann Lee", "Ann Lee"),
        ("Name: Ann", "Ann"),
        ("#12 Ann", "Ann"),
        ("Ann — 3 May", "Ann"),
        ("Ann Lee on 3 May 2016", "Ann Lee"),
        ("Ann (not verified)", "Ann"),
        ("", None),
        (None, None),
    ],
)
def test_an_authors_line_holds_a_name(words: str | None, name: str | None) -> None:
    assert extract_author_name(words) == name


def test_a_verb_behind_a_name_may_be_part_of_it() -> None:
    assert has_reporting_verbs(["Ann says", "Ben says", None])
    assert extract_author_name("Simon Says", verbs_follow=False) == "Simon Says"
    assert extract_author_name("Simon Says") == "Simon"
