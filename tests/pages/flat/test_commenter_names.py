"""Words that could be the name a reader writes under, and words that could not."""

from __future__ import annotations

import pytest

from onrecord.pages.flat.commenter_names import is_never_name, may_be_commenter


@pytest.mark.parametrize(
    "words",
    ["Joost K", "bob_77", "Sid the Sceptic", "M. Novak Jr.", "ann", "Dr Ida Roe", "• Ann"],
)
def test_a_line_alone_may_be_a_name(words: str) -> None:
    assert may_be_commenter(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ann,",
        "Well said",
        "the river",
        "What now?",
        "It rained.",
        "2016",
        "→ next",
        "one two three four",
        "A name that goes on for far too many words",
    ],
)
def test_other_lines_are_none(words: str) -> None:
    assert not may_be_commenter(words)


@pytest.mark.parametrize(
    ("words", "may"),
    [("Well said", True), ("Ann of Leeds", True), ("this is the end", False), ("Who?", False)],
)
def test_what_stands_beside_a_name_confirms_it(words: str, may: bool) -> None:
    assert may_be_commenter(words, is_alone=False) == may


@pytest.mark.parametrize(
    ("words", "never"),
    [("Published", True), ("12 comments", True), ("Joined May 2016", True), ("Ann", False)],
)
def test_words_of_the_page_are_no_names(words: str, never: bool) -> None:
    assert is_never_name(words) == never
