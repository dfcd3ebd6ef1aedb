"""First names, surnames and ordinary words of the lists."""

from __future__ import annotations

import pytest

from onrecord.language.names.common_words import is_common_word
from onrecord.language.names.given_names import is_given_name, load_surnames


def test_first_names_are_known_and_common_words_are_not() -> None:
    assert is_given_name("Imran")
    assert is_given_name("Helen")
    assert not is_given_name("Table")
    assert not is_given_name("Monday")


@pytest.mark.parametrize(
    ("word", "common"),
    [
        ("hospital", True),
        ("keyboard", True),
        ("marsh", False),
        ("paris", False),
        ("zuvella", False),
    ],
)
def test_common_words_are_nobodys_name(word: str, common: bool) -> None:
    assert is_common_word(word) is common


def test_surnames_may_be_places_and_words() -> None:
    assert {"Hill", "Baker"} <= load_surnames()
    assert "Table" not in load_surnames()
