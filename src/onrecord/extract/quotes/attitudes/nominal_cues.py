"""Nominal cues: nouns and adverbs that attribute ("his call for", "voiced concern about", "reportedly").

In: a block's Doc and which of its tokens are quoted. Out: `AttitudeMatch`es, with those of adjectives among them. Out of
scope: verbs (`onrecord.extract.quotes.attitudes.private_states`), and whose word a noun is
(`onrecord.extract.quotes.attitudes.noun_owners`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from onrecord.extract.quotes.attitudes.adjective_cues import (
    is_in_favour,
    match_adjective,
    match_stance,
)
from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.attitudes.noun_owners import find_owner, find_possessor
from onrecord.extract.quotes.content.clause_boundaries import trim_spans
from onrecord.extract.quotes.content.phrase_boundaries import cut_before_addition, has_content
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.adjectives import HEARSAY_ADVERBS
from onrecord.extract.quotes.en.function_words import (
    ASKED_OPENERS,
    IN_OF_OR_FOR,
    PRESENT_OR_PAST_BE,
    QUESTION_OPENERS,
    THAT_OR_WHETHER,
)
from onrecord.extract.quotes.en.labels import NOUN_OPENER_LABELS
from onrecord.extract.quotes.en.nouns import (
    ATTITUDE_NOUNS,
    HEARSAY_NOUNS,
    NOUNS_WITH_NOMINAL_TO,
    PARTISAN_NOUNS,
)
from onrecord.extract.quotes.en.verbs import LIGHT_VERBS
from onrecord.extract.quotes.lexicon.factuality import is_refuted, is_rejected
from onrecord.extract.quotes.speakers.animacy import is_animate, is_animate_or_document
from onrecord.extract.quotes.speakers.source_patterns import find_source_phrase
from onrecord.extract.quotes.subjects import has_nominal_subject
from onrecord.language.en.attribution_cues import ASKED_FIRST, WORDS_OF
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS, POSSESSIVE_LABELS
from onrecord.language.syntax.tag_repair import repair_tag
from onrecord.language.syntax.tag_sets import (
    ADJECTIVE_OR_PARTICIPLE_TAGS,
    COMMON_NOUN_TAGS,
    FINITE_TAGS,
    PAST_FORM_TAGS,
    RELATIVE_PRONOUN_TAGS,
)
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.language.syntax.verb_group import is_negated, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NounPattern = Callable[["Doc", "Token", frozenset[int]], AttitudeMatch | None]


def iter_nominal_cues(doc: Doc, quoted: frozenset[int]) -> Iterator[AttitudeMatch]:
    """Yield what nouns, adjectives and adverbs of `doc` attribute to somebody, in order of text."""
    for token in doc:
        if token.i in quoted:
            continue
        match = _match_word(doc, token, quoted)
        if match is not None:
            yield match


def _match_word(doc: Doc, token: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what the word attributes, by its tag or its form, or None."""
    tag, low = token.tag_, token.lower_
    if tag in COMMON_NOUN_TAGS:
        return _match_noun(doc, token, quoted)
    if low in ASKED_FIRST and tag in PAST_FORM_TAGS:
        return _match_initial_asked(doc, token)
    if tag in ADJECTIVE_OR_PARTICIPLE_TAGS and low not in ASKED_FIRST:
        return match_adjective(doc, token, quoted)
    if low == "against" or (low == "of" and is_in_favour(doc, token.i)):
        return match_stance(doc, token, quoted)
    return _match_hearsay_adverb(doc, token, quoted) if low in HEARSAY_ADVERBS else None


