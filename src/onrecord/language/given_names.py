"""Given names: whether a word is a first name somewhere in the world.

In: a word. Out: yes or no. Leaves alone: surnames, and which of several people is meant.

Source: the given names of the package mimesis (MIT), all its languages that are written in Latin letters.
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
    return word in _given_names() or ("-" in word and word.partition("-")[0] in _given_names())


@cache
def _given_names() -> frozenset[str]:
    return frozenset(
        name
        for name in _all()
        if len(name) > 2
        and name[0].isupper()
        and name not in CALENDAR
        and name.lower() not in NOT_NAMES
    )


def _all() -> Iterator[str]:
    datasets = files("mimesis") / "datasets"
    for language in _LANGUAGES:
        held = json.loads((datasets / language / "person.json").read_text(encoding="utf-8"))
        names = held["names"]
        for kind in names.values() if isinstance(names, dict) else [names]:
            yield from kind
