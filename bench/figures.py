"""Figures measured: quantulum3's cases, Recognizers-Text's specs, and our own news sentences.

In: the data folder (`../shared/data` or `$ONRECORD_BENCH_DATA`). Out: a table a set, ours beside peers,
then the measures of the gate. What is not there is skipped, not passed. Peers run in the interpreter
`$ONRECORD_PEERS` names (`bench/requirements.txt` says what it must have), else in this one.

A quantity is found where one overlaps its words; its value is right within a millionth (a range by its
middle, "dozens" by its lower bound), its unit where the keys of `figure_cases` agree. The specs of one
kind of unit are measured on figures of that kind only, for the rest of their sentences has no gold.

Run it: `python -m bench.figures [--wrong SET]`; `--wrong own` prints what is missed, wrong and extra.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.figure_cases import (
    OWN_TRADES,
    Case,
    Quantity,
    classify_unit,
    compute_middle,
    is_excluded,
    normalise_unit,
    read_own,
    read_quantulum3,
    read_recognizers,
)
from onrecord.extract import figures, times
from onrecord.language import Backbone, load_backbone
from onrecord.records import Page, Records, Zone

PAGE_WORDS = 500
"""What a page is taken to have where pages a second are given."""
SETS = ("quantulum3", "recognizers.number", "recognizers.unit", "own", "own2")
_PEERS = Path(__file__).with_name("figure_peers.py")


@dataclass
class Score:
    """Counts over all cases of a set."""

    gold: int = 0
    found: int = 0
    overlapping: int = 0
    value: int = 0
    both: int = 0
    hedges: int = 0
    counted_nouns: int = 0
    wrong: list[str] = field(default_factory=list)

    def compute_f1(self, right: int) -> float:
        """Return F1 of `right` of all gold and found."""
        return 2 * right / ((self.gold + self.found) or 1)

    def format_row(self, name: str, words_a_second: float) -> str:
        """Return the measures in one line."""
        precision, recall = (
            self.overlapping / (self.found or 1),
            self.overlapping / (self.gold or 1),
        )
        return (
            f"  {name:12} {precision:6.3f} {recall:6.3f} {self.compute_f1(self.overlapping):6.3f}"
            f" {self.compute_f1(self.value):6.3f} {self.compute_f1(self.both):10.3f}"
            f" {words_a_second / PAGE_WORDS:8.1f}"
        )


def read_sets() -> dict[str, list[Case] | None]:
    """Return the cases of each set; None where its data is not there."""
    return {
        "quantulum3": read_quantulum3(),
        "recognizers.number": read_recognizers("number"),
        "recognizers.unit": read_recognizers("unit"),
        "own": read_own(),
        "own2": read_own(OWN_TRADES),
    }


def main() -> None:
    """Print every table, and the measures by name."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wrong", choices=SETS)
    parser.add_argument("--alone", action="store_true", help="no peers")
    given = parser.parse_args()
    backbone = load_backbone(os.environ.get("ONRECORD_MODEL") or None)
    scores: dict[str, Score] = {}
    for name, cases in read_sets().items():
        if cases is None:
            continue
        print(f"{name}: {len(cases)} texts, {sum(len(case.gold) for case in cases)} quantities")
        print("                    P      R     F1  value  value+unit  pages/s")
        for finder, found, seconds in _run_finders(backbone, cases, alone=given.alone):
            score = measure(cases, found)
            words = sum(len(case.text.split()) for case in cases)
            print(score.format_row(finder, words / (seconds or 1)))
            if finder == "onrecord":
                scores[name] = score
                if name in {"quantulum3", "recognizers.number"}:
                    print(_format_rest(name, cases, found))
                if any(one.hedge for case in cases for one in case.gold):
                    print(
                        f"  {'':12} hedge right {score.hedges}/{score.overlapping},"
                        f" what is counted right {score.counted_nouns}/{score.overlapping}"
                    )
                if given.wrong == name:
                    print("\n".join(score.wrong))
    for line in _format_measures(scores):
        print(line)


def _run_finders(
    backbone: Backbone, cases: list[Case], *, alone: bool
) -> Iterator[tuple[str, list[list[Quantity]], float]]:
    """Yield (name, what it finds in each text, seconds of CPU) of ours and each peer."""
    begun = time.process_time()
    found = [find_figures(backbone, case.text) for case in cases]
    yield "onrecord", found, time.process_time() - begun
    for name in () if alone else ("quantulum3", "recognizers"):
        answer = run_peer(name, [case.text for case in cases])
        if answer is None:
            print(f"  {name}: peer not installed: skipped, not passed")
        else:
            yield name, *answer


