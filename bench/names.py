"""How well people, organisations and places are found: ours beside other pipelines, on one reading of the same texts.

In: `ner`, `treebanks`, `crossner-politics` and `re3d` of the data folder (see `bench.data`), their test
parts cut as `training` cuts them: no shipped weights were trained on them. Out: exact F1, overlap F1 and exact F1 a
type by set; words a second. Ours is measured three ways: as the entities extractor delivers mentions,
as the shipped pipeline alone gives names, and both again with the model `accurate` where it is installed.
Out of scope: types that the gold does not mark (groups, laws, products), and training.

Run it: `python -m bench.names [--quick]`; quick skips the tweets. `ONRECORD_BASELINE` names the
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

from bench.data import BESIDE, find_data_folder
from onrecord.errors import ConfigError, MissingExtra
from onrecord.extract import entities
from onrecord.language import Backbone, load_backbone
from onrecord.language.names.gazetteer import find_known_names, look_up_name
from onrecord.records import Mention, Page, Records, Zone

if TYPE_CHECKING:
    from training.conllu import Sentence
    from training.name_annotations import NamedText

Found = list[tuple[int, int, str]]
Reader = Callable[[list[str]], Iterator[Found]]

SETS = ("treebanks", "ner", "crossner-politics", "re3d")
PEERS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
TYPES_BY_MENTION_TYPE = {"person": "PER", "organisation": "ORG", "place": "LOC", "facility": "LOC"}
TYPES_BY_LABEL = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
}
MEASURED = "entities"
"""The system whose scores carry the floors: what a story gets."""


@dataclass(frozen=True, slots=True)
class NameScores:
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
    folders = [find_data_folder(name) for name in SETS]
    if None in folders:
        return 0
    if importlib.util.find_spec("faker") is None:
        print("names: training requirements not installed: skipped, not passed", file=sys.stderr)
        return 0
    quick = "--quick" in sys.argv
    with tempfile.TemporaryDirectory() as work:
        sets = read_test_parts(Path(work), quick=quick)
        systems = dict(_iter_systems(Path(work)))
        floors = print_table(sets, systems)
    for name, value in floors.items():
        print(f"{name}={value:.3f}")
    return 0


def read_test_parts(work: Path, *, quick: bool) -> dict[str, list[NamedText]]:
    """Return the test part of each set by name, unpacked into `work`."""
    from training.__main__ import unpack
    from training.conllu import read_file
    from training.corpus import group_by_document, read_name_sets, split_names
    from training.evaluate import convert_gum
    from training.name_annotations import read_jsonl

    data = unpack(Path(os.environ.get("ONRECORD_BENCH_DATA", BESIDE / "data")), work / "data", SETS)
    documents = group_by_document(read_file(data / "treebanks/en_gumfree-test.conllu"))
    news = [document for document in documents if "_news_" in str(document[0].newdoc)]
    parts = {
        "gum": convert_gum(_flatten_documents(documents)),
        "gum-news": convert_gum(_flatten_documents(news)),
    }
    parts |= {name: split.test for name, split in read_name_sets(data).items()}
    if not quick:
        for label, name in (("broad-twitter", "s_btc"), ("wnut", "s_wnut")):
            parts[label] = split_names(read_jsonl(data / f"ner/{name}.jsonl")).test
    return parts


def _flatten_documents(documents: Iterable[list[Sentence]]) -> list[Sentence]:
    return [sentence for document in documents for sentence in document]


def print_table(sets: dict[str, list[NamedText]], systems: dict[str, Reader]) -> dict[str, float]:
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


def score(found: Iterable[Found], named: list[NamedText]) -> NameScores:
    """Return the scores of names `found` in each text of `named`."""
    from training.evaluate import NAME_TYPES, Counts, compute_total_f1, score_names

    exact = {kind: Counts() for kind in NAME_TYPES}
    overlap = {kind: Counts() for kind in NAME_TYPES}
    for spans, one in zip(found, named, strict=True):
        score_names(spans, one, exact, overlap)
    return NameScores(
        compute_total_f1(exact), compute_total_f1(overlap), *(exact[kind].f1 for kind in NAME_TYPES)
    )


def _iter_systems(work: Path) -> Iterator[tuple[str, Reader]]:
    shipped = load_backbone()
    yield MEASURED, build_entity_reader(shipped)
    yield shipped.name, _build_pipeline_reader(shipped)
    try:
        accurate = load_backbone("accurate")
    except (ConfigError, MissingExtra) as error:
        print(f"accurate: {error}: skipped, not passed", file=sys.stderr)
    else:
        yield f"{MEASURED}, accurate", build_entity_reader(accurate)
        yield accurate.name, _build_pipeline_reader(accurate)
    yield "name lists alone", _find_listed_names
    if (baseline := _find_baseline(work)) is not None:
        yield "baseline recipe", _build_pipeline_reader(load_backbone(str(baseline)))
    for peer in PEERS:
        try:
            yield peer, _build_pipeline_reader(load_backbone(peer))
        except ConfigError:
            print(f"{peer}: peer not installed: skipped, not passed", file=sys.stderr)


def _find_baseline(work: Path) -> Path | None:
    given = Path(os.environ.get("ONRECORD_BASELINE", BESIDE / "recipes" / "baseline_model.tar.xz"))
    if given.is_dir():
        return given
    if not given.is_file():
        print("baseline recipe: not there: skipped, not passed", file=sys.stderr)
        return None
    with tarfile.open(given) as packed:
        packed.extractall(work / "baseline", filter="data")
    return next((work / "baseline").rglob("meta.json")).parent


def build_page(number: int, text: str) -> Page:
    """Return `text` as a page, each paragraph one of its body; offsets stay."""
    paragraphs = re.finditer(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", text, re.DOTALL)
    zones = tuple(Zone("body", match.start(), match.end()) for match in paragraphs)
    return Page(f"p-{number}", None, "bench", text, zones)


def build_entity_reader(backbone: Backbone) -> Reader:
    """Return a reader that finds names as a story has them: the mentions of the entities extractor."""

    def read(texts: list[str]) -> Iterator[Found]:
        for number, text in enumerate(texts):
            page = build_page(number, text)
            found = entities.extract(page, backbone.parse(page), Records())
            yield [
                (mention.evidence.start, mention.evidence.end, kind)
                for mention in found.mentions
                if (kind := _classify_mention(mention))
            ]

    return read


def _classify_mention(mention: Mention) -> str | None:
    """Return the gold's type of `mention`: armed groups and the like are organisations there, peoples are no names."""
    if mention.type == "group":
        entry = look_up_name(mention.evidence.text)
        return None if entry is None or entry.key.startswith("people:") else "ORG"
    return TYPES_BY_MENTION_TYPE.get(mention.type)


def _build_pipeline_reader(backbone: Backbone) -> Reader:
    def read(texts: list[str]) -> Iterator[Found]:
        for doc in backbone.nlp.pipe(texts):
            yield [
                (span.start_char, span.end_char, TYPES_BY_LABEL[span.label_])
                for span in doc.ents
                if span.label_ in TYPES_BY_LABEL
            ]

    return read


def _find_listed_names(texts: list[str]) -> Iterator[Found]:
    for text in texts:
        yield [
            (start, end, TYPES_BY_MENTION_TYPE[name.type])
            for start, end, name in find_known_names(text)
            if name.type in TYPES_BY_MENTION_TYPE
        ]


if __name__ == "__main__":
    sys.exit(main())
