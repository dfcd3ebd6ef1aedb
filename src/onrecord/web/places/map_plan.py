"""The plan of a map: outlines and dots in SVG units, as much of the world as the story's places ask for.

In: placed names. Out: coordinates, already rounded. Out of scope: colour and words.

Equirectangular, true to scale along the middle of the map: simple, and right enough where nothing is measured on it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.web.places.gazetteer import KnownPlace, get_country_number
from onrecord.web.places.outlines import Ring, load_outlines
from onrecord.web.places.placing import PlacedName
from onrecord.web.thresholds import THRESHOLDS


@dataclass(frozen=True, slots=True)
class MapBox:
    """The box of a map: its width, that of a letter of its labels, the height of their lines and the margin at its sides, in SVG units; the latitudes that the whole world is cut at."""

    width: float
    letter: float
    line: float
    margin: float
    north: float
    south: float


BOX = MapBox(width=720.0, letter=6.6, line=14.0, margin=8.0, north=84.0, south=-58.0)


@dataclass(frozen=True, slots=True)
class MapArea:
    """A country's outline as the path of an SVG; `named` are the names whose country it is."""

    path: str
    named: tuple[PlacedName, ...]


@dataclass(frozen=True, slots=True)
class MapDot:
    """A town: its place on the drawing, its radius, and where its label begins; None where it would cover another."""

    name: PlacedName
    x: float
    y: float
    radius: float
    label: tuple[float, float, str] | None


@dataclass(frozen=True, slots=True)
class MapPlan:
    """Areas behind, dots over them, and the height of the drawing, whose width is the box's."""

    areas: tuple[MapArea, ...]
    dots: tuple[MapDot, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the world that is drawn, in degrees, and how large a degree is."""

    west: float
    east: float
    south: float
    north: float

    @property
    def squeeze(self) -> float:
        """How much narrower a degree of longitude is than one of latitude."""
        return math.cos(math.radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """SVG units in a degree of latitude."""
        return BOX.width / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> float:
        """Of the drawing."""
        return round((self.north - self.south) * self.scale, 1)

    def locate(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point lies on the drawing."""
        x = (longitude - self.west) * self.squeeze * self.scale
        return round(x, 1), round((self.north - latitude) * self.scale, 1)


def plan_map(names: Sequence[PlacedName]) -> MapPlan | None:
    """Return the map of the names that have a place; None where none has."""
    placed = [name for name in names if name.status == "placed" and name.place is not None]
    countries: dict[str, list[PlacedName]] = {}
    towns: list[tuple[PlacedName, KnownPlace]] = []
    for name in placed:
        assert name.place is not None
        if name.place.kind == "country":
            countries.setdefault(get_country_number(name.place.country), []).append(name)
        else:
            towns.append((name, name.place))
    outlines = load_outlines()
    named = [outlines[code] for code in countries if code in outlines]
    frame = _find_frame(towns, named)
    if frame is None:
        return None
    areas = [
        MapArea(path, tuple(countries.get(code, ())))
        for code, rings in sorted(outlines.items())
        if (path := _draw_rings(rings, frame))
    ]
    # What is named is drawn last, so that its border lies over its neighbours'.
    areas.sort(key=lambda area: bool(area.named))
    return MapPlan(tuple(areas), _place_dots(towns, frame), frame.height)


def _find_frame(
    towns: Sequence[tuple[PlacedName, KnownPlace]], countries: Sequence[tuple[Ring, ...]]
) -> _Frame | None:
    """Return the stretch around the towns and the middles of the countries, not narrower than the outlines bear."""
    points = [(place.longitude or 0.0, place.latitude or 0.0) for _, place in towns]
    points += [corner for rings in countries for corner in _find_corners(rings)]
    if not points:
        return None
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    width = max((east - west) * 1.16, THRESHOLDS.map_degrees)
    height = max((north - south) * 1.2, width * THRESHOLDS.map_shape)
    west, east = _widen(west, east, max(width, height / THRESHOLDS.map_shape), -180.0, 180.0)
    south, north = _widen(south, north, height, BOX.south, BOX.north)
    return _Frame(west, east, south, north)


def _widen(
    low: float, high: float, length: float, least: float, most: float
) -> tuple[float, float]:
    """Return a stretch of `length` around the middle of another, moved inside the bounds."""
    length = min(length, most - least)
    start = (low + high - length) / 2
    start = min(max(start, least), most - length)
    return start, start + length


def _find_corners(rings: tuple[Ring, ...]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the corners of a country's largest ring: islands far away do not widen the map."""
    largest = max(rings, key=_measure_ring)
    longitudes, latitudes = [x for x, _ in largest], [y for _, y in largest]
    return (min(longitudes), min(latitudes)), (max(longitudes), max(latitudes))


def _measure_ring(ring: Ring) -> float:
    """Return a ring's area, in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)) / 2


def _draw_rings(rings: tuple[Ring, ...], frame: _Frame) -> str:
    """Return the path of the rings that reach into the frame; "" where none does."""
    parts = []
    for ring in rings:
        longitudes, latitudes = [x for x, _ in ring], [y for _, y in ring]
        if max(longitudes) < frame.west or min(longitudes) > frame.east:
            continue
        if max(latitudes) < frame.south or min(latitudes) > frame.north:
            continue
        points = [frame.locate(x, y) for x, y in ring]
        parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
    return "".join(parts)


def _place_dots(
    towns: Sequence[tuple[PlacedName, KnownPlace]], frame: _Frame
) -> tuple[MapDot, ...]:
    """Return dots, the most named first; a label that would cover a dot or another label is left to the table."""
    most = max((name.who.mentions for name, _ in towns), default=1)
    at = {
        name.who.id: frame.locate(place.longitude or 0.0, place.latitude or 0.0)
        for name, place in towns
    }
    boxes = [(x - 4, y - 4, x + 4, y + 4) for x, y in at.values()]
    dots = []
    for name, _ in towns:
        x, y = at[name.who.id]
        radius = round(3 + 5 * math.sqrt(name.who.mentions / most), 1)
        label = _find_label(name.who.name, x, y, radius, boxes)
        dots.append(MapDot(name, x, y, radius, label))
    return tuple(dots)


def _find_label(
    text: str, x: float, y: float, radius: float, boxes: list[tuple[float, float, float, float]]
) -> tuple[float, float, str] | None:
    """Return where a label begins, right or left of its dot; its box is added to `boxes`."""
    width = len(text) * BOX.letter
    for anchor, start in (("start", x + radius + 3), ("end", x - radius - 3)):
        left = start if anchor == "start" else start - width
        box = (left, y - BOX.line / 2, left + width, y + BOX.line / 2)
        own = (x - 4, y - 4, x + 4, y + 4)
        is_free = not any(_is_over(box, other) for other in boxes if other != own)
        if is_free and box[0] > BOX.margin and box[2] < BOX.width - BOX.margin:
            boxes.append(box)
            return round(start, 1), round(y + 4, 1), anchor
    return None


def _is_over(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
