"""Windows of text around a position, cut at the ends of the text."""

from __future__ import annotations

from onrecord.extract.figures.context_windows import slice_after, slice_around, slice_before

TEXT = "the old ferry left"


def test_windows_before_after_and_around() -> None:
    assert slice_before(TEXT, 8, 5) == " old "
    assert slice_after(TEXT, 8, 5) == "ferry"
    assert slice_around(TEXT, 4, 7, 2) == "e old f"


def test_windows_end_with_the_text() -> None:
    assert slice_before(TEXT, 3, 50) == "the"
    assert slice_after(TEXT, 14, 50) == "left"
    assert slice_around(TEXT, 0, len(TEXT), 9) == TEXT
