"""English words around lengths of time and dates that decide whether a figure measures or holds for them: data only."""

from __future__ import annotations

import re

TIME_BOUND_PREPOSITIONS = frozenset(
    {"since", "until", "till", "after", "before", "from", "to", "than", "against", "between"}
)
"""Before a date these bound a period or compare: the figure does not hold for that date itself."""

CALENDAR_BEFORE_DURATION = frozenset(
    """last past next coming previous preceding following recent every each other final upcoming
    ensuing""".split()
)
"""Before a length of time these locate a stretch of the calendar ("the past decade"), which is no figure."""

CALENDAR_AFTER_DURATION = re.compile(
    r" (?:ago|later|earlier|before|after|from now|hence|since|previously|prior|on from|on,|past|beforehand|afterwards)\b",
    re.IGNORECASE,
)
"""After a length of time these locate a day ("two years ago"), which is no figure."""
NO_DURATION = re.compile(r"(?:one|a) (?:day|night|second|minute)|(?:19|20)\d\d [a-z]+[^s]")
"""Lengths of time that measure nothing: "one day", and a year with a noun ("2014 season")."""
DURATION_VERB_BEFORE = re.compile(
    r"\b(?:for|just|well|lasted|took|in|after|of|wait\w*|spen[dt]|last\w*|taken|takes?|taking|serv\w+|queued|delayed) $"
)
"""Before "over three days" these say that it took more than three; else "over" means "during"."""
GEOLOGICAL_UNITS = ("Ma", "Ga", "Myr", "Gyr", "kyr")
"""Abbreviations of thousands to billions of years ("66 Ma ago")."""

CALENDAR_WORDS = frozenset(
    """year years month months week weeks quarter quarters day days decade hour hours minutes today yesterday monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december spring summer autumn winter""".split()
)
"""Nouns of time, which are not what a quantity counts."""
