"""Sources of claims: quotes by source, claims that rest on one unnamed source, contradictions.

In: a story's quotes and links. Out: quotes by source, those that no other page supports, figures that
disagree. Out of scope: whether a claim is true.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Link, Quote
from onrecord.story.source_identification import IDENTIFICATIONS, UNKNOWN, classify_source
from onrecord.web.room import Visit
from onrecord.web.values import UNKNOWN_SOURCE

_SUPPORTING_LINKS = ("follows", "same_event", "same_figure", "updates")
"""Links to other pages that support a claim."""


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
    """Return the ids of unnamed sources' quotes that no link of theirs or their events' supports.

    Only a person named by role counts ("a senior official"): a group may be an office that is responsible
    for its words. Readers' comments are not claims of the reporting and are left out.
    """

    def gather() -> list[str]:
        supported = _find_supported(visit)
        return [
            row["id"] for row in visit.story.rows(_ROLE_ONLY_QUOTES) if row["id"] not in supported
        ]

    return visit.room.get_cached("lone", gather)


def list_contradictions(visit: Visit, *, candidates: bool = False) -> list[Link]:
    """Return the links that say two figures disagree, heaviest first; with `candidates` those that a person has to check instead."""
    links = visit.room.get_cached("contradicts", lambda: visit.story.links(kind="contradicts"))
    return [
        link
        for link in links
        if link.a.startswith("f-") and link.b.startswith("f-") and link.candidate == candidates
    ]


_ROLE_ONLY_QUOTES = """SELECT q.id FROM quotes q JOIN pages p ON p.id = q.page
  LEFT JOIN same s ON s.entity = json_extract(q.source, '$.entity')
  LEFT JOIN who w ON w.id = s.who
  WHERE q.source LIKE '%"kind":"role"%' AND q.zone <> 'comment'
    AND json_extract(q.source, '$.kind') = 'role' AND COALESCE(w.type, 'role') = 'role'
  ORDER BY p.published IS NULL, p.published, p.id, q.start, q.id"""


def _find_supported(visit: Visit) -> set[str]:
    """Return the ids of what supporting links connect to another page, and of the quotes that contain such records."""
    # A few columns of every row: reading whole records would take a hundred times as long.
    linked = {end for pair in visit.story.linked_pairs(*_SUPPORTING_LINKS) for end in pair}
    quoted: set[str] = set()
    for sql in (
        "SELECT id, said_by AS quote FROM events WHERE said_by IS NOT NULL",
        "SELECT id, according_to AS quote FROM figures WHERE according_to IS NOT NULL",
    ):
        quoted.update(row["quote"] for row in visit.story.rows(sql) if row["id"] in linked)
    return linked | quoted


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
