"""Sources that go by a name in marks: the whole of "a man known as “Duke”", where a parse gives a part of it.

In: a source's phrase. Out: the phrase with the name, its marks, and who goes by it. Out of scope: which marks are of such names
(`onrecord.language.names.marked_names`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.language.names.marked_names import find_names_gone_by
from onrecord.language.syntax.capitalisation import read_doc_text
from onrecord.language.syntax.tag_sets import DETERMINER_TAGS, FINITE_TAGS, NOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc


def extend_over_name_gone_by(source: SourcePhrase) -> SourcePhrase:
    """Return the phrase with the whole of a name in marks that it reaches into, and with who goes by that name."""
    doc = source.head.doc
    first, last = doc[source.span.start], doc[source.span.end - 1]
    begin, end = first.idx, last.idx + len(last.text)
    for lead_start, start, stop in find_names_gone_by(read_doc_text(doc)):
        if not (lead_start < end and begin < stop):
            continue
        marked = doc.char_span(start, stop, alignment_mode="expand")
        if marked is None:
            continue
        opening = source.span.start
        if begin >= lead_start:
            opening = _find_phrase_start(doc, lead_start, marked.start)
        span = TokenSpan(min(opening, source.span.start), max(marked.end, source.span.end))
        return source._replace(span=span)
    return source


def _find_phrase_start(doc: Doc, lead_start: int, name_start: int) -> int:
    """Return the token where the phrase of who is "known as" something begins: at its determiner, or at the noun before it."""
    start = name_start
    while start and doc[start - 1].idx >= lead_start:
        start -= 1
    begin = start
    while begin and not doc[begin - 1].is_punct and doc[begin - 1].tag_ not in FINITE_TAGS:
        begin -= 1
        if doc[begin].tag_ in DETERMINER_TAGS or doc[begin].is_sent_start:
            break
    return begin if any(token.tag_ in NOUN_TAGS for token in doc[begin:start]) else name_start
