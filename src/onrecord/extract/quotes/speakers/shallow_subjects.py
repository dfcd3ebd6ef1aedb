"""Subject words: who does a verb, by the words before it, where a parse slips.

In: a verb's place in a Doc, and which tokens are quoted. Out: the phrase's head and its (first, last) tokens.
Out of scope: dependencies, and phrases after the verb (`onrecord.extract.quotes.speakers.shallow_chunks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    COORDINATOR_OR_ADVERB_TAGS,
    GERUND_OR_PAST_TAGS,
    NAME_BEFORE_ASIDE_TAGS,
    PHRASE_EDGE_TAGS,
)
from onrecord.extract.quotes.speakers.shallow_chunks import (
    PHRASE_TAGS,
    find_chunk_head,
    trim_day,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.cues import ASKED_FIRST
from onrecord.language.syntax.tag_sets import ADJECTIVE_OR_PARTICIPLE_TAGS, PREPOSITION_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NO_SUBJECT = (NO_SPEAKER_WORDS - {"one"}) | PERIOD_NOUNS


def find_shallow_subject(
    doc: Doc, verb: int, quoted: frozenset[int]
) -> tuple[Token, tuple[int, int]] | None:
    """Return (head, span) of the noun phrase that ends right before the verb at `verb`, or None.

    It reaches back over an apposition or a "who"-clause in commas ("The mayor, Ann Hale, told …"), and
    over what describes the noun ("Two officials familiar with a review said …").
    """
    end = verb - 1
    begin = _find_sentence_start(doc, verb)
    begin = max(
        [begin, verb - THRESHOLDS.subject_gap, *(i + 1 for i in range(begin, verb) if i in quoted)]
    )
    end = _trim_adverbs(doc, begin, end)
    if end < begin:
        return None
    if doc[end].text == "," and (name := _find_name_over_aside(doc, end, quoted)) is not None:
        return name
    first = (
        _find_start_over_commas(doc, begin, end)
        if doc[end].text == ","
        else _find_phrase_start(doc, begin, end)
    )
    while first <= end and (doc[first].is_punct or doc[first].tag_ in PHRASE_EDGE_TAGS):
        first += 1
    while end > first and doc[end].text == ",":
        end -= 1
    end = trim_day(doc, first, end)
    if first > end:
        return None
    if first and doc[first - 1].tag_ in PREPOSITION_TAGS and doc[end].text[:1].isupper():
        first = _find_name_start(doc, first, end)  # "In an interview with the Post Ann Hale said"
    head = (
        doc[first]
        if doc[first].lower_ in INDEPENDENT_DETERMINERS
        else find_chunk_head(doc, first, verb)
    )
    called = (
        doc[first].lower_ == "the" and first < end and doc[end].tag_ in ADJECTIVE_OR_PARTICIPLE_TAGS
    )
    if head is None and (called or (doc[first].text[:1].isupper() and doc[first].tag_ == "JJ")):
        head = doc[end]  # "the executive", "the accused", whatever a tagger makes of them
    if head is None or head.i > end or head.lower_ in _NO_SUBJECT or not head.text.strip():
        return None
    return head, (first, end)


def _trim_adverbs(doc: Doc, begin: int, end: int) -> int:
    """Return `end`, moved back before adverbs, auxiliaries and days ("Hale later on Thursday has")."""
    before = end + 1
    while end < before:
        before = end
        while end > begin and (
            doc[end].tag_ in ADVERB_TAGS or doc[end].lower_ in DO_OR_AUXILIARIES
        ):
            end -= 1
        end = trim_day(doc, begin, end)
    return end


def _find_name_start(doc: Doc, first: int, end: int) -> int:
    """Return where the run of capitals that ends at `end` begins, not before `first`."""
    begin = end
    while begin > first and doc[begin - 1].text[:1].isupper() and doc[begin - 1].tag_ != "DT":
        begin -= 1
    return begin


def _find_start_over_commas(doc: Doc, begin: int, end: int) -> int:
    """Return where the phrase before a pair of commas begins, the second of which is at `end`."""
    other = next((i for i in range(end - 1, begin - 1, -1) if doc[i].text == ","), None)
    if other is None or other - 1 < begin or end - other < 2:
        return end + 1
    inside = doc[other + 1]
    if inside.tag_ not in PHRASE_TAGS | ASIDE_PHRASE_TAGS:
        return end + 1
    return _find_phrase_start(doc, begin, other - 1)


def _find_phrase_start(doc: Doc, begin: int, end: int) -> int:
    first = end + 1
    for index in range(end, begin - 1, -1):
        token = doc[index]
        if token.tag_ in PHRASE_TAGS or token.lower_ in PHRASE_LINKS or token.text == "-":
            first = index
        elif not (
            token.tag_ in GERUND_OR_PAST_TAGS
            and index > begin
            and doc[index - 1].tag_ in CHUNK_HEAD_TAGS
            and not any(word.tag_ == "CC" for word in doc[index : end + 1])
        ):  # "A report published last week": what follows is the noun's
            break
    return first


def _find_sentence_start(doc: Doc, verb: int) -> int:
    """Return where the sentence of the verb begins; a break that no mark shows is a parse's slip."""
    begin = doc[verb].sent.start
    while (
        begin > 0
        and doc[begin - 1].text not in SENTENCE_OR_QUOTATION_MARKS
        and verb - begin < THRESHOLDS.subject_gap
    ):
        begin = doc[begin - 1].sent.start
    return begin


def _find_name_over_aside(
    doc: Doc, end: int, quoted: frozenset[int]
) -> tuple[Token, tuple[int, int]] | None:
    """Return the name that opens the sentence before an aside that closes with the comma at `end`, or None.

    "Hale, after the vote had failed, said …", "Mr. Holt, citing “the cost,” said …".
    """
    begin = doc[end].sent.start
    while begin < end and doc[begin].tag_ in COORDINATOR_OR_ADVERB_TAGS:
        begin += 1
    last = begin
    while last < end and doc[last].tag_ in NAME_BEFORE_ASIDE_TAGS:
        last += 1
    opens = doc[last + 1] if last + 1 < end else None
    aside = opens is not None and (
        opens.tag_ in ASIDE_OPENER_TAGS or opens.i + 1 in quoted or opens.lower_ in ASKED_FIRST
    )
    if last == begin or doc[last].text != "," or end - last > THRESHOLDS.aside_tokens or not aside:
        return None
    head = doc[last - 1]
    inside = any(
        doc[i].text in SENTENCE_OR_QUOTATION_MARKS and i not in quoted for i in range(last, end)
    )
    if head.tag_ != "NNP" or begin in quoted or (inside and not quoted):
        return None
    return head, (begin, last - 1)
