"""Nouns and adverbs of events: offices, undertakings, destinations and times ahead.

In: nothing. Out: frozen sets of lower-case words. Out of scope: nouns that denote an event (`event_nouns`).

Source: written for onrecord.
"""

from __future__ import annotations

from typing import Final

from babel import Locale

OFFICES: Final = frozenset(
    "minister ministers ministry government president chancellor premier secretary cabinet department mayor"
    " council chairman executive spokesman spokeswoman spokesperson".split()
)
"""Words in the names of sources that speak for their state or body."""
UNDERTAKING_NOUNS: Final = frozenset(
    "work construction building training trial election mission course voting excavation production"
    " evacuation operation campaign fighting hearing court school project programme program mediation".split()
)
"""Nouns for what people do: when it begins or ends, somebody acts."""
ARRIVAL_PREDICATES: Final = frozenset("home back gone out there ready here".split())
"""Predicates that state that somebody will have come or gone ("will be home by May")."""
ARRIVAL_PLACE_NOUNS: Final = frozenset("ground place post theatre theater field".split())
"""Nouns of such predicates after a preposition ("will be on the ground")."""
MOTION_ADVERBS: Final = frozenset({"home", "back", "forward", "out", "in", "ahead", "away"})
"""Adverbs and particles that make "come" and "go" a move or a step."""
CURRENT_TIME_ADVERBS: Final = frozenset("now currently still already again today".split())
"""Adverbs with which a present tense denotes what is going on, not a habit."""
FUTURE_TIME_WORDS: Final = frozenset({"next", "tomorrow", "coming"})
"""Words of a time expression that lies ahead."""

MONTH_NAMES = (
    "(?:"
    + "|".join(
        name.rstrip(".")
        for width in ("wide", "abbreviated")
        for name in Locale("en").months["format"][width].values()
    )
    + ")"
)
"""Names of months and their usual abbreviations, from CLDR."""
