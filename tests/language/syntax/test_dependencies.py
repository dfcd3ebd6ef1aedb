"""Dependency questions under both label sets, on trees written by hand and on the pipeline's own."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from onrecord.language import Backbone
from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
)
from onrecord.language.syntax.obliques import find_obliques, find_passive_agent
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.phrases import find_clause, find_counted_noun, find_noun_phrase
from onrecord.language.syntax.verb_group import (
    is_negated,
    is_passive,
    is_perfect,
    is_progressive,
    read_tense,
)
from onrecord.language.syntax.verb_lemmas import look_up_lemma

UD = """
Norway NNP nsubj 2
is VBZ aux 2
preparing VBG ROOT 2
to TO mark 4
send VB xcomp 2
ships NNS obj 4
to IN case 8
the DT det 8
Gulf NNP obl 4
"""
CLEAR = """
Norway NNP nsubj 2
is VBZ aux 2
preparing VBG ROOT 2
to TO aux 4
send VB xcomp 2
ships NNS dobj 4
to IN prep 4
the DT det 8
Gulf NNP pobj 6
"""
UD_PASSIVE = """
The DT det 1
ships NNS nsubj:pass 4
were VBD aux:pass 4
not RB advmod 4
pulled VBN ROOT 4
out IN case 8
of IN case 8
the DT det 8
port NN obl 4
by IN case 11
the DT det 11
navy NN obl:agent 4
"""
CLEAR_PASSIVE = """
The DT det 1
ships NNS nsubjpass 4
were VBD auxpass 4
not RB neg 4
pulled VBN ROOT 4
out IN prep 4
of IN prep 5
the DT det 8
port NN pobj 6
by IN agent 4
the DT det 11
navy NN pobj 9
"""
UD_RELATIVE = """
The DT det 1
ship NN nsubj:pass 9
, , punct 6
which WDT obj 6
the DT det 5
navy NN nsubj 6
seized VBD acl:relcl 1
, , punct 1
was VBD aux:pass 9
released VBN ROOT 9
"""
CLEAR_RELATIVE = (
    UD_RELATIVE.replace("nsubj:pass", "nsubjpass")
    .replace("aux:pass", "auxpass")
    .replace("WDT obj", "WDT dobj")
    .replace("acl:relcl", "relcl")
)


VOCAB = spacy.blank("en").vocab


def doc_of(written: str) -> Doc:
    rows = [line.split() for line in written.strip().splitlines()]
    return Doc(
        VOCAB,
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=[row[0].lower() for row in rows],
        pos=["VERB" if row[1].startswith("VB") else "NOUN" for row in rows],
    )


def words(span: Span) -> str:
    return span.text


@pytest.mark.parametrize("written", [UD, CLEAR], ids=["ud", "clearnlp"])
def test_an_open_complement_takes_the_subject_of_its_governor(written: str) -> None:
    send = doc_of(written)[4]
    subject = find_subject(send)
    assert subject is not None
    assert subject.text == "Norway"
    assert [noun.text for noun in find_objects(send)] == ["ships"]
    assert [(preposition, noun.text) for preposition, noun in find_obliques(send)] == [
        ("to", "Gulf")
    ]
    assert words(find_clause(send)) == "Norway is preparing to send ships to the Gulf"


@pytest.mark.parametrize("written", [UD, CLEAR], ids=["ud", "clearnlp"])
def test_a_progressive_is_present_and_has_a_complement(written: str) -> None:
    preparing = doc_of(written)[2]
    assert read_tense(preparing) == "present"
    assert is_progressive(preparing)
    assert not is_passive(preparing)
    complement = find_clausal_complement(preparing)
    assert complement is not None
    assert complement.text == "send"


@pytest.mark.parametrize("written", [UD_PASSIVE, CLEAR_PASSIVE], ids=["ud", "clearnlp"])
def test_a_passive_with_agent_particle_and_negation(written: str) -> None:
    pulled = doc_of(written)[4]
    agent, particle = find_passive_agent(pulled), find_particle(pulled)
    assert agent is not None
    assert agent.text == "navy"
    assert particle is not None
    assert particle.text == "out"
    assert is_passive(pulled)
    assert is_negated(pulled)
    assert read_tense(pulled) == "past"
    assert [(words_, noun.text) for words_, noun in find_obliques(pulled)] == [("out of", "port")]


@pytest.mark.parametrize("written", [UD_RELATIVE, CLEAR_RELATIVE], ids=["ud", "clearnlp"])
def test_a_relative_pronoun_gives_its_antecedent(written: str) -> None:
    doc = doc_of(written)
    seized, released = doc[6], doc[9]
    assert [noun.text for noun in find_objects(seized)] == ["ship"]
    subject = find_subject(released)
    assert subject is not None
    assert words(find_noun_phrase(subject)) == "The ship"


CASES = [
    ("The ships have been moved.", "moved", ("present", True, False, True, False)),
    ("The ships were moving.", "moving", ("past", False, True, False, False)),
    ("The ships will not be moved.", "moved", ("future", False, False, True, True)),
    ("The ships could move.", "move", ("present", False, False, False, False)),
    ("No ships moved.", "moved", ("past", False, False, False, True)),
    ("The crew never moved the ships.", "moved", ("past", False, False, False, True)),
    ("The crew moved the ships.", "moved", ("past", False, False, False, False)),
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


PHRASES = [
    (
        "Two British officers and a driver left the old port.",
        "officers",
        False,
        "Two British officers",
    ),
    (
        "Two British officers and a driver left the old port.",
        "officers",
        True,
        "Two British officers and a driver",
    ),
    ("A number of officers left.", "number", False, "A number of officers"),
    ("The officers, who were tired, left.", "officers", False, "The officers"),
    ("The officers (two of them new) left.", "officers", False, "The officers"),
]


@pytest.mark.parametrize(("text", "head", "joined", "expected"), PHRASES)
def test_noun_phrases(
    backbone: Backbone, text: str, head: str, joined: bool, expected: str
) -> None:
    noun = next(token for token in backbone.nlp(text) if token.text == head)
    assert words(find_noun_phrase(noun, conjuncts=joined)) == expected


def test_what_a_quantity_counts(backbone: Backbone) -> None:
    doc = backbone.nlp("Tens of thousands of farmers marched.")
    assert find_counted_noun(doc[0]).text == "farmers"


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("banned", "ban"),
        ("cancelled", "cancel"),
        ("canceled", "cancel"),
        ("denies", "deny"),
        ("overthrew", "overthrow"),
        ("sending", "send"),
        ("agreed", "agree"),
        ("zorbed", None),
    ],
)
def test_forms_of_known_verbs(form: str, lemma: str | None) -> None:
    assert look_up_lemma(form) == lemma
