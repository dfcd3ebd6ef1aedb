"""Attitudes: what verbs, nouns and adjectives attribute, and as many that attribute nothing."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes.attitudes.nominal_cues import iter_nominal_cues
from onrecord.extract.quotes.attitudes.private_states import iter_private_states
from onrecord.language import Backbone

CASES = [
    ("Fenn thinks that the lamp is old.", "thinks", "Fenn", ["the lamp is old"], "believed"),
    ("Sceptics doubt that the lamp will last.", "doubt", "Sceptics", ["the lamp will last"], "believed"),
    ("Fenn hopes to sell the lamp.", "hopes", "Fenn", ["to sell the lamp"], "wanted"),
    ("Fenn refused to leave.", "refused", "Fenn", ["to leave"], "wanted"),
    ("Fenn declined to comment.", "declined", "Fenn", ["to comment"], "said"),
    ("Fenn praised the crew for its patience.", "praised", "Fenn", ["the crew for its patience"], "judged"),
    ("Fenn called the plan a mess.", "called", "Fenn", ["the plan a mess"], "judged"),
    ("Fenn called for an inquiry.", "called for", "Fenn", ["an inquiry"], "asked"),
    ("Fenn ruled out a sale.", "ruled out", "Fenn", ["a sale"], "said"),
    ("Fenn accused the board of greed.", "accused", "Fenn", ["the board of greed"], "judged"),
    ("The poll shows Fenn ahead of the board.", "shows", "The poll", ["Fenn ahead of the board"], "said"),
    ("It is said that the lamp is cursed.", "said", None, ["the lamp is cursed"], "said"),
    ("The plan was criticised for its cost.", "criticised", None, ["The plan", "for its cost"], "judged"),
    ("The plan was criticised by Fenn.", "criticised", "Fenn", ["The plan"], "judged"),
    ("Fenn is confident that the lamp will last.", "is confident", "Fenn", ["the lamp will last"], "believed"),
    ("Fenn is a critic of the plan.", "is a critic of", "Fenn", ["the plan"], "judged"),
    ("Fenn is against the sale.", "is against", "Fenn", ["the sale"], "judged"),
    ("In her view, the lamp is old.", "view", "her", ["the lamp is old"], "believed"),
    ("Her hope is that the lamp will last.", "hope is", "Her", ["the lamp will last"], "wanted"),
    ("The crew made it clear that the lamp was old.", "made it clear", "The crew", ["the lamp was old"], "said"),
    ("There were reports that the lamp had failed.", "reports", None, ["the lamp had failed"], "said"),
    ("Asked whether the lamp had failed, she left.", "Asked", None, ["whether the lamp had failed"], "asked"),
    ("His call for an inquiry came late.", "call for", "His", ["an inquiry"], "asked"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue_words", "source", "content", "speech"), CASES)
def test_what_an_attitude_attributes(
    backbone: Backbone,
    text: str,
    cue_words: str,
    source: str | None,
    content: list[str],
    speech: str,
) -> None:
    doc = backbone.nlp(text)
    nominal = list(iter_nominal_cues(doc, frozenset()))
    known = frozenset(match.cue.start for match in nominal)
    (match,) = (*nominal, *iter_private_states(doc, frozenset(), known))
    cue = match.cue
    named = cue.source and doc[cue.source.span.start : cue.source.span.end].text
    assert (doc[cue.start : cue.end].text, named, cue.speech) == (cue_words, source, speech)
    assert [doc[span.start : span.end].text for span in match.spans] == content


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The plan assumes that the lamp will last.", "a thing assumes"),
        ("Fenn denied it.", "a pronoun is no content"),
        ("Fenn backed the car into a wall.", "a thing moved"),
        ("Fenn earned about a third of the prize.", "a rough number"),
        ("Fenn ensured that the lamp was lit.", "a result"),
        ("The app offers support for older phones.", "no opinion"),
        ("The claim that the lamp had failed is wholly unfounded.", "untrue by the page"),
        ("Fenn held the rope.", "no attitude"),
        ("The lamp and the rope were sold.", "no attitude"),
        ("Fenn moved about the room.", "no topic"),
        ("The pilots were not authorised to speak to the press.", "permitted to speak, not speaking"),
        ("The lamp helps the pilots find the channel.", "a thing helps"),
        ("The storm made the channel clear.", "no statement"),
        ("Fenn found the key.", "a thing found"),
        ("The keeper questioned him for two days.", "what was done to somebody"),
        ("Whether Fenn thinks that the lamp is old is unknown.", "only asked about"),
        ("The report of the board was long.", "no clause"),
        ("Critics of the plan left.", "nobody is said to be one"),
        ("In view of the weather, the ferry stayed.", "nobody's view"),
        ("The lamp is clear of the rocks.", "a thing is clear"),
    ],
)  # fmt: skip
def test_what_attributes_nothing(backbone: Backbone, text: str, why: str) -> None:
    doc = backbone.nlp(text)
    found = [
        *iter_nominal_cues(doc, frozenset()),
        *iter_private_states(doc, frozenset(), frozenset()),
    ]
    assert found == [], why
