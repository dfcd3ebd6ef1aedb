"""Events that a noun or an adjective tells: "the massacre in Tavia", "her resignation", "three dead".

In: a word that the trigger classifier takes for an event, in its block. Out: a candidate event, whose status and participants the classifiers of
status and roles decide. Out of scope: nouns that a light verb carries ("held talks") or that are only expected (`candidates`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.events.candidate import EventCandidate
from onrecord.extract.events.classifiers.decisions import (
    WordClassifier,
    choose_likeliest,
    decide_role,
)
from onrecord.extract.events.classifiers.role_features import iter_phrases
from onrecord.extract.events.en.boilerplate import BOILERPLATE
from onrecord.extract.events.en.event_nouns import EVENT_NOUNS
from onrecord.extract.events.encoded_roles import choose_participants
from onrecord.extract.events.plover import Coding
from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.language.clauses.mention_index import MentionIndex
from onrecord.language.clauses.participants import build_participants
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.function_words import NEGATIVE_DETERMINERS
from onrecord.language.pipeline.event_readings import AGENT, PATIENT
from onrecord.language.syntax.dependencies import find_subject
from onrecord.language.syntax.tag_sets import ADJECTIVE_OR_PARTICIPLE_TAGS, NOUN_TAGS
from onrecord.language.syntax.verb_group import is_negated
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_nominal_event(
    mentions: MentionIndex, block: Block, token: Token, words: WordClassifier
) -> EventCandidate | None:
    """Return the event that a noun or adjective tells, or None where its construction excludes one.

    Args:
        mentions: the mentions and times of the page.
        block: the block of `token`.
        token: the noun or adjective.
        words: what the classifiers say of the words of the block.

    """
    if token.ent_type_:
        return None
    probability = words.estimate_event(token)
    if probability < THRESHOLDS.nominal_probability or not _may_tell_event(mentions, block, token):
        return None
    status, certainty = _read_status(token, words)
    if probability * certainty < THRESHOLDS.least_confidence:
        return None
    actors, targets = _find_participants(mentions, block, token)
    coding = EVENT_NOUNS.get(token.lemma_.lower()) if token.tag_ in NOUN_TAGS else None
    actors, targets = choose_participants(token, actors, targets)
    return EventCandidate(
        token,
        token,
        (token, token),
        None if coding is None else Coding(*coding, 0.0, token),
        StatusReading(status, negated=status == "denied"),
        build_participants(mentions, block, actors),
        build_participants(mentions, block, targets),
        probability * certainty,
    )


def _may_tell_event(mentions: MentionIndex, block: Block, token: Token) -> bool:
    """Return whether a word is no name, no time, no part of another noun, and not in a newsroom's formula."""
    if mentions.is_time(block.at(token)):
        return False
    if mentions.find_mention(block.at(token)) is not None:
        return False
    if token.dep_ == "compound" and token.tag_ in NOUN_TAGS:
        return False
    sentence = token.sent
    place = token.idx - sentence.start_char
    formulas = BOILERPLATE.finditer(sentence.text)
    return not any(found.start() <= place < found.end() for found in formulas)


def _read_status(token: Token, words: WordClassifier) -> tuple[str, float]:
    """Return the likeliest status of the event and how likely it is; "no talks" and "was not under attack" are denied."""
    is_none = any(child.lower_ in NEGATIVE_DETERMINERS for child in token.lefts)
    if is_none or is_negated(token):
        return "denied", 1.0
    likeliest = choose_likeliest(words.estimate_statuses(token))
    return likeliest.name, likeliest.probability


def _find_participants(
    mentions: MentionIndex, block: Block, token: Token
) -> tuple[list[Token], list[Token]]:
    """Return the heads of who does it, and of whom or what it is done to."""
    if token.tag_ in ADJECTIVE_OR_PARTICIPLE_TAGS:
        subject = token.head if token.dep_ == "amod" else find_subject(token)
        return [], [subject] if subject is not None and subject is not token else []
    actors, targets = [], []
    for relation, word in iter_phrases(token):
        if mentions.is_time(block.at(word)):
            continue
        mention = mentions.find_mention(block.at(word))
        if relation == "compound" and mention is None:
            continue  # "the New Year's Eve attacks"
        role = decide_role(token, relation, word, mention.type if mention is not None else "")
        if role.probability < THRESHOLDS.role_probability:
            continue
        if role.name == AGENT:
            actors.append(word)
        elif role.name == PATIENT:
            targets.append(word)
    return actors, targets
