"""Names that may look words up: the fourth pass. A pipeline and the data sets in, the same with a wider names' network out.

The network gets one more feature of each word, the name lists that it stands in (`onrecord.language.pipeline.gazetteer_features`), and
goes on with all names and with many other names in their places, so that it learns how far a list is to be trusted.
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
from onrecord.language.pipeline.onnx_ner import OnnxNer
from training.conllu import read_file
from training.corpus import (
    GOLD_NAME_REPEATS,
    SEED,
    SYNTHETIC_TEXTS,
    gum_docs,
    named_doc,
    read_name_sets,
    silver_docs,
)
from training.fit import PARSING, Pace, learn_names, rejoin
from training.names import NamedText
from training.recast import recast
from training.synthetic import paragraphs

STEPS, LOOK, RATE, DROPOUT = 1700, 400, 0.001, 0.12
ROWS = 400
"""Rows of the new feature's table: more than there are classes in use."""
RECASTS = 3
NEW_SHARE = 0.3
"""How much of their random start the weights that read the new feature keep."""


def listed_docs(nlp: Language, teacher: OnnxNer, data: Path) -> list[Doc]:
    """Return docs with names alone, shuffled: every set as it is and, thrice, with other names in it; EWT once so."""
    draw = random.Random(SEED)
    ewt = silver_docs(teacher, nlp.vocab, read_file(data / "treebanks/en_ewt-train.conllu"), draw)
    gum = gum_docs(nlp.vocab, read_file(data / "treebanks/en_gumfree-train.conllu"), draw=draw)
    docs = [*ewt, *gum, *gum]
    docs += _recasts(nlp, [_named(doc) for doc in ewt], draw, times=1)
    docs += _recasts(nlp, [_named(doc) for doc in gum], draw, times=RECASTS)
    for split in read_name_sets(data).values():
        docs += [named_doc(nlp, named) for named in split.train] * GOLD_NAME_REPEATS
        docs += _recasts(nlp, split.train, draw, times=RECASTS)
    docs += [named_doc(nlp, named) for named in paragraphs(SYNTHETIC_TEXTS, seed=SEED)]
    draw.shuffle(docs)
    return docs


def _recasts(
    nlp: Language, texts: list[NamedText], draw: random.Random, *, times: int
) -> Iterator[Doc]:
    for _ in range(times):
        yield from (named_doc(nlp, recast(named, draw)) for named in texts if named.names)


def _named(doc: Doc) -> NamedText:
    names = tuple((span.start_char, span.end_char, span.label_) for span in doc.ents)
    missing = tuple((word.idx, word.idx + len(word)) for word in doc if word.ent_iob == 0)
    return NamedText(doc.text, names, missing)


def fit_listed(
    checkpoint: Path, config_path: Path, output: Path, overrides: dict[str, Any]
) -> None:
    """Write the pipeline in ``checkpoint`` to ``output/model-best`` with names that look words up; the parse stays."""
    set_current_ops(NumpyOps(use_blis=False))
    given = load_config(config_path, overrides=overrides, interpolate=False)
    fix_random_seed(given["system"]["seed"])
    nlp = widened(checkpoint, Path(overrides["paths.dev"]))
    learn_names(nlp, given, output, Pace(STEPS, LOOK, RATE, DROPOUT))
    rejoin(checkpoint, output)


def widened(checkpoint: Path, probe: Path) -> Language:
    """Return the names of ``checkpoint`` alone, their network with the new feature, all else as it was.

    ``probe`` holds docs by which the new network finds its shapes.
    """
    parse = [*PARSING, "tok2vec"]
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
    _copy(old.model, new.model)
    return nlp


def _copy(old: Model[Any, Any], new: Model[Any, Any]) -> None:
    """Put the old network's weights into the new one, whose table of the new feature comes last."""
    for tables in (True, False):
        pairs = zip(_layers(old, tables=tables), _layers(new, tables=tables), strict=False)
        for one, other in pairs:
            for name in one.param_names:
                held: Any = one.get_param(name)
                fresh: Any = other.get_param(name)
                if held.shape != fresh.shape:
                    fresh = fresh * NEW_SHARE
                    fresh[..., : held.shape[-1]] = held
                    held = fresh
                other.set_param(name, held.copy())


def _layers(model: Model[Any, Any], *, tables: bool) -> list[Model[Any, Any]]:
    held = [layer for layer in model.walk() if layer.param_names]
    return [layer for layer in held if (layer.name == "hashembed") == tables]
