"""Coordinated cues: verbs of saying that continue with the speaker of the one before, over what that one reported.

In: a verb in a Doc. Out: the verb whose speaker does it too, and where the first one's content ends. Out of scope: who
that speaker is (`onrecord.extract.quotes.speakers.source_patterns`).

"Bell says the plan is fair and accused the union": the parse may join "accused" to "is", so that the plan accuses.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import TokenSpans
from onrecord.extract.quotes.en.frames import OBJECT_VERBS
from onrecord.extract.quotes.en.function_words import CONTRASTIVE_COORDINATORS, PERFECT_AUXILIARIES
from onrecord.extract.quotes.en.labels import SUBJECT_LABEL_PREFIXES
from onrecord.extract.quotes.en.punctuation import DIRECTED_CLOSING_MARKS, DIRECTED_OPENING_MARKS
from onrecord.extract.quotes.en.tags import OBJECT_OPENER_TAGS
from onrecord.extract.quotes.en.verbs import (
    COORDINATED_SAY_FORMS,
    DOCUMENT_VERBS,
    FACTUAL_RESULT_VERBS,
    INANIMATE_SUBJECT_VERBS,
    SAY_PARTICIPLES,
)
from onrecord.extract.quotes.lexicon.attitude_verbs import load_attitude_forms
from onrecord.extract.quotes.lexicon.cue_verbs import find_cue_lemma
from onrecord.extract.quotes.lexicon.factuality import is_claim_noun
from onrecord.extract.quotes.speakers.animacy import is_animate_or_document
from onrecord.language.en.attribution_cues import SAY, TELL, URGE
from onrecord.language.syntax.dependencies import find_subject
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import FINITE_TAGS, TENSED_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_leading_verb(token: Token) -> Token | None:
    """Return the verb of saying or thinking whose speaker does `token` too, or None where it has its own."""
    joint = _find_joint(token)
    if joint is None:
        return None
    inner = None
    for leading in reversed(token.doc[token.sent.start : joint]):
        if leading.tag_ in FINITE_TAGS and inner is None:
            inner = leading
        if leading.tag_ in TENSED_TAGS and _has_speaker(leading):
            break
    else:
        return None
    if not _has_closed_quotes(token.doc, leading.i, joint):
        return None
    if inner is leading or token.head == leading:
        return leading
    return leading if _is_beyond_clause(inner, token, joint, leading) else None


def cut_before_coordinated_cue(doc: Doc, verb: Token, spans: TokenSpans) -> TokenSpans:
    """Return the spans, the last ended before another verb of the speaker of `verb` ("said …, but denied …")."""
    if not spans:
        return spans
    start, end = spans[-1]
    for token in doc[max(start, verb.i) + 1 : end]:
        may_be_cue = token.tag_ in TENSED_TAGS or token.tag_ == "VBG" or is_mistagged_past(token)
        if may_be_cue and find_leading_verb(token) == verb:
            joint = _find_joint(token)
            if joint is not None and joint > start:
                return (*spans[:-1], TokenSpan(start, joint))
    return spans


def _find_joint(token: Token) -> int | None:
    """Return where the words begin that join the verb to what is before it: a comma, "and" or "but"; None where nothing does."""
    doc, index = token.doc, token.i - 1
    if token.tag_ == "VBG":
        continues = index > 0 and doc[index].text == "," and token.lower_ in _list_participles()
        return index if continues and index > token.sent.start else None
    while index > 0 and (doc[index].tag_ == "RB" or doc[index].lower_ in PERFECT_AUXILIARIES):
        index -= 1
    if (
        index < 1
        or doc[index].lower_ not in CONTRASTIVE_COORDINATORS
        or doc[index].tag_ != "CC"
        or index <= token.sent.start
    ):
        return None
    if not _may_be_coordinated(token, index):
        return None
    return index - (doc[index - 1].text == ",")


def _may_be_coordinated(token: Token, coordinator: int) -> bool:
    """Return whether somebody may continue with the verb, which has no subject after the coordinator."""
    if is_claim_noun(token):
        return False
    has_subject = any(
        child.dep_.startswith(SUBJECT_LABEL_PREFIXES) and child.i > coordinator
        for child in token.children
    )
    if has_subject or token.lower_ not in _list_coordinated_forms():
        return False
    return token.tag_ in TENSED_TAGS or is_mistagged_past(token)


def is_mistagged_past(token: Token) -> bool:
    """Return whether a participle after "but" or "and" must be a past tense, as it takes an object ("but rejected claims")."""
    if token.tag_ != "VBN" or token.i == 0 or get_neighbour(token, -1).tag_ != "CC":
        return False
    return token.i + 1 < len(token.doc) and get_neighbour(token).tag_ in OBJECT_OPENER_TAGS


def _has_speaker(verb: Token) -> bool:
    """Return whether it is a verb of saying or thinking whose subject may speak or think."""
    if find_cue_lemma(verb) is None and verb.lower_ not in load_attitude_forms():
        return False
    subject = find_subject(verb)
    return subject is not None and is_animate_or_document(subject)


def _is_beyond_clause(inner: Token | None, token: Token, joint: int, leading: Token) -> bool:
    """Return whether the clause between is about a thing, which could not say what comes next."""
    doc = token.doc
    subject = find_subject(inner) if inner is not None else None
    if subject is None or subject.i <= leading.i:
        return True
    contrasts = doc[joint + (doc[joint].text == ",")].lower_ != "and"
    if subject.tag_ == "PRP":
        return doc[joint].text == "," or contrasts
    if is_animate_or_document(subject):
        return False
    lemmas = set(load_attitude_forms().get(token.lower_, ()))
    return contrasts or not lemmas & INANIMATE_SUBJECT_VERBS


def _has_closed_quotes(doc: Doc, start: int, end: int) -> bool:
    """Return whether every quotation that opens between the tokens also closes there."""
    opened = sum(token.text in DIRECTED_OPENING_MARKS for token in doc[start:end])
    closed = sum(token.text in DIRECTED_CLOSING_MARKS for token in doc[start:end])
    straight = sum(token.text == '"' for token in doc[start:end])
    return opened == closed and straight % 2 == 0


@cache
def _list_coordinated_forms() -> frozenset[str]:
    """Return forms of verbs that somebody may continue with: no verb that things do as often."""
    excluded = DOCUMENT_VERBS | FACTUAL_RESULT_VERBS
    attitudes = {
        form for form, lemmas in load_attitude_forms().items() if not set(lemmas) & excluded
    }
    return COORDINATED_SAY_FORMS | attitudes


@cache
def _list_participles() -> frozenset[str]:
    """Return participles by which somebody continues ("said …, adding that")."""
    known = SAY | TELL | URGE | OBJECT_VERBS["judged"] | OBJECT_VERBS["said"]
    forms = {form for form, lemmas in load_attitude_forms().items() if set(lemmas) & known}
    return frozenset(form for form in forms | SAY_PARTICIPLES if form.endswith("ing"))
