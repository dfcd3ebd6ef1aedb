"""Passive cues: what verbs in the passive say was said or judged, by somebody or by nobody who is named.

In: a passive verb in a Doc. Out: `AttitudeMatch`. Out of scope: verbs in the active (`onrecord.extract.quotes.attitudes.private_states`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.attitudes.subcategorisation_frames import find_clause_complement
from onrecord.extract.quotes.content.clause_boundaries import extend_over_negation, trim_spans
from onrecord.extract.quotes.content.phrase_boundaries import (
    cut_before_addition,
    has_content,
    is_time_or_place,
)
from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.en.frames import CLAUSE_VERBS, OBJECT_VERBS, PREDICATIVE_VERBS
from onrecord.extract.quotes.en.function_words import AS_OR_OF, NON_NOMINAL_SUBJECTS
from onrecord.extract.quotes.en.labels import (
    EXTRAPOSED_CLAUSE_LABELS,
    HEARSAY_COMPLEMENT_LABELS,
    OBJECT_PREDICATE_LABELS,
    REASON_LABELS,
)
from onrecord.extract.quotes.en.verbs import ASK_PASSIVE_VERBS, HEARSAY_PASSIVE_VERBS
from onrecord.extract.quotes.speakers.animacy import is_animate, is_animate_or_document
from onrecord.language.en.function_words import SUBJECT_RELATIVES
from onrecord.language.syntax.dependencies import find_passive_agent, is_negated
from onrecord.language.syntax.phrases import has_case
from onrecord.language.syntax.tag_sets import RELATIVE_PRONOUN_TAGS, SINGULAR_OR_PROPER_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
from onrecord.extract.quotes.en.verbs import ACTION_JUDGEMENT_VERBS

_SUBJECT = ("nsubj", "expl", "csubj")


def match_passive(
    doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]
) -> AttitudeMatch | None:
    """Return what is said or judged by somebody ("was praised by"), or by nobody knows whom ("is said to")."""
    subject = next((child for child in verb.lefts if child.dep_.startswith(_SUBJECT)), None)
    agent = find_passive_agent(verb)
    if subject is None and agent is not None and _is_reduced_relative(verb):
        subject = verb.head  # "The bill, opposed by farmers, never passed"
    if subject is None or subject.tag_ in RELATIVE_PRONOUN_TAGS or subject.left_edge.tag_ == "WP$":
        return None
    if agent is not None:
        return _match_agent(doc, verb, lemma, subject, agent)
    if verb.tag_ != "VBN":
        return None
    if lemma in ASK_PASSIVE_VERBS and (asked := find_clause_complement(doc, verb)) is not None:
        cue = Cue(verb.i, verb.i, lemma, None, None, is_negated(verb), None, "asked")
        return AttitudeMatch(cue, trim_spans(doc, (asked,)))
    if lemma not in HEARSAY_PASSIVE_VERBS:
        return _match_agentless_judgement(doc, verb, lemma, subject)
    spans = _find_hearsay_content(doc, verb, subject)
    speech = next((kind for kind, verbs in CLAUSE_VERBS.items() if lemma in verbs), "said")
    speech = "judged" if lemma == "accuse" else speech
    spans = trim_spans(doc, spans)
    if not spans or any(token in quoted for token in range(spans[0][0], verb.i)):
        return None
    return AttitudeMatch(
        Cue(verb.i, verb.i, lemma, None, None, is_negated(verb), None, speech), spans
    )


def _is_reduced_relative(verb: Token) -> bool:
    """Return whether a participle after its noun tells by itself: over a comma, or with what it is seen as."""
    if verb.dep_ != "acl" or verb.head.i >= verb.i or verb.head.tag_ not in SINGULAR_OR_PROPER_TAGS:
        return False
    as_what = any(has_case(child, "as") for child in verb.rights if child.dep_ == "obl")
    return verb.nbor(-1).text == "," or as_what


def _match_agentless_judgement(
    doc: Doc, verb: Token, lemma: str, subject: Token
) -> AttitudeMatch | None:
    """Return "the plan … for its cost" of "The plan was criticised for its cost": by whom is not told."""
    if (
        lemma not in OBJECT_VERBS["judged"] - ACTION_JUDGEMENT_VERBS
        or subject.lower_ in NON_NOMINAL_SUBJECTS
    ):
        return None
    why = next(
        (
            c
            for c in verb.rights
            if c.dep_ in REASON_LABELS and (has_case(c, "for") or has_case(c, "as"))
        ),
        None,
    )
    told = any(child.dep_.startswith("aux") for child in verb.lefts)
    if why is None or not told or why.left_edge.i > verb.i + 2 or is_time_or_place(why):
        return None
    subject_span = (subject.left_edge.i, cut_before_addition(doc, subject.i, subject.right_edge.i))
    spans = trim_spans(
        doc, (subject_span, (why.left_edge.i, cut_before_addition(doc, why.i, why.right_edge.i)))
    )
    cue = Cue(verb.i, verb.i, lemma, None, None, is_negated(verb), None, "judged")
    return AttitudeMatch(cue, spans) if has_content(doc, spans) else None


def _match_agent(
    doc: Doc, verb: Token, lemma: str, subject: Token, agent: Token
) -> AttitudeMatch | None:
    speech = next((kind for kind, verbs in OBJECT_VERBS.items() if lemma in verbs), None)
    speech = speech or ("judged" if lemma in PREDICATIVE_VERBS else None)
    if speech is None or not (
        is_animate_or_document(agent) if speech == "said" else is_animate(agent)
    ):
        return None
    if subject.lower_ in SUBJECT_RELATIVES or subject.dep_ == "expl":
        return None
    source = (
        next((c.i + 1 for c in agent.lefts if c.lower_ == "by"), agent.left_edge.i),
        agent.right_edge.i,
    )
    source = (source[0], cut_before_addition(doc, agent.i, source[1]))
    spans: list[tuple[int, int]] = [
        (
            subject.left_edge.i,
            cut_before_addition(doc, subject.i, min(subject.right_edge.i, verb.i - 1)),
        )
    ]
    for child in verb.rights:
        as_what = child.dep_ in OBJECT_PREDICATE_LABELS and any(
            has_case(child, word) for word in ("as", "for", "of")
        )
        if as_what and child.i != agent.i:
            spans.append((child.left_edge.i, child.right_edge.i))
    held = trim_spans(doc, tuple(sorted(spans)))
    if (len(spans) == 1 and lemma in PREDICATIVE_VERBS) or not has_content(doc, held):
        return None
    return AttitudeMatch(
        Cue(verb.i, verb.i, lemma, agent, source, is_negated(verb), None, speech), held
    )


def _find_hearsay_content(doc: Doc, verb: Token, subject: Token) -> TokenSpans:
    """Return "the road … to open" of "The road is expected to open", or the clause after "It is said that"."""
    if subject.dep_ == "expl" or subject.lower_ == "it":
        clause = next(
            (c for c in verb.rights if c.dep_ in EXTRAPOSED_CLAUSE_LABELS),
            None,
        )
        mark = (
            next((m for m in clause.lefts if m.lower_ == "that"), None)
            if clause is not None
            else None
        )
        return (
            ((mark.i + 1, clause.right_edge.i),) if clause is not None and mark is not None else ()
        )
    for child in verb.rights:
        to = next(
            (left for left in child.lefts if left.tag_ == "TO" or left.lower_ in AS_OR_OF), None
        )
        if child.dep_ in HEARSAY_COMPLEMENT_LABELS and to is not None and to.i <= verb.i + 2:
            first = extend_over_negation(doc, to.i) if to.tag_ == "TO" else to.i + 1
            if subject.lower_ in SUBJECT_RELATIVES:
                return ()
            return (
                subject.left_edge.i,
                cut_before_addition(doc, subject.i, subject.right_edge.i),
            ), (
                first,
                cut_before_addition(doc, first, child.right_edge.i),
            )
    return ()
