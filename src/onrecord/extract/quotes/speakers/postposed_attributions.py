"""Trailing attributions: who reports the sentence before its comma ("Damage could reach $2 billion, insurer Hale estimated").

In: a verb in a Doc. Out: the head and the (first, last) tokens of who reports; the sentence before their comma is what. Out of scope:
verbs before what they report (`onrecord.extract.quotes.content.complement_clauses`).

A parse of the whole often makes such a verb an adjective or a relative clause of the last noun: form tells more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import (
    PERFECT_AUXILIARIES,
    SUBORDINATORS,
    THAT_OR_WHETHER,
)
from onrecord.extract.quotes.en.punctuation import (
    ADJUNCT_BREAK_MARKS,
    CLAUSE_MARKS,
    DASHES,
    QUOTATION_MARK_TOKENS,
)
from onrecord.extract.quotes.en.tags import (
    BASE_OR_PARTICIPLE_TAGS,
    INFINITIVE_OR_RELATIVE_TAGS,
    INFINITIVE_PARTICIPLE_OR_RELATIVE_TAGS,
    NO_SOURCE_TAGS,
    PREPOSITION_OR_PRONOUN_TAGS,
)
from onrecord.extract.quotes.en.time_words import TIME_WORDS
from onrecord.extract.quotes.en.verbs import POSTPOSED_NOUN_FORMS
from onrecord.extract.quotes.lexicon.cue_verbs import find_cue_lemma
from onrecord.extract.quotes.speakers.animacy import is_animate_or_document
from onrecord.extract.quotes.speakers.shallow_chunks import find_chunk_head
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.cues import FIND, SAY
from onrecord.language.en.function_words import BEFORE_OR_AFTER
from onrecord.language.syntax.tag_sets import FINITE_TAGS, PROPER_NOUN_TAGS, RELATIVE_PRONOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REPORTS = SAY | FIND
_FORMS = FINITE_TAGS | BASE_OR_PARTICIPLE_TAGS


def find_postposed_source(verb: Token) -> tuple[Token, tuple[int, int]] | None:
    """Return head and (first, last) tokens of who reports by a verb that ends its sentence, or None."""
    shows = verb.tag_ == "NN" and verb.lower_ in POSTPOSED_NOUN_FORMS
    if not shows and (verb.tag_ not in _FORMS or find_cue_lemma(verb) not in _REPORTS):
        return None
    doc, sentence = verb.doc, verb.sent
    if not _is_sentence_final(doc, verb.i + 1, sentence.end):
        return None
    if any(token.text in QUOTATION_MARK_TOKENS for token in doc[sentence.start : verb.i]):
        return None
    comma = next((t.i for t in reversed(doc[sentence.start : verb.i]) if t.text == ","), None)
    if (
        comma is None
        or not 1 < verb.i - comma <= THRESHOLDS.postposed_source_tokens
        or doc[sentence.start].lower_ in SUBORDINATORS
    ):
        return None
    end = verb.i - 1
    while end > comma and (doc[end].tag_ == "RB" or doc[end].lower_ in PERFECT_AUXILIARIES):
        end -= 1
    opens = doc[comma + 1]
    if (
        end == comma
        or doc[end].tag_ == "PRP"
        or opens.tag_ in NO_SOURCE_TAGS | PREPOSITION_OR_PRONOUN_TAGS
        or _has_main_verb(doc, comma + 1, end)
    ):
        return None
    slip = _is_mistagged_noun(opens) and end > comma + 1  # "insurer Hale": a noun taken for a verb
    head = find_chunk_head(doc, comma + 1 + slip, end + 1)
    told = any(
        token.tag_ in FINITE_TAGS or (token.tag_ == "VBN" and _has_subject(token))
        for token in doc[sentence.start : comma]
    )
    return (
        (head, (comma + 1, end))
        if told and head is not None and is_animate_or_document(head)
        else None
    )


def _is_mistagged_noun(token: Token) -> bool:
    """Return whether it is a noun tagged as a verb's third person, though no "s" ends it, before a name."""
    third = token.tag_ == "VBZ" and not token.lower_.endswith("s")
    return third and token.i + 1 < len(token.doc) and token.nbor().tag_ in PROPER_NOUN_TAGS


def _has_subject(participle: Token) -> bool:
    """Return whether it is a past tense taken for a participle: it has a subject and no auxiliary."""
    left = [child.dep_ for child in participle.lefts]
    return "nsubj" in left and not any(dep.startswith("aux") for dep in left)


def find_postposed_content(doc: Doc, verb: Token, first: int) -> tuple[int, int]:
    """Return the tokens of the sentence before who reports, at token `first`, without a dateline ("ROME, Dec. 11 (AP) —")."""
    begin, last = verb.sent.start, first - 2
    dash = next(
        (
            t.i
            for t in doc[begin : begin + THRESHOLDS.postposed_dateline_tokens]
            if t.text in DASHES
        ),
        None,
    )
    if dash is not None and dash < last and any(t.is_upper and len(t) > 2 for t in doc[begin:dash]):
        begin = dash + 1
    return begin, last


def _is_sentence_final(doc: Doc, first: int, stop: int) -> bool:
    """Return whether nothing or a time or place follows up to the sentence's end."""
    last = stop
    while last > first and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    if last == first:
        return True
    opens = doc[first]
    when = opens.tag_ == "IN" or opens.lower_ in TIME_WORDS or opens.tag_ == "RB"
    rest = doc[first:last]
    plain = not any(
        t.tag_ in FINITE_TAGS | INFINITIVE_PARTICIPLE_OR_RELATIVE_TAGS
        or t.text in ADJUNCT_BREAK_MARKS
        for t in rest
    )
    return (
        when
        and opens.lower_ not in SUBORDINATORS | THAT_OR_WHETHER
        and (plain or _is_before_or_after_action(doc, first, last))
        and last - first <= THRESHOLDS.postposed_adjunct_tokens
    )


def _is_before_or_after_action(doc: Doc, first: int, last: int) -> bool:
    """Return whether it is "before lifting its alert": what was done at the time."""
    opens = doc[first].lower_ in BEFORE_OR_AFTER and doc[first + 1].tag_ == "VBG"
    return opens and not any(
        t.tag_ in FINITE_TAGS | INFINITIVE_OR_RELATIVE_TAGS or t.text in CLAUSE_MARKS
        for t in doc[first + 2 : last]
    )


def _has_main_verb(doc: Doc, first: int, last: int) -> bool:
    """Return whether a finite verb stands there beside a relative clause's ("figures that it released")."""
    verbs = sum(
        token.tag_ in FINITE_TAGS and not _is_mistagged_noun(token)
        for token in doc[first : last + 1]
    )
    relative = sum(token.tag_ in RELATIVE_PRONOUN_TAGS for token in doc[first : last + 1])
    return verbs > relative
