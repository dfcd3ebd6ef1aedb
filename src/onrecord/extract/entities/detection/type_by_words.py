"""Types of names by the words they are built with: "Ministry of …", "… Airport", "Operation …".

In: the words of a run of capitals, two or more. Out: a type, or None. Out of scope: what stands around the name
(`onrecord.extract.entities.features`).
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.entities.en.boundary_words import BODIES_WITHOUT_OF, OF_OR_FOR
from onrecord.language.en.names import (
    CENTRE_WORDS,
    FACILITY_WORDS,
    FACILITY_WORDS_BEFORE_OF,
    LAW_WORDS,
    LEADING_FACILITY_WORDS,
    LEADING_OPERATION_WORDS,
    LEADING_ORGANISATION_WORDS,
    LEADING_PLACE_WORDS,
    MISSION_WORDS,
    OPERATION_WORDS,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_WORDS,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES


def classify_by_words(words: list[str]) -> str | None:
    """Return the type of a name of these words (two or more), or None if they do not show it.

    Examples:
        >>> classify_by_words(["Ministry", "of", "Transport"]), classify_by_words(["Ann", "Hale"])
        ('organisation', None)

    """
    return next((type_ for type_, applies in _RULES if applies(words)), None)


def _has_of(words: list[str]) -> bool:
    return not OF_OR_FOR.isdisjoint(words[1:])


def _is_law_of(words: list[str]) -> bool:
    return words[0] in LAW_WORDS and (_has_of(words) or words[-1][0].isdigit())


def _is_body_of(words: list[str]) -> bool:
    return words[0] in LEADING_ORGANISATION_WORDS and (
        _has_of(words) or words[0] in BODIES_WITHOUT_OF
    )


def _is_operation_by_first_word(words: list[str]) -> bool:
    return words[0] in LEADING_OPERATION_WORDS and not (
        words[-1] in ORGANISATION_WORDS or _has_of(words)
    )


def _has_body_before_of(words: list[str]) -> bool:
    return "of" in words and not ORGANISATION_WORDS.isdisjoint(words[: words.index("of")])


def _is_law_by_last_word(words: list[str]) -> bool:
    return words[-1] in LAW_WORDS or (words[-1].isdigit() and words[-2] in LAW_WORDS)


def _is_facility(words: list[str]) -> bool:
    return words[-1] in FACILITY_WORDS - CENTRE_WORDS or (
        words[1] == "of" and words[0] in FACILITY_WORDS_BEFORE_OF
    )


def _is_body_by_last_word(words: list[str]) -> bool:
    return words[-1] in ORGANISATION_WORDS or not MISSION_WORDS.isdisjoint(words[1:])


def _is_operation_by_last_word(words: list[str]) -> bool:
    return words[-1] in OPERATION_WORDS and (words[-1] != "Plan" or len(words) > 2)


def _is_facility_by_first_word(words: list[str]) -> bool:
    return words[0] in LEADING_FACILITY_WORDS and not _has_of(words)


def _is_school_district(words: list[str]) -> bool:
    return words[-2:] == ["School", "District"]


def _is_place(words: list[str]) -> bool:
    return words[-1] in PLACE_WORDS or (words[0] in LEADING_PLACE_WORDS and not _has_of(words))


def _has_body_inside(words: list[str]) -> bool:
    return not ORGANISATION_WORDS.isdisjoint(words[:-2]) and _has_of(words)


def _is_hyphenated_person(words: list[str]) -> bool:
    """Return whether a particle and a hyphen make a person's name ("Omar al - Hadi")."""
    return (
        not any(word.lower() in TITLES | PERSON_ROLES for word in words)
        and any(word.lower() in PARTICLES for word in words[1:-1])
        and "-" in words
        and not _has_of(words)
    )


_RULES: tuple[tuple[str, Callable[[list[str]], bool]], ...] = (
    ("law", _is_law_of),
    ("organisation", _is_body_of),
    ("operation", _is_operation_by_first_word),
    ("organisation", _has_body_before_of),
    ("law", _is_law_by_last_word),
    ("facility", _is_facility),
    ("organisation", _is_body_by_last_word),
    ("operation", _is_operation_by_last_word),
    ("facility", _is_facility_by_first_word),
    ("organisation", _is_school_district),
    ("place", _is_place),
    ("organisation", _has_body_inside),
    ("person", _is_hyphenated_person),
)
"""Tried in this order; the first that applies gives the type."""
