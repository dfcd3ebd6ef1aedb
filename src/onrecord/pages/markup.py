"""Markup and text runs of HTML, by one pass over the source.

In: the source as text. Out: a `Scan`: the text runs between markup with their place in the source,
and the source with each run replaced by a mark that carries its number, to be parsed by lexbor;
and the pieces of any run: words as they read, with the characters of the source they come from.
Leaves alone: the tree, which lexbor repairs as browsers do.

Source: HTML Standard, tokenization (comments, raw text, attributes, character references).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from onrecord.pages.selectors import IMPLIED_END, INLINE, RAW, UNREAD, VOID

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}([0-9]+){CLOSE}")
# Browsers stop nesting at about 512; lexbor goes on and grows quadratic.
_DEEPEST = 1_500
_MARKUP = re.compile(
    r"""<(?:
      !--(?:-?>|.*?(?:--!?>|\Z))
    | [!?][^>]*>?
    | /(?![A-Za-z])[^>]*>?
    | (?P<end>/?)(?P<tag>[A-Za-z][^\s/>]*+)
      (?:[\s/]++ | [^\s/>][^\s/>=]*+ (?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?=>)|[^\s>"'][^\s>]*+))?+ )*+
      (?:>|\Z)
    )""",
    re.DOTALL | re.VERBOSE,
)
_RAW_END = {tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in RAW}
_PIECE = re.compile(
    r"(?P<words>(?:[^\s\0&]|[ ](?=[^\s\0&]))+)|(?P<space>[\s\0]+)"
    r"|(?P<reference>&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?))|(?P<amp>&)"
)
_PLAIN_PIECE = re.compile(r"(?P<words>(?:[^\s\0]|[ ](?=[^\s\0]))+)|(?P<space>[\s\0]+)")

# What stands before a run: nothing, white space in the source, a line break, a block's edge, a blank
# line within `<pre>`.
JOINED, SPACED, LINE, EDGE, BLANK = range(5)
_BLANK_END = re.compile(r"\n[^\S\n]*\n\s*\Z")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text between markup: `start, end` in the source; `before` it, see JOINED."""

    start: int
    end: int
    before: int


@dataclass(frozen=True, slots=True)
class Scan:
    """The runs that are not white space, in order, and the source with marks in their place."""

    runs: tuple[Run, ...]
    marked: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as they read, from characters `start, end` of the source.

    `even`: each character of `text` is one character of the source; else all come from the whole.
    """

    text: str
    start: int
    end: int
    even: bool


def scan(source: str) -> Scan:
    """Return the runs of `source` and its marked form; never fails."""
    runs: list[Run] = []
    out: list[str] = []
    before, at, depth, pre = EDGE, 0, 0, 0
    kept = 0  # where the markup begins that is not yet in `out`
    size = len(source)
    marked = OPEN in source or CLOSE in source
    while at < size:
        found = _MARKUP.search(source, at)
        begin = found.start() if found else size
        if begin > at:
            if source[at:begin].isspace():
                blank = pre and _BLANK_LINE.search(source, at, begin)
                before = BLANK if blank else before or SPACED
            else:
                out.append(source[kept:at])
                for run in _parted(source, at, begin, before) if pre else (Run(at, begin, before),):
                    out.append(f"{OPEN}{len(runs)}{CLOSE}")
                    runs.append(run)
                blank = pre and _BLANK_END.search(source, at, begin)
                kept, before = begin, BLANK if blank else JOINED
        if not found:
            break
        at = found.end()
        end, tag = found.group(1, 2)
        if not tag:
            continue
        tag = tag.lower()
        if tag not in INLINE:
            before = LINE if tag == "br" and before < LINE else before if tag == "br" else EDGE
        if tag == "pre":
            pre = max(0, pre + (-1 if end else 1))
        if tag in RAW and not end:
            closed = _RAW_END[tag].search(source, at)
            opened, at = at, closed.start() if closed else size
            if tag in UNREAD and "json" not in found.group():
                out.append(source[kept:opened])
                kept = at
        elif tag not in VOID and tag not in IMPLIED_END:
            depth += -1 if end else 1
            if depth >= _DEEPEST and not end:
                out.append(source[kept:begin])
                kept = at
    out.append(source[kept:size])
    if marked:
        out = [part if MARK.fullmatch(part) else _unmarked(part) for part in out]
    return Scan(tuple(runs), "".join(out))


def _parted(source: str, start: int, end: int, before: int) -> Iterator[Run]:
    """Yield the runs between blank lines of `source[start:end]`, text within `<pre>`."""
    for found in [*_BLANK_LINE.finditer(source, start, end), None]:
        stop = found.start() if found else end
        if source[start:stop].strip():
            yield Run(start, stop, before)
            before = BLANK
        elif found:
            before = BLANK
        start = found.end() if found else end


def pieces(source: str, start: int, end: int, *, markup: bool = True) -> Iterator[Piece]:
    """Yield what the run `start, end` of `source` reads as; white space is one space each."""
    for found in (_PIECE if markup else _PLAIN_PIECE).finditer(source, start, end):
        kind = found.lastgroup
        if kind == "space":
            if found.group().strip("\0"):
                yield Piece(" ", found.start(), found.end(), found.end() - found.start() == 1)
        elif kind == "reference":
            yield from _reference(found.group(), found.start())
        else:
            yield Piece(found.group(), found.start(), found.end(), even=True)


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


def words_of(source: str, *, markup: bool = True) -> str:
    """Return the words `source`, a slice of a page, reads as: tags dropped, white space collapsed."""
    if not markup:
        return " ".join(
            "".join(p.text for p in pieces(source, 0, len(source), markup=False)).split()
        )
    out: list[str] = []
    for run in scan(source).runs:
        if run.before:
            out.append(" ")
        out.extend(piece.text for piece in pieces(source, run.start, run.end))
    return " ".join("".join(out).split())


def _unmarked(markup: str) -> str:
    return markup.replace(OPEN, "\ufffd").replace(CLOSE, "\ufffd")
