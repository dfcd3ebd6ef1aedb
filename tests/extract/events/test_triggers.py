"""Which verbs denote an event of their own, and which nouns one that is expected."""

from __future__ import annotations

import pytest

from onrecord.extract.events.plover import code_event
from onrecord.extract.events.triggers import (
    find_expected_noun,
    is_disputed,
    is_eventive,
    may_be_trigger,
)
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The council decided that the pier must close.", "decided", True),
        ("The council refused to close the pier.", "refused", True),
        ("The mayor went to Oslo.", "went", True),
        ("The council will keep the pier.", "keep", True),
        ("The pier opened.", "opened", True),
        ("The painter mixed the colours.", "mixed", True),
        ("The council is preparing to close the pier.", "preparing", False),
        ("The council put the cost at 40 crowns.", "put", False),
        ("The council said that it rained.", "said", False),
        ("Prices went up.", "went", False),
        ("The council keeps the pier.", "keeps", False),
        ("The group is called Harbour Watch.", "called", False),
        ("The plan depends on money.", "depends", False),
    ],
)
def test_eventive_verbs(backbone: Backbone, text: str, verb: str, expected: bool) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    assert may_be_trigger(token)
    assert is_eventive(token, code_event(token)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A summit is expected in May.", "expected", "summit"),
        ("A ruling is due in May.", "due", "ruling"),
        ("A cat is expected in May.", "expected", None),
        ("The council expected a summit.", "expected", None),
    ],
)
def test_expected_nouns(backbone: Backbone, text: str, word: str, expected: str | None) -> None:
    noun = find_expected_noun(next(t for t in backbone.nlp(text) if t.text == word))
    assert (noun.text if noun is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The state denied that troops had left.", "left", True),
        ("The state said that troops had left.", "left", False),
        ("The troops did not leave.", "leave", False),
    ],
)
def test_disputed_events(backbone: Backbone, text: str, verb: str, expected: bool) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    assert is_disputed(token) is expected
