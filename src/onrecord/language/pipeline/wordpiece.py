"""A pipeline's words in, the word pieces and looks an encoder reads out.

In: words as spaCy cuts them. Out: for each word the numbers of its pieces and one number for how it is
written. Out of scope: what the words mean.

Source: BERT's uncased WordPiece (Devlin et al. 2019): lower case, no accents, the longest piece first. The
looks are ours: lower-casing hides what names show most plainly.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

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
"""How a word can be written; `none` is what the marks at both ends of a window get."""
_LONGEST_WORD = 40
_MOST_PIECES = 12
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})


def classify_word_shape(word: str) -> int:
    """Return the place in `WORD_SHAPES` of how `word` is written.

    Examples:
        >>> [WORD_SHAPES[classify_word_shape(word)] for word in ("the", "Oresk", "NATO", "A", "McCay", "2nd", ",")]
        ['lower', 'title', 'capitals', 'letter', 'mixed', 'number', 'sign']

    """
    if word.isspace():
        return 8
    if not any(map(str.isalnum, word)):
        return 7
    if any(map(str.isdigit, word)):
        return 6
    letters = [letter for letter in word if letter.isalpha()]
    if not any(map(str.isupper, letters)):
        return 1
    if len(letters) == 1:
        return 4
    if all(map(str.isupper, letters)):
        return 3
    return 2 if letters[0].isupper() and not any(map(str.isupper, letters[1:])) else 5


def normalise_word(word: str) -> str:
    """Return `word` in lower case, without accents, with straight quotes and short dashes."""
    parts = unicodedata.normalize("NFD", word.translate(_PLAIN).lower())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


@dataclass(frozen=True, slots=True)
class WordPieceVocabulary:
    """A vocabulary of word pieces; `known` remembers words already cut."""

    numbers: dict[str, int]
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> WordPieceVocabulary:
        """Return the vocabulary in `path`, one piece a line."""
        lines = path.read_text(encoding="utf-8").split("\n")
        return cls({piece: number for number, piece in enumerate(lines) if piece})

    def of(self, word: str) -> tuple[int, ...]:
        """Return the numbers of `word`'s pieces, at least one."""
        cut = self.known.get(word)
        if cut is None:
            cut = self._cut(normalise_word(word)) or (self.numbers["[UNK]"],)
            if len(self.known) < 200_000:
                self.known[word] = cut
        return cut

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST_WORD:
            return ()
        found: list[int] = []
        for run in _runs(word):
            start = 0
            while start < len(run):
                number, start = self._longest(run, start)
                found.append(number)
        return tuple(found[:_MOST_PIECES])

    def _longest(self, run: str, start: int) -> tuple[int, int]:
        mark = "##" if start else ""
        for end in range(len(run), start, -1):
            number = self.numbers.get(mark + run[start:end])
            if number is not None:
                return number, end
        return self.numbers["[UNK]"], start + 1


def _runs(word: str) -> list[str]:
    """Return `word` cut at every sign, as BERT cuts before it looks for pieces."""
    runs: list[str] = []
    fresh = True
    for char in word:
        sign = not char.isalnum()
        if sign or fresh or not runs:
            if not char.isspace():
                runs.append(char)
        else:
            runs[-1] += char
        fresh = sign
    return runs
