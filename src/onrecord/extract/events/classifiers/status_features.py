"""Features of what a text states of an event: the reading of its clause by rule, and the words that govern and mark it.

In: the token that denotes the event. Out: names of features, each true of it ("reading=planned", "above=obj call"). Out of scope: what they
weigh.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.events.allegations import find_allegation
from onrecord.extract.events.en.labels import STATUS_WORD_LABELS
from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.extract.events.triggers import is_disputed
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.syntax.phrases import read_case
from onrecord.language.syntax.verb_group import (
    find_modal,
    is_negated,
    is_passive,
    is_perfect,
    is_progressive,
    is_verb,
    read_lemma,
    read_tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def list_features(token: Token, verb: Token | None, reading: StatusReading | None) -> list[str]:
    """Return the features of the event that `token` denotes, without repetition, in a fixed order.

    Args:
        token: the word that denotes it.
        verb: the verb of its clause: the token itself, or the one that a noun depends on; None where there is none.
        reading: what the clause states of the event of `verb`, by rule.

    """
    form = "verb" if token is verb else "noun"
    found = [f"form={form}", f"lemma={token.lemma_.lower()}", f"tag={token.tag_}"]
    found += [f"{form} {feature}" for feature in _iter_clause_features(verb, reading)]
    found += [f"{form} {feature}" for feature in _iter_dependent_features(token)]
    found += [f"{form} {feature}" for feature in _iter_path_features(token)]
    return list(dict.fromkeys(found))


def _iter_clause_features(verb: Token | None, reading: StatusReading | None) -> Iterator[str]:
    """Yield what the clause of a verb states of the verb's own event."""
    if verb is None or reading is None:
        yield "no clause"
        return
    yield f"reading={reading.status}"
    yield f"reading={reading.status} {reading.basis or 'plain'}"
    if reading.governor is not None:
        yield f"governor={read_lemma(reading.governor)}"
    if reading.negated:
        yield f"negated {reading.status}"
    if find_allegation(verb) is not None:
        yield "allegation"
    if is_disputed(verb):
        yield "disputed"
    yield f"tense={read_tense(verb)}"
    yield f"modal={find_modal(verb)}"
    for name, judge in (
        ("passive", is_passive),
        ("perfect", is_perfect),
        ("progressive", is_progressive),
        ("negation", is_negated),
    ):
        if judge(verb):
            yield f"{name} {read_tense(verb)}"


def _iter_dependent_features(token: Token) -> Iterator[str]:
    for child in token.children:
        if child.dep_ in STATUS_WORD_LABELS:
            yield f"has={child.dep_} {child.lower_}"


def _iter_path_features(token: Token) -> Iterator[str]:
    """Yield how the event depends on the words above it."""
    yield f"case={read_case(token) or 'none'}"
    path = token.dep_
    for step, above in enumerate(token.ancestors):
        if step == THRESHOLDS.steps_above:
            return
        lemma = read_lemma(above) if is_verb(above) else above.lemma_.lower()
        yield f"above={path} {lemma}"
        yield f"{step + 1} above={lemma}"
        path = f"{path}<{above.dep_}"