def _format_rest(name: str, cases: list[Case], found: list[list[Quantity]]) -> str:
    """Return our measures on the gold that our conventions do not exclude."""
    rest, left, refused = [], [], 0
    for case, rows in zip(cases, found, strict=True):
        out = tuple(one for one in case.gold if is_excluded(case.text, one, name))
        refused += len(out)
        rest.append(replace(case, gold=tuple(one for one in case.gold if one not in out)))
        left.append([one for one in rows if not _is_overlapping(one, out)])
    score = measure(rest, left)
    return (
        f"{score.format_row('  the rest', 0).rsplit(maxsplit=1)[0]}   (without {refused} refused)"
    )


def find_figures(backbone: Backbone, text: str) -> list[Quantity]:
    """Return what the times and figures extractors find in `text`."""
    page = Page("p-bench", None, "bench", text, (Zone("body", 0, len(text)),))
    parse = backbone.parse(page)
    records = times.extract(page, parse, Records())
    return [
        Quantity(
            one.evidence.start,
            one.evidence.end,
            *normalise_unit(compute_middle(one.value, one.low, one.high), one.unit or ""),
            one.hedge,
            one.what.text if one.what else None,
        )
        for one in figures.extract(page, parse, records).figures
    ]


def run_peer(name: str, texts: list[str]) -> tuple[list[list[Quantity]], float] | None:
    """Return what a peer finds in each text, and its seconds; None where it is not installed."""
    ran = subprocess.run(
        [os.environ.get("ONRECORD_PEERS") or sys.executable, "-W", "ignore", str(_PEERS), name],
        input="\n".join(map(json.dumps, texts)),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        return None
    seconds, *rows = map(json.loads, ran.stdout.splitlines())
    found = [
        [Quantity(start, end, *normalise_unit(v, unit)) for start, end, v, unit in row]
        for row in rows
    ]
    return found, seconds


def measure(cases: list[Case], found: list[list[Quantity]]) -> Score:
    """Return the score of what was `found` in each of `cases`."""
    score = Score()
    for case, rows in zip(cases, found, strict=True):
        left = [one for one in rows if case.kind is None or classify_unit(one.unit) == case.kind]
        if case.kind:  # a unit misread is still the gold's figure
            left += [one for one in rows if one not in left and _is_overlapping(one, case.gold)]
        score.gold += len(case.gold)
        score.found += len(left)
        for gold in case.gold:
            match = next((one for one in left if _is_overlapping(one, (gold,))), None)
            if match is None:
                score.wrong.append(
                    f"  missed {case.text[gold.start : gold.end]!r} in {case.text!r}"
                )
                continue
            left.remove(match)
            _count(score, gold, match, case.text)
        score.wrong.extend(
            f"  extra {case.text[one.start : one.end]!r} ({one.unit}) in {case.text!r}"
            for one in left
        )
    return score


def _is_overlapping(one: Quantity, gold: tuple[Quantity, ...]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in gold)


def _count(score: Score, gold: Quantity, found: Quantity, text: str) -> None:
    score.overlapping += 1
    score.hedges += gold.hedge == found.hedge
    score.counted_nouns += _normalise_words(gold.what) == _normalise_words(found.what)
    words = repr(text[gold.start : gold.end])
    if not _is_equal(gold.value, found.value):
        score.wrong.append(f"  value of {words}: {gold.value} found {found.value} in {text!r}")
        return
    score.value += 1
    if gold.unit != found.unit:
        score.wrong.append(f"  unit of {words}: {gold.unit!r} found {found.unit!r} in {text!r}")
        return
    score.both += 1
    if (gold.hedge, _normalise_words(gold.what)) != (found.hedge, _normalise_words(found.what)):
        score.wrong.append(
            f"  of {words}: {gold.hedge} {gold.what!r} found {found.hedge} {found.what!r} in {text!r}"
        )


def _normalise_words(what: str | None) -> str:
    return (what or "").casefold()


def _is_equal(found: float | None, gold: float | None) -> bool:
    if found is None or gold is None:
        return False
    return abs(found - gold) <= 1e-6 * max(abs(gold), 1e-12)


def _format_measures(scores: dict[str, Score]) -> Iterator[str]:
    for name, score in scores.items():
        if name in {"quantulum3", "own", "own2"}:
            yield f"figures.{name}.value={score.compute_f1(score.value):.3f}"
            yield f"figures.{name}.value_unit={score.compute_f1(score.both):.3f}"
        elif name == "recognizers.number":
            yield f"figures.{name}={score.compute_f1(score.value):.3f}"
        else:
            yield f"figures.{name}={score.compute_f1(score.both):.3f}"


if __name__ == "__main__":
    main()
