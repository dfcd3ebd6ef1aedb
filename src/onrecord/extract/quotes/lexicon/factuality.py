"""Factuality: claims that the page reports only to say that they are not so ("the claim that … is false", "rejected claims that").

In: a noun of claiming in a Doc, and where its clause ends. Out: whether somebody rejects it, or the page calls it untrue.
Out of scope: claims that are only reported, and who rejects them (`onrecord.extract.quotes.attitudes.private_states`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.adjectives import TRUTH_ADJECTIVES, UNTRUE_WORDS
from onrecord.extract.quotes.en.function_words import NEGATIONS, NO_OR_LITTLE, WITHOUT_WORDS
from onrecord.extract.quotes.en.nouns import CLAIM_VERB_OR_NOUNS, PROOF_NOUNS
from onrecord.extract.quotes.en.tags import CLAIM_OBJECT_TAGS, TENSED_OR_PARTICIPLE_TAGS
from onrecord.extract.quotes.en.verbs import CONFIRM_VERBS, DENIAL_VERBS, UNTRUE_COPULAS
from onrecord.extract.quotes.lexicon.cue_verbs import inflect_cue_verb
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import REFUSALS
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import PAST_FORM_TAGS
from onrecord.language.syntax.verb_group import read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_rejected(noun: Token) -> bool:
    """Return whether a verb before it rejects it ("rejected claims that", "declined to confirm reports that")."""
    if noun.dep_ in DIRECT_OBJECT_LABELS and read_lemma(noun.head) in DENIAL_VERBS:
        return True
    doc, start = noun.doc, max(noun.sent.start, noun.i - THRESHOLDS.denial_gap)
    for before in reversed(doc[start : noun.i]):
        low = before.lower_
        if low in UNTRUE_WORDS or low in _list_denial_forms():
            return True
        if low in PROOF_NOUNS:
            return doc[before.i - 1].lower_ in NO_OR_LITTLE
        if low in CONFIRM_VERBS:
            return _is_unconfirmed(before)
        if before.tag_ not in CLAIM_OBJECT_TAGS:
            return False
    return False


def _is_unconfirmed(verb: Token) -> bool:
    """Return whether the verb of confirming is negated or refused."""
    start = max(verb.sent.start, verb.i - THRESHOLDS.denied_confirmation_gap)
    return any(
        token.lower_ in NEGATIONS or token.lemma_.lower() in REFUSALS
        for token in verb.doc[start : verb.i]
    )


def is_refuted(noun: Token, clause_end: int) -> bool:
    """Return whether the page calls the claim untrue after its clause ("the claim that …, is wholly unfounded")."""
    if not noun.dep_.startswith("nsubj"):
        return False
    copula = _find_copula(noun, clause_end)
    if copula is None:
        return False
    limit = min(noun.sent.end, copula.i + THRESHOLDS.refutation_tokens)
    words = {token.lower_ for token in noun.doc[copula.i : limit]}
    is_negated = bool(NEGATIONS & words)
    if words & (UNTRUE_WORDS | _list_denial_forms()) and not is_negated:
        return True
    has_no_proof = bool(words & PROOF_NOUNS) and bool(words & WITHOUT_WORDS)
    return has_no_proof or (is_negated and bool(words & TRUTH_ADJECTIVES))


def _find_copula(noun: Token, clause_end: int) -> Token | None:
    """Return the verb that says what the claim is, or None."""
    limit = min(noun.sent.end, clause_end + THRESHOLDS.refutation_gap)
    rest = noun.doc[clause_end:limit]
    for token in rest:
        if token.lower_ in UNTRUE_COPULAS and token.head.i >= token.i and token.head == noun.head:
            return token
    return next((token for token in rest[:1] if token.lower_ in UNTRUE_COPULAS), None)


def is_claim_noun(token: Token) -> bool:
    """Return whether it is the noun in "rejected media reports and claims that", whatever the tagger says."""
    if token.lower_ not in CLAIM_VERB_OR_NOUNS or token.tag_ != "VBZ" or token.i == 0:
        return False
    if get_neighbour(token, -1).tag_ != "CC":
        return False
    before = reversed(token.doc[token.sent.start : token.i - 1])
    verbs = (
        word
        for word in before
        if word.tag_ in TENSED_OR_PARTICIPLE_TAGS and word.lower_ not in CLAIM_VERB_OR_NOUNS
    )
    verb = next(verbs, None)
    return verb is not None and verb.tag_ in PAST_FORM_TAGS and verb.lower_ in _list_denial_forms()


@cache
def _list_denial_forms() -> frozenset[str]:
    """Return the forms of verbs that reject a claim."""
    return frozenset(form for lemma in DENIAL_VERBS for form in (lemma, *inflect_cue_verb(lemma)))
