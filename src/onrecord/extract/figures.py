"""Figures: quantities with what they count.

In: a page, its parse, the times and quotes drawn before. Out: figures in order of text: counts, shares,
money, measures, lengths of time and ages. Leaves alone what tells a day ("two years ago"), an ordinal, a
score, a list's number, a name's ("Article 5", "3 Commando Brigade") and "one" as a pronoun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language.ages import Age, age_of, phrase_of
from onrecord.language.counted import what_of
from onrecord.language.en.figures import NOT_AS_OF, RECKONED_AFTER, RECKONED_BEFORE
from onrecord.language.en.units import TIME_UNITS
from onrecord.language.money import Place, told_currency
from onrecord.language.named_numbers import is_named
from onrecord.language.numerals import spaced
from onrecord.language.quantities import quantities
from onrecord.language.quantity import Quantity
from onrecord.language.tree import is_verb
from onrecord.records import Block, Figure, Page, Parse, Quote, Records, Time
from onrecord.records.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAME = "figures@2"


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a block's figures: its times, the page's quotes, where the page comes from."""

    block: Block
    text: str
    times: tuple[Time, ...]
    quotes: tuple[Quote, ...]
    place: Place


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the figures of `page`'s reported zones, in order of text.

    `as_of` is the one time told under the same verb; `according_to` the quote the figure stands in.
    """
    figures: list[Figure] = []
    place = Place(page.url, page.outlet, page.text)
    for block in parse.blocks:
        times = tuple(time for time in found.times if _stands_in(time, block))
        around = _Around(block, spaced(block.doc.text), times, found.quotes, place)
        for read in quantities(around.text):
            quantity = _without_during(around.text, read)
            tokens = block.doc.char_span(quantity.number, quantity.end, alignment_mode="expand")
            if tokens is None:
                continue
            age = age_of(around.text, quantity, tokens)
            if age is not None or _is_figure(around, quantity, tokens):
                figures.append(_figure(page, around, (quantity, age), tokens))
    return Records(figures=tuple(figures))


def _figure(page: Page, around: _Around, read: tuple[Quantity, Age | None], tokens: Span) -> Figure:
    quantity, age = read[1].quantity if read[1] else read[0], read[1]
    block = around.block
    start, end = block.start + quantity.start, block.start + quantity.end
    quantity, steps = _in_currency(around, quantity)
    what = _whose(block, age, tokens) if age else what_of(block, quantity, tokens)
    if what and any(
        time.evidence.start < what[1] and what[0] < time.evidence.end for time in around.times
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
        as_of=_as_of(block, tokens, around.times),
        according_to=_quote_around(start, around.quotes),
        steps=(*steps, *(("an age",) if age else ())),
    )


def _in_currency(around: _Around, quantity: Quantity) -> tuple[Quantity, tuple[str, ...]]:
    """Return the quantity with the currency that a bare name means here, and how that is known."""
    if quantity.bare is None:
        return quantity, ()
    near = around.text[max(0, quantity.start - 200) : quantity.end + 200]
    code, how = told_currency(quantity.bare, quantity.unit or "", around.place, near)
    return replace(quantity, unit=code), (f"{quantity.bare} → {code or 'open'}: {how}",)


def _whose(block: Block, age: Age, tokens: Span) -> tuple[int, int] | None:
    phrase = phrase_of(age.whose, tokens) if age.whose is not None else None
    return block.span_of(*phrase) if phrase else None


def _stands_in(time: Time, block: Block) -> bool:
    return block.zone.start <= time.evidence.start < block.zone.end


def _is_figure(around: _Around, quantity: Quantity, tokens: Span) -> bool:
    """Return whether the quantity is a figure and not a day, a name's number or an idiom."""
    number = around.block.start + quantity.number
    told = [time for time in around.times if time.evidence.start <= number < time.evidence.end]
    if quantity.unit in TIME_UNITS:
        return _is_length(quantity, tokens, told, around.text)
    if told and quantity.kind not in {"money", "percent", "measure"}:
        return False
    return not is_named(around.text, quantity, tokens)


def _is_length(quantity: Quantity, tokens: Span, told: list[Time], text: str) -> bool:
    """Return whether a length of time is measured, and no day or stretch reckoned by it."""
    if any(time.type != "DURATION" for time in told):
        return False
    words = text[quantity.number : quantity.end].lower()
    before = text[: quantity.start].split()[-1:]
    if RECKONED_AFTER.match(text, quantity.end) or is_named(
        text, replace(quantity, kind="measure"), tokens
    ):
        return False
    if before and before[0].lower() in RECKONED_BEFORE:
        return False
    return not re.fullmatch(
        r"(?:one|a) (?:day|night|second|minute)|(?:19|20)\d\d [a-z]+[^s]", words
    )


def _without_during(text: str, quantity: Quantity) -> Quantity:
    """Return a length of time without the "over" that means "during" ("over three days")."""
    if quantity.unit not in TIME_UNITS or quantity.kind == "age" or quantity.hedge != "over":
        return quantity
    told = text[quantity.start : quantity.number].lower().split()
    after_verb = re.search(r"\b(?:for|just|well|lasted|took|in|after|of) $", text[: quantity.start])
    if told[:1] != ["over"] or after_verb:
        return quantity
    return replace(quantity, start=quantity.number, hedge=None)


def _as_of(block: Block, tokens: Span, times: tuple[Time, ...]) -> str | None:
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
