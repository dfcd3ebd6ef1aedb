"""Tables of word vectors at half precision in the file, at full precision in memory.

In: a loaded pipeline. Out: the same pipeline with its tables of vectors widened or halved. Out of scope:
all other weights. Hash tables are most of a small pipeline's bytes; halved they cost nothing that was
measured. thinc's kernels take single precision only, so what was halved is widened after loading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

_TABLE = "hashembed"


def halve_vectors(nlp: Language) -> None:
    """Round the pipeline's tables of vectors to half precision; it must be widened before it reads."""
    _cast(nlp, "float16")


def widen_vectors(nlp: Language) -> None:
    """Give tables of half precision single precision, in place."""
    _cast(nlp, "float32")


def _cast(nlp: Language, precision: str) -> None:
    for table in _tables(nlp):
        table.set_param("E", table.get_param("E").astype(precision, copy=False))


def _tables(nlp: Language) -> Iterator[Any]:
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None and hasattr(model, "walk"):
            yield from (node for node in model.walk() if node.name == _TABLE)
