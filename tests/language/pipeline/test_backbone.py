"""Pipelines load with NumPy's products; what was chosen before stays chosen."""

from contextlib import nullcontext
from typing import Any

import pytest
from thinc.api import Ops, get_current_ops

from onrecord.language.pipeline import backbone
from onrecord.language.pipeline.backbone import choose_model, get_backbone, load_backbone


def test_the_choice_of_products_ends_with_the_loading() -> None:
    before: Ops = get_current_ops()
    nlp = load_backbone().nlp
    assert get_current_ops() is before
    parser: Any = nlp.get_pipe("parser")
    assert get_current_ops().name != "numpy" or not parser.model.ops.use_blis


def test_other_products_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Card:
        name = "cupy"

    monkeypatch.setattr("thinc.api.get_current_ops", Card)
    assert isinstance(backbone._use_numpy_matrix_products(), nullcontext)


def test_the_better_model_reads_where_its_runtime_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backbone, "find_spec", lambda _: object())
    assert choose_model(None) == "accurate"
    monkeypatch.setattr(backbone, "find_spec", lambda _: None)
    assert choose_model(None) == "small"
    assert choose_model("en_core_web_sm") == "en_core_web_sm"


def test_small_is_the_name_of_the_shipped_pipeline() -> None:
    assert get_backbone("small").name == get_backbone().name
