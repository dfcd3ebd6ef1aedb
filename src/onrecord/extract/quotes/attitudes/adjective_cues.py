"""Quality cues: what somebody is said to be, of mind: "is confident that", "is critical of", "is against".

In: an adjective or preposition in a Doc. Out: `AttitudeMatch`. Out of scope: nouns (`onrecord.extract.quotes.attitudes.nominal_cues`) and verbs
(`onrecord.extract.quotes.attitudes.private_states`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.content.clause_boundaries import trim_spans
from onrecord.extract.quotes.content.phrase_boundaries import cut_before_addition, has_content
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.adjectives import ATTITUDE_ADJECTIVES, PLAIN_OR_CLEAR
from onrecord.extract.quotes.en.function_words import (
    ADJECTIVE_PREPOSITIONS,
    ATTITUDE_COPULAS,
    CLAUSE_OPENERS,
)
from onrecord.extract.quotes.en.labels import CLAUSAL_OR_ADVERBIAL_LABELS
from onrecord.extract.quotes.en.nouns import FAVOUR
from onrecord.extract.quotes.speakers.animacy import is_animate
from onrecord.extract.quotes.speakers.speaker_phrase import find_speaker_phrase
from onrecord.language.syntax.dependencies import is_negated, read_lemma
from onrecord.language.syntax.dependency_labels import (
    CASE_OR_MARKER_LABELS,
    COPULA_OR_PASSIVE_AUXILIARY_LABELS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def is_in_favour(doc: Doc, of: int) -> bool:
    """Return whether the words before "of" at token `of` are "in favour"."""
    return of > 2 and doc[of - 1].lower_ in FAVOUR and doc[of - 2].lower_ == "in"


def match_stance(doc: Doc, word: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what somebody "is against" or "is in favour of", or None."""
    be = word.i - (1 if word.lower_ == "against" else 3)
    while be > 0 and doc[be].tag_ == "RB":
        be -= 1
    if doc[be].lower_ not in ATTITUDE_COPULAS or word.i + 1 >= len(doc):
        return None
    top = word
    while top.head != top and not any(child.dep_.startswith("nsubj") for child in top.lefts):
        top = top.head
    heard = find_speaker_phrase(top, top.lemma_, quoted)
    if heard is None or not is_animate(heard[0]) or heard[1][1] >= be or top.sent != word.sent:
        return None
    last = cut_before_addition(doc, word.i + 1, max(top.right_edge.i, word.head.right_edge.i))
    spans = trim_spans(doc, ((word.i + 1, last),))
    if not has_content(doc, spans):
        return None
    lemma = "against" if word.lower_ == "against" else "favour"
    return AttitudeMatch(Cue(be, word.i, lemma, *heard, is_negated(top), None, "judged"), spans)


def match_adjective(doc: Doc, word: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what somebody is sure of, worried about, eager to do or critical of, or None."""
    low = word.lower_
    speech = next((kind for kind, words in ATTITUDE_ADJECTIVES.items() if low in words), None)
    after = word.i + 1
    if speech is None or after >= len(doc):
        return None
    be = next((c for c in word.lefts if c.dep_ in COPULA_OR_PASSIVE_AUXILIARY_LABELS), None)
    verb = be if be is not None else word.head
    made_clear = low in PLAIN_OR_CLEAR and read_lemma(verb) == "make" and word.i - verb.i <= 3
    slipped = verb == word and low.endswith("ed")  # "The ministry worried about the price."
    if not (verb.lower_ in ATTITUDE_COPULAS or made_clear or slipped) or verb.i > word.i:
        return None
    speech = "said" if made_clear else speech
    subject = next(
        (c for c in (word if be is not None else verb).lefts if c.dep_.startswith("nsubj")), None
    )
    span = _find_adjective_content(doc, word)
    if subject is None or span is None or subject.i in quoted:
        return None
    heard = find_speaker_phrase(word if be is not None else verb, low, quoted)
    if heard is None or not is_animate(heard[0]) or heard[0].lower_ == "it":
        return None
    last, held = span
    spans = trim_spans(doc, (held,))
    negated = is_negated(word) or is_negated(verb)
    first = min(verb.i, word.i)
    if not spans or heard[1][1] >= first:
        return None
    return AttitudeMatch(Cue(first, last, low, heard[0], heard[1], negated, None, speech), spans)


def _find_adjective_content(doc: Doc, word: Token) -> tuple[int, tuple[int, int]] | None:
    """Return the cue's last token and the span after "confident that", "eager to", "critical of", or None."""
    opens = doc[word.i + 1]
    head = opens.head
    believed = word.lower_ in ATTITUDE_ADJECTIVES["believed"]
    if believed and opens.dep_ == "mark" and opens.lower_ in CLAUSE_OPENERS and head.i > opens.i:
        return word.i, (
            opens.i + (opens.lower_ == "that"),
            cut_before_addition(doc, opens.i, head.right_edge.i),
        )
    if believed:
        for child in word.rights:
            bare = child.dep_ in CLAUSAL_OR_ADVERBIAL_LABELS and child.left_edge.i == word.i + 1
            if (
                bare
                and any(c.dep_.startswith("nsubj") for c in child.lefts)
                and doc[word.i + 1].tag_ != "IN"
            ):
                return word.i, (
                    word.i + 1,
                    cut_before_addition(doc, word.i + 1, child.right_edge.i),
                )
    if opens.tag_ == "TO" and head.i > opens.i and head.tag_ == "VB":
        wanted = word.lower_ in ATTITUDE_ADJECTIVES["wanted"]
        return (
            (word.i, (opens.i, cut_before_addition(doc, opens.i, head.right_edge.i)))
            if wanted
            else None
        )
    if (
        opens.lower_ in ADJECTIVE_PREPOSITIONS
        and opens.dep_ in CASE_OR_MARKER_LABELS
        and head.i > opens.i
    ):
        return opens.i, (opens.i + 1, cut_before_addition(doc, opens.i, head.right_edge.i))
    return None
