"""Word pieces and word shapes: the longest piece first, punctuation apart, the shape kept beside it."""

import pytest

from onrecord.language.pipeline.wordpiece import (
    WORD_SHAPES,
    WordPieceVocabulary,
    classify_word_shape,
    normalise_word,
)

PIECES = [
    "[PAD]",
    "[UNK]",
    "o",
    "##r",
    "##e",
    "##s",
    "##k",
    "oresk",
    "-",
    "led",
    "us",
    "u",
    ".",
    "##'",
]


@pytest.fixture
def vocabulary() -> WordPieceVocabulary:
    return WordPieceVocabulary({piece: number for number, piece in enumerate(PIECES)})


@pytest.mark.parametrize(
    ("word", "expect"),
    [
        ("Oresk", ["oresk"]),
        ("ORESK", ["oresk"]),
        ("Orésk", ["oresk"]),
        ("ores", ["o", "##r", "##e", "##s"]),
        ("Oresk-led", ["oresk", "-", "led"]),
        ("Oresk–led", ["oresk", "-", "led"]),
        ("U.S", ["u", ".", "[UNK]"]),
        ("ü", ["u"]),
        ("漢", ["[UNK]"]),
        ("\u200d", ["[UNK]"]),
    ],
)
def test_words_are_split_into_the_longest_pieces(
    vocabulary: WordPieceVocabulary, word: str, expect: list[str]
) -> None:
    assert [PIECES[number] for number in vocabulary.encode_word(word)] == expect


def test_every_word_has_a_piece_and_none_has_too_many(vocabulary: WordPieceVocabulary) -> None:
    for word in ("", " ", "x" * 5000, "o" * 30, "…", "-" * 35):
        assert 1 <= len(vocabulary.encode_word(word)) <= 12


@pytest.mark.parametrize(
    ("word", "expect"),
    [
        ("said", "lower"),
        ("Oresk", "title"),
        ("Oresk-led", "title"),
        ("O’Dell", "mixed"),
        ("iVelar", "mixed"),
        ("NCJ", "capitals"),
        ("U.N.", "capitals"),
        ("A", "letter"),
        ("2nd", "number"),
        ("G7", "number"),
        ("—", "sign"),
        ("\n\n", "break"),
    ],
)
def test_word_shapes(word: str, expect: str) -> None:
    assert WORD_SHAPES[classify_word_shape(word)] == expect


def test_normalised_words_are_lower_case_and_without_accents() -> None:
    assert normalise_word("Élysée’s") == "elysee's"
