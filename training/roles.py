"""Vectors of words in, scores of pairs out: who takes part in an event.

In: for each word the vectors of its roles (`onrecord.language.pipeline.event_readings`), and who takes part by gold or by a teacher. Out: scores of pairs, and their loss.
Out of scope: the encoders that give the vectors.

A word has for each role one vector as an event and one as a participant; the product of the two, over the root of their width, is the score of a pair.
**Source**: bilinear scores of pairs, after Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (2017).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.language.pipeline.event_readings import ROLE_WIDTH, ROLES
from training.annotations.marks import Span
from training.event_classifiers.cases import RoleChances


@dataclass(frozen=True, slots=True)
class RolePairs:
    """A word that tells an event, and the words that may take part in it.

    Attributes:
        row: which window of the batch. word: place of the word in it.
        others: places of the words of its sentence.
        targets: for each role how likely each of these has it; (roles, others).
        weight: what the word counts for: how likely it tells an event.

    """

    row: int
    word: int
    others: list[int]
    targets: list[list[float]]
    weight: float = 1.0


def build_pairs(
    word: int,
    roles: RoleChances,
    spans: Sequence[Span],
    sentences: Sequence[int],
    row: int,
) -> RolePairs:
    """Return the pairs of the word at place `word` of a window with the words of its sentence.

    Args:
        word: place of the word. roles: who takes part in what it tells.
        spans: where each word of the window is in its document. sentences: of each word the number of its sentence.
        row: number of the window in the batch.

    """
    others = [n for n, number in enumerate(sentences) if number == sentences[word]]
    targets = [[roles.get(role, {}).get(spans[n], 0.0) for n in others] for role in ROLES]
    return RolePairs(row, word, others, targets)


def score_pairs(events: Tensor, words: Tensor) -> Tensor:
    """Return scores (events, roles, words) of the words of each event's window.

    Args:
        events: vectors of the words that tell events (events, ROLE_OUTPUTS).
        words: vectors of the words of their windows (events, words, ROLE_OUTPUTS).

    """
    asked = events.unflatten(-1, (2, len(ROLES), ROLE_WIDTH))[:, 0]
    given = words.unflatten(-1, (2, len(ROLES), ROLE_WIDTH))[:, :, 1]
    return torch.einsum("erd,ewrd->erw", asked, given) * ROLE_WIDTH**-0.5


def compute_role_loss(vectors: Tensor, pairs: Sequence[RolePairs]) -> Tensor:
    """Return the mean over events of the cross-entropy summed over the words of the sentence, averaged over roles.

    Args:
        vectors: of the words of each window (windows, words, ROLE_OUTPUTS).
        pairs: what is to be learned.

    """
    if not pairs:
        return vectors.sum() * 0
    widest = max(len(pair.others) for pair in pairs)
    others = torch.zeros(len(pairs), widest, dtype=torch.long)
    targets = torch.zeros(len(pairs), len(ROLES), widest)
    counted = torch.zeros(len(pairs), widest)
    for place, pair in enumerate(pairs):
        size = len(pair.others)
        others[place, :size] = torch.tensor(pair.others)
        targets[place, :, :size] = torch.tensor(pair.targets)
        counted[place, :size] = 1
    rows = torch.tensor([pair.row for pair in pairs])
    words = vectors[rows.unsqueeze(-1), others]
    events = vectors[rows, torch.tensor([pair.word for pair in pairs])]
    each = functional.binary_cross_entropy_with_logits(
        score_pairs(events, words), targets, reduction="none"
    )
    sums = (each * counted.unsqueeze(1)).sum(-1).mean(-1)
    weights = torch.tensor([pair.weight for pair in pairs])
    return (sums * weights).sum() / weights.sum()
