from __future__ import annotations

import pytest

from onrecord.link.commitments.promise_keys import find_topic_stems, is_same_action


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten lamps and 1,400 tents", {"10", "lamp", "1400", "tent"}),
        ("It will have been there", set()),
        ("", set()),
    ],
)
def test_topic_stems(text: str, expected: set[str]) -> None:
    assert find_topic_stems(text) == expected


def test_a_word_of_one_letter_over_and_over_has_a_topic() -> None:
    assert find_topic_stems("EEEEEE sees eeee") >= {"eeeeee", "eeee"}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("send", "deploy", True),
        ("send", "send", True),
        ("send", "build", False),
        ("", "end", False),
    ],
)
def test_same_action(a: str, b: str, *, expected: bool) -> None:
    assert is_same_action(a, b) is expected
    assert is_same_action(b, a) is expected
