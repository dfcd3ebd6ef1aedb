"""Quotes by source, named and unnamed apart; kind, cue and chain; filters in the address."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, islice

from onrecord.records import Quote
from onrecord.story.source_identification import IDENTIFICATIONS
from onrecord.web.cards import Card, build_card
from onrecord.web.claims import (
    PlacedQuote,
    QuotedSource,
    find_quoted_source,
    find_unsupported_claims,
    list_quoted_sources,
)
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import ListPage, build_list_page, compute_offset
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS
from onrecord.web.values import load_referred

KINDS = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with its source across the story, and its card."""

    source: QuotedSource
    quote: Quote
    card: Card


def show(visit: Visit) -> ViewModel:
    """Show quotes of one or all sources, filtered by kind, outlet, and named or unnamed."""
    listing = _read_listing(visit)
    quotes = _read_quotes(visit, [placed.id for _, placed in listing.rows])
    data = {
        "listing": listing,
        "quotes": [
            QuoteRow(source, quotes[placed.id], build_card(visit, quotes[placed.id]))
            for source, placed in listing.rows
        ],
        "identifications": IDENTIFICATIONS,
        "index": visit.room.get_cached("sources by identification", lambda: _group(visit)),
        "chosen": find_quoted_source(visit, visit.read_field("source")),
        "outlets": visit.list_outlets(),
        "kinds": KINDS,
        "heads": visit.get_heads(),
        "lone": _get_unsupported(visit),
    }
    return ViewModel("quotes.html", "Quotes", data)


def list_table(visit: Visit) -> ListTable:
    """Return the quotes that the filters leave."""
    is_wanted = _build_filter(visit, _get_unsupported(visit))
    sources = list_quoted_sources(visit)
    placed = [one.id for source in sources for one in source.quotes if is_wanted(source, one)]
    quotes = {one.id: one for one in visit.story.records("quotes") if isinstance(one, Quote)}
    return ListTable("quotes", [quotes[id_] for id_ in placed])


def _read_quotes(visit: Visit, ids: list[str]) -> dict[str, Quote]:
    quotes = {one.id: one for one in visit.story.find_records(ids) if isinstance(one, Quote)}
    load_referred(visit, quotes.values())
    return quotes


def _group(visit: Visit) -> dict[str, list[QuotedSource]]:
    sources = list_quoted_sources(visit)
    return {
        one: [source for source in sources if source.identification == one]
        for one in IDENTIFICATIONS
    }


def _get_unsupported(visit: Visit) -> frozenset[str]:
    return visit.room.get_cached("lone ids", lambda: frozenset(find_unsupported_claims(visit)))


_FIELDS = ("source", "sources", "kind", "outlet", "alone")
"""Fields of the address that say which quotes are wanted."""


def _read_listing(visit: Visit) -> ListPage[tuple[QuotedSource, PlacedQuote]]:
    """Return the sheet of the wanted quotes that the address asks for.

    Of each list that is asked for only how many quotes are wanted of each source is kept: lists of all quotes, many at once, would fill the memory.
    """
    sources, is_wanted = (
        list_quoted_sources(visit),
        _build_filter(visit, _get_unsupported(visit)),
    )

    def count() -> array[int]:
        wanted = (sum(is_wanted(source, one) for one in source.quotes) for source in sources)
        return array("Q", accumulate(wanted))

    ends = visit.get_list("quotes", _FIELDS, count)
    total, asked = ends[-1] if ends else 0, visit.read_field("page")
    offset = compute_offset(total, asked)
    place = bisect_right(ends, offset)
    skipped = offset - (ends[place - 1] if place else 0)
    rest = (
        (source, one)
        for source in islice(sources, place, None)
        for one in source.quotes
        if is_wanted(source, one)
    )
    rows = list(islice(rest, skipped, skipped + THRESHOLDS.rows_per_page))
    return build_list_page(rows, total, asked)


def _build_filter(
    visit: Visit, unsupported: frozenset[str]
) -> Callable[[QuotedSource, PlacedQuote], bool]:
    """Return the function that says whether a quote is wanted; it reads the address once for all quotes."""
    key, identification, kind = (
        visit.read_field("source"),
        visit.read_field("sources"),
        visit.read_field("kind"),
    )
    outlet, alone, heads = visit.read_field("outlet"), visit.read_field("alone"), visit.get_heads()

    def is_wanted(source: QuotedSource, quote: PlacedQuote) -> bool:
        return (
            key in {"", source.key}
            and identification in {"", source.identification}
            and kind in {"", quote.kind}
            and (not outlet or heads[quote.page].outlet == outlet)
            and (not alone or quote.id in unsupported)
        )

    return is_wanted
