"""Figures: quantities with what they count.

In: a page, its parse, the times and quotes drawn before. Out: figures in order of text: counts, shares,
money, measures, lengths of time and ages. Out of scope: what tells a day ("two years ago"), an ordinal, a
score, a list's number, a name's ("Article 5", "3 Commando Brigade") and "one" as a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.time_words import (
    CALENDAR_AFTER_DURATION,
    CALENDAR_BEFORE_DURATION,
    TIME_BOUND_PREPOSITIONS,
)
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.extract.figures.exclusions.identifiers import find_code_spans
from onrecord.extract.figures.exclusions.named_numbers import is_excluded, pair_name_and_number
from onrecord.extract.figures.exclusions.scores import find_model_numbers
from onrecord.extract.figures.money.currency_resolution import CurrencyContext, resolve_currency
from onrecord.extract.figures.parsing.elliptical_currency import (
    fill_elliptical_currencies,
    is_compared_with_previous,
)
from onrecord.extract.figures.parsing.scan import find_quantities
from onrecord.extract.figures.referents.ages import AgeReading, find_bearer_phrase, read_age
from onrecord.extract.figures.referents.changes import classify_change
from onrecord.extract.figures.referents.counted_noun import find_referent
from onrecord.extract.figures.units.rates import find_postposed_rate
from onrecord.language.numerals import normalise_spacing
from onrecord.language.span_index import ContainingSpans, SpanIndex
from onrecord.language.syntax.dependencies import is_verb
from onrecord.records import Block, Figure, Page, Parse, Records, Time
from onrecord.records.ids import content_id
from onrecord.records.time import POINT_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAME = "figures@4"


@dataclass(frozen=True, slots=True)
class _BlockContext:
    """What stands around a block's figures: the page's times and quotes, where the page comes from."""

    block: Block
    text: str
    times: SpanIndex[Time]
    quotes: ContainingSpans[str]
    place: CurrencyContext

    def at(self, quantity: Quantity) -> int:
        """Return the code point of the page where the quantity's number begins."""
        return self.block.start + quantity.number_start


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the figures of `page`'s reported zones, in order of text.

    `as_of` is the one time told under the same verb; `according_to` the quote the figure stands in.
    """
    place = CurrencyContext(page.url, page.outlet, page.text)
    times = SpanIndex(found.times, lambda time: (time.evidence.start, time.evidence.end))
    quotes = ContainingSpans(
        (part.start, part.end, quote.id) for quote in found.quotes for part in quote.content
    )
    names: set[tuple[str, str]] = set()
    models = find_model_numbers(page.text)
    drawn: list[tuple[tuple[str, str] | None, Figure]] = []
    for block in parse.blocks:
        around = _BlockContext(
            block, normalise_spacing(page.text[block.start : block.zone.end]), times, quotes, place
        )
        for quantity, tokens in _iter_quantities(around):
            if tokens.text in models and quantity.kind == "count" and not quantity.hedge:
                continue
            age = read_age(around.text, quantity, tokens)
            pair = pair_name_and_number(tokens) if quantity.kind == "count" else None
            if age is not None or _is_figure(around, quantity, tokens):
                figure = _build_figure(page, around, (quantity, age), tokens)
                drawn.append(
                    (pair, _copy_referent(around, drawn[-1][1], figure) if drawn else figure)
                )
            elif pair and not times.touching(around.at(quantity), around.at(quantity) + 1):
                names.add(pair)
    return Records(figures=tuple(figure for pair, figure in drawn if pair not in names))


def _iter_quantities(around: _BlockContext) -> Iterator[tuple[Quantity, Span]]:
    """Yield the block's quantities that are no code's, with the tokens of number and unit."""
    coded = SpanIndex(find_code_spans(around.text), lambda span: span)
    for read in fill_elliptical_currencies(around.text, find_quantities(around.text)):
        quantity = _drop_during_hedge(around.text, read)
        tokens = around.block.doc.char_span(
            quantity.number_start, quantity.end, alignment_mode="expand"
        )
        code = quantity.kind != "money" and coded.touching(quantity.number_start, quantity.end)
        if tokens is not None and not code:
            yield quantity, tokens


def _build_figure(
    page: Page, around: _BlockContext, read: tuple[Quantity, AgeReading | None], tokens: Span
) -> Figure:
    quantity, age = read[1].quantity if read[1] else read[0], read[1]
    block = around.block
    start, end = block.start + quantity.start, block.start + quantity.end
    quantity, steps = _resolve_quantity_currency(around, quantity)
    rated = find_postposed_rate(around.text, quantity.unit or "", quantity.end)
    if rated and quantity.kind == "measure" and not age:
        steps = (*steps, f"{quantity.unit} → {rated}: told after what is measured")
        quantity = replace(quantity, unit=rated)
    way = None if age else classify_change(around.text, quantity, tokens)
    if way is not None:
        steps = (*steps, f"a change: {way}" if way else "a change")
    what = _find_age_bearer(block, age, tokens) if age else find_referent(block, quantity, tokens)
    if what and around.times.touching(*what):
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
        as_of=_find_reference_time(block, tokens, around.times),
        according_to=around.quotes.at(start),
        steps=(*steps, *(("an age",) if age else ())),
    )


def _copy_referent(around: _BlockContext, said: Figure, figure: Figure) -> Figure:
    """Return `figure` as of what the one before it counts, where both are compared ("up from £97m")."""
    first, start = said.evidence.start - around.block.start, figure.evidence.start
    if figure.what or first < 0 or said.unit != figure.unit or "an age" in said.steps:
        return figure
    start, end = start - around.block.start, said.evidence.end - around.block.start
    return (
        replace(figure, what=said.what)
        if is_compared_with_previous(around.text, end, start)
        else figure
    )


def _resolve_quantity_currency(
    around: _BlockContext, quantity: Quantity
) -> tuple[Quantity, tuple[str, ...]]:
    """Return the quantity with the currency that a bare name means here, and how that is known."""
    if quantity.currency_name is None:
        return quantity, ()
    near = around.text[max(0, quantity.start - 200) : quantity.end + 200]
    code, how = resolve_currency(quantity.currency_name, quantity.unit or "", around.place, near)
    return replace(quantity, unit=code), (f"{quantity.currency_name} → {code or 'open'}: {how}",)


def _find_age_bearer(block: Block, age: AgeReading, tokens: Span) -> tuple[int, int] | None:
    phrase = find_bearer_phrase(age.whose, tokens) if age.whose is not None else None
    return block.span_of(*phrase) if phrase else None


def _is_figure(around: _BlockContext, quantity: Quantity, tokens: Span) -> bool:
    """Return whether the quantity is a figure and not a day, a name's number or an idiom."""
    told = around.times.touching(around.at(quantity), around.at(quantity) + 1)
    if quantity.unit in TIME_UNITS:
        return _is_measured_duration(quantity, tokens, told, around.text)
    words = around.text[quantity.number_start : quantity.end]
    parted = quantity.kind == "count" and words.endswith("and three quarters")  # of no year
    if told and not parted and quantity.kind not in {"money", "percent", "measure"}:
        return False
    return not is_excluded(around.text, quantity, tokens)


