"""Words that decide whether a month or verb is somebody's given name, and where a hyphenated name ends.

In: nothing. Out: sets of words. Out of scope: the rules (`onrecord.extract.entities.detection.overlooked_names`).
"""

from __future__ import annotations

CALENDAR_GIVEN_NAMES = frozenset({"April", "May", "June", "August", "Summer", "Autumn"})
"""Months and seasons that are given names as well."""
MODAL_GIVEN_NAMES = frozenset({"Will"})
"""Auxiliaries that are given names as well."""
AMBIGUOUS_GIVEN_NAMES = CALENDAR_GIVEN_NAMES | MODAL_GIVEN_NAMES
TIME_PREPOSITIONS = frozenset(
    """in on since until till by during last next early late mid this every from between of through to before after each
    around coming following previous past for""".split()
)
"""Words after which a month is a time."""
OFFICE_ENDINGS = frozenset({"elect", "designate", "general", "select", "emeritus"})
"""Second halves of offices: "Governor Holt-elect"."""
