"""Numbers that count nothing: pieces of names, lists, telephone numbers, scores, addresses.

In: a quantity with its tokens and its block's text. Out: whether it is no figure. Out of scope: times and
ages, which other modules tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.exclusion_words import (
    UNCOUNTED_AFTER_ONE,
    UNCOUNTED_BEFORE_ONE,
    UNCOUNTED_HYPHENATED,
)
from onrecord.extract.figures.exclusions.scores import (
    is_game_result,
    is_model_number,
    is_score,
    is_version_number,
)
from onrecord.extract.figures.exclusions.street_addresses import is_house_number
from onrecord.language.en.numbered_nouns import NUMBERED_NOUNS
from onrecord.language.numerals import build_alternation
from onrecord.language.syntax.tag_sets import (
    COMMON_NOUN_TAGS,
    NOUN_OR_ADJECTIVE_TAGS,
    NUMBER_OR_NAME_TAGS,
    PLACE_LABELS,
    PLURAL_NOUN_TAGS,
    PREPOSITION_OR_BASE_TAGS,
    PROPER_NOUN_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONTENT = frozenset({"VB", "NN", "JJ", "RB"})
"""Words of these tags begin small unless they are named or stand in a title."""
MOST_BETWEEN = 4
"""Words from the number to a plural that it counts over a name."""
_NEAR = 80
"""How many characters before and after a number are looked at."""
_NAME_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "HYPH", "POS"})
_TEST = re.compile(r"\b(?:zero|0)(?: ?k?mph)?(?: to |-to-)(?:\d+ ?k?mph? \()?$", re.IGNORECASE)
"""Before the second number of "from zero to 50 mph (80 kph)"."""
_VERSION = re.compile(r"\d\.\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(r"\d{4,}[MBKT]|\d{1,2}[MBKT](?= [A-Z])")
"""Letters after digits that make a model or a brand ("5500M", "2B Mindset"), and no millions."""
_PART_OF_NUMBER = re.compile(r"[ -]\d{3}\b(?! [a-z])|/\d|:\d|(?:st|nd|rd|th)\b|[°′″]|\]|\.\d")
_NUMBER_SIGN = re.compile(r"\b(?:[Nn]os?\.|No|NO\.?) ?$")
_PIECE = re.compile(
    r"\d-\d \($|\b(?:image|photo|slide|page|part|picture|episode|chapter) \d+ (?:of|/|of /) ?$|\ban? (?:\w+ )?\w+ or $",
    re.IGNORECASE,
)
"""Before a tie-break's points ("7-6 (5)"), a caption's count ("Image 1 of 5"), "an app or two"."""
_NUMBERED_TOO = re.compile(
    rf"\b{build_alternation(NUMBERED_NOUNS)}s? \d+[A-Z]?(?:, ?\d+)?,? (?:and|or|to|&)$",
    re.IGNORECASE,
)
"""Before the second number of a name: "junctions 10 and 11"."""
_HALF_TIME = re.compile(
    r"\b(?:first|second|other|latter|final|opening|better|later|1st|2nd|upper|lower|top|bottom|left|right|front|back"
    r"|rear|northern|southern|eastern|western|inner|outer)[ -]$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"://|www\.|@\w|\w=\w|%[0-9A-Fa-f]{2}%")


def is_excluded(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether the quantity is no figure, for its number names, ranks or orders something."""
    after = text[quantity.end : quantity.end + 24]
    before = text[max(0, quantity.number_start - _NEAR) : quantity.number_start]
    if is_house_number(quantity, tokens) or _PIECE.search(before[-24:]):
        return True
    if _ADDRESS.search(_chunk(text, quantity)) or _NUMBER_SIGN.search(before[-8:]):
        return True
    if quantity.value == 0 and _is_idle_zero(quantity, tokens, before):
        return True
    if quantity.kind == "fraction":
        return bool(_HALF_TIME.search(before[-10:])) and quantity.value == 0.5
    if quantity.kind in {"money", "percent"}:
        return False
    if quantity.kind == "order":
        return tokens[0].tag_ == "NNP" and tokens.start > 0
    if quantity.kind == "measure":
        return _is_no_measure(quantity, tokens, (before, after))
    if _is_broken(quantity, text, after) or is_score(quantity, text, after):
        return True
    if (
        is_game_result(text, quantity)
        or is_version_number(text, quantity, tokens)
        or is_model_number(text, quantity)
    ):
        return True
    if _is_years(quantity, tokens) or _is_bracketed(tokens, before, after):
        return True
    hyphenated = re.match(r"-([a-z]+)", after)
    if hyphenated:
        joined = tokens.doc[tokens.end + 1 : tokens.end + 2]
        noun = bool(joined) and joined[0].tag_ in COMMON_NOUN_TAGS
        manner = hyphenated[1].endswith(("ed", "ly", "ing")) and not noun
        return hyphenated[1] in UNCOUNTED_HYPHENATED or manner
    return _is_numbered(tokens, quantity) or _opens_name(tokens, quantity) or _is_one(tokens)


