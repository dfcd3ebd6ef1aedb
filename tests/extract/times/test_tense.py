"""The tense around a time: past, future, or undetermined."""

from __future__ import annotations

import pytest

from onrecord.extract.times.tense import infer_tense
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The weir broke on Monday.", "past"),
        ("They had mended it in March.", "past"),
        ("The weir will break on Monday.", "future"),
        ("The weir breaks every spring.", None),
        ("A bad spring.", None),
    ],
)
def test_tense(backbone: Backbone, text: str, tense: str | None) -> None:
    assert infer_tense(backbone.nlp(text)[-3:-1]) == tense
