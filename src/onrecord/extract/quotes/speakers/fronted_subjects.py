"""Fronted subjects: people who open their sentence, or end a phrase that opens it, and do its verb over what follows them.

In: a verb in a Doc, the head that the parse gives it, and which tokens are quoted. Out: the people's `SourcePhrase`.
Out of scope: sentences whose parse finds such people (`onrecord.extract.quotes.speakers.source_patterns`).

"Scientists using a telescope atop Mount Hale have confirmed": the parse lets the mountain confirm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.extract.quotes.en.function_words import AUXILIARIES, FOR_OF_OR_TO, FRONTED_CASES
from onrecord.extract.quotes.en.labels import SUBJECT_OR_OBLIQUE_LABELS
from onrecord.extract.quotes.en.tags import COORDINATOR_OR_QUESTION_TAGS, SENTENCE_OPENER_TAGS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.syntax.phrases import has_case
from onrecord.language.syntax.tag_sets import FINITE_TAGS, MODAL_OR_ADVERB_TAGS, PARTICIPLE_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_fronted_people(
    verb: Token, head: Token | None, quoted: frozenset[int]
) -> SourcePhrase | None:
    """Return who does the verb where the parse gives it a thing or place between them, or nobody; else None."""
    if verb.tag_ not in FINITE_TAGS | {"VBN"} or (head is not None and head.i > verb.i):
        return None
    if head is None:
        return _find_initial_people(verb, head, quoted) or _find_people_after_adverbial(verb)
    if head.tag_ == "NNP":
        return _find_initial_people(verb, head, quoted)
    return _find_people_after_adverbial(verb) if head.tag_ == "NNS" else None


def _find_initial_people(
    verb: Token, head: Token | None, quoted: frozenset[int]
) -> SourcePhrase | None:
    """Return the people who open the sentence, with all up to the verb that describes them, or None."""
    doc, start, end = verb.doc, verb.sent.start, _find_verb_group_start(verb)
    noun = _find_initial_noun(verb, end)
    takes_phrase = noun.i < end - 1 and doc[noun.i + 1].lower_ in FOR_OF_OR_TO
    is_role = noun.tag_ == "NN" and noun.i > start and noun.lemma_.lower() in PERSON_ROLES
    if not (is_role and takes_phrase) and (noun.tag_ != "NNS" or not _is_people_noun(noun)):
        return None
    between = doc[noun.i + 1 : end]
    if not 1 < len(between) <= THRESHOLDS.fronted_gap:
        return None
    if any(
        token.is_punct
        or token.tag_ in FINITE_TAGS | COORDINATOR_OR_QUESTION_TAGS
        or token.i in quoted
        for token in between
    ):
        return None
    is_described = takes_phrase or any(token.tag_ in PARTICIPLE_TAGS for token in between)
    if not is_described or not (head is None or noun.i < head.i < end):
        return None
    return SourcePhrase(noun, TokenSpan(start, end), pattern_names.FRONTED)


def _find_verb_group_start(verb: Token) -> int:
    """Return where the auxiliaries and adverbs before the verb begin."""
    doc, start, end = verb.doc, verb.sent.start, verb.i
    while end - 1 > start and (
        doc[end - 1].lower_ in AUXILIARIES or doc[end - 1].tag_ in MODAL_OR_ADVERB_TAGS
    ):
        end -= 1
    return end


def _find_initial_noun(verb: Token, end: int) -> Token:
    """Return the last noun of the noun phrase that opens the verb's sentence, before token `end`."""
    doc, start = verb.doc, verb.sent.start
    index, limit = start, min(end - 1, start + THRESHOLDS.fronted_people_tokens)
    while index < limit and doc[index + 1].tag_ in SENTENCE_OPENER_TAGS | {"NNS"}:
        index += 1
    return doc[index]


def _find_people_after_adverbial(verb: Token) -> SourcePhrase | None:
    """Return the people at the end of "Over the two-day conference defence ministers agreed", or None."""
    doc = verb.doc
    nouns = (c for c in verb.lefts if c.dep_ in SUBJECT_OR_OBLIQUE_LABELS and c.tag_ == "NNS")
    noun = next(nouns, None)
    if noun is None or not _is_people_noun(noun):
        return None
    if not any(has_case(noun, case) for case in FRONTED_CASES):
        return None
    singular = [token for token in doc[noun.left_edge.i : noun.i] if token.tag_ == "NN"]
    if noun.left_edge.i != verb.sent.start or len(singular) < 2:
        return None
    if any(token.is_punct and token.tag_ != "HYPH" for token in doc[noun.i : verb.i]):
        return None
    start = singular[-1].i if singular[-1].i == noun.i - 1 else noun.i
    return SourcePhrase(noun, TokenSpan(start, noun.i + 1), pattern_names.FRONTED)


def _is_people_noun(noun: Token) -> bool:
    return noun.lemma_.lower() in PERSON_ROLES or noun.lower_.removesuffix("s") in PERSON_ROLES
