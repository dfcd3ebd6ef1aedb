"""Animacy: which phrases name somebody who can think, want and judge: people, bodies, shares of them; and what can say.

In: the head of a phrase in a Doc. Out: whether it is animate, or a document. Out of scope: who it is
(`onrecord.extract.quotes.speakers.source_resolution`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import (
    ANIMATE_PRONOUNS,
    DEMONSTRATIVES,
    PEOPLE_PRONOUNS,
)
from onrecord.extract.quotes.en.nouns import (
    AGENT_NOUN_ENDINGS,
    COUNT_NOUNS,
    PEOPLE_NOUNS,
    SHARE_NOUNS,
)
from onrecord.extract.quotes.en.tags import NUMBER_OR_DETERMINER_TAGS
from onrecord.language.en.roles import COLLECTIVE, DOCUMENTS, PERSON_ROLES
from onrecord.language.syntax.phrases import has_case
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS, PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKER_NOUNS = PERSON_ROLES | COLLECTIVE | PEOPLE_NOUNS


def is_animate(head: Token) -> bool:
    """Return whether a phrase with this head can think, want and judge: people, bodies, names, pronouns for them."""
    low = head.lower_
    if low in SHARE_NOUNS | COUNT_NOUNS and head.tag_ in COMMON_NOUN_TAGS:
        return _is_share_of_people(head)
    if head.tag_ in PROPER_NOUN_TAGS or low in ANIMATE_PRONOUNS or _is_mistagged_name(head):
        return True
    if head.tag_ in NUMBER_OR_DETERMINER_TAGS:
        return low not in DEMONSTRATIVES
    if low == "people" and head.left_edge == head.right_edge:
        return False  # people in general
    lemma = _read_singular(head)
    return lemma in _SPEAKER_NOUNS or low in PEOPLE_NOUNS or lemma.endswith(AGENT_NOUN_ENDINGS)


def _is_mistagged_name(head: Token) -> bool:
    """Return whether a singular noun must be a name that begins a sentence, or the letters of a body's name."""
    if head.tag_ != "NN":
        return False
    is_capitalised = head.text.istitle() and head.left_edge == head
    return is_capitalised or (head.is_upper and len(head.text) > 1)


def _read_singular(head: Token) -> str:
    """Return the head's lemma, without the plural's "s" where a capital at the sentence's start kept it."""
    lemma = head.lemma_.lower()
    if head.tag_ != "NNS" or lemma != head.lower_ or not lemma.endswith("s"):
        return lemma
    return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]


def _is_share_of_people(head: Token) -> bool:
    """Return whether a share or number is one of people: "half of the voters", not "half of the land"."""
    counted = next((child for child in head.rights if has_case(child, "of")), None)
    if counted is None:
        return head.lower_ in SHARE_NOUNS
    return counted.lower_ in PEOPLE_PRONOUNS or is_animate(counted)


def is_animate_or_document(head: Token) -> bool:
    """Return whether a phrase with this head can say something: somebody, or a document."""
    return is_animate(head) or head.lemma_.lower() in DOCUMENTS
