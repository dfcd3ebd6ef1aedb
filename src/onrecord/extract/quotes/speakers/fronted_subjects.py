"""Fronted: people who open their sentence, or end a phrase that opens it, and do its verb over what stands between.

In: a verb in a Doc, the head a parse gives it, and which tokens are quoted. Out: the people's head and (first, last) tokens.
Out of scope: sentences whose parse names such people already (`onrecord.extract.quotes.speakers.speaker_phrase`).

"Scientists using a telescope atop Mount Hale have confirmed": a parse lets the mountain confirm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import AUXILIARIES, FOR_OF_OR_TO
from onrecord.extract.quotes.en.labels import SUBJECT_OR_OBLIQUE_LABELS
from onrecord.extract.quotes.en.tags import COORDINATOR_OR_QUESTION_TAGS, SENTENCE_OPENER_TAGS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.syntax.phrases import has_case
from onrecord.language.syntax.tag_sets import FINITE_TAGS, MODAL_OR_ADVERB_TAGS, PARTICIPLE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

_CASES = ("over", "during", "at", "in", "after")


def find_fronted_people(
    verb: Token, head: Token | None, quoted: frozenset[int]
) -> tuple[Token, tuple[int, int]] | None:
    """Return who does the verb where a parse gives it a thing or place between them, or nobody; else None."""
    if verb.tag_ not in FINITE_TAGS | {"VBN"} or (head is not None and head.i > verb.i):
        return None
    if head is None or head.tag_ == "NNP":
        return _find_sentence_initial_people(verb, head, quoted) or (
            _find_people_after_adverbial(verb) if head is None else None
        )
    return _find_people_after_adverbial(verb) if head.tag_ == "NNS" else None


def _find_sentence_initial_people(
    verb: Token, head: Token | None, quoted: frozenset[int]
) -> tuple[Token, tuple[int, int]] | None:
    doc, start = verb.doc, verb.sent.start
    end = verb.i - 1
    while end > start and (doc[end].lower_ in AUXILIARIES or doc[end].tag_ in MODAL_OR_ADVERB_TAGS):
        end -= 1
    people = start
    while people < min(end, start + THRESHOLDS.fronted_people_tokens) and doc[
        people + 1
    ].tag_ in SENTENCE_OPENER_TAGS | {"NNS"}:
        people += 1
    noun = doc[people]
    lawyer = noun.tag_ == "NN" and people > start and noun.lemma_.lower() in PERSON_ROLES
    whose = people < end and doc[people + 1].lower_ in FOR_OF_OR_TO
    if not (lawyer and whose) and (noun.tag_ != "NNS" or not _is_people_noun(noun)):
        return None
    if not 1 < end - people <= THRESHOLDS.fronted_gap:
        return None
    between = doc[people + 1 : end + 1]
    plain = not any(
        t.is_punct or t.tag_ in FINITE_TAGS | COORDINATOR_OR_QUESTION_TAGS or t.i in quoted
        for t in between
    )
    told = whose or any(t.tag_ in PARTICIPLE_TAGS for t in between)
    inside = head is None or people < head.i <= end
    return (noun, (start, end)) if plain and told and inside else None


def _find_people_after_adverbial(verb: Token) -> tuple[Token, tuple[int, int]] | None:
    """Return the people at the end of "Over the two-day conference defence ministers agreed", or None."""
    doc = verb.doc
    noun = next(
        (c for c in verb.lefts if c.dep_ in SUBJECT_OR_OBLIQUE_LABELS and c.tag_ == "NNS"), None
    )
    if (
        noun is None
        or not _is_people_noun(noun)
        or not any(has_case(noun, case) for case in _CASES)
    ):
        return None
    singular = [t for t in doc[noun.left_edge.i : noun.i] if t.tag_ == "NN"]
    if noun.left_edge.i != verb.sent.start or len(singular) < 2:
        return None
    if any(t.is_punct and t.tag_ != "HYPH" for t in doc[noun.i : verb.i]):
        return None
    return noun, (singular[-1].i if singular[-1].i == noun.i - 1 else noun.i, noun.i)


def _is_people_noun(noun: Token) -> bool:
    return noun.lemma_.lower() in PERSON_ROLES or noun.lower_.removesuffix("s") in PERSON_ROLES
