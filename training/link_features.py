"""Weights of the features of `same_event` links, fitted on ECB+ beside those in use.

In: ECB+ topics 1 to 35. Out: fitted and used weights, with precision and recall on topics that the fit did not see; with
`--fit` the fitted weights are written to `src/onrecord/link/weights.json`. Out of scope: other kinds of links, which no data
set of ours judges; and which events are compared at all: blocks and contradictions of `onrecord.link.events` stay.

`gold_pairs` says which pairs of events are judged.

Run it: ``python -m training.link_features [--fit] [WORK]``; a minute of one core. ``WORK`` is the folder for work files;
the judged pairs are kept there, and read again by the next run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.link.comparison.weights import WeightEntry, load_table
from onrecord.link.thresholds import THRESHOLDS
from training.gold_pairs import GoldPairs, is_within_topic, load_pairs, name_weight

KIND = "same_event"
WEIGHTS = Path(__file__).parent.parent / "src/onrecord/link/weights.json"
INTERCEPT = "same action"
"""The feature that every compared pair has."""
DAYS = ("same day", "days that meet", "published within days")
"""Features of which every compared pair has one."""
FULL_SCORE = 1.0
"""Score of a pair with the surest day, actor and target."""
PENALTY, NEWTON_STEPS = 1.0, 50
FOLDS, SEED = 7, 20261121
DECIMALS = 3
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Score:
    """What weights find among judged pairs."""

    found: int = 0
    right: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Share of the pairs found that are right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of gold's pairs that are found."""
        return self.right / self.wanted if self.wanted else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.found + other.found, self.right + other.right, self.wanted + other.wanted)

    def __str__(self) -> str:
        shares = f"precision {self.precision:.3f}  recall {self.recall:.3f}"
        return f"{shares}  ({self.right} right of {self.found} found, {self.wanted} in gold)"


