"""Products, vehicles and weapons: names by designation, by number and by the noun beside them.

In: a Doc. Out: `NameSpan` stretches of type product. Out of scope: works (films, games, songs), and products whose name
looks like any other where nothing beside it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.feature_words import (
    MADE_BY,
    PRODUCT_KINDS,
    THING_HEADS,
    WEAPON_KINDS,
)
from onrecord.extract.entities.en.product_words import (
    ACRONYM_NOUNS,
    MODEL_ENDS,
    NO_MODELS,
    NOT_DESIGNATIONS,
    NUMBERED,
    SHIP_PREFIXES,
)
from onrecord.language.en.aliases import FIRMS
from onrecord.language.en.names import (
    CALENDAR,
    COMPANY_WORDS,
    FACILITY_WORDS,
    NOT_NAMES,
    OCCASION_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
)
from onrecord.language.en.punctuation import HYPHENS
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name, load_surnames
from onrecord.language.names.name_span import NameSpan
from onrecord.language.syntax.capitalisation import is_capitalised, is_title_case
from onrecord.language.syntax.tag_sets import (
    COMMON_NOUN_TAGS,
    PREPOSITION_OR_BASE_TAGS,
    PROPER_NOUN_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}[-‑]?\d{1,4}[A-Za-z]{0,4}")
_MIXED = re.compile(r"[A-Za-z]{1,3}\d{1,4}[A-Za-z]{0,3}")
_SMALL_FIRST = re.compile(r"[ie][A-Z][a-z]+s?|[a-z]{2,6}OS")
_NUMBER = re.compile(r"\d{1,3}[a-zA-Z]{0,2}|\d{4}")
NO_MODEL_ENDS = (
    NO_MODELS
    | ORGANISATION_WORDS
    | COMPANY_WORDS
    | FACILITY_WORDS
    | PLACE_WORDS
    | OCCASION_WORDS
    | CALENDAR
)
"""Words that after a firm's name make no product of it."""
_MOST = 3
"""Capitalised words before a number that may be the product's name."""


def products(doc: Doc) -> Iterator[NameSpan]:
    """Yield products' names in `doc`; they may overlap other names, and the longer wins."""
    for token in doc:
        text = token.text
        if any(map(str.isdigit, text)):
            yield from _with_number(doc, token)
        elif _SMALL_FIRST.fullmatch(text) and not token.like_url:
            last = _model_end(doc, token.i)
            yield _named(doc, token.i, last)
        elif text in FIRMS and not is_title_case(doc):
            yield from _after_maker(doc, token.i)
        elif text in SHIP_PREFIXES:
            yield from _ship(doc, token.i)
        elif token.lower_ in WEAPON_KINDS or token.lemma_.lower() in WEAPON_KINDS:
            yield from _before_kind(doc, token.i)


def _with_number(doc: Doc, token: Token) -> Iterator[NameSpan]:
    first, last = _joined(doc, token.i)
    text = doc[first : last + 1].text
    if _DESIGNATION.fullmatch(text):
        plain = not any(text.startswith(word) for word in NOT_DESIGNATIONS)
        if plain and _is_thing(doc, first, last):
            yield _named(doc, first, _model_end(doc, last))
            return
    if not (_NUMBER.fullmatch(text) or _MIXED.fullmatch(text)):
        return
    begin = _begin_of_name(doc, first)
    if begin is None or doc[first - 1].text in NUMBERED:
        return
    end = _model_end(doc, last)
    if doc[begin:first].text in ACRONYM_NOUNS:
        return
    small = _SMALL_FIRST.fullmatch(doc[first - 1].text)
    if small or end > last or _is_thing(doc, begin, end):
        yield _named(doc, begin, end)


def _joined(doc: Doc, index: int) -> tuple[int, int]:
    """Return the first and last token of a designation whose hyphen is a token of its own ("T-72")."""
    first = last = index
    while first > 1 and doc[first - 1].text in HYPHENS and _touch(doc, first - 2, first):
        first -= 2
    while last + 2 < len(doc) and doc[last + 1].text in HYPHENS and _touch(doc, last, last + 2):
        if not any(map(str.isdigit, doc[last + 2].text)):
            break
        last += 2
    return first, last


def _touch(doc: Doc, first: int, last: int) -> bool:
    return not any(token.whitespace_ for token in doc[first:last])


