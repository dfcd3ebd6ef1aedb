"""Docs with names in, windows of word pieces with a label each out, in batches of like length.

Only a word's first piece carries its label; the others, and words whose name tag is missing, are not judged.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import torch
from spacy.tokens import Doc
from torch import Tensor

from onrecord.language.pipeline.onnx_encoder import LABELS, WINDOW_END, WINDOW_START
from onrecord.language.pipeline.wordpiece import WordPieceVocabulary, classify_word_shape
from onrecord.language.thresholds import THRESHOLDS

UNJUDGED = -100
BATCH_PIECES = 900
POOL_BATCHES = 60


class HasPieces(Protocol):
    """A window of word pieces."""

    @property
    def pieces(self) -> list[int]:
        """The numbers of its pieces."""
        ...


R = TypeVar("R", bound=HasPieces)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces, looks and labels of a run of words, with the marks at both ends."""

    pieces: list[int]
    looks: list[int]
    labels: list[int]


def list_labels(doc: Doc) -> list[int]:
    """Return one label a word: its place in ``LABELS``, or ``UNJUDGED``."""
    found = []
    for word in doc:
        if word.ent_iob == 0 or word.is_space:
            found.append(UNJUDGED if word.ent_iob == 0 else 0)
        elif word.ent_iob == 2 or f"B-{word.ent_type_}" not in LABELS:
            found.append(0 if word.ent_iob == 2 else UNJUDGED)
        else:
            found.append(LABELS.index(f"{'B' if word.ent_iob == 3 else 'I'}-{word.ent_type_}"))
    return found


def iter_windows(
    doc: Doc, pieces: WordPieceVocabulary, *, longest: int = THRESHOLDS.window_pieces
) -> Iterator[Window]:
    """Yield ``doc`` in windows of at most ``longest`` pieces, cut after a full stop or a line's end where it can be."""
    first, last = pieces.piece_ids[WINDOW_START], pieces.piece_ids[WINDOW_END]
    labels = list_labels(doc)
    pending: list[tuple[tuple[int, ...], int, int, bool]] = []

    def pack(rows: list[tuple[tuple[int, ...], int, int, bool]]) -> Window:
        numbers, looks, marks = [first], [0], [UNJUDGED]
        for cut, how, label, _ in rows:
            numbers += cut
            looks += [how] * len(cut)
            marks += [label] + [UNJUDGED] * (len(cut) - 1)
        return Window([*numbers, last], [*looks, 0], [*marks, UNJUDGED])

    size = 0
    for word in doc:
        cut = pieces.encode_word(word.text)
        if pending and size + len(cut) > longest - 2:
            stop = next(
                (i + 1 for i in range(len(pending) - 1, 20, -1) if pending[i][3]), len(pending)
            )
            yield pack(pending[:stop])
            pending = pending[stop:]
            size = sum(len(row[0]) for row in pending)
        ends = word.is_space or word.text in {".", "!", "?"}
        pending.append((cut, classify_word_shape(word.text), labels[word.i], ends))
        size += len(cut)
    if pending:
        yield pack(pending)


def iter_batches(rows: list[Window], rng: random.Random) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Yield one reading of ``rows`` as (pieces, looks, labels), shuffled, rows of like length together."""
    yield from map(pad_windows, group_by_length(rows, rng))


def group_by_length(rows: Sequence[R], rng: random.Random) -> Iterator[list[R]]:
    """Yield one reading of ``rows`` in groups of some ``BATCH_PIECES`` pieces, shuffled, rows of like length together."""
    order = list(rows)
    rng.shuffle(order)
    for start in range(0, len(order), POOL_BATCHES * 8):
        pool = sorted(order[start : start + POOL_BATCHES * 8], key=lambda row: len(row.pieces))
        groups: list[list[R]] = [[]]
        for row in pool:
            if groups[-1] and (len(groups[-1]) + 1) * len(row.pieces) > BATCH_PIECES:
                groups.append([])
            groups[-1].append(row)
        rng.shuffle(groups)
        yield from groups


def pad_windows(rows: Iterable[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Return windows as three tensors of one shape."""
    rows = list(rows)
    width = max(len(row.pieces) for row in rows)

    return (
        pad_rows([row.pieces for row in rows], width, 0),
        pad_rows([row.looks for row in rows], width, 0),
        pad_rows([row.labels for row in rows], width, UNJUDGED),
    )


def pad_rows(rows: Iterable[list[int]], width: int, rest: int) -> Tensor:
    """Return rows as one tensor, each filled up to ``width`` with ``rest``."""
    return torch.tensor([row + [rest] * (width - len(row)) for row in rows])
