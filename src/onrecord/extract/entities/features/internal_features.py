"""Signs inside: what the words of a name say by themselves of what it names.

In: a name's words. Out: (type, weight) pairs, as `onrecord.extract.entities.features.context_features` explains. Out of scope: the words around
the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.entities.en.feature_words import THING_HEADS
from onrecord.extract.entities.en.product_words import MODEL_ENDS
from onrecord.language.en.cues import MEDIA
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

Sign = tuple[str, float]
_SURNAME_STARTS = ("Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Fitz", "Van", "Von", "St")
"""Beginnings after which a surname may go on with a capital."""


def signs_inside(name: list[str]) -> Iterator[Sign]:
    """Yield what the words of a name say by themselves; `name` are its words without points and suffixes."""
    if not name:
        return
    if len(name) > 1:
        yield from _of_kind(name)
    yield from _of_first_name(name)
    if name[0] in MISSION_WORDS | LEADING_OPERATION_WORDS:
        yield "organisation", 1
        yield "person", -3
    if any(len(part) == 1 and part.isalpha() for part in name[1:-1]):
        yield "person", 1.5
    if any(part in PARTICLES for part in name[1:-1]):
        yield "person", 0.5
    if any(part[0] in "ie" and part[1:2].isupper() for part in name):
        yield "product", 3
    if len(name) > 1 and (name[-1] in MODEL_ENDS or name[-1].lower() in THING_HEADS):
        yield "product", 1.5
        yield "person", -1
    if len(name) == 1:
        yield from _of_one_word(name[0])
    if any(map(str.isdigit, name[-1])) or (len(name) > 1 and any(part.isdigit() for part in name)):
        yield "product", 1
        yield "person", -2


def _of_kind(name: list[str]) -> Iterator[Sign]:
    """Yield what a noun of bodies, buildings or places in the name says: "… Party", "Port of …"."""
    first, last = name[0], name[-1]
    if last in ORGANISATION_WORDS | MEDIA:
        yield "organisation", 3
    elif (entry := look_up_name(last)) is not None and entry.key.endswith("party"):
        yield "organisation", 2  # "Ohio Democrats"
        yield "person", -1
    elif last in FACILITY_WORDS - CENTRE_WORDS or (
        name[1] == "of" and first in FACILITY_WORDS_BEFORE_OF
    ):
        yield "facility", 3
    elif first in LEADING_ORGANISATION_WORDS and name[1] in {"of", "for"}:
        yield "organisation", 2
    elif last in CENTRE_WORDS:
        yield "facility", 1.5
    elif first in PLACE_WORDS_BEFORE_OF and name[1] == "of":
        yield "place", 2.6
    elif last in COMPANY_WORDS:
        yield "organisation", 1.5


def _of_first_name(name: list[str]) -> Iterator[Sign]:
    if not is_given_name(name[0]):
        if len(name) > 1 and name[-1] not in load_surnames() and is_common_word(name[-1].lower()):
            yield "person", -2.3 if is_common_word(name[0].lower()) else -1.5
        return
    if len(name) == 1:
        yield "person", 0.7
    elif name[-1] not in ORGANISATION_WORDS | FACILITY_WORDS | MEDIA:
        entry = look_up_name(name[0]) or look_up_name(name[-1])
        town = entry is not None and entry.type == "place"
        yield "person", 0.5 if town else 1.5
        yield "place", 0 if town else -0.8


def _of_one_word(word: str) -> Iterator[Sign]:
    if (entry := look_up_name(word)) is not None and entry.certainty == "ambiguous":
        yield entry.type, 1
    elif word in load_surnames() and word.lower() not in TITLES | PERSON_ROLES:
        yield "person", 0.8
    elif is_common_word(word.lower()):
        yield "person", -1
    if word.isupper() and len(word) > 1:
        yield "organisation", 1
        yield "person", -1.5
        yield "place", -0.4
    if is_coined(word):
        yield "person", -2
        yield "organisation", 1


def is_coined(word: str) -> bool:
    """Return whether capitals stand inside `word` as in no surname: "DeepMind", "GPCRs", not "McKay", "O'Hara"."""
    inner = [at for at in range(2, len(word)) if word[at].isupper() and word[at - 1].isalpha()]
    if not inner or word.isupper():
        return False
    return not any(word.startswith(start) and inner == [len(start)] for start in _SURNAME_STARTS)
