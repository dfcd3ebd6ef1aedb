"""Times measured: TempEval-3's TimeBank and AQUAINT (F1), and the cases of Recognizers-Text.

In: the data folder (`../shared/data` or `$ONRECORD_BENCH_DATA`). Out: one line a measure; what is not
there is skipped, not passed. TempEval-3 may only be measured on: nothing in onrecord is drawn from it.

Source: UzZaman et al. 2013, SemEval-2013 Task 1 (strict and relaxed match; value F1 = relaxed F1 times
the share of matched times with the right value).
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from onrecord.extract import times
from onrecord.language import Backbone, load_backbone
from onrecord.records import Dated, Page, Records, Zone

DATA = Path(
    os.environ.get("ONRECORD_BENCH_DATA", Path(__file__).resolve().parents[2] / "shared" / "data")
)

Found = tuple[int, int, str, str | None]
"""Start, end, type, value."""

Finder = Callable[[str, str], list[Found]]
"""From text and its ISO day to what is found."""


@dataclass
class Score:
    """Counts of one measure."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    typed: int = 0
    valued: int = 0
    wrong: list[str] = field(default_factory=list)

    def f1(self, right: int) -> float:
        """Return F1 of `right` of all gold and found."""
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0

    def line(self, name: str) -> str:
        """Return the measure in one line."""
        return (
            f"{name:34} gold {self.gold:5} strict {self.f1(self.strict):.3f}"
            f" relaxed {self.f1(self.relaxed):.3f} type {self.f1(self.typed):.3f}"
            f" value {self.f1(self.valued):.3f}"
        )


def main() -> None:
    """Print every measure."""
    backbone = load_backbone(os.environ.get("ONRECORD_MODEL") or None)
    show = "--wrong" in sys.argv
    finders: dict[str, Finder] = {"onrecord": ours(backbone), **peers()}
    for name, finder in finders.items():
        for corpus in ("TimeBank", "AQUAINT"):
            _report(f"{name} on {corpus}", tempeval(finder, corpus), show=False)
        _report(f"{name} on recognizers (news-like)", recognizers(finder), show=show)


def _report(name: str, score: Score | None, *, show: bool) -> None:
    if score is None:
        print(f"{name}: data not there: skipped, not passed")
        return
    print(score.line(name))
    if show:
        print("\n".join(score.wrong))


def ours(backbone: Backbone) -> Finder:
    """Return a finder that runs the times extractor."""

    def find(text: str, day: str) -> list[Found]:
        zones = tuple(
            Zone("body", found.start(), found.end())
            for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
        )
        page = Page("p-bench", None, "bench", text, zones, published=Dated(day, "stated"))
        records = times.extract(page, backbone.parse(page), Records())
        return [(t.evidence.start, t.evidence.end, t.type, t.value) for t in records.times]

    return find


def peers() -> dict[str, Finder]:
    """Return the finders of other libraries that are installed."""
    found: dict[str, Finder] = {}
    try:
        from dateparser.search import search_dates  # type: ignore[import-untyped]
    except ImportError:
        print("dateparser: not installed: skipped")
    else:

        def by_dateparser(text: str, day: str) -> list[Found]:
            from datetime import datetime

            settings = {"RELATIVE_BASE": datetime.fromisoformat(day)}
            rows: list[Found] = []
            position = 0
            for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
                start = text.find(words, position)
                if start >= 0:
                    position = start + len(words)
                    rows.append((start, position, "DATE", moment.date().isoformat()))
            return rows

        found["dateparser"] = by_dateparser
    return found


def archive(name: str) -> Iterator[tuple[str, str]] | None:
    """Return (path, text) of the files of data set `name`, or None where it is not there."""
    path = DATA / name / f"{name}.tar.xz"
    if not path.is_file():
        return None
    return _members(path)


def _members(path: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(path) as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isfile() else None
            if stream is not None:
                yield member.name, io.TextIOWrapper(stream, "utf-8-sig", "replace").read()


def tempeval(finder: Finder, corpus: str) -> Score | None:
    """Return the score on one corpus of TempEval-3, or None where it is not there."""
    members = archive("tempeval3")
    if members is None:
        return None
    score = Score()
    for path, markup in members:
        if f"/{corpus}/" in path and path.endswith(".tml"):
            text, day, gold = _timeml(markup)
            _count(score, text, gold, finder(text, day))
    return score


def _timeml(markup: str) -> tuple[str, str, list[Found]]:
    day = re.search(r'<DCT>.*?value="([^"]*)"', markup, re.DOTALL)
    body = markup.partition("<TEXT>")[2].partition("</TEXT>")[0]
    text = ""
    gold: list[Found] = []
    opened: tuple[int, dict[str, str]] | None = None
    for piece in re.split(r"(<[^>]*>)", body):
        if piece.startswith("<TIMEX3"):
            opened = (len(text), dict(re.findall(r'(\w+)="([^"]*)"', piece)))
        elif piece.startswith("</TIMEX3") and opened:
            gold.append((opened[0], len(text), opened[1]["type"], opened[1]["value"]))
        elif not piece.startswith("<"):
            text += unescape(piece)
    return text, day[1][:10] if day else "", gold


def _count(score: Score, text: str, gold: list[Found], found: list[Found]) -> None:
    score.gold += len(gold)
    score.found += len(found)
    used: set[int] = set()
    for row in gold:
        near = [i for i, f in enumerate(found) if i not in used and f[0] < row[1] and row[0] < f[1]]
        if not near:
            score.wrong.append(f"  missed {row[2]} {text[row[0] : row[1]]!r} {row[3]}")
            continue
        best = max(near, key=lambda i: min(found[i][1], row[1]) - max(found[i][0], row[0]))
        used.add(best)
        _compare(score, text, row, found[best])
    for index, row in enumerate(found):
        if index not in used:
            around = text[max(0, row[0] - 30) : row[1] + 30].replace("\n", " ")
            score.wrong.append(f"  extra {row[2]} {text[row[0] : row[1]]!r} {row[3]}   …{around}…")


def _compare(score: Score, text: str, gold: Found, found: Found) -> None:
    score.relaxed += 1
    score.strict += gold[:2] == found[:2]
    score.typed += gold[2] == found[2]
    score.valued += gold[3] == found[3]
    if gold[:2] != found[:2]:
        score.wrong.append(
            f"  span {text[gold[0] : gold[1]]!r} found {text[found[0] : found[1]]!r}"
        )
    if gold[3] != found[3]:
        words = text[max(0, gold[0] - 40) : gold[1] + 30].replace("\n", " ")
        score.wrong.append(f"  value {gold[3]} found {found[3]}   …{words}…")


def recognizers(finder: Finder) -> Score | None:
    """Return the score on the cases of Recognizers-Text that give one day, or None without data."""
    members = archive("recognizers")
    if members is None:
        return None
    score = Score()
    for path, written in members:
        if not path.endswith("DateTime/English/DateTimeModel.json"):
            continue
        for case in json.loads(written):
            day = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
            if day and "NotSupported" not in case:
                gold = [_resolved(row) for row in case["Results"]]
                _count(score, case["Input"], gold, finder(case["Input"], day))
    return score


def _resolved(row: dict[str, object]) -> Found:
    values = row["Resolution"]["values"]  # type: ignore[index]
    kind = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}
    last = values[0]
    start, end = int(str(row["Start"])), int(str(row["End"])) + 1
    value = last.get("value") if last["type"] == "date" else last.get("timex")
    return (start, end, kind.get(last["type"], "TIME"), value)


if __name__ == "__main__":
    main()
