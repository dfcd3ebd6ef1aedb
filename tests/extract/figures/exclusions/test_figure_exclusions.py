"""Numbers that count nothing, as far as the text alone shows it: scores, models, fragments."""

from __future__ import annotations

import pytest

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.exclusions.number_fragments import (
    is_fragment,
    is_in_address,
    is_piece_of_phrase,
)
from onrecord.extract.figures.exclusions.product_numbers import (
    find_model_numbers,
    is_model_number,
)
from onrecord.extract.figures.exclusions.scores import is_game_result, is_score
from onrecord.extract.figures.parsing.scan import find_quantities


def find_last_quantity(text: str) -> Quantity:
    return find_quantities(text)[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Owls lost 1-3", True),
        ("Members voted 48-52", True),
        ("They lost 10-15 boats", False),
        ("It takes 3-5 weeks", False),
        ("The Owls lost 1-3 on Sunday", True),
        ("It rose 30-40 on Sunday", False),
    ],
)
def test_scores(text: str, expected: bool) -> None:
    assert is_score(text, find_last_quantity(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Owls beat them 5 to 3.", True),
        ("The Owls won in 5", True),
        ("They lost by 272 to 264", False),
        ("It fell from 5 to 3", False),
        ("The Owls won in 50 towns", False),
    ],
)
def test_results(text: str, expected: bool) -> None:
    assert is_game_result(text, find_last_quantity(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 777 program is late", True),
        ("Its 320 jets are late", False),
        ("About 777 program heads met", False),
    ],
)
def test_models_before_one_product(text: str, expected: bool) -> None:
    assert is_model_number(text, find_last_quantity(text)) is expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It ordered 787-9 jets and the 777X.", {"787", "777"}),
        ("The 737 Max flew 150-200 people.", {"737"}),
        ("It ordered 300 jets for £787.", set()),
    ],
)
def test_models_of_a_page(text: str, numbers: set[str]) -> None:
    assert find_model_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Lamps", True),
        ("the 5500M card", True),
        ("a 4K screen", True),
        ("it holds 12 lamps", False),
        ("it holds 12,500 lamps", False),
    ],
)
def test_fragments(text: str, expected: bool) -> None:
    assert is_fragment(text, find_last_quantity(text)) is expected


def test_web_addresses_and_captions() -> None:
    address = "see www.example.com/12 now"
    assert all(is_in_address(address, one) for one in find_quantities(address))
    assert not is_in_address("see 12 lamps", find_last_quantity("see 12 lamps"))
    assert is_piece_of_phrase("Image 1 of 5", find_last_quantity("Image 1 of 5"))
    assert not is_piece_of_phrase("he saw 5", find_last_quantity("he saw 5"))
