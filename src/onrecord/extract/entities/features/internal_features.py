"""Features of the words of a name by themselves: "… Party", a first name, a number.

In: a name's words. Out: names of features. Out of scope: the words around the name, and what a feature weighs.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.entities.en.boundary_words import OF_OR_FOR
from onrecord.extract.entities.en.feature_words import SURNAME_PREFIXES, THING_HEADS
from onrecord.extract.entities.en.product_words import MODEL_ENDS
from onrecord.language.en.attribution_cues import MEDIA
from onrecord.language.en.names import (
    CENTRE_WORDS,
    COMPANY_WORDS,
    FACILITY_WORDS,
    FACILITY_WORDS_BEFORE_OF,
    LEADING_OPERATION_WORDS,
    LEADING_ORGANISATION_WORDS,
    MISSION_WORDS,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_WORDS_BEFORE_OF,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.common_words import is_common_word
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name, load_surnames

_LISTED = {"place": "inside.listed_place", "organisation": "inside.listed_body"}
"""Features of ambiguous entries of the lists by their type: towns and states, firms."""


def find_internal_features(words: list[str]) -> Iterator[str]:
    """Yield the features of a name's words, given without points and generation suffixes."""
    if not words:
        return
    if len(words) > 1:
        yield from _find_kind_word(words)
    yield from _find_first_name(words)
    if words[0] in MISSION_WORDS | LEADING_OPERATION_WORDS:
        yield "inside.operation_word"
    yield from _find_middle_words(words)
    if any(part[0] in "ie" and part[1:2].isupper() for part in words):
        yield "inside.lower_case_first"
    if len(words) > 1 and (words[-1] in MODEL_ENDS or words[-1].lower() in THING_HEADS):
        yield "inside.model_word"
    if len(words) == 1:
        yield from _find_single_word(words[0])
    if any(map(str.isdigit, words[-1])) or (
        len(words) > 1 and any(part.isdigit() for part in words)
    ):
        yield "inside.number"


def _find_kind_word(words: list[str]) -> Iterator[str]:
    """Yield the feature of a noun for bodies, buildings or places in a name: "… Party", "Port of …"."""
    first, second, last = words[0], words[1], words[-1]
    if last in ORGANISATION_WORDS | MEDIA:
        yield "inside.body_word"
        return
    entry = look_up_name(last)
    features = (
        ("inside.party", entry is not None and entry.key.endswith("party")),  # "Ohio Democrats"
        (
            "inside.facility_word",
            last in FACILITY_WORDS - CENTRE_WORDS
            or (second == "of" and first in FACILITY_WORDS_BEFORE_OF),
        ),
        (
            "inside.leading_body_word",
            first in LEADING_ORGANISATION_WORDS and second in OF_OR_FOR,
        ),
        ("inside.centre_word", last in CENTRE_WORDS),
        ("inside.place_word_of", first in PLACE_WORDS_BEFORE_OF and second == "of"),
        ("inside.company_word", last in COMPANY_WORDS),
    )
    yield from [feature for feature, holds in features if holds][:1]


def _find_first_name(words: list[str]) -> Iterator[str]:
    """Yield the feature of a first name at a name's beginning, or of ordinary words without one."""
    first, last = words[0], words[-1]
    if not is_given_name(first):
        if len(words) > 1 and last not in load_surnames() and is_common_word(last.lower()):
            ordinary = is_common_word(first.lower())
            yield "inside.ordinary_words" if ordinary else "inside.ordinary_last_word"
    elif len(words) == 1:
        yield "inside.given_name_alone"
    elif last not in ORGANISATION_WORDS | FACILITY_WORDS | MEDIA:
        entry = look_up_name(first) or look_up_name(last)
        town = entry is not None and entry.type == "place"
        yield "inside.given_name_and_place" if town else "inside.given_name"


def _find_middle_words(words: list[str]) -> Iterator[str]:
    """Yield the features of an initial and of a particle inside a name ("George H. Hale", "Ana da Silva")."""
    middle = words[1:-1]
    if any(len(part) == 1 and part.isalpha() for part in middle):
        yield "inside.initial"
    if not PARTICLES.isdisjoint(middle):
        yield "inside.particle"


def _find_single_word(word: str) -> Iterator[str]:
    """Yield the features of a name of one word, by the lists and its capitals."""
    entry = look_up_name(word)
    if entry is not None and entry.certainty == "ambiguous":
        yield _LISTED[entry.type]
    elif word in load_surnames() and word.lower() not in TITLES | PERSON_ROLES:
        yield "inside.listed_surname"
    elif is_common_word(word.lower()):
        yield "inside.common_word"
    if word.isupper() and len(word) > 1:
        yield "inside.all_capitals"
    if is_coined(word):
        yield "inside.coined"


def is_coined(word: str) -> bool:
    """Return whether capitals stand inside `word` as in no surname: "DeepMind", "GPCRs", not "McKay", "O'Hara"."""
    inner = [at for at in range(2, len(word)) if word[at].isupper() and word[at - 1].isalpha()]
    if not inner or word.isupper():
        return False
    return not any(
        word.startswith(prefix) and inner == [len(prefix)] for prefix in SURNAME_PREFIXES
    )
