"""What a clause states of its event, and what its verb group states alone."""

from __future__ import annotations

import pytest

from onrecord.language import Backbone
from onrecord.language.clauses.event_status import read_status
from onrecord.language.clauses.verb_status import read_verb_status

FINITE = [
    ("The ferry line closed in May.", "closed", ("happened", False, "")),
    ("The ferry line has closed.", "closed", ("happened", False, "")),
    ("The ferry line is closing.", "closing", ("ongoing", False, "")),
    ("The ferry line will close in May.", "close", ("planned", False, "future")),
    ("The ferry line will not close.", "close", ("denied", True, "future")),
    ("The ferry line may close.", "close", ("possible", False, "")),
    ("The ferry line should close.", "close", ("called_for", False, "")),
    ("The port did not reopen the line.", "reopen", ("denied", True, "")),
    ("The port is to reopen the line.", "reopen", ("planned", False, "future")),
    ("The port should have reopened the line.", "reopened", ("denied", True, "")),
    ("The port said it would reopen the line.", "reopen", ("planned", False, "future")),
]
"""Verbs whose own group decides."""
GOVERNED = [
    ("The port plans to reopen the line.", "reopen", ("planned", False, "intention")),
    ("The port promised to reopen the line.", "reopen", ("promised", False, "promise")),
    ("The port agreed not to reopen the line.", "reopen", ("promised", True, "promise")),
    ("The port hopes to reopen the line.", "reopen", ("possible", False, "possibility")),
    ("The port made an effort to reopen the line.", "reopen", ("possible", False, "possibility")),
    ("Residents urged the port to reopen the line.", "reopen", ("called_for", False, "directive")),
    ("The port refused to reopen the line.", "reopen", ("denied", True, "denial")),
    ("The port did not refuse to reopen the line.", "reopen", ("possible", False, "denial")),
    ("The port is unable to reopen the line.", "reopen", ("denied", True, "possibility")),
    ("The port managed to reopen the line.", "reopen", ("happened", False, "")),
    ("Ferries carrying cars returned.", "carrying", ("happened", False, "")),
]
"""Infinitives and participles: what governs them decides."""
COMPLEMENTS = [
    ("The port denied that it had closed the line.", "closed", ("denied", True, "denial")),
    ("The port insisted that it will not reopen the line.", "reopen", ("denied", True, "future")),
    ("The port pledged that it will reopen the line.", "reopen", ("promised", False, "promise")),
    ("Residents hope the port reopens the line.", "reopens", ("possible", False, "possibility")),
    ("If the port reopens the line, trade will grow.", "reopens", ("possible", False, "condition")),
    ("The port will reopen the line if the council agrees.", "reopen", ("possible", False, "condition")),
    ("Did the port reopen the line?", "reopen", ("possible", False, "condition")),
    ("Once the council approves the plan, the port will reopen the line.", "approves", ("possible", False, "condition")),
]  # fmt: skip
"""Finite clauses on which another clause or the kind of sentence decides."""


@pytest.mark.parametrize(("text", "verb", "expected"), [*FINITE, *GOVERNED, *COMPLEMENTS])
def test_status(backbone: Backbone, text: str, verb: str, expected: tuple[str, bool, str]) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    reading = read_status(token)
    assert (reading.status, reading.negated, reading.basis) == expected


@pytest.mark.parametrize(("text", "verb", "expected"), FINITE)
def test_a_finite_group_decides_alone(
    backbone: Backbone, text: str, verb: str, expected: tuple[str, bool, str]
) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    reading = read_verb_status(token)
    assert reading is not None
    assert (reading.status, reading.negated, reading.basis) == expected


@pytest.mark.parametrize(("text", "verb"), [row[:2] for row in GOVERNED])
def test_a_group_that_is_not_finite_states_nothing(
    backbone: Backbone, text: str, verb: str
) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    assert read_verb_status(token) is None
