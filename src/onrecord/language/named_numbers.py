"""Numbers that count nothing: pieces of names, lists, telephone numbers, scores, addresses.

In: a quantity with its tokens and its block's text. Out: whether it is no figure. Leaves alone times and
ages, which other modules tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.language.en.figures import NOT_COUNTED_HYPHENED, SCORING
from onrecord.language.en.units import (
    NOT_COUNTED_AFTER_ONE,
    NOT_COUNTED_BEFORE_ONE,
    NUMBERED,
)
from onrecord.language.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span

_PLACES = frozenset({"LOC", "GPE"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NAME_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "HYPH", "POS"})
_PART_OF_NUMBER = re.compile(r"[ -]\d{3}\b(?! [a-z])|/\d|:\d|(?:st|nd|rd|th)\b|[°′″]|\]|\.\d")
_NUMBER_SIGN = re.compile(r"\b(?:[Nn]os?\.|No|NO\.?) ?$")
_PIECE = re.compile(
    r"\d-\d \($|\b(?:image|photo|slide|page|part|picture|episode|chapter) \d+ (?:of|/|of /) ?$|\ban? \w+ or $",
    re.IGNORECASE,
)
"""Before a tie-break's points ("7-6 (5)"), a caption's count ("Image 1 of 5"), "an app or two"."""
_STREET = re.compile(
    r" (?:[NSEW]\.? |North |South |East |West )?(?:[A-Z][\w’'.-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Place|Square|Terrace|Highway|Parkway)\b"
)
_HALF_TIME = re.compile(
    r"\b(?:first|second|other|latter|final|opening|better|later|1st|2nd)[ -]$", re.IGNORECASE
)
_ADDRESS = re.compile(r"://|www\.|@\w|\w=\w|%[0-9A-Fa-f]{2}%")


def is_named(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether the quantity is no figure, for its number names, ranks or orders something."""
    after = text[quantity.end : quantity.end + 24]
    before = text[: quantity.number]
    if _is_address(quantity, tokens) or _PIECE.search(before[-24:]):
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
        return _is_no_measure(quantity, tokens, after)
    if _is_broken(quantity, text, after) or _is_score(quantity, text, after):
        return True
    hyphenated = re.match(r"-([a-z]+)", after)
    if hyphenated:
        joined = tokens.doc[tokens.end + 1 : tokens.end + 2]
        noun = bool(joined) and joined[0].tag_ in {"NN", "NNS"}
        manner = hyphenated[1].endswith(("ed", "ly", "ing")) and not noun
        return hyphenated[1] in NOT_COUNTED_HYPHENED or manner
    return _is_numbered(tokens, quantity) or _opens_name(tokens, quantity) or _is_one(tokens)


def _is_address(quantity: Quantity, tokens: Span) -> bool:
    if quantity.kind != "count" or quantity.hedge or not tokens.text.isdigit():
        return False
    doc = tokens.doc
    return bool(_STREET.match(doc[tokens.end - 1 : tokens.end + 8].text, len(doc[tokens.end - 1])))


def _is_idle_zero(quantity: Quantity, tokens: Span, before: str) -> bool:
    """Return whether "zero" counts nothing: "net zero", "zero tolerance", "from zero to 60 mph"."""
    if tokens.text.isdigit():
        return False
    if re.search(r"\b(?:net|ground|absolute|sub|to|below|from|a)[ -]$", before.lower()[-10:]):
        return True
    following = tokens.doc[tokens.end : tokens.end + 2]
    plural = any(token.tag_ == "NNS" and token.lower_ != "emissions" for token in following)
    return quantity.unit is None and not plural


def _chunk(text: str, quantity: Quantity) -> str:
    start = text.rfind(" ", 0, quantity.number) + 1
    end = text.find(" ", quantity.end)
    return text[start : end if end > 0 else len(text)]


