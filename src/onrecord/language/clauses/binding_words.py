"""Binding words: how likely the words around an act bind somebody to it ("will", "pledged to", "a plan to").

In: the verb or noun of an act, in a doc whose pipeline has an encoder of events (the model `accurate`). Out: how likely it is undertaken. Out of scope:
what extractors make of it, who binds himself and to whom. A linear classifier of the clause's features was tried for other pipelines, and added more
wrong promises than right ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.clauses.event_status import read_status
from onrecord.language.pipeline.event_readings import EXPLICIT, NO_PROMISE, PROMISE, find_readings
from onrecord.language.syntax.verb_group import find_auxiliaries, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Binding:
    """How likely an act is undertaken (0–1), and whether it is rather `explicit` than only planned."""

    probability: float
    is_explicit: bool


def estimate_binding(act: Token) -> Binding | None:
    """Return how likely an act is undertaken, by the likeliest of the words that may state it; None where the pipeline has no encoder of events."""
    readings = find_readings(act.doc)
    if readings is None:
        return None
    words = _iter_binding_words(act)
    found = (_read_classes(readings.get_classes(PROMISE, word)) for word in words)
    return max(found, key=lambda binding: binding.probability)


def _read_classes(classes: Mapping[str, float]) -> Binding:
    bound = 1 - classes[NO_PROMISE]
    return Binding(bound, is_explicit=classes[EXPLICIT] >= bound / 2)


def _iter_binding_words(act: Token) -> Iterator[Token]:
    """Yield the act, its auxiliaries and "to", and the word that governs it with its own."""
    governor = read_status(act).governor if is_verb(act) else None
    for word in (act, governor):
        if word is not None:
            yield word
            yield from find_auxiliaries(word)
            yield from (child for child in word.lefts if child.tag_ == "TO")
