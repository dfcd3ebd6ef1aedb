"""Particles of verbs: "pulled out", "took over".

In: a verb of a parse. Out: its particle, or None. Out of scope: what verb and particle mean together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.en.control import OVER, SHARES
from onrecord.language.syntax.dependency_labels import PARTICLE_LABELS, PREPOSITION_LABELS
from onrecord.language.syntax.tag_sets import AMOUNT_TAGS, PREPOSITION_TAGS
from onrecord.language.syntax.verb_group import read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTICLES = frozenset({"out", "up", "off", "down", "away", "apart", "together"})


def find_particle(verb: Token) -> Token | None:
    """Return the particle of `verb` ("pulled out"), or None.

    Some pipelines take the particle for part of a preposition ("out of the country") or an adverb.
    """
    if _is_number_next(verb):
        return None
    for child in verb.rights:
        if child.dep_ in PARTICLE_LABELS:
            return child
    if verb.i + 2 >= len(verb.doc):
        return None
    word = verb.nbor(1)
    if word.lower_ == "over" and read_lemma(verb) in OVER and word.dep_ in PREPOSITION_LABELS:
        return word
    if word.lower_ not in _PARTICLES:
        return None
    if word.dep_ == "advmod" and word.head == verb:
        return word
    doubled = verb.nbor(2).tag_ in PREPOSITION_TAGS and word.dep_ in {"case", "prep", "advmod"}
    return word if doubled else None


def _is_number_next(verb: Token) -> bool:
    """Return whether "up" after the verb belongs to a number ("up to 500")."""
    if verb.i + 4 >= len(verb.doc) or verb.nbor(1).lower_ != "up":
        return False
    if verb.nbor(2).lower_ != "to":
        return False
    return verb.nbor(3).tag_ in AMOUNT_TAGS or verb.nbor(4).lower_ in SHARES
