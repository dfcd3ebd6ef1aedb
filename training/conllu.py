"""CoNLL-U text in, :class:`Sentence` objects out; the raw text around the words is kept.

Multi-word tokens are split into their syntactic words, whose forms are cut from the surface token so that joining forms
and spaces gives the raw text back. Empty nodes (``8.1``) are left out. Out of scope: spaCy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. ``head`` is 0 for the root, else the 1-based place in the sentence."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    entity: str
    space_after: bool


@dataclass(slots=True)
class Sentence:
    """The words of one sentence, and whether a document or a paragraph begins with it."""

    words: list[Word] = field(default_factory=list)
    newdoc: str | None = None
    newpar: bool = False


@dataclass(frozen=True, slots=True)
class _MultiwordToken:
    """A surface token of several syntactic words, with the numbers of its first and last word."""

    form: str
    first: int
    last: int
    space_after: bool


def get_misc_value(misc: str, key: str) -> str:
    """Return the value of ``key`` in a MISC column, or an empty string.

    >>> get_misc_value("Entity=(1-person|SpaceAfter=No", "SpaceAfter")
    'No'
    """
    for part in misc.split("|"):
        name, _, value = part.partition("=")
        if name == key:
            return value
    return ""


def cut_surface(surface: str, forms: list[str]) -> list[str]:
    """Return ``surface`` cut into one piece a form, by the forms' lengths; the last piece takes the rest.

    >>> cut_surface("wanna", ["wan", "na"]), cut_surface("don't", ["do", "not"])
    (['wan', 'na'], ['do', "n't"])
    """
    if "".join(forms) == surface:
        return forms
    pieces: list[str] = []
    start = 0
    for index, form in enumerate(forms):
        left = len(forms) - index - 1
        end = min(start + max(len(form), 1), len(surface) - left)
        pieces.append(surface[start : end if left else len(surface)])
        start = end
    return pieces


def read_sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order. ``Raises`` ValueError on a line without ten columns."""
    for block in _split_blocks(lines):
        sentence = _parse_block(block)
        if sentence.words:
            yield sentence


def read_file(path: Path) -> list[Sentence]:
    """Return the sentences of the file at ``path``, in order."""
    with path.open(encoding="utf-8") as lines:
        return list(read_sentences(lines))


def _split_blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the lines of each sentence: what is between two empty lines."""
    block: list[str] = []
    for raw in lines:
        line = raw.rstrip("\n")
        if line:
            block.append(line)
        else:
            yield block
            block = []
    yield block


def _parse_block(lines: list[str]) -> Sentence:
    sentence = Sentence()
    token: _MultiwordToken | None = None
    for line in lines:
        if line.startswith("#"):
            _apply_comment(sentence, line)
            continue
        cells = _split_columns(line)
        number = cells[0]
        if "." in number:
            continue
        space_after = get_misc_value(cells[9], "SpaceAfter") != "No"
        if "-" in number:
            first, _, last = number.partition("-")
            token = _MultiwordToken(cells[1], int(first), int(last), space_after)
            continue
        if token is None or int(number) > token.last:
            sentence.words.append(_parse_word(cells, space_after=space_after))
            continue
        is_last = int(number) == token.last
        sentence.words.append(_parse_word(cells, space_after=is_last and token.space_after))
        if is_last:
            _restore_surface(sentence, token)
            token = None
    return sentence


def _apply_comment(sentence: Sentence, line: str) -> None:
    """Note in `sentence` that a comment line begins a document or a paragraph."""
    if line.startswith("# newdoc"):
        sentence.newdoc = line.partition("=")[2].strip() or "doc"
    elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
        sentence.newpar = True


def _split_columns(line: str) -> list[str]:
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        message = f"a CoNLL-U line has {COLUMNS} columns, this one has {len(cells)}: {line[:60]}"
        raise ValueError(message)
    return cells


def _parse_word(cells: list[str], *, space_after: bool) -> Word:
    return Word(
        form=cells[1],
        lemma=cells[2],
        upos=cells[3],
        xpos=cells[4],
        feats="" if cells[5] == "_" else cells[5],
        head=int(cells[6]),
        deprel=cells[7],
        entity=get_misc_value(cells[9], "Entity"),
        space_after=space_after,
    )


def _restore_surface(sentence: Sentence, token: _MultiwordToken) -> None:
    """Give the last words of `sentence` the pieces of the surface token that they are written as."""
    count = token.last - token.first + 1
    words = sentence.words[-count:]
    pieces = cut_surface(token.form, [word.form for word in words])
    sentence.words[-count:] = [
        replace(word, form=piece) for word, piece in zip(words, pieces, strict=True)
    ]
