"""Ascribed: what verbs say that somebody said, thinks, wants, asks for or judges, by the phrase they take.

In: a block's Doc, which of its tokens are quoted, and tokens that are cues already. Out: `AttitudeMatch`: a cue with its
source, the token spans of the content, and the kind of speech. Out of scope: clauses that verbs of saying report
(`onrecord.extract.quotes.content.complement_clauses`), nouns and adjectives (`onrecord.extract.quotes.attitudes.nominal_cues`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.attitudes.passive_cues import match_passive
from onrecord.extract.quotes.attitudes.subcategorisation_frames import (
    find_clause_complement,
    find_infinitive_complement,
    find_prepositional_complement,
    match_document_verb,
    match_frames,
)
from onrecord.extract.quotes.content.clause_boundaries import trim_spans
from onrecord.extract.quotes.content.phrase_boundaries import extend_over_adjuncts, has_content
from onrecord.extract.quotes.content.shallow_content import (
    find_shallow_clause,
    find_split_relative_clause,
)
from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.cues.detection import is_amount_to_say
from onrecord.extract.quotes.en.function_words import ANYBODY_WORDS, OBJECT_PRONOUNS
from onrecord.extract.quotes.en.labels import (
    AUXILIARY_OR_COPULA_LABELS,
    COMPLEMENT_OR_OBJECT_LABELS,
    NO_VERB_LABELS,
)
from onrecord.extract.quotes.en.nouns import ROUGH_SHARES
from onrecord.extract.quotes.en.tags import AMOUNT_OPENER_TAGS, PLURAL_OR_PRONOUN_TAGS
from onrecord.extract.quotes.en.verbs import (
    ACTION_JUDGEMENT_VERBS,
    BARE_BELIEF_VERBS,
    DOCUMENT_VERBS,
    FACTUAL_RESULT_VERBS,
    HELP_VERBS,
    INANIMATE_SUBJECT_VERBS,
    NON_TOPIC_ABOUT_VERBS,
    PERMISSION_WORDS,
    REFUSE_VERBS,
)
from onrecord.extract.quotes.lexicon.attitude_verbs import load_attitude_forms
from onrecord.extract.quotes.lexicon.factuality import is_claim_noun
from onrecord.extract.quotes.lexicon.hypotheticals import is_done_by_nobody, is_hypothetical
from onrecord.extract.quotes.speakers.animacy import is_animate, is_animate_or_document
from onrecord.extract.quotes.speakers.coordinated_cues import (
    cut_before_coordinated_cue,
    find_leading_verb,
    is_mistagged_past,
)
from onrecord.extract.quotes.speakers.shallow_subjects import find_shallow_subject
from onrecord.extract.quotes.speakers.speaker_phrase import find_speaker_phrase
from onrecord.language.en.cues import SAY
from onrecord.language.en.punctuation import HYPHENS
from onrecord.language.en.roles import DOCUMENTS
from onrecord.language.syntax.dependencies import (
    find_passive_agent,
    is_negated,
    is_passive,
    read_lemma,
    repair_tag,
)
from onrecord.language.syntax.tag_sets import (
    AMOUNT_TAGS,
    COMMON_NOUN_TAGS,
    NOUN_OR_ADJECTIVE_TAGS,
    VERB_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ABOUT = frozenset({"about"})
_MAY_BE_VERBS = VERB_TAGS | NOUN_OR_ADJECTIVE_TAGS
_SPEAKING = "answer comment confirm describe disclose discuss divulge elaborate explain give identify name provide reveal respond say specify speak talk tell"


def iter_private_states(
    doc: Doc, quoted: frozenset[int], taken: frozenset[int]
) -> Iterator[AttitudeMatch]:
    """Yield what the verbs of `doc` ascribe, in order of text; tokens `taken` are cues already."""
    for token in doc:
        if token.tag_ not in _MAY_BE_VERBS or token.i in taken or token.i in quoted:
            continue
        if not _may_attribute(token):
            continue
        for lemma in load_attitude_forms().get(token.lower_, ()):
            found = _match_verb(doc, token, lemma, quoted)
            if found is not None:
                yield found
                break
        else:
            found = _match_form(doc, token, quoted)
            if found is not None:
                yield found


def _is_agentive_noun(doc: Doc, verb: Token, head: Token, spans: TokenSpans) -> bool:
    """Return whether a noun must be somebody, as a clause or infinitive tells its mind ("Sceptics doubt that")."""
    does = head.head in (verb, verb.head) or verb.nbor(-1).text == ","
    common = head.tag_ in COMMON_NOUN_TAGS and head.lower_ not in ANYBODY_WORDS
    if not (does and common) or head.dep_ != "nsubj" or head.i > verb.i:
        return False
    return spans[0] in {find_clause_complement(doc, verb), find_infinitive_complement(doc, verb)}


def _may_attribute(token: Token) -> bool:
    tag = "VBD" if _is_mistagged_verb(token) else repair_tag(token)
    past = tag == "VBN" and is_mistagged_past(token) and find_leading_verb(token) is not None
    if tag == "VBN" and not past and not any(child.dep_.startswith("aux") for child in token.lefts):
        reduced = not any(child.dep_ == "nsubj" for child in token.lefts)
        if reduced and find_passive_agent(token) is None:
            return False
    if not tag.startswith("VB") or (tag == "VB" and is_amount_to_say(token)):
        return False
    if tag == "VBZ" and is_claim_noun(token):
        return False
    if tag == "VB" and token.head.lower_ in PERMISSION_WORDS:
        return False
    if token.dep_ in NO_VERB_LABELS:
        return False
    before = token.nbor(-1) if token.i else None
    return before is None or before.text not in HYPHENS or bool(before.whitespace_)


def _is_mistagged_verb(token: Token) -> bool:
    """Return whether a noun that heads its sentence, with subject and object or infinitive, must be its verb."""
    if token.tag_ not in NOUN_OR_ADJECTIVE_TAGS or token.dep_ != "ROOT" or not token.is_lower:
        return False
    before = [child.dep_ for child in token.lefts]
    if token.tag_ == "JJ" or _has_clause_after(token):
        return _has_clause_after(token)
    if token.tag_ == "NNS" and "compound" in before and token.i + 1 < len(token.doc):
        return bool(token.nbor().tag_ == "TO")
    subject = any(dep.startswith("nsubj") for dep in before)
    return subject and any(child.dep_ in COMPLEMENT_OR_OBJECT_LABELS for child in token.rights)


def _is_mistagged_past_tense(verb: Token) -> bool:
    """Return whether a "passive" participle must be a past tense: with subject and object, and no auxiliary."""
    before = [child.dep_ for child in verb.lefts]
    if verb.tag_ != "VBN" or any(dep.startswith("aux") for dep in before):
        return False
    held = any(child.dep_ in COMPLEMENT_OR_OBJECT_LABELS for child in verb.rights)
    return (
        held and any(dep.startswith("nsubj") for dep in before) and find_passive_agent(verb) is None
    )


def _has_clause_after(token: Token) -> bool:
    """Return whether a clause of its own comes right after it and people right before it ("Locals swear they are")."""
    if token.i == 0 or token.nbor(-1).tag_ not in PLURAL_OR_PRONOUN_TAGS:
        return False
    return any(
        child.dep_ == "ccomp" and child.left_edge.i == token.i + 1 and child.i > token.i + 1
        for child in token.rights
    )


def _match_verb(doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]) -> AttitudeMatch | None:
    if is_passive(verb) and not _is_mistagged_past_tense(verb) and not is_mistagged_past(verb):
        return match_passive(doc, verb, lemma, quoted)
    content = match_frames(doc, verb, lemma, quoted) or _find_shallow_content(doc, verb, lemma)
    if (
        _is_purpose(verb, lemma)
        or is_hypothetical(verb)
        or (content is None and lemma not in BARE_BELIEF_VERBS)
    ):
        return None
    heard = find_speaker_phrase(verb, lemma, quoted)
    if heard is None and verb.tag_ not in VERB_TAGS:
        heard = find_shallow_subject(doc, verb.i, quoted)
    if heard is None:
        return None
    head, source = heard
    if content is None:
        return _match_split_relative(
            doc, Cue(verb.i, verb.i, lemma, head, source, speech="believed")
        )
    if head.lemma_.lower() in DOCUMENTS and not is_animate(head):
        content = match_document_verb(doc, verb, lemma) or content
    speech, last, spans = content
    known = is_animate_or_document(head) if speech in {"said", "asked"} else is_animate(head)
    if not (
        known
        or (lemma not in INANIMATE_SUBJECT_VERBS and _is_agentive_noun(doc, verb, head, spans))
    ):
        return None
    if lemma in DOCUMENT_VERBS and head.lemma_.lower() not in DOCUMENTS:
        return None
    if lemma == "cite" and any(child.dep_ == "obj" and is_animate(child) for child in verb.rights):
        return None  # "citing officials": who told it, not what
    spans = tuple((max(first, last + 1), end) for first, end in spans if end > last)
    spans = trim_spans(
        doc,
        cut_before_coordinated_cue(doc, verb, extend_over_adjuncts(doc, spans, verb))
        if spans
        else (),
    )
    about = (
        speech == "judged"
        and lemma not in ACTION_JUDGEMENT_VERBS
        and _is_personal_pronoun(doc, spans)
    )
    if not (about or has_content(doc, spans)) or any(
        first <= source[0] <= end for first, end in spans
    ):
        return None
    if head.lower_ == "it" and not (head.head == verb and head.dep_ == "nsubj"):
        return None
    refused = (
        lemma in REFUSE_VERBS
        and doc[spans[0][0] : spans[0][0] + 2].text.lower() in _list_refused_phrases()
    )
    speech, negated = (
        ("said", True) if refused else (speech, is_negated(verb) or is_done_by_nobody(verb))
    )
    return AttitudeMatch(Cue(verb.i, last, lemma, head, source, negated, None, speech), spans)


def _is_purpose(verb: Token, lemma: str) -> bool:
    """Return whether it tells what something is for ("sends soldiers to support the mission"): help, and no view."""
    to = verb.tag_ == "VB" and verb.dep_ == "advcl" and verb.nbor(-1).tag_ == "TO"
    return lemma in HELP_VERBS and to


def _match_split_relative(doc: Doc, cue: Cue) -> AttitudeMatch | None:
    """Return what a verb of thinking says of the noun before its relative clause ("which he believes will fail")."""
    spans = trim_spans(doc, find_split_relative_clause(doc, cue))
    known = cue.head is not None and is_animate(cue.head)
    return AttitudeMatch(cue, spans) if spans and known else None


def _find_shallow_content(doc: Doc, verb: Token, lemma: str) -> tuple[str, int, TokenSpans] | None:
    """Return what a verb of thinking is followed by where a parse sees no clause, or None."""
    if (
        verb.tag_ not in VERB_TAGS
        and lemma in SAY
        and (held := find_clause_complement(doc, verb)) is not None
    ):
        return "said", verb.i, (held,)
    if (
        lemma not in BARE_BELIEF_VERBS
        or verb.dep_.endswith("relcl")
        or (span := find_shallow_clause(doc, verb)) is None
    ):
        return None
    return ("believed" if lemma != "hope" else "wanted"), verb.i, (span,)


@cache
def _list_refused_phrases() -> frozenset[str]:
    """Return "to" with each verb of speaking: who refuses it has not spoken, which is no wish."""
    return frozenset(f"to {verb}" for verb in _SPEAKING.split())


def _is_personal_pronoun(doc: Doc, spans: TokenSpans) -> bool:
    """Return whether the spans are a pronoun for somebody: whom a judgement is about tells something."""
    (first, last), *_ = spans or ((0, -1),)
    return first == last and doc[first].lower_ in OBJECT_PRONOUNS


def _match_form(doc: Doc, verb: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what any verb ascribes to somebody by its form alone: with "that" and a clause, or with "about"."""
    lemma = read_lemma(verb)
    if is_passive(verb) or verb.dep_ in AUXILIARY_OR_COPULA_LABELS:
        return None
    span = find_clause_complement(doc, verb) if lemma not in FACTUAL_RESULT_VERBS else None
    last = verb.i
    if span is not None and doc[span[0] - 1].lower_ != "that":
        span = None
    if (
        span is None
        and lemma not in NON_TOPIC_ABOUT_VERBS
        and (about := find_prepositional_complement(doc, verb, _ABOUT)) is not None
    ):
        last, span = about
        if doc[span[0]].tag_ in AMOUNT_OPENER_TAGS and _is_amount(doc, span):
            return None  # "earned about a third": no matter, a rough number
    heard = find_speaker_phrase(verb, lemma, quoted) if span is not None else None
    if heard is None or span is None or not is_animate(heard[0]) or heard[0].lower_ == "it":
        return None
    spans = trim_spans(doc, (span,))
    if not has_content(doc, spans) or spans[0][0] <= heard[1][0] <= spans[0][1]:
        return None
    return AttitudeMatch(Cue(verb.i, last, lemma, *heard, is_negated(verb)), spans)


def _is_amount(doc: Doc, span: tuple[int, int]) -> bool:
    words = doc[span[0] : min(span[0] + 3, span[1] + 1)]
    return any(token.tag_ in AMOUNT_TAGS or token.lower_ in ROUGH_SHARES for token in words)
