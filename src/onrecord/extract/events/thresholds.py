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
    kept_probability: float = define_threshold(
        0.1,
        "0–1",
        "how likely a verb that the rules take for an event must be one by the classifier",
        "measured: on the dev part of our annotations F1 of triggers is flat from .1 to .2",
    )
    added_probability: float = define_threshold(
        0.4,
        "0–1",
        "how likely a verb that the rules leave out must be an event by the classifier",
        "measured: on the dev part of our annotations it gives the best F1 of triggers at no less precision than the rules had",
    )
    bound_probability: float = define_threshold(
        0.5,
        "0–1",
        "how likely words must undertake an act, by the model `accurate`, for it to be an event although it is hardly one by itself",
        "by hand: more likely than not",
    )
    nominal_probability: float = define_threshold(
        0.35,
        "0–1",
        "how likely a noun or adjective must denote an event",
        "measured: on the dev part of our annotations it gives the best F1 of triggers at no less precision than the rules had",
    )
    least_confidence: float = define_threshold(
        0.1,
        "0–1",
        "how likely an event and its status must be together where only a tense states it and no date is given",
        "measured: on the dev part of our annotations below it one in five is right, and F1 of triggers does not fall without them",
    )
    overruled_probability: float = define_threshold(
        0.1,
        "0–1",
        "below which probability the status that the rules read gives way to the classifier's",
        "measured: on the dev part of our annotations it gives the best macro F1 of statuses",
    )
    encoder_overruled_probability: float = define_threshold(
        0.2,
        "0–1",
        "below which probability the status that the rules read gives way to the one of the model `accurate`",
        "measured: on the dev part of our annotations macro F1 of statuses is .70 so, .65 where only bare tenses give way; flat from .2 to .3",
    )
    overruling_probability: float = define_threshold(
        0.5,
        "0–1",
        "how likely the classifier's status must be to stand against the rules",
        "by hand: more likely than not",
    )
    root_probability: float = define_threshold(
        0.5,
        "0–1",
        "how likely a PLOVER root must be where the lexicon lists none",
        "measured: on the dev part of our annotations it gives the best accuracy of roots",
    )
    listed_root_probability: float = define_threshold(
        0.05,
        "0–1",
        "how likely the root that the lexicon lists must be",
        "measured: on the dev part of our annotations .72 of roots are right so, .69 without it, and none is lost; .1 would lose some in political news",
    )
    overruling_root_probability: float = define_threshold(
        0.9,
        "0–1",
        "how likely another root, or none, must be to stand against the lexicon's",
        "measured: on the dev part of our annotations roots are more precise than the lexicon's, and none of its recall is lost",
    )
    own_weight: float = define_threshold(
        -0.5,
        "logarithm of odds",
        "what the features of a noun or adjective itself must weigh for its sentence to be read",
        "measured: on the train and dev parts of our annotations six in ten words fall below, and one event of 1,400",
    )
    role_probability: float = define_threshold(
        0.5,
        "0–1",
        "how likely a phrase beside an event noun must name who takes part",
        "by hand: more likely than not",
    )
    kept_role: float = define_threshold(
        0.1,
        "0–1",
        "how likely a participant that the rules propose must be by the model `accurate`",
        "measured: on the dev part of our annotations F1 of agents and patients is flat from .05 to .2",
    )
    added_role: float = define_threshold(
        0.6,
        "0–1",
        "how likely a participant must be by the model `accurate` that the rules do not propose",
        "measured: on the dev part of our annotations F1 of agents is best, of patients .01 below .5, and most events have all participants right",
    )
    kind_probability: float = define_threshold(
        0.5,
        "0–1",
        "how likely the plain kind of an event must be; below it the kind is not known",
        "by hand: more likely than not",
    )
    shortest_ending: int = define_threshold(
        2,
        "letters",
        "how many last letters of a lemma are a feature of a word that may denote an event, at least",
        "by hand: the shortest endings that make nouns of verbs (“-al”)",
    )
    longest_ending: int = define_threshold(
        4,
        "letters",
        "how many last letters of a lemma are a feature of a word that may denote an event, at most",
        "by hand: the longest common endings that make nouns of verbs (“-ment”)",
    )
    steps_above: int = define_threshold(
        3,
        "words",
        "how many words that an event depends on are features of its status",
        "by hand: a noun, the noun that governs it, and their verb",
    )
    cached_blocks: int = define_threshold(
        4,
        "blocks",
        "of how many parsed blocks the words are kept for patterns of allegation",
        "limit: blocks are read one after another",
    )
    cached_vocabularies: int = define_threshold(
        2,
        "vocabularies",
        "of how many pipelines the numbers of context words are kept",
        "limit: a run uses one or two",
    )
    confidence_decimals: int = define_threshold(
        2,
        "decimals",
        "how many decimals the confidence of an event has",
        "by hand: its error is larger than the third",
    )
    reasons: int = define_threshold(
        3,
        "features",
        "how many features of each classifier an event keeps for `onrecord why`",
        "by hand: what a person reads in a line",
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
