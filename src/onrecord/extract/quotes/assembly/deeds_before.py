"""Deeds before words: who speaks where a short sentence tells what somebody did right before (Alice Bell turned to the crowd. “…”).

In: quoted words and the context of their block. Out: the phrase of who did it, or None. Out of scope: sentences that report what
somebody said or thought (`onrecord.extract.quotes.assembly.continuations`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.assembly.block_context import BlockContext
from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.extract.quotes.en.function_words import HE_OR_SHE
from onrecord.extract.quotes.en.nouns import BODY_NOUNS
from onrecord.extract.quotes.en.patterns import SENTENCE_END
from onrecord.extract.quotes.en.verbs import BEGINNING_VERBS, BODILY_VERBS, TALKING_VERBS
from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
from onrecord.extract.quotes.speakers.adjacent_phrases import find_phrase_before
from onrecord.extract.quotes.speakers.source_patterns import find_source_phrase
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.inflections import inflect_verb, load_irregular_forms
from onrecord.language.en.punctuation import SENTENCE_END_MARKS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_repair import repair_tag
from onrecord.language.syntax.tag_sets import (
    NOUN_TAGS,
    PERSON_LABELS,
    PROPER_NOUN_TAGS,
    TENSED_TAGS,
)
from onrecord.language.syntax.verb_group import is_negated, is_passive, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_speaker_by_deed(
    quoted: QuotedSpan, context: BlockContext, text: str
) -> SourcePhrase | None:
    """Return who turned, looked, paused or began to talk right before whole sentences in marks, in their paragraph, or None."""
    lead = text[context.block.start : quoted.start].rstrip()
    is_whole = quoted.closed and quoted.read_last_character(text) in SENTENCE_END_MARKS
    if not lead.endswith(".") or not is_whole or not text[quoted.parts[0][0]].isupper():
        return None
    sentence = _list_last_sentence(context, lead)
    if not sentence or len(sentence) > THRESHOLDS.deed_tokens:
        return None
    if any(token.i in context.quoted for token in sentence):
        return None
    for verb in _iter_deeds(sentence):
        source = find_source_phrase(verb, read_lemma(verb), context.quoted)
        if source is None:  # the verb's tag or the parse is wrong
            source = find_phrase_before(context.block.doc, sentence[0].i, verb.i)
        is_before = source is not None and sentence[0].i <= source.span.start < verb.i
        if source is not None and is_before and _is_person(source.head):
            return source._replace(pattern=pattern_names.DEED_BEFORE)
    return None


def _list_last_sentence(context: BlockContext, lead: str) -> list[Token]:
    """Return the tokens of the last sentence of the words before the quotation, whatever the parse says."""
    ends = [match.end() for match in SENTENCE_END.finditer(lead, 0, len(lead) - 1)]
    start = ends[-1] if ends else 0
    return [token for token in context.block.doc if start <= token.idx < len(lead)]


def _iter_deeds(sentence: list[Token]) -> Iterator[Token]:
    """Yield the finite verbs of the body, and of beginning to talk, in the active."""
    for token in sentence:
        if not _is_finite(token) or is_negated(token):
            continue
        lemma = _list_bodily_forms().get(token.lower_) or read_lemma(token)
        begins = lemma in BEGINNING_VERBS and any(
            read_lemma(word) in TALKING_VERBS for word in sentence if word.i > token.i
        )
        moves = any(word.lemma_.lower() in BODY_NOUNS for word in sentence if word.i > token.i)
        if begins or moves or lemma in BODILY_VERBS:
            yield token


def _is_finite(token: Token) -> bool:
    """Return whether it is a finite verb in the active, or a past tense right after its noun that is tagged as a participle."""
    if repair_tag(token) in TENSED_TAGS:
        return not is_passive(token)
    before = get_neighbour(token, -1) if token.i else None
    return token.tag_ == "VBN" and before is not None and before.tag_ in NOUN_TAGS


@cache
def _list_bodily_forms() -> dict[str, str]:
    """Return each form of the verbs of the body → its lemma."""
    forms = {form: verb for verb in BODILY_VERBS for form in inflect_verb(verb)}
    irregular = load_irregular_forms().items()
    return forms | {form: lemma for form, lemma in irregular if lemma in BODILY_VERBS}


def _is_person(head: Token) -> bool:
    if head.tag_ in PROPER_NOUN_TAGS:
        return not head.ent_type_ or head.ent_type_ in PERSON_LABELS
    return head.lower_ in HE_OR_SHE or head.lemma_.lower() in PERSON_ROLES
