"""Features of a word that may denote an event: what it is, how it stands in its sentence, and what stands beside it.

In: a token of a parse. Out: names of features, each true of it ("lemma=crash", "subject=bus"). Out of scope: what they weigh
(`weights`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.events.en.event_nouns import EVENT_NOUNS
from onrecord.extract.events.en.labels import WORD_FEATURE_LABELS
from onrecord.extract.events.plover import Coding
from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.language.en.verbs import PHASE_VERBS, REPORTING_VERBS, STATIVE_VERBS
from onrecord.language.syntax.dependency_labels import (
    AUXILIARY_LABELS,
    COMPLEMENT_CLAUSE_LABELS,
    OBJECT_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.phrases import read_case
from onrecord.language.syntax.verb_group import find_modal, is_passive, read_lemma, read_tense

if TYPE_CHECKING:
    from spacy.tokens import Token

WORD_CLASSES = ("VB", "NN", "JJ")
"""First two letters of the Penn tags of words that may denote an event."""


def may_denote_event(token: Token) -> bool:
    """Return whether `token` is a verb, noun or adjective that heads a phrase of its own."""
    return (
        token.is_alpha
        and token.tag_[:2] in WORD_CLASSES
        and token.tag_ != "NNPS"
        and token.dep_ not in AUXILIARY_LABELS
    )


def list_features(token: Token, coding: Coding | None) -> list[str]:
    """Return the features of a word, without repetition, in a fixed order; `coding` is that of a verb."""
    found = [
        *iter_word_features(token),
        *_iter_neighbour_features(token),
        *_iter_head_features(token),
        *_iter_dependent_features(token),
    ]
    if token.tag_[:2] == "VB":
        found += _iter_verb_features(token, coding)
    return list(dict.fromkeys(found))


def _read_word_lemma(token: Token) -> str:
    return read_lemma(token) if token.tag_[:2] == "VB" else token.lemma_.lower()


def iter_word_features(token: Token) -> Iterator[str]:
    """Yield the features of a word that do not depend on the words around it, but for the first word of a sentence."""
    lemma, word_class = _read_word_lemma(token), token.tag_[:2]
    yield f"lemma={lemma}"
    yield f"lemma={lemma} {word_class}"
    yield f"form={token.lower_}"
    yield f"tag={token.tag_}"
    yield f"label={word_class} {token.dep_}"
    for length in range(THRESHOLDS.shortest_ending, THRESHOLDS.longest_ending + 1):
        if len(lemma) > length + 1:
            yield f"ending={word_class} {lemma[-length:]}"
    if token.text[0].isupper():
        first = token.i == token.sent.start
        yield f"capital={word_class} {'first' if first else 'inside'}"
    if token.ent_type_:
        yield f"name={token.ent_type_}"
    if lemma in EVENT_NOUNS:
        yield f"event noun={word_class} {EVENT_NOUNS[lemma][0]}"


def _iter_neighbour_features(token: Token) -> Iterator[str]:
    doc, word_class = token.doc, token.tag_[:2]
    for step, name in ((-2, "second before"), (-1, "before"), (1, "after"), (2, "second after")):
        if 0 <= token.i + step < len(doc):
            neighbour = doc[token.i + step]
            if abs(step) == 1:
                yield f"{name}={neighbour.lower_}"
            yield f"{name} tag={word_class} {neighbour.tag_}"
        else:
            yield f"{name} tag={word_class} none"


def _iter_head_features(token: Token) -> Iterator[str]:
    word_class, head = token.tag_[:2], token.head
    if head == token:
        return
    yield f"head={_read_word_lemma(head)} {token.dep_}"
    yield f"head tag={word_class} {token.dep_} {head.tag_[:2]}"
    verb = next((above for above in token.ancestors if above.tag_[:2] == "VB"), None)
    if verb is not None:
        yield f"verb above={word_class} {read_lemma(verb)}"
        yield f"verb above tag={word_class} {verb.tag_}"


def _iter_dependent_features(token: Token) -> Iterator[str]:
    word_class = token.tag_[:2]
    labels = set()
    for child in token.children:
        labels.add(child.dep_)
        if child.dep_ in WORD_FEATURE_LABELS:
            yield f"has={word_class} {child.dep_} {child.lower_}"
        elif child.dep_.startswith(("nmod", "obl")):
            case = read_case(child) or "none"
            yield f"phrase={word_class} {case}"
            yield f"phrase of={word_class} {case} {child.ent_type_ or child.tag_}"
    for label in sorted(labels):
        yield f"dependent={word_class} {label}"
    if "det" not in labels and "nmod:poss" not in labels:
        yield f"no determiner={word_class}"


def _iter_verb_features(verb: Token, coding: Coding | None) -> Iterator[str]:
    lemma = read_lemma(verb)
    yield f"root={coding.root if coding is not None else 'none'}"
    yield f"tense={read_tense(verb)}"
    yield f"modal={find_modal(verb)}"
    if is_passive(verb):
        yield "passive"
        yield f"passive={lemma}"
    for name, verbs in (
        ("reporting", REPORTING_VERBS),
        ("stative", STATIVE_VERBS),
        ("phase", PHASE_VERBS),
    ):
        if lemma in verbs:
            yield f"{name} verb"
    roles = set()
    for child in verb.children:
        role = "subject" if child.dep_ in SUBJECT_LABELS else None
        role = "object" if child.dep_ in OBJECT_LABELS else role
        if role is not None:
            roles.add(role)
            yield f"{role}={child.lemma_.lower()}"
            yield f"{role} kind={child.ent_type_ or child.tag_}"
        if child.dep_ in COMPLEMENT_CLAUSE_LABELS:
            yield f"complement={lemma} {child.dep_}"
    yield f"roles={' '.join(sorted(roles)) or 'none'}"
    yield f"roles of={lemma} {' '.join(sorted(roles)) or 'none'}"
