"""Who is to do an infinitive, on trees written by hand."""

from __future__ import annotations

import pytest
from tests.language.syntax.trees import build_doc

from onrecord.language.syntax.control import (
    find_object_control_verb,
    find_prepositional_controller,
    is_controlled_by_object,
)
from onrecord.language.syntax.dependencies import find_subject

URGED = """
Residents NNS nsubj 1
urged VBD ROOT 1
the DT det 3
port NN obj 1
to TO mark 5
close VB acl 3
"""
PROMISED = """
Owners NNS nsubj 1
promised VBD ROOT 1
the DT det 3
port NN obj 1
to TO mark 5
close VB xcomp 1
"""
CALLED = """
Residents NNS nsubj 1
called VBD ROOT 1
on IN case 4
the DT det 4
council NN obl 1
to TO mark 6
act VB advcl 1
"""


@pytest.mark.parametrize(
    ("written", "index", "subject"),
    [(URGED, 5, "port"), (PROMISED, 5, "Owners"), (CALLED, 6, "council")],
)
def test_the_controller_is_the_subject(written: str, index: int, subject: str) -> None:
    found = find_subject(build_doc(written)[index])
    assert found is not None
    assert found.text == subject


def test_each_verb_controls_in_its_own_way() -> None:
    urged, promised, called = build_doc(URGED), build_doc(PROMISED), build_doc(CALLED)
    assert find_object_control_verb(urged[5]) == urged[1]
    assert find_object_control_verb(promised[5]) is None
    assert find_object_control_verb(called[6]) is None
    assert find_prepositional_controller(called[6], called[1]) == called[4]
    assert find_prepositional_controller(promised[5], promised[1]) is None
    assert not is_controlled_by_object(promised[5], promised[1])
