"""Labels of turns in interviews: which are a question, which an answer, which neither."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes.marks.transcript_turns import classify_turn_label


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Q", "question"),
        ("Question", "question"),
        ("A", "answer"),
        ("Answer", "answer"),
        ("Ana Pell", None),
        ("THE MAYOR", None),
        ("Subject", None),
    ],
)
def test_turn_labels(label: str, expected: str | None) -> None:
    assert classify_turn_label(label) == expected
