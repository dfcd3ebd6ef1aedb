"""Names of products, vehicles and weapons: by designation, by number, by maker and by the noun beside them.

In: a Doc. Out: `NameSpan`s of type product. Out of scope: works (films, games, songs), and products whose name looks
like any other and has no such word beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.feature_words import (
    PRODUCT_KINDS,
    PRODUCT_OBJECT_VERBS,
    THING_HEADS,
    WEAPON_KINDS,
)
from onrecord.extract.entities.en.product_words import (
    ACRONYM_NOUNS,
    MODEL_ENDS,
    NO_MODEL_ENDS,
    NOT_DESIGNATIONS,
    SHIP_PREFIXES,
    WORDS_BEFORE_NUMBERS,
)
from onrecord.extract.entities.en.tags import OBJECT_OR_PASSIVE_SUBJECT_LABELS, PREMODIFIED_TAGS
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.aliases import FIRMS
from onrecord.language.en.names import CALENDAR, NOT_NAMES, ORGANISATION_WORDS
from onrecord.language.en.punctuation import HYPHENS
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name, load_surnames
from onrecord.language.names.name_span import NameSpan, Origin
from onrecord.language.syntax.capitalisation import is_capitalised, is_title_case
from onrecord.language.syntax.tag_sets import (
    COMMON_NOUN_TAGS,
    PREPOSITION_OR_BASE_TAGS,
    PROPER_NOUN_TAGS,
)
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}[-‑]?\d{1,4}[A-Za-z]{0,4}")
_MIXED = re.compile(r"[A-Za-z]{1,3}\d{1,4}[A-Za-z]{0,3}")
_LOWER_CASE_FIRST = re.compile(r"[ie][A-Z][a-z]+s?|[a-z]{2,6}OS")
_NUMBER = re.compile(r"\d{1,3}[a-zA-Z]{0,2}|\d{4}")


def find_product_names(doc: Doc) -> Iterator[NameSpan]:
    """Yield the names of products in `doc`; they may overlap other names."""
    for token in doc:
        text = token.text
        if any(map(str.isdigit, text)):
            yield from _find_numbered(doc, token)
        elif _LOWER_CASE_FIRST.fullmatch(text) and not token.like_url:
            yield _build_product(doc, token.i, _extend_over_model_words(doc, token.i + 1))
        elif text in FIRMS and not is_title_case(doc):
            yield from _find_after_maker(doc, token.i)
        elif text in SHIP_PREFIXES:
            yield from _find_ship(doc, token.i)
        elif token.lower_ in WEAPON_KINDS or token.lemma_.lower() in WEAPON_KINDS:
            yield from _find_before_weapon_noun(doc, token.i)


def _build_product(doc: Doc, start: int, end: int, origin: Origin = "pattern") -> NameSpan:
    return NameSpan(start, end, doc[start:end].text, "product", origin)


def _find_numbered(doc: Doc, token: Token) -> Iterator[NameSpan]:
    """Yield the product whose name is or ends with the number or designation at `token` ("T-72", "Galaxy S10 Plus")."""
    start, end = _join_designation(doc, token.i)
    text = doc[start:end].text
    if _DESIGNATION.fullmatch(text):
        known = text.startswith(tuple(NOT_DESIGNATIONS))
        if not known and _is_thing(doc, start, end):
            yield _build_product(doc, start, _extend_over_model_words(doc, end))
            return
    if not (_NUMBER.fullmatch(text) or _MIXED.fullmatch(text)):
        return
    name_start = _find_name_before_number(doc, start)
    if name_start == start or doc[start - 1].text in WORDS_BEFORE_NUMBERS:
        return
    if doc[name_start:start].text in ACRONYM_NOUNS:
        return
    name_end = _extend_over_model_words(doc, end)
    lower_case_first = _LOWER_CASE_FIRST.fullmatch(doc[start - 1].text)
    if lower_case_first or name_end > end or _is_thing(doc, name_start, name_end):
        yield _build_product(doc, name_start, name_end)


def _join_designation(doc: Doc, index: int) -> TokenSpan:
    """Return the tokens of the designation at `index`, whose hyphen may be a token of its own ("T-72")."""
    start, end = index, index + 1
    while start > 1 and doc[start - 1].text in HYPHENS and _is_unspaced(doc, start - 2, start):
        start -= 2
    while end + 1 < len(doc) and doc[end].text in HYPHENS and _is_unspaced(doc, end - 1, end + 1):
        if not any(map(str.isdigit, doc[end + 1].text)):
            break
        end += 2
    return TokenSpan(start, end)


def _is_unspaced(doc: Doc, start: int, end: int) -> bool:
    """Return whether no blank follows the tokens from `start` up to `end` (not included)."""
    return not any(token.whitespace_ for token in doc[start:end])


def _find_name_before_number(doc: Doc, number: int) -> int:
    """Return where the capitalised words before a number begin that may be a product's name; `number` if none."""
    start = number
    while (
        start > 0
        and number - start < THRESHOLDS.product_name_words
        and _may_be_product_word(doc[start - 1])
    ):
        start -= 1
        if start > 1 and doc[start - 1].text == "-" and _is_unspaced(doc, start - 2, start):
            start -= 2  # "Wi-Fi"
    return start


