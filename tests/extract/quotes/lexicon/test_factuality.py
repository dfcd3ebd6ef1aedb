"""Factuality: claims that the page rejects or calls untrue, and attributions that are only possible."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes.lexicon.factuality import is_claim_noun, is_refuted, is_rejected
from onrecord.extract.quotes.lexicon.hypotheticals import is_done_by_nobody, is_hypothetical
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The board rejected claims that the lamp had failed.", "claims", True),
        ("The board declined to confirm reports that the lamp had failed.", "reports", True),
        ("The board could not verify reports that the lamp had failed.", "reports", True),
        ("There is no truth in rumours that the lamp had failed.", "rumours", True),
        ("The board confirmed reports that the lamp had failed.", "reports", False),
        ("There were reports that the lamp had failed.", "reports", False),
        ("Claims that the lamp had failed spread fast.", "Claims", False),
    ],
)
def test_rejected_claims(backbone: Backbone, text: str, noun: str, expected: bool) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == noun)
    assert is_rejected(token) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The claim that the lamp had failed is wholly unfounded.", True),
        ("The claim that the lamp had failed is without foundation.", True),
        ("The claim that the lamp had failed is not true.", True),
        ("The claim that the lamp had failed is not untrue.", False),
        ("The claim that the lamp had failed is true.", False),
        ("The claim that the lamp had failed was made on Monday.", False),
    ],
)
def test_refuted_claims(backbone: Backbone, text: str, expected: bool) -> None:
    doc = backbone.nlp(text)
    end = next(token.i for token in doc if token.text == "failed") + 1
    assert is_refuted(doc[1], end) is expected


def test_a_noun_of_claiming_tagged_as_a_verb_is_no_verb(backbone: Backbone) -> None:
    doc = backbone.nlp("The board rejected media reports and claims that the lamp had failed.")
    claims = doc[6]
    assert is_claim_noun(claims) is (claims.tag_ == "VBZ")
    assert not is_claim_noun(doc[2])


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Whether Fenn thinks so is unknown.", "thinks", True),
        ("If Fenn says so, the ferry sails.", "says", True),
        ("Fenn might have to ask the board.", "ask", True),
        ("Fenn thinks so.", "thinks", False),
        ("Fenn has to ask the board.", "ask", False),
        ("Fenn says that it will rain if the wind turns.", "says", False),
    ],
)
def test_hypotheticals(backbone: Backbone, text: str, verb: str, expected: bool) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    assert is_hypothetical(token) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Neither the board nor the pilots would say.", "say", True),
        ("Nobody said so.", "said", True),
        ("The board would say.", "say", False),
        ("The pilots said so.", "said", False),
    ],
)
def test_done_by_nobody(backbone: Backbone, text: str, verb: str, expected: bool) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    assert is_done_by_nobody(token) is expected
