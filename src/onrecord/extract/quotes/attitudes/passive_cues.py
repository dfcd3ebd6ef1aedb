"""Passive cues: what verbs in the passive say was said or judged, by somebody or by nobody who is named.

In: a passive verb in a Doc. Out: `AttitudeMatch`. Out of scope: verbs in the active
(`onrecord.extract.quotes.attitudes.private_states`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.attitudes.verb_complements import find_clause_complement
from onrecord.extract.quotes.content.clause_boundaries import extend_over_negation, trim_spans
from onrecord.extract.quotes.content.phrase_boundaries import (
    cut_before_addition,
    has_content,
    is_time_or_place,
)
from onrecord.extract.quotes.cue import Cue, SourcePhrase, TokenSpans
from onrecord.extract.quotes.en.frames import CLAUSE_VERBS, OBJECT_VERBS, PREDICATIVE_VERBS
from onrecord.extract.quotes.en.function_words import AS_OR_OF, NON_NOMINAL_SUBJECTS
from onrecord.extract.quotes.en.labels import (
    EXTRAPOSED_CLAUSE_LABELS,
    HEARSAY_COMPLEMENT_LABELS,
    OBJECT_PREDICATE_LABELS,
    REASON_LABELS,
    SUBJECT_LABEL_PREFIXES,
)
from onrecord.extract.quotes.en.verbs import (
    ACTION_JUDGEMENT_VERBS,
    ASK_PASSIVE_VERBS,
    HEARSAY_PASSIVE_VERBS,
)
from onrecord.extract.quotes.speakers.animacy import is_animate, is_animate_or_document
from onrecord.language.en.function_words import SUBJECT_RELATIVES
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.obliques import find_passive_agent
from onrecord.language.syntax.phrases import has_case
from onrecord.language.syntax.tag_sets import RELATIVE_PRONOUN_TAGS, SINGULAR_OR_PROPER_TAGS
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.language.syntax.verb_group import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def match_passive(
    doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]
) -> AttitudeMatch | None:
    """Return what is said or judged by somebody ("was praised by"), or by an unknown person ("is said to"), or None."""
    agent = find_passive_agent(verb)
    subject = _find_passive_subject(verb, agent)
    if subject is None or subject.tag_ in RELATIVE_PRONOUN_TAGS or subject.left_edge.tag_ == "WP$":
        return None
    if agent is not None:
        return _match_agent(doc, verb, lemma, subject, agent)
    return _match_agentless(doc, verb, lemma, subject, quoted) if verb.tag_ == "VBN" else None


def _find_passive_subject(verb: Token, agent: Token | None) -> Token | None:
    """Return the passive's subject, or the noun that it describes ("The bill, opposed by farmers, never passed"), or None."""
    subjects = (child for child in verb.lefts if child.dep_.startswith(SUBJECT_LABEL_PREFIXES))
    subject = next(subjects, None)
    if subject is None and agent is not None and _is_reduced_relative(verb):
        return verb.head
    return subject


def _is_reduced_relative(verb: Token) -> bool:
    """Return whether a participle after its noun is a statement: after a comma, or with what the noun is seen as."""
    if verb.dep_ != "acl" or verb.head.i >= verb.i or verb.head.tag_ not in SINGULAR_OR_PROPER_TAGS:
        return False
    has_predicate = any(has_case(child, "as") for child in verb.rights if child.dep_ == "obl")
    return has_predicate or get_neighbour(verb, -1).text == ","


def _match_agentless(
    doc: Doc, verb: Token, lemma: str, subject: Token, quoted: frozenset[int]
) -> AttitudeMatch | None:
    """Return what was asked, judged or said, by nobody who is named, or None."""
    if lemma in ASK_PASSIVE_VERBS:
        question = find_clause_complement(doc, verb)
        if question is not None:
            return AttitudeMatch(_build_cue(verb, lemma, "asked"), trim_spans(doc, (question,)))
    if lemma in HEARSAY_PASSIVE_VERBS:
        return _match_hearsay(doc, verb, lemma, subject, quoted)
    return _match_agentless_judgement(doc, verb, lemma, subject)


def _match_hearsay(
    doc: Doc, verb: Token, lemma: str, subject: Token, quoted: frozenset[int]
) -> AttitudeMatch | None:
    """Return what "is said to" be so, or None."""
    speech = next((kind for kind, verbs in CLAUSE_VERBS.items() if lemma in verbs), "said")
    spans = trim_spans(doc, _find_hearsay_content(verb, subject, doc))
    if not spans or any(index in quoted for index in range(spans[0].start, verb.i)):
        return None
    return AttitudeMatch(_build_cue(verb, lemma, "judged" if lemma == "accuse" else speech), spans)


