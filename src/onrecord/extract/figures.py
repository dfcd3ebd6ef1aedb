"""Figures: quantities with what they count.

In: a page, its parse, the times and quotes drawn before. Out: figures in order of text. Leaves alone
what is a time, a name ("Article 5"), an age, an ordinal, a score, a list's number, and "one" as a pronoun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.language.counted import what_of
from onrecord.language.en.units import NOT_COUNTED_AFTER_ONE, NUMBERED, STRENGTHS, TIME_UNITS
from onrecord.language.quantities import Quantity, quantities
from onrecord.language.tree import is_verb
from onrecord.records import Block, Figure, Page, Parse, Quote, Records, Time
from onrecord.records.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAME = "figures@1"

_PLACES = frozenset({"LOC", "GPE"})
_PRONOUN_BEFORE = frozenset(
    {
        "no",
        "this",
        "that",
        "the",
        "any",
        "every",
        "each",
        "which",
        "another",
        "some",
        "every-",
        "big",
    }
)


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the figures of `page`'s reported zones, in order of text."""
    figures: list[Figure] = []
    for block in parse.blocks:
        times = [time for time in found.times if _within(time, block)]
        for quantity in quantities(block.doc.text):
            tokens = block.doc.char_span(quantity.number, quantity.end, alignment_mode="expand")
            if tokens is None or not _counts(block, quantity, tokens, times):
                continue
            figures.append(_figure(page, block, quantity, tokens, times, found.quotes))
    return Records(figures=tuple(figures))


def _figure(
    page: Page,
    block: Block,
    quantity: Quantity,
    tokens: Span,
    times: list[Time],
    quotes: tuple[Quote, ...],
) -> Figure:
    start, end = block.start + quantity.start, block.start + quantity.end
    what = what_of(block, quantity, tokens)
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


def _within(time: Time, block: Block) -> bool:
    return block.zone.start <= time.evidence.start < block.zone.end


def _counts(block: Block, quantity: Quantity, tokens: Span, times: list[Time]) -> bool:
    """Return whether the quantity is a figure and not a time, a name's number or an idiom."""
    start, end = block.start + quantity.number, block.start + quantity.end
    if any(time.evidence.start < end and start < time.evidence.end for time in times):
        return False
    text = block.doc.text
    before, after = text[: quantity.number], text[quantity.end :]
    if quantity.unit in TIME_UNITS or _is_age(before, after) or _is_listing(before, quantity, text):
        return False
    if quantity.kind in {"money", "percent", "fraction", "order"}:
        return not (quantity.kind == "order" and tokens[0].tag_.startswith("NNP"))
    written = text[quantity.number : quantity.end]
    if (
        re.match(r"0\d", written)
        or re.search(r"(?:\+|\d[ -])$", before)
        or re.match(r"[ -]\d{3}|/\d|:\d", after)
    ):
        return False
    if re.match(r"-(?!to\b)[a-z]", after):
        following = re.match(r"-([a-z]+)", after)
        return following is not None and following[1] in STRENGTHS
    if re.match(r"(?:st|nd|rd|th)\b", after) or _is_score(quantity, written, after):
        return False
    if quantity.kind == "measure":
        return True
    return not (
        _is_numbered(tokens, quantity) or _is_named(tokens, quantity) or _is_pronoun(tokens)
    )


def _is_age(before: str, after: str) -> bool:
    return bool(re.match(r"[- ](?:years?|months?|weeks?|days?)[- ]olds?\b", after)) or bool(
        re.search(r"\baged? (?:between )?$", before)
    )


def _is_listing(before: str, quantity: Quantity, text: str) -> bool:
    """Return whether the number opens a list's line ("2. Troops leave", "3) …")."""
    opens = not before.strip() or before.endswith("\n")
    return opens and bool(re.match(r"[.)]\s", text[quantity.end : quantity.end + 2]))


