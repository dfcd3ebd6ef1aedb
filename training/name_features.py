"""Weights of name features, from names that gold marks: counted, fitted, and scored on dev parts.

**In:** train and dev parts of GUM, WikiGold, UNER, CrossNER and re3d, and of these the names that no list holds. What
`bench.names` measures on is excluded: test parts and tweets. **Out:** with ``--count``, how much likelier each feature of the
train and dev parts makes each type; with ``--fit``, the file of weights, fitted on train parts with the penalty that is best
on dev parts; with ``--score``, how well the entities of the dev parts are found with the weights of the file. **Out of
scope:** weights of types that no gold marks (products, buildings); they stay by hand.

Run it: ``python -m training.name_features [--count | --fit | --score] [WORK]``; half a minute to three minutes of one core.
``WORK`` is the folder for work files.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bench.names import NameScores, build_entity_reader, score

from onrecord.extract.entities import features
from onrecord.extract.entities.clusters.name_parts import split_name
from onrecord.extract.entities.features.context_features import find_context_features
from onrecord.extract.entities.features.internal_features import find_internal_features
from onrecord.extract.entities.features.weights import FILE, load_weights
from onrecord.language import Backbone, load_backbone
from onrecord.language.names.gazetteer import look_up_name
from training.conllu import read_file
from training.corpus import read_name_sets
from training.evaluate import NAME_TYPES, convert_gum
from training.feature_weights import (
    FEWEST,
    NamedFeatures,
    fit_weights,
    merge_weights,
    read_weights,
    write_weights,
)
from training.name_annotations import NamedText

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

FILE_OF_WEIGHTS = Path(features.__file__).parent / FILE
ALL = "all"
PENALTIES = (1.0, 10.0, 30.0, 100.0)
"""Penalties that are tried on dev parts."""


@dataclass(slots=True)
class FeatureCounts:
    """How many names of each type there are, and how many of each type have a feature."""

    names: Counter[str] = field(default_factory=Counter)
    features: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def main() -> int:
    """Run what the command line asks for."""
    from training.__main__ import HERE, SETS, unpack

    parser = argparse.ArgumentParser(prog="python -m training.name_features", description=__doc__)
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument("--count", action="store_true", help="print log-odds (the default)")
    wanted.add_argument("--fit", action="store_true", help="write fitted weights into the file")
    wanted.add_argument("--score", action="store_true", help="print scores on dev parts")
    parser.add_argument(
        "work",
        nargs="?",
        type=Path,
        default=HERE.parent / "build/training",
        help="folder for work files",
    )
    options = parser.parse_args()
    given = Path(os.environ.get("ONRECORD_BENCH_DATA", "../shared/data"))
    data = unpack(given, options.work / "data", SETS)
    backbone = load_backbone()
    if options.fit:
        fit_and_write(backbone, data)
    elif options.score:
        print_scores("weights of the file", score_dev_parts(backbone, read_part(data, "dev")))
    else:
        print_counts(count_features(backbone.nlp, iter_learning_texts(data)))
    return 0


def fit_and_write(backbone: Backbone, data: Path) -> None:
    """Fit weights on train parts with each penalty, and write those that score best on dev parts into the file."""
    train = [text for texts in read_part(data, "train").values() for text in texts]
    names = [
        (frozenset(iter_features(name)), kind)
        for name, kind in iter_unlisted_names(backbone.nlp, train)
    ]
    dev = read_part(data, "dev")
    before = score_dev_parts(backbone, dev)
    print_scores("weights before", before)
    file = read_weights(FILE_OF_WEIGHTS)
    scores = {}
    for penalty in PENALTIES:
        write_fitted(file, names, penalty)
        scores[penalty] = score_dev_parts(backbone, dev)
        print_scores(f"penalty {penalty:g}", scores[penalty])
    best = max(
        PENALTIES, key=lambda penalty: scores[penalty][ALL].exact + scores[penalty][ALL].overlap
    )
    write_fitted(file, names, best)
    print(f"written: {FILE_OF_WEIGHTS.name}, penalty {best:g}")


def write_fitted(file: dict[str, Any], names: Sequence[NamedFeatures], penalty: float) -> None:
    """Write `file` with weights fitted on `names`, and let the extractor read it anew."""
    about = {key: value for key, value in file["about"].items() if key != "compared"} | {
        "written_by": "python -m training.name_features --fit",
        "data": "names that no list holds, of the train parts of GUM, WikiGold, UNER, CrossNER and re3d",
        "penalty": penalty,
        "seed": None,
        "basis": file["about"]["basis"]
        | {"fitted": "a multinomial logistic regression with an L2 penalty"},
    }
    write_weights(
        FILE_OF_WEIGHTS, about, merge_weights(file["weights"], fit_weights(names, penalty))
    )
    load_weights.cache_clear()


def read_part(data: Path, part: Literal["train", "dev"]) -> dict[str, list[NamedText]]:
    """Return the train or dev part of each set, by its name."""
    gum = convert_gum(read_file(data / f"treebanks/en_gumfree-{part}.conllu"))
    sets = read_name_sets(data)
    return {"gum": gum} | {name: list(getattr(split, part)) for name, split in sets.items()}


def score_dev_parts(backbone: Backbone, parts: dict[str, list[NamedText]]) -> dict[str, NameScores]:
    """Return the scores of the extractor's entities on each part, and on all together, as `bench.names` computes them."""
    read = build_entity_reader(backbone)
    found = {name: list(read([text.text for text in texts])) for name, texts in parts.items()}
    scores = {name: score(found[name], texts) for name, texts in parts.items()}
    together = [text for texts in parts.values() for text in texts]
    return scores | {ALL: score([names for part in found.values() for names in part], together)}


