"""English words around lengths of time and dates that decide whether a figure measures or holds for them: data only."""

from __future__ import annotations

import re

TIME_BOUND_PREPOSITIONS = frozenset(
    {"since", "until", "till", "after", "before", "from", "to", "than", "against", "between"}
)
"""Before a time these bound a stretch or compare: the figure does not hold for that time itself."""

CALENDAR_BEFORE_DURATION = frozenset(
    """last past next coming previous preceding following recent every each other final upcoming
    ensuing""".split()
)

CALENDAR_AFTER_DURATION = re.compile(
    r" (?:ago|later|earlier|before|after|from now|hence|since|previously|prior|on from|on,|past|beforehand|afterwards)\b",
    re.IGNORECASE,
)
"""With these, a length of time tells a day or a stretch of the calendar, and is no figure."""
