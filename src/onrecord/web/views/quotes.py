"""Quotes by source, named and unnamed apart; kind, cue and chain; filters in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.records import Quote
from onrecord.story.source_identification import IDENTIFICATIONS
from onrecord.web.cards import Card, build_card
from onrecord.web.claims import (
    PlacedQuote,
    QuotedSource,
    find_unsupported_claims,
    list_quoted_sources,
)
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.room import ViewModel, Visit

KINDS = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with its source across the story, and its card."""

    source: QuotedSource
    quote: Quote
    card: Card


def show(visit: Visit) -> ViewModel:
    """Show quotes of one or all sources, filtered by kind, outlet, and named or unnamed."""
    sources = list_quoted_sources(visit)
    listing = paginate(_list_wanted(visit), visit.read_field("page"))
    quotes = _read_quotes(visit, [placed.id for _, placed in listing.rows])
    data = {
        "listing": listing,
        "quotes": [
            QuoteRow(source, quotes[placed.id], build_card(visit, quotes[placed.id]))
            for source, placed in listing.rows
        ],
        "identifications": IDENTIFICATIONS,
        "index": visit.room.get_cached("sources by identification", lambda: _group(sources)),
        "chosen": next(
            (source for source in sources if source.key == visit.read_field("source")), None
        ),
        "outlets": visit.list_outlets(),
        "kinds": KINDS,
        "heads": visit.get_heads(),
        "lone": _get_unsupported(visit),
    }
    return ViewModel("quotes.html", "Quotes", data)


def list_table(visit: Visit) -> ListTable:
    """Return the quotes that the filters leave."""
    placed = [placed.id for _, placed in _list_wanted(visit)]
    quotes = {one.id: one for one in visit.story.records("quotes") if isinstance(one, Quote)}
    return ListTable("quotes", [quotes[id_] for id_ in placed])


def _read_quotes(visit: Visit, ids: list[str]) -> dict[str, Quote]:
    found = (visit.story.record(id_) for id_ in ids)
    return {one.id: one for one in found if isinstance(one, Quote)}


def _group(sources: list[QuotedSource]) -> dict[str, list[QuotedSource]]:
    return {
        one: [source for source in sources if source.identification == one]
        for one in IDENTIFICATIONS
    }


def _get_unsupported(visit: Visit) -> frozenset[str]:
    return visit.room.get_cached("lone ids", lambda: frozenset(find_unsupported_claims(visit)))


_FIELDS = ("source", "sources", "kind", "outlet", "alone")
"""Fields of the address that say which quotes are wanted."""


def _list_wanted(visit: Visit) -> list[tuple[QuotedSource, PlacedQuote]]:
    def choose() -> list[tuple[QuotedSource, PlacedQuote]]:
        is_wanted = _build_filter(visit, _get_unsupported(visit))
        return [
            (source, placed)
            for source in list_quoted_sources(visit)
            for placed in source.quotes
            if is_wanted(source, placed)
        ]

    key = ("quotes", *(visit.read_field(name) for name in _FIELDS))
    return visit.room.get_cached(key, choose)


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
