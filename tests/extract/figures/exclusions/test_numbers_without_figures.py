"""Numbers that state no figure: numbers of houses, idioms; and the same numbers where they count."""

from __future__ import annotations

import pytest
from tests.extract.figures.quantity_tokens import find_quantity

from onrecord.extract.figures.exclusions.idioms import is_idiomatic_one, is_idiomatic_zero
from onrecord.extract.figures.exclusions.street_addresses import is_house_number
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She lives at 12 Weir Lane.", True),
        ("He waits at 4 Quay Street, Orsk.", True),
        ("They mended 12 boats.", False),
        ("The school has 12 rooms.", False),
    ],
)
def test_numbers_of_houses(backbone: Backbone, text: str, *, expected: bool) -> None:
    assert is_house_number(*find_quantity(backbone, text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town has zero tolerance for litter.", True),
        ("There were zero accidents.", False),
    ],
)
def test_zero_as_an_idiom(backbone: Backbone, text: str, *, expected: bool) -> None:
    assert is_idiomatic_zero(text, *find_quantity(backbone, text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("On the one hand, it held.", True), ("One keeper stayed.", False)],
)
def test_one_as_an_idiom(backbone: Backbone, text: str, *, expected: bool) -> None:
    assert is_idiomatic_one(find_quantity(backbone, text)[1]) is expected
