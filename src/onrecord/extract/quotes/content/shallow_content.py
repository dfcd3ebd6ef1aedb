"""Plain reports: what a verb of saying reports, by words and tags alone, where a parse slips.

In: a cue with a source in a Doc. Out: (first, last) token spans of the content. Out of scope: what a parse shows
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
    CLAUSE_MODIFIER_TAGS,
    CLAUSE_SUBJECT_TAGS,
    COORDINATOR_OR_MODAL_TAGS,
    NOMINAL_TAGS,
    PREPOSITIONAL_OBJECT_TAGS,
    RELATIVE_TAGS,
    SUBJECT_BREAK_TAGS,
)
from onrecord.extract.quotes.en.time_words import TIME_WORDS
from onrecord.extract.quotes.en.verbs import CLAUSAL_SAY_VERBS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.cues import BARE
from onrecord.language.syntax.tag_sets import FINITE_TAGS, RELATIVE_PRONOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENS = NOMINAL_TAGS | CLAUSE_MODIFIER_TAGS


def find_rest_of_sentence(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the rest of the sentence after "the minister insisted", if it reads as a clause, or ()."""
    before = cue.source is not None and cue.source[1] < cue.first
    first = _skip_time_phrase(doc, cue.last + 1)
    end = doc[cue.first].sent.end - 1
    if cue.lemma not in BARE | CLAUSAL_SAY_VERBS or not before or first >= end:
        return ()
    opens = doc[first]
    if opens.lower_ in NON_CLAUSE_SAYINGS or opens.tag_ not in _OPENS:
        return ()
    if cue.lemma not in CLAUSAL_SAY_VERBS:
        return ((first, end),) if _has_verb_after_noun(doc, first, end) else ()
    return ((first, end),) if _has_main_verb(doc, first, end) else ()


def find_shallow_clause(doc: Doc, verb: Token) -> tuple[int, int] | None:
    """Return the rest of the sentence after a verb of thinking where it reads as a clause ("hopes the road will open")."""
    first, end = verb.i + 1, verb.sent.end - 1
    if (
        first >= end
        or doc[first].tag_ not in NOMINAL_TAGS | {"JJ"}
        or doc[first].lower_ in NON_CLAUSE_SAYINGS
    ):
        return None
    return (first, end) if _has_verb_after_noun(doc, first, end) else None


def _has_verb_after_noun(doc: Doc, first: int, end: int) -> bool:
    """Return whether a finite verb follows with nothing before it but a noun's words."""
    for token in doc[first + 1 : end]:
        if token.tag_ in FINITE_TAGS:
            return True
        if token.tag_ in RELATIVE_TAGS | SUBJECT_BREAK_TAGS or token.lower_ == "that":
            return False
    return False


def _has_main_verb(doc: Doc, first: int, end: int) -> bool:
    """Return whether there is a finite verb more than relative clauses and joined verbs take."""
    relatives, verbs = 0, 0
    for token in doc[first : end + 1]:
        if token.text == ";":
            break
        if token.tag_ in RELATIVE_TAGS or (token.lower_ == "that" and token.dep_ != "mark"):
            relatives += 1
        elif token.tag_ in FINITE_TAGS and doc[token.i - 1].tag_ not in COORDINATOR_OR_MODAL_TAGS:
            verbs += 1
        if verbs > relatives:
            return True
    return False


def _skip_time_phrase(doc: Doc, index: int) -> int:
    """Return the index after a day or one short phrase right after the verb ("said on Monday the road …")."""
    after = index
    while after < len(doc) and doc[after].lower_ in DAY_MODIFIERS:
        after += 1
    if after < len(doc) and doc[after].lower_ in TIME_WORDS:
        return after + 1
    if after == index and after < len(doc) and doc[after].tag_ == "IN":
        for token in doc[index + 1 : index + THRESHOLDS.short_phrase_tokens]:
            if (
                token.i > index + 1
                and token.tag_ in CLAUSE_SUBJECT_TAGS
                and doc[token.i - 1].tag_[:2] == "NN"
            ):
                return token.i if doc[token.i - 1].tag_ != "NNP" or token.tag_ != "NNP" else index
            if token.tag_ not in PREPOSITIONAL_OBJECT_TAGS:
                break
    return index


def find_split_relative_clause(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the clause around "he said" in "which he said would be the last", with its "which", or ()."""
    if cue.source is None or cue.source[1] >= cue.first or not cue.source[0]:
        return ()
    opens, after = doc[cue.source[0] - 1], doc[min(cue.last + 1, len(doc) - 1)]
    if (
        opens.tag_ not in RELATIVE_PRONOUN_TAGS
        or opens.lower_ == "what"
        or after.tag_ not in FINITE_TAGS
    ):
        return ()
    end = after.sent.end - 1
    for token in doc[after.i + 1 : end]:
        if token.text in SEMICOLON_OR_DASH or (
            token.text == "," and doc[token.i + 1].tag_ in {"CC", "WDT", "WP", "VBG", *FINITE_TAGS}
        ):
            end = token.i - 1
            break
    return (opens.i, opens.i), (after.i, end)
