"""Forms of the verbs that the lexicons list."""

from __future__ import annotations

import pytest

from onrecord.language.syntax.verb_lemmas import look_up_lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("banned", "ban"),
        ("cancelled", "cancel"),
        ("canceled", "cancel"),
        ("denies", "deny"),
        ("overthrew", "overthrow"),
        ("sending", "send"),
        ("agreed", "agree"),
        ("zorbed", None),
    ],
)
def test_forms_of_known_verbs(form: str, lemma: str | None) -> None:
    assert look_up_lemma(form) == lemma
