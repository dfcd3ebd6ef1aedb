"""Figures: quantities with what they count.

In: a page, its parse, the times and quotes drawn before. Out: figures in order of text. Leaves alone
what is a time, an age, an ordinal, a score, a list's number, a name's ("Article 5", "3 Commando Brigade")
and "one" as a pronoun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.language.counted import what_of
from onrecord.language.en.figures import NOT_AS_OF
from onrecord.language.en.units import (
    NOT_COUNTED_AFTER_ONE,
    NOT_COUNTED_BEFORE_ONE,
    NUMBERED,
    STRENGTHS,
    TIME_UNITS,
)
from onrecord.language.numerals import spaced
from onrecord.language.quantities import Quantity, quantities
from onrecord.language.tree import is_verb
from onrecord.language.verb_group import SUBJECT
from onrecord.records import Block, Figure, Page, Parse, Quote, Records, Time
from onrecord.records.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAME = "figures@1"

_PLACES = frozenset({"LOC", "GPE"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NAME_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "HYPH", "POS"})
_AGED = re.compile(r"\b(?:aged?|turn(?:s|ed|ing)?) (?:between )?$")
_AGE = re.compile(r"[- ](?:years?|months?|weeks?|days?)[- ]olds?\b")
_PART_OF_NUMBER = re.compile(r"[ -]\d{3}\b|/\d|:\d|(?:st|nd|rd|th)\b|[°′″]|\]")


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the figures of `page`'s reported zones, in order of text.

    `as_of` is the one time told under the same verb; `according_to` the quote the figure stands in.
    """
    figures: list[Figure] = []
    for block in parse.blocks:
        times = [time for time in found.times if _stands_in(time, block)]
        text = spaced(block.doc.text)
        for quantity in quantities(text):
            tokens = block.doc.char_span(quantity.number, quantity.end, alignment_mode="expand")
            if tokens is not None and _is_figure(page, block, quantity, (tokens, times)):
                figures.append(_figure(page, block, quantity, (tokens, times, found.quotes)))
    return Records(figures=tuple(figures))


def _figure(
    page: Page,
    block: Block,
    quantity: Quantity,
    around: tuple[Span, list[Time], tuple[Quote, ...]],
) -> Figure:
    tokens, times, quotes = around
    start, end = block.start + quantity.start, block.start + quantity.end
    what = what_of(block, quantity, tokens)
    if what and any(
        time.evidence.start < what[1] and what[0] < time.evidence.end for time in times
    ):
        what = None
    return Figure(
        id=content_id("f", page.id, start, end),
        evidence=page.evidence(start, end, NAME),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        hedge=quantity.hedge,
        unit=quantity.unit,
        what=page.part(*what) if what else None,
        as_of=_as_of(block, tokens, times),
        according_to=_quote_around(start, quotes),
    )


def _stands_in(time: Time, block: Block) -> bool:
    return block.zone.start <= time.evidence.start < block.zone.end


def _is_figure(
    page: Page, block: Block, quantity: Quantity, around: tuple[Span, list[Time]]
) -> bool:
    """Return whether the quantity is a figure and not a time, a name's number or an idiom."""
    tokens, times = around
    number = block.start + quantity.number
    if any(time.evidence.start <= number < time.evidence.end for time in times):
        return False
    text = page.text[block.zone.start : block.zone.end]
    before, after = text[: quantity.number], text[quantity.end : quantity.end + 20]
    if quantity.unit in TIME_UNITS or _AGE.match(after) or _AGED.search(before[-20:]):
        return False
    if quantity.kind in {"money", "percent", "fraction", "order"}:
        return not (quantity.kind == "order" and tokens[0].tag_ == "NNP" and tokens.start > 0)
    if _is_broken(quantity, text, after):
        return False
    hyphenated = re.match(r"-([a-z]+)", after)
    if hyphenated:
        return hyphenated[1] in STRENGTHS
    if quantity.kind == "measure":
        if quantity.unit == "degree":
            return not re.match(r" ?(?:[\d′NSEW]|$)", after)
        return not (quantity.unit == "time" and "-" in tokens.text)
    if _is_years_of_age(tokens, quantity):
        return False
    return not (_is_numbered(tokens, quantity) or _is_named(tokens, quantity) or _is_one(tokens))