def print_scores(label: str, scores: dict[str, NameScores]) -> None:
    """Print exact and overlap F1 of each part, in per cent."""
    row = " ".join(f"{name} {one.exact:.2f}/{one.overlap:.2f}" for name, one in scores.items())
    print(f"{label:20} {row}", flush=True)


def print_counts(counts: FeatureCounts) -> None:
    """Print every feature that is frequent enough: its log-odds by type, the names counted, its weights."""
    print(f"names: {dict(counts.names)}")
    for feature, names in sorted(counts.features.items()):
        if names.total() >= FEWEST:
            odds = " ".join(
                f"{kind} {compute_log_odds(names, counts.names, kind):+.1f}" for kind in NAME_TYPES
            )
            weights = ", ".join(
                f"{type_} {weight:+g}" for type_, weight in load_weights()[feature].items()
            )
            print(f"{feature:30} {odds}  {dict(names)}  weights: {weights}")


def iter_learning_texts(data: Path) -> Iterator[NamedText]:
    """Yield the texts that may be counted: the train and dev part of each set, no test part."""
    parts: tuple[Literal["train", "dev"], ...] = ("train", "dev")
    for part in parts:
        for texts in read_part(data, part).values():
            yield from texts


def count_features(nlp: Language, texts: Iterable[NamedText]) -> FeatureCounts:
    """Return the counts of the names in `texts` that no list holds."""
    counts = FeatureCounts()
    for name, kind in iter_unlisted_names(nlp, texts):
        counts.names[kind] += 1
        for feature in set(iter_features(name)):
            counts.features[feature][kind] += 1
    return counts


def iter_unlisted_names(nlp: Language, texts: Iterable[NamedText]) -> Iterator[tuple[Span, str]]:
    """Yield the names of `texts` that no list holds, with their type in gold (PER, ORG, LOC)."""
    pairs = ((named.text, named) for named in texts)
    for doc, named in nlp.pipe(pairs, as_tuples=True):
        for start, end, kind in named.names:
            name = doc.char_span(start, end)
            if name is not None and not look_up_name(name.text):
                yield name, kind


def iter_features(name: Span) -> Iterator[str]:
    """Yield the features around and inside `name`."""
    yield from find_context_features(name)
    yield from find_internal_features(split_name(name.text))


def compute_log_odds(with_feature: Counter[str], names: Counter[str], kind: str) -> float:
    """Return the logarithm of how much likelier a name is of `kind` when it has the feature; 0 where it makes no difference."""
    of_kind = (with_feature[kind] + 0.5) / (names[kind] + 1)
    of_others = (with_feature.total() - with_feature[kind] + 0.5) / (
        names.total() - names[kind] + 1
    )
    return math.log(of_kind / of_others)


if __name__ == "__main__":
    sys.exit(main())
