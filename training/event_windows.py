"""Parsed documents in, windows for the encoder's outputs of events out: what a teacher says of each word, or what annotators marked.

In: documents with marks, or with a teacher's readings (`training.event_classifiers`). Out: windows of word pieces with a target at each word's first
piece, in batches; the loss of the encoder's scores. Out of scope: names (`windows`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from onrecord.language.pipeline.event_readings import (
    EMBEDDING_WIDTH,
    FIELD_PLACES,
    FIELDS,
    KIND,
    NO_ROOT,
    OUTPUTS,
    PROMISE,
    ROLE_OUTPUTS,
    ROOT,
    STATUS,
)
from onrecord.language.pipeline.onnx_encoder import iter_windows
from onrecord.language.pipeline.wordpiece import WordPieceVocabulary
from training.annotations.marks import Span
from training.event_classifiers.cases import (
    FIELD_WEIGHTS,
    PROMISE_WEIGHTS,
    ROLE_WEIGHT,
    Document,
    Readings,
    RoleChances,
    locate,
)
from training.event_classifiers.embeddings import Embeddings
from training.roles import RolePairs, build_pairs, compute_role_loss
from training.windows import group_by_length, pad_rows

TEMPERATURE = 1.5
"""By what the teacher's scores are divided: it is surer than it is right."""
LEAST_CHANCE = 1e-6
EMBEDDING_WEIGHT = 0.3
"""What the loss of embeddings counts beside that of the event itself."""
HIDDEN_SHARE = 0.12
"""The share of pieces that are hidden, each time a window is read."""


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Windows that are read together, padded to the longest.

    Attributes:
        pieces, looks: (windows, places). targets: (windows, places, OUTPUTS). judged: (windows, places).
        pairs: who takes part in what the words tell.
        embeddings: of words, each with its window and place.

    """

    pieces: Tensor
    looks: Tensor
    targets: Tensor
    judged: Tensor
    pairs: list[RolePairs]
    embeddings: list[tuple[int, int, NDArray[np.float16]]]


@dataclass(frozen=True, slots=True)
class EventWindow:
    """Pieces and looks of a run of words, with the marks at both ends.

    Attributes:
        pieces, looks: one number a piece.
        targets: how likely each output is to be true at a piece; (pieces, OUTPUTS), in half precision.
        judged: 1 at the first piece of a word that is judged, else 0; (pieces,).
        pairs: who takes part in what the words tell; places are of first pieces, rows are zero.
        embeddings: of words that may denote events, by the place of the first piece.

    """

    pieces: list[int]
    looks: list[int]
    targets: NDArray[np.float16]
    judged: NDArray[np.float16]
    pairs: list[RolePairs]
    embeddings: dict[int, NDArray[np.float16]]


def list_windows(
    documents: Sequence[Document],
    vocabulary: WordPieceVocabulary,
    readings: Readings | None,
    embeddings: Embeddings,
) -> list[EventWindow]:
    """Return the windows of documents with the teacher's `readings` as targets, or without them with the annotators' marks."""
    return [
        window
        for document in documents
        for window in _iter_windows(document, vocabulary, readings, embeddings)
        if window.judged.any()
    ]


def _iter_windows(
    document: Document,
    vocabulary: WordPieceVocabulary,
    readings: Readings | None,
    embeddings: Embeddings,
) -> Iterator[EventWindow]:
    for block in document.parse.blocks:
        numbers = {w.i: n for n, sentence in enumerate(block.doc.sents) for w in sentence}
        words = iter(block.doc)
        for cut in iter_windows(block.doc, vocabulary):
            targets = np.zeros((len(cut.piece_ids), OUTPUTS), np.float16)
            judged = np.zeros(len(cut.piece_ids), np.float16)
            own = [next(words) for _ in cut.first_pieces]
            for piece, word in zip(cut.first_pieces, own, strict=True):
                chances = _read_word(document, locate(block, word), readings)
                if chances is not None and not word.is_space:
                    targets[piece], judged[piece] = _spread(chances), 1
            spans = [locate(block, word) for word in own]
            sentences = [numbers[word.i] for word in own]
            pairs = [
                _move_pairs(
                    build_pairs(place, roles, spans, sentences, 0), cut.first_pieces, weight
                )
                for place, span in enumerate(spans)
                for roles, weight in _read_roles(document, span, readings)
            ]
            known = {
                piece: embeddings[document.name, span]
                for piece, span in zip(cut.first_pieces, spans, strict=True)
                if (document.name, span) in embeddings
            }
            yield EventWindow(
                list(cut.piece_ids), list(cut.word_shapes), targets, judged, pairs, known
            )


def _read_roles(
    document: Document, span: Span, readings: Readings | None
) -> Iterator[tuple[RoleChances, float]]:
    """Yield who takes part in what a word tells, and what it counts for; nothing where it tells nothing."""
    if readings is None:
        roles = document.find_roles(span)
        if roles is not None:
            yield roles, 1.0
        return
    found = readings.get((document.name, span))
    if found is not None and found.roles:
        yield found.roles, found.estimate_mark()


def _move_pairs(pairs: RolePairs, firsts: Sequence[int], weight: float) -> RolePairs:
    """Return the pairs with places of first pieces for places of words."""
    others = [firsts[other] for other in pairs.others]
    return RolePairs(pairs.row, firsts[pairs.word], others, pairs.targets, weight)


def _read_word(
    document: Document, span: Span, readings: Readings | None
) -> Mapping[str, Mapping[str, float]] | None:
    """Return by field how likely each class of a word is; None for words that the teacher did not read."""
    if readings is not None:
        found = readings.get((document.name, span))
        return None if found is None else _flatten(found.fields)
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
) -> Iterator[EventBatch]:
    """Yield one reading of `rows`, shuffled, rows of like length together.

    Some pieces are `hidden`: the number of that piece stands in their place.
    """
    for group in group_by_length(rows, rng):
        width = max(len(row.pieces) for row in group)
        targets = torch.zeros(len(group), width, OUTPUTS)
        judged = torch.zeros(len(group), width)
        for place, row in enumerate(group):
            targets[place, : len(row.pieces)] = torch.from_numpy(row.targets.astype(np.float32))
            judged[place, : len(row.pieces)] = torch.from_numpy(row.judged.astype(np.float32))
        yield EventBatch(
            pad_rows([_replace_hidden(row.pieces, rng, hidden) for row in group], width, 0),
            pad_rows([row.looks for row in group], width, 0),
            targets,
            judged,
            [replace(pair, row=place) for place, row in enumerate(group) for pair in row.pairs],
            [
                (n, at, vector)
                for n, row in enumerate(group)
                for at, vector in row.embeddings.items()
            ],
        )


def _replace_hidden(pieces: list[int], rng: random.Random, hidden: int) -> list[int]:
    """Return the pieces with some hidden; the marks at both ends stay."""
    inner = [hidden if rng.random() < HIDDEN_SHARE else piece for piece in pieces[1:-1]]
    return [pieces[0], *inner, pieces[-1]]


def compute_event_loss(scores: Tensor, batch: EventBatch) -> Tensor:
    """Return the cross-entropy of scores (rows, places, WORD_OUTPUTS); the fields of events count by how likely the word denotes one."""
    targets, judged = batch.targets, batch.judged
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
    roles = scores[..., OUTPUTS : OUTPUTS + ROLE_OUTPUTS]
    loss = loss + ROLE_WEIGHT * compute_role_loss(roles, batch.pairs)
    return loss + EMBEDDING_WEIGHT * _compute_embedding_loss(scores[..., -EMBEDDING_WIDTH:], batch)


def _compute_embedding_loss(vectors: Tensor, batch: EventBatch) -> Tensor:
    """Return one less the mean cosine of the vectors of words and what they should be."""
    if not batch.embeddings:
        return vectors.sum() * 0
    rows, places, wanted = zip(*batch.embeddings, strict=True)
    found = vectors[list(rows), list(places)]
    targets = torch.from_numpy(np.array(wanted, dtype=np.float32))
    return 1 - functional.cosine_similarity(found, targets, dim=-1).mean()
