"""Text runs of HTML as text: character references and white space resolved, with the characters they come from.

In: a slice of source without tags. Out: its `TextRun`s, or its text alone. Out of scope: tags (`markup`), and
which runs belong together (`tree`).

Source: HTML Standard, tokenization (character references).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from html.entities import html5

_HTML_PIECE = re.compile(
    r"(?P<words>(?:[^\s\0&]|[ ](?=[^\s\0&]))+)|(?P<space>[\s\0]+)"
    r"|(?P<reference>&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?))|(?P<amp>&)"
)
_PLAIN_PIECE = re.compile(r"(?P<words>(?:[^\s\0]|[ ](?=[^\s\0]))+)|(?P<space>[\s\0]+)")


TextRun = tuple[str, int, int, bool]
"""Text, the half-open range of source characters it comes from, and whether it is character by character the source;
if not, all of the text comes from the whole range."""


def normalise_text(written: str) -> str:
    """Return `written` with references resolved and white space collapsed to single spaces."""
    if "&" in written or "\0" in written:
        return "".join([run[0] for run in iter_text_runs(written, 0)])
    words = " ".join(written.split())
    if words == written or not words:
        return words or " "
    before = " " if written[0].isspace() else ""
    return f"{before}{words} " if written[-1].isspace() else before + words


def read_text_runs(written: str, start: int) -> Iterable[TextRun]:
    """Return the text runs of `written`, which begins at character `start` of the source."""
    words = " ".join(written.split())
    if not words or "&" in words or "\0" in written or words not in written:
        return iter_text_runs(written, start)
    if len(words) == len(written):
        return [(words, start, start + len(words), True)]
    words_start = start + written.index(words[0])
    words_end, end = words_start + len(words), start + len(written)
    runs: list[TextRun] = []
    if words_start > start:
        runs.append((" ", start, words_start, words_start - start == 1))
    runs.append((words, words_start, words_end, True))
    if words_end < end:
        runs.append((" ", words_end, end, words_end + 1 == end))
    return runs


def iter_text_runs(written: str, start: int, *, markup: bool = True) -> Iterator[TextRun]:
    """Yield the text runs of `written`, white space collapsed to single spaces.

    Args:
        written: a slice of source without tags.
        start: the character of the source where it begins.
        markup: it is HTML, with character references; False: plain text.

    """
    for piece in (_HTML_PIECE if markup else _PLAIN_PIECE).finditer(written):
        kind, piece_start, piece_end = piece.lastgroup, start + piece.start(), start + piece.end()
        if kind == "space":
            if piece.group().strip("\0"):
                yield (" ", piece_start, piece_end, piece_end - piece_start == 1)
        elif kind == "reference":
            yield from _resolve_reference(piece.group(), piece_start)
        else:
            yield (piece.group(), piece_start, piece_end, True)


def _resolve_reference(written: str, at: int) -> Iterator[TextRun]:
    """Yield the character of a reference at `at`, and what follows a name that is known only in part."""
    end = len(written)
    if not written.startswith("&#") and written[1:] not in html5:
        # `&notit` is `¬it`: the longest name that is known without its semicolon counts.
        end = next((n for n in range(end, 2, -1) if written[1:n] in html5), 0)
        if not end:
            yield (written, at, at + len(written), True)
            return
    text = html.unescape(written[:end])
    if text.isspace():
        yield (" ", at, at + end, False)
    elif text:
        yield (text, at, at + end, False)
    if end < len(written):
        yield (written[end:], at + end, at + len(written), True)
