"""What of a page is given to the parser, in pieces that it can take.

In: a page. Out: the pieces of its reported zones, and how much of them is left unread. Out of scope: the
parse. Bounds are on what no person writes: a page's words past any article's length, a paragraph past
any paragraph's, stretches that no word is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.records import Page, Zone
from onrecord.records.page import REPORTED

MAX_PIECE_CHARS = 5_000
"""Longer zones are parsed in pieces: the parser's memory, and some rules' time, grow with the square of it."""
MAX_BATCH_CHARS = 20_000
"""Pieces given to the pipeline at once: it holds all their matrices together."""
MAX_WORDS = 80_000
"""Words and marks of a page that are parsed, about 400,000 characters: prose of 60,000 took 14 CPU seconds to
records, and "said" 40,000 times 11."""
_MAX_WORDLESS = 400
"""Characters on end without a word of two letters, past which nothing is said: rules of dashes, rows of bare figures."""
_NO_WORD = re.compile(r"\S{1001,}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"\w+|[^\w\s]")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+")


def split_into_chunks(page: Page) -> tuple[tuple[Zone, ...], int]:
    """Return the pieces of the page's reported zones in order of text, and the characters left unread.

    What is left unread is the page's end, past `MAX_WORDS`; stretches without words are not counted.
    """
    reported = (zone for zone in page.zones if zone.role in REPORTED)
    pieces = tuple(piece for zone in reported for piece in _pieces(page.text, zone))
    # A word has a character at least, so most pages need no count.
    if sum(piece.end - piece.start for piece in pieces) <= MAX_WORDS:
        return pieces, 0
    words = 0
    for index, piece in enumerate(pieces):
        words += sum(1 for _ in _WORD.finditer(page.text, piece.start, piece.end))
        if words > MAX_WORDS:
            return pieces[:index], sum(rest.end - rest.start for rest in pieces[index:])
    return pieces, 0


def group_into_batches(pieces: tuple[Zone, ...]) -> Iterator[tuple[Zone, ...]]:
    """Yield the pieces in groups of at most `MAX_BATCH_CHARS` characters."""
    first = size = 0
    for index, piece in enumerate(pieces):
        chars = piece.end - piece.start
        if size + chars > MAX_BATCH_CHARS and index > first:
            yield pieces[first:index]
            first, size = index, 0
        size += chars
    if pieces[first:]:
        yield pieces[first:]


def _pieces(text: str, zone: Zone) -> Iterator[Zone]:
    """Yield the zone in pieces a pipeline can take, without runs that no word is made of."""
    start = zone.start
    for first, last in (*_wordless(text, zone), (zone.end, zone.end)):
        while start < first:
            end = _end_of_piece(text, start, first)
            if not text[start:end].isspace():
                yield Zone(zone.role, start, end)
            start = end
        start = max(start, last)


def _end_of_piece(text: str, start: int, end: int) -> int:
    """Return where a piece from `start` ends: after a sentence if it can, else after a word."""
    if end - start <= MAX_PIECE_CHARS:
        return end
    most = start + MAX_PIECE_CHARS
    stops = [match.end() for match in _STOP.finditer(text, start + MAX_PIECE_CHARS // 2, most)]
    blank = text.rfind(" ", start, most) + 1
    return stops[-1] if stops else blank if blank > start else most


def _wordless(text: str, zone: Zone) -> list[tuple[int, int]]:
    """Return the runs in a zone that no word is made of, in order."""
    runs = [match.span() for match in _NO_WORD.finditer(text, zone.start, zone.end)]
    if zone.end - zone.start <= _MAX_WORDLESS:
        return runs
    last = zone.start
    for match in (*_LETTERS.finditer(text, zone.start, zone.end), None):
        first = zone.end if match is None else match.start()
        if first - last > _MAX_WORDLESS:
            runs.append(_inner(text, last, first, zone))
        last = zone.end if match is None else match.end()
    return sorted(runs)


def _inner(text: str, start: int, end: int, zone: Zone) -> tuple[int, int]:
    """Return a wordless run without the marks that stand at the words around it."""
    before = text.find(" ", start, end) if start > zone.start else start
    after = text.rfind(" ", start, end) + 1 if end < zone.end else end
    return (before, after) if 0 <= before < after else (start, end)
