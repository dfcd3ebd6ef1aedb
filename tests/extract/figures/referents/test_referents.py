"""What a number counts, whose age it is and what it changes, one reader at a time."""

from __future__ import annotations

import pytest
from tests.extract.figures.quantity_tokens import find_quantity

from onrecord.extract.figures.referents.ages import read_age
from onrecord.extract.figures.referents.change_direction import classify_change
from onrecord.extract.figures.referents.changed_referent import find_changed_referent
from onrecord.extract.figures.referents.counted_noun import find_referent
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("text", "referent"),
    [
        ("They mended 12 boats.", "boats"),
        ("Two thirds of the voters stayed home.", "voters"),
        ("The rate is 12 percent.", "rate"),
        ("Costs fell 12 percent.", "Costs"),
        ("They walked a mile.", None),
        ("In 1998 the weir broke.", None),
    ],
)
def test_counted_nouns(backbone: Backbone, text: str, referent: str | None) -> None:
    span = find_referent(*find_quantity(backbone, text))
    assert (
        None if span is None else span.text.removeprefix("the ").removeprefix("The ")
    ) == referent


@pytest.mark.parametrize(
    ("text", "change", "changed"),
    [
        ("Costs rose by 12 percent.", "up", "Costs"),
        ("Costs fell 12 percent.", "down", "Costs"),
        ("Catches were down 12 percent.", "down", "Catches"),
        ("The rate is 12 percent.", None, None),
        ("They mended 12 boats.", None, None),
    ],
)
def test_changes(backbone: Backbone, text: str, change: str | None, changed: str | None) -> None:
    quantity, tokens = find_quantity(backbone, text)
    span = find_changed_referent(tokens, tokens.start)
    assert classify_change(text, quantity, tokens) == change
    assert (None if span is None else span.text) == changed


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Ana Pell, 43, keeps the weir.", "Pell"),
        ("The keeper is 43 years old.", "keeper"),
        ("The 43 boats slept.", None),
        ("They mended 12 boats.", None),
    ],
)
def test_ages(backbone: Backbone, text: str, bearer: str | None) -> None:
    quantity, tokens = find_quantity(backbone, text)
    reading = read_age(text, quantity, tokens)
    assert (None if reading is None or reading.bearer is None else reading.bearer.text) == bearer
    assert (reading is None) == (bearer is None)
