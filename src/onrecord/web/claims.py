"""Sources of claims: quotes by source, claims that rest on one unnamed source, contradictions.

In: a story's quotes and links. Out: quotes by source, those that no other page supports, figures that
disagree. Out of scope: whether a claim is true.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Any, NamedTuple

from onrecord.records import Link, Source
from onrecord.records.record import decode_plain
from onrecord.story.source_identification import IDENTIFICATIONS, UNKNOWN, classify_source_type
from onrecord.story.unsupported_quotes import list_unsupported_quotes
from onrecord.web.record_sheets import iter_rows_by_page
from onrecord.web.room import Visit
from onrecord.web.values import UNKNOWN_SOURCE


class PlacedQuote(NamedTuple):
    """A quote's id, its kind, and the page it stands on."""

    id: str
    kind: str
    page: str


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """A source across the story: its key in addresses, its name, how it is identified, and its quotes.

    `identification` is one of IDENTIFICATIONS; `kind` is the source kind of its first quote; the quotes are by page and text.
    """

    key: str
    name: str
    identification: str
    kind: str
    quotes: list[PlacedQuote]


_QUOTES = """SELECT q.id, q.kind, q.page, q.source, w.id AS who, w.name, w.type
  FROM quotes q JOIN pages p ON p.id = q.page
  LEFT JOIN same s ON s.entity = json_extract(q.source, '$.entity')
  LEFT JOIN who w ON w.id = coalesce(s.who, json_extract(q.source, '$.entity'))
  WHERE q.page IN (SELECT value FROM json_each(?))
  ORDER BY p.published IS NULL, p.published, p.id, q.start, q.id"""


def list_quoted_sources(visit: Visit) -> list[QuotedSource]:
    """Return all sources with their quotes, named first, then by how often they are quoted."""

    def gather() -> list[QuotedSource]:
        found: dict[str, QuotedSource] = {}
        # A few columns of every row: whole records would take many times as long, and memory for each.
        for row in iter_rows_by_page(visit, _QUOTES):
            source = _identify_source(row)
            quote = PlacedQuote(row["id"], sys.intern(row["kind"]), sys.intern(row["page"]))
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


def find_quoted_source(visit: Visit, key: str) -> QuotedSource | None:
    """Return the source with this key, or None."""
    sources = visit.room.get_cached(
        "voices by key", lambda: {source.key: source for source in list_quoted_sources(visit)}
    )
    return sources.get(key)


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


def _identify_source(row: dict[str, Any]) -> QuotedSource:
    if row["source"] is None:
        return QuotedSource("-", UNKNOWN_SOURCE, UNKNOWN, "unknown", [])
    source = decode_plain(Source, json.loads(row["source"]))
    identification = classify_source_type(source, row["type"])
    if row["who"] is not None:
        return QuotedSource(row["who"], row["name"], identification, source.kind, [])
    name = " ".join(source.text.split())
    return QuotedSource(f"~{name.casefold()}", name, identification, source.kind, [])
