"""No list leads with a bare pronoun."""

from __future__ import annotations

import pytest

from onrecord.records import Entity, Participant
from onrecord.records.evidence import Evidence
from onrecord.story.participant_descriptions import describe_participant, is_pronoun

EVIDENCE = Evidence("p", 0, 8, None, "Tom Roe", "entities@1")
TOM = Entity("n-1", EVIDENCE, "person", "Tom Roe", ("Tom Roe",), (), 1)


@pytest.mark.parametrize(
    ("words", "entity", "shown"),
    [
        ("the board", None, "the board"),
        ("He", TOM, "Tom Roe (“He”)"),
        ("He", None, "somebody (“He”: who is not known)"),
        ("it", None, "something (“it”: what is not known)"),
    ],
)
def test_what_is_shown(words: str, entity: Entity | None, shown: str) -> None:
    assert describe_participant(Participant(words, 0, len(words)), entity) == shown


def test_which_words_are_pronouns() -> None:
    assert is_pronoun("They")
    assert not is_pronoun("They all")
