"""Shallow content: what a verb of saying reports, by words and tags, where the parse is wrong.

In: a cue with a source in a Doc. Out: the token spans of the content. Out of scope: what the parse shows
(`onrecord.extract.quotes.content.complement_clauses`).

"Said" before a noun phrase is followed by a clause far more often than by a thing said, so a finite verb of
its own in the rest of the sentence is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.en.function_words import DAY_MODIFIERS, NON_CLAUSE_SAYINGS
from onrecord.extract.quotes.en.punctuation import SEMICOLON_OR_DASH
from onrecord.extract.quotes.en.tags import (
    CLAUSE_OPENER_TAGS,
    CLAUSE_SUBJECT_TAGS,
    COORDINATOR_OR_MODAL_TAGS,
    NOMINAL_TAGS,
    PREPOSITIONAL_OBJECT_TAGS,
    RELATIVE_TAGS,
    SPLIT_CLAUSE_END_TAGS,
    SUBJECT_BREAK_TAGS,
)
from onrecord.extract.quotes.en.time_words import TIME_WORDS
from onrecord.extract.quotes.en.verbs import CLAUSAL_SAY_VERBS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import BARE
from onrecord.language.syntax.tag_sets import FINITE_TAGS, RELATIVE_PRONOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_rest_of_sentence(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the rest of the sentence after "the minister insisted", if it reads as a clause, or ()."""
    is_preceded = cue.source is not None and cue.source.span.end <= cue.start
    start, end = _skip_time_phrase(doc, cue.end), doc[cue.start].sent.end
    if cue.lemma not in BARE | CLAUSAL_SAY_VERBS or not is_preceded or start >= end - 1:
        return ()
    if doc[start].lower_ in NON_CLAUSE_SAYINGS or doc[start].tag_ not in CLAUSE_OPENER_TAGS:
        return ()
    if cue.lemma in CLAUSAL_SAY_VERBS:
        is_clause = _has_main_verb(doc, start, end)
    else:
        is_clause = _has_verb_after_noun(doc, start, end)
    return (TokenSpan(start, end),) if is_clause else ()


def find_shallow_clause(doc: Doc, verb: Token) -> TokenSpan | None:
    """Return the rest of the sentence after a verb of thinking where it reads as a clause ("hopes the road will open"), or None."""
    start, end = verb.i + 1, verb.sent.end
    if start >= end - 1 or doc[start].tag_ not in NOMINAL_TAGS | {"JJ"}:
        return None
    if doc[start].lower_ in NON_CLAUSE_SAYINGS or not _has_verb_after_noun(doc, start, end):
        return None
    return TokenSpan(start, end)


def _has_verb_after_noun(doc: Doc, start: int, end: int) -> bool:
    """Return whether a finite verb follows with nothing before it but a noun's words."""
    for token in doc[start + 1 : end - 1]:
        if token.tag_ in FINITE_TAGS:
            return True
        if token.tag_ in RELATIVE_TAGS | SUBJECT_BREAK_TAGS or token.lower_ == "that":
            return False
    return False


def _has_main_verb(doc: Doc, start: int, end: int) -> bool:
    """Return whether there is a finite verb more than relative clauses and joined verbs need."""
    relatives, verbs = 0, 0
    for token in doc[start:end]:
        if token.text == ";":
            break
        if token.tag_ in RELATIVE_TAGS or (token.lower_ == "that" and token.dep_ != "mark"):
            relatives += 1
        elif token.tag_ in FINITE_TAGS and doc[token.i - 1].tag_ not in COORDINATOR_OR_MODAL_TAGS:
            verbs += 1
        if verbs > relatives:
            return True
    return False


def _skip_time_phrase(doc: Doc, start: int) -> int:
    """Return the index after a day or one short phrase right after the verb ("said on Monday the road …")."""
    index = start
    while index < len(doc) and doc[index].lower_ in DAY_MODIFIERS:
        index += 1
    if index < len(doc) and doc[index].lower_ in TIME_WORDS:
        return index + 1
    if index == start and index < len(doc) and doc[index].tag_ == "IN":
        return _skip_short_phrase(doc, start)
    return start


def _skip_short_phrase(doc: Doc, start: int) -> int:
    """Return the index after the phrase whose preposition is at `start`, or `start` where no clause follows it for certain."""
    for token in doc[start + 1 : start + THRESHOLDS.short_phrase_tokens]:
        before = doc[token.i - 1]
        opens_clause = token.tag_ in CLAUSE_SUBJECT_TAGS and before.tag_[:2] == "NN"
        if opens_clause and token.i > start + 1:
            return start if before.tag_ == token.tag_ == "NNP" else int(token.i)
        if token.tag_ not in PREPOSITIONAL_OBJECT_TAGS:
            return start
    return start


def find_split_relative_clause(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the clause around "he said" in "which he said would be the last", with its "which", or ()."""
    if cue.source is None or cue.source.span.end > cue.start or not cue.source.span.start:
        return ()
    opener, verb = doc[cue.source.span.start - 1], doc[min(cue.end, len(doc) - 1)]
    if (
        opener.tag_ not in RELATIVE_PRONOUN_TAGS
        or opener.lower_ == "what"
        or verb.tag_ not in FINITE_TAGS
    ):
        return ()
    end = verb.sent.end
    for token in doc[verb.i + 1 : end - 1]:
        if token.text in SEMICOLON_OR_DASH or (
            token.text == "," and doc[token.i + 1].tag_ in SPLIT_CLAUSE_END_TAGS
        ):
            end = token.i
            break
    return TokenSpan(opener.i, opener.i + 1), TokenSpan(verb.i, end)
