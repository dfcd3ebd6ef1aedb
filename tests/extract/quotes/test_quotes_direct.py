"""Direct quotes: a table of cases in many hands' styles, with whole sources, and whom a pronoun stands for."""

from __future__ import annotations

from typing import Any

import pytest
from tests.case_tables import get_expected, read_cases
from tests.extract.quotes.test_quotes import extract_records

from onrecord.language import Backbone

CASES = read_cases("quotes_direct")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} ({case['why']})")
def test_cases(each_backbone: Backbone, case: dict[str, Any]) -> None:
    """What else a text tells without marks is no matter here."""
    found = [
        {
            "source": quote.source and quote.source.text,
            "cue": quote.cue and quote.cue.text,
            "content": [part.text for part in quote.content],
        }
        for quote in extract_records(each_backbone, case["text"]).quotes
        if quote.kind == "direct"
    ]
    assert found == get_expected(case, each_backbone)


def test_as_many_cases_yield_nothing_or_several_things() -> None:
    assert len(CASES) >= 150
    assert sum(not case["expect"] for case in CASES) >= 60


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Janet Hu warned of cuts. But Mark Bell shook his head. “That is bad,” he said.", "he", "Mark Bell"),
        ("Anna Hill said: “No.” Her deputy, Paul Rigg, saw Tom Marsh. “Never,” she added.", "she", "Anna Hill"),
        ("Mark Bell left. “It is easy for Mark Bell to leave,” he said.", "he", None),
        ("© Carl Otto/Reuters\n\nThe man left. “It is late for all of us,” he said.", "he", None),
    ],
)  # fmt: skip
def test_who_a_pronoun_stands_for(
    backbone: Backbone, text: str, pronoun: str, name: str | None
) -> None:
    found = extract_records(backbone, text)
    names = {entity.id: entity.names[0] for entity in found.entities}
    (quote,) = (q for q in found.quotes if q.source and q.source.text == pronoun)
    assert quote.source is not None
    entity = quote.source.entity
    assert (names[entity] if entity else None) == name
