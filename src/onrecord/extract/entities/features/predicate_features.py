"""Signs of acting: what the verb and the pronoun of a name's sentence say of what the name names.

In: a name's span. Out: (type, weight) pairs, as `onrecord.extract.entities.features.context_features` explains. Out of scope: the words straight
beside the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.feature_words import (
    BODY_DEEDS,
    DONE_TO_PEOPLE,
    GONE_TO,
    HIS_OR_HER,
    JOINED,
    MADE_BY,
)
from onrecord.extract.entities.features.internal_features import Sign
from onrecord.language.en.cues import SAY, TELL
from onrecord.language.en.function_words import PERSONAL_RELATIVES
from onrecord.language.en.names import PERSON_SUBJECT_VERBS
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS, PASSIVE_SUBJECT_LABELS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_SAID = frozenset({"said", "says", "told", "added", "tweeted"})


def signs_acting(name: Span) -> Iterator[Sign]:
    """Yield what the verb says of which `name` is subject or object, and a pronoun that takes it up."""
    doc = name.doc
    after = doc[name.end] if name.end < len(doc) else None
    head = name.root
    yield from _of_subject(head, after)
    yield from _of_object(head)
    yield from _of_pronoun(head, name.end)


def _of_subject(head: Token, after: Token | None) -> Iterator[Sign]:
    verb = head.head.lemma_.lower()
    if after is not None and after.lower_ in PERSONAL_RELATIVES:
        yield "person", 1
    joined = any(child.dep_ == "conj" for child in head.children)
    plural = after is not None and after.lower_ in {"have", "are", "were"}
    asked = after is not None and after.tag_ == "VB"  # "Does Ann Hale have"
    if plural and head.dep_ == "nsubj" and not (joined or asked):
        yield "organisation", 1.8  # "Norwich have signed"
        yield "person", -1.4
    spoke = after is not None and after.lower_ in _SAID
    if spoke or (head.dep_.startswith("nsubj") and verb in SAY | TELL):
        yield "person", 0.8
        yield "organisation", 0.3
        yield "place", -1
    elif head.dep_ in _SUBJECTS and verb in PERSON_SUBJECT_VERBS:
        yield "person", 1.1
        yield "place", -1.8
    elif head.dep_ in _SUBJECTS and verb in BODY_DEEDS:
        yield "organisation", 0.7
        yield "place", -0.9
    elif head.dep_ in PASSIVE_SUBJECT_LABELS and verb in DONE_TO_PEOPLE:
        yield "person", 1.3


def _of_object(head: Token) -> Iterator[Sign]:
    verb = head.head.lemma_.lower()
    if head.dep_ in DIRECT_OBJECT_LABELS | PASSIVE_SUBJECT_LABELS and verb in MADE_BY:
        yield "product", 0.5
        yield "person", -0.5
    elif head.dep_ in DIRECT_OBJECT_LABELS and verb in JOINED:
        yield "organisation", 0.8
        yield "person", -1
    elif head.dep_ in DIRECT_OBJECT_LABELS and verb in GONE_TO:
        yield "facility", 0.7


def _is_said(before: Token) -> bool:
    """Return whether "it" after `before` opens what its subject says of itself: "X said it would", "X says that it"."""
    verb = before.nbor(-1) if before.lower_ == "that" and before.i else before
    return verb.lemma_.lower() in SAY


def _of_pronoun(head: Token, end: int) -> Iterator[Sign]:
    """Yield what a pronoun later in the sentence says of its subject: "X …, he said", "X and its"."""
    if not head.dep_.startswith("nsubj"):
        return
    for token in head.doc[end : head.sent.end]:
        if token.lower_ in HIS_OR_HER:
            yield "person", 1.5
            yield "place", -1
            return
        if token.lower_ in {"its", "itself"}:
            yield "organisation", 0.9
            yield "person", -0.9
            return
        if token.lower_ == "it" and _is_said(token.nbor(-1)):
            yield "organisation", 1.5
            yield "person", -1.2
            return
        if token.tag_ == "NNP" and token.text[:1].isupper():
            return  # somebody else's, perhaps
