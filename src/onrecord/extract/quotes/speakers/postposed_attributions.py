"""Postposed attributions: who reports the sentence before its last comma ("Damage could reach $2 billion, insurer Hale estimated").

In: a verb in a Doc. Out: the `SourcePhrase` of who reports, and the tokens of what they report. Out of scope:
verbs before what they report (`onrecord.extract.quotes.content.complement_clauses`).

The parse of the whole often makes such a verb an adjective or a relative clause of the last noun, so the words' order decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import SourcePhrase
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
    PREPOSITION_OR_ADVERB_TAGS,
    PREPOSITION_OR_PRONOUN_TAGS,
)
from onrecord.extract.quotes.en.time_words import TIME_WORDS
from onrecord.extract.quotes.en.verbs import POSTPOSED_NOUN_FORMS
from onrecord.extract.quotes.lexicon.cue_verbs import find_cue_lemma
from onrecord.extract.quotes.speakers.animacy import is_animate_or_document
from onrecord.extract.quotes.speakers.shallow_chunks import find_chunk_head
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import FIND, SAY
from onrecord.language.en.function_words import BEFORE_OR_AFTER
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import FINITE_TAGS, PROPER_NOUN_TAGS, RELATIVE_PRONOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REPORTING_VERBS = SAY | FIND
_VERB_TAGS = FINITE_TAGS | BASE_OR_PARTICIPLE_TAGS


def find_postposed_source(verb: Token) -> SourcePhrase | None:
    """Return who reports by a verb that ends its sentence, or None."""
    if not _may_be_postposed(verb):
        return None
    doc, sentence = verb.doc, verb.sent
    comma = next((t.i for t in reversed(doc[sentence.start : verb.i]) if t.text == ","), None)
    if comma is None or not 1 < verb.i - comma <= THRESHOLDS.postposed_source_tokens:
        return None
    start, end = comma + 1, verb.i
    while end > start and (doc[end - 1].tag_ == "RB" or doc[end - 1].lower_ in PERFECT_AUXILIARIES):
        end -= 1
    if end == start or doc[end - 1].tag_ == "PRP" or not _may_open_source(doc, start, end):
        return None
    # "insurer Hale": a noun that is tagged as a verb
    skipped = _is_mistagged_noun(doc[start]) and end > start + 1
    head = find_chunk_head(doc, start + skipped, end)
    if head is None or not _has_statement(doc, sentence.start, comma):
        return None
    return (
        SourcePhrase(head, TokenSpan(start, end), pattern_names.POSTPOSED)
        if is_animate_or_document(head)
        else None
    )


def _may_be_postposed(verb: Token) -> bool:
    """Return whether it is a verb of reporting that ends a sentence without quotation marks."""
    is_mistagged = verb.tag_ == "NN" and verb.lower_ in POSTPOSED_NOUN_FORMS
    if not is_mistagged and (
        verb.tag_ not in _VERB_TAGS or find_cue_lemma(verb) not in _REPORTING_VERBS
    ):
        return False
    doc, sentence = verb.doc, verb.sent
    if not _is_sentence_final(doc, verb.i + 1, sentence.end):
        return False
    if any(token.text in QUOTATION_MARK_TOKENS for token in doc[sentence.start : verb.i]):
        return False
    return doc[sentence.start].lower_ not in SUBORDINATORS


def _may_open_source(doc: Doc, start: int, end: int) -> bool:
    opens = doc[start].tag_ not in NO_SOURCE_TAGS | PREPOSITION_OR_PRONOUN_TAGS
    return opens and not _has_main_verb(doc, start, end)


def _has_statement(doc: Doc, start: int, end: int) -> bool:
    """Return whether a finite verb, or a past tense tagged as a participle, is among the tokens."""
    return any(
        token.tag_ in FINITE_TAGS or (token.tag_ == "VBN" and _has_subject(token))
        for token in doc[start:end]
    )


def _is_mistagged_noun(token: Token) -> bool:
    """Return whether it is a noun before a name, tagged as a verb's third person though no "s" ends it."""
    is_third_person = token.tag_ == "VBZ" and not token.lower_.endswith("s")
    return (
        is_third_person
        and token.i + 1 < len(token.doc)
        and get_neighbour(token).tag_ in PROPER_NOUN_TAGS
    )


def _has_subject(participle: Token) -> bool:
    """Return whether the participle has a subject and no auxiliary: it is a past tense."""
    left = [child.dep_ for child in participle.lefts]
    return "nsubj" in left and not any(label.startswith("aux") for label in left)


def find_postposed_content(doc: Doc, verb: Token, source_start: int) -> TokenSpan:
    """Return the sentence before who reports, without its comma and a dateline ("ROME, Dec. 11 (AP) —")."""
    start, end = verb.sent.start, source_start - 1
    opening = doc[start : start + THRESHOLDS.postposed_dateline_tokens]
    dash = next((token.i for token in opening if token.text in DASHES), None)
    if (
        dash is not None
        and dash < end - 1
        and any(token.is_upper and len(token) > 2 for token in doc[start:dash])
    ):
        start = dash + 1
    return TokenSpan(start, end)


def _is_sentence_final(doc: Doc, start: int, end: int) -> bool:
    """Return whether nothing, or only a time or place, follows up to the sentence's end."""
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    if end == start:
        return True
    opener = doc[start]
    if opener.tag_ not in PREPOSITION_OR_ADVERB_TAGS and opener.lower_ not in TIME_WORDS:
        return False
    if opener.lower_ in SUBORDINATORS | THAT_OR_WHETHER:
        return False
    is_plain = not any(
        token.tag_ in FINITE_TAGS | INFINITIVE_PARTICIPLE_OR_RELATIVE_TAGS
        or token.text in ADJUNCT_BREAK_MARKS
        for token in doc[start:end]
    )
    is_adjunct = is_plain or _is_before_or_after_action(doc, start, end)
    return is_adjunct and end - start <= THRESHOLDS.postposed_adjunct_tokens


def _is_before_or_after_action(doc: Doc, start: int, end: int) -> bool:
    """Return whether the words are like "before lifting its alert": what was done at the time."""
    opens = doc[start].lower_ in BEFORE_OR_AFTER and doc[start + 1].tag_ == "VBG"
    return opens and not any(
        token.tag_ in FINITE_TAGS | INFINITIVE_OR_RELATIVE_TAGS or token.text in CLAUSE_MARKS
        for token in doc[start + 2 : end]
    )


def _has_main_verb(doc: Doc, start: int, end: int) -> bool:
    """Return whether a finite verb is there that no relative clause has ("figures that it released")."""
    words = doc[start:end]
    verbs = sum(t.tag_ in FINITE_TAGS and not _is_mistagged_noun(t) for t in words)
    relatives = sum(token.tag_ in RELATIVE_PRONOUN_TAGS for token in words)
    return verbs > relatives
