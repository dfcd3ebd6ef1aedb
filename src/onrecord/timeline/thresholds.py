"""Thresholds of the timeline: how many entries it keeps, how long their words are, and what counts in a score."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class TimelineThresholds:
    """Bounds and factors of the rules that select, word and score entries."""

    entries_per_day: int = define_threshold(
        3,
        "entries",
        "how many of a day are kept where only the best days are asked for",
        "by hand: what one reads of a day",
    )
    scored_per_day: int = define_threshold(
        30,
        "entries",
        "how many of a day add to its worth",
        "limit: each counts half the one before; the next would add a billionth",
    )
    sentence_chars: int = define_threshold(
        400,
        "characters",
        "longest sentence that an entry shows whole",
        "limit: length of a line of the timeline",
    )
    context_chars: int = define_threshold(
        160,
        "characters",
        "how much of a longer sentence is kept before an entry's clause",
        "by hand: enough to know what the clause depends on",
    )
    pages_per_query: int = define_threshold(
        500,
        "pages",
        "how many texts are read at once",
        "limit: SQLite allows 999 parameters in a query",
    )
    clause_gap: int = define_threshold(
        2,
        "characters",
        'longest gap between a main clause and its "when" clause',
        "by hand: a comma and a blank",
    )
    known_type_factor: float = define_threshold(
        1.0, "factor of the score", "for events whose type is known", "by hand: no measurement"
    )
    unknown_type_factor: float = define_threshold(
        0.6, "factor of the score", "for events whose type is not known", "by hand: no measurement"
    )
    unlisted_status_factor: float = define_threshold(
        0.3,
        "factor of the score",
        "for a status without a factor of its own",
        "by hand: as for what is only possible",
    )
    centrality_floor: float = define_threshold(
        0.5,
        "factor of the score",
        "added to the centrality of an event's participants",
        "by hand: no measurement",
    )


THRESHOLDS = TimelineThresholds()
"""The table in use."""
