"""Text runs: character references and white space resolved, with the characters they come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.dom.text_runs import iter_text_runs, normalise_text, read_text_runs


@pytest.mark.parametrize(
    ("written", "expect"),
    [
        ("It rained.", "It rained."),
        ("  It\n\t rained. ", " It rained. "),
        ("Orsk &amp; Holm", "Orsk & Holm"),
        ("caf&eacute;", "café"),
        ("a&nbsp;b", "a b"),
        ("&notit", "¬it"),
        ("&nosuch; &", "&nosuch; &"),
        ("&#8217;&#x2019", "’’"),
        ("a\0b", "ab"),
        (" \n ", " "),
        ("", " "),
    ],
)
def test_text_as_it_reads(written: str, expect: str) -> None:
    assert normalise_text(written) == expect


def test_runs_know_their_characters() -> None:
    assert list(read_text_runs(" a &amp; b", 10)) == [
        (" a", 10, 12, True),
        (" ", 12, 13, True),
        ("&", 13, 18, False),
        (" b", 18, 20, True),
    ]
    assert list(read_text_runs("\n\nfour words stand here", 0)) == [
        (" ", 0, 2, False),
        ("four words stand here", 2, 23, True),
    ]


@given(st.text("ab &;#1amp\n\0é", max_size=40), st.integers(0, 9))
def test_even_runs_are_the_source(written: str, start: int) -> None:
    runs = list(iter_text_runs(written, start))
    assert "".join(run[0] for run in runs) == "".join(run[0] for run in read_text_runs(written, start))  # fmt: skip
    for text, begin, end, is_even in runs:
        assert start <= begin < end <= start + len(written)
        if is_even:
            cut = written[begin - start : end - start]
            assert text == cut or (text == " " and cut.isspace())
