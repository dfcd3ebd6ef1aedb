"""Shallow subjects: who does a verb by the words before it, where the parse is wrong.

In: a verb's place in a Doc, and which tokens are quoted. Out: the `SourcePhrase` before it. Out of scope: dependencies, and
phrases after the verb (`onrecord.extract.quotes.speakers.adjacent_phrases`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.extract.quotes.en.function_words import (
    DO_OR_AUXILIARIES,
    INDEPENDENT_DETERMINERS,
    NO_SPEAKER_WORDS,
    PHRASE_LINKS,
)
from onrecord.extract.quotes.en.nouns import PERIOD_NOUNS
from onrecord.extract.quotes.en.punctuation import SENTENCE_OR_QUOTATION_MARKS
from onrecord.extract.quotes.en.tags import (
    ADVERB_TAGS,
    ASIDE_OPENER_TAGS,
    ASIDE_PHRASE_TAGS,
    CHUNK_HEAD_TAGS,
    CHUNK_TAGS,
    COORDINATOR_OR_ADVERB_TAGS,
    GERUND_OR_PAST_TAGS,
    NAME_BEFORE_ASIDE_TAGS,
    PHRASE_EDGE_TAGS,
)
from onrecord.extract.quotes.speakers.shallow_chunks import find_chunk_head, trim_day
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import ASKED_FIRST
from onrecord.language.syntax.tag_sets import ADJECTIVE_OR_PARTICIPLE_TAGS, PREPOSITION_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NO_SUBJECT = (NO_SPEAKER_WORDS - {"one"}) | PERIOD_NOUNS


def find_shallow_subject(doc: Doc, verb: int, quoted: frozenset[int]) -> SourcePhrase | None:
    """Return the noun phrase that ends right before the verb at token `verb`, or None.

    It reaches back over an apposition or a "who"-clause in commas ("The mayor, Ann Hale, told …"), and
    over what describes the noun ("Two officials familiar with a review said …").
    """
    limit = _find_sentence_start(doc, verb)
    limit = max(
        [limit, verb - THRESHOLDS.subject_gap, *(i + 1 for i in quoted if limit <= i < verb)]
    )
    end = _trim_adverbs(doc, limit, verb)
    if end <= limit:
        return None
    is_after_comma = doc[end - 1].text == ","
    if is_after_comma and (name := _find_name_over_aside(doc, end - 1, quoted)) is not None:
        return name
    if is_after_comma:
        start = _find_start_over_commas(doc, limit, end - 1)
    else:
        start = _find_phrase_start(doc, limit, end)
    start, end = _trim_edges(doc, start, end)
    if start >= end:
        return None
    if start and doc[start - 1].tag_ in PREPOSITION_TAGS and doc[end - 1].text[:1].isupper():
        start = _find_name_start(doc, start, end)  # "In an interview with the Post Ann Hale said"
    head = _find_head(doc, start, end, verb)
    if head is None or head.i >= end or head.lower_ in _NO_SUBJECT or not head.text.strip():
        return None
    return SourcePhrase(head, TokenSpan(start, end), pattern_names.SHALLOW_SUBJECT)


def _trim_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the span without function words before it, and commas or a day at its end."""
    while start < end and (doc[start].is_punct or doc[start].tag_ in PHRASE_EDGE_TAGS):
        start += 1
    while end - 1 > start and doc[end - 1].text == ",":
        end -= 1
    return start, trim_day(doc, start, end)


def _find_head(doc: Doc, start: int, end: int, verb: int) -> Token | None:
    """Return the head of the phrase; an adjective with "the" or a capital may be it ("the accused")."""
    if doc[start].lower_ in INDEPENDENT_DETERMINERS:
        return doc[start]
    head = find_chunk_head(doc, start, verb)
    if head is not None:
        return head
    last = doc[end - 1]
    is_nominal = (
        doc[start].lower_ == "the" and start < end - 1 and last.tag_ in ADJECTIVE_OR_PARTICIPLE_TAGS
    )
    is_capitalised = doc[start].text[:1].isupper() and doc[start].tag_ == "JJ"
    return last if is_nominal or is_capitalised else None


