"""Tag repair: corrections of tagger errors that the tree of the sentence reveals.

In: tokens of a parse. Out: the Penn tag of a token, corrected where its sentence would otherwise have no verb ("The
ministry denies that …" tagged as a sequence of nouns). Out of scope: headings and captions, which need no verb.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.language.en.punctuation import PROSE_END_MARKS
from onrecord.language.syntax.copula import has_copula
from onrecord.language.syntax.dependency_labels import (
    AUXILIARY_OR_MARKER_LABELS,
    EMBEDDED_CLAUSE_LABELS,
    INFINITIVE_CLAUSE_LABELS,
    INFINITIVE_MARKER_LABELS,
    MAIN_CLAUSE_LABELS,
    NOMINAL_SUBJECT_LABELS,
    NOUN_ATTACHMENT_LABELS,
)
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import (
    COMMON_OR_PROPER_SINGULAR_TAGS,
    FINITE_TAGS,
    NOUN_TAGS,
    PAST_FORM_TAGS,
)
from onrecord.language.syntax.verb_lemmas import look_up_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def repair_tag(token: Token) -> str:
    """Return the Penn tag of `token`, corrected where its sentence would otherwise have no verb."""
    tag: str = token.tag_
    for repaired, is_mistagged in _REPAIRS.get(tag, ()):
        if is_mistagged(token):
            return repaired
    return tag


def is_main_verb(token: Token) -> bool:
    """Return whether a participle after a noun is the main verb of its sentence ("Recruits climbed down.")."""
    if token.dep_ != "acl" or token.tag_ not in PAST_FORM_TAGS:
        return False
    if token.head.tag_ not in NOUN_TAGS or not is_in_prose(token):
        return False
    subject = find_main_subject(token)
    if subject.dep_ not in MAIN_CLAUSE_LABELS or has_copula(subject):
        return False
    return not _is_passive_or_governed(token) and not _has_finite_verb(subject, token)


def find_main_subject(verb: Token) -> Token:
    """Return the noun that heads the whole phrase before a verb which `is_main_verb` accepts."""
    noun = verb.head
    while noun.dep_ in NOUN_ATTACHMENT_LABELS and noun.head.i < noun.i:
        noun = noun.head
    return noun


def _is_passive_or_governed(participle: Token) -> bool:
    """Return whether words beside a participle show that it is passive or not finite ("sent by", "to be sent")."""
    if any(child.dep_ in AUXILIARY_OR_MARKER_LABELS for child in participle.lefts):
        return True
    cases = {case.lower_ for child in participle.rights for case in child.lefts}
    return "by" in cases or "by" in {child.lower_ for child in participle.rights}


def _has_finite_verb(noun: Token, excluded: Token) -> bool:
    """Return whether a finite verb other than `excluded` depends on `noun`, outside relative and embedded clauses."""
    return any(
        child.tag_ in FINITE_TAGS and child.i != excluded.i and not child.dep_.endswith("relcl")
        for child in noun.children
        if child.dep_ not in EMBEDDED_CLAUSE_LABELS
    )


def _is_third_person_verb(token: Token) -> bool:
    """Return whether a plural noun that heads a sentence is the verb after its subject."""
    if not _may_be_main_verb(token) or look_up_lemma(token.lower_) is None:
        return False
    if not is_in_prose(token) or has_copula(token):
        return False
    before = [
        child
        for child in token.lefts
        if child.dep_ in NOMINAL_SUBJECT_LABELS or child.dep_ == "compound"
    ]
    if not before or before[-1].tag_ not in COMMON_OR_PROPER_SINGULAR_TAGS:
        return False
    return before[-1].dep_ in NOMINAL_SUBJECT_LABELS or _has_complement_only(token)


def _has_complement_only(token: Token) -> bool:
    """Return whether words follow `token` in its clause, and no other verb could be the main one."""
    has_finite = any(
        child.tag_ in FINITE_TAGS and child.dep_ == "parataxis" for child in token.children
    )
    return token.i + 1 < token.right_edge.i and not has_finite


def _is_past_verb(token: Token) -> bool:
    """Return whether a noun that heads a sentence is the past of a verb ("The firm undertook to …")."""
    if not _may_be_main_verb(token) or not is_in_prose(token):
        return False
    lemma = look_up_lemma(token.lower_)
    if lemma is None or lemma == token.lower_:
        return False
    return any(child.dep_ in NOMINAL_SUBJECT_LABELS for child in token.lefts)


def _is_base_verb(token: Token) -> bool:
    """Return whether a noun after "to" is the verb of an infinitive ("planning to hand over")."""
    if token.dep_ not in INFINITIVE_CLAUSE_LABELS or look_up_lemma(token.lower_) is None:
        return False
    if token.i == 0:
        return False
    before = get_neighbour(token, -1)
    return before.tag_ == "TO" and before.dep_ in INFINITIVE_MARKER_LABELS


def _may_be_main_verb(token: Token) -> bool:
    return token.dep_ in MAIN_CLAUSE_LABELS and bool(token.is_lower)


def is_in_prose(token: Token) -> bool:
    """Return whether the sentence ends as prose does, not as a heading."""
    return any(word.text in PROSE_END_MARKS for word in token.sent[-3:])


_REPAIRS: dict[str, tuple[tuple[str, Callable[[Token], bool]], ...]] = {
    "NNS": (("VBZ", _is_third_person_verb),),
    "NN": (("VB", _is_base_verb), ("VBD", _is_past_verb)),
    "VBN": (("VBD", is_main_verb),),
}
"""Tag → (its correction, the test for it), in the order in which they are tried."""