def _is_idle_zero(quantity: Quantity, tokens: Span, before: str) -> bool:
    """Return whether "zero" counts nothing: "net zero", "zero tolerance", "from zero to 60 mph"."""
    if tokens.text.isdigit() or quantity.unit == "kelvin":
        return False
    named = tokens.doc[tokens.end : tokens.end + 1].text[:1].isupper()
    if named and tokens.text[0].isupper() and not tokens[0].is_sent_start:
        return True
    if re.search(r"\b(?:net|ground|absolute|sub|to|below|from|a)[ -]$", before.lower()[-10:]):
        return True
    following = tokens.doc[tokens.end : tokens.end + 2]
    plural = any(token.tag_ == "NNS" and token.lower_ != "emissions" for token in following)
    return quantity.unit is None and not plural


def _chunk(text: str, quantity: Quantity) -> str:
    first, last = max(0, quantity.number_start - _NEAR), quantity.end + _NEAR
    start = max(first, text.rfind(" ", first, quantity.number_start) + 1)
    end = text.find(" ", quantity.end, last)
    return text[start : end if end > 0 else last]


def _is_no_measure(quantity: Quantity, tokens: Span, beside: tuple[str, str]) -> bool:
    before, after = tokens.doc[tokens.start - 1] if tokens.start else None, beside[1]
    if quantity.unit in {"mile per hour", "kilometre per hour"}:
        return quantity.low == 0 or bool(_TEST.search(beside[0]))  # "0-60 mph" is a test's name
    if quantity.unit == "degree":
        return tokens[-1].text.endswith("°") and bool(re.match(r" ?[\d′NSEW]", after))
    if quantity.unit in {"degree Celsius", "degree Fahrenheit"} and tokens[-1].text[-1:] in {
        "C",
        "F",
    }:
        following = re.match(r" [a-z]+", after)
        if re.match(r" (?:be )?fil(?:ed|ing|er)", after):
            return True  # a form's name: "13F filings"
        return before is not None and (
            before.tag_ in PROPER_NOUN_TAGS
            or (before.tag_ == "DT" and following is not None and "heat" not in following[0])
        )
    if quantity.unit == "time":
        if tokens.text.endswith("x") and re.match(r" [A-Z]", beside[1]):
            return True  # "10x Genomics"
        single = tokens[-1].lower_ == "time" and quantity.value != 1
        if single or ("-" in tokens.text and not tokens.text.lower().endswith("fold")):
            return True
        return before is not None and before.lower_ in {"at", "other", "past"}
    return False


def _is_broken(quantity: Quantity, text: str, after: str) -> bool:
    """Return whether the digits are a piece of something else: a phone number, a list's, a score."""
    written = text[quantity.number_start : quantity.end]
    before = text[max(0, quantity.number_start - _NEAR) : quantity.number_start]
    if re.fullmatch(r"1\d{3}|20\d\d", written) and re.search(
        r"\b(?:c\.|circa|ca\.) ?$", before[-6:]
    ):
        return True
    if re.match(r"0\d", written) or re.search(r"(?:\+|\d[ -]|\d ?[-–] ?|[°′″]|\[)$", before):
        return True
    if written[-1].isdigit() and _PART_OF_NUMBER.match(after):
        return True
    if (not before.strip() or before.endswith("\n")) and re.match(r"[.)]\s", after):
        return True
    if (written[-1].isdigit() and (re.match(r"[A-Za-z]", after))) or re.fullmatch(
        r"[24589]K", written
    ):
        return True
    if _CODE.match(text, quantity.number_start):
        return True
    return quantity.kind == "count" and bool(re.match(r"\s?[-–]\s?\d", after))


def _is_bracketed(tokens: Span, before: str, after: str) -> bool:
    """Return whether it stands in brackets after a name ("Brodin (25)": age, shirt, minute) or a number."""
    if not before.endswith("(") or not after.startswith(")") or tokens.start <= 1:
        return False
    return tokens.doc[tokens.start - 2].tag_ in NUMBER_OR_NAME_TAGS


def _is_years(quantity: Quantity, tokens: Span) -> bool:
    """Return whether these are years: "2012 through 2015", "2016 County Rowing Results"."""
    numbers = re.findall(r"\d[\d,.]*", tokens.text)
    if not numbers or quantity.unit or not all(map(_YEAR.fullmatch, numbers)):
        return False
    following = tokens.doc[tokens.end : tokens.end + 1].text
    if len(numbers) == 1:
        opens = (
            tokens[0].is_sent_start or tokens[0].nbor(-1).text == ":"
        )  # "Deal: 2019 Apple AirPods"
        return bool(opens) and following[:1].isupper()
    through = "through" in tokens.text
    return through or following[:1].isupper() or not _is_counting(tokens)


