"""Ages: which numbers say how old somebody or something is.

In: a quantity and its tokens. Out: the quantity in years (or months …) with the words that make it an age, and the noun of who is so
old. Out of scope: lengths of time, which are known by their unit alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.age_words import (
    AGE_PREDICATE_WORDS,
    AGE_UNIT_BEFORE,
    AGED_BEFORE,
    AGED_INDIVIDUALS,
    AGED_PEOPLE,
    AGELESS_SUBJECTS,
    APPOSITION_CLOSES_AFTER,
    AT_BEFORE,
    CLAUSE_CLOSES_AFTER,
    LIFE_EVENT_BEFORE,
    NO_AMOUNT_AFTER,
    OLD_AFTER,
    ORIGIN_AFTER,
    OWNERS,
    PEOPLE_BEFORE_OF,
    PERSON_AFTER,
    PERSONAL_SUBJECTS,
    TITLE_AFTER,
    TURNED_BEFORE,
)
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.extract.figures.referents.age_bearers import (
    find_adjacent_noun,
    find_age_subject,
    find_noun_after_age,
    find_noun_before_age,
)
from onrecord.extract.figures.referents.phrase_boundaries import find_first_token
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import (
    COMMON_OR_PROPER_SINGULAR_TAGS,
    NOUN_TAGS,
    PERSON_LABELS,
    SINGULAR_OR_ADJECTIVE_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class AgeReading:
    """An age: the quantity with its unit and whole words, and the noun of who is so old, or None."""

    quantity: Quantity
    bearer: Token | None


def read_age(text: str, quantity: Quantity, tokens: Span) -> AgeReading | None:
    """Return the age that `quantity` is, or None where it is something else.

    Args:
        text: the block's text.
        quantity: a quantity of any kind.
        tokens: the tokens of its number and unit.

    """
    if quantity.unit in TIME_UNITS:
        return _read_old(text, quantity, tokens) or _read_aged_duration(text, quantity, tokens)
    if quantity.unit or quantity.kind not in {"count", "range"} or not _is_possible_age(quantity):
        return None
    years = replace(quantity, unit="year", kind="age")
    for read in _BARE_AGE_PATTERNS:
        age = read(text, years, tokens)
        if age is not None:
            return age
    return None


def _is_possible_age(quantity: Quantity) -> bool:
    return all(
        1 <= number <= THRESHOLDS.oldest_age and number % 0.5 == 0
        for number in (quantity.value, quantity.low, quantity.high)
        if number is not None
    )


def _read_old(text: str, quantity: Quantity, tokens: Span) -> AgeReading | None:
    """Read "a 34-year-old man", "pupils between 18 and 40 years old"."""
    old = OLD_AFTER.match(text, quantity.end)
    if old is None:
        return None
    noun = find_noun_after_age(tokens, old.end()) or find_adjacent_noun(quantity, tokens)
    return AgeReading(
        replace(quantity, end=old.end(), kind="age"), noun or find_age_subject(tokens)
    )


def _read_aged_duration(text: str, quantity: Quantity, tokens: Span) -> AgeReading | None:
    """Read "a baby aged two months", "at the age of two months"."""
    aged = AGE_UNIT_BEFORE.search(slice_before(text, quantity.start, THRESHOLDS.age_unit_phrase))
    if aged is None:
        return None
    bearer = None if aged[0].endswith("of ") else find_noun_before_age(tokens)
    return AgeReading(replace(quantity, kind="age"), bearer)


def _read_aged(text: str, years: Quantity, tokens: Span) -> AgeReading | None:
    """Read "two men, aged 19 and 24", "at the age of 16"."""
    aged = AGED_BEFORE.search(_slice_before_number(text, years))
    if aged is None:
        return None
    if not CLAUSE_CLOSES_AFTER.match(text, years.end) and _has_noun_after(tokens):
        return None
    return AgeReading(years, None if " of " in aged[0] else find_noun_before_age(tokens))


def _read_at(text: str, years: Quantity, _: Span) -> AgeReading | None:
    """Read "at 16, he left school"; "at 9, he left" is a time."""
    if not AT_BEFORE.search(_slice_before_number(text, years)) or _may_be_hour(years):
        return None
    return AgeReading(years, None) if PERSON_AFTER.match(text, years.end) else None


def _read_life_event(text: str, years: Quantity, tokens: Span) -> AgeReading | None:
    """Read "she died at 91"; "the number who died at 14 hospitals" has no age."""
    if not LIFE_EVENT_BEFORE.search(_slice_before_number(text, years)) or _may_be_hour(years):
        return None
    if not CLAUSE_CLOSES_AFTER.match(text, years.end):
        return None
    bearer = find_age_subject(tokens)
    is_ageless = bearer is not None and bearer.lower_ in AGELESS_SUBJECTS
    return None if is_ageless else AgeReading(years, bearer)


def _read_turned(text: str, years: Quantity, tokens: Span) -> AgeReading | None:
    """Read "she turned 50"."""
    turned = TURNED_BEFORE.search(_slice_before_number(text, years))
    if turned is None or not CLAUSE_CLOSES_AFTER.match(text, years.end):
        return None
    return AgeReading(years, find_age_subject(tokens))


def _read_after_people(_: str, years: Quantity, tokens: Span) -> AgeReading | None:
    """Read "people over 65", "children under five"."""
    before = _find_word_before(years, tokens)
    is_people = years.hedge and before is not None and before.lower_ in AGED_PEOPLE
    return AgeReading(years, before) if is_people else None


def _read_apposition(text: str, years: Quantity, tokens: Span) -> AgeReading | None:
    """Read "Joan Rowan, 57,", "the minister, 67, who"; not "Rowan, 57, Leeds"."""
    comma = _find_word_before(years, tokens)
    if comma is None or comma.text != "," or not comma.i or years.value is None:
        return None
    if not APPOSITION_CLOSES_AFTER.match(text, years.end):
        return None
    noun = get_neighbour(comma, -1)
    is_person = noun.tag_ in NOUN_TAGS and (
        noun.ent_type_ in PERSON_LABELS
        or noun.lower_ in AGED_INDIVIDUALS
        or noun.lower_ in AGED_PEOPLE
    )
    is_set_off = (
        noun.tag_ in COMMON_OR_PROPER_SINGULAR_TAGS
        and not years.hedge
        and text.startswith(",", years.end)
        and not (noun.tag_ == "NNP" and TITLE_AFTER.match(text, years.end))
    )
    return AgeReading(years, noun) if is_person or is_set_off else None


def _read_of(text: str, years: Quantity, tokens: Span) -> AgeReading | None:
    """Read "a woman of 91"."""
    of = _find_word_before(years, tokens)
    if of is None or of.lower_ != "of" or not of.i or not NO_AMOUNT_AFTER.match(text, years.end):
        return None
    noun = get_neighbour(of, -1)
    return AgeReading(years, noun) if noun.lower_ in PEOPLE_BEFORE_OF else None


def _read_bracketed(text: str, years: Quantity, tokens: Span) -> AgeReading | None:
    """Read "Rowan (57) of Leeds"."""
    bracket = _find_word_before(years, tokens)
    if bracket is None or bracket.text != "(" or not bracket.i:
        return None
    noun = get_neighbour(bracket, -1)
    is_age = noun.ent_type_ in PERSON_LABELS and ORIGIN_AFTER.match(text, years.end)
    return AgeReading(years, noun) if is_age else None


def _read_predicate(text: str, years: Quantity, tokens: Span) -> AgeReading | None:
    """Read "who is 55", "his mother is 82"."""
    before = _find_word_before(years, tokens)
    if before is None or before.lower_ not in AGE_PREDICATE_WORDS:
        return None
    bearer = find_age_subject(tokens)
    if bearer is None or not NO_AMOUNT_AFTER.match(text, years.end):
        return None
    if bearer.lower_ in PERSONAL_SUBJECTS or bearer.ent_type_ in PERSON_LABELS:
        return AgeReading(years, bearer)
    is_owned = any(child.lower_ in OWNERS or child.tag_ == "POS" for child in bearer.subtree)
    return AgeReading(years, bearer) if bearer.lower_ in AGED_INDIVIDUALS and is_owned else None


_BARE_AGE_PATTERNS = (
    _read_aged,
    _read_at,
    _read_life_event,
    _read_turned,
    _read_after_people,
    _read_apposition,
    _read_of,
    _read_bracketed,
    _read_predicate,
)
"""Ways to write an age as a bare number; the first that fits is taken."""


def _slice_before_number(text: str, quantity: Quantity) -> str:
    return slice_before(text, quantity.number_start, THRESHOLDS.age_phrase)


def _may_be_hour(quantity: Quantity) -> bool:
    return (quantity.value or 0) <= THRESHOLDS.latest_hour


def _has_noun_after(tokens: Span) -> bool:
    following = tokens.doc[tokens.end : tokens.end + 1]
    return any(token.tag_[:2] in SINGULAR_OR_ADJECTIVE_TAGS for token in following)


def _find_word_before(years: Quantity, tokens: Span) -> Token | None:
    """Return the token before a bare number and its hedge, or None where a noun follows that it counts."""
    first = find_first_token(years, tokens)
    is_long = len(tokens) > THRESHOLDS.bare_age_tokens
    return None if first < 1 or is_long or _has_noun_after(tokens) else tokens.doc[first - 1]
