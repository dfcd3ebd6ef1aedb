"""English hedges before and after a figure: data only. Each phrase maps to a hedge of `records.figure.HEDGES`."""

from __future__ import annotations

import re

from onrecord.language.en.hedges import HEDGE_PHRASES
from onrecord.language.numerals import build_alternation

FIGURE_HEDGES = {
    **HEDGE_PHRASES,
    "around about": "about",
    "getting on for": "nearly",
    "closer to": "about",
    "nearer to": "about",
    "nearer": "about",
    "in the range of": "about",
    "anything up to": "at most",
    "anywhere up to": "at most",
    "far more than": "over",
    "much more than": "over",
    "comfortably over": "over",
    "comfortably more than": "over",
    "way over": "over",
    "way above": "over",
    "far above": "over",
    "a little above": "over",
    "a shade over": "over",
    "a touch over": "over",
    "a fraction over": "over",
    "a bit over": "over",
    "a bit more than": "over",
    "marginally over": "over",
    "marginally above": "over",
    "longer than": "over",
    "higher than": "over",
    "bigger than": "over",
    "heavier than": "over",
    "faster than": "over",
    "taller than": "over",
    "deeper than": "over",
    "wider than": "over",
    "hotter than": "over",
    "better than": "over",
    "beyond": "over",
    "far less than": "under",
    "far fewer than": "under",
    "far below": "under",
    "way below": "under",
    "way under": "under",
    "slightly below": "under",
    "slightly fewer than": "under",
    "a little below": "under",
    "a shade under": "under",
    "a touch under": "under",
    "a fraction under": "under",
    "a bit under": "under",
    "a bit less than": "under",
    "marginally under": "under",
    "marginally below": "under",
    "just less than": "under",
    "just fewer than": "under",
    "just more than": "over",
    "lower than": "under",
    "shorter than": "under",
    "cheaper than": "under",
    "lighter than": "under",
    "north of": "over",
    "within": "at most",
    **{
        form: "over"
        for stem in ("exceed", "surpass")
        for form in (stem, f"{stem}s", f"{stem}es", f"{stem}ed", f"{stem}ing")
    },
    "tops": "over",
    "topped": "over",
    "topping": "over",
    "to top": "over",
}
"""Before a figure."""

SIGN_HEDGES = {
    "~": "about",
    "≈": "about",
    "≃": "about",
    ">=": "at least",
    "≥": "at least",
    "⩾": "at least",
    "<=": "at most",
    "≤": "at most",
    "⩽": "at most",
    ">": "over",
    "<": "under",
}
"""Signs right before a figure."""

NOT_BEFORE_DURATIONS = frozenset({"within", "tops", "topped", "topping", "to top", "beyond"})
"""Hedges that mean something else before a length of time or a fraction."""

NEGATED_HEDGES = {"over": "at most", "under": "at least"}
"""Hedge → what it means after "no" and the like: "no longer than" is "at most"."""

DURING_NOUNS = frozenset(
    """innings legs rounds holes sets laps games matches races rounds overs frames quarters halves episodes
    seasons chapters stages sessions meetings courses generations tests floors storeys stories levels pages
    weekends days nights""".split()
)
"""After "over" and a small number these last so long: "over 12 rounds" are 12."""
DURING_NOUN_AFTER = re.compile(rf"(?: [a-z]+)? {build_alternation(DURING_NOUNS)}\b")
NEGATION_BEFORE = re.compile(
    r"(?:\b(?:no|not|never|cannot|without)|(?<=n['’]t)) (?:to )?$", re.IGNORECASE
)
CONTROVERSY_BEFORE_OVER = re.compile(
    r"\b(?:fury|rows?|anger|outrage|backlash|concerns?|worr(?:y|ies)|fears?|disputes?|clash(?:es)?|protests?|lawsuits?"
    r"|scandal|controversy|battle|fight|talks|debate|questions|probe|inquiry|charges?|jailed|sued|arrested|strikes?) over $",
    re.IGNORECASE,
)
"""After these "over" says what they are about."""
DISTANCE_BEFORE_NORTH_OF = re.compile(
    r"(?:km|kilomet(?:re|er)|mile|m|met(?:re|er)|hour|day|drive|just|due|the|to|the far)s? $"
)
"""Before "north of" these show that a place lies there."""

POSTPOSED_HEDGES = {
    "or more": "at least",
    "or over": "at least",
    "at least": "at least",
    "or less": "at most",
    "or fewer": "at most",
    "or under": "at most",
    "at most": "at most",
    "or so": "about",
    "or thereabouts": "about",
    "odd": "about",
    "ish": "about",
    "plus": "at least",
    "and counting": "at least",
    "and change": "over",
    "or longer": "at least",
    "if not more": "at least",
    "at a minimum": "at least",
    "at the very least": "at least",
    "at the very most": "at most",
    "at the most": "at most",
    "or higher": "at least",
    "or above": "at least",
    "or greater": "at least",
    "or older": "at least",
    "and older": "at least",
    "and over": "at least",
    "and above": "at least",
    "and up": "at least",
    "or lower": "at most",
    "or below": "at most",
    "or younger": "at most",
    "and under": "at most",
    "give or take": "about",
}
"""Hedges that follow the number or its unit ("20 people or more")."""
