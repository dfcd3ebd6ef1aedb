"""Refuted: claims that the page tells of only to say that they are not so ("the claim that … is false", "rejected claims that").

In: a noun of claiming in a Doc, and where its clause ends. Out: whether somebody rejects it, or the page calls it untrue.
Out of scope: claims that are only told of, and who rejects them (`onrecord.extract.quotes.attitudes.private_states`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.attitudes import DENIAL_VERBS, PROOF_NOUNS, UNTRUE_WORDS
from onrecord.extract.quotes.lexicon.cue_verbs import inflect_cue_verb
from onrecord.language.en.cues import REFUSALS
from onrecord.language.syntax.dependencies import read_lemma
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS
from onrecord.language.syntax.tag_sets import PAST_FORM_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_NOUN = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CC", "POS", "PRP$", "HYPH", "VBN", "CD", "IN", "RP"})  # fmt: skip
_BACK = 8
"""Tokens before the noun among which the verb that rejects it stands ("rejected media reports and claims that")."""
_AHEAD = 40
"""Tokens after its clause among which the claim is called untrue."""
_BE = frozenset({"is", "are", "was", "were", "be", "been", "remain", "remains", "remained", "proved", "lack", "lacks", "lacked", "has", "have", "had"})  # fmt: skip
_CONFIRM = frozenset({"confirm", "verify", "substantiate", "support", "endorse", "corroborate"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOUNS_TOO = frozenset({"claims", "reports"})
_NOT = frozenset({"not", "n't", "n’t", "never", "cannot", "unable", "neither", "nor"})


def is_rejected(noun: Token) -> bool:
    """Return whether a verb before it rejects it ("rejected claims that", "declined to confirm reports that")."""
    if noun.dep_ in DIRECT_OBJECT_LABELS and read_lemma(noun.head) in DENIAL_VERBS:
        return True
    doc = noun.doc
    for before in reversed(doc[max(noun.sent.start, noun.i - _BACK) : noun.i]):
        low = before.lower_
        if low in UNTRUE_WORDS or low in PROOF_NOUNS:
            return low in UNTRUE_WORDS or doc[before.i - 1].lower_ in {"no", "little"}
        if low in _list_denial_forms():
            return True
        if low in _CONFIRM:
            near = doc[max(noun.sent.start, before.i - 4) : before.i]
            return any(t.lower_ in _NOT or t.lemma_.lower() in REFUSALS for t in near)
        if before.tag_ not in _BEFORE_NOUN:
            return False
    return False


def is_refuted(noun: Token, last: int) -> bool:
    """Return whether the clause that ends at `last` is called untrue after it ("the claim that …, is wholly unfounded")."""
    if not noun.dep_.startswith("nsubj"):
        return False
    rest = noun.doc[last + 1 : min(noun.sent.end, last + 1 + _AHEAD)]
    be = next(
        (t for t in rest if t.lower_ in _BE and t.head.i >= t.i and t.head == noun.head), None
    )
    if be is None:
        be = next((t for t in rest[:1] if t.lower_ in _BE), None)
    if be is None:
        return False
    told = noun.doc[be.i : min(noun.sent.end, be.i + 7)]
    words = [t.lower_ for t in told]
    untrue = any(word in UNTRUE_WORDS or word in _list_denial_forms() for word in words)
    no_proof = any(word in PROOF_NOUNS for word in words) and bool(
        {"without", "no", "lack", "lacks", "lacked"} & set(words)
    )
    not_true = bool(_NOT & set(words)) and bool(
        {"true", "correct", "accurate", "supported"} & set(words)
    )
    return (untrue and not _NOT & set(words)) or no_proof or not_true


def is_claim_noun(token: Token) -> bool:
    """Return whether it is the noun in "rejected media reports and claims that", whatever a tagger makes of it."""
    if token.lower_ not in _NOUNS_TOO or token.tag_ != "VBZ" or token.i == 0:
        return False
    if token.nbor(-1).tag_ != "CC":
        return False
    before = reversed(token.doc[token.sent.start : token.i - 1])
    finite = (t for t in before if t.tag_ in _FINITE and t.lower_ not in _NOUNS_TOO)
    verb = next(finite, None)
    return verb is not None and verb.tag_ in PAST_FORM_TAGS and verb.lower_ in _list_denial_forms()


@cache
def _list_denial_forms() -> frozenset[str]:
    """Return the forms of verbs that reject a claim."""
    return frozenset(form for lemma in DENIAL_VERBS for form in (lemma, *inflect_cue_verb(lemma)))
