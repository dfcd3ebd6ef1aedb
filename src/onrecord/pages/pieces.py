"""Words of HTML as they read: character references and white space, with the characters they come from.

In: a stretch of source without markup. Out: its `Piece`s, or its words alone. Leaves alone: markup
(`markup`), and which words belong together.

Source: HTML Standard, tokenization (character references).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

_PIECE = re.compile(
    r"(?P<words>(?:[^\s\0&]|[ ](?=[^\s\0&]))+)|(?P<space>[\s\0]+)"
    r"|(?P<reference>&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?))|(?P<amp>&)"
)
_PLAIN_PIECE = re.compile(r"(?P<words>(?:[^\s\0]|[ ](?=[^\s\0]))+)|(?P<space>[\s\0]+)")


class Piece(NamedTuple):
    """Words as they read, from characters `start, end` of the source.

    `even`: each character of `text` is one character of the source; else all come from the whole.
    """

    text: str
    start: int
    end: int
    even: bool


def read_words(written: str) -> str:
    """Return what `written` reads as; white space is one space each."""
    if "&" in written or "\0" in written:
        return "".join([piece.text for piece in pieces(written, 0)])
    words = " ".join(written.split())
    if not words:
        return " "
    before = " " if written[0].isspace() else ""
    return f"{before}{words} " if written[-1].isspace() else before + words


def read_pieces(written: str, start: int) -> list[Piece]:
    """Return the pieces of `written`, which begins at character `start` of the source."""
    bare = written.strip()
    if not bare or "&" in bare or "\0" in written or bare != " ".join(bare.split()):
        return list(pieces(written, start))
    if len(bare) == len(written):
        return [Piece(bare, start, start + len(bare), True)]
    begin = start + written.index(bare[0])
    end, after = begin + len(bare), start + len(written)
    found = []
    if begin > start:
        found.append(Piece(" ", start, begin, begin - start == 1))
    found.append(Piece(bare, begin, end, True))
    if end < after:
        found.append(Piece(" ", end, after, end + 1 == after))
    return found


def pieces(written: str, start: int, *, markup: bool = True) -> Iterator[Piece]:
    """Yield what `written`, at character `start` of the source, reads as; white space is one space each."""
    for found in (_PIECE if markup else _PLAIN_PIECE).finditer(written):
        kind, begin, end = found.lastgroup, start + found.start(), start + found.end()
        if kind == "space":
            if found.group().strip("\0"):
                yield Piece(" ", begin, end, end - begin == 1)
        elif kind == "reference":
            yield from _reference(found.group(), begin)
        else:
            yield Piece(found.group(), begin, end, even=True)


def _reference(written: str, at: int) -> Iterator[Piece]:
    """Yield what a character reference reads as, and what follows a name known only in part."""
    end = len(written)
    if not written.startswith("&#") and written[1:] not in html5:
        # `&notit` is `¬it`: the longest name that is known without its semicolon counts.
        end = next((n for n in range(end, 2, -1) if written[1:n] in html5), 0)
        if not end:
            yield Piece(written, at, at + len(written), even=True)
            return
    read = html.unescape(written[:end])
    if read.isspace():
        yield Piece(" ", at, at + end, even=False)
    elif read:
        yield Piece(read, at, at + end, even=False)
    if end < len(written):
        yield Piece(written[end:], at + end, at + len(written), even=True)
