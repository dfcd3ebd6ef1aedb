"""Complements of attitude verbs: a clause, an infinitive, an object with an infinitive, or none."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes.attitudes.adjective_cues import is_in_favour
from onrecord.extract.quotes.attitudes.noun_owners import find_owner
from onrecord.extract.quotes.attitudes.passive_cues import match_passive
from onrecord.extract.quotes.attitudes.verb_complements import (
    find_clause_complement,
    find_infinitive_complement,
    find_object_infinitive,
)
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("text", "verb", "clause", "infinitive", "after_object"),
    [
        ("Ana hopes that the weir will hold.", 1, "the weir will hold", None, None),
        ("Ana hopes to mend the weir.", 1, None, "to mend the weir", None),
        ("Ana wants Bo to mend it.", 1, None, None, "Bo to mend it"),
        ("Ana mended the weir.", 1, None, None, None),
    ],
)
def test_complements(
    backbone: Backbone,
    text: str,
    verb: int,
    clause: str | None,
    infinitive: str | None,
    after_object: str | None,
) -> None:
    doc = backbone.nlp(text)
    lemma = doc[verb].lemma_
    found = find_object_infinitive(doc, doc[verb], lemma)
    spans = (
        find_clause_complement(doc, doc[verb]),
        find_infinitive_complement(doc, doc[verb]),
        None if found is None else found[1],
    )
    words = [None if span is None else doc[span.start : span.end].text for span in spans]
    assert words == [clause, infinitive, after_object]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor is in favour of a new weir.", True),
        ("The house is in front of the weir.", False),
    ],
)
def test_in_favour_of(backbone: Backbone, text: str, *, expected: bool) -> None:
    doc = backbone.nlp(text)
    assert is_in_favour(doc, next(token.i for token in doc if token.text == "of")) is expected


@pytest.mark.parametrize(
    ("text", "owner"),
    [("The fishers’ fear that it would break grew.", "fishers"), ("Old fear grew.", None)],
)
def test_owners_of_an_attitude(backbone: Backbone, text: str, owner: str | None) -> None:
    doc = backbone.nlp(text)
    noun = next(token for token in doc if token.text == "fear")
    found = find_owner(noun, noun.i + 1, "said", frozenset())
    assert (None if found is None or found.source is None else found.source.head.text) == owner


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "cue"),
    [
        ("The weir is believed to be sound.", "believed", "believe", "believe"),
        ("The weir was built in May.", "built", "build", None),
    ],
)
def test_passives(backbone: Backbone, text: str, verb: str, lemma: str, cue: str | None) -> None:
    doc = backbone.nlp(text)
    token = next(token for token in doc if token.text == verb)
    found = match_passive(doc, token, lemma, frozenset())
    assert (None if found is None else found.cue.lemma) == cue
