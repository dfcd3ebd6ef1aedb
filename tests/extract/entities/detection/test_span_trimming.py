"""Names cut out of longer phrases: articles, titles and marks go, and what may end a name."""

from __future__ import annotations

import pytest

from onrecord.extract.entities.detection.listed_names import find_listed_names
from onrecord.extract.entities.detection.span_trimming import may_end, trim_name
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("words", "type_", "name"),
    [
        ("The Harbour Board", "organisation", "Harbour Board"),
        ("Mayor Ana Pell", "person", "Ana Pell"),
        ("Ana Pell ’s", "person", "Ana Pell"),
        ("the mayor of Orsk", "person", "Orsk"),
    ],
)
def test_trimmed_names(backbone: Backbone, words: str, type_: str, name: str) -> None:
    doc = backbone.nlp(words)
    span = trim_name(doc, 0, len(doc), type_)
    assert span is not None
    assert doc[span.start : span.end].text == name


@pytest.mark.parametrize(
    ("words", "expected"),
    [("The Harbour Board", True), ("Ana Pell ,", False), ("Ana Pell ’s", False)],
)
def test_ends_of_names(backbone: Backbone, words: str, *, expected: bool) -> None:
    doc = backbone.nlp(words)
    assert may_end(doc, 0, len(doc)) is expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [("Boats left Kenya for Norway.", ["country:KE", "country:NO"]), ("The harbour was calm.", [])],
)
def test_listed_names(backbone: Backbone, text: str, keys: list[str]) -> None:
    assert [name.key for name in find_listed_names(backbone.nlp(text))] == keys