def main() -> int:
    """Print fitted beside used weights and what both find on held-out topics; write the fitted ones if asked to."""
    from training.__main__ import HERE, unpack

    parser = argparse.ArgumentParser(
        prog="python -m training.link_features",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("work", nargs="?", type=Path, default=HERE.parent / "build/training")
    parser.add_argument("--fit", action="store_true", help="write the fitted weights")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    given = Path(os.environ.get("ONRECORD_BENCH_DATA", "../shared/data"))
    data = unpack(given, options.work / "data", ("ecbplus",)) / "ecbplus"
    pairs = load_pairs(data, options.work / "same_event_pairs.jsonl")
    used = flatten_weights(load_table()[KIND])
    fitted = fit_weights(pairs, used)
    for name in sorted(used):
        print(f"{name:32} used {used[name]:.3f}  fitted {fitted[name]:.3f}")
    print_reach(pairs)
    print_scores(pairs, used)
    if options.fit:
        write_weights(fitted, WEIGHTS)
    return 0


def print_reach(pairs: Iterable[GoldPairs]) -> None:
    """Print how many of gold's pairs the weights decide on, and how many are not compared or contradicted."""
    reach: Counter[str] = Counter()
    for pair in pairs:
        if pair.is_same and pair.features is None:
            reach["never compared"] += pair.count
        elif pair.is_same:
            reach["decided by weights" if pair.features else "contradicted"] += pair.count
    print(f"pairs in gold: {reach.total()}: {dict(sorted(reach.items()))}")


def print_scores(pairs: Sequence[GoldPairs], used: Mapping[str, float]) -> None:
    """Print what used and fitted weights find on topics that the fit did not see, within topics and with all pairs."""
    used_within = used_all = fitted_within = fitted_all = Score()
    for learning, held_out in split_topics(pairs):
        fitted = fit_weights(learning, used)
        within = [pair for pair in held_out if is_within_topic(pair)]
        used_within += score_weights(within, used)
        used_all += score_weights(held_out, used)
        fitted_within += score_weights(within, fitted)
        fitted_all += score_weights(held_out, fitted)
    print(f"held out, within topics:     used    {used_within}")
    print(f"                             fitted  {fitted_within}")
    print(f"held out, and across topics: used    {used_all}")
    print(f"                             fitted  {fitted_all}")


def flatten_weights(table: Mapping[str, WeightEntry]) -> dict[str, float]:
    """Return the weights of one kind by name of the feature, with its case in brackets if it has cases."""
    return {
        name_weight(name, case): weight
        for name, entry in table.items()
        for case, weight in (entry.items() if isinstance(entry, dict) else (("", entry),))
    }


def split_topics(
    pairs: Sequence[GoldPairs],
) -> Iterator[tuple[list[GoldPairs], list[GoldPairs]]]:
    """Yield (pairs of topics to learn from, pairs of topics held out) so that each topic is held out once."""
    topics = sorted({topic for pair in pairs for topic in pair.topics})
    random.Random(SEED).shuffle(topics)
    for fold in range(FOLDS):
        held_out = set(topics[fold::FOLDS])
        yield (
            [pair for pair in pairs if not held_out & set(pair.topics)],
            [pair for pair in pairs if held_out >= set(pair.topics)],
        )


def score_weights(pairs: Iterable[GoldPairs], weights: Mapping[str, float]) -> Score:
    """Return what `weights` find among `pairs`, by the score from which events are linked."""
    found = right = wanted = 0
    for pair in pairs:
        wanted += pair.count * pair.is_same
        score = sum(round(weights[name], DECIMALS) for name in pair.features or ())
        if score >= THRESHOLDS.event_score:
            found += pair.count
            right += pair.count * pair.is_same
    return Score(found, right, wanted)


def fit_weights(pairs: Sequence[GoldPairs], used: Mapping[str, float]) -> dict[str, float]:
    """Return the weights that find most of gold's pairs among those that are on `pairs` as precise as `used`.

    They are a logistic regression's, moved and scaled so that the score from which events are linked stays what it is
    and the fullest agreement has `FULL_SCORE`.
    """
    compared = [pair for pair in pairs if pair.features]
    names = sorted(set(used) - {INTERCEPT})
    rows = np.array([[name in (pair.features or ()) for name in names] for pair in compared], float)
    labels = np.array([pair.is_same for pair in compared], float)
    counts = np.array([pair.count for pair in compared], float)
    coefficients = fit_without_negative(rows, labels, counts, [name in DAYS for name in names])
    by_name = dict(zip(names, coefficients.tolist(), strict=True))
    within = [pair for pair in pairs if is_within_topic(pair)]
    candidates = [
        weights
        for threshold in _iter_thresholds(compared, by_name)
        if (weights := _scale_weights(by_name, threshold)) is not None
        and _is_as_precise(pairs, weights, used)
        and _is_as_precise(within, weights, used)
    ]
    return max(
        candidates,
        key=lambda weights: score_weights(within, weights).recall,
        default=dict(used),
    )


def _is_as_precise(
    pairs: Sequence[GoldPairs], weights: Mapping[str, float], used: Mapping[str, float]
) -> bool:
    return score_weights(pairs, weights).precision >= score_weights(pairs, used).precision


def _iter_thresholds(
    pairs: Iterable[GoldPairs], coefficients: Mapping[str, float]
) -> Iterator[float]:
    """Yield the middles between neighbouring sums of coefficients."""
    sums = sorted(
        {
            sum(coefficients[name] for name in pair.features or () if name != INTERCEPT)
            for pair in pairs
        }
    )
    for low, high in pairwise(sums):
        yield (low + high) / 2


def _scale_weights(coefficients: Mapping[str, float], threshold: float) -> dict[str, float] | None:
    """Return weights that link what reaches `threshold`, or None where no agreement would reach it by full measure."""
    lowest_day = min(coefficients[name] for name in DAYS)
    moved = {
        name: value - lowest_day if name in DAYS else value for name, value in coefficients.items()
    }
    threshold -= lowest_day
    full = max(moved[name] for name in DAYS) + sum(
        max(value for name, value in moved.items() if name.startswith(participant))
        for participant in ("same actor", "same target")
    )
    if full <= threshold:
        return None
    factor = (FULL_SCORE - THRESHOLDS.event_score) / (full - threshold)
    intercept = THRESHOLDS.event_score - factor * threshold
    weights = {name: factor * value for name, value in moved.items()} | {INTERCEPT: intercept}
    is_in_range = all(0 <= weight <= 1 for weight in weights.values())
    return (
        {name: round(value, DECIMALS) for name, value in weights.items()} if is_in_range else None
    )


def fit_without_negative(
    rows: Floats, labels: Floats, counts: Floats, may_be_negative: Sequence[bool]
) -> Floats:
    """Return coefficients as `fit_logistic` does; a feature that would count against a pair has 0, and the rest is fitted again."""
    kept = np.ones(rows.shape[1], bool)
    while True:
        coefficients = fit_logistic(rows * kept, labels, counts)
        negative = kept & (coefficients < 0) & ~np.array(may_be_negative)
        if not negative.any():
            return coefficients
        kept &= ~negative


def fit_logistic(rows: Floats, labels: Floats, counts: Floats) -> Floats:
    """Return the coefficients of a logistic regression with an intercept, which is not returned, and an L2 penalty.

    Args:
        rows: a row for each pattern of features. labels: 1 for one event, else 0. counts: pairs of each row.
    """
    design = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = np.full(design.shape[1], PENALTY)
    penalty[-1] = 1e-6
    coefficients = np.zeros(design.shape[1])
    for _ in range(NEWTON_STEPS):
        likely = 1 / (1 + np.exp(-design @ coefficients))
        gradient = design.T @ (counts * (labels - likely)) - penalty * coefficients
        curvature = (design.T * (counts * likely * (1 - likely))) @ design + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        coefficients += step
        if np.abs(step).max() < 1e-9:
            break
    return coefficients[:-1]


def write_weights(weights: Mapping[str, float], path: Path) -> None:
    """Write the weights of `same_event` into the table at `path`; other kinds stay."""
    table = json.loads(path.read_text(encoding="utf-8"))
    entries: dict[str, WeightEntry] = table["weights"][KIND]
    for name, entry in entries.items():
        if isinstance(entry, dict):
            entries[name] = {case: weights[name_weight(name, case)] for case in entry}
        else:
            entries[name] = weights[name]
    text = json.dumps(table, indent=2, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
