"""How well people, organisations and places are found: ours beside other pipelines, on one reading of the same texts.

In: `ner`, `treebanks`, `crossner-politics` and `re3d` of the data folder (see `bench.data`), their test
parts cut as `training` cuts them: no shipped weights saw them. Out: exact F1, overlap F1 and exact F1 a
type by set; words a second. Ours is measured three ways: as the entities extractor delivers mentions,
as the shipped pipeline alone gives names, and both again with the model `accurate` where it is installed.
Out of scope: types that the gold does not mark (groups, laws, products), and training.

Run it: `python -m bench.names [--quick]`; quick leaves the tweets out. `ONRECORD_BASELINE` names the
baseline pipeline (a folder or an archive); other spaCy pipelines are measured if they are installed.
The training requirements (`training/requirements.txt`) are needed to read the sets.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.data import BESIDE, data_folder
from onrecord.errors import ConfigError, MissingExtra
from onrecord.extract import entities
from onrecord.language import Backbone, load_backbone
from onrecord.language.names.gazetteer import find_known_names, look_up_name
from onrecord.records import Mention, Page, Records, Zone

if TYPE_CHECKING:
    from training.conllu import Sentence
    from training.names import NamedText

Found = list[tuple[int, int, str]]
Reader = Callable[[list[str]], Iterator[Found]]

SETS = ("treebanks", "ner", "crossner-politics", "re3d")
PEERS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
OURS = {"person": "PER", "organisation": "ORG", "place": "LOC", "facility": "LOC"}
THEIRS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
MEASURED = "entities"
"""The system whose scores carry the floors: what a story gets."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores in per cent: exact and overlap F1 over all types, exact F1 a type."""

    exact: float
    overlap: float
    people: float
    organisations: float
    places: float

    def __str__(self) -> str:
        """Return the scores in the order of the table's columns."""
        row = (self.exact, self.overlap, self.people, self.organisations, self.places)
        return " ".join(f"{value:8.1f}" for value in row)


def main() -> int:
    """Print the tables; return 0, also where the data is not there."""
    folders = [data_folder(name) for name in SETS]
    if None in folders:
        return 0
    if importlib.util.find_spec("faker") is None:
        print("names: training requirements not installed: skipped, not passed", file=sys.stderr)
        return 0
    quick = "--quick" in sys.argv
    with tempfile.TemporaryDirectory() as work:
        sets = test_parts(Path(work), quick=quick)
        systems = dict(_systems(Path(work)))
        floors = table(sets, systems)
    for name, value in floors.items():
        print(f"{name}={value:.3f}")
    return 0


def test_parts(work: Path, *, quick: bool) -> dict[str, list[NamedText]]:
    """Return the test part of each set by name, unpacked into `work`."""
    from training.__main__ import unpack
    from training.conllu import read_file
    from training.corpus import by_document, read_name_sets, split_names
    from training.evaluate import gum_named
    from training.names import read_jsonl

    data = unpack(Path(os.environ.get("ONRECORD_BENCH_DATA", BESIDE / "data")), work / "data", SETS)
    documents = by_document(read_file(data / "treebanks/en_gumfree-test.conllu"))
    news = [document for document in documents if "_news_" in str(document[0].newdoc)]
    parts = {"gum": gum_named(_joined(documents)), "gum-news": gum_named(_joined(news))}
    parts |= {name: split.test for name, split in read_name_sets(data).items()}
    if not quick:
        for label, name in (("broad-twitter", "s_btc"), ("wnut", "s_wnut")):
            parts[label] = split_names(read_jsonl(data / f"ner/{name}.jsonl")).test
    return parts


def _joined(documents: Iterable[list[Sentence]]) -> list[Sentence]:
    return [sentence for document in documents for sentence in document]


