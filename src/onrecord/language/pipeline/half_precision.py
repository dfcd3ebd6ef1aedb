"""Word vectors in half precision on disk and in single precision in memory.

In: a loaded pipeline. Out: the same pipeline with its vector tables converted in place. Out of scope: all other weights.
Hash tables are most of the bytes of a small pipeline; storing them in half precision changed no measured score. thinc's
kernels take single precision only, so the tables are converted back after loading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

_VECTOR_TABLE = "hashembed"
"""thinc's name for the layers that hold vectors."""


def round_vectors_to_float16(nlp: Language) -> None:
    """Round the vector tables of `nlp` to half precision, in place; it cannot parse until they are widened."""
    _convert_vectors(nlp, "float16")


def widen_vectors_to_float32(nlp: Language) -> None:
    """Convert the vector tables of `nlp` to single precision, in place."""
    _convert_vectors(nlp, "float32")


def _convert_vectors(nlp: Language, precision: str) -> None:
    for table in _iter_vector_tables(nlp):
        table.set_param("E", table.get_param("E").astype(precision, copy=False))


def _iter_vector_tables(nlp: Language) -> Iterator[Any]:
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None and hasattr(model, "walk"):
            yield from (node for node in model.walk() if node.name == _VECTOR_TABLE)
