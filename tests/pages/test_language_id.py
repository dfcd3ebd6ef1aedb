"""The language of a text, and where what is stated ends doubt."""

from __future__ import annotations

import pytest

from onrecord.pages.language_id import identify_language

ENGLISH = "The board met on Monday to speak of the weir, which has been broken since the spring."
GERMAN = "Der Ausschuss traf sich am Montag, um über das Wehr zu sprechen, das seit dem Frühling kaputt ist."


@pytest.mark.parametrize(
    ("text", "stated", "expect"),
    [
        (ENGLISH, None, "en"),
        (GERMAN, None, "de"),
        (GERMAN * 9, "en", "de"),
        (" \n " * 2_100 + ENGLISH, None, None),
        ("Rain in Orsk", "en", None),
        ("", "en", None),
    ],
)
def test_languages(text: str, stated: str | None, expect: str | None) -> None:
    assert identify_language(text, stated) == expect


def test_what_is_stated_ends_doubt() -> None:
    numbers = "12 34 56 78 90 " * 5
    assert identify_language(numbers) is None
    assert identify_language(numbers, "da") in {"da", None}
