"""Cue groups: the words that belong to a cue's verb: auxiliaries, "not", adverbs, and what governs its infinitive.

In: a `Cue` in a Doc. Out: its (first, last) tokens. Out of scope: which verbs attribute (`onrecord.extract.quotes.cues.detection`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.labels import VERB_GROUP_LABELS
from onrecord.extract.quotes.en.tags import ANY_VERB_TAGS, GOVERNOR_MODIFIER_TAGS
from onrecord.extract.quotes.speakers.speaker_phrase import find_issuer
from onrecord.extract.quotes.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_cue_span(doc: Doc, cue: Cue) -> tuple[int, int]:
    """Return the (first, last) tokens of the cue with the auxiliaries, negation and adverbs right before its verb.

    "has not said": the whole group attributes (Pareti 2013), so that what was not said is not read as said.
    """
    verb, first = doc[cue.first], cue.first
    if verb.tag_ == "VBG" and find_issuer(verb) is not None:
        return verb.head.head.i, cue.last
    told_before = cue.source is not None and cue.source[0] < cue.first
    low = cue.source[1] + 1 if told_before and cue.source is not None else verb.sent.start
    while first > low and _is_in_verb_group(doc[first - 1], verb):
        first -= 1
    return (_extend_to_governor(doc, low, first) if told_before else first), cue.last


def _is_in_verb_group(token: Token, verb: Token) -> bool:
    if token.dep_ in VERB_GROUP_LABELS and token.head == verb:
        return token.tag_ != "TO"
    return token.dep_ == "cop" and token.head == verb


def _extend_to_governor(doc: Doc, low: int, first: int) -> int:
    """Return `low` where only a verb and its "to" stand from there to `first`, else `first`.

    "went on to say", "declined to say", "is likely to say": none of them is a plain "said".
    """
    words = doc[low : first - 1]
    governs = (
        first - 1 > low and doc[first - 1].tag_ == "TO" and len(words) <= THRESHOLDS.governor_tokens
    )
    held = any(word.tag_ in ANY_VERB_TAGS for word in words)
    return (
        low
        if governs and held and all(w.tag_ in ANY_VERB_TAGS | GOVERNOR_MODIFIER_TAGS for w in words)
        else first
    )