def _is_measured_duration(quantity: Quantity, tokens: Span, told: list[Time], text: str) -> bool:
    """Return whether a length of time is measured, and no day or stretch reckoned by it."""
    if any(time.type != "DURATION" for time in told):
        return False
    if text[quantity.end - 3 : quantity.end].endswith(("Ma", "Ga", "Myr", "Gyr", "kyr")):
        return True  # no time is read of "66 Ma ago"
    words = text[quantity.number_start : quantity.end].lower()
    before = text[max(0, quantity.start - 40) : quantity.start].split()[-1:]
    if CALENDAR_AFTER_DURATION.match(text, quantity.end) or is_excluded(
        text, replace(quantity, kind="measure"), tokens
    ):
        return False
    if before and before[0].lower() in CALENDAR_BEFORE_DURATION:
        return False
    return not re.fullmatch(
        r"(?:one|a) (?:day|night|second|minute)|(?:19|20)\d\d [a-z]+[^s]", words
    )


def _drop_during_hedge(text: str, quantity: Quantity) -> Quantity:
    """Return a length of time without the "over" that means "during" ("over three days")."""
    if quantity.unit not in TIME_UNITS or quantity.kind == "age" or quantity.hedge != "over":
        return quantity
    told = text[quantity.start : quantity.number_start].lower().split()
    before = text[max(0, quantity.start - 12) : quantity.start]
    after_verb = re.search(
        r"\b(?:for|just|well|lasted|took|in|after|of|wait\w*|spen[dt]|last\w*|taken|takes?|taking|serv\w+|queued|delayed) $",
        before,
    )
    if told[:1] != ["over"] or after_verb:
        return quantity
    return replace(quantity, start=quantity.number_start, hedge=None)


def _find_reference_time(block: Block, tokens: Span, times: SpanIndex[Time]) -> str | None:
    """Return the id of the only day, month or year told in the sentence, if under the same verb."""
    sentence = tokens.sent
    start, end = block.start + sentence.start_char, block.start + sentence.end_char
    near = [time for time in times.within(start, end) if time.type in POINT_TYPES]
    if len(near) != 1 or (near[0].value or "").endswith("_REF"):
        return None
    words = block.tokens_in(near[0].evidence.start, near[0].evidence.end)
    if words is None or (
        words.start and tokens.doc[words.start - 1].lower_ in TIME_BOUND_PREPOSITIONS
    ):
        return None
    if _find_governing_verb(words.root) != _find_governing_verb(tokens.root):
        return None
    return near[0].id


def _find_governing_verb(token: Token) -> Token | None:
    return next((above for above in token.ancestors if is_verb(above)), None)