def _match_noun(doc: Doc, noun: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what the first pattern that applies finds, or None."""
    matches = (match(doc, noun, quoted) for match in NOUN_PATTERNS)
    return next((match for match in matches if match is not None), None)


def _match_hearsay_noun(doc: Doc, noun: Token, _quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what a noun without an owner says by nobody who is named ("reports that …"), or None."""
    lemma = noun.lemma_.lower()
    if lemma not in HEARSAY_NOUNS or noun.dep_ == "ROOT" or has_nominal_subject(noun):
        return None  # with a subject or as a root it is a verb tagged as a noun
    if is_rejected(noun):
        return None  # "rejected claims that": no assertion of its own
    complement = _find_noun_complement(doc, noun, frozenset({"that"}))
    if complement is None or _has_owner(noun):
        return None
    _, span = complement
    if is_refuted(noun, span.end):
        return None
    spans = trim_spans(doc, (span,))
    is_negated_noun = any(left.lower_ == "no" for left in noun.lefts)
    speech = ATTITUDE_NOUNS[lemma][0] if lemma in ATTITUDE_NOUNS else "said"
    cue = Cue(noun.i, noun.i + 1, lemma, None, is_negated_noun, speech=speech)
    return AttitudeMatch(cue, spans) if has_content(doc, spans) else None


def _has_owner(noun: Token) -> bool:
    """Return whether somebody owns the noun, or a verb lends it a subject."""
    is_owned = any(child.dep_ in POSSESSIVE_LABELS for child in noun.lefts)
    is_lent = noun.dep_ in DIRECT_OBJECT_LABELS and read_lemma(noun.head) in LIGHT_VERBS
    return is_owned or is_lent or any(child.dep_ == "nmod" for child in noun.rights)


def _match_partisan_noun(doc: Doc, noun: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what somebody "is a critic of", or None."""
    copula = next((child for child in noun.lefts if child.dep_ == "cop"), None)
    after = noun.i + 1
    if noun.lemma_.lower() not in PARTISAN_NOUNS or copula is None or after >= len(doc):
        return None
    thing = next((child for child in noun.rights if child.dep_ == "nmod"), None)
    if doc[after].lower_ not in IN_OF_OR_FOR or thing is None or thing.left_edge.i != after:
        return None
    source = find_source_phrase(noun, noun.lemma_, quoted)
    if source is None or not is_animate(source.head) or source.span.end > copula.i:
        return None
    end = cut_before_addition(doc, after, thing.right_edge.i + 1)
    spans = trim_spans(doc, (TokenSpan(after + 1, end),))
    cue = Cue(copula.i, after + 1, noun.lemma_, source, is_negated(noun), speech="judged")
    return AttitudeMatch(cue, spans) if has_content(doc, spans) else None


def _match_in_view_of(doc: Doc, noun: Token, _quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return the sentence that "In his view," opens, or None."""
    if noun.lemma_.lower() not in WORDS_OF or noun.i + 1 >= len(doc):
        return None
    owner, opener = find_possessor(noun), doc[noun.left_edge.i]
    is_initial = opener.lower_ == "in" and opener.is_sent_start
    if owner is None or not is_initial or doc[noun.i + 1].text != ",":
        return None
    span = TokenSpan(noun.i + 2, noun.sent.end)
    if not is_animate(owner.source.head) or not any(
        token.tag_ in FINITE_TAGS for token in doc[span.start : span.end - 1]
    ):
        return None
    cue = Cue(owner.cue_start, noun.i + 1, noun.lemma_, owner.source, speech="believed")
    return AttitudeMatch(cue, trim_spans(doc, (span,)))


def _match_copular_clause(doc: Doc, noun: Token, _quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return the clause of "Her hope is that the road will open", or None."""
    copula, that = noun.i + 1, noun.i + 2
    owner = find_possessor(noun) if _is_attitude_noun(noun) else None
    if owner is None or that >= len(doc) or doc[copula].lower_ not in PRESENT_OR_PAST_BE:
        return None
    mark = doc[that]
    if (
        mark.lower_ != "that"
        or mark.dep_ != "mark"
        or not is_animate_or_document(owner.source.head)
    ):
        return None
    clause_end = max(mark.head.right_edge.i, that + 1) + 1
    span = TokenSpan(that + 1, cut_before_addition(doc, that, clause_end))
    speech = ATTITUDE_NOUNS[noun.lemma_.lower()][0]
    cue = Cue(owner.cue_start, copula + 1, noun.lemma_, owner.source, speech=speech)
    return AttitudeMatch(cue, trim_spans(doc, (span,)))


def _match_owned_noun(doc: Doc, noun: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what follows a noun that somebody owns ("his call for"), or None."""
    if not _is_attitude_noun(noun):
        return None
    lemma = noun.lemma_.lower()
    speech, openers = ATTITUDE_NOUNS[lemma]
    complement = _find_noun_complement(doc, noun, openers)
    if complement is None:
        return None
    cue_end, span = complement
    owner = find_owner(noun, cue_end, speech, quoted)
    if owner is None:
        return None
    head, source_span = owner.source.head, owner.source.span
    if not (is_animate_or_document(head) if speech == "said" else is_animate(head)):
        return None
    spans = trim_spans(doc, (span,))
    if not spans or _is_overlap(source_span, spans[0]):
        return None
    cue = Cue(owner.cue_start, cue_end, lemma, owner.source, owner.negated, speech=speech)
    return AttitudeMatch(cue, spans)


def _is_overlap(one: TokenSpan, other: TokenSpan) -> bool:
    """Return whether one of the spans begins inside the other."""
    return one.start <= other.start < one.end or other.start <= one.start < other.end


NOUN_PATTERNS: tuple[NounPattern, ...] = (
    _match_hearsay_noun,
    _match_partisan_noun,
    _match_in_view_of,
    _match_copular_clause,
    _match_owned_noun,
)
"""Tried in order."""


def _is_attitude_noun(noun: Token) -> bool:
    return noun.lemma_.lower() in ATTITUDE_NOUNS and noun.dep_ != "compound"


def _match_hearsay_adverb(doc: Doc, adverb: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return the clause of "reportedly", said by nobody who is named, or None."""
    verb = adverb.head
    subject = next((child for child in verb.lefts if child.dep_.startswith("nsubj")), None)
    if subject is None or subject.tag_ in RELATIVE_PRONOUN_TAGS:
        return None
    if adverb.i > verb.i or subject.i > adverb.i or not repair_tag(verb).startswith("VB"):
        return None
    end = cut_before_addition(doc, verb.i, verb.right_edge.i + 1)
    before, after = TokenSpan(subject.left_edge.i, adverb.i), TokenSpan(adverb.i + 1, end)
    spans = trim_spans(doc, (before, after))
    if any(index in quoted for span in spans for index in range(span.start, span.end)):
        return None
    return AttitudeMatch(Cue(adverb.i, adverb.i + 1, adverb.lower_, None), spans)


def _match_initial_asked(doc: Doc, participle: Token) -> AttitudeMatch | None:
    """Return what somebody was asked ("Asked whether it would close, she …"), or None."""
    start = participle.i + 1
    is_initial = participle.is_sent_start or doc[participle.i - 1].text in ASKED_OPENERS
    if not is_initial or start >= len(doc) or doc[start].lower_ not in QUESTION_OPENERS:
        return None
    clause = doc[start : participle.sent.end]
    comma = next((token.i for token in clause if token.text == ","), None)
    if comma is None or participle.dep_ == "amod":
        return None
    start += doc[start].lower_ == "about"
    spans = trim_spans(doc, (TokenSpan(start, comma),))
    return AttitudeMatch(Cue(participle.i, start, "ask", None, speech="asked"), spans)


def _find_noun_complement(
    doc: Doc, noun: Token, openers: frozenset[str]
) -> tuple[int, TokenSpan] | None:
    """Return where the cue ends, and the tokens of what the noun is about; or None."""
    after = noun.i + 1
    if after >= len(doc):
        return None
    skipped = doc[after].lower_ == "not" and after + 1 < len(doc)
    opener = doc[after + skipped]
    if opener.lower_ not in openers or opener.dep_ not in NOUN_OPENER_LABELS:
        return None
    head = opener.head
    if head.i <= opener.i or (opener.i > after and opener.tag_ != "TO"):
        return None
    end = cut_before_addition(doc, after + 1, max(head.right_edge.i, head.i) + 1)
    if opener.lower_ in THAT_OR_WHETHER:
        span = TokenSpan(after + (opener.lower_ == "that"), end)
        return (after, span) if opener.dep_ == "mark" else None
    if opener.lower_ == "to" and opener.tag_ == "TO" and head.tag_.startswith("VB"):
        return after, TokenSpan(after, end)
    is_nominal = opener.lower_ != "to" or noun.lemma_.lower() in NOUNS_WITH_NOMINAL_TO
    return (after + 1, TokenSpan(after + 1, end)) if is_nominal else None
