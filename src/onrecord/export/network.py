"""Who quotes, speaks of, meets, supports and opposes whom: nodes and edges, each with its evidence.

An edge is of one relation and one status: what is alleged, denied or planned is never added to what happened, and says so
in its label.

In: a story seen through a selection. Out: nodes and edges. Out of scope: the formats that hold them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.export.event_words import STATUS_WORDS, is_real
from onrecord.records import Event, Quote
from onrecord.records.ids import build_content_id
from onrecord.story import SelectedStory
from onrecord.story.tables import TableIndex

RELATIONS = {
    "CONSULT": "meets",
    "AGREE": "supports",
    "SUPPORT": "supports",
    "COOPERATE": "supports",
    "AID": "supports",
    "ACCUSE": "opposes",
    "REJECT": "opposes",
    "THREATEN": "opposes",
    "PROTEST": "opposes",
    "SANCTION": "opposes",
    "COERCE": "opposes",
    "ASSAULT": "opposes",
    "REQUEST": "asks",
}
"""Relation of each PLOVER root; MOBILIZE and YIELD are none between two."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or something, or an outlet."""

    id: str
    label: str
    type: str
    mentions: int


@dataclass(slots=True)
class Edge:
    """A relation of one to another with one status, and the records that state it.

    `first` and `last` are days of publication, ISO 8601; `words` are those of its first record.
    """

    source: str
    target: str
    relation: str
    status: str
    records: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    words: str = ""

    @property
    def label(self) -> str:
        """The relation in words; one that is not stated as a fact says so."""
        is_plain = self.status in {"said", "happened", "ongoing"}
        return self.relation if is_plain else f"{self.relation} ({self._status_words.lower()})"

    @property
    def _status_words(self) -> str:
        return STATUS_WORDS.get(self.status, self.status)

    def describe(self) -> dict[str, str | int]:
        """Return what a format writes of it beside its ends."""
        return {
            "relation": self.relation,
            "status": self.status,
            "weight": len(self.records),
            "pages": len(set(self.pages)),
            "first": min(self.days, default=""),
            "last": max(self.days, default=""),
            "words": self.words,
            "records": " ".join(self.records),
            "page_ids": " ".join(dict.fromkeys(self.pages)),
        }


def build_network(selected: SelectedStory) -> tuple[list[Node], list[Edge]]:
    """Return the nodes that have an edge, and the edges, both in a fixed order."""
    edges: dict[tuple[str, str, str, str], Edge] = {}
    nodes: dict[str, Node] = {}
    gathered = (*_iter_quote_edges(selected, nodes), *_iter_event_edges(selected, nodes))
    for ends, relation, status, record in gathered:
        edge = edges.setdefault((*ends, relation, status), Edge(*ends, relation, status))
        head = selected.heads[record.evidence.page]
        edge.records.append(record.id)
        edge.pages.append(head.id)
        edge.days += [head.published.value[:10]] if head.published else []
        edge.words = edge.words or " ".join(record.evidence.text.split())
    used = {end for edge in edges.values() for end in (edge.source, edge.target)}
    ordered = [edges[key] for key in sorted(edges)]
    return [nodes[name] for name in sorted(used)], ordered


_Found = tuple[tuple[str, str], str, str, "Quote | Event"]


def _iter_quote_edges(selected: SelectedStory, nodes: dict[str, Node]) -> Iterator[_Found]:
    """Yield outlet → source, teller → source, and source → whom the quoted words name."""
    if not selected.selection.has_kind("quotes"):
        return
    naming = _Naming(selected)
    for quote in selected.list_records("quotes"):
        assert isinstance(quote, Quote)
        who = _add_entity(selected.index, nodes, quote.source.entity if quote.source else None)
        if who is None or quote.negated:
            continue
        page = quote.evidence.page
        tellers = [naming.find(page, part.start, part.end) for part in quote.via]
        told = [one for names in tellers for one in names]
        by = [_add_entity(selected.index, nodes, one) for one in told[:1]]
        outlet = _add_outlet(nodes, selected.heads[page].outlet)
        for teller in (*by, outlet):
            if teller is not None and teller != who:
                yield (teller, who), "quotes", "said", quote
        named = [one for part in quote.content for one in naming.find(page, part.start, part.end)]
        for other in dict.fromkeys(_add_entity(selected.index, nodes, one) for one in named):
            if other is not None and other != who:
                yield (who, other), "speaks of", "said", quote


def _iter_event_edges(selected: SelectedStory, nodes: dict[str, Node]) -> Iterator[_Found]:
    if not selected.selection.has_kind("events"):
        return
    for event in selected.list_records("events"):
        assert isinstance(event, Event)
        relation = RELATIONS.get(event.type or "")
        if relation is None:
            continue
        actors = _add_all(selected.index, nodes, (one.entity for one in event.actors))
        targets = _add_all(selected.index, nodes, (one.entity for one in event.targets))
        pairs = [(a, b) for a in actors for b in targets]
        if relation == "meets" and not targets:
            # "The ministers met": each meets each.
            pairs = [(a, b) for at, a in enumerate(actors) for b in actors[at + 1 :]]
        status = "denied" if event.negated else event.status
        assert is_real(event) == (status in {"happened", "ongoing"})
        for ends in pairs:
            if ends[0] != ends[1]:
                yield ends, relation, status, event


class _Naming:
    """Which entities the words of a page name."""

    def __init__(self, selected: SelectedStory) -> None:
        self._by_page: dict[str, list[tuple[int, int, str]]] = {}
        for row in selected.story.rows('SELECT page, start, "end", entity FROM mentions'):
            spans = self._by_page.setdefault(row["page"], [])
            spans.append((row["start"], row["end"], row["entity"]))

    def find(self, page: str, start: int, end: int) -> list[str]:
        """Return the entities named from `start` to `end` of a page, in order."""
        return [
            entity
            for first, last, entity in self._by_page.get(page, ())
            if start <= first and last <= end
        ]


def _add_all(
    index: TableIndex, nodes: dict[str, Node], entities: Iterable[str | None]
) -> list[str]:
    added = (_add_entity(index, nodes, entity) for entity in entities)
    return list(dict.fromkeys(one for one in added if one is not None))


def _add_entity(index: TableIndex, nodes: dict[str, Node], entity: str | None) -> str | None:
    """Return the id of an entity's node, made where there is none yet; None where it has no name."""
    who = index.find_entity(entity)
    if who is None or who.type == "role":
        return None
    nodes[who.id] = Node(who.id, who.name, who.type, who.mentions)
    return who.id


def _add_outlet(nodes: dict[str, Node], outlet: str | None) -> str | None:
    if not outlet:
        return None
    name = build_content_id("o", outlet)
    nodes[name] = Node(name, outlet, "outlet", 0)
    return name
