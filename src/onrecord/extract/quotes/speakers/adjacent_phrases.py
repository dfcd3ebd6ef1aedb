"""Phrases beside a verb of saying: who stands between quoted words and their verb, or after it, by words and tags alone.

In: a Doc and a place in it. Out: the phrase's head and its (first, last) tokens. Out of scope: dependencies, but for
how far a phrase after the verb reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import (
    INDEPENDENT_DETERMINERS,
    MANAGING_OR_OF,
    NO_SPEAKER_WORDS,
    SUBJECT_PRONOUNS,
)
from onrecord.extract.quotes.en.punctuation import ADJACENT_PHRASE_BREAK_MARKS
from onrecord.extract.quotes.en.tags import (
    COORDINATOR_OR_RELATIVE_TAGS,
    GAP_EDGE_TAGS,
    PHRASE_OPENER_TAGS,
    PREPOSITION_OR_GERUND_TAGS,
    RELATIVE_TAGS,
)
from onrecord.extract.quotes.speakers.descriptions import (
    extend_over_description,
    find_description_limit,
    find_name_end,
)
from onrecord.extract.quotes.speakers.shallow_chunks import (
    cut_at_comma,
    extend_over_apposition,
    extend_over_modifiers,
    find_chunk_head,
    is_day,
    trim_day,
    trim_phrase,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.roles import COLLECTIVE, DOCUMENTS, PERSON_ROLES
from onrecord.language.syntax.dependencies import find_noun_phrase
from onrecord.language.syntax.tag_sets import FINITE_TAGS, MODAL_OR_ADVERB_TAGS, PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENS = PROPER_NOUN_TAGS | PHRASE_OPENER_TAGS
_SPEAK = PERSON_ROLES | COLLECTIVE | DOCUMENTS


def find_phrase_before(doc: Doc, first: int, verb: int) -> tuple[Token, tuple[int, int]] | None:
    """Return (head, span) of the noun phrase between token `first` and the verb at `verb`, or None.

    For the words between a quotation and its verb, where a parse of the whole sentence may slip.
    """
    begin, end = first, verb - 1
    while begin <= end and (
        doc[begin].is_punct or (doc[begin].tag_ in GAP_EDGE_TAGS and doc[begin].i == first)
    ):
        begin += 1
    while end >= begin and (
        doc[end].is_punct or doc[end].tag_ in MODAL_OR_ADVERB_TAGS or doc[end].tag_.startswith("VB")
    ):
        end -= 1
    if end < begin or any(
        token.text in ADJACENT_PHRASE_BREAK_MARKS for token in doc[begin : end + 1]
    ):
        return None
    head = find_chunk_head(doc, begin, verb)
    if doc[begin].lower_ in INDEPENDENT_DETERMINERS and (
        begin == end or doc[begin + 1].lower_ == "of"
    ):
        return doc[begin], (begin, end)
    end = trim_day(doc, begin, end)
    nobody = (
        head is None or head.i > end or (head.lower_ in NO_SPEAKER_WORDS and head.lower_ != "it")
    )
    return None if nobody or head is None else (head, (begin, end))


def find_phrase_after(doc: Doc, first: int) -> tuple[Token, tuple[int, int]] | None:
    """Return (head, span) of the noun phrase that begins at token `first`, after "said", or None."""
    head = find_chunk_head(doc, first)
    if head is None or head.lower_ in NO_SPEAKER_WORDS:
        return None
    last = max(head.i, find_noun_phrase(head, complements="all", conjuncts=True).end - 1)
    name = find_name_end(head)
    last = extend_over_apposition(
        head, cut_at_comma(doc, last, first - 2) if last > head.i else last
    )
    last = extend_over_modifiers(head, last, head.sent.end)
    aged = [token.tag_ for token in doc[name + 1 : name + 3]] == [",", "CD"]
    if head.tag_ in PROPER_NOUN_TAGS or head.lemma_.lower() in PERSON_ROLES or aged:
        last = max(last, extend_over_description(doc, name, find_description_limit(doc, name)))
    return head, trim_phrase(head, first, last)


def find_phrase_between(doc: Doc, first: int, verb: int) -> tuple[Token, tuple[int, int]] | None:
    """Return (head, span) where all from token `first` to the verb at `verb` reads as one phrase that names somebody.

    “…,” Ann Hale, the lawyer who drafted the bill, said: a finite verb stands in it only after "who" or "which".
    """
    end = verb - 1
    while end > first and (
        doc[end].tag_ in MODAL_OR_ADVERB_TAGS
        or doc[end].dep_.startswith("aux")
        or doc[end].is_punct
    ):
        end -= 1
    end = trim_day(doc, first, end)
    if end < first or verb - first > THRESHOLDS.description_tokens or doc[first].tag_ not in _OPENS:
        return None
    relative, verbs = False, 0
    for token in doc[first : end + 1]:
        relative = relative or token.tag_ in RELATIVE_TAGS
        told = (
            token.tag_ in FINITE_TAGS
            or (token.tag_ == "VBN" and token.dep_ == "ROOT")
            or (token.tag_ == "PRP" and token.lower_ in SUBJECT_PRONOUNS)
        )
        if token.text in ADJACENT_PHRASE_BREAK_MARKS or (
            told and (not relative or (verbs and doc[token.i - 1].text == ","))
        ):
            return None
        verbs += told
    aside = (
        t.i
        for t in doc[first:end]
        if t.text == ","
        and doc[t.i + 1].tag_ in PREPOSITION_OR_GERUND_TAGS
        and doc[t.i + 1].lower_ not in MANAGING_OR_OF
    )
    end = next(aside, end + 1) - 1 if not relative else end
    while end > first and (doc[end].is_punct or doc[end].tag_ in COORDINATOR_OR_RELATIVE_TAGS):
        end -= 1
    head = find_chunk_head(doc, first, verb)
    named = head is not None and (head.tag_ in PROPER_NOUN_TAGS or head.lemma_.lower() in _SPEAK)
    return (head, (first, end)) if head is not None and named else None


def find_name_over_commas(
    doc: Doc, verb: int, quoted: frozenset[int]
) -> tuple[Token, tuple[int, int]] | None:
    """Return (head, span) of a name with several descriptions in commas before the verb at `verb`, or None.

    "Last week B.K. Hale, keeper of maps at the Tidewater, an old press, wrote": a parse takes the last for the subject.
    """
    before = verb
    while before > 1 and (doc[before - 1].tag_ == "RB" or doc[before - 1].dep_.startswith("aux")):
        before -= 1
    start = max([doc[verb].sent.start, *(i + 1 for i in quoted if i < verb)])
    if (
        verb - start > THRESHOLDS.description_tokens
        or verb - start < THRESHOLDS.described_name_tokens
        or doc[before - 1].text != ","
    ):
        return None
    for first in range(start, verb - 3):
        opens = first == start or doc[first - 1].text == ","
        last = first
        while last < verb and doc[last].tag_ in PROPER_NOUN_TAGS:
            last += 1
        if (
            opens
            and last > first
            and not is_day(doc[first])
            and doc[last].text == ","
            and last < verb - 1
        ):
            return find_phrase_between(doc, first, verb)
    return None
