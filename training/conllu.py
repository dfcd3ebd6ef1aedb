"""CoNLL-U text in, :class:`Sentence` objects out; the raw text around the words is kept.

Multi-word tokens are split into their syntactic words, whose forms are cut from the surface token so that joining forms
and spaces gives the raw text back. Empty nodes (``8.1``) are left out. Nothing is said here about spaCy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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


def misc_value(misc: str, key: str) -> str:
    """Return the value of ``key`` in a MISC column, or an empty string.

    >>> misc_value("Entity=(1-person|SpaceAfter=No", "SpaceAfter")
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
    sentence = Sentence()
    surface = ""
    covered: list[str] = []
    last = 0
    gap = True
    for raw in lines:
        line = raw.rstrip("\n")
        if not line:
            if sentence.words:
                yield sentence
            sentence = Sentence()
            covered, last = [], 0
            continue
        if line.startswith("#"):
            if line.startswith("# newdoc"):
                sentence.newdoc = line.partition("=")[2].strip() or "doc"
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                sentence.newpar = True
            continue
        cells = line.split("\t")
        if len(cells) != COLUMNS:
            message = (
                f"a CoNLL-U line has {COLUMNS} columns, this one has {len(cells)}: {line[:60]}"
            )
            raise ValueError(message)
        if "." in cells[0]:
            continue
        space = misc_value(cells[9], "SpaceAfter") != "No"
        if "-" in cells[0]:
            first, _, end = cells[0].partition("-")
            last, surface, gap = int(end), cells[1], space
            covered = ["" for _ in range(int(first), last + 1)]
            continue
        sentence.words.append(_word(cells, space_after=space))
        if covered and int(cells[0]) <= last:
            inside = int(cells[0]) == last
            sentence.words[-1] = _word(cells, space_after=gap if inside else False)
            if inside:
                _resurface(sentence, surface, len(covered))
                covered = []
    if sentence.words:
        yield sentence


def read_file(path: Path) -> list[Sentence]:
    """Return the sentences of the file at ``path``, in order."""
    with path.open(encoding="utf-8") as lines:
        return list(read_sentences(lines))


def _word(cells: list[str], *, space_after: bool) -> Word:
    return Word(
        form=cells[1],
        lemma=cells[2],
        upos=cells[3],
        xpos=cells[4],
        feats="" if cells[5] == "_" else cells[5],
        head=int(cells[6]),
        deprel=cells[7],
        entity=misc_value(cells[9], "Entity"),
        space_after=space_after,
    )


def _resurface(sentence: Sentence, surface: str, count: int) -> None:
    words = sentence.words[-count:]
    pieces = cut_surface(surface, [word.form for word in words])
    sentence.words[-count:] = [
        Word(
            form=piece,
            lemma=word.lemma,
            upos=word.upos,
            xpos=word.xpos,
            feats=word.feats,
            head=word.head,
            deprel=word.deprel,
            entity=word.entity,
            space_after=word.space_after,
        )
        for word, piece in zip(words, pieces, strict=True)
    ]
