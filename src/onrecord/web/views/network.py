"""The network: who speaks of, quotes, meets, supports and opposes whom, as a drawing and a table.

In: a visit. Out: a plan of those tied most, and every pair with its records. Out of scope: what ties two
(`onrecord.export.network`, whose counts these are).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.export.network import Edge, Node, build_network
from onrecord.story import SelectedStory
from onrecord.web.drawings import Drawing
from onrecord.web.facets import Choice, Facet, filter_rows
from onrecord.web.list_tables import ListTable
from onrecord.web.network_layout import NetworkPlan, choose_nodes, plan_network
from onrecord.web.paging import paginate
from onrecord.web.people import list_offered_names, match_people
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS

RELATIONS = ("speaks of", "quotes", "meets", "supports", "opposes", "asks")
"""In the order of their tabs; the first that the story has is shown where none is asked for."""
_HEADINGS = {
    "speaks of": "Who speaks of whom",
    "quotes": "Who quotes whom",
    "meets": "Who meets whom",
    "supports": "Who supports whom",
    "opposes": "Who opposes whom",
    "asks": "Who asks whom",
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The pairs of one relation that the address leaves, heaviest first, the filters, and how many pairs each relation has."""

    relation: str
    edges: list[Edge]
    choices: tuple[Choice, ...]
    counts: Counter[str]


def show(visit: Visit) -> ViewModel:
    """Show one relation, filtered by who, status and outlet; the heaviest pairs drawn, all of them in the table."""
    wanted, nodes = _list_wanted(visit), _map_nodes(visit)
    plan = _plan(wanted.edges)
    data = {
        "listing": paginate(wanted.edges, visit.read_field("page")),
        "plan": plan,
        "nodes": nodes,
        "edge_words": _describe_pairs(wanted.edges, nodes),
        "node_words": _describe_nodes(wanted.edges, wanted.relation),
        "drawn": len(plan.pairs) if plan else 0,
        "heading": _HEADINGS[wanted.relation],
        "relation": wanted.relation,
        "tabs": [(name, wanted.counts[name]) for name in RELATIONS if wanted.counts[name]],
        "choices": wanted.choices,
        "people": match_people(visit, visit.read_field("who")),
        "offered": list_offered_names(visit),
        "who_is_known": _list_known(visit, wanted.edges),
    }
    return ViewModel("network.html", _HEADINGS[wanted.relation], data)


def _list_known(visit: Visit, edges: list[Edge]) -> frozenset[str]:
    """Return which ends of the pairs are entities that have a page of their own."""
    found = visit.story.whos(sorted({end for edge in edges for end in (edge.source, edge.target)}))
    return frozenset(id_ for id_, who in found.items() if who.id == id_)


def draw(visit: Visit) -> Drawing:
    """Return the drawing of the pairs that the address leaves, to be taken away."""
    wanted, nodes = _list_wanted(visit), _map_nodes(visit)
    plan = _plan(wanted.edges) or NetworkPlan((), (), 2 * THRESHOLDS.rows_per_page)
    data = {
        "plan": plan,
        "nodes": nodes,
        "heading": _HEADINGS[wanted.relation],
        "edge_words": _describe_pairs(wanted.edges, nodes),
        "node_words": _describe_nodes(wanted.edges, wanted.relation),
        "drawn": len(plan.pairs),
        "total": len(wanted.edges),
    }
    return Drawing("network.svg", data)


def list_table(visit: Visit) -> ListTable:
    """Return the pairs that the filters leave, each with its records."""
    nodes = _map_nodes(visit)
    rows = [
        {
            "source": nodes[edge.source].label,
            "relation": edge.relation,
            "target": nodes[edge.target].label,
            **{name: value for name, value in edge.describe().items() if name != "relation"},
            "source_id": edge.source,
            "target_id": edge.target,
        }
        for edge in _list_wanted(visit).edges
    ]
    return ListTable("network", rows)


def _list_wanted(visit: Visit) -> _Wanted:
    edges = _get_network(visit)[1]
    counts = Counter(edge.relation for edge in edges)
    asked = visit.read_field("relation")
    first = next((name for name in RELATIONS if counts[name]), RELATIONS[0])
    relation = asked if asked in RELATIONS else first
    of_relation = [edge for edge in edges if edge.relation == relation]
    if written := visit.read_field("who"):
        people = {who.id for who in match_people(visit, written)}
        of_relation = [one for one in of_relation if people & {one.source, one.target}]
    heads = visit.get_heads()
    facets: tuple[Facet[Edge], ...] = (
        Facet("status", "Status", lambda edge: (edge.status,)),
        Facet(
            "outlet",
            "Outlet",
            lambda edge: [outlet for page in edge.pages if (outlet := heads[page].outlet)],
        ),
    )
    kept, choices = filter_rows(of_relation, facets, visit.read_field)
    kept.sort(key=lambda edge: (-len(edge.records), edge.source, edge.target, edge.status))
    return _Wanted(relation, kept, choices, counts)


def _get_network(visit: Visit) -> tuple[list[Node], list[Edge]]:
    return visit.room.get_cached("network", lambda: build_network(SelectedStory(visit.story)))


def _map_nodes(visit: Visit) -> dict[str, Node]:
    return {node.id: node for node in _get_network(visit)[0]}


def _plan(edges: list[Edge]) -> NetworkPlan | None:
    """Return the drawing of the heaviest pairs between those tied most; None where there is no pair."""
    weights: Counter[tuple[str, str]] = Counter()
    for edge in edges:
        weights[edge.source, edge.target] += len(edge.records)
    chosen = set(choose_nodes(weights, THRESHOLDS.nodes_drawn))
    inside = {pair: weight for pair, weight in weights.items() if chosen.issuperset(pair)}
    heaviest = sorted(inside, key=lambda pair: (-inside[pair], pair))[: THRESHOLDS.pairs_drawn]
    return plan_network({pair: inside[pair] for pair in heaviest}) if heaviest else None


def _describe_pairs(edges: list[Edge], nodes: dict[str, Node]) -> dict[tuple[str, str], str]:
    """Return for each pair who does what to whom, and how often with which status."""
    found: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        found.setdefault((edge.source, edge.target), []).append(edge)
    return {
        (source, target): f"{nodes[source].label} → {nodes[target].label}: "
        + ", ".join(f"{edge.label} ×{len(edge.records)}" for edge in of_pair)
        for (source, target), of_pair in found.items()
    }


def _describe_nodes(edges: list[Edge], relation: str) -> dict[str, str]:
    """Return for each node to how many it stands in the relation, and how many to it."""
    out, into = Counter[str](), Counter[str]()
    for source, target in {(edge.source, edge.target) for edge in edges}:
        out[source] += 1
        into[target] += 1
    return {node: f"{relation} {out[node]}; {into[node]} the other way" for node in {**out, **into}}