def table(sets: dict[str, list[NamedText]], systems: dict[str, Reader]) -> dict[str, float]:
    """Print every system's scores on every set, and its speed; return the measures that have floors."""
    floors: dict[str, float] = {}
    seconds = dict.fromkeys(systems, 0.0)
    print(f"{'':18}{'':28}{'exact':>9}{'overlap':>9}{'PER':>9}{'ORG':>9}{'LOC':>9}")
    for label, named in sets.items():
        texts = [one.text for one in named]
        names = sum(len(one.names) for one in named)
        for system, read in systems.items():
            begun = time.process_time()
            found = list(read(texts))
            seconds[system] += time.process_time() - begun
            scored = score(found, named)
            print(f"{label:18}{system:28}{scored}   ({names} names)")
            if system == MEASURED:
                floors[f"names.{label}.exact"] = scored.exact / 100
                floors[f"names.{label}.overlap"] = scored.overlap / 100
    words = sum(len(one.text.split()) for named in sets.values() for one in named)
    for system, taken in seconds.items():
        print(f"{system:28}{words / max(taken, 1e-9):12,.0f} words/s")
    return floors


def score(found: Iterable[Found], named: list[NamedText]) -> Scored:
    """Return the scores of names `found` in each text of `named`."""
    from training.evaluate import NAME_TYPES, Counts, score_names, summed

    exact = {kind: Counts() for kind in NAME_TYPES}
    overlap = {kind: Counts() for kind in NAME_TYPES}
    for spans, one in zip(found, named, strict=True):
        score_names(spans, one, exact, overlap)
    return Scored(summed(exact), summed(overlap), *(exact[kind].f1 for kind in NAME_TYPES))


def _systems(work: Path) -> Iterator[tuple[str, Reader]]:
    shipped = load_backbone()
    yield MEASURED, by_entities(shipped)
    yield shipped.name, _by_pipeline(shipped)
    try:
        accurate = load_backbone("accurate")
    except (ConfigError, MissingExtra) as error:
        print(f"accurate: {error}: skipped, not passed", file=sys.stderr)
    else:
        yield f"{MEASURED}, accurate", by_entities(accurate)
        yield accurate.name, _by_pipeline(accurate)
    yield "name lists alone", _by_lists
    if (baseline := _baseline(work)) is not None:
        yield "baseline recipe", _by_pipeline(load_backbone(str(baseline)))
    for peer in PEERS:
        try:
            yield peer, _by_pipeline(load_backbone(peer))
        except ConfigError:
            print(f"{peer}: peer not installed: skipped, not passed", file=sys.stderr)


def _baseline(work: Path) -> Path | None:
    given = Path(os.environ.get("ONRECORD_BASELINE", BESIDE / "recipes" / "baseline_model.tar.xz"))
    if given.is_dir():
        return given
    if not given.is_file():
        print("baseline recipe: not there: skipped, not passed", file=sys.stderr)
        return None
    with tarfile.open(given) as packed:
        packed.extractall(work / "baseline", filter="data")
    return next((work / "baseline").rglob("meta.json")).parent


def page_of(number: int, text: str) -> Page:
    """Return `text` as a page, each paragraph one of its body; offsets stay."""
    paragraphs = re.finditer(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", text, re.DOTALL)
    zones = tuple(Zone("body", match.start(), match.end()) for match in paragraphs)
    return Page(f"p-{number}", None, "bench", text, zones)


def by_entities(backbone: Backbone) -> Reader:
    """Return a reader that finds names as a story has them: the mentions of the entities extractor."""

    def read(texts: list[str]) -> Iterator[Found]:
        for number, text in enumerate(texts):
            page = page_of(number, text)
            found = entities.extract(page, backbone.parse(page), Records())
            yield [
                (mention.evidence.start, mention.evidence.end, kind)
                for mention in found.mentions
                if (kind := _kind(mention))
            ]

    return read


def _kind(mention: Mention) -> str | None:
    """Return the gold's type of `mention`: armed and like groups are organisations there, peoples are no names."""
    if mention.type == "group":
        entry = look_up_name(mention.evidence.text)
        return None if entry is None or entry.key.startswith("people:") else "ORG"
    return OURS.get(mention.type)


def _by_pipeline(backbone: Backbone) -> Reader:
    def read(texts: list[str]) -> Iterator[Found]:
        for doc in backbone.nlp.pipe(texts):
            yield [
                (span.start_char, span.end_char, THEIRS[span.label_])
                for span in doc.ents
                if span.label_ in THEIRS
            ]

    return read


def _by_lists(texts: list[str]) -> Iterator[Found]:
    for text in texts:
        yield [
            (start, end, OURS[name.type])
            for start, end, name in find_known_names(text)
            if name.type in OURS
        ]


if __name__ == "__main__":
    sys.exit(main())
