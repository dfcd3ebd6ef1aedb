"""Attribution: which cue, if any, attributes words in quotation marks.

In: quoted words and the contexts of their blocks. Out: the attribution after them, before them, or in the
paragraph before them. Out of scope: words reported without marks (`onrecord.extract.quotes.content.complement_clauses`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from onrecord.extract.quotes.assembly.adjacent_sources import (
    attribute_after,
    attribute_before,
)
from onrecord.extract.quotes.assembly.block_context import Attribution, BlockContext
from onrecord.extract.quotes.assembly.source_gap import extend_over_gap, extend_over_title
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.function_words import FINITE_BE_FORMS
from onrecord.extract.quotes.en.patterns import (
    CLAUSE_JOINER,
    NEW_SENTENCE_OPENER,
    SENTENCE_END,
    WAS_HOW,
)
from onrecord.extract.quotes.en.punctuation import (
    COMMA_OR_COLON,
    FULL_STOP_OR_LINE_END,
    QUOTE_END_MARKS,
    TIED_END_MARKS,
)
from onrecord.extract.quotes.en.tags import (
    NEW_SENTENCE_TAGS,
    PRONOUN_OR_PLURAL_NAME_TAGS,
    TITLE_TAGS,
)
from onrecord.extract.quotes.en.verbs import ANONYMITY_VERBS, READ_OR_SAY
from onrecord.extract.quotes.marks.quotation_marks import DOUBLE
from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
from onrecord.extract.quotes.marks.scare_quotes import is_like_title
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import ASK, ASKED_FIRST, NAMING, SAY, TELL
from onrecord.language.en.punctuation import SENTENCE_END_MARKS
from onrecord.language.en.roles import DOCUMENTS
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = re.compile(r"\w+")

AttributionPattern = Callable[[QuotedSpan, Sequence[BlockContext], str], Attribution | None]


def find_attribution(
    quoted: QuotedSpan, contexts: Sequence[BlockContext], text: str
) -> Attribution | None:
    """Return what attributes `quoted`, by the first pattern that applies, or None."""
    attributions = (find(quoted, contexts, text) for find in ATTRIBUTION_PATTERNS)
    return next((found for found in attributions if found is not None), None)


def find_announcement(
    index: int, contexts: Sequence[BlockContext], text: str
) -> Attribution | None:
    """Return what attributes the whole of block `index`, as in "The ministry added:" before it, or None."""
    if index == 0:
        return None
    context = contexts[index - 1]
    end = context.block.zone.end
    if not text[context.block.start : end].rstrip().endswith(":"):
        return None
    for cue in reversed(context.cues_beside_quotes):
        attribution = attribute_before(context.block, cue)
        if attribution.source is None:
            continue
        gap = text[attribution.end : end].rstrip().rstrip(":")
        if _count_words(gap) <= THRESHOLDS.words_after_cue and not SENTENCE_END.search(gap):
            return attribution
    return None


def _find_after(
    quoted: QuotedSpan, contexts: Sequence[BlockContext], text: str
) -> Attribution | None:
    """Return the attribution behind the quoted words, or None."""
    context = contexts[quoted.last_block]
    block = context.block
    opener = block.doc[_find_sentence_start(block, quoted.end)]
    if opener.lower_ in ASKED_FIRST:
        return None
    for cue in context.cues_beside_quotes:
        if block.at(block.doc[cue.start]) < quoted.end:
            continue
        attribution = attribute_after(block, cue, quoted.end)
        if attribution is None:
            continue
        if attribution.start < quoted.end or _is_far(attribution):
            return None
        if _is_agentless_passive(block, cue):
            return None
        attribution = extend_over_title(attribution, quoted.end)
        if _has_comma_or_stop_at_end(quoted, text):
            attribution = extend_over_gap(attribution, quoted.end)
        gap = text[quoted.end : attribution.start]
        if _is_separate(quoted, gap, text):
            return None
        if _count_words(gap) <= THRESHOLDS.words_before_cue or WAS_HOW.match(gap):
            return _choose_direction(attribution, quoted, context, text)
    return None


def _is_separate(quoted: QuotedSpan, gap: str, text: str) -> bool:
    """Return whether the words between a quotation and a cue show that another sentence or clause begins there."""
    is_sentence = quoted.read_last_character(text) in SENTENCE_END_MARKS
    if SENTENCE_END.search(gap) or CLAUSE_JOINER.match(gap):
        return True
    return is_sentence and NEW_SENTENCE_OPENER.match(gap) is not None


def _choose_direction(
    attribution: Attribution, quoted: QuotedSpan, context: BlockContext, text: str
) -> Attribution | None:
    """Return the attribution after the quoted words, or one before them where it belongs to other words; or None."""
    block, cue = context.block, attribution.cue
    last_character = quoted.read_last_character(text)
    gap = text[quoted.end : attribution.start]
    if last_character == "." and not gap.strip(" \n"):
        # A full stop inside the marks ends the quotation: what follows attributes another.
        source = attribution.source
        is_ours = text[attribution.start].islower() or (
            source is not None and cue.start < source.span.start
        )
        return attribution if is_ours or _is_sentence_final(block, cue) else None
    is_sentence = last_character in SENTENCE_END_MARKS
    begins_sentence = is_sentence and _is_before_new_sentence(block, quoted.end)
    introduces_other = _is_before_other_quote(block, cue)
    if begins_sentence or introduces_other:
        before = _find_before_in(quoted, context, text)
        if before is not None:
            return before
    return None if begins_sentence and introduces_other else attribution


def _is_agentless_passive(block: Block, cue: Cue) -> bool:
    """Return whether the verb is a passive without an agent (“Harbour Lights,” the film, was shown twice)."""
    doc, before = block.doc, cue.start - 1
    while before > 0 and doc[before].tag_ == "RB":
        before -= 1
    is_passive = doc[cue.start].tag_ == "VBN" and doc[before].lower_ in FINITE_BE_FORMS
    return is_passive and (cue.source is None or cue.source.head.i < cue.start)


def _has_comma_or_stop_at_end(quoted: QuotedSpan, text: str) -> bool:
    """Return whether a comma or the end of a sentence separates the words from what follows them."""
    is_closed = quoted.read_last_character(text) in TIED_END_MARKS
    return is_closed or text[quoted.end : quoted.end + 1] == ","


def _is_far(attribution: Attribution) -> bool:
    """Return whether more than a verb group is between the source and its verb ("I had prepared a statement to read")."""
    source, cue = attribution.source, attribution.cue
    if source is None or source.span.end > cue.start or cue.is_prepositional:
        return False
    doc = attribution.block.doc
    between = doc[source.span.end : cue.start]
    is_infinitive = doc[cue.start].tag_ == "VB" and any(token.tag_ == "TO" for token in between)
    return is_infinitive and any(token.tag_ in COMMON_NOUN_TAGS for token in between)


def _is_before_new_sentence(block: Block, place: int) -> bool:
    """Return whether a capitalised pronoun or article follows `place`: a new sentence (“Why?” She answered that …)."""
    after = (token for token in block.doc if block.at(token) >= place and token.is_alpha)
    opener = next(after, None)
    return opener is not None and opener.text.istitle() and opener.tag_ in NEW_SENTENCE_TAGS


def _is_sentence_final(block: Block, cue: Cue) -> bool:
    """Return whether nothing follows the verb: “It is late.” Ann Hale said."""
    after = block.doc[cue.end : cue.end + 1]
    return not len(after) or after.text in FULL_STOP_OR_LINE_END


def _is_before_other_quote(block: Block, cue: Cue) -> bool:
    """Return whether the verb introduces other words in marks ("“Is it late?” She answered, “No”")."""
    after = [token.text for token in block.doc[cue.end : cue.end + 2]]
    return len(after) > 1 and after[0] in COMMA_OR_COLON and after[1][:1] in DOUBLE


def _find_before(
    quoted: QuotedSpan, contexts: Sequence[BlockContext], text: str
) -> Attribution | None:
    """Return the attribution before the quoted words, in the block where they begin, or None."""
    return _find_before_in(quoted, contexts[quoted.first_block], text)


def _find_before_in(quoted: QuotedSpan, context: BlockContext, text: str) -> Attribution | None:
    block = context.block
    for cue in reversed(context.cues_beside_quotes):
        is_behind = block.at(block.doc[cue.end - 1]) >= quoted.start
        if is_behind or _is_request_for_anonymity(block, cue):
            continue
        attribution = attribute_before(block, cue)
        if attribution.end > quoted.start:
            continue
        gap = text[attribution.end : quoted.start].strip()
        if SENTENCE_END.search(gap) or any(mark in gap for mark in DOUBLE):
            return None
        return attribution if _is_introduced(quoted, attribution, gap, text) else None
    return None


def _is_introduced(quoted: QuotedSpan, attribution: Attribution, gap: str, text: str) -> bool:
    """Return whether the cue introduces the quoted words over the words between them: by a colon or comma, or right before them."""
    cue, words = attribution.cue, _count_words(gap)
    is_marked = gap.endswith((":", ","))
    if cue.is_prepositional:
        return is_marked and not words
    if is_marked and words <= THRESHOLDS.words_after_cue:
        return True
    if attribution.source is None:
        return False
    is_bare = words <= 1 and cue.lemma not in NAMING and not is_like_title(quoted, text)
    is_inscription = (
        cue.lemma in READ_OR_SAY and not words and _is_inscription(attribution.source.head, cue)
    )
    if is_bare or is_inscription or (not words and _is_end_of_sentence(quoted, cue, text)):
        return True
    return _has_only_addressee_between(quoted, cue, attribution.block, text)


def _is_inscription(head: Token, cue: Cue) -> bool:
    """Return whether the source is a thing on which words are written ("A sign reads “Keep out”")."""
    if head.tag_ != "NN" or head.doc[head.i + 1].tag_ == "VBG":
        return False
    return cue.lemma == "read" or head.lemma_.lower() in DOCUMENTS


def _is_end_of_sentence(quoted: QuotedSpan, cue: Cue, text: str) -> bool:
    """Return whether words right after a verb of saying end its sentence (Vance said “No comment”.): a title would be spoken of."""
    return cue.lemma in SAY and text[quoted.end :].lstrip()[:1] in FULL_STOP_OR_LINE_END | {""}


def _is_request_for_anonymity(block: Block, cue: Cue) -> bool:
    """Return whether the cue is the "asked" of "a docker, who asked not to be named"."""
    after = block.doc[cue.end : cue.end + 3]
    return cue.lemma in ANONYMITY_VERBS and [t.lower_ for t in after] == ["not", "to", "be"]


def _has_only_addressee_between(quoted: QuotedSpan, cue: Cue, block: Block, text: str) -> bool:
    """Return whether only an addressee is between a verb of telling or asking and a whole sentence in marks."""
    if cue.lemma not in TELL | ASK or not text[quoted.parts[0][0]].isupper():
        return False
    between = [
        token
        for token in block.doc[cue.end :]
        if block.at(token) < quoted.start and token.text[:1] not in DOUBLE
    ]
    is_sentence = quoted.read_last_character(text) in QUOTE_END_MARKS
    are_people = all(t.tag_ in TITLE_TAGS | PRONOUN_OR_PLURAL_NAME_TAGS for t in between)
    return is_sentence and are_people and 0 < len(between) <= THRESHOLDS.addressee_tokens


def _find_sentence_start(block: Block, place: int) -> int:
    """Return the first token of the sentence that holds the code point before `place`."""
    before = (token for token in reversed(block.doc) if block.at(token) < place)
    return int(next(before, block.doc[0]).sent.start)


def _find_in_paragraph_before(
    quoted: QuotedSpan, contexts: Sequence[BlockContext], text: str
) -> Attribution | None:
    """Return the announcement in the paragraph before quoted words that open theirs, or None."""
    block = contexts[quoted.first_block].block
    if text[block.start : quoted.start].strip():
        return None
    return find_announcement(quoted.first_block, contexts, text)


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))


ATTRIBUTION_PATTERNS: tuple[AttributionPattern, ...] = (
    _find_after,
    _find_before,
    _find_in_paragraph_before,
)
"""Tried in order."""
