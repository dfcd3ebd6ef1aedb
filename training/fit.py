"""Training docs and a config in, the best checkpoint on disk out.

Multiplies matrices with NumPy's BLAS instead of thinc's default: on the processors measured it is two to three times as
fast on one core, in training and in use. The numbers differ in the last bits only.
"""

from __future__ import annotations

import sys
from pathlib import Path

from spacy.cli._util import setup_gpu
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, fix_random_seed, set_current_ops

from training.tokens import tune


def fit(config_path: Path, output: Path, overrides: dict[str, object]) -> None:
    """Train the pipeline of ``config_path`` and write ``model-best`` and ``model-last`` under ``output``.

    Every evaluation that is the best so far is written at once: a run that is stopped loses only what came after.
    """
    setup_gpu(-1, silent=True)
    set_current_ops(NumpyOps(use_blis=False))
    config = load_config(config_path, overrides=overrides, interpolate=False)
    fix_random_seed(config["system"]["seed"])
    output.mkdir(parents=True, exist_ok=True)
    nlp = tune(init_nlp(config))
    train(nlp, output, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)