def _match_agentless_judgement(
    doc: Doc, verb: Token, lemma: str, subject: Token
) -> AttitudeMatch | None:
    """Return "the plan … for its cost" of "The plan was criticised for its cost", or None."""
    is_judged = lemma in OBJECT_VERBS["judged"] - ACTION_JUDGEMENT_VERBS
    if not is_judged or subject.lower_ in NON_NOMINAL_SUBJECTS:
        return None
    reasons = (
        child
        for child in verb.rights
        if child.dep_ in REASON_LABELS and (has_case(child, "for") or has_case(child, "as"))
    )
    reason = next(reasons, None)
    has_auxiliary = any(child.dep_.startswith("aux") for child in verb.lefts)
    if reason is None or not has_auxiliary or is_time_or_place(reason):
        return None
    if reason.left_edge.i > verb.i + 2:
        return None
    spans = trim_spans(
        doc,
        (
            _build_phrase_span(doc, subject, subject.right_edge.i + 1),
            _build_phrase_span(doc, reason, reason.right_edge.i + 1),
        ),
    )
    return (
        AttitudeMatch(_build_cue(verb, lemma, "judged"), spans) if has_content(doc, spans) else None
    )


def _match_agent(
    doc: Doc, verb: Token, lemma: str, subject: Token, agent: Token
) -> AttitudeMatch | None:
    """Return what the agent says or judges ("was praised by the mayor for its crew"), or None."""
    speech = next((kind for kind, verbs in OBJECT_VERBS.items() if lemma in verbs), None)
    if speech is None:
        speech = "judged" if lemma in PREDICATIVE_VERBS else None
    if speech is None or not (
        is_animate_or_document(agent) if speech == "said" else is_animate(agent)
    ):
        return None
    if subject.lower_ in SUBJECT_RELATIVES or subject.dep_ == "expl":
        return None
    predicates = [
        TokenSpan(child.left_edge.i, child.right_edge.i + 1)
        for child in verb.rights
        if _is_predicate(child) and child.i != agent.i
    ]
    if not predicates and lemma in PREDICATIVE_VERBS:
        return None
    limit = min(subject.right_edge.i + 1, verb.i)
    spans = sorted([_build_phrase_span(doc, subject, limit), *predicates])
    content = trim_spans(doc, tuple(spans))
    if not has_content(doc, content):
        return None
    return AttitudeMatch(_build_cue(verb, lemma, speech, _build_agent(doc, agent)), content)


def _is_predicate(child: Token) -> bool:
    """Return whether the dependent says as what, or for what, the subject is judged."""
    cases = ("as", "for", "of")
    return child.dep_ in OBJECT_PREDICATE_LABELS and any(has_case(child, case) for case in cases)


def _build_agent(doc: Doc, agent: Token) -> SourcePhrase:
    """Return the agent's phrase, without its "by"."""
    start = next((c.i + 1 for c in agent.lefts if c.lower_ == "by"), agent.left_edge.i)
    end = cut_before_addition(doc, agent.i, agent.right_edge.i + 1)
    return SourcePhrase(agent, TokenSpan(start, end), pattern_names.PASSIVE_AGENT)


def _build_phrase_span(doc: Doc, head: Token, end: int) -> TokenSpan:
    """Return the tokens of the head's phrase up to `end`, cut before an addition."""
    return TokenSpan(head.left_edge.i, cut_before_addition(doc, head.i, end))


def _build_cue(verb: Token, lemma: str, speech: str, source: SourcePhrase | None = None) -> Cue:
    return Cue(verb.i, verb.i + 1, lemma, source, is_negated(verb), speech=speech)


def _find_hearsay_content(verb: Token, subject: Token, doc: Doc) -> TokenSpans:
    """Return "the road … to open" of "The road is expected to open", or the clause after "It is said that", or ()."""
    if subject.dep_ == "expl" or subject.lower_ == "it":
        return _find_extraposed_clause(verb)
    for child in verb.rights:
        openers = (left for left in child.lefts if left.tag_ == "TO" or left.lower_ in AS_OR_OF)
        opener = next(openers, None)
        if opener is None or child.dep_ not in HEARSAY_COMPLEMENT_LABELS:
            continue
        if opener.i > verb.i + 2:
            continue
        if subject.lower_ in SUBJECT_RELATIVES:
            return ()
        start = opener.i + 1
        if opener.tag_ == "TO":
            start = extend_over_negation(doc, opener.i)
        end = cut_before_addition(doc, start, child.right_edge.i + 1)
        return (
            _build_phrase_span(doc, subject, subject.right_edge.i + 1),
            TokenSpan(start, end),
        )
    return ()


def _find_extraposed_clause(verb: Token) -> TokenSpans:
    """Return the clause after "It is said that", or ()."""
    clause = next((c for c in verb.rights if c.dep_ in EXTRAPOSED_CLAUSE_LABELS), None)
    if clause is None:
        return ()
    mark = next((left for left in clause.lefts if left.lower_ == "that"), None)
    return (TokenSpan(mark.i + 1, clause.right_edge.i + 1),) if mark is not None else ()
