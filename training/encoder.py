"""A packaged sentence encoder in, a smaller one that marks names and events out: fewer layers, fewer pieces, and how words look.

**Source** of the encoder: all-MiniLM-L6-v2 (Apache-2.0), after MiniLM (Wang et al. 2020) and Sentence-BERT (Reimers and
Gurevych 2019). The layers are BERT's (Devlin et al. 2019), written out here: the package's own loader is not needed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.language.pipeline.event_readings import EMBEDDING_WIDTH, OUTPUTS, ROLE_OUTPUTS
from onrecord.language.pipeline.onnx_encoder import LABELS
from onrecord.language.pipeline.wordpiece import WORD_SHAPES

WIDTH = 384
HEADS = 12
LONGEST = 192
LAYERS = 5

DROPOUT = 0.1


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """Return the named float tensors of a ``.safetensors`` file."""
    raw = path.read_bytes()
    length = int.from_bytes(raw[:8], "little")
    header: dict[str, Any] = json.loads(raw[8 : 8 + length])
    tensors = {}
    for name, row in header.items():
        if name == "__metadata__" or row["dtype"] != "F32":
            continue
        first, last = row["data_offsets"]
        data = bytearray(raw[8 + length + first : 8 + length + last])
        tensors[name] = torch.frombuffer(data, dtype=torch.float32).reshape(row["shape"])
    return tensors


class Layer(nn.Module):  # type: ignore[misc]
    """One layer of BERT: self-attention, then two dense layers, each added to what came in."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.first_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return the next states; ``mask`` is a large negative number at padding, which gets no attention."""
        rows, places, _ = states.shape
        mixed = self.query_key_value(states).reshape(rows, places, 3, HEADS, WIDTH // HEADS)
        query, key, value = mixed.permute(2, 0, 3, 1, 4).unbind(0)
        weights = query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + mask
        seen = weights.softmax(-1) @ value
        seen = self.out(seen.transpose(1, 2).reshape(rows, places, WIDTH))
        states = self.first_norm(states + functional.dropout(seen, DROPOUT, self.training))
        wide = functional.gelu(self.wide(states))
        return self.second_norm(
            states + functional.dropout(self.narrow(wide), DROPOUT, self.training)
        )


class Tagger(nn.Module):  # type: ignore[misc]
    """Pieces and looks in, a score for every label of names, every output of events, vectors of roles and an embedding at every piece out."""

    def __init__(self, pieces: int, layers: int = LAYERS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.looks = nn.Embedding(len(WORD_SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.labels = nn.Linear(WIDTH, len(LABELS))
        self.events = nn.Linear(WIDTH, OUTPUTS)
        self.roles = nn.Linear(WIDTH, ROLE_OUTPUTS)
        self.embedding = nn.Linear(WIDTH, EMBEDDING_WIDTH)
        nn.init.zeros_(self.looks.weight)

    def forward(self, pieces: Tensor, looks: Tensor) -> Tensor:
        """Return scores of shape (rows, places, labels and WORD_OUTPUTS); piece 0 is padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.norm(self.pieces(pieces) + self.places(places) + self.looks(looks))
        states = functional.dropout(states, DROPOUT, self.training)
        mask = (pieces == 0).float()[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, mask)
        heads = (self.labels, self.events, self.roles, self.embedding)
        return torch.cat([head(states) for head in heads], -1)


def build_tagger(weights: dict[str, Tensor], kept: list[int], layers: int = LAYERS) -> Tagger:
    """Return a tagger with the encoder's ``weights``: the pieces ``kept`` and the first ``layers`` layers."""
    tagger = Tagger(len(kept), layers)
    base = "embeddings."
    with torch.no_grad():
        tagger.pieces.weight.copy_(weights[base + "word_embeddings.weight"][kept])
        kind = weights[base + "token_type_embeddings.weight"][0]
        tagger.places.weight.copy_(weights[base + "position_embeddings.weight"][:LONGEST] + kind)
        _copy_weights(tagger.norm, weights, base + "LayerNorm")
        for number, layer in enumerate(tagger.layers):
            at = f"encoder.layer.{number}."
            assert isinstance(layer, Layer)
            parts = [at + f"attention.self.{name}" for name in ("query", "key", "value")]
            layer.query_key_value.weight.copy_(torch.cat([weights[f"{p}.weight"] for p in parts]))
            layer.query_key_value.bias.copy_(torch.cat([weights[f"{p}.bias"] for p in parts]))
            _copy_weights(layer.out, weights, at + "attention.output.dense")
            _copy_weights(layer.first_norm, weights, at + "attention.output.LayerNorm")
            _copy_weights(layer.wide, weights, at + "intermediate.dense")
            _copy_weights(layer.narrow, weights, at + "output.dense")
            _copy_weights(layer.second_norm, weights, at + "output.LayerNorm")
    return tagger


def _copy_weights(part: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], name: str) -> None:
    part.weight.copy_(weights[f"{name}.weight"])
    part.bias.copy_(weights[f"{name}.bias"])
