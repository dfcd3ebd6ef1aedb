"""Tables of vectors at half precision on disk, at full precision in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from onrecord.language import load_backbone
from onrecord.language.pipeline.backbone import SHIPPED
from onrecord.language.pipeline.half_precision import _tables, halve_vectors, widen_vectors


@pytest.fixture(scope="module")
def shipped() -> Language:
    return spacy.load(SHIPPED)


def test_what_ships_is_halved_and_what_loads_is_not(shipped: Language) -> None:
    halves = {table.get_param("E").dtype.name for table in _tables(shipped)}
    assert halves == {"float16"}
    loaded = {table.get_param("E").dtype.name for table in _tables(load_backbone().nlp)}
    assert loaded == {"float32"}


def test_a_halved_pipeline_reads_as_before(shipped: Language, tmp_path: Path) -> None:
    widen_vectors(shipped)
    text = "Ruth Amari told the Harbour Times in Velmara that the bridge would open in May."
    before = [(word.tag_, word.dep_, word.ent_type_) for word in shipped(text)]
    halve_vectors(shipped)
    shipped.to_disk(tmp_path / "halved")
    again = spacy.load(tmp_path / "halved")
    widen_vectors(again)
    assert [(word.tag_, word.dep_, word.ent_type_) for word in again(text)] == before


def test_the_weights_that_ship_are_small() -> None:
    folder = SHIPPED.parent
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert size < 25_000_000
