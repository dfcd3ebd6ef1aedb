"""Signs counted: names that gold marks in; how much likelier each sign makes a person, a body or a place out.

**Read** are train and dev parts of GUM, WikiGold, UNER, CrossNER and re3d, and of these the names that no list knows.
What `bench.names` measures on is left out, test parts and tweets. **Out of scope:** the weights themselves: they stand
in `onrecord.extract.entities.features.context_features` and its siblings, half of the logarithm as a rule, less where few names carry a sign.

Run it: ``python -m training.signs [WORK]``; half a minute of one core. ``WORK`` is the folder for work files.
"""

from __future__ import annotations

import math
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.extract.entities.clusters.name_parts import split_name
from onrecord.extract.entities.features.context_features import Sign, signs_by_place, signs_inside
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
"""Names that must carry a sign for it to be printed."""
SMALL_WORDS = frozenset({"DT", "IN", "TO", "VBD", "VBZ"})
"""Tags of words before a name that are told apart by word."""

Told = tuple[str, tuple[Sign, ...]]


@dataclass(slots=True)
class Counted:
    """How many names of each type there are, and how many of each type carry a sign."""

    names: Counter[str] = field(default_factory=Counter)
    signs: dict[Told, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def main() -> int:
    """Print every sign that is frequent enough: the weights set, the names counted, the logarithms."""
    from training.__main__ import HERE, SETS, unpack

    work = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "build/training"
    given = Path(os.environ.get("ONRECORD_BENCH_DATA", "../shared/data"))
    counted = count(load_backbone().nlp, learning_parts(unpack(given, work / "data", SETS)))
    print(f"names: {dict(counted.names)}")
    for (place, signs), names in sorted(counted.signs.items()):
        if names.total() >= FEWEST:
            odds = " ".join(
                f"{kind} {log_odds(names, counted.names, kind):+.1f}" for kind in NAME_TYPES
            )
            weights = ", ".join(f"{type_} {weight:+g}" for type_, weight in signs)
            print(f"{place:24} {odds}  {dict(names)}  set: {weights}")
    return 0


def learning_parts(data: Path) -> Iterator[NamedText]:
    """Yield the texts that may be counted: the train and dev part of each set, no test part."""
    for part in ("train", "dev"):
        yield from gum_named(read_file(data / f"treebanks/en_gumfree-{part}.conllu"))
    for split in read_name_sets(data).values():
        yield from split.train
        yield from split.dev


def count(nlp: Language, texts: Iterable[NamedText]) -> Counted:
    """Return what is counted of the names in `texts` that no list knows."""
    counted = Counted()
    pairs = ((named.text, named) for named in texts)
    for doc, named in nlp.pipe(pairs, as_tuples=True):
        for start, end, kind in named.names:
            name = doc.char_span(start, end)
            if name is None or look_up_name(name.text):
                continue
            counted.names[kind] += 1
            for told in set(signs_of(name)):
                counted.signs[told][kind] += 1
    return counted


def signs_of(name: Span) -> Iterator[Told]:
    """Yield where signs of `name` stand and what they say: those around it by place, those inside one by one."""
    for place, signs in signs_by_place(name[0], name[-1]):
        if together := tuple(signs):
            before = name.doc[name.start - 1]
            small = place == "before" and before.tag_ in SMALL_WORDS
            yield f"{place} {before.lower_}" if small else place, together
    for sign in signs_inside(split_name(name.text)):
        yield "inside", (sign,)


def log_odds(with_sign: Counter[str], names: Counter[str], kind: str) -> float:
    """Return the logarithm of how much likelier a name is of `kind` when it carries the sign; 0 where it tells nothing."""
    of_kind = (with_sign[kind] + 0.5) / (names[kind] + 1)
    of_others = (with_sign.total() - with_sign[kind] + 0.5) / (names.total() - names[kind] + 1)
    return math.log(of_kind / of_others)


if __name__ == "__main__":
    sys.exit(main())
