"""Times measured beside peers: TimeBank, AQUAINT, Recognizers-Text and timenorm, and pages a second.

Run it: `python -m bench.times [--wrong SET]`. Peers run in the interpreter that `ONRECORD_PEERS` names
(default: this one); data or a peer that is not there is skipped, not passed.

`both` is TimeBank and AQUAINT as one set. Columns: `strict` F1 by exact extent and `relaxed` F1 by overlap, over gold and found; `value` is F1 of
overlapping times with the right TIMEX3 value (UzZaman et al. 2013); `same` counts it right as well where
one spells out what it doesn't know (199X, 1998-XX, 1998-W9). On recognizers `value` is the share
of gold whose interval of time was found: its cases are commands to an assistant, its extents take in
prepositions and whole ranges (two times with us: both must be right), its values are written otherwise. On timenorm `value` is the share of
bare phrases read right. `pages/s` is by CPU time of one core, on TimeBank: ours with the parse in it, and
`rules` for the rules alone, for all of onrecord's extractors share one parse.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.time_exclusions import drop_excluded
from bench.time_intervals import is_same_interval, is_same_value
from bench.time_sets import Case, Found, read_cases
from onrecord.extract import times
from onrecord.language import Backbone, load_backbone
from onrecord.records import Dated, Page, Parse, Records, Zone

SETS = ("timebank", "aquaint", "recognizers", "timenorm")
NEWS = ("timebank", "aquaint")
"""Sets of news that are shown as one too ("both")."""
OURS = "onrecord"
PEERS = ("dateparser", "recognizers")
SPEED_SET = "timebank"
COLUMNS = ("strict", "relaxed", "value", "same")

Answers = tuple[list[list[Found]], float, float]
"""What was found in each case, the CPU seconds it took, and how many of them were not the parse's."""

Finder = Callable[[list[Case]], Answers | None]


