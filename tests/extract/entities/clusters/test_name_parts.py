"""Parts of names: words, initials, acronyms."""

from __future__ import annotations

import pytest

from onrecord.extract.entities.clusters.name_parts import (
    build_acronyms,
    is_acronym,
    join_initials,
    split_name,
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Jean-Luc Hale, Jr.", ["Jean", "Luc", "Hale"]),
        ("J. R. Marsh III", ["J", "R", "Marsh"]),
        ("the ’Harbour’ Trust", ["the", "Harbour", "Trust"]),
        ("Jr.", []),
        ("", []),
        (" - ", []),
    ],
)
def test_a_name_is_its_words(name: str, words: list[str]) -> None:
    assert split_name(name) == words


def test_initials_are_of_capitalised_words() -> None:
    assert join_initials("Ministry of Transport") == "MT"


@pytest.mark.parametrize(
    ("name", "acronyms"),
    [
        ("Ministry of Transport", {"mot", "mt"}),
        ("Corran Harbour Trust", {"cht"}),
        ("Corran", set()),
        ("", set()),
    ],
)
def test_acronyms_have_small_words_or_not(name: str, acronyms: set[str]) -> None:
    assert build_acronyms(name) == acronyms


def test_acronyms_are_built_from_first_letters() -> None:
    assert is_acronym("MoT", "Ministry of Transport")
    assert not is_acronym("MoT", "Ministry of Defence")
    assert not is_acronym("M", "Ministry")
