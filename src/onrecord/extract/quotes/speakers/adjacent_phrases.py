"""Adjacent phrases: who is named between quoted words and their verb, or right after it, by words and tags.

In: a Doc and a place in it. Out: the `SourcePhrase` there. Out of scope: dependencies, except for how far a phrase
after the verb reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import SourcePhrase
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
    GAP_OPENER_TAGS,
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
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import FINITE_TAGS, MODAL_OR_ADVERB_TAGS, PROPER_NOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SPEAKER_NOUNS = PERSON_ROLES | COLLECTIVE | DOCUMENTS


def find_phrase_before(doc: Doc, start: int, verb: int) -> SourcePhrase | None:
    """Return the noun phrase between token `start` and the verb at `verb`, or None.

    For the words between a quotation and its verb, where the parse of the whole sentence may be wrong.
    """
    first, end = start, verb
    while start < end and (
        doc[start].is_punct or (start == first and doc[start].tag_ in GAP_EDGE_TAGS)
    ):
        start += 1
    while end > start and (
        doc[end - 1].is_punct
        or doc[end - 1].tag_ in MODAL_OR_ADVERB_TAGS
        or doc[end - 1].tag_.startswith("VB")
    ):
        end -= 1
    if end <= start or any(t.text in ADJACENT_PHRASE_BREAK_MARKS for t in doc[start:end]):
        return None
    is_alone = start == end - 1 or doc[start + 1].lower_ == "of"
    if doc[start].lower_ in INDEPENDENT_DETERMINERS and is_alone:
        return SourcePhrase(doc[start], TokenSpan(start, end), pattern_names.GAP_PHRASE)
    head = find_chunk_head(doc, start, verb)
    end = trim_day(doc, start, end)
    if head is None or head.i >= end or (head.lower_ in NO_SPEAKER_WORDS and head.lower_ != "it"):
        return None
    return SourcePhrase(head, TokenSpan(start, end), pattern_names.GAP_PHRASE)


def find_phrase_after(doc: Doc, start: int) -> SourcePhrase | None:
    """Return the noun phrase that begins at token `start`, after "said", or None."""
    head = find_chunk_head(doc, start)
    if head is None or head.lower_ in NO_SPEAKER_WORDS:
        return None
    end = max(head.i + 1, find_noun_phrase(head, complements="all", conjuncts=True).end)
    if end > head.i + 1:
        end = cut_at_comma(doc, start, end)
    end = extend_over_apposition(head, end)
    end = extend_over_modifiers(head, end, head.sent.end)
    name_end = find_name_end(head)
    has_age = [token.tag_ for token in doc[name_end : name_end + 2]] == [",", "CD"]
    if head.tag_ in PROPER_NOUN_TAGS or head.lemma_.lower() in PERSON_ROLES or has_age:
        limit = find_description_limit(doc, name_end)
        end = max(end, extend_over_description(doc, name_end, limit))
    return SourcePhrase(head, trim_phrase(head, start, end), pattern_names.PHRASE_AFTER)


def find_phrase_between(doc: Doc, start: int, verb: int) -> SourcePhrase | None:
    """Return all from token `start` to the verb at `verb` where it reads as one phrase that names somebody, or None.

    “…,” Ann Hale, the lawyer who drafted the bill, said: a finite verb is in it only after "who" or "which".
    """
    end = verb
    while end - 1 > start and (
        doc[end - 1].tag_ in MODAL_OR_ADVERB_TAGS
        or doc[end - 1].dep_.startswith("aux")
        or doc[end - 1].is_punct
    ):
        end -= 1
    end = trim_day(doc, start, end)
    if end <= start or verb - start > THRESHOLDS.description_tokens:
        return None
    if doc[start].tag_ not in GAP_OPENER_TAGS or _has_clause(doc, start, end):
        return None
    if not any(token.tag_ in RELATIVE_TAGS for token in doc[start:end]):
        end = _cut_at_aside(doc, start, end)
    while end - 1 > start and (
        doc[end - 1].is_punct or doc[end - 1].tag_ in COORDINATOR_OR_RELATIVE_TAGS
    ):
        end -= 1
    head = find_chunk_head(doc, start, verb)
    if head is None:
        return None
    names_somebody = head.tag_ in PROPER_NOUN_TAGS or head.lemma_.lower() in _SPEAKER_NOUNS
    return (
        SourcePhrase(head, TokenSpan(start, end), pattern_names.GAP_PHRASE)
        if names_somebody
        else None
    )


def _has_clause(doc: Doc, start: int, end: int) -> bool:
    """Return whether a mark or a clause that is not relative breaks the phrase."""
    is_relative, verbs = False, 0
    for token in doc[start:end]:
        is_relative = is_relative or token.tag_ in RELATIVE_TAGS
        is_clausal = (
            token.tag_ in FINITE_TAGS
            or (token.tag_ == "VBN" and token.dep_ == "ROOT")
            or (token.tag_ == "PRP" and token.lower_ in SUBJECT_PRONOUNS)
        )
        if token.text in ADJACENT_PHRASE_BREAK_MARKS:
            return True
        if is_clausal and (not is_relative or (verbs and doc[token.i - 1].text == ",")):
            return True
        verbs += is_clausal
    return False


def _cut_at_aside(doc: Doc, start: int, end: int) -> int:
    """Return `end`, or the comma before an aside ("Ann Hale, in a letter, said")."""
    for token in doc[start : end - 1]:
        after = doc[token.i + 1]
        if (
            token.text == ","
            and after.tag_ in PREPOSITION_OR_GERUND_TAGS
            and after.lower_ not in MANAGING_OR_OF
        ):
            return int(token.i)
    return end


def find_name_over_commas(doc: Doc, verb: int, quoted: frozenset[int]) -> SourcePhrase | None:
    """Return a name with several descriptions in commas before the verb at `verb`, or None.

    "Last week B.K. Hale, keeper of maps at the Tidewater, an old press, wrote": the parse takes the last of them for the subject.
    """
    end = verb
    while end > 1 and (doc[end - 1].tag_ == "RB" or doc[end - 1].dep_.startswith("aux")):
        end -= 1
    start = max([doc[verb].sent.start, *(i + 1 for i in quoted if i < verb)])
    tokens = verb - start
    if tokens > THRESHOLDS.description_tokens or tokens < THRESHOLDS.described_name_tokens:
        return None
    if doc[end - 1].text != ",":
        return None
    for first in range(start, verb - 3):
        name_end = _find_name_before_comma(doc, first, verb)
        if name_end is not None and (first == start or doc[first - 1].text == ","):
            phrase = find_phrase_between(doc, first, verb)
            name = pattern_names.NAME_OVER_COMMAS
            return phrase._replace(pattern=name) if phrase is not None else None
    return None


def _find_name_before_comma(doc: Doc, start: int, verb: int) -> int | None:
    """Return the end of the name that begins at `start`, where a comma and more words follow before the verb, else None."""
    end = start
    while end < verb and doc[end].tag_ in PROPER_NOUN_TAGS:
        end += 1
    if end == start or is_day(doc[start]):
        return None
    return end if doc[end].text == "," and end < verb - 1 else None
