"""The PLOVER coding of verbs with their arguments."""

from __future__ import annotations

import pytest

from onrecord.extract.events.en.event_nouns import NOUN_CLASSES
from onrecord.extract.events.plover import ANY, code_event, load_frames
from onrecord.language import Backbone
from onrecord.records.event import ROOTS


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Norland attacked the port.", "attacked", ("ASSAULT", None)),
        ("The ministers held talks.", "held", ("CONSULT", None)),
        ("The ministers suspended talks.", "suspended", ("SANCTION", None)),
        ("Police arrested the driver.", "arrested", ("COERCE", "arrest")),
        ("The army withdrew its troops.", "withdrew", ("YIELD", "withdraw")),
        ("The state sent food to the town.", "sent", ("AID", None)),
        ("The state sent tanks to the town.", "sent", ("AID", "military")),
        ("The union told members to strike.", "told", ("REQUEST", None)),
        ("The union told members that it rained.", "told", None),
        ("The state sent a letter.", "sent", None),
        ("The court took charge of the case.", "took", None),
        ("The team is fighting dirty air.", "fighting", None),
        ("The painter mixed the colours.", "mixed", None),
    ],
)
def test_codings(
    backbone: Backbone, text: str, verb: str, expected: tuple[str, str | None] | None
) -> None:
    coding = code_event(next(token for token in backbone.nlp(text) if token.text == verb))
    assert (None if coding is None else (coding.root, coding.mode)) == expected


def test_the_lexicon_asks_for_what_there_is() -> None:
    frames = [frame for listed in load_frames().values() for frame in listed]
    assert {frame.root for frame in frames} <= set(ROOTS)
    assert {frame.noun_class for frame in frames} <= {*NOUN_CLASSES, ANY, None}
