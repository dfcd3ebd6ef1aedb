"""Tags as the sentence needs them: slips of a tagger that its own tree gives away.

In: tokens of a parse. Out: the Penn tag a token has, or must have where its sentence would be left without a
verb ("The ministry denies that …" as a heap of nouns). Out of scope: headings and captions, which need none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.syntax.tag_sets import (
    COMMON_OR_PROPER_SINGULAR_TAGS,
    FINITE_TAGS,
    NOUN_TAGS,
    PAST_FORM_TAGS,
)
from onrecord.language.syntax.verb_lemmas import look_up_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEADS = frozenset({"ROOT", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})


def repair_tag(token: Token) -> str:
    """Return the tag of `token`, mended where it would leave its sentence without a verb."""
    tag: str = token.tag_
    if tag == "NNS" and _is_third_person(token):
        return "VBZ"
    if tag == "NN" and _is_base(token):
        return "VB"
    if tag == "NN" and _is_past(token):
        return "VBD"
    if tag == "VBN" and is_main_verb(token):
        return "VBD"
    return tag


def is_main_verb(token: Token) -> bool:
    """Return whether a participle after a noun is the main verb of its sentence ("Recruits climbed down.")."""
    if token.dep_ != "acl" or token.tag_ not in PAST_FORM_TAGS:
        return False
    noun = token.head
    if noun.tag_ not in NOUN_TAGS or not _is_whole(token):
        return False
    top = find_main_subject(token)
    if top.dep_ not in _HEADS or any(child.dep_ == "cop" for child in top.children):
        return False
    return not _lowers(token) and not _has_finite(top, token)


def find_main_subject(verb: Token) -> Token:
    """Return the noun that heads the phrase after which such a verb stands."""
    noun = verb.head
    while noun.dep_ in {"appos", "nmod"} and noun.head.i < noun.i:
        noun = noun.head
    return noun


def _lowers(participle: Token) -> bool:
    """Return whether a participle is passive or governed by its own words ("sent by", "to be sent")."""
    if any(child.dep_ in {"aux", "aux:pass", "mark"} for child in participle.lefts):
        return True
    cases = {case.lower_ for child in participle.rights for case in child.lefts}
    return "by" in cases or "by" in {child.lower_ for child in participle.rights}


def _has_finite(noun: Token, but: Token) -> bool:
    """Return whether a finite verb stands right under `noun`, outside relative clauses."""
    return any(
        child.tag_ in FINITE_TAGS and child.i != but.i and not child.dep_.endswith("relcl")
        for child in noun.children
        if child.dep_ not in {"parataxis", "advcl", "appos", "ccomp"}
    )


def _is_third_person(token: Token) -> bool:
    """Return whether a plural noun that heads a sentence is the verb after its subject."""
    if token.dep_ not in _HEADS or not token.is_lower or look_up_lemma(token.lower_) is None:
        return False
    if not _is_whole(token) or any(child.dep_ == "cop" for child in token.children):
        return False
    before = [child for child in token.lefts if child.dep_ in _SUBJECTS | {"compound"}]
    if not before or before[-1].tag_ not in COMMON_OR_PROPER_SINGULAR_TAGS:
        return False
    return before[-1].dep_ in _SUBJECTS or _has_tail(token)


def _has_tail(token: Token) -> bool:
    """Return whether something follows, and no other verb could be the sentence's own."""
    finite = any(
        child.tag_ in FINITE_TAGS and child.dep_ == "parataxis" for child in token.children
    )
    return token.i + 1 < token.right_edge.i and not finite


def _is_past(token: Token) -> bool:
    """Return whether a noun that heads a sentence is the past of a verb ("The firm undertook to …")."""
    if token.dep_ not in _HEADS or not token.is_lower or not _is_whole(token):
        return False
    lemma = look_up_lemma(token.lower_)
    if lemma is None or lemma == token.lower_:
        return False
    return any(child.dep_ in _SUBJECTS for child in token.lefts)


def _is_base(token: Token) -> bool:
    """Return whether a noun after "to" is the verb of an infinitive ("planning to hand over")."""
    if token.dep_ not in {"xcomp", "advcl", "acl"} or look_up_lemma(token.lower_) is None:
        return False
    return token.i > 0 and token.nbor(-1).tag_ == "TO" and token.nbor(-1).dep_ in {"mark", "aux"}


def _is_whole(token: Token) -> bool:
    """Return whether the sentence ends as prose does, not as a heading."""
    sentence = token.sent
    return any(word.text in {".", "!"} for word in sentence[-3:])
