"""The kind of a quote, by which of its words are in marks."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes.assembly.quote_kinds import classify_kind


@pytest.mark.parametrize(
    ("are_quoted", "kind"),
    [
        ([True, True, True], "direct"),
        ([True], "direct"),
        ([False, False], "indirect"),
        ([], "indirect"),
        ([True, False], "mixed"),
        ([False, True, False], "mixed"),
    ],
)
def test_marks_around_all_some_or_none_of_the_words(are_quoted: list[bool], kind: str) -> None:
    assert classify_kind(are_quoted) == kind
