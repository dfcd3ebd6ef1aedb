"""Embeddings as text: how a record keeps the vector of a word in its sentence.

In: a vector of length 1. Out: the base64 of its numbers, eight bits each, and back. Out of scope: what is compared with it (`onrecord.link.events`).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

EIGHT_BITS = np.iinfo(np.int8).max


def encode_embedding(vector: Sequence[float] | NDArray[np.float32]) -> str:
    """Return the text that keeps a vector whose numbers lie between -1 and 1."""
    rounded = np.rint(np.asarray(vector, np.float32) * EIGHT_BITS).astype(np.int8)
    return base64.b64encode(rounded.tobytes()).decode("ascii")


def decode_embedding(text: str) -> NDArray[np.float32] | None:
    """Return the vector that `text` keeps, in whole numbers from -127 to 127; None where it is no such text.

    Products of such vectors are exact in single precision, so they do not hang on the order of the work.
    """
    try:
        packed = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return np.frombuffer(packed, np.int8).astype(np.float32)
