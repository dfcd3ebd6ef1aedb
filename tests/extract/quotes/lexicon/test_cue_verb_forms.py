"""Forms of cue verbs: third person, past, participle; an irregular verb has its own."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes.lexicon.cue_verbs import inflect_cue_verb


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", {"says", "said", "saying"}),
        ("tell", {"tells", "told", "telling"}),
        ("reply", {"replies", "replied", "replying"}),
        ("admit", {"admits", "admitted", "admitting"}),
        ("put", {"puts", "putting"}),
    ],
)
def test_forms(lemma: str, forms: set[str]) -> None:
    assert set(inflect_cue_verb(lemma)) == forms