def _is_score(quantity: Quantity, written: str, after: str) -> bool:
    if quantity.kind == "count" and re.match(r"\s?[-–]\s?\d", after):
        return True
    if quantity.kind != "range" or not re.search(r"[-–]", written):
        return False
    small = quantity.high is not None and quantity.high < 20
    return small and quantity.hedge is None and not re.match(r" [a-z]+", after)


def _is_numbered(tokens: Span, quantity: Quantity) -> bool:
    """Return whether the word before makes the number a name: "Article 5", "page 12", "Flight 370"."""
    if tokens.start == 0 or quantity.hedge or not tokens[0].is_sent_start is not True:
        return False
    word = tokens.doc[tokens.start - 1]
    if not word.is_alpha or tokens[0].is_sent_start:
        return False
    if tokens[0].lower_[:1].isalpha() and word.lower_ not in {
        "phase",
        "chapter",
        "part",
        "article",
        "type",
        "level",
        "number",
    }:
        return False
    if word.lower_.rstrip(".") in NUMBERED and word.tag_ not in {"IN", "VB", "VBD", "VBP", "VBN"}:
        return True
    if not word.text[0].isupper() or not word.tag_.startswith("NNP"):
        return False
    plural = _counted_after(tokens)
    return not (plural and (word.ent_type_ in _PLACES or "," in tokens.text or word.is_sent_start))


def _counted_after(tokens: Span) -> bool:
    """Return whether a plural or common noun that the number modifies follows it."""
    head = tokens[-1].head
    return head.i >= tokens.end and head.tag_ in {"NNS", "NNPS", "NN"}


def _is_named(tokens: Span, quantity: Quantity) -> bool:
    """Return whether the number opens a name: "3 Commando Brigade", "10 Downing Street"."""
    if quantity.hedge or quantity.kind != "count" or tokens.end >= len(tokens.doc):
        return False
    last = None
    for token in tokens.doc[tokens.end : tokens.end + 6]:
        if token.tag_ in {"NNP", "NNPS", "NN", "NNS", "JJ", "HYPH", "POS"} and not (
            last is not None and last.tag_ in {"NNS", "NNPS"}
        ):
            last = token
            continue
        break
    following = tokens.doc[tokens.end]
    if last is None or following.tag_ != "NNP":
        return False
    value = quantity.value or 0
    return last.tag_ == "NNP" and value < 1000 and not last.text.isupper()


def _is_pronoun(tokens: Span) -> bool:
    """Return whether "one" counts nothing: "no one", "one of the", "one day"."""
    if tokens[0].lower_ != "one" or len(tokens) > 1:
        return False
    doc, index = tokens.doc, tokens.start
    before = doc[index - 1].lower_ if index else ""
    if (
        before in _PRONOUN_BEFORE
        or index + 1 >= len(doc)
        or (doc[index - 1].tag_ in {"JJ", "JJR", "JJS"}
        and index)
    ):
        return True
    following = doc[index + 1]
    if following.lower_ in NOT_COUNTED_AFTER_ONE:
        return True
    return not (tokens[0].head.i > index and tokens[0].head.tag_ in {"NN", "NNS"})


def _as_of(block: Block, tokens: Span, times: list[Time]) -> str | None:
    """Return the id of the only day, month or year told in the sentence and under the same verb."""
    sentence = tokens.sent
    start, end = block.start + sentence.start_char, block.start + sentence.end_char
    near = [
        time
        for time in times
        if start <= time.evidence.start < end and time.type in {"DATE", "TIME"}
    ]
    if len(near) != 1 or near[0].value in {"PAST_REF", "FUTURE_REF"}:
        return None
    words = block.tokens_in(near[0].evidence.start, near[0].evidence.end)
    if words is None or _verb_above(words.root) != _verb_above(tokens.root):
        return None
    return near[0].id


def _verb_above(token: Token) -> Token | None:
    return next((above for above in token.ancestors if is_verb(above)), None)


def _quote_around(start: int, quotes: tuple[Quote, ...]) -> str | None:
    for quote in quotes:
        if any(part.start <= start < part.end for part in quote.content):
            return quote.id
    return None
