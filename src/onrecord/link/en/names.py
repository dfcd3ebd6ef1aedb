"""Words in and around names: titles, suffixes, endings of adjectives of peoples.

Source: our own lists.
"""

from __future__ import annotations

import re

TITLES = frozenset(
    """
    mr mrs ms miss dr sir dame lord lady baroness prof professor rev father sister president vice prime minister
    secretary general admiral colonel major captain lieutenant brigadier corporal private sergeant staff
    commander marshal senator congressman congresswoman councillor judge justice king queen prince princess
    pope mayor governor ambassador chancellor inspector constable detective superintendent mp gen col maj capt lt sgt
    """.split()
)
"""Titles before a person's name, without full stops."""

NAME_SUFFIXES = frozenset("jr sr ii iii iv mp".split())
"""What may follow a person's last name, without full stops."""

LEGAL_FORMS = frozenset(
    "inc incorporated ltd limited plc corp corporation llc llp gmbh ag nv bv spa pty oyj kk".split()
)
"""What ends a company's registered name, without full stops; it is the same company without it."""

PROVINCE_WORDS = frozenset("province prefecture governorate oblast voivodeship".split())
"""What may end the name of a part of a country that has the same name without it; a county or state seldom has: its town has."""

DEMONYM_ENDINGS = ("n", "an", "ian", "nian", "ish", "ese", "i", "er")
"""Endings of adjectives made of a country's name, in the order they are tried."""
ADJECTIVAL_ENDINGS = ("n", "an", "ian")
"""Endings of adjectives that only names of countries and people take."""
COUNTRY_ENDINGS = ("ia", "a", "y")
"""Endings of countries' names that such an adjective drops."""
COUNTRY_VOWELS = ("", "a", "ia", "y", "e")
"""What may be added to an adjective's stem to make the country's name: "Osmarian" is Osmary's."""

DEMONYM_ADJECTIVE = re.compile(r"\b[A-Z][a-z]{3,}(?:ian|an)\b")
"""A word that looks like an adjective of a people ("Osternian")."""

UNDERTAKING_NAME = re.compile(
    r"\b(?:Mission|Operation|Programme|Program|Initiative|Project|Campaign)\b"
)
"""A name with one of these is an undertaking's, not a body's that acts."""
