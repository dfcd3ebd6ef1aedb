"""The verb that governs another, and how it is classified; a main verb has none."""

from __future__ import annotations

import pytest

from onrecord.language import Backbone
from onrecord.language.clauses.governors import (
    classify_governor,
    find_finite_governor,
    find_nonfinite_governor,
)


@pytest.mark.parametrize(
    ("text", "verb", "governor", "word_class"),
    [
        ("Ana wants to mend it.", "mend", "wants", "possibility"),
        ("Ana denied having broken it.", "broken", "denied", "denial"),
        ("Ana mended it.", "mended", None, None),
    ],
)
def test_governors_of_nonfinite_verbs(
    backbone: Backbone, text: str, verb: str, governor: str | None, word_class: str | None
) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    found = find_nonfinite_governor(token)
    assert (None if found is None else found.text) == governor
    assert (None if found is None else classify_governor(found)) == word_class


@pytest.mark.parametrize(
    ("text", "verb", "governor"),
    [("Ana said that it held.", "held", "said"), ("Ana mended it.", "mended", None)],
)
def test_governors_of_finite_verbs(
    backbone: Backbone, text: str, verb: str, governor: str | None
) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    found = find_finite_governor(token)
    assert (None if found is None else found.text) == governor
