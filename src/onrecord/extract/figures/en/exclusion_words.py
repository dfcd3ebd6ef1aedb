"""English words beside a number that counts nothing ("one day", "a four-star general", "won 3-1"): data only."""

from __future__ import annotations

import re

UNCOUNTED_AFTER_ONE = frozenset(
    {
        "day", "thing", "side", "way", "hand", "point", "reason", "time", "night", "morning", "can",
        "another", "another's", "of", "such", "else", "that", "who", "which", "would", "should", "must",
        "stage", "area", "moment", "more", "word", "sense", "place", "or", "step", "might", "could",
        "may", "is", "has", "was", "sort", "kind", "form", "end", "extreme", "example",
    }
)  # fmt: skip
"""Words after "one" with which it counts nothing."""

UNCOUNTED_BEFORE_ONE = frozenset(
    {
        "no",
        "this",
        "that",
        "the",
        "any",
        "every",
        "each",
        "which",
        "another",
        "some",
        "day",
        "number",
    }
)
"""Words before "one" with which it counts nothing."""

SCORE_CONTEXT = re.compile(
    r"\b(?:w[io]n|wins|winning|beat(?:en|s|ing)?|los[et]|loses|losing|lead|leads|led|leading|vot(?:ed|e|es|ing)"
    r"|pass(?:ed|es)?|defeat\w*|victory|win|draw|drew|scor\w+|trail\w*|defeats?|tally|result|margin)\b[^.,;]{0,22}$",
    re.IGNORECASE,
)
"""Before "52-48" these say that it is a result."""

UNCOUNTED_HYPHENATED = frozenset(
    """state star pronged way fold sided time off digit dimensional part step tier stage track faced
    handed piece edged eyed legged headed fit horse trick pointer up down on to one two some
    figure party hit class pack stroke cylinder speed wicket under over percent cent wheeler wheel drive liner bagger d for in man-made""".split()
)
"""After a number and a hyphen these make a manner or a kind, not a count ("a four-star general")."""
