"""Figures: quantities with what they count.

In: a page, its parse, the times and quotes extracted before. Out: figures in order of text: counts, shares, money, measures,
lengths of time and ages. Out of scope: what names a day ("two years ago"), an ordinal, a score, a list's number, a name's
("Article 5", "3 Commando Brigade") and "one" as a pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.extract.figures.exclusions.durations import drop_during_hedge, is_measured_duration
from onrecord.extract.figures.exclusions.identifiers import find_code_spans
from onrecord.extract.figures.exclusions.non_figures import is_non_figure
from onrecord.extract.figures.exclusions.numbers_in_names import pair_name_and_number
from onrecord.extract.figures.exclusions.product_numbers import find_model_numbers
from onrecord.extract.figures.explanation import UnitResolution, explain_figure
from onrecord.extract.figures.money.currency_resolution import CurrencyContext, resolve_currency
from onrecord.extract.figures.parsing.elliptical_currency import (
    fill_elliptical_currencies,
    is_compared_with_previous,
)
from onrecord.extract.figures.parsing.scan import find_quantities
from onrecord.extract.figures.referents.age_bearers import find_bearer_phrase
from onrecord.extract.figures.referents.ages import AgeReading, read_age
from onrecord.extract.figures.referents.change_direction import classify_change
from onrecord.extract.figures.referents.counted_noun import find_referent
from onrecord.extract.figures.referents.reference_time import find_reference_time
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.extract.figures.units.rates import find_postposed_rate
from onrecord.language.numerals import normalise_spacing
from onrecord.language.span_index import ContainingSpans, SpanIndex
from onrecord.records import Block, Figure, Page, Parse, Records, Time
from onrecord.records.ids import build_content_id

if TYPE_CHECKING:
    from spacy.tokens import Span

NAME = "figures@5"


@dataclass(frozen=True, slots=True)
class _BlockContext:
    """A block with its text in plain spaces, the page's times and quotes, and what shows its currency."""

    block: Block
    text: str
    times: SpanIndex[Time]
    quotes: ContainingSpans[str]
    currency: CurrencyContext

    def find_times_at(self, quantity: Quantity) -> list[Time]:
        """Return the times whose words hold the beginning of the quantity's number."""
        position = self.block.start + quantity.number_start
        return self.times.find_overlapping(position, position + 1)


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the figures of `page`'s reported zones, in order of text.

    `as_of` is the only time under the same verb; `according_to` the quote that contains the figure.
    """
    currency = CurrencyContext(page.url, page.outlet, page.text)
    times = SpanIndex(found.times, lambda time: (time.evidence.start, time.evidence.end))
    quotes = ContainingSpans(
        (part.start, part.end, quote.id) for quote in found.quotes for part in quote.content
    )
    names: set[tuple[str, str]] = set()
    models = find_model_numbers(page.text)
    figures: list[tuple[tuple[str, str] | None, Figure]] = []
    for block in parse.blocks:
        text = normalise_spacing(page.text[block.start : block.zone.end])
        context = _BlockContext(block, text, times, quotes, currency)
        for quantity, tokens in _iter_quantities(context):
            if tokens.text in models and quantity.kind == "count" and not quantity.hedge:
                continue
            age = read_age(text, quantity, tokens)
            pair = pair_name_and_number(tokens) if quantity.kind == "count" else None
            if age is not None or _is_figure(context, quantity, tokens):
                figure = _build_figure(page, context, quantity, age, tokens)
                if figures:
                    figure = _copy_referent(context, figures[-1][1], figure)
                figures.append((pair, figure))
            elif pair and not context.find_times_at(quantity):
                names.add(pair)
    return Records(figures=tuple(figure for pair, figure in figures if pair not in names))


def _iter_quantities(context: _BlockContext) -> Iterator[tuple[Quantity, Span]]:
    """Yield the block's quantities outside codes, each with the tokens of its number and unit."""
    codes = SpanIndex(find_code_spans(context.text), lambda span: span)
    for found in fill_elliptical_currencies(context.text, find_quantities(context.text)):
        quantity = drop_during_hedge(context.text, found)
        tokens = context.block.doc.char_span(
            quantity.number_start, quantity.end, alignment_mode="expand"
        )
        is_code = quantity.kind != "money" and codes.find_overlapping(
            quantity.number_start, quantity.end
        )
        if tokens is not None and not is_code:
            yield quantity, tokens


