"""Private states: what verbs say that somebody said, thinks, wants, asks for or judges, by the phrase that they take.

In: a block's Doc, which of its tokens are quoted, and tokens that are cues already. Out: `AttitudeMatch`es: a cue with its
source and its kind of speech, and the content's tokens. Out of scope: clauses that verbs of saying report
(`onrecord.extract.quotes.content.complement_clauses`), nouns and adjectives (`onrecord.extract.quotes.attitudes.nominal_cues`).

Source: the term is that of Wiebe, Wilson and Cardie (2005), "Annotating expressions of opinions and emotions in language".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.attitudes.passive_cues import match_passive
from onrecord.extract.quotes.attitudes.subcategorisation_frames import (
    FrameMatch,
    match_document_verb,
    match_frames,
)
from onrecord.extract.quotes.attitudes.verb_complements import (
    find_clause_complement,
    find_infinitive_complement,
    find_prepositional_complement,
)
from onrecord.extract.quotes.attitudes.verb_tags import is_mistagged_past_tense, may_attribute
from onrecord.extract.quotes.content.clause_boundaries import trim_spans
from onrecord.extract.quotes.content.phrase_boundaries import extend_over_adjuncts, has_content
from onrecord.extract.quotes.content.shallow_content import (
    find_shallow_clause,
    find_split_relative_clause,
)
from onrecord.extract.quotes.cue import Cue, SourcePhrase, TokenSpans
from onrecord.extract.quotes.en.function_words import ABOUT, ANYBODY_WORDS, OBJECT_PRONOUNS
from onrecord.extract.quotes.en.labels import AUXILIARY_OR_COPULA_LABELS
from onrecord.extract.quotes.en.nouns import ROUGH_SHARES
from onrecord.extract.quotes.en.tags import AMOUNT_OPENER_TAGS
from onrecord.extract.quotes.en.verbs import (
    ACTION_JUDGEMENT_VERBS,
    BARE_BELIEF_VERBS,
    DOCUMENT_VERBS,
    FACTUAL_RESULT_VERBS,
    HELP_VERBS,
    INANIMATE_SUBJECT_VERBS,
    NON_TOPIC_ABOUT_VERBS,
    REFUSE_VERBS,
    SPEAKING_VERBS,
)
from onrecord.extract.quotes.lexicon.attitude_verbs import load_attitude_forms
from onrecord.extract.quotes.lexicon.hypotheticals import is_done_by_nobody, is_hypothetical
from onrecord.extract.quotes.speakers.animacy import is_animate, is_animate_or_document
from onrecord.extract.quotes.speakers.coordinated_cues import (
    cut_before_coordinated_cue,
    is_mistagged_past,
)
from onrecord.extract.quotes.speakers.shallow_subjects import find_shallow_subject
from onrecord.extract.quotes.speakers.source_patterns import find_source_phrase
from onrecord.language.en.attribution_cues import SAY
from onrecord.language.en.roles import DOCUMENTS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import (
    AMOUNT_TAGS,
    COMMON_NOUN_TAGS,
    NOUN_OR_ADJECTIVE_TAGS,
    VERB_TAGS,
)
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.language.syntax.verb_group import is_negated, is_passive, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MAY_BE_VERBS = VERB_TAGS | NOUN_OR_ADJECTIVE_TAGS


def iter_private_states(
    doc: Doc, quoted: frozenset[int], known: frozenset[int]
) -> Iterator[AttitudeMatch]:
    """Yield what the verbs of `doc` attribute, in order of text; tokens in `known` are cues already."""
    for token in doc:
        if token.tag_ not in _MAY_BE_VERBS or token.i in known or token.i in quoted:
            continue
        if not may_attribute(token):
            continue
        lemmas = load_attitude_forms().get(token.lower_, ())
        matches = (_match_verb(doc, token, lemma, quoted) for lemma in lemmas)
        match = next((match for match in matches if match is not None), None)
        match = match or _match_form(doc, token, quoted)
        if match is not None:
            yield match


def _match_verb(doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what the verb attributes as a form of `lemma`, or None."""
    if is_passive(verb) and not is_mistagged_past_tense(verb) and not is_mistagged_past(verb):
        return match_passive(doc, verb, lemma, quoted)
    if _is_purpose(verb, lemma) or is_hypothetical(verb):
        return None
    frame = match_frames(doc, verb, lemma, quoted) or _find_shallow_frame(doc, verb, lemma)
    if frame is None and lemma not in BARE_BELIEF_VERBS:
        return None
    source = find_source_phrase(verb, lemma, quoted)
    if source is None and verb.tag_ not in VERB_TAGS:
        source = find_shallow_subject(doc, verb.i, quoted)
    if source is None:
        return None
    if frame is None:
        return _match_split_relative(doc, verb, lemma, source)
    if source.head.lemma_.lower() in DOCUMENTS and not is_animate(source.head):
        frame = match_document_verb(doc, verb, lemma) or frame
    return _match_active(doc, verb, lemma, source, frame)


