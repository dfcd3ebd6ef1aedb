"""Sources of claims: quotes by source, claims that rest on one unnamed source, contradictions.

In: a story's quotes and links. Out: quotes by source, those that no other page supports, figures that
disagree. Out of scope: whether a claim is true.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Link, Quote
from onrecord.story.source_identification import IDENTIFICATIONS, UNKNOWN, classify_source
from onrecord.story.unsupported_quotes import list_unsupported_quotes
from onrecord.web.room import Visit
from onrecord.web.values import UNKNOWN_SOURCE


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """A source across the story: its key in addresses, its name, how it is identified, and its quotes.

    `identification` is one of IDENTIFICATIONS; `kind` is the source kind of its first quote.
    """

    key: str
    name: str
    identification: str
    kind: str
    quotes: list[Quote]


def list_quoted_sources(visit: Visit) -> list[QuotedSource]:
    """Return all sources with their quotes, named first, then by how often they are quoted."""

    def gather() -> list[QuotedSource]:
        found: dict[str, QuotedSource] = {}
        for quote in visit.story.records("quotes"):
            assert isinstance(quote, Quote)
            source = _identify_source(visit, quote)
            found.setdefault(source.key, source).quotes.append(quote)
        return sorted(
            found.values(),
            key=lambda source: (
                IDENTIFICATIONS.index(source.identification),
                -len(source.quotes),
                source.name.casefold(),
            ),
        )

    return visit.room.get_cached("voices", gather)


def find_unsupported_claims(visit: Visit) -> list[str]:
    """Return the ids of unnamed sources' quotes that no other page supports (`list_unsupported_quotes`)."""
    return visit.room.get_cached("lone", lambda: list_unsupported_quotes(visit.story))


def list_contradictions(visit: Visit, *, candidates: bool = False) -> list[Link]:
    """Return the links that say two figures disagree, heaviest first; with `candidates` those that a person has to check instead."""
    links = visit.room.get_cached("contradicts", lambda: visit.story.links(kind="contradicts"))
    return [
        link
        for link in links
        if link.a.startswith("f-") and link.b.startswith("f-") and link.candidate == candidates
    ]


def _identify_source(visit: Visit, quote: Quote) -> QuotedSource:
    source = quote.source
    if source is None:
        return QuotedSource("-", UNKNOWN_SOURCE, UNKNOWN, "unknown", [])
    who = visit.find_entity(source.entity)
    identification = classify_source(source, who)
    if who is not None:
        return QuotedSource(who.id, who.name, identification, source.kind, [])
    name = " ".join(source.text.split())
    return QuotedSource(f"~{name.casefold()}", name, identification, source.kind, [])
