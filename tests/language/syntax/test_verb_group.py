"""Tense, aspect, voice and polarity of verb groups, as the pipeline parses them."""

from __future__ import annotations

import pytest

from onrecord.language import Backbone
from onrecord.language.syntax.verb_group import (
    is_negated,
    is_passive,
    is_perfect,
    is_progressive,
    read_tense,
)

CASES = [
    ("The ships have been moved.", "moved", ("present", True, False, True, False)),
    ("The ships were moving.", "moving", ("past", False, True, False, False)),
    ("The ships will not be moved.", "moved", ("future", False, False, True, True)),
    ("The ships could move.", "move", ("present", False, False, False, False)),
    ("No ships moved.", "moved", ("past", False, False, False, True)),
    ("The crew never moved the ships.", "moved", ("past", False, False, False, True)),
    ("The crew moved the ships.", "moved", ("past", False, False, False, False)),
    ("No 10 moved the ships.", "moved", ("past", False, False, False, False)),
    ("Neither Ann nor Ben moved the ships.", "moved", ("past", False, False, False, True)),
    ("Few pilots moved the ships.", "moved", ("past", False, False, False, True)),
    ("A few pilots moved the ships.", "moved", ("past", False, False, False, False)),
    ("Hardly any pilots moved the ships.", "moved", ("past", False, False, False, True)),
    (
        "The crew not only moved the ships but sank them.",
        "moved",
        ("past", False, False, False, False),
    ),
]


@pytest.mark.parametrize(("text", "verb", "expected"), CASES, ids=lambda value: str(value)[:40])
def test_verb_groups(
    backbone: Backbone, text: str, verb: str, expected: tuple[str, bool, bool, bool, bool]
) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    assert (
        read_tense(token),
        is_perfect(token),
        is_progressive(token),
        is_passive(token),
        is_negated(token),
    ) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Mayor arrested over harbour deal", "arrested", True),
        ("Council agreed to pay", "agreed", False),
        ("Rebels attacked the port", "attacked", False),
        ("Police arrested two men", "arrested", False),
    ],
)
def test_headlines_leave_out_the_passive_auxiliary(
    backbone: Backbone, text: str, verb: str, expected: bool
) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    assert is_passive(token) is expected