def _trim_adverbs(doc: Doc, start: int, end: int) -> int:
    """Return `end`, moved back before adverbs, auxiliaries and days ("Hale later on Thursday has")."""
    previous = end + 1
    while end < previous:
        previous = end
        while end - 1 > start and (
            doc[end - 1].tag_ in ADVERB_TAGS or doc[end - 1].lower_ in DO_OR_AUXILIARIES
        ):
            end -= 1
        end = trim_day(doc, start, end)
    return end


def _find_name_start(doc: Doc, start: int, end: int) -> int:
    """Return where the run of capitalised words that ends at `end` begins, `start` at the earliest."""
    name_start = end - 1
    while (
        name_start > start
        and doc[name_start - 1].text[:1].isupper()
        and doc[name_start - 1].tag_ != "DT"
    ):
        name_start -= 1
    return name_start


def _find_start_over_commas(doc: Doc, limit: int, comma: int) -> int:
    """Return where the phrase before a pair of commas begins, the second of them at `comma`; the token after it where none does."""
    first_comma = next((i for i in range(comma - 1, limit - 1, -1) if doc[i].text == ","), None)
    if first_comma is None or first_comma <= limit or comma - first_comma < 2:
        return comma + 1
    if doc[first_comma + 1].tag_ not in CHUNK_TAGS | ASIDE_PHRASE_TAGS:
        return comma + 1
    return _find_phrase_start(doc, limit, first_comma)


def _find_phrase_start(doc: Doc, limit: int, end: int) -> int:
    """Return where the noun phrase that ends at `end` begins, `limit` at the earliest; `end` where none does."""
    start = end
    for index in range(end - 1, limit - 1, -1):
        token = doc[index]
        if token.tag_ in CHUNK_TAGS or token.lower_ in PHRASE_LINKS or token.text == "-":
            start = index
        elif not (
            token.tag_ in GERUND_OR_PAST_TAGS
            and index > limit
            and doc[index - 1].tag_ in CHUNK_HEAD_TAGS
            and not any(word.tag_ == "CC" for word in doc[index:end])
        ):  # "A report published last week": what follows belongs to the noun
            break
    return start


def _find_sentence_start(doc: Doc, verb: int) -> int:
    """Return where the sentence of the verb begins; a break that no mark shows is a parse error."""
    start = doc[verb].sent.start
    while (
        start > 0
        and doc[start - 1].text not in SENTENCE_OR_QUOTATION_MARKS
        and verb - start < THRESHOLDS.subject_gap
    ):
        start = doc[start - 1].sent.start
    return int(start)


def _find_name_over_aside(doc: Doc, comma: int, quoted: frozenset[int]) -> SourcePhrase | None:
    """Return the name that opens the sentence before an aside that closes with the comma at `comma`, or None.

    "Hale, after the vote had failed, said …", "Mr. Holt, citing “the cost,” said …".
    """
    start = doc[comma].sent.start
    while start < comma and doc[start].tag_ in COORDINATOR_OR_ADVERB_TAGS:
        start += 1
    end = start
    while end < comma and doc[end].tag_ in NAME_BEFORE_ASIDE_TAGS:
        end += 1
    if end == start or doc[end].text != "," or comma - end > THRESHOLDS.aside_tokens:
        return None
    if end + 1 >= comma or not _is_aside_opener(doc[end + 1], quoted):
        return None
    head = doc[end - 1]
    breaks = any(
        doc[i].text in SENTENCE_OR_QUOTATION_MARKS and i not in quoted for i in range(end, comma)
    )
    if head.tag_ != "NNP" or start in quoted or (breaks and not quoted):
        return None
    return SourcePhrase(head, TokenSpan(start, end), pattern_names.SHALLOW_SUBJECT)


def _is_aside_opener(token: Token, quoted: frozenset[int]) -> bool:
    return token.tag_ in ASIDE_OPENER_TAGS or token.i + 1 in quoted or token.lower_ in ASKED_FIRST
