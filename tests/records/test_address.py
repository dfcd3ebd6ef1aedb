"""Addresses: their parts, and which of them are of the web."""

from __future__ import annotations

import pytest

from onrecord.records.address import is_web_address, split_address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://weir.example/a?b=c#d", True),
        ("http://weir.example", True),
        ("HTTP://weir.example", True),
        ("weir.example/a", False),
        ("mailto:ann@weir.example", False),
        ("javascript:alert(1)", False),
        ("https:///a", False),
        ("https://weir.example/a b", False),
        ("https://weir.example/<a>", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_what_is_a_web_address(address: str, expected: bool) -> None:
    assert is_web_address(address) is expected


@pytest.mark.parametrize("address", ["http://[::1", None, ""])
def test_what_can_not_be_an_address_has_no_parts(address: str | None) -> None:
    assert not any(split_address(address))
