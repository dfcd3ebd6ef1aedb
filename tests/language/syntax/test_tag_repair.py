"""Tags that a sentence's tree shows to be wrong, on trees written by hand."""

from __future__ import annotations

import pytest
from tests.language.syntax.trees import build_doc

from onrecord.language.syntax.tag_repair import repair_tag

DENIES = """
The DT det 1
ministry NN nsubj 2
denies NNS ROOT 2
that IN mark 5
boats NNS nsubj 5
sank VBD acl 2
. . punct 2
"""
HEADING = DENIES.replace(". . punct 2", "")
UNDERTOOK = """
The DT det 1
firm NN nsubj 2
undertook NN ROOT 2
to TO mark 4
mend VB xcomp 2
it PRP obj 4
. . punct 2
"""
HAND = """
They PRP nsubj 1
plan VBP ROOT 1
to TO mark 3
hand NN xcomp 1
over RP compound:prt 3
. . punct 1
"""
CLIMBED = """
Recruits NNS ROOT 0
climbed VBN acl 0
down RB advmod 1
. . punct 0
"""
SENT = """
Recruits NNS ROOT 0
sent VBN acl 0
by IN case 3
ship NN obl 1
. . punct 0
"""


@pytest.mark.parametrize(
    ("written", "index", "expected"),
    [
        (DENIES, 2, "VBZ"),
        (UNDERTOOK, 2, "VBD"),
        (HAND, 3, "VB"),
        (CLIMBED, 1, "VBD"),
        (DENIES, 4, "NNS"),
        (HEADING, 2, "NNS"),
        (UNDERTOOK, 1, "NN"),
        (SENT, 1, "VBN"),
    ],
)
def test_a_tag_is_repaired_where_the_sentence_would_have_no_verb(
    written: str, index: int, expected: str
) -> None:
    assert repair_tag(build_doc(written)[index]) == expected
