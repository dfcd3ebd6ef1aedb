from __future__ import annotations

import pytest

from onrecord.link.commitments.verdict_sentences import find_verdict, iter_verdicts
from onrecord.pages import page_from_text
from tests.case_tables import read_cases

CASES = read_cases("verdicts")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_verdict(case: dict[str, str | None]) -> None:
    stated = find_verdict(case["text"] or "")
    assert (stated[0] if stated else None) == case["expect"], case["why"]


def test_a_verdict_has_the_stems_of_its_paragraph_and_of_those_before() -> None:
    text = "Orland spoke of a lamp.\n\nIt rained. The promise has been kept."
    (verdict,) = iter_verdicts(page_from_text(text))
    assert (verdict.side, verdict.is_anaphoric) == ("for", True)
    assert text[verdict.start : verdict.end] == verdict.text == "The promise has been kept."
    assert "rain" in verdict.near_stems - verdict.stems
    assert "lamp" in verdict.wide_stems - verdict.near_stems
    assert verdict.naming_stems == verdict.wide_stems


def test_a_sentence_without_a_verdict_yields_none() -> None:
    assert list(iter_verdicts(page_from_text("Orland promised a lamp.\n\nIt rained."))) == []
