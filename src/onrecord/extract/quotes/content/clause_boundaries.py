"""Clause ends: where reported words stop, before marks and before what another cue reports.

In: token spans of a Doc, and its cues. Out: spans, shortened. Out of scope: finding them
(`onrecord.extract.quotes.content.complement_clauses`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import (
    ADJUNCT_OPENERS,
    CAUSAL_SUBORDINATORS,
    CLAUSE_SEPARATORS,
    NEGATIVE_ADVERBS,
)
from onrecord.extract.quotes.en.labels import COORDINATED_CLAUSE_LABELS, VERB_DEPENDENT_LABELS
from onrecord.extract.quotes.en.punctuation import (
    ASIDE_MARKS,
    CONTENT_BREAK_MARKS,
    SENTENCE_END_MARKS,
)
from onrecord.language.syntax.tag_sets import PARTICIPLE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.extract.quotes.cue import Cue, TokenSpans


_EDGES = frozenset(",;:–—-")


def extend_over_negation(doc: Doc, first: int) -> int:
    """Return `first`, or the "not" right before it: "asked not to be named" asks for the opposite."""
    return first - (first > 0 and doc[first - 1].lower_ in NEGATIVE_ADVERBS)


def trim_spans(doc: Doc, spans: TokenSpans) -> TokenSpans:
    """Return the spans without marks at their edges; those without a word are left out."""
    trimmed = (_trim_span(doc, first, last) for first, last in spans)
    return tuple(span for span in trimmed if span is not None)


def extend_over_dependents(doc: Doc, spans: TokenSpans, verb: Token) -> TokenSpans:
    """Return the spans, the last with what follows it in its sentence and hangs on its words or on the verb.

    A parse may end a clause early ("it was clear | that the bridge had moved"): what comes after reported words
    and is no new clause of the same speaker goes on with them.
    """
    first, last = spans[-1]
    end = doc[verb.i].sent.end
    while last + 1 < end:
        index = last + 1
        if doc[index].text in CONTENT_BREAK_MARKS:
            break
        top = _find_phrase_head(doc[index], first, last, verb)
        if top is None or not _is_continuation(top, first, last, verb, doc[index]):
            break
        last = max(index, min(top.right_edge.i, end - 1))
    return (*spans[:-1], (first, last))


def _find_phrase_head(token: Token, first: int, last: int, verb: Token) -> Token | None:
    """Return the head of the phrase after the span that begins with `token`, or None where it holds the span."""
    while token.head != token and not first <= token.head.i <= last and token.head != verb:
        token = token.head
        if token.i <= last:
            return None
    return token


def _is_continuation(top: Token, first: int, last: int, verb: Token, opens: Token) -> bool:
    if top.is_punct and top.head == verb:
        after = top.nbor() if top.i + 1 < len(top.doc) else None
        return after is not None and top.text == "," and after.lower_ in CAUSAL_SUBORDINATORS
    if top.head == verb:
        return top.dep_ in VERB_DEPENDENT_LABELS and not (
            opens.tag_ in PARTICIPLE_TAGS or opens.lower_ in ADJUNCT_OPENERS
        )
    return first <= top.head.i <= last


def _trim_span(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    while first <= last and (doc[first].text in _EDGES or doc[first].is_space):
        first += 1
    while last >= first and (doc[last].text in _EDGES | SENTENCE_END_MARKS or doc[last].is_space):
        last -= 1
    return (first, last) if first <= last else None


def cut_before_other_cues(
    doc: Doc, spans: TokenSpans, cue: Cue, others: Sequence[Cue]
) -> TokenSpans:
    """Return the spans, ended before a clause beside them that has a cue and a source of its own."""
    first, last = spans[-1]
    for begin in _iter_other_clause_starts(doc, cue, others, first, last):
        index = begin
        while index > first and (
            doc[index - 1].text in CLAUSE_SEPARATORS or doc[index - 1].is_punct
        ):
            index -= 1
        if index < begin and index > first:
            last = min(last, index - 1)
    return (*spans[:-1], (first, last))


def _iter_other_clause_starts(
    doc: Doc, cue: Cue, others: Sequence[Cue], first: int, last: int
) -> Iterator[int]:
    verb = doc[cue.first]
    for other in others:
        if other is cue or other.source is None or not first < other.first <= last:
            continue
        shared = other.source[0] < cue.first and doc[other.first].head == verb
        begin = other.first if shared else min(other.first, other.source[0])
        if begin <= first:
            continue
        if other.is_prepositional or (
            doc[other.first].dep_ in COORDINATED_CLAUSE_LABELS
            and (doc[other.first].head == verb or _is_set_off(doc, begin))
        ):
            yield begin


def _is_set_off(doc: Doc, begin: int) -> bool:
    """Return whether a comma or a dash stands before `begin`, or a comma and what joins ("…, and Holt said")."""
    before = begin - 1
    if doc[before].tag_ == "CC" and before > 0:
        before -= 1
    return doc[before].text in ASIDE_MARKS
