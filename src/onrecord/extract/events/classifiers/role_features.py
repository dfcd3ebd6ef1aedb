"""Features of a phrase that may name who takes part in an event told by a noun ("the arrest *of two men*", "*his* resignation").

In: the noun and a word that depends on it, or on the verb that carries it. Out: names of features, each true of the pair. Out of scope: what
they weigh; where and when it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.language.en.verbs import LIGHT_VERBS
from onrecord.language.syntax.dependency_labels import (
    OBJECT_LABELS,
    POSSESSIVE_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.obliques import find_passive_agent
from onrecord.language.syntax.phrases import read_case
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS
from onrecord.language.syntax.verb_group import is_verb, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def iter_phrases(noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield how each phrase stands to an event noun ("possessive", "of", "subject of carrier"), and its head."""
    yield from _iter_own_phrases(noun)
    verb = noun.head
    if verb is noun or not is_verb(verb):
        return
    if noun.dep_ in OBJECT_LABELS:
        for child in verb.lefts:
            if child.dep_ in SUBJECT_LABELS:
                yield "subject of carrier", child
    elif noun.dep_ in SUBJECT_LABELS and read_lemma(verb) in LIGHT_VERBS:
        agent = find_passive_agent(verb)
        if agent is not None:
            yield "agent of carrier", agent


def _iter_own_phrases(noun: Token) -> Iterator[tuple[str, Token]]:
    for child in noun.children:
        if child.dep_ in POSSESSIVE_LABELS:
            yield "possessive", child
        elif child.dep_ == "compound" and child.tag_ in PROPER_NOUN_TAGS:
            yield "compound", child
        elif child.dep_.startswith("nmod"):
            case = read_case(child)
            if case:
                yield case, child


def list_features(noun: Token, relation: str, word: Token, kind: str) -> list[str]:
    """Return the features of a phrase beside an event noun.

    Args:
        noun: the event noun.
        relation: how the phrase stands to it, as `iter_phrases` yields it.
        word: the head of the phrase.
        kind: type of the entity that it names, or "".

    """
    lemma = noun.lemma_.lower()
    found = [
        f"relation={relation}",
        f"relation={relation} {lemma}",
        f"relation={relation} {kind or word.tag_}",
        f"relation={relation} pronoun"
        if word.tag_.startswith("PRP")
        else f"relation={relation} noun",
        f"has of={relation} {any(case == 'of' for case, _ in iter_phrases(noun))}",
    ]
    lengths = range(THRESHOLDS.shortest_ending, THRESHOLDS.longest_ending + 1)
    found += [f"relation={relation} -{lemma[-length:]}" for length in lengths]
    if relation.endswith(" of carrier"):
        carrier = read_lemma(noun.head)
        found += [f"carrier={carrier}", f"light carrier={carrier in LIGHT_VERBS}"]
    return found
