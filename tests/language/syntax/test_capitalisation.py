"""Runs of capitalised words, and lines in which capitals mark no names."""

from __future__ import annotations

import pytest

from onrecord.language import Backbone
from onrecord.language.syntax.capitalisation import (
    is_all_caps,
    is_title_case,
    iter_capitalised_runs,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Marsh of the Harbour Trust met Bo Lind.", ["Ada Marsh of the Harbour Trust", "Bo Lind"]),
        ("On Monday the pier reopened.", ["Monday"]),
        ("The pier reopened.", []),
        ("Later, it rained.", []),
    ],
)  # fmt: skip
def test_runs(backbone: Backbone, text: str, expected: list[str]) -> None:
    doc = backbone.nlp.make_doc(text)
    parsed = backbone.nlp(text)
    assert len(doc) == len(parsed)
    assert [parsed[run.start : run.end].text for run in iter_capitalised_runs(parsed)] == expected


@pytest.mark.parametrize(
    ("text", "title", "capitals"),
    [
        ("Harbour Pier Reopens After Long Repairs", True, False),
        ("PIER REOPENS AFTER REPAIRS", True, True),
        ("The pier reopened on Monday, said Ada Marsh.", False, False),
        ("NATO", False, False),
    ],
)
def test_lines(backbone: Backbone, text: str, title: bool, capitals: bool) -> None:
    doc = backbone.nlp(text)
    assert (is_title_case(doc), is_all_caps(doc)) == (title, capitals)
