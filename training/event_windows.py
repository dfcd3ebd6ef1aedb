"""Parsed documents in, windows for the encoder's outputs of events out: what a teacher says of each word, or what annotators marked.

In: documents with marks, or with a teacher's readings (`training.event_classifiers`). Out: windows of word pieces with a target at each word's first
piece, in batches; the loss of the encoder's scores. Out of scope: names (`windows`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from onrecord.language.pipeline.event_readings import (
    FIELD_PLACES,
    FIELDS,
    KIND,
    NO_ROOT,
    OUTPUTS,
    PROMISE,
    ROOT,
    STATUS,
)
from onrecord.language.pipeline.onnx_encoder import iter_windows
from onrecord.language.pipeline.wordpiece import WordPieceVocabulary
from training.annotations.marks import Span
from training.event_classifiers.cases import (
    FIELD_WEIGHTS,
    PROMISE_WEIGHTS,
    Document,
    Readings,
    locate,
)
from training.windows import group_by_length, pad_rows

TEMPERATURE = 1.5
"""By what the teacher's scores are divided: it is surer than it is right."""
LEAST_CHANCE = 1e-6
HIDDEN_SHARE = 0.12
"""The share of pieces that are hidden, each time a window is read."""


@dataclass(frozen=True, slots=True)
class EventWindow:
    """Pieces and looks of a run of words, with the marks at both ends.

    Attributes:
        pieces, looks: one number a piece.
        targets: how likely each output is to be true at a piece; (pieces, OUTPUTS), in half precision.
        judged: 1 at the first piece of a word that is judged, else 0; (pieces,).

    """

    pieces: list[int]
    looks: list[int]
    targets: NDArray[np.float16]
    judged: NDArray[np.float16]


def list_windows(
    documents: Sequence[Document], vocabulary: WordPieceVocabulary, readings: Readings | None
) -> list[EventWindow]:
    """Return the windows of documents with the teacher's `readings` as targets, or without them with the annotators' marks."""
    return [
        window
        for document in documents
        for window in _iter_windows(document, vocabulary, readings)
        if window.judged.any()
    ]


def _iter_windows(
    document: Document, vocabulary: WordPieceVocabulary, readings: Readings | None
) -> Iterator[EventWindow]:
    for block in document.parse.blocks:
        words = iter(block.doc)
        for cut in iter_windows(block.doc, vocabulary):
            targets = np.zeros((len(cut.piece_ids), OUTPUTS), np.float16)
            judged = np.zeros(len(cut.piece_ids), np.float16)
            for piece in cut.first_pieces:
                word = next(words)
                chances = _read_word(document, locate(block, word), readings)
                if chances is not None and not word.is_space:
                    targets[piece], judged[piece] = _spread(chances), 1
            yield EventWindow(list(cut.piece_ids), list(cut.word_shapes), targets, judged)


def _read_word(
    document: Document, span: Span, readings: Readings | None
) -> Mapping[str, Mapping[str, float]] | None:
    """Return by field how likely each class of a word is; None for words that the teacher did not read."""
    if readings is not None:
        found = readings.get((document.name, span))
        return None if found is None else _flatten(found)
    promise = {PROMISE: {document.classify_promise(span): 1.0}}
    event = document.find_event(span)
    if event is None:
        return promise
    marks = {name: {event[name] or NO_ROOT: 1.0} for name in (STATUS, KIND, ROOT)}
    return {"event": {"event": 1.0}} | marks | promise


def _flatten(
    reading: Mapping[str, Mapping[str, float]],
) -> dict[str, dict[str, float]]:
    """Return the teacher's probabilities less sure: as if its scores were divided by TEMPERATURE."""
    event = min(max(reading["event"]["event"], LEAST_CHANCE), 1 - LEAST_CHANCE)
    found = {"event": {"event": 1 / (1 + ((1 - event) / event) ** (1 / TEMPERATURE))}}
    for name in FIELDS:
        raised = {
            one: max(chance, LEAST_CHANCE) ** (1 / TEMPERATURE)
            for one, chance in reading[name].items()
        }
        total = sum(raised.values())
        found[name] = {one: value / total for one, value in raised.items()}
    return found


def _spread(chances: Mapping[str, Mapping[str, float]]) -> list[float]:
    """Return probabilities in the order of the encoder's outputs."""
    fields = [
        chances.get(name, {}).get(one, 0.0) for name, classes in FIELDS.items() for one in classes
    ]
    return [chances.get("event", {}).get("event", 0.0), *fields]


def iter_event_batches(
    rows: list[EventWindow], rng: random.Random, hidden: int
) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
    """Yield one reading of `rows` as (pieces, looks, targets, judged), shuffled, rows of like length together.

    Some pieces are `hidden`: the number of that piece stands in their place.
    """
    for group in group_by_length(rows, rng):
        width = max(len(row.pieces) for row in group)
        targets = torch.zeros(len(group), width, OUTPUTS)
        judged = torch.zeros(len(group), width)
        for place, row in enumerate(group):
            targets[place, : len(row.pieces)] = torch.from_numpy(row.targets.astype(np.float32))
            judged[place, : len(row.pieces)] = torch.from_numpy(row.judged.astype(np.float32))
        yield (
            pad_rows([_replace_hidden(row.pieces, rng, hidden) for row in group], width, 0),
            pad_rows([row.looks for row in group], width, 0),
            targets,
            judged,
        )


def _replace_hidden(pieces: list[int], rng: random.Random, hidden: int) -> list[int]:
    """Return the pieces with some hidden; the marks at both ends stay."""
    inner = [hidden if rng.random() < HIDDEN_SHARE else piece for piece in pieces[1:-1]]
    return [pieces[0], *inner, pieces[-1]]


def compute_event_loss(scores: Tensor, targets: Tensor, judged: Tensor) -> Tensor:
    """Return the cross-entropy of scores (rows, places, OUTPUTS); the fields of events count by how likely the word denotes one."""
    own = functional.binary_cross_entropy_with_logits(
        scores[..., 0], targets[..., 0], reduction="none"
    )
    loss = (own * judged).sum() / judged.sum()
    is_event = judged * targets[..., 0]
    for name, (start, end) in FIELD_PLACES.items():
        each = -targets[..., start:end] * functional.log_softmax(scores[..., start:end], -1)
        if name == PROMISE:
            each, counted = each * torch.tensor(PROMISE_WEIGHTS), judged
        else:
            counted = is_event
        mean = (each.sum(-1) * counted).sum() / counted.sum().clamp(min=1)
        loss = loss + FIELD_WEIGHTS[name] * mean
    return loss
