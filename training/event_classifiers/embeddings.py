"""Embeddings of words that denote events, by a large encoder: vectors for the encoder that ships to learn.

In: documents, and which of their words may denote events. Out: for each such word a unit vector of EMBEDDING_WIDTH numbers. Out of scope: whether two words
denote one event (`onrecord.link`).

The vector is the state of a middle layer of the encoder as it was published, less the mean, on the first principal axes of all words read: words of one matter lie
near each other whether they are nouns or verbs.
**Source**: principal axes of hidden states, after Pearson (1901); middle layers for the meaning of words, after Bommasani et al., "Interpreting Pretrained
Contextualized Representations via Reductions to Static Embeddings" (2020).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import MPNetModel

from onrecord.language.pipeline.event_readings import EMBEDDING_WIDTH
from training.annotations.marks import Span
from training.event_classifiers.cases import Document
from training.event_classifiers.teacher import BATCH, iter_windows, pad_windows

LAYER = 9
"""The layer whose states are read, of twelve: chosen on ECB+ topics 1 to 35, where the average precision of pairs of events by the cosine of its first 24 axes is .43, of 48 .43, of all .45 (of the last
layer .37, .41, .44); .04 by chance."""

Embeddings = dict[tuple[str, Span], NDArray[np.float16]]
"""The vector of each word that may denote an event, by its document and span."""


def read_embeddings(
    folder: Path, documents: Sequence[Document], may_denote: Callable[[str, Span], bool]
) -> Embeddings:
    """Return the vectors of the words of `documents` that may denote an event.

    Args:
        folder: of the published encoder.
        documents: what is read.
        may_denote: of a document's name and a word's span, whether the word may denote an event.

    """
    encoder = MPNetModel.from_pretrained(folder, add_pooling_layer=False).eval()
    windows = [w for document in documents for w in iter_windows(folder, document)]
    windows.sort(key=lambda window: len(window.pieces))
    keys: list[tuple[str, Span]] = []
    states: list[NDArray[np.float32]] = []
    for first in range(0, len(windows), 2 * BATCH):
        batch = windows[first : first + 2 * BATCH]
        pieces, mask = pad_windows(batch)[:2]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            found = encoder(input_ids=pieces, attention_mask=mask, output_hidden_states=True)
        layer = found.hidden_states[LAYER].float().numpy()
        for row, window in enumerate(batch):
            for at, span in zip(window.firsts, window.spans, strict=True):
                if may_denote(window.document, span):
                    keys.append((window.document, span))
                    states.append(layer[row, at])
    return dict(zip(keys, _reduce_axes(np.array(states)), strict=True))


def _reduce_axes(states: NDArray[np.float32]) -> NDArray[np.float16]:
    """Return unit vectors on the first principal axes."""
    centred = states - states.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    vectors = centred @ axes[:, -EMBEDDING_WIDTH:]
    unit: NDArray[np.float16] = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(
        np.float16
    )
    return unit
