"""The gate: measures must not fall below their floors, and floors must not fall silently.

Run it: `python -m bench.gate MEASURE=VALUE …` checks values against `floors.toml`;
`python -m bench.gate --pin MEASURE=VALUE …` raises floors, and refuses to lower one unless
`--because "…"` says why, which is written beside it.
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.toml"


def load_floors(path: Path = FLOORS) -> dict[str, dict[str, float | str]]:
    """Return each measure's floor, the data it was pinned on, and why it was ever lowered."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def find_below_floor(
    values: dict[str, float], floors: dict[str, dict[str, float | str]]
) -> list[str]:
    """Return a line for each value under its floor, and for each that has none."""
    lines = []
    for name, value in values.items():
        if name not in floors:
            lines.append(f"{name}: {value:.3f} has no floor; pin it")
        elif value < float(floors[name]["floor"]):
            lines.append(f"{name}: {value:.3f} is below its floor {floors[name]['floor']}")
    return lines


def raise_floors(
    values: dict[str, float], floors: dict[str, dict[str, float | str]], because: str | None
) -> list[str]:
    """Raise `floors` to `values` in place; return a line for each refusal to lower one."""
    refused = []
    for name, value in values.items():
        old = floors.setdefault(name, {"floor": 0.0})
        if value < float(old["floor"]) and not because:
            refused.append(f"{name}: {value:.3f} would lower {old['floor']}; say --because")
            continue
        if value < float(old["floor"]) and because:
            old["lowered"] = because
        old["floor"] = math.floor(round(value * 1000, 6)) / 1000  # never above what was measured
    return refused


def format_floors(floors: dict[str, dict[str, float | str]]) -> str:
    """Return the floors as TOML."""
    lines = [
        "# Floors of the measures in bench/. Raised by bench/gate.py; never lowered silently.\n"
    ]
    for name, entry in sorted(floors.items()):
        lines.append(f'["{name}"]')
        for key, value in entry.items():
            shown = f'"{value}"' if isinstance(value, str) else value
            lines.append(f"{key} = {shown}")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Check or pin, and exit 1 if anything was below or refused."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("values", nargs="+", metavar="MEASURE=VALUE")
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--because")
    given = parser.parse_args()
    values = {name: float(value) for name, _, value in (v.partition("=") for v in given.values)}
    floors = load_floors()
    if given.pin:
        wrong = raise_floors(values, floors, given.because)
        FLOORS.write_text(format_floors(floors), encoding="utf-8")
    else:
        wrong = find_below_floor(values, floors)
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
