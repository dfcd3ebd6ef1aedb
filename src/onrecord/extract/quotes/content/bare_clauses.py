"""Bare clauses: clauses without "that", questions and infinitives that complete a verb of saying.

In: a cue in a Doc. Out: the clause's tokens. Out of scope: clauses with "that"
(`onrecord.extract.quotes.content.that_clauses`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.content.clause_boundaries import extend_over_negation
from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.en.function_words import ON_OR_UPON, WHETHER_OR_IF
from onrecord.extract.quotes.en.labels import INFINITIVE_LABELS
from onrecord.extract.quotes.en.nouns import LATER_TIME_WORDS
from onrecord.extract.quotes.en.punctuation import CLAUSE_MARKS, COMMA_OR_SEMICOLON
from onrecord.extract.quotes.en.tags import LOST_NOUN_PHRASE_TAGS, NOUN_OR_PRONOUN_PREFIXES
from onrecord.extract.quotes.en.time_words import TIME_WORDS
from onrecord.extract.quotes.en.verbs import REQUEST_OR_WARN_VERBS
from onrecord.extract.quotes.subjects import has_subject
from onrecord.language.en.attribution_cues import (
    ASK,
    BARE,
    CONTENT_MARKS,
    EXPLAIN,
    FIND,
    PLEDGE,
    QUOTE_ONLY,
    TELL,
    URGE,
    WEAK,
)
from onrecord.language.en.auxiliaries import BE_OR_HAVE
from onrecord.language.syntax.dependency_labels import COMPLEMENT_OR_PARATAXIS_LABELS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import FINITE_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INFINITIVE_VERBS = PLEDGE | URGE | TELL | REQUEST_OR_WARN_VERBS


def find_bare_clause(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the clause that completes the verb without "that" ("insisted the plan would stand"), or ()."""
    start = max(cue.end, cue.source.span.end if cue.source else 0)
    for child in doc[cue.start].rights:
        opener = doc[child.left_edge.i]
        if opener.i < start or not _may_complete(child, opener, cue):
            continue
        if _is_question(opener):
            if _is_reported_question(opener, cue):
                return (TokenSpan(opener.i, child.right_edge.i + 1),)
        elif _is_bare_complement(child, opener, cue):
            clause_start = _skip_addressee(cue, _extend_over_lost_nouns(doc, cue, opener.i))
            first = doc[clause_start]
            clause_start += first.lower_ == "that" and first.dep_ == "mark"
            return (TokenSpan(clause_start, child.right_edge.i + 1),)
    return ()


def _may_complete(child: Token, opener: Token, cue: Cue) -> bool:
    """Return whether the dependent may be the content of its verb, by its label."""
    if child.dep_ == "advcl":
        return cue.lemma in ASK and opener.lower_ in WHETHER_OR_IF
    if child.dep_ == "xcomp":
        return _is_question(opener) or has_subject(child)
    return child.dep_ in COMPLEMENT_OR_PARATAXIS_LABELS


def _is_reported_question(opener: Token, cue: Cue) -> bool:
    """Return whether the question is what was asked or explained; "said Ann Hale, who has four children" is none."""
    if get_neighbour(opener, -1).text == ",":
        return False
    return cue.lemma in ASK | EXPLAIN or cue.negated or opener.lower_ in WHETHER_OR_IF


def _is_bare_complement(child: Token, opener: Token, cue: Cue) -> bool:
    """Return whether the clause has a subject and its verb may leave out "that"."""
    if not has_subject(child):
        return False
    if cue.lemma in BARE:
        return child.dep_ != "parataxis" or get_neighbour(opener, -1).text not in COMMA_OR_SEMICOLON
    return child.dep_ != "parataxis" and cue.lemma not in WEAK | QUOTE_ONLY


def _extend_over_lost_nouns(doc: Doc, cue: Cue, start: int) -> int:
    """Return `start`, or where nouns right after the verb begin that the parse left out ("said 45 million set aside for …")."""
    gap = doc[cue.end : start]
    if not len(gap) or doc[start].lower_ == "that" or cue.lemma in TELL:
        return start
    if cue.source is not None and cue.source.span.end > cue.end:
        return start
    are_nouns = all(
        token.tag_ in LOST_NOUN_PHRASE_TAGS and token.lower_ not in TIME_WORDS | LATER_TIME_WORDS
        for token in gap
    )
    return cue.end if are_nouns and gap[0].tag_ != "RB" else start


def _skip_addressee(cue: Cue, start: int) -> int:
    """Return `start`, or the index after the addressee where the clause seems to begin with them."""
    addressee = cue.addressee
    if addressee is None or addressee.i <= cue.start:
        return start
    return addressee.i + 1 if addressee.left_edge.i <= start <= addressee.i else start


def _is_question(token: Token) -> bool:
    return token.lower_ in CONTENT_MARKS and token.lower_ != "that"


def find_infinitive(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the infinitive of a promise or a request ("vowed to stay", "urged Norland to withdraw"), or ()."""
    if cue.lemma in FIND and (spans := _find_object_infinitive(doc, cue)):
        return spans
    verb = doc[cue.start]
    if cue.lemma not in _INFINITIVE_VERBS:
        return ()
    if cue.lemma == "call" and doc[min(verb.i + 1, len(doc) - 1)].lower_ not in ON_OR_UPON:
        return ()
    for child in verb.rights:
        if child.dep_ not in INFINITIVE_LABELS:
            continue
        marks = (left for left in child.lefts if left.lower_ == "to" and left.tag_ == "TO")
        mark = next(marks, None)
        if mark is not None and (cue.lemma in PLEDGE or _has_noun(doc, cue.end, mark.i)):
            return (TokenSpan(extend_over_negation(doc, mark.i), child.right_edge.i + 1),)
    return ()


def _has_noun(doc: Doc, start: int, end: int) -> bool:
    return any(token.tag_[:2] in NOUN_OR_PRONOUN_PREFIXES for token in doc[start:end])


def _find_object_infinitive(doc: Doc, cue: Cue) -> TokenSpans:
    """Return what was found of something ("judged a third of them to be unfit"), or ()."""
    limit = doc[cue.start].sent.end
    for token in doc[cue.end + 1 : limit - 1]:
        if token.tag_ in FINITE_TAGS or token.text in CLAUSE_MARKS:
            if "relcl" in token.dep_ or "relcl" in token.head.dep_:
                continue
            return ()
        if token.lower_ == "to" and doc[token.i + 1].lower_ in BE_OR_HAVE:
            return (TokenSpan(cue.end, limit),)
    return ()