def _begin_of_name(doc: Doc, number: int) -> int | None:
    """Return where the capitalised words before a number begin, or None if there are none of a product's."""
    begin = number
    while begin > 0 and number - begin < _MOST and _is_name_word(doc[begin - 1]):
        begin -= 1
        if begin > 1 and doc[begin - 1].text == "-" and _touch(doc, begin - 2, begin):
            begin -= 2  # "Wi-Fi"
    return begin if begin < number else None


def _is_name_word(token: Token) -> bool:
    small = _SMALL_FIRST.fullmatch(token.text) is not None
    return small or (
        is_capitalised(token)
        and token.tag_ in PROPER_NOUN_TAGS
        and token.text not in CALENDAR
        and token.lower_ not in NOT_NAMES
        and not token.text.endswith(".")
    )


def _model_end(doc: Doc, last: int) -> int:
    """Return the last token of the words for a model that follow ("Pro Max")."""
    while last + 1 < len(doc) and doc[last + 1].text in MODEL_ENDS and doc[last].whitespace_:
        last += 1
    return last


def _is_thing(doc: Doc, first: int, last: int) -> bool:
    """Return whether what stands around a name with a number says that it is a thing."""
    after = doc[last + 1 : last + 3]
    for place, token in enumerate(after):
        if token.is_punct or token.tag_[:2] in PREPOSITION_OR_BASE_TAGS:
            break
        low = token.lemma_.lower()
        if low in WEAPON_KINDS or low in (PRODUCT_KINDS if place == 0 else THING_HEADS):
            return True
    before = doc[first - 1] if first else None
    if before is None or (
        len(after) and after[0].tag_ == "NNS" and after[0].lower_ not in THING_HEADS
    ):
        return False
    owned = before.tag_ == "POS" and first > 1 and doc[first - 2].tag_ in PROPER_NOUN_TAGS
    kind = before.lemma_.lower() in WEAPON_KINDS
    verb = doc[last].head.lemma_.lower()
    made = doc[last].dep_ in {"obj", "dobj", "nsubj:pass", "nsubjpass"} and verb in MADE_BY
    text = doc[first : last + 1].text
    plural = "-" in text and text.endswith("s") and text[-2].isdigit()
    return owned or kind or made or plural


def _after_maker(doc: Doc, maker: int) -> Iterator[NameSpan]:
    """Yield a firm's name and what follows it as a product's does ("Nissan Sentra"), no person's, place's or body's."""
    last = maker
    while last + 1 < len(doc) and last - maker < _MOST and _is_model_word(doc, last + 1):
        last += 1
    goes_on = (
        last + 1 < len(doc)
        and doc[last + 1].tag_ in PROPER_NOUN_TAGS
        and is_capitalised(doc[last + 1])
    )
    if last > maker and not goes_on:
        yield NameSpan(maker, last, doc[maker : last + 1].text, "product", "parsed")


def _is_model_word(doc: Doc, index: int) -> bool:
    token = doc[index]
    name = token.text
    if token.tag_ not in PROPER_NOUN_TAGS or not is_capitalised(token) or not token.is_alpha:
        return False
    if name in NO_MODEL_ENDS or token.lower_ in PERSON_ROLES | TITLES | NOT_NAMES:
        return False
    return not (is_given_name(name) or name in load_surnames() or look_up_name(name) is not None)


def _ship(doc: Doc, index: int) -> Iterator[NameSpan]:
    last = index
    while last + 1 < len(doc) and last - index < 4 and is_capitalised(doc[last + 1]):
        last += 1
    if last > index:
        yield _named(doc, index, last)


def _before_kind(doc: Doc, kind: int) -> Iterator[NameSpan]:
    """Yield the capitalised word before a weapon's noun ("a Javelin missile"), if no list knows it for a maker or people."""
    first = kind
    while first > 0 and kind - first < 2 and _is_name_word(doc[first - 1]):
        first -= 1
    words = doc[first:kind]
    if not len(words) or words[-1].text in ORGANISATION_WORDS or words[0].is_sent_start:
        return
    if (
        any(look_up_name(token.text) for token in words)
        or look_up_name(words.text)
        or words[-1].is_upper
    ):
        return
    article = first > 0 and doc[first - 1].tag_ in {"DT", "CD", "JJ", "PRP$", "POS"}
    if article and doc[kind].tag_ in COMMON_NOUN_TAGS:
        yield NameSpan(first, kind - 1, words.text, "product", "parsed")


def _named(doc: Doc, first: int, last: int) -> NameSpan:
    return NameSpan(first, last, doc[first : last + 1].text, "product", "built")
