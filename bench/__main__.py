"""Every table of bench/ in a row, and the gate over what they measured.

Run it: `python -m bench [NAME…]`; without names, all. Each bench runs in a process of its own and
prints its tables; a line `measure=value` in them goes to the gate (`bench/gate.py`). Exit 1 if a measure
is below its floor or a bench failed. A bench whose data or peers are not there says so and passes nothing.
"""

from __future__ import annotations

import re
import subprocess
import sys

from bench.gate import find_below_floor, load_floors

BENCHES = (
    "example",
    "bodies",
    "page_kinds",
    "cases",
    "dates",
    "threads",
    "forums",
    "flat",
    "names",
    "quotes",
    "times",
    "figures",
    "events",
    "annotated",
    "stories",
    "timeline",
    "speed",
)
_MEASURE = re.compile(r"^([a-z][\w.-]*)=(-?\d+(?:\.\d+)?)$", re.MULTILINE)


def run(name: str) -> tuple[int, dict[str, float]]:
    """Run one bench, passing on what it prints; return its exit status and measures."""
    print(f"\n## {name}", flush=True)
    lines = []
    with subprocess.Popen(
        [sys.executable, "-m", f"bench.{name}"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line)
    return process.returncode, parse_measures("".join(lines))


def parse_measures(printed: str) -> dict[str, float]:
    """Return the measures in a bench's output, by name."""
    return {name: float(value) for name, value in _MEASURE.findall(printed)}


def main() -> int:
    """Run the benches named and gate what they measured; return the exit status."""
    names = sys.argv[1:] or BENCHES
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    found: dict[str, float] = {}
    failed = []
    for name in names:
        status, measured = run(name)
        found |= measured
        if status:
            failed.append(f"{name}: ended with {status}")
    wrong = find_below_floor(found, load_floors()) + failed
    print("\n## gate")
    print("\n".join(wrong) if wrong else f"{len(found)} measures, none below its floor")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
