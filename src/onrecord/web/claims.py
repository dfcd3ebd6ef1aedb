"""Who stands behind a claim: quotes by source, those that rest on one unnamed source, contradictions.

In: a story's quotes and links. Out: them by source, those nobody else supports, figures that
disagree. Out of scope: whether a claim is true.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Link, Quote
from onrecord.story.source_identification import IDENTIFICATIONS, UNKNOWN, classify_source
from onrecord.web.room import Visit
from onrecord.web.values import UNKNOWN_SOURCE

_SUPPORT = frozenset({"same_event", "same_figure", "follows", "updates"})
"""Links to other pages that give a claim a second leg."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source across the story: its key in addresses, name, standing (one of STANDINGS), quotes.

    `kind` is the source kind its first quote has.
    """

    key: str
    name: str
    standing: str
    kind: str
    quotes: list[Quote]


def voices(visit: Visit) -> list[Voice]:
    """Return all sources with their quotes, named first, then by how often they are quoted."""

    def gather() -> list[Voice]:
        found: dict[str, Voice] = {}
        for quote in visit.story.records("quotes"):
            assert isinstance(quote, Quote)
            voice = _voice(visit, quote)
            found.setdefault(voice.key, voice).quotes.append(quote)
        return sorted(
            found.values(),
            key=lambda one: (
                IDENTIFICATIONS.index(one.standing),
                -len(one.quotes),
                one.name.casefold(),
            ),
        )

    return visit.room.remember("voices", gather)


def lone_claims(visit: Visit) -> list[str]:
    """Return the ids of unnamed sources' quotes that no link of theirs or their events' supports.

    Only a person told by role counts ("a senior official"): a group may be an office that answers
    for its words. Readers' comments are not claims of the reporting and are left out.
    """

    def gather() -> list[str]:
        supported = _supported(visit)
        return [row["id"] for row in visit.story.rows(_BY_ROLE) if row["id"] not in supported]

    return visit.room.remember("lone", gather)


def contradictions(visit: Visit) -> list[Link]:
    """Return the links that say two figures disagree, heaviest first."""
    links = visit.room.remember("contradicts", lambda: visit.story.links(kind="contradicts"))
    return [link for link in links if link.a.startswith("f-") and link.b.startswith("f-")]


_BY_ROLE = """SELECT q.id FROM quotes q JOIN pages p ON p.id = q.page
  LEFT JOIN same s ON s.entity = json_extract(q.source, '$.entity')
  LEFT JOIN who w ON w.id = s.who
  WHERE q.source LIKE '%"kind":"role"%' AND q.zone <> 'comment'
    AND json_extract(q.source, '$.kind') = 'role' AND COALESCE(w.type, 'role') = 'role'
  ORDER BY p.published IS NULL, p.published, p.id, q.start, q.id"""


def _supported(visit: Visit) -> set[str]:
    """Return the ids of what links tie to another page, and of the quotes such records are told in."""
    # A few columns of every row: reading whole records would take a hundred times as long.
    kinds = ", ".join(f"'{kind}'" for kind in sorted(_SUPPORT))
    ends = visit.story.rows(f"SELECT a, b FROM links WHERE kind IN ({kinds})")
    tied = {end for row in ends for end in (row["a"], row["b"])}
    told: set[str] = set()
    for sql in (
        "SELECT id, said_by AS quote FROM events WHERE said_by IS NOT NULL",
        "SELECT id, according_to AS quote FROM figures WHERE according_to IS NOT NULL",
    ):
        told.update(row["quote"] for row in visit.story.rows(sql) if row["id"] in tied)
    return tied | told


def _voice(visit: Visit, quote: Quote) -> Voice:
    source = quote.source
    if source is None:
        return Voice("-", UNKNOWN_SOURCE, UNKNOWN, "unknown", [])
    who = visit.who(source.entity)
    stands = classify_source(source, who)
    if who is not None:
        return Voice(who.id, who.name, stands, source.kind, [])
    name = " ".join(source.text.split())
    return Voice(f"~{name.casefold()}", name, stands, source.kind, [])
