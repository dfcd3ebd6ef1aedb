"""Other libraries' figures, found in an interpreter of their own.

Run by `bench.figures` as a script: `PYTHON figure_peers.py NAME`, texts as JSON lines on standard input.
Out: one JSON line of seconds taken, then a line `[[start, end, value, unit], …]` for each text. Imports
nothing of onrecord's, because the peers need old dependencies that may not be installable beside it.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any

Found = list[tuple[int, int, float | None, str]]


def load_quantulum3() -> Callable[[str], Found]:
    """Return quantulum3's finder."""
    parser = importlib.import_module("quantulum3.parser")

    def find(text: str) -> Found:
        return [(*found.span, found.value, found.unit.name) for found in parser.parse(text)]

    return find


def load_recognizers() -> Callable[[str], Found]:
    """Return Recognizers-Text's finder: a number with a unit where there is one, else a number."""
    units = importlib.import_module("recognizers_number_with_unit")
    numbers = importlib.import_module("recognizers_number")
    models = [
        *(
            getattr(units, f"recognize_{kind}")
            for kind in ("currency", "temperature", "age", "dimension")
        ),
        numbers.recognize_percentage,
        numbers.recognize_number,
    ]

    def find(text: str) -> Found:
        kept: Found = []
        for model in models:
            for found in model(text, "en-us"):
                start, end = found.start, found.end + 1
                if all(end <= other[0] or other[1] <= start for other in kept):
                    kept.append(
                        (start, end, *_read_resolution(found.resolution or {}, found.type_name))
                    )
        return sorted(kept)

    return find


def _read_resolution(resolution: dict[str, Any], kind: str) -> tuple[float | None, str]:
    value = str(resolution.get("value") or "")
    unit = resolution.get("isoCurrency") or resolution.get("unit") or ""
    if kind == "percentage":
        unit = "percentage"
    if kind == "dimension" and unit == "Pound":
        unit = "pound-mass"
    try:
        return float(value.rstrip("%")), unit
    except ValueError:
        return None, unit


PEERS = {"quantulum3": load_quantulum3, "recognizers": load_recognizers}


def main() -> None:
    """Find in every text given, warmed up by the first."""
    texts = [json.loads(line) for line in sys.stdin]
    find = PEERS[sys.argv[1]]()
    find("About 500 people walked 3 km for $20.")
    begun = time.process_time()
    found = [find(text) for text in texts]
    print(json.dumps(time.process_time() - begun))
    for row in found:
        print(json.dumps(row))


if __name__ == "__main__":
    main()
