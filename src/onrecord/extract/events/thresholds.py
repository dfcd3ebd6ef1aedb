"""Thresholds of events: scores of the coding of verbs, and bounds on what an event holds."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class EventThresholds:
    """Scores by which a verb's PLOVER coding is chosen, and bounds of event records."""

    phrasal_score: float = define_threshold(
        2.0,
        "points",
        "what a coding scores that asks for a word beside the verb (“call off”)",
        "by hand: the coding that asks for most wins",
    )
    noun_class_score: float = define_threshold(
        2.0,
        "points",
        "what a coding scores that asks for a class of object",
        "by hand: the coding that asks for most wins",
    )
    clause_score: float = define_threshold(
        2.0,
        "points",
        "what a coding scores that asks for a complement clause",
        "by hand: the coding that asks for most wins",
    )
    preposition_score: float = define_threshold(
        1.0,
        "points",
        "what a coding scores that asks for a preposition",
        "by hand: prepositions say less than objects",
    )
    prepositional_phrase_score: float = define_threshold(
        2.0,
        "points",
        "what a coding scores that asks for a preposition with its noun (“to court”)",
        "by hand: the coding that asks for most wins",
    )
    event_noun_score: float = define_threshold(
        1.5,
        "points",
        "what the coding of an event noun scores that a light verb carries",
        "by hand: it says more than a bare verb, less than a verb with a class of object",
    )
    trigger_tokens: int = define_threshold(
        3,
        "tokens",
        "how far after its verb an event noun is still part of the trigger",
        "by hand: room for an article and an adjective",
    )
    headline_words: int = define_threshold(
        20,
        "words",
        "how long a line without a final mark may be whose present is read as a headline's",
        "by hand: headlines have fewer; longer lines without a mark are lists and broken sentences",
    )
    misparsed_claim_tokens: int = define_threshold(
        8,
        "tokens",
        "how far before its verb a participle of claiming that the parser misread is looked for",
        "by hand: room for the subject of the clause between them",
    )
    inserted_claim_tokens: int = define_threshold(
        6,
        "tokens",
        "how long the subject of a clause put between commas may be (“…, the harbour prosecutors allege, …”)",
        "by hand: longer ones are mostly clauses of their own",
    )
    contexts: int = define_threshold(
        3,
        "contexts",
        "what an event keeps of its contexts: those of its type first, then by place",
        "limit: the words of a long clause would give one event most contexts",
    )


THRESHOLDS = EventThresholds()
"""The table in use."""
