"""Codes: which stretches of a text hold digits that count nothing."""

from __future__ import annotations

import pytest

from onrecord.extract.figures.exclusions.identifiers import find_code_spans


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ring +49 (0)40 000 00-000", ["+49 (0)40 000 00-000"]),
        ("or (212) 555-0134 today", ["(212) 555-0134"]),
        ("Gut 2015; 28: 685-690.", ["2015; 28: 685-690"]),
        ("with 1:24 left", ["1:24"]),
        ("at 51.50735, -0.12776", ["51.50735, -0.12776"]),
        ("at 192.168.1.2 and v2.0.1", ["192.168.1.2", "v2.0.1"]),
        ("a 401(k) plan", ["401(k)"]),
        ("case no. 12345", ["case no. 12345"]),
        ("the 40 Under 40 list", ["40 Under 40"]),
        ("In 2019: 12 men", []),
        ("rang 101 shops", []),
        ("an area: 500 sq m", []),
        ("numbers: 40 dead", []),
        ("Kane (2), Son (3)", []),
        ("1.234.567 people", []),
        ("30 under 40 percent", []),
        ("call 10 000 men", []),
        ("3.5 of 4.5", []),
        ("no digits here", []),
    ],
)
def test_codes_are_found(text: str, codes: list[str]) -> None:
    assert sorted(text[start:end] for start, end in find_code_spans(text)) == sorted(codes)
