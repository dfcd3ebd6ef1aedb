"""First names and surnames of the world; a surname on the lists is weaker evidence of a person.

In: a word. Out: a bool, or the lists. Out of scope: which of several people is meant.

Source: the given names and surnames of the package mimesis (MIT), in all its languages that are written in Latin letters.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from onrecord.language.en.names import CALENDAR, NAME_LIST_LOCALES, NOT_NAMES


def is_given_name(word: str) -> bool:
    """Return whether `word`, capitalised as in a name, is a first name; "Jean-Luc" is one by its first half.

    Examples:
        >>> is_given_name("Imran"), is_given_name("Table")
        (True, False)

    """
    return word in load_given_names() or (
        "-" in word and word.partition("-")[0] in load_given_names()
    )


@cache
def load_given_names() -> frozenset[str]:
    """Return every first name of the lists that is no ordinary English word."""
    return frozenset(
        name
        for name in _iter_list("names")
        if len(name) > 2
        and name[0].isupper()
        and name not in CALENDAR
        and name.lower() not in NOT_NAMES
    )


@cache
def load_names_by_sex() -> tuple[frozenset[str], frozenset[str]]:
    """Return the first names of men and those of women, from the lists that separate them; a name may be in both."""
    separated = [listed for listed in _iter_locales("names") if isinstance(listed, dict)]
    men, women = (
        frozenset(name for listed in separated for name in listed.get(sex, ()))
        for sex in ("male", "female")
    )
    return men, women


@cache
def load_surnames() -> frozenset[str]:
    """Return every surname of the lists; many are ordinary words, or places, as well."""
    return frozenset(name for name in _iter_list("surnames") if len(name) > 2 and name[0].isupper())


def _iter_list(field: str) -> Iterator[str]:
    """Yield the entries of `field` ("names" or "surnames") in every locale, whether it separates them by sex or not."""
    for listed in _iter_locales(field):
        for names in listed.values() if isinstance(listed, dict) else [listed]:
            yield from names


def _iter_locales(field: str) -> Iterator[dict[str, list[str]] | list[str]]:
    """Yield the list of `field` of each locale: by sex, or one for both."""
    datasets = files("mimesis") / "datasets"
    for locale in NAME_LIST_LOCALES:
        yield json.loads((datasets / locale / "person.json").read_text(encoding="utf-8"))[field]
