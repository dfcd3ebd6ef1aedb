from __future__ import annotations

import numpy as np
import pytest

from onrecord.records.embeddings import decode_embedding, encode_embedding


def test_a_vector_comes_back_but_for_rounding() -> None:
    vector = np.random.default_rng(3).normal(size=32).astype(np.float32)
    vector /= np.linalg.norm(vector)
    found = decode_embedding(encode_embedding(vector))
    assert found is not None
    assert np.abs(found / 127 - vector).max() < 0.01


def test_products_are_whole_numbers() -> None:
    a, b = (decode_embedding(encode_embedding([0.3, -0.7, 0.1 * n])) for n in (1, 2))
    assert a is not None
    assert b is not None
    assert float(a @ b) == int(a @ b)


@pytest.mark.parametrize("text", ["no vector", "é", "abc"])
def test_other_text_is_no_vector(text: str) -> None:
    assert decode_embedding(text) is None