@dataclass(slots=True)
class Score:
    """Counts of one measure, and a line for each that was wrong."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    typed: int = 0
    valued: int = 0
    same: int = 0
    intervals: int = 0
    wrong: list[str] = field(default_factory=list)

    def compute_f1(self, right: int) -> float:
        """Return F1 of `right` of all gold and found."""
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0

    def compute_share(self, right: int) -> float:
        """Return the share of gold that `right` is."""
        return right / self.gold if self.gold else 0.0

    def add(self, other: Score) -> None:
        """Add the counts of another set."""
        for count in ("gold", "found", "strict", "relaxed", "typed", "valued", "same"):
            setattr(self, count, getattr(self, count) + getattr(other, count))

    def compute_measures(self, name: str) -> dict[str, float]:
        """Return what is measured on the set called `name`."""
        if name == "timenorm":
            return {"value": self.compute_share(self.valued)}
        shown = {"strict": self.compute_f1(self.strict), "relaxed": self.compute_f1(self.relaxed)}
        if name == "recognizers":
            return {**shown, "value": self.compute_share(self.intervals)}
        return {**shown, "value": self.compute_f1(self.valued), "same": self.compute_f1(self.same)}


def main() -> None:
    """Print the table, and the measures as the gate takes them."""
    backbone = load_backbone(os.environ.get("ONRECORD_MODEL") or None)
    finders = {OURS: build_finder(backbone), **{peer: build_peer_finder(peer) for peer in PEERS}}
    shown_set = sys.argv[sys.argv.index("--wrong") + 1] if "--wrong" in sys.argv else ""
    measures: dict[str, float] = {}
    news = {finder: Score() for finder in finders}
    heads = " ".join(f"{column:>7}" for column in COLUMNS)
    print(f"{'':12} {'set':12} {'gold':>5} {heads} {'pages/s':>8} rules")
    for name in SETS:
        cases = read_cases(name)
        for finder, find in finders.items() if cases else ():
            score = _print_finder(finder, find, name, cases or [], measures)
            if score is not None and name in NEWS:
                news[finder].add(score)
            if score is not None and finder == OURS and name == shown_set:
                print("\n".join(score.wrong), end="")
        if name == NEWS[-1]:
            _print_news(news, measures)
    print("\n".join(f"{name}={value:.3f}" for name, value in measures.items()))


def _print_finder(
    finder: str, find: Finder, name: str, cases: list[Case], measures: dict[str, float]
) -> Score | None:
    """Print how a finder does on a set, and note our measures; return its score, or None where it is not installed."""
    answers = find(cases)
    if answers is None:
        print(f"{finder:12} peer not installed: skipped, not passed")
        return None
    score = score_cases(cases, answers[0])
    rates = [len(cases) / max(1e-9, seconds) for seconds in answers[1:]]
    print(_format_row(finder, name, score, rates if name == SPEED_SET else []))
    if name == "recognizers":
        kept = score_cases(drop_excluded(cases), answers[0])
        share = kept.compute_share(kept.intervals)
        print(f"{'':12} without the {score.gold - kept.gold} of classes refused: {share:.3f}")
        if finder == OURS:
            measures["times.recognizers.without"] = share
    if finder == OURS:
        measures |= {
            f"times.{name}.{key}": value for key, value in score.compute_measures(name).items()
        }
    return score


def _print_news(scores: dict[str, Score], measures: dict[str, float]) -> None:
    """Print how the finders do on all sets of news together, and note our measures."""
    for finder, score in scores.items():
        if score.gold:
            print(_format_row(finder, "both", score, []))
    if scores[OURS].gold:
        ours = scores[OURS].compute_measures("both")
        measures |= {f"times.both.{key}": value for key, value in ours.items()}


def _format_row(who: str, name: str, score: Score, rates: list[float]) -> str:
    measures = score.compute_measures(name)
    cells = [f"{measures[m]:7.3f}" if m in measures else f"{'':7}" for m in COLUMNS]
    speed = " ".join(f"{rate:8.1f}" for rate in rates)
    return f"{who:12} {name:12} {score.gold:5} {' '.join(cells)} {speed}"


def build_finder(backbone: Backbone) -> Finder:
    """Return a finder that parses and runs the times extractor; its time has the parse in it."""

    def find(cases: list[Case]) -> Answers:
        begun = time.process_time()
        pages = [_build_page(case) for case in cases]
        parses = [backbone.parse(page) for page in pages]
        parsed = time.process_time()
        found = [_find_times(page, parse) for page, parse in zip(pages, parses, strict=True)]
        done = time.process_time()
        return found, done - begun, done - parsed

    return find


def _build_page(case: Case) -> Page:
    blocks = re.finditer(r"\S(?:.|\n(?!\s*\n))*", case.text)
    zones = tuple(Zone("body", found.start(), found.end()) for found in blocks)
    published = Dated(case.day, "stated") if case.day else None
    return Page("p-bench", None, "bench", case.text, zones, published=published)


def _find_times(page: Page, parse: Parse) -> list[Found]:
    records = times.extract(page, parse, Records())
    return [(t.evidence.start, t.evidence.end, t.type, t.value) for t in records.times]


def build_peer_finder(name: str) -> Finder:
    """Return the finder of another library, run in the interpreter of `ONRECORD_PEERS`."""

    def find(cases: list[Case]) -> Answers | None:
        lines = "\n".join(json.dumps({"text": case.text, "day": case.day}) for case in cases)
        script = Path(__file__).with_name("time_peers.py")
        done = subprocess.run(
            [os.environ.get("ONRECORD_PEERS", sys.executable), str(script), name],
            input=lines,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            return None
        *rows, seconds = map(json.loads, done.stdout.splitlines())
        return [[tuple(row) for row in found] for found in rows], seconds, seconds

    return find


def score_cases(cases: list[Case], answers: list[list[Found]]) -> Score:
    """Return the score of what was found in each case."""
    score = Score()
    for case, found in zip(cases, answers, strict=True):
        _count(score, case, found)
    return score


def _count(score: Score, case: Case, found: list[Found]) -> None:
    score.gold += len(case.gold)
    score.found += len(found)
    used: set[int] = set()
    for row, values in zip(case.gold, case.values, strict=True):
        near = [i for i, f in enumerate(found) if i not in used and f[0] < row[1] and row[0] < f[1]]
        if not near:
            score.wrong.append(f"  missed {row[2]} {case.text[row[0] : row[1]]!r} {row[3]}\n")
            continue
        written = [found[i][3] for i in near]
        score.intervals += any(is_same_interval(written, value) for value in values)
        best = max(near, key=lambda i: min(found[i][1], row[1]) - max(found[i][0], row[0]))
        used.add(best)
        _compare(score, case.text, row, found[best], values)
    for index, row in enumerate(found):
        if index not in used:
            around = case.text[max(0, row[0] - 30) : row[1] + 30].replace("\n", " ")
            score.wrong.append(f"  extra {row[2]} {row[3]}   …{around}…\n")


def _compare(score: Score, text: str, gold: Found, found: Found, values: tuple[str, ...]) -> None:
    score.relaxed += 1
    score.strict += gold[:2] == found[:2]
    score.typed += gold[2] == found[2]
    score.valued += found[3] in values
    score.same += any(is_same_value(found[3], value) for value in values)
    words, other = text[slice(*gold[:2])], text[slice(*found[:2])]
    if gold[:2] != found[:2]:
        score.wrong.append(f"  span {words!r} found {other!r}\n")
    if found[3] not in values:
        around = text[max(0, gold[0] - 40) : gold[1] + 30].replace("\n", " ")
        score.wrong.append(f"  value {gold[3]} found {found[3]}   …{around}…\n")


if __name__ == "__main__":
    main()
