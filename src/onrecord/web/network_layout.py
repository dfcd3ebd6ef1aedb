"""The layout of a network: who stands where on an oval, and how a line runs from one to another.

In: nodes and weighted pairs. Out: coordinates in SVG units, already rounded; the same input gives the same drawing. Out of
scope: which nodes and pairs are drawn.

Names stand outside the oval, one a row, so that none covers another; who is tied to whom stands near them where that is
possible (barycentre ordering: Sugiyama, Tagawa and Toda 1981). For the few nodes of a drawing a library of
graphs would place no better, and none that is small keeps names apart.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.web.thresholds import THRESHOLDS

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NetworkBox:
    """The box of a network in SVG units: its width, the middle and radius of its oval, the height of a row of names, and the margin above and below."""

    width: float
    middle: float
    radius: float
    row: float
    margin: float


BOX = NetworkBox(width=720.0, middle=360.0, radius=140.0, row=30.0, margin=24.0)


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A node on the oval: its place, its radius, and on which side its name stands (`start` is the right one)."""

    id: str
    x: float
    y: float
    radius: float
    anchor: str


@dataclass(frozen=True, slots=True)
class PlacedPair:
    """A line from one node to another: its path with a head, and its width."""

    source: str
    target: str
    path: str
    head: str
    width: float


@dataclass(frozen=True, slots=True)
class NetworkPlan:
    """Nodes in reading order, lines, and the height of the drawing, whose width is the box's."""

    nodes: tuple[PlacedNode, ...]
    pairs: tuple[PlacedPair, ...]
    height: float


def choose_nodes(weights: Mapping[Pair, int], most: int) -> tuple[str, ...]:
    """Return the `most` nodes with the heaviest pairs, heaviest first."""
    totals: dict[str, int] = {}
    for pair, weight in weights.items():
        for end in pair:
            totals[end] = totals.get(end, 0) + weight
    return tuple(sorted(totals, key=lambda node: (-totals[node], node))[:most])


def plan_network(weights: Mapping[Pair, int]) -> NetworkPlan:
    """Return the drawing of these pairs, source to target, each with its weight."""
    order = _order_nodes(weights)
    totals = {
        node: sum(weight for pair, weight in weights.items() if node in pair) for node in order
    }
    most = max(totals.values(), default=1)
    rows = -(-len(order) // 2)
    height = rows * BOX.row + 2 * BOX.margin
    placed = {}
    for at, node in enumerate(order):
        is_right = at < rows
        row = at if is_right else len(order) - 1 - at
        y = BOX.margin + (row + 0.5) * BOX.row
        bend = math.sqrt(max(0.0, 1 - ((y - height / 2) / (height / 2)) ** 2))
        x = BOX.middle + (1 if is_right else -1) * BOX.radius * bend
        radius = 4 + 5 * math.sqrt(totals[node] / most)
        anchor = "start" if is_right else "end"
        placed[node] = PlacedNode(node, round(x, 1), round(y, 1), round(radius, 1), anchor)
    heaviest = max(weights.values(), default=1)
    pairs = tuple(
        _place_pair(placed[pair[0]], placed[pair[1]], weight / heaviest, height)
        for pair, weight in sorted(weights.items())
    )
    reading = sorted(placed.values(), key=lambda node: (node.anchor == "start", node.y))
    return NetworkPlan(tuple(reading), pairs, height)


def _order_nodes(weights: Mapping[Pair, int]) -> list[str]:
    """Return the nodes in order around the oval: each near those it is tied to, as far as a few rounds bring it."""
    order = list(choose_nodes(weights, len(weights) * 2))
    best, least = order, _measure_lines(order, weights)
    for _ in range(THRESHOLDS.layout_rounds):
        angles = {node: 2 * math.pi * at / len(order) for at, node in enumerate(order)}
        aims = {node: _find_aim(node, angles, weights) for node in order}
        order = sorted(order, key=lambda node: (aims[node], node))
        length = _measure_lines(order, weights)
        if length < least:
            best, least = order, length
    return _shift_order(best, weights)


def _shift_order(order: list[str], weights: Mapping[Pair, int]) -> list[str]:
    """Return the order turned around the oval so that most lines run from one side to the other."""
    half = -(-len(order) // 2)

    def measure_across(turn: int) -> int:
        right = {*(order * 2)[turn : turn + half]}
        return sum(weight for (a, b), weight in weights.items() if (a in right) != (b in right))

    turn = max(range(len(order)), key=lambda one: (measure_across(one), -one), default=0)
    return order[turn:] + order[:turn]


def _find_aim(node: str, angles: Mapping[str, float], weights: Mapping[Pair, int]) -> float:
    """Return the angle halfway between a node's own and the mean of those it is tied to."""
    x, y = math.cos(angles[node]), math.sin(angles[node])
    for (source, target), weight in weights.items():
        if node in (source, target):
            other = angles[target if node == source else source]
            x, y = x + weight * math.cos(other), y + weight * math.sin(other)
    return round(math.atan2(y, x) % (2 * math.pi), 9)


def _measure_lines(order: Sequence[str], weights: Mapping[Pair, int]) -> int:
    places = {node: at for at, node in enumerate(order)}
    return sum(
        weight * min(gap := abs(places[source] - places[target]), len(order) - gap)
        for (source, target), weight in weights.items()
    )


def _place_pair(source: PlacedNode, target: PlacedNode, share: float, height: float) -> PlacedPair:
    """Return a line that bends towards the middle, and to its left, so that two of opposite directions stay apart."""
    mid_x, mid_y = (source.x + target.x) / 2, (source.y + target.y) / 2
    side_x, side_y = target.y - source.y, source.x - target.x
    bend_x = mid_x + (BOX.middle - mid_x) * 0.55 + side_x * 0.06
    bend_y = mid_y + (height / 2 - mid_y) * 0.55 + side_y * 0.06
    away = math.atan2(target.y - bend_y, target.x - bend_x)
    gap = target.radius + 2
    tip_x, tip_y = target.x - gap * math.cos(away), target.y - gap * math.sin(away)
    barbs = [
        f"{tip_x - 7 * math.cos(away + turn):.1f} {tip_y - 7 * math.sin(away + turn):.1f}"
        for turn in (-0.42, 0.42)
    ]
    path = f"M{source.x} {source.y}Q{bend_x:.1f} {bend_y:.1f} {tip_x:.1f} {tip_y:.1f}"
    head = f"M{barbs[0]}L{tip_x:.1f} {tip_y:.1f}L{barbs[1]}"
    return PlacedPair(source.id, target.id, path, head, round(1 + 3 * share, 2))