def _is_numbered(tokens: Span, quantity: Quantity) -> bool:
    """Return whether the word before makes a name of the number: "Article 5", "page 12"."""
    if tokens.start == 0 or quantity.hedge:
        return False
    word = tokens.doc[tokens.start - 1]
    if tokens[0].is_sent_start and (word.is_punct or _is_counting(tokens)):
        return False
    if re.fullmatch(r"(?:19|20)\d\d", tokens.text) and not _is_counting(tokens):
        return True
    if _NUMBERED_TOO.search(word.doc[max(0, word.i - 4) : word.i + 1].text):
        return not _is_counting(tokens)  # "junctions 10 and 11"
    if not word.text[0].isalpha():
        return word.text == "#"
    if tokens.text.istitle() and word.text[0].isupper() and not word.is_sent_start:
        return not _is_titled(tokens)  # "the Big Ten"
    if word.lower_.rstrip(".") in NUMBERED_NOUNS:
        if word.tag_.startswith("VB") and tokens[0].is_alpha:
            return False  # "together they form one team"
        counts = word.tag_[:2] in PREPOSITION_OR_BASE_TAGS or tokens[0].is_alpha
        return not (counts and _is_counting(tokens))
    if _is_branded(word.text) and _VERSION.fullmatch(tokens.text):
        return True  # "USB 3.2 ports"
    if _is_branded(word.text) and tokens[0].is_digit:
        return not _is_counting(tokens) or not word.text.isupper()
    if word.tag_ == "NNS" and tokens[0].is_digit and quantity.kind == "count":
        return not _is_counting(tokens)
    if _is_called(word, tokens):
        return True
    if word.tag_ not in PROPER_NOUN_TAGS or tokens[0].is_alpha:
        return False
    place = word.ent_type_ in PLACE_LABELS or "," in tokens.text or word.is_sent_start
    return not (place and _is_counting(tokens))


def _is_called(word: Token, tokens: Span) -> bool:
    """Return whether a noun before is called by the number: "Red Dead Redemption 2", "peptide 1"."""
    if not tokens[0].is_digit or _is_counting(tokens) or word.tag_ not in NOUN_OR_ADJECTIVE_TAGS:
        return False
    if word.text[0].isupper() and not word.is_sent_start:
        return not _is_titled(tokens)
    return word.tag_ == "NN" and tokens[0].dep_ == "flat" and tokens[0].head == word


def _is_titled(tokens: Span) -> bool:
    """Return whether capitals around mean nothing, for the words are a title's."""
    near = tokens.doc[max(0, tokens.start - 7) : tokens.end + 6]
    return not any(token.tag_[:2] in _CONTENT and token.text.islower() for token in near)


def pair_name_and_number(tokens: Span) -> tuple[str, str] | None:
    """Return the word before and the digits, that may name a thing together ("Thunderbolt", "3")."""
    word = tokens.doc[tokens.start - 1] if tokens.start else None
    if word is None or len(tokens) > 1 or not tokens[0].is_digit or not word.text[0].isupper():
        return None
    return word.text, tokens.text


def _is_branded(word: str) -> bool:
    """Return whether capitals say that a number after it belongs to it ("FTSE 100", "iPhone 15")."""
    return (
        len(word) > 1 and word not in {"AND", "OF", "IN", "THE"} and any(map(str.isupper, word[1:]))
    )


def _is_counting(tokens: Span) -> bool:
    """Return whether a plural noun follows that the number counts."""
    doc = tokens.doc
    for token in doc[tokens.end : tokens.end + 5]:
        if token.tag_ in PLURAL_NOUN_TAGS:
            return True
        if token.tag_ not in _NAME_TAGS and token.tag_ not in {"VBN", "VBG", "JJR"}:
            return False
    return False


def _opens_name(tokens: Span, quantity: Quantity) -> bool:
    """Return whether the number opens a name: "3 Commando Brigade", "10 Downing Street"."""
    doc = tokens.doc
    if quantity.hedge or quantity.kind != "count" or tokens.end >= len(doc):
        return False
    if doc[tokens.end].tag_ != "NNP" or (quantity.value or 0) >= 1000:
        return False
    head = tokens[-1].head
    if head.tag_ == "NNS" and head.is_lower and tokens.end < head.i < tokens.end + MOST_BETWEEN:
        return False  # "five Olympic swimming pools"
    last = doc[tokens.end]
    for token in doc[tokens.end : tokens.end + 6]:
        if token.tag_ not in _NAME_TAGS or last.tag_ in PLURAL_NOUN_TAGS:
            break
        last = token
    return last.tag_ == "NNP" and not last.text.isupper()


def _is_one(tokens: Span) -> bool:
    """Return whether "one" counts nothing: "no one", "one of the", "one day"."""
    if tokens.text.lower() != "one":
        return False
    doc, index = tokens.doc, tokens.start
    before, following = doc[index - 1] if index else None, doc[index + 1 : index + 2]
    if not following or following[0].text == "," or following[0].lower_ in UNCOUNTED_AFTER_ONE:
        return True
    if before is not None and (
        before.lower_ in UNCOUNTED_BEFORE_ONE or before.tag_ in {"JJ", "JJR", "JJS", "HYPH"}
    ):
        return True
    head = tokens[0].head
    return not (head.i > index and head.tag_ == "NN")
