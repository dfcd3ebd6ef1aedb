"""Given names: whether a word is a first name somewhere in the world; and surnames, which prove less.

In: a word. Out: yes or no. Out of scope: which of several people is meant.

Source: the given names and surnames of the package mimesis (MIT), all its languages that are written in Latin letters.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from onrecord.language.en.names import CALENDAR, NOT_NAMES

_LANGUAGES = (
    "az cs da de en en-au en-gb es es-mx et fi fr hr hu it nl no pl pt pt-br sk sv tr".split()
)
"""Icelandic is left out: its register holds too many of English's common words."""


def is_given_name(word: str) -> bool:
    """Return whether `word`, capitalised as in a name, is a first name; of "Jean-Luc" each half is one.

    Examples:
        >>> is_given_name("Imran"), is_given_name("Table")
        (True, False)

    """
    return word in load_given_names() or (
        "-" in word and word.partition("-")[0] in load_given_names()
    )


@cache
def load_given_names() -> frozenset[str]:
    """Return every first name of the lists that is no ordinary word of English."""
    return frozenset(
        name
        for name in _all("names")
        if len(name) > 2
        and name[0].isupper()
        and name not in CALENDAR
        and name.lower() not in NOT_NAMES
    )


@cache
def load_surnames() -> frozenset[str]:
    """Return every surname of the lists; many are ordinary words, or places, as well."""
    return frozenset(name for name in _all("surnames") if len(name) > 2 and name[0].isupper())


def _all(kind: str) -> Iterator[str]:
    datasets = files("mimesis") / "datasets"
    for language in _LANGUAGES:
        held = json.loads((datasets / language / "person.json").read_text(encoding="utf-8"))
        names = held[kind]
        for some in names.values() if isinstance(names, dict) else [names]:
            yield from some
