"""Who stands behind a claim: quotes by source, those that rest on one unnamed source, contradictions.

In: a story's quotes and links. Out: them by source, those nobody else supports, figures that
disagree. Leaves alone: whether a claim is true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Link, Quote
from onrecord.web.room import Visit

_SUPPORT = frozenset({"same_event", "same_figure", "follows", "updates"})
"""Links to other pages that give a claim a second leg."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source across the story: its key in addresses, its name, whether it is named, its quotes."""

    key: str
    name: str
    named: bool
    kind: str
    quotes: list[Quote]


def is_named(quote: Quote) -> bool:
    """Return whether a quote's source can be held to it: a name, a document, or words that stand for one."""
    source = quote.source
    return source is not None and (
        source.kind in {"named", "document"} or source.entity is not None
    )


def voices(visit: Visit) -> list[Voice]:
    """Return all sources with their quotes, named first, then by how often they are quoted."""

    def gather() -> list[Voice]:
        found: dict[str, Voice] = {}
        for quote in visit.story.records("quotes"):
            assert isinstance(quote, Quote)
            voice = _voice(visit, quote)
            found.setdefault(voice.key, voice).quotes.append(quote)
        return sorted(
            found.values(), key=lambda v: (not v.named, -len(v.quotes), v.name.casefold())
        )

    return visit.room.remember("voices", gather)


def lone_claims(visit: Visit) -> list[Quote]:
    """Return the quotes of unnamed sources that no link of theirs or their events' supports.

    Quotes of readers' comments are not claims of the reporting and are left out.
    """

    def gather() -> list[Quote]:
        supported = set(_supported(visit))
        return [
            quote
            for voice in voices(visit)
            for quote in voice.quotes
            if not voice.named
            and quote.source is not None
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
        return Voice("-", "nobody named", False, "unknown", [])
    who = visit.who(source.entity)
    if who is not None:
        return Voice(who.id, who.name, True, "named", [])
    name = " ".join(source.text.split())
    return Voice(f"~{name.casefold()}", name, is_named(quote), source.kind, [])