def _may_be_product_word(token: Token) -> bool:
    lower_case_first = _LOWER_CASE_FIRST.fullmatch(token.text) is not None
    return lower_case_first or (
        is_capitalised(token)
        and token.tag_ in PROPER_NOUN_TAGS
        and token.text not in CALENDAR
        and token.lower_ not in NOT_NAMES
        and not token.text.endswith(".")
    )


def _extend_over_model_words(doc: Doc, end: int) -> int:
    """Return the end of a name with the words for a model that follow ("Pro Max")."""
    while end < len(doc) and doc[end].text in MODEL_ENDS and doc[end - 1].whitespace_:
        end += 1
    return end


def _is_thing(doc: Doc, start: int, end: int) -> bool:
    """Return whether the words around a name with a number show that it names a thing."""
    if _has_thing_noun_after(doc, end):
        return True
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if before is None or (
        after is not None and after.tag_ == "NNS" and after.lower_ not in THING_HEADS
    ):
        return False
    owned = before.tag_ == "POS" and start > 1 and doc[start - 2].tag_ in PROPER_NOUN_TAGS
    kind = before.lemma_.lower() in WEAPON_KINDS
    last = doc[end - 1]
    made = (
        last.dep_ in OBJECT_OR_PASSIVE_SUBJECT_LABELS
        and last.head.lemma_.lower() in PRODUCT_OBJECT_VERBS
    )
    text = doc[start:end].text
    plural = "-" in text and text.endswith("s") and text[-2].isdigit()
    return owned or kind or made or plural


def _has_thing_noun_after(doc: Doc, end: int) -> bool:
    """Return whether one of the two words after a name is a noun for things."""
    for distance, token in enumerate(doc[end : end + 2]):
        if token.is_punct or token.tag_[:2] in PREPOSITION_OR_BASE_TAGS:
            break
        lemma = token.lemma_.lower()
        if lemma in WEAPON_KINDS or lemma in (PRODUCT_KINDS if distance == 0 else THING_HEADS):
            return True
    return False


def _find_after_maker(doc: Doc, maker: int) -> Iterator[NameSpan]:
    """Yield a firm's name with the model after it ("Nissan Sentra"), which is no person, place or body."""
    start = end = maker + 1
    while (
        end < len(doc) and end - start < THRESHOLDS.product_name_words and _is_model_word(doc[end])
    ):
        end += 1
    goes_on = end < len(doc) and doc[end].tag_ in PROPER_NOUN_TAGS and is_capitalised(doc[end])
    if end > start and not goes_on:
        yield _build_product(doc, maker, end, "parsed")


def _is_model_word(token: Token) -> bool:
    name = token.text
    if token.tag_ not in PROPER_NOUN_TAGS or not is_capitalised(token) or not token.is_alpha:
        return False
    if name in NO_MODEL_ENDS or token.lower_ in PERSON_ROLES | TITLES | NOT_NAMES:
        return False
    return not (is_given_name(name) or name in load_surnames() or look_up_name(name) is not None)


def _find_ship(doc: Doc, prefix: int) -> Iterator[NameSpan]:
    """Yield a ship's prefix with the capitalised words after it ("HMS Tern")."""
    start = end = prefix + 1
    while end < len(doc) and end - start < THRESHOLDS.ship_name_words and is_capitalised(doc[end]):
        end += 1
    if end > start:
        yield _build_product(doc, prefix, end)


def _find_before_weapon_noun(doc: Doc, noun: int) -> Iterator[NameSpan]:
    """Yield the capitalised words before a weapon's noun ("a Javelin missile") unless a list has them."""
    start = noun
    while (
        start > 0
        and noun - start < THRESHOLDS.weapon_name_words
        and _may_be_product_word(doc[start - 1])
    ):
        start -= 1
    words = doc[start:noun]
    if not len(words) or words[-1].text in ORGANISATION_WORDS or words[0].is_sent_start:
        return
    listed = look_up_name(words.text) or any(look_up_name(token.text) for token in words)
    if listed or words[-1].is_upper:
        return
    modified = start > 0 and doc[start - 1].tag_ in PREMODIFIED_TAGS
    if modified and doc[noun].tag_ in COMMON_NOUN_TAGS:
        yield _build_product(doc, start, noun, "parsed")
