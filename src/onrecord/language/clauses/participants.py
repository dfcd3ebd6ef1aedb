"""Participants: who does what to whom, from the tokens of a clause to the entities that they name.

In: a block, tokens of it, and the mentions of its page. Out: tokens that head the participants' phrases, and `Participant`
records. Out of scope: what kind of event it is; where and when (`circumstances`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.clauses.mention_index import MentionIndex
from onrecord.language.en.agents import PRONOUNS, is_agent_word
from onrecord.language.en.function_words import IMPERSONAL_PRONOUNS, QUANTIFIED_PEOPLE
from onrecord.language.en.modals import NOUN_GOVERNORS
from onrecord.language.en.nouns import MEASURE_NOUNS
from onrecord.language.en.verbs import STATIVE_PARTICIPLES
from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
)
from onrecord.language.syntax.dependency_labels import NAME_MODIFIER_LABELS, POSSESSIVE_LABELS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.obliques import find_obliques, find_passive_agent
from onrecord.language.syntax.phrases import (
    NounComplements,
    find_conjuncts,
    find_counted_noun,
    find_noun_phrase,
)
from onrecord.language.syntax.tag_sets import DETERMINER_TAGS, NUMERIC_LABELS, PROPER_NOUN_TAGS
from onrecord.language.syntax.verb_group import is_nominal, is_passive, is_proper
from onrecord.language.thresholds import THRESHOLDS
from onrecord.records import Block, Mention, Participant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

_NAMED_BY_TITLE = ("person", "organisation")
"""Types of names that a title may stand before."""


def build_participants(
    index: MentionIndex,
    block: Block,
    nouns: Iterable[Token],
    *,
    complements: NounComplements = "of",
) -> tuple[Participant, ...]:
    """Return the participants headed by `nouns` and the nouns coordinated with them, each once, in text order.

    Args:
        index: the page's mentions.
        block: the block of the nouns.
        nouns: heads of noun phrases.
        complements: which prepositional phrases belong to the participants' words.

    """
    heads = {token.i: token for noun in nouns for token in find_conjuncts(noun)}
    kept = [heads[i] for i in sorted(heads) if _may_participate(index, block, heads[i])]
    built = [_build_participant(index, block, noun, complements) for noun in kept]
    ends = {one.end: one for one in reversed(built)}  # a title and the name after it are one
    starts = {one.start: one for one in sorted(built, key=lambda one: one.end)}
    return tuple(one for one in built if ends[one.end] is starts[one.start] is one)


def is_agent(index: MentionIndex, block: Block, noun: Token) -> bool:
    """Return whether `noun` names or stands for people or a body that can act."""
    if noun.lower_ in PRONOUNS or (is_proper(noun) and noun.ent_type_ not in NUMERIC_LABELS):
        return True
    mention = index.find_mention(block.at(noun))
    if mention is not None and mention.type != "law":
        return True
    if noun.text in index.names and noun.is_title:  # a name elsewhere on the page
        return True
    noun = find_counted_noun(noun)
    if noun.lower_ in QUANTIFIED_PEOPLE or noun.tag_ == "NNPS":
        return True
    if _has_name_modifier(index, block, noun):
        return True
    return is_nominal(noun) and is_agent_word(noun.lower_, noun.lemma_.lower())


def _has_name_modifier(index: MentionIndex, block: Block, noun: Token) -> bool:
    """Return whether a name stands before the noun in its phrase ("the Pentagon forum")."""
    return any(
        child.tag_ in PROPER_NOUN_TAGS and index.find_mention(block.at(child)) is not None
        for child in noun.lefts
        if child.dep_ in NAME_MODIFIER_LABELS
    )


def find_logical_subject(verb: Token) -> Token | None:
    """Return the head of who does what `verb` denotes: the agent of a passive, else the subject; or None."""
    return find_passive_agent(verb) if is_passive(verb) else find_subject(verb)


def find_actors(verb: Token) -> list[Token]:
    """Return the heads of who does what `verb` denotes, without conjuncts: at most one."""
    noun = find_logical_subject(verb)
    if noun is not None and noun.lemma_.lower() in MEASURE_NOUNS:
        return []
    if noun is None and _is_stative_passive(verb):
        noun = find_subject(verb)
    if noun is None and verb.dep_ == "acl" and verb.head.lemma_.lower() in NOUN_GOVERNORS:
        noun = verb.head
    if noun is not None and noun.lemma_.lower() in NOUN_GOVERNORS:
        owners = [c for c in noun.lefts if c.dep_ in POSSESSIVE_LABELS and c.tag_ != "PRP$"]
        owners += [
            owner for words, owner in find_obliques(noun) if words == "by"
        ]  # "a pledge by Kestria to"
        noun = owners[0] if owners else noun
    return [noun] if noun is not None and not _is_expletive(noun, verb) else []


def find_undergoers(verb: Token) -> list[Token]:
    """Return the heads of whom or what `verb` is done to, without conjuncts."""
    objects = find_objects(verb)
    is_event = is_passive(verb) and not _is_stative_passive(verb)
    subject = find_subject(verb) if is_event else None
    if subject is None or _is_expletive(subject, verb):
        return objects
    return [subject, *objects]


def _is_stative_passive(verb: Token) -> bool:
    """Return whether the subject of a passive is its actor ("is committed to")."""
    return verb.lower_ in STATIVE_PARTICIPLES and is_passive(verb)


def _is_expletive(noun: Token, verb: Token) -> bool:
    """Return whether a subject refers to nothing ("there", "it was said that …")."""
    if noun.lower_ != "it":
        return noun.dep_ == "expl" or noun.lower_ == "there"
    clause = find_clausal_complement(verb)
    return clause is not None and (is_passive(verb) or clause.dep_ == "ccomp")


def _may_participate(index: MentionIndex, block: Block, noun: Token) -> bool:
    """Return whether a noun can be a participant: no relative pronoun, adverb, time or mark."""
    if _is_age(noun):
        return False
    if noun.lower_ in IMPERSONAL_PRONOUNS or noun.tag_.startswith(("VB", "RB", "IN")):
        return False
    return not (noun.is_punct or noun.is_space or index.is_time(block.at(noun)))


def _build_participant(
    index: MentionIndex, block: Block, noun: Token, complements: NounComplements
) -> Participant:
    start, end = block.extent_of(find_noun_phrase(noun, complements=complements))
    mention = index.find_mention(block.at(noun))
    if mention is not None:
        start = min(start, mention.evidence.start)
        end = max(end, mention.evidence.end)
    else:
        mention = _find_apposed_name(index, block, noun, end) or _find_titled_name(index, noun, end)
        end = mention.evidence.end if mention is not None else end
    entity = mention.entity if mention is not None else None
    return Participant(index.page.text[start:end], start, end, entity)


def _find_apposed_name(index: MentionIndex, block: Block, noun: Token, end: int) -> Mention | None:
    """Return the name in apposition to a noun whose phrase ends at `end` ("the then minister, Ana Dahl"), or None."""
    for child in noun.rights:
        if child.dep_ == "appos" and is_proper(child):
            mention = index.find_mention(block.at(child))
            distance = mention.evidence.start - end if mention is not None else 0
            if 0 < distance <= THRESHOLDS.apposition_chars:
                return mention
    return None


def _find_titled_name(index: MentionIndex, noun: Token, end: int) -> Mention | None:
    """Return the person or body named right after a noun that stands as a title, without a determiner ("technology magnate Lena Dahl"), or None."""
    if noun.tag_ != "NN" or any(child.tag_ in DETERMINER_TAGS for child in noun.lefts):
        return None
    gap = index.page.text[end : end + 1]
    mention = index.find_mention(end + 1) if gap == " " else None
    is_named = (
        mention is not None
        and mention.type in _NAMED_BY_TITLE
        and mention.evidence.start == end + 1
    )
    return mention if is_named else None


def _is_age(noun: Token) -> bool:
    """Return whether a number in commas after a name is an age ("Ian Roe, 52, died")."""
    is_number = noun.tag_ == "CD" and noun.is_digit and noun.i > 1
    return (
        is_number
        and get_neighbour(noun, -1).text == ","
        and get_neighbour(noun, -2).tag_ in PROPER_NOUN_TAGS
    )
