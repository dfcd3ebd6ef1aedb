"""Complement clauses: what a cue reports without quotation marks, or with some inside, by the first pattern that applies.

In: a cue in a Doc, and the Doc's other cues. Out: token spans of the content. Out of scope: who said it, and words wholly
in quotation marks (`onrecord.extract.quotes.marks.quoted_spans`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from onrecord.extract.quotes.content.bare_clauses import find_bare_clause, find_infinitive
from onrecord.extract.quotes.content.clause_boundaries import (
    cut_before_other_cues,
    extend_over_dependents,
    trim_spans,
)
from onrecord.extract.quotes.content.parentheticals import (
    find_around_according_to,
    find_around_as_clause,
    find_around_parenthetical,
)
from onrecord.extract.quotes.content.shallow_content import (
    find_rest_of_sentence,
    find_split_relative_clause,
)
from onrecord.extract.quotes.content.that_clauses import find_that_clause
from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.lexicon.hypotheticals import is_hypothetical
from onrecord.extract.quotes.speakers.coordinated_cues import cut_before_coordinated_cue
from onrecord.extract.quotes.speakers.postposed_attributions import (
    find_postposed_content,
    find_postposed_source,
)
from onrecord.language.en.attribution_cues import CONTENT_MARKS
from onrecord.language.syntax.tag_sets import FINITE_TAGS, RELATIVE_PRONOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ContentPattern = Callable[["Doc", Cue, Sequence[Cue]], TokenSpans]


def find_reported_content(doc: Doc, cue: Cue, others: Sequence[Cue]) -> TokenSpans:
    """Return what `cue` reports as token spans in order of text; empty where it reports no clause.

    Args:
        doc: the block's Doc.
        cue: a cue of it.
        others: all cues of the Doc; a clause with a cue and a source of its own ends the content.

    """
    if cue.is_prepositional:
        return find_around_according_to(doc, cue)
    verb = doc[cue.start]
    if is_hypothetical(verb):
        return ()
    if spans := _match_first(OUTER_PATTERNS, doc, cue, others):
        return trim_spans(doc, spans)
    if spans := _match_first(COMPLEMENT_PATTERNS, doc, cue, others):
        return trim_spans(doc, _fit_complement(doc, cue, others, spans))
    if spans := trim_spans(doc, find_around_parenthetical(doc, cue)):
        return spans
    return trim_spans(doc, _find_shallow_content(doc, cue, others))


def _match_first(
    patterns: Sequence[ContentPattern], doc: Doc, cue: Cue, others: Sequence[Cue]
) -> TokenSpans:
    """Return what the first pattern that applies finds, or ()."""
    return next((spans for find in patterns if (spans := find(doc, cue, others))), ())


def _find_around_as_clause(doc: Doc, cue: Cue, _others: Sequence[Cue]) -> TokenSpans:
    return find_around_as_clause(doc, cue)


def _find_split_relative_clause(doc: Doc, cue: Cue, _others: Sequence[Cue]) -> TokenSpans:
    return find_split_relative_clause(doc, cue)


def _find_postposed(doc: Doc, cue: Cue, _others: Sequence[Cue]) -> TokenSpans:
    """Return the sentence before a postposed attribution, or ()."""
    if cue.source is None:
        return ()
    source = find_postposed_source(doc[cue.start])
    if source is None or (source.head, source.span) != (cue.source.head, cue.source.span):
        return ()
    return (find_postposed_content(doc, doc[cue.start], source.span.start),)


def _find_bare_clause(doc: Doc, cue: Cue, _others: Sequence[Cue]) -> TokenSpans:
    return find_bare_clause(doc, cue)


def _find_infinitive(doc: Doc, cue: Cue, _others: Sequence[Cue]) -> TokenSpans:
    return find_infinitive(doc, cue)


OUTER_PATTERNS: tuple[ContentPattern, ...] = (
    _find_around_as_clause,
    _find_split_relative_clause,
    _find_postposed,
)
"""Tried first, in order: content around the cue, or before it."""
COMPLEMENT_PATTERNS: tuple[ContentPattern, ...] = (
    find_that_clause,
    _find_bare_clause,
    _find_infinitive,
)
"""Tried next, in order: content that completes the cue's verb."""


def _fit_complement(doc: Doc, cue: Cue, others: Sequence[Cue], spans: TokenSpans) -> TokenSpans:
    """Return the spans, extended over what the parse left out and cut before what somebody else says; or ()."""
    verb = doc[cue.start]
    if _is_reduced_relative(verb, cue, spans):
        return ()
    spans = extend_over_dependents(doc, spans, verb)
    spans = cut_before_other_cues(doc, spans, cue, others)
    return _cut_at_relative_clause_end(doc, verb, cut_before_coordinated_cue(doc, verb, spans))


def _find_shallow_content(doc: Doc, cue: Cue, others: Sequence[Cue]) -> TokenSpans:
    spans = find_rest_of_sentence(doc, cue)
    if not spans:
        return ()
    spans = cut_before_other_cues(doc, spans, cue, others)
    return cut_before_coordinated_cue(doc, doc[cue.start], spans)


def _cut_at_relative_clause_end(doc: Doc, verb: Token, spans: TokenSpans) -> TokenSpans:
    """Return the spans, the last ended where the verb's relative clause does ("Bell, who said he saw it, resigned")."""
    subjects = (
        child
        for child in verb.lefts
        if child.tag_ in RELATIVE_PRONOUN_TAGS and child.dep_.startswith("nsubj")
    )
    pronoun = next(subjects, None)
    if pronoun is None or pronoun.i == 0 or doc[pronoun.i - 1].text != ",":
        return spans
    start, end = spans[-1]
    for token in doc[start + 1 : end - 1]:
        if token.text == "," and doc[token.i + 1].tag_ in FINITE_TAGS:
            return (*spans[:-1], TokenSpan(start, token.i))
    return spans


def _is_reduced_relative(verb: Token, cue: Cue, spans: TokenSpans) -> bool:
    """Return whether it is "Video showing the crash was released": the clause's verb is the sentence's own."""
    if verb.tag_ != "VBG" or cue.source is None or cue.source.span.end != verb.i:
        return False
    if any(token.lower_ in CONTENT_MARKS for token in verb.doc[verb.i + 1 : verb.i + 2]):
        return False
    inside = {index for start, end in spans for index in range(start, end)}
    return not any(token.tag_ in FINITE_TAGS and token.i not in inside for token in verb.sent)
