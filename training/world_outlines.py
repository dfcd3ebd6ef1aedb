"""Makes the outlines of countries that the reading room's map is drawn on: `python -m training.world_outlines countries-110m.json`.

In: `countries-110m.json` of the npm package world-atlas 2.0.2 (Natural Earth 1:110m, public domain, as TopoJSON). Out: the same outlines in
tenths of a degree, by ISO 3166-1 number, in `src/onrecord/web/places/outlines.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "web" / "places" / "outlines.json"
SOURCE = "Natural Earth 1:110m Admin 0, public domain; by way of world-atlas 2.0.2"
PER_DEGREE = 10


def reduce_arc(arc: list[list[int]], transform: dict[str, list[float]]) -> list[int]:
    """Return an arc's first point and the steps from there, in tenths of a degree; steps of no length are left out."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    found: list[int] = []
    last: tuple[int, int] | None = None
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        at = (
            round((x * scale_x + move_x) * PER_DEGREE),
            round((y * scale_y + move_y) * PER_DEGREE),
        )
        if last is None:
            found += at
        elif at != last:
            found += (at[0] - last[0], at[1] - last[1])
        last = at
    return found


def list_rings(geometry: dict[str, Any]) -> list[list[int]]:
    """Return the rings of a polygon or several, as numbers of arcs (`~n`: arc n backwards)."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def main(path: str) -> None:
    """Write the outlines."""
    atlas = json.loads(Path(path).read_text(encoding="utf-8"))
    countries = {
        one.get("id", one["properties"]["name"]): list_rings(one)
        for one in atlas["objects"]["countries"]["geometries"]
    }
    arcs = [reduce_arc(arc, atlas["transform"]) for arc in atlas["arcs"]]
    made = {"source": SOURCE, "per_degree": PER_DEGREE, "countries": countries, "arcs": arcs}
    TARGET.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1])