def _is_broken(quantity: Quantity, text: str, after: str) -> bool:
    """Return whether the digits are a piece of something else: a phone number, a list's, a score."""
    written, before = text[quantity.number : quantity.end], text[: quantity.number]
    if re.match(r"0\d", written) or re.search(r"(?:\+|\d[ -]|[°′″]|\[)$", before):
        return True
    if _PART_OF_NUMBER.match(after):
        return True
    if (not before.strip() or before.endswith("\n")) and re.match(r"[.)](?:\s|$)", after):
        return True
    if quantity.kind == "count" and re.match(r"\s?[-–]\s?\d", after):
        return True
    if quantity.kind == "range" and re.search(r"\d ?[-–] ?\d", written) and not quantity.hedge:
        return (quantity.high or 0) < 20 and not re.match(r" [A-Za-z]+", after)
    return False


def _is_years_of_age(tokens: Span, quantity: Quantity) -> bool:
    """Return whether a bare number is an age: "the minister, 67, who", "who is 55", "men over 50"."""
    doc, index = tokens.doc, tokens.start
    if not 1 <= (quantity.value or 0) <= 115 or index < 2 or _counted_next(tokens):
        return False
    words = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    before = doc[(index if words is None else words.start) - 1]
    if quantity.hedge:
        return quantity.hedge in {"over", "under"} and before.tag_.startswith("NN")
    after = doc[tokens.end].text if tokens.end < len(doc) else "."
    if before.text == "," and after in {",", ".", ")"}:
        return doc[index - 2].tag_ in {"NN", "NNP"}
    person = {child.lower_ for child in tokens[0].children if child.dep_ in SUBJECT}
    return bool(person & {"he", "she", "who", "i"}) and after in {",", ".", "and"}


def _counted_next(tokens: Span) -> bool:
    following = tokens.doc[tokens.end : tokens.end + 1]
    return any(token.tag_[:2] in {"NN", "JJ"} for token in following)


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
    if word.tag_ not in {"NNP", "NNPS"} or tokens[0].is_alpha:
        return False
    place = word.ent_type_ in _PLACES or "," in tokens.text or word.is_sent_start
    return not (place and _is_counting(tokens))


def _is_counting(tokens: Span) -> bool:
    """Return whether a plural noun follows that the number counts."""
    doc = tokens.doc
    for token in doc[tokens.end : tokens.end + 5]:
        if token.tag_ in _PLURAL:
            return True
        if token.tag_ not in _NAME_TAGS and token.tag_ not in {"VBN", "VBG", "JJR"}:
            return False
    return False


def _is_named(tokens: Span, quantity: Quantity) -> bool:
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


def _as_of(block: Block, tokens: Span, times: list[Time]) -> str | None:
    """Return the id of the only day, month or year told in the sentence, if under the same verb."""
    sentence = tokens.sent
    start, end = block.start + sentence.start_char, block.start + sentence.end_char
    near = [
        time
        for time in times
        if start <= time.evidence.start < end and time.type in {"DATE", "TIME"}
    ]
    if len(near) != 1 or (near[0].value or "").endswith("_REF"):
        return None
    words = block.tokens_in(near[0].evidence.start, near[0].evidence.end)
    if words is None or (words.start and tokens.doc[words.start - 1].lower_ in NOT_AS_OF):
        return None
    if _verb_above(words.root) != _verb_above(tokens.root):
        return None
    return near[0].id


def _verb_above(token: Token) -> Token | None:
    return next((above for above in token.ancestors if is_verb(above)), None)


def _quote_around(start: int, quotes: tuple[Quote, ...]) -> str | None:
    for quote in quotes:
        if any(part.start <= start < part.end for part in quote.content):
            return quote.id
    return None
