"""Numbers in names: "Article 5", "FTSE 100", "iPhone 15", "3 Commando Brigade", and years that stand alone.

In: a quantity with its tokens. Out: whether the number belongs to a name, and the pair of word and digits by which a name is known
elsewhere on its page. Out of scope: numbers of models (`product_numbers`) and codes (`identifiers`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.exclusion_words import (
    FIRST_NUMBERED_BEFORE,
    FUNCTION_WORDS_IN_CAPITALS,
)
from onrecord.extract.figures.en.tags import (
    COMPARATIVE_OR_PARTICIPLE_TAGS,
    CONTENT_TAG_STEMS,
    NAME_PHRASE_TAGS,
)
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.en.numbered_nouns import NUMBERED_NOUNS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import (
    NOUN_OR_ADJECTIVE_TAGS,
    PLACE_LABELS,
    PLURAL_NOUN_TAGS,
    PREPOSITION_OR_BASE_TAGS,
    PROPER_NOUN_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_VERSION = re.compile(r"\d\.\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d[\d,.]*")


def is_bare_year(quantity: Quantity, tokens: Span) -> bool:
    """Return whether these are years: "2012 through 2015", "2016 County Rowing Results"."""
    numbers = _NUMBER.findall(tokens.text)
    if not numbers or quantity.unit or not all(map(_YEAR.fullmatch, numbers)):
        return False
    before_capital = tokens.doc[tokens.end : tokens.end + 1].text[:1].isupper()
    if len(numbers) == 1:
        # "Deal: 2019 Apple AirPods"
        is_first = tokens[0].is_sent_start or get_neighbour(tokens[0], -1).text == ":"
        return bool(is_first) and before_capital
    return "through" in tokens.text or before_capital or not _has_plural_after(tokens)


def is_part_of_name(quantity: Quantity, tokens: Span) -> bool:
    """Return whether the word before makes a name of the number: "Article 5", "page 12"."""
    if tokens.start == 0 or quantity.hedge:
        return False
    word = tokens.doc[tokens.start - 1]
    for decide in _NAME_RULES:
        decision = decide(word, tokens, quantity)
        if decision is not None:
            return decision
    return False


def _decide_at_sentence_start(word: Token, tokens: Span, _: Quantity) -> bool | None:
    is_free = tokens[0].is_sent_start and (word.is_punct or _has_plural_after(tokens))
    return False if is_free else None


def _decide_year(_word: Token, tokens: Span, _: Quantity) -> bool | None:
    return True if _YEAR.fullmatch(tokens.text) and not _has_plural_after(tokens) else None


def _decide_second_number(word: Token, tokens: Span, _: Quantity) -> bool | None:
    """Decide the second number of a name: "junctions 10 and 11"."""
    words = word.doc[max(0, word.i - 4) : word.i + 1].text
    return not _has_plural_after(tokens) if FIRST_NUMBERED_BEFORE.search(words) else None


def _decide_after_symbol(word: Token, _tokens: Span, _: Quantity) -> bool | None:
    return None if word.text[0].isalpha() else word.text == "#"


def _decide_capitalised_number(word: Token, tokens: Span, _: Quantity) -> bool | None:
    """Decide a number in words with a capital after a word with one: "the Big Ten"."""
    if tokens.text.istitle() and word.text[0].isupper() and not word.is_sent_start:
        return not _is_in_title(tokens)
    return None


def _decide_numbered_noun(word: Token, tokens: Span, _: Quantity) -> bool | None:
    if word.lower_.rstrip(".") not in NUMBERED_NOUNS:
        return None
    if word.tag_.startswith("VB") and tokens[0].is_alpha:
        return False  # "together they form one team"
    may_count = word.tag_[:2] in PREPOSITION_OR_BASE_TAGS or tokens[0].is_alpha
    return not (may_count and _has_plural_after(tokens))


def _decide_brand(word: Token, tokens: Span, _: Quantity) -> bool | None:
    if not _is_brand(word.text):
        return None
    if _VERSION.fullmatch(tokens.text):
        return True  # "USB 3.2 ports"
    if tokens[0].is_digit:
        return not _has_plural_after(tokens) or not word.text.isupper()
    return None


def _decide_after_plural(word: Token, tokens: Span, quantity: Quantity) -> bool | None:
    if word.tag_ == "NNS" and tokens[0].is_digit and quantity.kind == "count":
        return not _has_plural_after(tokens)
    return None


def _decide_designation(word: Token, tokens: Span, _: Quantity) -> bool | None:
    """Decide digits after the noun they identify: "Red Dead Redemption 2", "peptide 1"."""
    if (
        not tokens[0].is_digit
        or _has_plural_after(tokens)
        or word.tag_ not in NOUN_OR_ADJECTIVE_TAGS
    ):
        return None
    if word.text[0].isupper() and not word.is_sent_start:
        return None if _is_in_title(tokens) else True
    is_flat = word.tag_ == "NN" and tokens[0].dep_ == "flat" and tokens[0].head == word
    return True if is_flat else None


def _decide_after_name(word: Token, tokens: Span, _: Quantity) -> bool | None:
    if word.tag_ not in PROPER_NOUN_TAGS or tokens[0].is_alpha:
        return False
    may_count = word.ent_type_ in PLACE_LABELS or "," in tokens.text or word.is_sent_start
    return not (may_count and _has_plural_after(tokens))


_NAME_RULES = (
    _decide_at_sentence_start,
    _decide_year,
    _decide_second_number,
    _decide_after_symbol,
    _decide_capitalised_number,
    _decide_numbered_noun,
    _decide_brand,
    _decide_after_plural,
    _decide_designation,
    _decide_after_name,
)
"""Rules on the word before a number, each with its answer, or None where it has none; the first answer holds."""


def is_name_opener(quantity: Quantity, tokens: Span) -> bool:
    """Return whether the number opens a name: "3 Commando Brigade", "10 Downing Street"."""
    doc, end = tokens.doc, tokens.end
    if quantity.hedge or quantity.kind != "count" or end >= len(doc):
        return False
    if doc[end].tag_ != "NNP" or (quantity.value or 0) >= 1000:
        return False
    head = tokens[-1].head
    is_near = end < head.i < end + THRESHOLDS.words_to_counted_plural
    if head.tag_ == "NNS" and head.is_lower and is_near:
        return False  # "five Olympic swimming pools"
    last = doc[end]
    for token in doc[end : end + THRESHOLDS.name_words]:
        if token.tag_ not in NAME_PHRASE_TAGS or last.tag_ in PLURAL_NOUN_TAGS:
            break
        last = token
    return last.tag_ == "NNP" and not last.text.isupper()


def pair_name_and_number(tokens: Span) -> tuple[str, str] | None:
    """Return the word before and the digits, which may name a thing together ("Thunderbolt", "3"), or None."""
    word = tokens.doc[tokens.start - 1] if tokens.start else None
    if word is None or len(tokens) > 1 or not tokens[0].is_digit or not word.text[0].isupper():
        return None
    return word.text, tokens.text


def _is_in_title(tokens: Span) -> bool:
    """Return whether capitals nearby mean nothing, since all words there have them, as in a title."""
    doc = tokens.doc
    nearby = doc[
        max(0, tokens.start - THRESHOLDS.title_words_before) : tokens.end
        + THRESHOLDS.title_words_after
    ]
    return not any(token.tag_[:2] in CONTENT_TAG_STEMS and token.text.islower() for token in nearby)


def _is_brand(word: str) -> bool:
    """Return whether capitals say that a number after the word belongs to it ("FTSE 100", "iPhone 15")."""
    is_name = len(word) > 1 and word not in FUNCTION_WORDS_IN_CAPITALS
    return is_name and any(map(str.isupper, word[1:]))


def _has_plural_after(tokens: Span) -> bool:
    """Return whether a plural noun follows that the number counts."""
    for token in tokens.doc[tokens.end : tokens.end + THRESHOLDS.plural_reach]:
        if token.tag_ in PLURAL_NOUN_TAGS:
            return True
        if token.tag_ not in NAME_PHRASE_TAGS | COMPARATIVE_OR_PARTICIPLE_TAGS:
            return False
    return False
