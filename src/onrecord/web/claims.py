"""Who stands behind a claim: quotes by source, those that rest on one unnamed source, contradictions.

In: a story's quotes and links. Out: them by source, those nobody else supports, figures that
disagree. Leaves alone: whether a claim is true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Entity, Link, Quote, Source
from onrecord.web.room import Visit

_SUPPORT = frozenset({"same_event", "same_figure", "follows", "updates"})
"""Links to other pages that give a claim a second leg."""


NAMED, UNNAMED, UNKNOWN = STANDINGS = ("named", "unnamed", "unknown")


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


def standing(source: Source | None, who: Entity | None) -> str:
    """Return whether a source can be held to what it said.

    `named`: a name, a document, or words that stand for someone with a name; `unnamed`: known by
    role or as a group only; `unknown`: the page does not say who, or says it in words not resolved.
    """
    if source is None:
        return UNKNOWN
    if source.kind in {"named", "document"} or (who is not None and who.type != "role"):
        return NAMED
    return UNKNOWN if source.kind == "unknown" else UNNAMED


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
            key=lambda one: (STANDINGS.index(one.standing), -len(one.quotes), one.name.casefold()),
        )

    return visit.room.remember("voices", gather)


def lone_claims(visit: Visit) -> list[Quote]:
    """Return the quotes of unnamed sources that no link of theirs or their events' supports.

    Only a person told by role counts ("a senior official"): a group may be an office that answers
    for its words. Readers' comments are not claims of the reporting and are left out.
    """

    def gather() -> list[Quote]:
        supported = set(_supported(visit))
        return [
            quote
            for voice in voices(visit)
            for quote in voice.quotes
            if voice.standing == UNNAMED
            and quote.source is not None
            and quote.source.kind == "role"
            and quote.zone != "comment"
            and quote.id not in supported
        ]

    return visit.room.remember("lone", gather)


def contradictions(visit: Visit) -> list[Link]:
    """Return the links that say two figures disagree, heaviest first."""
    links = visit.room.remember("contradicts", lambda: visit.story.links(kind="contradicts"))
    return [link for link in links if link.a.startswith("f-") and link.b.startswith("f-")]


def _supported(visit: Visit) -> Iterable[str]:
    tied = {
        end
        for kind in _SUPPORT
        for link in visit.story.links(kind=kind)
        for end in (link.a, link.b)
    }
    yield from tied
    # Two columns of every row: reading whole records would take a hundred times as long.
    for sql in (
        "SELECT id, said_by AS quote FROM events WHERE said_by IS NOT NULL",
        "SELECT id, according_to AS quote FROM figures WHERE according_to IS NOT NULL",
    ):
        yield from (row["quote"] for row in visit.story.rows(sql) if row["id"] in tied)


def _voice(visit: Visit, quote: Quote) -> Voice:
    source = quote.source
    if source is None:
        return Voice("-", "nobody named", UNKNOWN, "unknown", [])
    who = visit.who(source.entity)
    stands = standing(source, who)
    if who is not None:
        return Voice(who.id, who.name, stands, source.kind, [])
    name = " ".join(source.text.split())
    return Voice(f"~{name.casefold()}", name, stands, source.kind, [])
