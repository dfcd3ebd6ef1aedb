"""Datelines: whole lines, and those before a paragraph's text."""

from __future__ import annotations

import pytest

from onrecord.pages.dates.dateline import find_dateline_end, is_dateline


@pytest.mark.parametrize(
    ("words", "expect"),
    [
        ("ORSK, March 3 (Valley Press)", True),
        ("Port Tarn, Kestria (Coast Wire)", True),
        ("HOLM, 4 May 2016 —", True),
        ("Port Tarn, March 3, 2016", True),
        ("ORSK", False),
        ("The harbour, March 3", False),
        ("Rain fell on March 3 in Orsk", False),
        ("ORSK (Valley Press) " + "x" * 160, False),
        ("", False),
    ],
)
def test_lines_that_are_datelines(words: str, expect: bool) -> None:
    assert is_dateline(words) == expect


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("ORSK, March 3 (Valley Press) — The weir broke.", "The weir broke."),
        ("ORSK (Valley Press) - The weir broke.", "The weir broke."),
        ("HOLM — Rain fell all night.", "Rain fell all night."),
        ("HOLM, Kestria -- “Rain fell all night.”", "“Rain fell all night.”"),
        ("UN — the body that met — agreed.", None),
        ("WMO — Rain fell.", None),
        ("HOLM — rain fell.", None),
        ("HOLM — The board — all of it — agreed.", None),
        ("ORSK, March 3 (Valley Press) the weir broke.", None),
        ("ORSK, March 3 (Valley Press) —", None),
        ("It rained in Holm — all night.", None),
    ],
)
def test_where_a_dateline_ends(words: str, text: str | None) -> None:
    end = find_dateline_end(words)
    assert (words[end:] if end is not None else None) == text
