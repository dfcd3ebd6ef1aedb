"""Lines of a PDF joined to paragraphs, and running lines set apart."""

from __future__ import annotations

import pytest

from onrecord.pages.sheets.glyphs import Glyph
from onrecord.pages.sheets.lines import SheetLine, build_line
from onrecord.pages.sheets.paragraphs import (
    find_hyphenated_words,
    find_running_lines,
    iter_paragraphs,
    write_text,
)

FULL = "The board will mend the weir at Orsk before the winter comes"


def line(text: str, *, sheet: int = 1, base: float = 0.0, height: float = 0.0) -> SheetLine:
    hyphen = Glyph("-", None) if text.endswith("-") else None
    text = text.removesuffix("-")
    return SheetLine(sheet, tuple(Glyph(char, None) for char in text), text, hyphen, base, height)


@pytest.mark.parametrize(
    ("second", "joined"),
    [
        ((FULL, 1, 86.0, 10.0), True),
        ((FULL, 1, 80.0, 10.0), False),
        ((FULL, 1, 86.0, 14.0), False),
        ((FULL, 2, 700.0, 10.0), True),
        ((FULL, 1, 0.0, 0.0), True),
    ],
    ids=["next line", "gap", "larger letters", "next sheet", "no boxes"],
)
def test_lines_of_one_paragraph(second: tuple[str, int, float, float], joined: bool) -> None:
    text, sheet, base, height = second
    lines = [
        line(FULL, base=99.0, height=10.0),
        line(text, sheet=sheet, base=base, height=height),
    ]
    assert len(list(iter_paragraphs(lines))) == (1 if joined else 2)


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    lines = [
        line(FULL),
        line("It is closed."),
        line(FULL),
        line("and the mill, it said"),
        line(FULL),
    ]
    assert [len(paragraph) for paragraph in iter_paragraphs(lines)] == [2, 2, 1]


def test_broken_words_are_joined_unless_written_with_a_hyphen_elsewhere() -> None:
    hyphenated = find_hyphenated_words(["A (well-known) weir", "- a dash -"])
    assert hyphenated == {"well-known"}
    paragraph = [
        line("the well-"),
        line("known engi-"),
        line("neers of Anglo-"),
        line("Kestrian firms"),
    ]
    text, _ = write_text([paragraph, [line("x")]], hyphenated)
    assert text == "the well-known engineers of Anglo-Kestrian firms\n\nx"


def test_running_lines_repeat_on_most_sheets() -> None:
    sheets = [
        ["Valley Review", f"Line {n} a", f"b {n * 'x'}", f"c {n * 'y'}", f"{n}"]
        for n in range(1, 4)
    ]
    lines = [line(text, sheet=n) for n, texts in enumerate(sheets, start=1) for text in texts]
    assert sorted(find_running_lines(lines)) == [0, 1, 4, 5, 6, 9, 10, 11, 14]
    assert find_running_lines(lines[:10]) == set()


@pytest.mark.parametrize(
    ("chars", "text", "hyphen"),
    [
        (" a  b\0c ", "a b c", None),
        ("weir-", "weir", "-"),
        ("1-", "1-", None),
        ("-", "-", None),
    ],
)
def test_lines_of_glyphs(chars: str, text: str, hyphen: str | None) -> None:
    made = build_line(1, [Glyph(char, None) for char in chars], None)
    assert made is not None
    assert (made.text, made.hyphen and made.hyphen.char) == (text, hyphen)
    assert build_line(1, [Glyph(" ", None)], None) is None
