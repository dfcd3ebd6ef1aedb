"""A trained checkpoint in, the pipeline folder that ships out: weights, tokenizer and labels, no traces of the training.

What only training needs (corpora, optimizer, paths) is taken out of the config; the meta data say name, version, licence
and sources.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from onrecord.language.pipeline.gazetteer_features import add_gazetteer_features
from onrecord.language.pipeline.half_precision import (
    round_vectors_to_float16,
    widen_vectors_to_float32,
)
from training.synthetic import write_paragraphs

PROBES = 40
VERSION = "0.3.0"
META: dict[str, Any] = {
    "name": "onrecord_sm",
    "version": VERSION,
    "description": "English for news: tags, parse and lemmas over one encoder, names (PER, ORG, LOC) over another.",
    "author": "the onrecord authors",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {
            "name": "UD English GUM, freely licensed genres",
            "license": "CC BY 4.0; texts CC BY, CC BY-SA, public domain",
        },
        {"name": "UNER English EWT (dev)", "license": "CC BY-SA 4.0"},
        {"name": "WikiGold", "license": "CC BY 4.0"},
        {"name": "CrossNER, politics", "license": "MIT; text CC BY-SA"},
        {"name": "re3d", "license": "OGL v3.0, public domain, CC BY-SA 3.0, CC BY 3.0 AU"},
        {"name": "synthetic news of onrecord", "license": "Apache-2.0"},
    ],
}
SCORES = (
    "tag_acc",
    "pos_acc",
    "morph_acc",
    "lemma_acc",
    "dep_uas",
    "dep_las",
    "sents_f",
    "ents_p",
    "ents_r",
    "ents_f",
)


def pack(checkpoint: Path, target: Path) -> int:
    """Write the pipeline in ``checkpoint`` to ``target``, cleaned, and return its size in bytes."""
    nlp = spacy.load(checkpoint)
    round_vectors_to_float16(nlp)
    nlp.meta.update(META)
    performance = nlp.meta.get("performance", {})
    nlp.meta["performance"] = {key: performance[key] for key in SCORES if key in performance}
    config = nlp.config
    config["paths"] = {"vectors": None, "init_tok2vec": None}
    config["corpora"] = {}
    config["initialize"]["vectors"] = None
    config["initialize"]["components"] = {}
    config["initialize"]["tokenizer"] = {}
    nlp.config = config
    card = target / "CARD.md"
    kept = card.read_text(encoding="utf-8") if card.exists() else ""
    if target.exists():
        shutil.rmtree(target)
    nlp.to_disk(target)
    if kept:
        card.write_text(kept, encoding="utf-8")
    keep_needed_strings(target, [named.text for named in write_paragraphs(PROBES, seed=PROBES)])
    return measure_folder(target)


def measure_folder(folder: Path) -> int:
    """Return the bytes of all files under ``folder``, the card left out."""
    return sum(
        path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"
    )


def keep_needed_strings(folder: Path, probe: list[str]) -> int:
    """Remove from the string store the words that only the training texts had; return how many strings are left.

    Kept are the labels, the features of the morphology and what the lemmatizer's edit trees put in and take out.

    Raises:
        ValueError: if the pipeline then reads a ``probe`` text in another way than before.

    """
    path = folder / "vocab/strings.json"
    before = _run_pipeline(folder, probe)
    every = json.loads(path.read_text(encoding="utf-8"))
    trees = srsly.msgpack_loads((folder / "trainable_lemmatizer/trees").read_bytes())["trees"]
    wanted = {value for tree in trees for key, value in tree.items() if key in {"orig", "subst"}}
    nlp = _load_pipeline(folder)
    labels = {
        label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())
    }
    morphologizer: Any = nlp.get_pipe("morphologizer")
    labels.update(morphologizer.cfg["labels_morph"].values())
    kept = [word for word in every if nlp.vocab.strings[word] in wanted or word in labels]
    path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    if _run_pipeline(folder, probe) != before:
        raise ValueError(f"{folder} reads differently without the training words")
    return len(kept)


def _load_pipeline(folder: Path) -> Language:
    nlp = spacy.load(folder)
    widen_vectors_to_float32(nlp)
    add_gazetteer_features(nlp)
    return nlp


def _run_pipeline(folder: Path, probe: list[str]) -> list[list[tuple[str, ...]]]:
    docs = _load_pipeline(folder).pipe(probe)
    return [
        [
            (
                word.text,
                word.tag_,
                word.pos_,
                str(word.morph),
                word.lemma_,
                word.dep_,
                str(word.head.i),
                word.ent_type_,
            )
            for word in doc
        ]
        for doc in docs
    ]
