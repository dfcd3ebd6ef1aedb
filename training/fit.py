"""Training docs and a config in, the best checkpoint on disk out, in two passes.

The first pass learns at a steady rate; the second continues from its best checkpoint at a rate that falls to zero.
Matrices are multiplied with NumPy's BLAS instead of thinc's default: on the processors measured that is two to three
times as fast on one core, in training and in use. The numbers differ in the last bits only.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import Config, NumpyOps, fix_random_seed, set_current_ops

from onrecord.language.pipeline.half_precision import widen_vectors_to_float32
from training.tokenizer import tune_tokenizer

EMPTY_MORPHOLOGY = "_"
SETTLE_RATE = 0.0008
SETTLE_STEPS = 1750
SETTLE_EVAL_FREQUENCY = 250
NAMES_RATE = 0.001
NAMES_STEPS = 1600
NAMES_EVAL_FREQUENCY = 400
NAMES_DROPOUT = 0.15
NAMES_SCORES = ("ents_p", "ents_r", "ents_f")
PARSE_PIPES = ("tagger", "morphologizer", "parser", "trainable_lemmatizer")


def fit(config_path: Path, output: Path, overrides: dict[str, Any]) -> None:
    """Train the pipeline of ``config_path`` and write ``model-best`` and ``model-last`` under ``output``.

    Every evaluation that is the best so far is written at once: a run that is stopped loses only what came after.
    """
    set_current_ops(NumpyOps(use_blis=False))
    config = load_config(config_path, overrides=overrides, interpolate=False)
    fix_random_seed(config["system"]["seed"])
    output.mkdir(parents=True, exist_ok=True)
    nlp = tune_tokenizer(init_nlp(config))
    remove_empty_morphology(nlp)
    train(nlp, output, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)


def settle(
    checkpoint: Path,
    config_path: Path,
    output: Path,
    overrides: dict[str, Any],
    *,
    steps: int = SETTLE_STEPS,
) -> None:
    """Continue from ``checkpoint`` as ``config_path`` says, the learn rate falling linearly to zero after ``steps``.

    The checkpoint may be of a first pass or a packed pipeline; of its own config only the components are kept.
    """
    set_current_ops(NumpyOps(use_blis=False))
    nlp = tune_tokenizer(spacy.load(checkpoint))
    widen_vectors_to_float32(nlp)
    remove_empty_morphology(nlp)
    restore_edit_trees(nlp)
    given = load_config(config_path, overrides=overrides, interpolate=False)
    config = merge_config(nlp, given)
    fix_random_seed(given["system"]["seed"])
    config["training"]["max_steps"] = steps
    config["training"]["eval_frequency"] = SETTLE_EVAL_FREQUENCY
    config["training"]["batcher"]["size"] = 1500
    config["training"]["optimizer"]["learn_rate"] = build_falling_schedule(steps, SETTLE_RATE)
    nlp.config = config
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)


@dataclass(frozen=True, slots=True)
class NamesSchedule:
    """How names are trained: batches in all, batches between two evaluations on dev, the first learn rate, dropout."""

    steps: int
    eval_frequency: int
    rate: float
    dropout: float


def fit_names(
    checkpoint: Path,
    config_path: Path,
    output: Path,
    overrides: dict[str, Any],
    *,
    steps: int = NAMES_STEPS,
) -> None:
    """Write the pipeline in ``checkpoint`` to ``output/model-best`` with names that have an encoder of their own.

    The encoder begins as a copy of the shared one; only names are trained, so the parse stays as it is.
    """
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(checkpoint, exclude=[*PARSE_PIPES])
    widen_vectors_to_float32(nlp)
    if "tok2vec" in nlp.pipe_names:
        nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
        nlp.disable_pipe("tok2vec")  # its config is still referred to
    given = load_config(config_path, overrides=overrides, interpolate=False)
    fix_random_seed(given["system"]["seed"])
    train_names(
        nlp, given, output, NamesSchedule(steps, NAMES_EVAL_FREQUENCY, NAMES_RATE, NAMES_DROPOUT)
    )
    join_names(checkpoint, output)


def train_names(nlp: Language, given: Config, output: Path, schedule: NamesSchedule) -> None:
    """Train the names of ``nlp`` as ``given`` says, by ``schedule``, and write them alone to ``output/alone``."""
    config = merge_config(nlp, given)
    training = config["training"]
    training["max_steps"], training["eval_frequency"] = schedule.steps, schedule.eval_frequency
    training["dropout"], training["batcher"]["size"] = schedule.dropout, 1500
    training["score_weights"] = {"ents_f": 1.0}
    training["optimizer"]["learn_rate"] = build_falling_schedule(schedule.steps, schedule.rate)
    nlp.config = config
    (output / "alone").mkdir(parents=True, exist_ok=True)
    train(nlp, output / "alone", use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)


def merge_config(nlp: Language, given: Config) -> Config:
    """Return the config of ``nlp`` with all but its components from ``given``."""
    config = nlp.config
    for section in ("paths", "system", "corpora", "training"):
        config[section] = given[section]
    return config


def join_names(checkpoint: Path, output: Path) -> None:
    """Write to ``output/model-best`` the pipeline in ``checkpoint`` with the names in ``output/alone`` and their scores."""
    alone = spacy.load(output / "alone/model-best")
    whole = spacy.load(checkpoint, exclude=["ner"])
    widen_vectors_to_float32(whole)
    whole.add_pipe("ner", source=alone)
    scores = whole.meta.setdefault("performance", {})
    scores.update({key: alone.meta["performance"][key] for key in NAMES_SCORES})
    whole.to_disk(output / "model-best")


def build_falling_schedule(steps: int, rate: float) -> dict[str, Any]:
    """Return the schedule of a learn rate that falls linearly from ``rate`` to zero after ``steps``."""
    return {
        "@schedules": "warmup_linear.v1",
        "warmup_steps": 50,
        "total_steps": steps + 50,
        "initial_rate": rate,
    }


def remove_empty_morphology(nlp: Language) -> None:
    """Remove the label ``_`` (no features, no part of speech) from the morphologizer, with its output row.

    Docs without a parse come out of the augmenter with *empty* morphology where theirs is *missing*; as a label it would
    be learnt from every second word. Unknown labels are skipped in training, so without it those words say nothing.
    """
    pipe: Any = nlp.get_pipe("morphologizer")
    labels = list(pipe.labels)
    if EMPTY_MORPHOLOGY not in labels:
        return
    row = labels.index(EMPTY_MORPHOLOGY)
    for key in ("labels_morph", "labels_pos"):
        pipe.cfg[key].pop(EMPTY_MORPHOLOGY)
    for layer in pipe.model.walk():
        if layer.has_dim("nO") and layer.get_dim("nO") == len(labels):
            kept = [index for index in range(len(labels)) if index != row]
            params = {
                name: layer.get_param(name)[kept]
                for name in ("W", "b")
                if name in layer.param_names
            }
            layer._dims["nO"] = len(kept)  # noqa: SLF001 (set_dim refuses once the weights are there)
            for name, value in params.items():
                layer.set_param(name, layer.ops.asarray(value))


def restore_edit_trees(nlp: Language) -> None:
    """Give a loaded lemmatizer its table from edit tree to label back, which spaCy 3.8 does not save.

    Without it every lemma would count as the first label, and going on with the training would unlearn all others.
    """
    pipe: Any = nlp.get_pipe("trainable_lemmatizer")
    pipe.tree2label = {tree: label for label, tree in enumerate(pipe.cfg["labels"])}
