"""Clause boundaries: where reported words begin and end, at marks and before what another cue reports.

In: token spans of a Doc, and its cues. Out: the spans, extended or cut. Out of scope: finding them
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
    CONTENT_EDGE_MARKS,
)
from onrecord.language.en.punctuation import SENTENCE_END_MARKS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import PARTICIPLE_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.extract.quotes.cue import Cue, TokenSpans


def extend_over_negation(doc: Doc, start: int) -> int:
    """Return `start`, or the "not" right before it: "asked not to be named" asks for the opposite."""
    return start - (start > 0 and doc[start - 1].lower_ in NEGATIVE_ADVERBS)


def trim_spans(doc: Doc, spans: TokenSpans) -> TokenSpans:
    """Return the spans without marks at their edges; those without a word are left out."""
    trimmed = (_trim_span(doc, span) for span in spans)
    return tuple(span for span in trimmed if span is not None)


def _trim_span(doc: Doc, span: TokenSpan) -> TokenSpan | None:
    start, end = span
    while start < end and (doc[start].text in CONTENT_EDGE_MARKS or doc[start].is_space):
        start += 1
    closing = CONTENT_EDGE_MARKS | SENTENCE_END_MARKS
    while end > start and (doc[end - 1].text in closing or doc[end - 1].is_space):
        end -= 1
    return TokenSpan(start, end) if start < end else None


def extend_over_dependents(doc: Doc, spans: TokenSpans, verb: Token) -> TokenSpans:
    """Return the spans, the last with what follows it in its sentence and depends on its words or on the verb.

    The parse may end a clause early ("it was clear | that the bridge had moved"): what comes after reported words
    and is no new clause of the same speaker belongs to them.
    """
    start, end = spans[-1]
    limit = doc[verb.i].sent.end
    while end < limit and doc[end].text not in CONTENT_BREAK_MARKS:
        top = _find_phrase_head(doc[end], TokenSpan(start, end), verb)
        if top is None or not _is_continuation(top, TokenSpan(start, end), verb, doc[end]):
            break
        end = max(end + 1, min(top.right_edge.i + 1, limit))
    return (*spans[:-1], TokenSpan(start, end))


def _find_phrase_head(token: Token, span: TokenSpan, verb: Token) -> Token | None:
    """Return the head of the phrase after the span that begins with `token`, or None where it holds words before it."""
    while token.head != token and not span.start <= token.head.i < span.end and token.head != verb:
        token = token.head
        if token.i < span.end:
            return None
    return token


def _is_continuation(top: Token, span: TokenSpan, verb: Token, opener: Token) -> bool:
    """Return whether the phrase that `top` heads and `opener` opens continues the span's content."""
    if top.is_punct and top.head == verb:
        after = get_neighbour(top) if top.i + 1 < len(top.doc) else None
        return after is not None and top.text == "," and after.lower_ in CAUSAL_SUBORDINATORS
    if top.head == verb:
        is_adjunct = opener.tag_ in PARTICIPLE_TAGS or opener.lower_ in ADJUNCT_OPENERS
        return top.dep_ in VERB_DEPENDENT_LABELS and not is_adjunct
    return span.start <= top.head.i < span.end


def cut_before_other_cues(
    doc: Doc, spans: TokenSpans, cue: Cue, others: Sequence[Cue]
) -> TokenSpans:
    """Return the spans, the last ended before a clause beside it that has a cue and a source of its own."""
    start, end = spans[-1]
    for clause_start in _iter_other_clause_starts(doc, cue, others, spans[-1]):
        index = clause_start
        while index > start and (
            doc[index - 1].text in CLAUSE_SEPARATORS or doc[index - 1].is_punct
        ):
            index -= 1
        if start < index < clause_start:
            end = min(end, index)
    return (*spans[:-1], TokenSpan(start, end))


def _iter_other_clause_starts(
    doc: Doc, cue: Cue, others: Sequence[Cue], span: TokenSpan
) -> Iterator[int]:
    """Yield where the clauses of other cues begin inside the span, beside what `cue` reports."""
    verb = doc[cue.start]
    for other in others:
        if other is cue or other.source is None or not span.start < other.start < span.end:
            continue
        source_start = other.source.span.start
        shares_source = source_start < cue.start and doc[other.start].head == verb
        start = other.start if shares_source else min(other.start, source_start)
        if start <= span.start:
            continue
        if other.is_prepositional or (
            doc[other.start].dep_ in COORDINATED_CLAUSE_LABELS
            and (doc[other.start].head == verb or _is_set_off(doc, start))
        ):
            yield start


def _is_set_off(doc: Doc, start: int) -> bool:
    """Return whether a comma or a dash is before `start`, or a comma and a coordinator ("…, and Holt said")."""
    before = start - 1
    if doc[before].tag_ == "CC" and before > 0:
        before -= 1
    return doc[before].text in ASIDE_MARKS
