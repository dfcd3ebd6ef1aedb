"""Features of a name's predicate: the verb of which it is subject or object, and a pronoun that refers to it.

In: a name's span. Out: names of features. Out of scope: the words straight beside the name, and what a feature weighs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.feature_words import (
    BODY_OBJECT_VERBS,
    BODY_PRONOUNS,
    BODY_SUBJECT_VERBS,
    BUILDING_OBJECT_VERBS,
    PERSON_PASSIVE_VERBS,
    PLURAL_AUXILIARIES,
    PRODUCT_OBJECT_VERBS,
    SINGULAR_PERSON_PRONOUNS,
    SPEECH_VERBS_AFTER_NAME,
)
from onrecord.extract.entities.en.tags import ACTIVE_SUBJECT_LABELS
from onrecord.language.en.attribution_cues import SAY, TELL
from onrecord.language.en.function_words import PERSONAL_RELATIVES
from onrecord.language.en.names import PERSON_SUBJECT_VERBS
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS, PASSIVE_SUBJECT_LABELS
from onrecord.language.syntax.neighbours import get_neighbour

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def find_predicate_features(name: Span) -> Iterator[str]:
    """Yield the features of the verb of which `name` is subject or object, and of a pronoun that refers to it."""
    doc = name.doc
    after = doc[name.end] if name.end < len(doc) else None
    head = name.root
    if after is not None and after.lower_ in PERSONAL_RELATIVES:
        yield "after.relative_pronoun"
    if _is_plural_subject(head, after):
        yield "subject.plural_verb"
    yield from _classify_subject(head, after)
    yield from _classify_object(head)
    if head.dep_.startswith("nsubj"):
        yield from _classify_pronoun(head, name.end)


def _is_plural_subject(head: Token, after: Token | None) -> bool:
    """Return whether the name of one has a plural verb: "Norwich have signed", not "Does Ann Hale have"."""
    if after is None or after.lower_ not in PLURAL_AUXILIARIES or after.tag_ == "VB":
        return False
    return head.dep_ == "nsubj" and not any(child.dep_ == "conj" for child in head.children)


def _classify_subject(head: Token, after: Token | None) -> tuple[str, ...]:
    """Return the feature of the verb of which a name is subject, alone, or nothing."""
    verb = head.head.lemma_.lower()
    active = head.dep_ in ACTIVE_SUBJECT_LABELS
    speaks = after is not None and after.lower_ in SPEECH_VERBS_AFTER_NAME
    features = (
        ("subject.said", speaks or (head.dep_.startswith("nsubj") and verb in SAY | TELL)),
        ("subject.person_verb", active and verb in PERSON_SUBJECT_VERBS),
        ("subject.body_verb", active and verb in BODY_SUBJECT_VERBS),
        (
            "subject.person_passive",
            head.dep_ in PASSIVE_SUBJECT_LABELS and verb in PERSON_PASSIVE_VERBS,
        ),
    )
    return tuple(feature for feature, holds in features if holds)[:1]


def _classify_object(head: Token) -> tuple[str, ...]:
    """Return the feature of the verb of which a name is object, alone, or nothing."""
    verb = head.head.lemma_.lower()
    direct = head.dep_ in DIRECT_OBJECT_LABELS
    passive = head.dep_ in PASSIVE_SUBJECT_LABELS
    features = (
        ("object.product_verb", (direct or passive) and verb in PRODUCT_OBJECT_VERBS),
        ("object.body_verb", direct and verb in BODY_OBJECT_VERBS),
        ("object.building_verb", direct and verb in BUILDING_OBJECT_VERBS),
    )
    return tuple(feature for feature, holds in features if holds)[:1]


def _classify_pronoun(head: Token, end: int) -> tuple[str, ...]:
    """Return the feature of the first pronoun after a subject before another name: "X …, he said", "X and its"."""
    for token in head.doc[end : head.sent.end]:
        low = token.lower_
        if low in SINGULAR_PERSON_PRONOUNS:
            return ("pronoun.he_or_she",)
        if low in BODY_PRONOUNS:
            return ("pronoun.its",)
        if low == "it" and _is_after_saying(get_neighbour(token, -1)):
            return ("pronoun.said_it",)
        if token.tag_ == "NNP" and token.text[:1].isupper():
            break  # it may be that name's
    return ()


def _is_after_saying(before: Token) -> bool:
    """Return whether "it" after `before` begins what its subject says of itself: "X said it", "X says that it"."""
    verb = get_neighbour(before, -1) if before.lower_ == "that" and before.i else before
    return verb.lemma_.lower() in SAY
