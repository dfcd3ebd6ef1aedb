"""Noun owners: whose word or attitude a noun is ("his call for", "voiced concern about", "calls by the union for").

In: a noun in a Doc. Out: a `NounOwner`. Out of scope: what the noun is about
(`onrecord.extract.quotes.attitudes.nominal_cues`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.extract.quotes.en.function_words import AGENT_PREPOSITIONS
from onrecord.extract.quotes.en.nouns import TAKE_NOUNS
from onrecord.extract.quotes.en.tags import PERSON_OR_PEOPLE_LABELS
from onrecord.extract.quotes.en.verbs import (
    GIVING_VERBS,
    ISSUING_VERBS,
    LIGHT_VERBS,
    SUPPORT_GIVING_VERBS,
)
from onrecord.extract.quotes.speakers.animacy import is_animate
from onrecord.extract.quotes.speakers.possessors import build_possessor_phrase
from onrecord.extract.quotes.speakers.source_patterns import find_source_phrase
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS
from onrecord.language.syntax.tag_repair import repair_tag
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.language.syntax.verb_group import is_negated, is_passive, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


class NounOwner(NamedTuple):
    """Whose a noun is: where the cue begins, the source, and whether the attribution is negated."""

    cue_start: int
    source: SourcePhrase
    negated: bool


def find_owner(noun: Token, cue_end: int, speech: str, quoted: frozenset[int]) -> NounOwner | None:
    """Return who owns the noun, lends it by a light verb, or is named after it; or None."""
    return (
        find_possessor(noun)
        or _find_light_verb_subject(noun, quoted, speech)
        or _find_by_phrase(noun, cue_end)
    )


def find_possessor(noun: Token) -> NounOwner | None:
    """Return the possessor before the noun ("his call"), or None."""
    child = next((left for left in noun.lefts if left.dep_ == "nmod:poss"), None)
    if child is None:
        return None
    return NounOwner(child.right_edge.i + 1, build_possessor_phrase(child), negated=False)


def _find_light_verb_subject(noun: Token, quoted: frozenset[int], speech: str) -> NounOwner | None:
    """Return the subject of a verb that lends one to the noun ("voiced concern"), or None."""
    verb = noun.head
    if not _is_light_verb(verb, noun, speech):
        return None
    source = find_source_phrase(verb, read_lemma(verb), quoted)
    if source is None:
        return None
    if _is_mere_support(verb, noun) and not _is_person(source.head):
        return None
    negated = is_negated(verb) or any(left.lower_ == "no" for left in noun.lefts)
    phrase = source._replace(pattern=pattern_names.LIGHT_VERB_SUBJECT)
    return NounOwner(verb.i, phrase, negated)


def _is_light_verb(verb: Token, noun: Token, speech: str) -> bool:
    """Return whether the verb only lends the noun a subject; "released support for older phones" is no opinion."""
    lemma = read_lemma(verb)
    if noun.dep_ not in DIRECT_OBJECT_LABELS or lemma not in LIGHT_VERBS or is_passive(verb):
        return False
    if not repair_tag(verb).startswith("VB") or noun.i - verb.i > THRESHOLDS.light_verb_gap:
        return False
    if lemma == "take" and noun.lemma_.lower() not in TAKE_NOUNS:
        return False
    return speech == "said" or lemma not in ISSUING_VERBS - GIVING_VERBS


def _is_mere_support(verb: Token, noun: Token) -> bool:
    """Return whether the words may be "the phone offers support for", which is no opinion."""
    return noun.lemma_ == "support" and read_lemma(verb) in SUPPORT_GIVING_VERBS


def _is_person(head: Token) -> bool:
    """Return whether a person or people do it."""
    if head.tag_ not in PROPER_NOUN_TAGS:
        return is_animate(head)
    return head.ent_type_ in PERSON_OR_PEOPLE_LABELS


def _find_by_phrase(noun: Token, cue_end: int) -> NounOwner | None:
    """Return who is named with "by" or "from" after the cue ("calls by the union for …"), or None."""
    for child in noun.rights:
        case = next((left for left in child.lefts if left.lower_ in AGENT_PREPOSITIONS), None)
        if child.dep_ == "nmod" and case is not None and child.i >= cue_end:
            span = TokenSpan(case.i + 1, child.right_edge.i + 1)
            source = SourcePhrase(child, span, pattern_names.BY_PHRASE)
            return NounOwner(noun.i, source, negated=False)
    return None
