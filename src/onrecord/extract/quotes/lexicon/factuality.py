"""Refuted: claims that the page tells of only to say that they are not so ("the claim that … is false", "rejected claims that").

In: a noun of claiming in a Doc, and where its clause ends. Out: whether somebody rejects it, or the page calls it untrue.
Out of scope: claims that are only told of, and who rejects them (`onrecord.extract.quotes.attitudes.private_states`).
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
from onrecord.language.en.cues import REFUSALS
from onrecord.language.syntax.dependencies import read_lemma
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS
from onrecord.language.syntax.tag_sets import PAST_FORM_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_rejected(noun: Token) -> bool:
    """Return whether a verb before it rejects it ("rejected claims that", "declined to confirm reports that")."""
    if noun.dep_ in DIRECT_OBJECT_LABELS and read_lemma(noun.head) in DENIAL_VERBS:
        return True
    doc = noun.doc
    for before in reversed(doc[max(noun.sent.start, noun.i - THRESHOLDS.denial_gap) : noun.i]):
        low = before.lower_
        if low in UNTRUE_WORDS or low in PROOF_NOUNS:
            return low in UNTRUE_WORDS or doc[before.i - 1].lower_ in NO_OR_LITTLE
        if low in _list_denial_forms():
            return True
        if low in CONFIRM_VERBS:
            near = doc[max(noun.sent.start, before.i - 4) : before.i]
            return any(t.lower_ in NEGATIONS or t.lemma_.lower() in REFUSALS for t in near)
        if before.tag_ not in CLAIM_OBJECT_TAGS:
            return False
    return False


def is_refuted(noun: Token, last: int) -> bool:
    """Return whether the clause that ends at `last` is called untrue after it ("the claim that …, is wholly unfounded")."""
    if not noun.dep_.startswith("nsubj"):
        return False
    rest = noun.doc[last + 1 : min(noun.sent.end, last + 1 + THRESHOLDS.refutation_gap)]
    be = next(
        (t for t in rest if t.lower_ in UNTRUE_COPULAS and t.head.i >= t.i and t.head == noun.head),
        None,
    )
    if be is None:
        be = next((t for t in rest[:1] if t.lower_ in UNTRUE_COPULAS), None)
    if be is None:
        return False
    told = noun.doc[be.i : min(noun.sent.end, be.i + 7)]
    words = [t.lower_ for t in told]
    untrue = any(word in UNTRUE_WORDS or word in _list_denial_forms() for word in words)
    no_proof = any(word in PROOF_NOUNS for word in words) and bool(WITHOUT_WORDS & set(words))
    not_true = bool(NEGATIONS & set(words)) and bool(TRUTH_ADJECTIVES & set(words))
    return (untrue and not NEGATIONS & set(words)) or no_proof or not_true


def is_claim_noun(token: Token) -> bool:
    """Return whether it is the noun in "rejected media reports and claims that", whatever a tagger makes of it."""
    if token.lower_ not in CLAIM_VERB_OR_NOUNS or token.tag_ != "VBZ" or token.i == 0:
        return False
    if token.nbor(-1).tag_ != "CC":
        return False
    before = reversed(token.doc[token.sent.start : token.i - 1])
    finite = (
        t
        for t in before
        if t.tag_ in TENSED_OR_PARTICIPLE_TAGS and t.lower_ not in CLAIM_VERB_OR_NOUNS
    )
    verb = next(finite, None)
    return verb is not None and verb.tag_ in PAST_FORM_TAGS and verb.lower_ in _list_denial_forms()


@cache
def _list_denial_forms() -> frozenset[str]:
    """Return the forms of verbs that reject a claim."""
    return frozenset(form for lemma in DENIAL_VERBS for form in (lemma, *inflect_cue_verb(lemma)))
