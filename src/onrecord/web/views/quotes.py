"""Quotes by source, named and unnamed apart; kind, cue and chain; filters in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.records import Quote
from onrecord.story.source_identification import IDENTIFICATIONS
from onrecord.web.cards import Card, build_card
from onrecord.web.claims import QuotedSource, find_unsupported_claims, list_quoted_sources
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
    unsupported = set(find_unsupported_claims(visit))
    listing = paginate(_list_wanted(visit), visit.read_field("page"))
    data = {
        "listing": listing,
        "quotes": [
            QuoteRow(source, quote, build_card(visit, quote)) for source, quote in listing.rows
        ],
        "identifications": IDENTIFICATIONS,
        "index": {
            one: [source for source in sources if source.identification == one]
            for one in IDENTIFICATIONS
        },
        "chosen": next(
            (source for source in sources if source.key == visit.read_field("source")), None
        ),
        "outlets": visit.list_outlets(),
        "kinds": KINDS,
        "heads": visit.get_heads(),
        "lone": unsupported,
    }
    return ViewModel("quotes.html", "Quotes", data)


def list_table(visit: Visit) -> ListTable:
    """Return the quotes that the filters leave."""
    return ListTable("quotes", [quote for _, quote in _list_wanted(visit)])


def _list_wanted(visit: Visit) -> list[tuple[QuotedSource, Quote]]:
    is_wanted = _build_filter(visit, set(find_unsupported_claims(visit)))
    return [
        (source, quote)
        for source in list_quoted_sources(visit)
        for quote in source.quotes
        if is_wanted(source, quote)
    ]


def _build_filter(visit: Visit, unsupported: set[str]) -> Callable[[QuotedSource, Quote], bool]:
    """Return the function that says whether a quote is wanted; it reads the address once for all quotes."""
    key, identification, kind = (
        visit.read_field("source"),
        visit.read_field("sources"),
        visit.read_field("kind"),
    )
    outlet, alone, heads = visit.read_field("outlet"), visit.read_field("alone"), visit.get_heads()

    def is_wanted(source: QuotedSource, quote: Quote) -> bool:
        return (
            key in {"", source.key}
            and identification in {"", source.identification}
            and kind in {"", quote.kind}
            and (not outlet or heads[quote.evidence.page].outlet == outlet)
            and (not alone or quote.id in unsupported)
        )

    return is_wanted
