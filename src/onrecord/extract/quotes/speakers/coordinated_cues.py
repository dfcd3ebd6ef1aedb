"""Second verbs: verbs of saying that go on with the speaker of the one before, over what that one reported.

In: a verb in a Doc. Out: the verb whose speaker does it too, and where the first one's content ends. Out of scope: who
that speaker is (`onrecord.extract.quotes.speakers.speaker_phrase`).

"Bell says the plan is fair and accused the union": a parse may join "accused" to "is", so that the plan accuses.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.frames import OBJECT_VERBS
from onrecord.extract.quotes.en.function_words import CONTRASTIVE_COORDINATORS, PERFECT_AUXILIARIES
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
from onrecord.extract.quotes.speakers.animacy import is_animate
from onrecord.language.en.cues import SAY, TELL, URGE
from onrecord.language.en.roles import DOCUMENTS
from onrecord.language.syntax.dependencies import find_subject
from onrecord.language.syntax.tag_sets import TENSED_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = TENSED_TAGS | {"MD"}
_SUBJECTS = ("nsubj", "expl", "csubj")
_OPEN_MARKS, _CLOSED_MARKS = DIRECTED_OPENING_MARKS, DIRECTED_CLOSING_MARKS


def find_leading_verb(token: Token) -> Token | None:
    """Return the verb of saying or thinking whose speaker does `token` too, or None where it has its own."""
    opens = _find_joint(token)
    if opens is None:
        return None
    inner = None
    for before in reversed(token.doc[token.sent.start : opens]):
        if before.tag_ in _FINITE and inner is None:
            inner = before
        if before.tag_ in TENSED_TAGS and _has_speaker(before):
            break
    else:
        return None
    if not _has_closed_quotes(token.doc, before.i, opens):
        return None
    goes_on = inner is before or token.head == before or _is_not_of(inner, token, opens, before)
    return before if goes_on else None


def cut_before_coordinated_cue(
    doc: Doc, verb: Token, spans: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Return the spans, the last ended before a second verb of the speaker of `verb` ("said …, but denied …")."""
    if not spans:
        return spans
    first, last = spans[-1]
    for token in doc[max(first, verb.i) + 1 : last + 1]:
        told = token.tag_ in TENSED_TAGS or token.tag_ == "VBG" or is_mistagged_past(token)
        if told and find_leading_verb(token) == verb:
            end = _find_joint(token)
            if end is not None and end > first:
                return (*spans[:-1], (first, end - 1))
    return spans


def _find_joint(token: Token) -> int | None:
    """Return where what joins the verb to what is before it begins: a comma, "and" or "but"; None where nothing does."""
    doc, first = token.doc, token.i - 1
    if token.tag_ == "VBG":
        comma = first > 0 and doc[first].text == "," and token.lower_ in _list_participles()
        return first if comma and first > token.sent.start else None
    while first > 0 and (doc[first].tag_ == "RB" or doc[first].lower_ in PERFECT_AUXILIARIES):
        first -= 1
    if (
        first < 1
        or doc[first].lower_ not in CONTRASTIVE_COORDINATORS
        or doc[first].tag_ != "CC"
        or first <= token.sent.start
    ):
        return None
    if is_claim_noun(token):
        return None
    own = any(child.dep_.startswith(_SUBJECTS) and child.i > first for child in token.children)
    if (
        own
        or token.lower_ not in _list_coordinated_forms()
        or not (token.tag_ in TENSED_TAGS or is_mistagged_past(token))
    ):
        return None
    return first - (doc[first - 1].text == ",")


def is_mistagged_past(token: Token) -> bool:
    """Return whether a participle after "but" or "and" must be a past tense, as it takes an object ("but rejected claims")."""
    if token.tag_ != "VBN" or token.i == 0 or token.nbor(-1).tag_ != "CC":
        return False
    return token.i + 1 < len(token.doc) and token.nbor().tag_ in OBJECT_OPENER_TAGS


def _has_speaker(verb: Token) -> bool:
    """Return whether it is a verb of saying or thinking with somebody who does it."""
    if find_cue_lemma(verb) is None and verb.lower_ not in load_attitude_forms():
        return False
    who = find_subject(verb)
    return who is not None and (is_animate(who) or who.lemma_.lower() in DOCUMENTS)


def _is_not_of(inner: Token | None, token: Token, opens: int, leads: Token) -> bool:
    """Return whether the clause between is about a thing, which could not say what comes next."""
    doc = token.doc
    who = find_subject(inner) if inner is not None else None
    if who is None or who.i <= leads.i:
        return True
    but = doc[opens + (doc[opens].text == ",")].lower_ != "and"
    if who.tag_ == "PRP":
        return doc[opens].text == "," or but
    if is_animate(who) or who.lemma_.lower() in DOCUMENTS:
        return False
    return not set(load_attitude_forms().get(token.lower_, ())) & INANIMATE_SUBJECT_VERBS or but


def _has_closed_quotes(doc: Doc, first: int, last: int) -> bool:
    """Return whether no quotation opens between the tokens without closing again."""
    opened = sum(token.text in _OPEN_MARKS for token in doc[first:last])
    closed = sum(token.text in _CLOSED_MARKS for token in doc[first:last])
    straight = sum(token.text == '"' for token in doc[first:last])
    return opened == closed and straight % 2 == 0


@cache
def _list_coordinated_forms() -> frozenset[str]:
    """Return forms of verbs that somebody may go on with: no verb that things do as often."""
    return (
        frozenset(
            form
            for form, lemmas in load_attitude_forms().items()
            if not set(lemmas) & (DOCUMENT_VERBS | FACTUAL_RESULT_VERBS)
        )
        | COORDINATED_SAY_FORMS
    )


@cache
def _list_participles() -> frozenset[str]:
    """Return participles by which somebody goes on ("said …, adding that")."""
    lemmas = SAY | TELL | URGE | OBJECT_VERBS["judged"] | OBJECT_VERBS["said"]
    known = {form for form, held in load_attitude_forms().items() if set(held) & lemmas}
    return frozenset(form for form in known | SAY_PARTICIPLES if form.endswith("ing"))
