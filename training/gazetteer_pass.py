"""The fourth pass: names with name lists as a feature. A pipeline and the data sets in, the same with a wider network of names out.

The network gets one more feature of each word, the name lists that contain it (`onrecord.language.pipeline.gazetteer_features`), and
is trained further with all names and with many other names in their places, so that it learns how far a list is to be trusted.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Model, NumpyOps, fix_random_seed, set_current_ops

from onrecord.language.pipeline.gazetteer_features import (
    LIST_MEMBERSHIP_ATTRIBUTE,
    add_gazetteer_features,
)
from onrecord.language.pipeline.half_precision import widen_vectors_to_float32
from onrecord.language.pipeline.onnx_encoder import OnnxEncoder
from training.conllu import read_file
from training.corpus import (
    GOLD_NAME_REPEATS,
    SEED,
    SYNTHETIC_TEXTS,
    build_gum_docs,
    build_named_doc,
    build_silver_docs,
    read_name_sets,
    read_names,
)
from training.fit import PARSE_PIPES, NamesSchedule, join_names, train_names
from training.name_annotations import NamedText
from training.name_replacement import replace_names
from training.synthetic import write_paragraphs

STEPS, EVAL_FREQUENCY, RATE, DROPOUT = 1700, 400, 0.001, 0.12
ROWS = 400
"""Rows of the new feature's table: more than there are classes in use."""
REPLACEMENTS = 3
RANDOM_SHARE = 0.3
"""How much of their random start the weights that read the new feature keep."""


def build_docs(nlp: Language, teacher: OnnxEncoder, data: Path) -> list[Doc]:
    """Return docs with names alone, shuffled: every set as it is and three times with other names in it; EWT once with other names."""
    rng = random.Random(SEED)
    ewt = build_silver_docs(
        teacher, nlp.vocab, read_file(data / "treebanks/en_ewt-train.conllu"), rng
    )
    gum = build_gum_docs(nlp.vocab, read_file(data / "treebanks/en_gumfree-train.conllu"), rng=rng)
    docs = [*ewt, *gum, *gum]
    docs += _iter_replaced(nlp, [read_names(doc) for doc in ewt], rng, times=1)
    docs += _iter_replaced(nlp, [read_names(doc) for doc in gum], rng, times=REPLACEMENTS)
    for split in read_name_sets(data).values():
        docs += [build_named_doc(nlp, named) for named in split.train] * GOLD_NAME_REPEATS
        docs += _iter_replaced(nlp, split.train, rng, times=REPLACEMENTS)
    docs += [build_named_doc(nlp, named) for named in write_paragraphs(SYNTHETIC_TEXTS, seed=SEED)]
    rng.shuffle(docs)
    return docs


def _iter_replaced(
    nlp: Language, texts: list[NamedText], rng: random.Random, *, times: int
) -> Iterator[Doc]:
    for _ in range(times):
        yield from (
            build_named_doc(nlp, replace_names(named, rng)) for named in texts if named.names
        )


def fit_gazetteer_names(
    checkpoint: Path, config_path: Path, output: Path, overrides: dict[str, Any]
) -> None:
    """Write the pipeline in ``checkpoint`` to ``output/model-best`` with names that use name lists; the parse stays."""
    set_current_ops(NumpyOps(use_blis=False))
    given = load_config(config_path, overrides=overrides, interpolate=False)
    fix_random_seed(given["system"]["seed"])
    nlp = widen_names(checkpoint, Path(overrides["paths.dev"]))
    train_names(nlp, given, output, NamesSchedule(STEPS, EVAL_FREQUENCY, RATE, DROPOUT))
    join_names(checkpoint, output)


def widen_names(checkpoint: Path, probe: Path) -> Language:
    """Return the names of ``checkpoint`` alone, their network with the new feature, all else as it was.

    ``probe`` holds docs by which the new network finds its shapes.
    """
    parse = [*PARSE_PIPES, "tok2vec"]
    before = spacy.load(checkpoint, exclude=parse)
    widen_vectors_to_float32(before)
    config = before.config.copy()
    embed = config["components"]["ner"]["model"]["tok2vec"]["embed"]
    embed["attrs"], embed["rows"] = (
        [*embed["attrs"], LIST_MEMBERSHIP_ATTRIBUTE],
        [*embed["rows"], ROWS],
    )
    nlp = load_model_from_config(config, exclude=parse)
    add_gazetteer_features(nlp)
    tokenizer: Any = nlp.tokenizer
    tokenizer.from_disk(checkpoint / "tokenizer")
    old: Any = before.get_pipe("ner")
    new: Any = nlp.get_pipe("ner")
    docs = list(DocBin().from_disk(probe).get_docs(nlp.vocab))[:20]
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    new.initialize(lambda: examples, nlp=nlp, labels=old.label_data)
    _copy_weights(old.model, new.model)
    return nlp


def _copy_weights(old: Model[Any, Any], new: Model[Any, Any]) -> None:
    """Put the old network's weights into the new one, whose table of the new feature comes last."""
    for tables in (True, False):
        pairs = zip(
            _list_layers(old, tables=tables), _list_layers(new, tables=tables), strict=False
        )
        for one, other in pairs:
            for name in one.param_names:
                old_weights: Any = one.get_param(name)
                fresh: Any = other.get_param(name)
                if old_weights.shape != fresh.shape:
                    fresh = fresh * RANDOM_SHARE
                    fresh[..., : old_weights.shape[-1]] = old_weights
                    old_weights = fresh
                other.set_param(name, old_weights.copy())


def _list_layers(model: Model[Any, Any], *, tables: bool) -> list[Model[Any, Any]]:
    layers = [layer for layer in model.walk() if layer.param_names]
    return [layer for layer in layers if (layer.name == "hashembed") == tables]