def _match_active(
    doc: Doc, verb: Token, lemma: str, source: SourcePhrase, frame: FrameMatch
) -> AttitudeMatch | None:
    """Return the content of the frame where its source may hold it, or None."""
    if not _may_hold(doc, verb, lemma, source, frame):
        return None
    spans = tuple(
        TokenSpan(max(start, frame.cue_end), end)
        for start, end in frame.spans
        if end > frame.cue_end
    )
    if spans:
        spans = extend_over_adjuncts(doc, spans, verb)
        spans = trim_spans(doc, cut_before_coordinated_cue(doc, verb, spans))
    judges_person = frame.speech == "judged" and lemma not in ACTION_JUDGEMENT_VERBS
    if not has_content(doc, spans) and not (judges_person and _is_personal_pronoun(doc, spans)):
        return None
    if any(start <= source.span.start < end for start, end in spans):
        return None
    speech, negated = frame.speech, is_negated(verb) or is_done_by_nobody(verb)
    if lemma in REFUSE_VERBS and _is_refused_speech(doc, spans[0]):
        speech, negated = "said", True
    cue = Cue(verb.i, frame.cue_end, lemma, source, negated, speech=speech)
    return AttitudeMatch(cue, spans)


def _may_hold(doc: Doc, verb: Token, lemma: str, source: SourcePhrase, frame: FrameMatch) -> bool:
    """Return whether the source may say, think or want what the frame holds."""
    head = source.head
    if head.lower_ == "it" and not (head.head == verb and head.dep_ == "nsubj"):
        return False
    if lemma in DOCUMENT_VERBS and head.lemma_.lower() not in DOCUMENTS:
        return False
    if lemma == "cite" and any(child.dep_ == "obj" and is_animate(child) for child in verb.rights):
        return False  # "citing officials": who said it, not what
    is_spoken = frame.speech in {"said", "asked"}
    if is_animate_or_document(head) if is_spoken else is_animate(head):
        return True
    return lemma not in INANIMATE_SUBJECT_VERBS and _is_agentive_noun(doc, verb, head, frame.spans)


def _is_agentive_noun(doc: Doc, verb: Token, head: Token, spans: TokenSpans) -> bool:
    """Return whether a noun must be somebody, as a clause or infinitive is what it thinks ("Sceptics doubt that")."""
    is_subject = head.head in (verb, verb.head) or get_neighbour(verb, -1).text == ","
    is_common = head.tag_ in COMMON_NOUN_TAGS and head.lower_ not in ANYBODY_WORDS
    if not (is_subject and is_common) or head.dep_ != "nsubj" or head.i > verb.i:
        return False
    return spans[0] in {find_clause_complement(doc, verb), find_infinitive_complement(doc, verb)}


def _is_purpose(verb: Token, lemma: str) -> bool:
    """Return whether it says what something is for ("sends soldiers to support the mission"): help, not opinion."""
    is_purpose = verb.tag_ == "VB" and verb.dep_ == "advcl" and get_neighbour(verb, -1).tag_ == "TO"
    return lemma in HELP_VERBS and is_purpose


