"""Subjects, objects, phrases and verb groups under both label sets, on trees written by hand."""

from __future__ import annotations

import pytest
from tests.language.syntax.trees import build_doc

from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
)
from onrecord.language.syntax.obliques import find_obliques, find_passive_agent
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.phrases import find_clause, find_noun_phrase
from onrecord.language.syntax.verb_group import (
    is_negated,
    is_passive,
    is_progressive,
    read_tense,
)

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


@pytest.mark.parametrize("written", [UD, CLEAR], ids=["ud", "clearnlp"])
def test_an_open_complement_takes_the_subject_of_its_governor(written: str) -> None:
    send = build_doc(written)[4]
    subject = find_subject(send)
    assert subject is not None
    assert subject.text == "Norway"
    assert [noun.text for noun in find_objects(send)] == ["ships"]
    assert [(preposition, noun.text) for preposition, noun in find_obliques(send)] == [
        ("to", "Gulf")
    ]
    assert find_clause(send).text == "Norway is preparing to send ships to the Gulf"


@pytest.mark.parametrize("written", [UD, CLEAR], ids=["ud", "clearnlp"])
def test_a_progressive_is_present_and_has_a_complement(written: str) -> None:
    preparing = build_doc(written)[2]
    assert read_tense(preparing) == "present"
    assert is_progressive(preparing)
    assert not is_passive(preparing)
    complement = find_clausal_complement(preparing)
    assert complement is not None
    assert complement.text == "send"


@pytest.mark.parametrize("written", [UD_PASSIVE, CLEAR_PASSIVE], ids=["ud", "clearnlp"])
def test_a_passive_with_agent_particle_and_negation(written: str) -> None:
    pulled = build_doc(written)[4]
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
    doc = build_doc(written)
    seized, released = doc[6], doc[9]
    assert [noun.text for noun in find_objects(seized)] == ["ship"]
    subject = find_subject(released)
    assert subject is not None
    assert find_noun_phrase(subject).text == "The ship"
