"""Words of HTML as they read: character references and white space, with the characters they come from.

In: a stretch of source without markup. Out: its `TextRun`s, or its words alone. Out of scope: markup
(`markup`), and which words belong together.

Source: HTML Standard, tokenization (character references).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from html.entities import html5

_PIECE = re.compile(
    r"(?P<words>(?:[^\s\0&]|[ ](?=[^\s\0&]))+)|(?P<space>[\s\0]+)"
    r"|(?P<reference>&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?))|(?P<amp>&)"
)
_PLAIN_PIECE = re.compile(r"(?P<words>(?:[^\s\0]|[ ](?=[^\s\0]))+)|(?P<space>[\s\0]+)")


TextRun = tuple[str, int, int, bool]
"""Words as they read, from which character to which of the source, and whether each is one of them; else all are from the whole."""


def normalise_text(written: str) -> str:
    """Return what `written` reads as; white space is one space each."""
    if "&" in written or "\0" in written:
        return "".join([piece[0] for piece in iter_text_runs(written, 0)])
    words = " ".join(written.split())
    if words == written or not words:
        return words or " "
    before = " " if written[0].isspace() else ""
    return f"{before}{words} " if written[-1].isspace() else before + words


def read_text_runs(written: str, start: int) -> Iterable[TextRun]:
    """Return the pieces of `written`, which begins at character `start` of the source."""
    bare = " ".join(written.split())
    if not bare or "&" in bare or "\0" in written or bare not in written:
        return iter_text_runs(written, start)
    if len(bare) == len(written):
        return [(bare, start, start + len(bare), True)]
    begin = start + written.index(bare[0])
    end, after = begin + len(bare), start + len(written)
    found: list[TextRun] = []
    if begin > start:
        found.append((" ", start, begin, begin - start == 1))
    found.append((bare, begin, end, True))
    if end < after:
        found.append((" ", end, after, end + 1 == after))
    return found


def iter_text_runs(written: str, start: int, *, markup: bool = True) -> Iterator[TextRun]:
    """Yield what `written`, at character `start` of the source, reads as; white space is one space each."""
    for found in (_PIECE if markup else _PLAIN_PIECE).finditer(written):
        kind, begin, end = found.lastgroup, start + found.start(), start + found.end()
        if kind == "space":
            if found.group().strip("\0"):
                yield (" ", begin, end, end - begin == 1)
        elif kind == "reference":
            yield from _reference(found.group(), begin)
        else:
            yield (found.group(), begin, end, True)


def _reference(written: str, at: int) -> Iterator[TextRun]:
    """Yield what a character reference reads as, and what follows a name known only in part."""
    end = len(written)
    if not written.startswith("&#") and written[1:] not in html5:
        # `&notit` is `¬it`: the longest name that is known without its semicolon counts.
        end = next((n for n in range(end, 2, -1) if written[1:n] in html5), 0)
        if not end:
            yield (written, at, at + len(written), True)
            return
    read = html.unescape(written[:end])
    if read.isspace():
        yield (" ", at, at + end, False)
    elif read:
        yield (read, at, at + end, False)
    if end < len(written):
        yield (written[end:], at + end, at + len(written), True)