def _is_figure(context: _BlockContext, quantity: Quantity, tokens: Span) -> bool:
    """Return whether the quantity is a figure and not a day, a name's number or an idiom."""
    times = context.find_times_at(quantity)
    if quantity.unit in TIME_UNITS:
        return is_measured_duration(context.text, quantity, tokens, times)
    words = context.text[quantity.number_start : quantity.end]
    is_mixed_number = quantity.kind == "count" and words.endswith("and three quarters")  # no time
    if times and not is_mixed_number and quantity.kind not in {"money", "percent", "measure"}:
        return False
    return not is_non_figure(context.text, quantity, tokens)


def _build_figure(
    page: Page, context: _BlockContext, quantity: Quantity, age: AgeReading | None, tokens: Span
) -> Figure:
    """Return the figure of a quantity; of an age its own quantity, which may have more or fewer words."""
    quantity = quantity if age is None else age.quantity
    block = context.block
    start, end = block.start + quantity.start, block.start + quantity.end
    quantity, resolutions = _resolve_unit(context, quantity)
    change = None if age else classify_change(context.text, quantity, tokens)
    words = find_bearer_phrase(age.bearer, tokens) if age else find_referent(quantity, tokens)
    what = block.extent_of(words) if words is not None else None
    if what and context.times.find_overlapping(*what):
        what = None
    return Figure(
        id=build_content_id("f", page.id, start, end),
        evidence=page.evidence(start, end, NAME),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        hedge=quantity.hedge,
        unit=quantity.unit,
        what=page.part(*what) if what else None,
        as_of=find_reference_time(block, tokens, context.times),
        according_to=context.quotes.find_owner(start),
        steps=explain_figure(resolutions, change, quantity.kind),
        kind=quantity.kind,
        change=change,
        basis=resolutions[-1].basis if resolutions else None,
    )


def _resolve_unit(
    context: _BlockContext, quantity: Quantity
) -> tuple[Quantity, tuple[UnitResolution, ...]]:
    """Return the quantity with the unit that its own words leave open, and how that was resolved.

    A bare currency's name is resolved by the page, a rate by the words after what is measured.
    """
    resolutions: tuple[UnitResolution, ...] = ()
    if quantity.currency_name is not None:
        reach = THRESHOLDS.currency_context
        near = context.text[max(0, quantity.start - reach) : quantity.end + reach]
        currency = resolve_currency(
            quantity.currency_name, quantity.unit or "", context.currency, near
        )
        resolutions = (currency,)
        quantity = replace(quantity, unit=currency.unit)
    if quantity.kind == "measure" and quantity.unit:
        rate = find_postposed_rate(context.text, quantity.unit, quantity.end)
        if rate is not None:
            resolutions = (*resolutions, UnitResolution(quantity.unit, rate, "words after"))
            quantity = replace(quantity, unit=rate)
    return quantity, resolutions


def _copy_referent(context: _BlockContext, previous: Figure, figure: Figure) -> Figure:
    """Return `figure` with what the one before it counts, where the two are compared ("up from £97m")."""
    begin, start = previous.evidence.start - context.block.start, figure.evidence.start
    if figure.what or begin < 0 or previous.unit != figure.unit or previous.kind == "age":
        return figure
    start, end = start - context.block.start, previous.evidence.end - context.block.start
    is_compared = is_compared_with_previous(context.text, end, start)
    return replace(figure, what=previous.what) if is_compared else figure
