"""Parts of names: their distinguishing words, their initials and the acronyms they may have.

In: a name as written. Out: words or letters. Out of scope: whether two names mean the same thing
(`onrecord.extract.entities.clusters.full_names`).
"""

from __future__ import annotations

import re

from onrecord.language.en.names import CONNECTORS, GENERATION_SUFFIXES

_SEPARATOR = re.compile(r"[\s\-‑]+")


def split_name(name: str) -> list[str]:
    """Return the words of `name` without points, commas and marks at their edges and generation suffixes.

    Examples:
        >>> split_name("Jean-Luc Hale, Jr.")
        ['Jean', 'Luc', 'Hale']

    """
    parts = [part.strip(".,'’‘“”\"()") for part in _SEPARATOR.split(name)]
    return [part for part in parts if part and part.lower() not in GENERATION_SUFFIXES]


def join_initials(name: str) -> str:
    """Return the first letters of the capitalised words of `name`: of "Ministry of Defence" "MD"; see `is_acronym`."""
    return "".join(part[0] for part in split_name(name) if part[0].isupper())


def is_acronym(short: str, name: str) -> bool:
    """Return whether `short` ("MoD", "UN") is made of the first letters of `name`, with its small words or without."""
    letters = short.replace(".", "")
    if len(letters) < 2 or not letters[0].isupper() or sum(map(str.isupper, letters)) < 2:
        return False
    return letters.lower() in build_acronyms(name)


def build_acronyms(name: str) -> set[str]:
    """Return the acronyms that `name` may have, in lower case: with its small words and without; none for one word."""
    parts = split_name(name)
    if len(parts) < 2:
        return set()
    all_initials = "".join(part[0] for part in parts)
    without_connectors = "".join(part[0] for part in parts if part.lower() not in CONNECTORS)
    return {all_initials.lower(), without_connectors.lower()}
