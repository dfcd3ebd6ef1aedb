"""Cue spans: the words that belong to a cue's verb: auxiliaries, "not", adverbs, and what governs its infinitive.

In: a `Cue` in a Doc. Out: its tokens. Out of scope: which verbs attribute (`onrecord.extract.quotes.cues.detection`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.labels import VERB_GROUP_LABELS
from onrecord.extract.quotes.en.tags import ANY_VERB_TAGS, GOVERNOR_MODIFIER_TAGS
from onrecord.extract.quotes.speakers.subject_heads import find_issuer
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_cue_span(doc: Doc, cue: Cue) -> TokenSpan:
    """Return the cue's tokens with the auxiliaries, negation and adverbs right before its verb.

    "has not said": the whole group attributes (Pareti 2013), so that what was not said is not taken as said.
    """
    verb, start = doc[cue.start], cue.start
    if verb.tag_ == "VBG" and find_issuer(verb) is not None:
        return TokenSpan(verb.head.head.i, cue.end)
    source_end = _find_source_end_before(cue)
    limit = verb.sent.start if source_end is None else source_end
    while start > limit and _is_in_verb_group(doc[start - 1], verb):
        start -= 1
    if source_end is not None:
        start = _extend_to_governor(doc, source_end, start)
    return TokenSpan(start, cue.end)


def _find_source_end_before(cue: Cue) -> int | None:
    """Return where the source ends that begins before the cue, or None."""
    if cue.source is None or cue.source.span.start >= cue.start:
        return None
    return cue.source.span.end


def _is_in_verb_group(token: Token, verb: Token) -> bool:
    if token.dep_ in VERB_GROUP_LABELS and token.head == verb:
        return token.tag_ != "TO"
    return token.dep_ == "cop" and token.head == verb


def _extend_to_governor(doc: Doc, source_end: int, start: int) -> int:
    """Return `source_end` where only a verb and its "to" are between it and `start`, else `start`.

    "went on to say", "declined to say", "is likely to say": none of them is a plain "said".
    """
    to = start - 1
    if to <= source_end or doc[to].tag_ != "TO":
        return start
    governor = doc[source_end:to]
    if len(governor) > THRESHOLDS.governor_tokens:
        return start
    has_verb = any(word.tag_ in ANY_VERB_TAGS for word in governor)
    has_nothing_else = all(word.tag_ in ANY_VERB_TAGS | GOVERNOR_MODIFIER_TAGS for word in governor)
    return source_end if has_verb and has_nothing_else else start
