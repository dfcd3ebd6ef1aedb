"""Weights of name features: counted on names that gold marks, as the log-odds that a feature makes of each type.

**In:** train and dev parts of GUM, WikiGold, UNER, CrossNER and re3d, and of these the names that no list holds. What
`bench.names` measures on is left out: test parts and tweets. **Out:** a table on screen. **Out of scope:** weights of types
that no gold marks (products, buildings); they stay by hand.

Run it: ``python -m training.name_features [--count] [WORK]``; half a minute of one core. ``WORK`` is the folder for work
files.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.extract.entities.clusters.name_parts import split_name
from onrecord.extract.entities.features.context_features import find_context_features
from onrecord.extract.entities.features.internal_features import find_internal_features
from onrecord.extract.entities.features.weights import load_weights
from onrecord.language import load_backbone
from onrecord.language.names.gazetteer import look_up_name
from training.conllu import read_file
from training.corpus import read_name_sets
from training.evaluate import NAME_TYPES, gum_named
from training.names import NamedText

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

FEWEST = 12
"""Names that must have a feature for it to be printed."""


@dataclass(slots=True)
class FeatureCounts:
    """How many names of each type there are, and how many of each type have a feature."""

    names: Counter[str] = field(default_factory=Counter)
    features: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def main() -> int:
    """Run what the command line asks for."""
    from training.__main__ import HERE, SETS, unpack

    parser = argparse.ArgumentParser(prog="python -m training.name_features", description=__doc__)
    parser.add_argument("--count", action="store_true", help="print the log-odds of each feature")
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
    print_counts(count_features(load_backbone().nlp, iter_learning_texts(data)))
    return 0


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
    for part in ("train", "dev"):
        yield from gum_named(read_file(data / f"treebanks/en_gumfree-{part}.conllu"))
    for split in read_name_sets(data).values():
        yield from split.train
        yield from split.dev


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
