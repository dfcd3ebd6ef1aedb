"""Vector tables in half precision on disk, in single precision in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from onrecord.language import load_backbone
from onrecord.language.pipeline.backbone import SHIPPED_MODEL
from onrecord.language.pipeline.half_precision import (
    _iter_vector_tables,
    round_vectors_to_float16,
    widen_vectors_to_float32,
)


@pytest.fixture(scope="module")
def shipped() -> Language:
    return spacy.load(SHIPPED_MODEL)


def test_the_file_has_half_precision_and_the_loaded_pipeline_single(shipped: Language) -> None:
    halves = {table.get_param("E").dtype.name for table in _iter_vector_tables(shipped)}
    assert halves == {"float16"}
    loaded = {table.get_param("E").dtype.name for table in _iter_vector_tables(load_backbone().nlp)}
    assert loaded == {"float32"}


def test_rounding_changes_no_parse(shipped: Language, tmp_path: Path) -> None:
    widen_vectors_to_float32(shipped)
    text = "Ruth Amari told the Harbour Times in Velmara that the bridge would open in May."
    before = [(word.tag_, word.dep_, word.ent_type_) for word in shipped(text)]
    round_vectors_to_float16(shipped)
    shipped.to_disk(tmp_path / "halved")
    again = spacy.load(tmp_path / "halved")
    widen_vectors_to_float32(again)
    assert [(word.tag_, word.dep_, word.ent_type_) for word in again(text)] == before


def test_the_weights_that_ship_are_small() -> None:
    folder = SHIPPED_MODEL.parent
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert size < 25_000_000
