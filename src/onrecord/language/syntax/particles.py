"""Particles of verbs: "pulled out", "took over".

In: a verb of a parse. Out: its particle, or None. Out of scope: what verb and particle mean together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.en.control import OVER_PARTICLE_VERBS
from onrecord.language.en.function_words import FRACTIONS_AND_SCALES, VERB_PARTICLES
from onrecord.language.syntax.dependency_labels import (
    ADVERB_OR_PREPOSITION_LABELS,
    PARTICLE_LABELS,
    PREPOSITION_LABELS,
)
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import AMOUNT_TAGS, PREPOSITION_TAGS
from onrecord.language.syntax.verb_group import read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_particle(verb: Token) -> Token | None:
    """Return the particle of `verb` ("pulled out"), or None.

    Some parsers take the particle for part of a preposition ("out of the country") or for an adverb.
    """
    if _is_before_amount(verb):
        return None
    labelled = next((child for child in verb.rights if child.dep_ in PARTICLE_LABELS), None)
    if labelled is not None or verb.i + 2 >= len(verb.doc):
        return labelled
    word = get_neighbour(verb, 1)
    return word if _is_mislabelled_particle(word, verb) else None


def _is_mislabelled_particle(word: Token, verb: Token) -> bool:
    """Return whether the word after `verb` is its particle, though the parser calls it a preposition or adverb."""
    if word.lower_ == "over" and read_lemma(verb) in OVER_PARTICLE_VERBS:
        return word.dep_ in PREPOSITION_LABELS
    if word.lower_ not in VERB_PARTICLES:
        return False
    if word.dep_ == "advmod" and word.head == verb:
        return True
    return (
        get_neighbour(verb, 2).tag_ in PREPOSITION_TAGS
        and word.dep_ in ADVERB_OR_PREPOSITION_LABELS
    )


def _is_before_amount(verb: Token) -> bool:
    """Return whether "up" after the verb belongs to an amount ("up to 500")."""
    if verb.i + 4 >= len(verb.doc) or get_neighbour(verb, 1).lower_ != "up":
        return False
    if get_neighbour(verb, 2).lower_ != "to":
        return False
    return (
        get_neighbour(verb, 3).tag_ in AMOUNT_TAGS
        or get_neighbour(verb, 4).lower_ in FRACTIONS_AND_SCALES
    )
