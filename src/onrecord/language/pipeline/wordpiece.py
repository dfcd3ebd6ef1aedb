"""Word pieces and word shapes: what the transformer of the accurate names reads of each word.

In: words as spaCy's tokenizer splits them. Out: the ids of a word's pieces, and the number of its shape. Out of scope:
what the words mean.

Source: BERT's uncased WordPiece (Devlin et al. 2019): lower case, no accents, the longest piece first. The shapes are
our own addition: lower-casing hides what marks a name most plainly.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import zstandard

from onrecord.language.thresholds import THRESHOLDS

WORD_SHAPES = (
    "none",
    "lower",
    "title",
    "capitals",
    "letter",
    "mixed",
    "number",
    "sign",
    "break",
)
"""Names of the shapes; `none` is that of the special pieces at both ends of a window. The weights rely on the order."""
_UNKNOWN = "[UNK]"
_ASCII_PUNCTUATION = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."}
)


def _find_letters(word: str) -> list[str]:
    return [char for char in word if char.isalpha()]


def _is_title(word: str) -> bool:
    first, *rest = _find_letters(word)
    return first.isupper() and not any(map(str.isupper, rest))


_SHAPES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("break", str.isspace),
    ("sign", lambda word: not any(map(str.isalnum, word))),
    ("number", lambda word: any(map(str.isdigit, word))),
    ("lower", lambda word: not any(map(str.isupper, _find_letters(word)))),
    ("letter", lambda word: len(_find_letters(word)) == 1),
    ("capitals", lambda word: all(map(str.isupper, _find_letters(word)))),
    ("title", _is_title),
)
"""Shapes with their tests, in the order in which they are tried; what passes none is `mixed`."""


def classify_word_shape(word: str) -> int:
    """Return the place in `WORD_SHAPES` of the shape of `word`.

    Examples:
        >>> [WORD_SHAPES[classify_word_shape(word)] for word in ("the", "Oresk", "NATO", "A", "McCay", "2nd", ",")]
        ['lower', 'title', 'capitals', 'letter', 'mixed', 'number', 'sign']

    """
    shape = next((shape for shape, has_shape in _SHAPES if has_shape(word)), "mixed")
    return WORD_SHAPES.index(shape)


def normalise_word(word: str) -> str:
    """Return `word` in lower case, without accents, with straight quotation marks and short dashes."""
    parts = unicodedata.normalize("NFD", word.translate(_ASCII_PUNCTUATION).lower())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


@dataclass(frozen=True, slots=True)
class WordPieceVocabulary:
    """A vocabulary of word pieces.

    Attributes:
        piece_ids: piece → id; pieces that continue a word begin with `##`.
        cache: words already encoded.

    """

    piece_ids: dict[str, int]
    cache: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> WordPieceVocabulary:
        """Return the vocabulary in `path`, one piece per line, packed by Zstandard."""
        packed = path.read_bytes()
        lines = zstandard.ZstdDecompressor().decompress(packed).decode().split("\n")
        return cls({piece: number for number, piece in enumerate(lines) if piece})

    def encode_word(self, word: str) -> tuple[int, ...]:
        """Return the ids of the pieces of `word`, at least one."""
        ids = self.cache.get(word)
        if ids is None:
            ids = self._split_into_pieces(normalise_word(word)) or (self.piece_ids[_UNKNOWN],)
            if len(self.cache) < THRESHOLDS.wordpiece_cache_words:
                self.cache[word] = ids
        return ids

    def _split_into_pieces(self, word: str) -> tuple[int, ...]:
        if len(word) > THRESHOLDS.wordpiece_word_chars:
            return ()
        ids: list[int] = []
        for run in _split_at_punctuation(word):
            start = 0
            while start < len(run):
                piece, start = self._match_longest_piece(run, start)
                ids.append(piece)
        return tuple(ids[: THRESHOLDS.wordpiece_word_pieces])

    def _match_longest_piece(self, run: str, start: int) -> tuple[int, int]:
        """Return the id of the longest piece of `run` from `start`, and where it ends."""
        prefix = "##" if start else ""
        for end in range(len(run), start, -1):
            piece = self.piece_ids.get(prefix + run[start:end])
            if piece is not None:
                return piece, end
        return self.piece_ids[_UNKNOWN], start + 1


def _split_at_punctuation(word: str) -> list[str]:
    """Return the runs of letters and digits of `word` and each of its other characters, as BERT's basic tokenizer does."""
    runs: list[str] = []
    starts_run = True
    for char in word:
        is_mark = not char.isalnum()
        if is_mark or starts_run or not runs:
            if not char.isspace():
                runs.append(char)
        else:
            runs[-1] += char
        starts_run = is_mark
    return runs
