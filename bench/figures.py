"""Figures measured: the cases of quantulum3's own tests.

In: the data folder (`../shared/data` or `$ONRECORD_BENCH_DATA`). Out: one line a finder; what is not there
is skipped, not passed. A case is a sentence with its quantities; those that count time (`year`, `hour`)
and bare years are left out, for onrecord reads them as times. A quantity is found where one overlaps its
words, and right where the value agrees too; a range agrees by its middle, as quantulum3 gives it.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.extract import figures, times
from onrecord.language import Backbone, load_backbone
from onrecord.records import Figure, Page, Records, Zone

DATA = Path(
    os.environ.get("ONRECORD_BENCH_DATA", Path(__file__).resolve().parents[2] / "shared" / "data")
)
CASES = "quantulum3/_lang/en_US/tests/quantities.json"
TIME = re.compile(r"(?:giga|mega|kilo)?(?:year|month|week|day|hour|minute|second)")

Found = tuple[int, int, float | None]
"""Start, end, value."""

Finder = Callable[[str], list[Found]]


@dataclass
class Score:
    """Counts over all cases."""

    gold: int = 0
    found: int = 0
    near: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Return the measure in one line."""
        both = self.gold + self.found or 1
        return (
            f"{name:14} gold {self.gold:4} found {self.found:4} span F1 {2 * self.near / both:.3f}"
            f" value recall {self.right / (self.gold or 1):.3f}"
            f" value F1 {2 * self.right / both:.3f}"
        )


def main() -> None:
    """Print every measure."""
    cases = read_cases()
    if cases is None:
        print("quantulum3's cases: data not there: skipped, not passed")
        return
    backbone = load_backbone(os.environ.get("ONRECORD_MODEL") or None)
    for name, finder in {"onrecord": ours(backbone), **peers()}.items():
        score = measure(finder, cases)
        print(score.line(name))
        if "--wrong" in sys.argv:
            print("\n".join(score.wrong))


def read_cases() -> list[dict[str, Any]] | None:
    """Return the cases, or None where the data is not there."""
    path = DATA / "quantulum3" / "quantulum3.tar.xz"
    if not path.is_file():
        return None
    with tarfile.open(path) as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.name.endswith(CASES) else None
            if stream is not None:
                cases: list[dict[str, Any]] = json.load(io.TextIOWrapper(stream, "utf-8"))
                return cases
    return None


def ours(backbone: Backbone) -> Finder:
    """Return a finder that runs the times and figures extractors."""

    def find(text: str) -> list[Found]:
        page = Page("p-bench", None, "bench", text, (Zone("body", 0, len(text)),))
        parse = backbone.parse(page)
        records = times.extract(page, parse, Records())
        drawn = figures.extract(page, parse, records).figures
        return [(f.evidence.start, f.evidence.end, middle(f)) for f in drawn]

    return find


def middle(figure: Figure) -> float | None:
    """Return the value, or the middle of a range, or the lower bound."""
    if figure.value is not None or figure.low is None:
        return figure.value
    return figure.low if figure.high is None else (figure.low + figure.high) / 2


def peers() -> dict[str, Finder]:
    """Return the finders of other libraries that are installed."""
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3: not installed: skipped")
        return {}

    def find(text: str) -> list[Found]:
        return [
            (*quantity.span, quantity.value)
            for quantity in parser.parse(text)
            if not TIME.fullmatch(quantity.unit.name)
        ]

    return {"quantulum3": find}


def measure(finder: Finder, cases: list[dict[str, Any]]) -> Score:
    """Return the score of `finder` over `cases`."""
    score = Score()
    for case in cases:
        gold = _gold(case)
        found = finder(case["req"])
        score.gold += len(gold)
        score.found += len(found)
        left = list(found)
        for row in gold:
            match = next((f for f in left if f[0] < row[1] and row[0] < f[1]), None)
            if match is None:
                score.wrong.append(f"  missed {case['req'][row[0] : row[1]]!r} in {case['req']!r}")
                continue
            left.remove(match)
            score.near += 1
            if _agree(match[2], row[2]):
                score.right += 1
            else:
                score.wrong.append(f"  value {row[2]} found {match[2]} in {case['req']!r}")
        score.wrong.extend(f"  extra {case['req'][f[0] : f[1]]!r} in {case['req']!r}" for f in left)
    return score


def _gold(case: dict[str, Any]) -> list[Found]:
    rows: list[Found] = []
    position = 0
    for row in case["res"]:
        start = case["req"].find(row["surface"], position)
        if start < 0:
            continue
        position = start + len(row["surface"])
        bare_year = re.fullmatch(r"(?:19|20)\d\d", row["surface"])
        if not bare_year and not TIME.fullmatch(row["unit"]):
            rows.append((start, position, row["value"]))
    return rows


def _agree(found: float | None, gold: float | None) -> bool:
    return (
        found is not None and gold is not None and abs(found - gold) <= 1e-6 * max(1.0, abs(gold))
    )


if __name__ == "__main__":
    main()
