"""Verb tags: whether a token is a verb that may attribute, whatever the tagger says of it.

In: a token. Out: yes or no. Out of scope: whether it attributes (`onrecord.extract.quotes.attitudes.private_states`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.cues.detection import is_amount_to_say
from onrecord.extract.quotes.en.labels import COMPLEMENT_OR_OBJECT_LABELS, NO_VERB_LABELS
from onrecord.extract.quotes.en.tags import PLURAL_OR_PRONOUN_TAGS
from onrecord.extract.quotes.en.verbs import PERMISSION_WORDS
from onrecord.extract.quotes.lexicon.factuality import is_claim_noun
from onrecord.extract.quotes.speakers.coordinated_cues import find_leading_verb, is_mistagged_past
from onrecord.language.en.punctuation import HYPHENS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.obliques import find_passive_agent
from onrecord.language.syntax.tag_repair import repair_tag
from onrecord.language.syntax.tag_sets import NOUN_OR_ADJECTIVE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token


def may_attribute(token: Token) -> bool:
    """Return whether the token is a verb that may attribute: finite, or with somebody who does it."""
    tag = "VBD" if _is_mistagged_verb(token) else repair_tag(token)
    if not tag.startswith("VB") or token.dep_ in NO_VERB_LABELS:
        return False
    if tag == "VBN" and _is_reduced_passive(token):
        return False
    if tag == "VBZ" and is_claim_noun(token):
        return False
    if tag == "VB" and (is_amount_to_say(token) or token.head.lower_ in PERMISSION_WORDS):
        return False
    before = get_neighbour(token, -1) if token.i else None
    return before is None or before.text not in HYPHENS or bool(before.whitespace_)


def _is_reduced_passive(token: Token) -> bool:
    """Return whether a participle has no auxiliary, no subject and no agent, and continues no other verb."""
    if any(child.dep_.startswith("aux") or child.dep_ == "nsubj" for child in token.lefts):
        return False
    if is_mistagged_past(token) and find_leading_verb(token) is not None:
        return False
    return find_passive_agent(token) is None


def _is_mistagged_verb(token: Token) -> bool:
    """Return whether a noun or adjective that heads its sentence must be its verb: it has a subject and an object or clause."""
    if token.tag_ not in NOUN_OR_ADJECTIVE_TAGS or token.dep_ != "ROOT" or not token.is_lower:
        return False
    if token.tag_ == "JJ" or _has_clause_after(token):
        return _has_clause_after(token)
    labels = [child.dep_ for child in token.lefts]
    if token.tag_ == "NNS" and "compound" in labels and token.i + 1 < len(token.doc):
        return bool(get_neighbour(token).tag_ == "TO")
    has_subject = any(label.startswith("nsubj") for label in labels)
    return has_subject and _has_complement(token)


def is_mistagged_past_tense(verb: Token) -> bool:
    """Return whether a "passive" participle must be a past tense: with subject and object, and no auxiliary."""
    labels = [child.dep_ for child in verb.lefts]
    if verb.tag_ != "VBN" or any(label.startswith("aux") for label in labels):
        return False
    has_subject = any(label.startswith("nsubj") for label in labels)
    return has_subject and _has_complement(verb) and find_passive_agent(verb) is None


def _has_complement(verb: Token) -> bool:
    return any(child.dep_ in COMPLEMENT_OR_OBJECT_LABELS for child in verb.rights)


def _has_clause_after(token: Token) -> bool:
    """Return whether a clause comes right after the token and people right before it ("Locals swear they are")."""
    if token.i == 0 or get_neighbour(token, -1).tag_ not in PLURAL_OR_PRONOUN_TAGS:
        return False
    return any(
        child.dep_ == "ccomp" and child.left_edge.i == token.i + 1 and child.i > token.i + 1
        for child in token.rights
    )