def _is_no_measure(quantity: Quantity, tokens: Span, after: str) -> bool:
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    if quantity.low == 0 and quantity.unit in {"mile per hour", "kilometre per hour"}:
        return True  # "0-60 mph" is a test's name
    if quantity.unit == "degree":
        return tokens[-1].text.endswith("°") and bool(re.match(r" ?[\d′NSEW]", after))
    if quantity.unit in {"degree Celsius", "degree Fahrenheit"} and tokens[-1].text[-1:] in {
        "C",
        "F",
    }:
        following = re.match(r" [a-z]+", after)
        return before is not None and (
            before.tag_ in {"NNP", "NNPS"}
            or (before.tag_ == "DT" and following is not None and "heat" not in following[0])
        )
    if quantity.unit == "time":
        return "-" in tokens.text or (
            before is not None and before.lower_ in {"at", "other", "past"}
        )
    return False


def _is_broken(quantity: Quantity, text: str, after: str) -> bool:
    """Return whether the digits are a piece of something else: a phone number, a list's, a score."""
    written, before = text[quantity.number : quantity.end], text[: quantity.number]
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
    return quantity.kind == "count" and bool(re.match(r"\s?[-–]\s?\d", after))


def _is_score(quantity: Quantity, text: str, after: str) -> bool:
    """Return whether a range is a result: "won 3-1", "voted 48-52"; "lost 10-15 men" is a range."""
    written = text[quantity.number : quantity.end]
    if quantity.kind != "range" or not re.search(r"\d ?[-–] ?\d", written) or quantity.hedge:
        return False
    if re.match(r" (?:[a-z]+ ){0,2}[a-z]+s\b", after) and not re.match(
        r" (?:against|was|is|as)\b", after
    ):
        return False
    if (quantity.high or 0) < 20 and not re.match(r" [A-Za-z]+", after):
        return True
    return bool(SCORING.search(text[max(0, quantity.number - 30) : quantity.number]))


def _is_numbered(tokens: Span, quantity: Quantity) -> bool:
    """Return whether the word before makes a name of the number: "Article 5", "page 12"."""
    if tokens.start == 0 or quantity.hedge or tokens[0].is_sent_start:
        return False
    word = tokens.doc[tokens.start - 1]
    if re.fullmatch(r"(?:19|20)\d\d", tokens.text) and not _is_counting(tokens):
        return True
    if not word.text[0].isalpha():
        return word.text == "#"
    if word.lower_.rstrip(".") in NUMBERED:
        counts = word.tag_[:2] in {"IN", "VB"} or tokens[0].is_alpha
        return not (counts and _is_counting(tokens))
    if _is_branded(word.text) and tokens[0].is_digit:
        return not _is_counting(tokens) or not word.text.isupper()
    if word.tag_ == "NNS" and tokens[0].is_digit and quantity.kind == "count":
        return not _is_counting(tokens)
    if word.tag_ not in {"NNP", "NNPS"} or tokens[0].is_alpha:
        return False
    place = word.ent_type_ in _PLACES or "," in tokens.text or word.is_sent_start
    return not (place and _is_counting(tokens))


def _is_branded(word: str) -> bool:
    """Return whether capitals say that a number after it belongs to it ("FTSE 100", "iPhone 15")."""
    return (
        len(word) > 1 and word not in {"AND", "OF", "IN", "THE"} and any(map(str.isupper, word[1:]))
    )


def _is_counting(tokens: Span) -> bool:
    """Return whether a plural noun follows that the number counts."""
    doc = tokens.doc
    for token in doc[tokens.end : tokens.end + 5]:
        if token.tag_ in _PLURAL:
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
    last = doc[tokens.end]
    for token in doc[tokens.end : tokens.end + 6]:
        if token.tag_ not in _NAME_TAGS or last.tag_ in _PLURAL:
            break
        last = token
    return last.tag_ == "NNP" and not last.text.isupper()


def _is_one(tokens: Span) -> bool:
    """Return whether "one" counts nothing: "no one", "one of the", "one day"."""
    if tokens.text.lower() != "one":
        return False
    doc, index = tokens.doc, tokens.start
    before, following = doc[index - 1] if index else None, doc[index + 1 : index + 2]
    if not following or following[0].lower_ in NOT_COUNTED_AFTER_ONE:
        return True
    if before is not None and (
        before.lower_ in NOT_COUNTED_BEFORE_ONE or before.tag_ in {"JJ", "JJR", "JJS", "HYPH"}
    ):
        return True
    head = tokens[0].head
    return not (head.i > index and head.tag_ in {"NN", "NNS"})