def _is_refused_speech(doc: Doc, span: TokenSpan) -> bool:
    """Return whether what was refused is to speak: a statement that was not made, and no wish."""
    return doc[span.start : span.start + 2].text.lower() in _list_refused_phrases()


@cache
def _list_refused_phrases() -> frozenset[str]:
    return frozenset(f"to {verb}" for verb in SPEAKING_VERBS)


def _is_personal_pronoun(doc: Doc, spans: TokenSpans) -> bool:
    """Return whether the spans are a pronoun for a person: whom a judgement is about is content."""
    if not spans or spans[0].end - spans[0].start != 1:
        return False
    return doc[spans[0].start].lower_ in OBJECT_PRONOUNS


def _match_split_relative(
    doc: Doc, verb: Token, lemma: str, source: SourcePhrase
) -> AttitudeMatch | None:
    """Return what a verb of thinking says of the noun before its relative clause ("which he believes will fail"), or None."""
    cue = Cue(verb.i, verb.i + 1, lemma, source, speech="believed")
    spans = trim_spans(doc, find_split_relative_clause(doc, cue))
    return AttitudeMatch(cue, spans) if spans and is_animate(source.head) else None


def _find_shallow_frame(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    """Return the clause after a verb of saying or thinking where the parse sees none, or None."""
    if verb.tag_ not in VERB_TAGS and lemma in SAY:
        clause = find_clause_complement(doc, verb)
        if clause is not None:
            return FrameMatch("said", verb.i + 1, (clause,))
    if lemma not in BARE_BELIEF_VERBS or verb.dep_.endswith("relcl"):
        return None
    span = find_shallow_clause(doc, verb)
    speech = "wanted" if lemma == "hope" else "believed"
    return FrameMatch(speech, verb.i + 1, (span,)) if span is not None else None


def _match_form(doc: Doc, verb: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what any verb attributes to somebody by its form alone, with "that" and a clause or with "about"; or None."""
    if is_passive(verb) or verb.dep_ in AUXILIARY_OR_COPULA_LABELS:
        return None
    lemma = read_lemma(verb)
    complement = _find_marked_clause(doc, verb, lemma) or _find_topic(doc, verb, lemma)
    if complement is None:
        return None
    cue_end, span = complement
    source = find_source_phrase(verb, lemma, quoted)
    if source is None or not is_animate(source.head) or source.head.lower_ == "it":
        return None
    spans = trim_spans(doc, (span,))
    if not has_content(doc, spans) or spans[0].start <= source.span.start < spans[0].end:
        return None
    return AttitudeMatch(Cue(verb.i, cue_end, lemma, source, is_negated(verb)), spans)


def _find_marked_clause(doc: Doc, verb: Token, lemma: str) -> tuple[int, TokenSpan] | None:
    """Return where the cue ends, and the clause with "that" after the verb; or None where it is a result."""
    span = find_clause_complement(doc, verb) if lemma not in FACTUAL_RESULT_VERBS else None
    if span is None or doc[span.start - 1].lower_ != "that":
        return None
    return verb.i + 1, span


def _find_topic(doc: Doc, verb: Token, lemma: str) -> tuple[int, TokenSpan] | None:
    """Return where the cue ends, and the phrase after "about"; or None where that is a rough number ("earned about a third")."""
    if lemma in NON_TOPIC_ABOUT_VERBS:
        return None
    topic = find_prepositional_complement(doc, verb, ABOUT)
    return None if topic is None or _is_amount(doc, topic[1]) else topic


def _is_amount(doc: Doc, span: TokenSpan) -> bool:
    if doc[span.start].tag_ not in AMOUNT_OPENER_TAGS:
        return False
    words = doc[span.start : min(span.start + 3, span.end)]
    return any(token.tag_ in AMOUNT_TAGS or token.lower_ in ROUGH_SHARES for token in words)
