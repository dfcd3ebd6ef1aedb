"""Quotation: which stretches of a text stand in quotation marks, well marked or not.

In: the text of one zone, and whether a quotation is still open from the zone before. Out: `Stretch`es.
Leaves alone: who said it, and whether anybody did.

Marks may be curly, straight, low, angled, single or double, wrong way round or missing. Apostrophes,
inches and nested marks are no marks of a stretch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.records import Block

DOUBLE = '“”„‟"«»″'
SINGLE = "‘’‚'‛"
_OPENING = frozenset("“„«‘‚")
_CLOSING = frozenset("”»’")
_BEFORE_OPENING = frozenset("([{—–-/:;,")
_ENDS = frozenset(".,!?…;:)]—–")
_MARK = re.compile(f"[{DOUBLE}{SINGLE}]")
_SINGLE_CLOSE = re.compile(r"[.,!?…]\s?[’'](?!\w)")
_DOUBLED = re.compile(r"(?P<opens>(?<![\w.,!?…’'])(?:''|``)(?=[\w\[$£€]))|(?:''|’’)")
_TAIL = re.compile(
    r"[,.!?]\s+(?!(?:and|but|because|that|so|or|as|if|when)\b)"
    r"(?=[^,.!?“”\"]{1,40}\b(?:said|says|added|told|asked)\b[^“”\"]{0,40}$)"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in quotation marks: `start, end` without marks and blanks, `outer_*` with them (code points of the text).

    `opened` and `closed` say whether the mark is there; `single` that the marks are single ones.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    opened: bool
    closed: bool
    single: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words of a page, over one paragraph or several; spans are code points of the page's text.

    `parts` are the words without marks, one a paragraph; `start, end` reach over the marks; `first, last`
    are indices of the blocks.
    """

    parts: tuple[tuple[int, int], ...]
    start: int
    end: int
    first: int
    last: int
    closed: bool


AHEAD = 8
"""Paragraphs to look ahead for the mark that closes a quotation nobody re-opened."""


def doubled(text: str) -> str:
    """Return `text`, as long as it was, with two single marks for a double one (''so'') made one and a blank."""
    return _DOUBLED.sub(lambda match: '\x1f"' if match["opens"] else '"\x1f', text)


def quoted_in(blocks: Sequence[Block]) -> list[Quoted]:
    """Return the quotations of a page's blocks in order of text; one that runs over paragraphs is one."""
    found: list[Quoted] = []
    pending: Quoted | None = None
    index = 0
    while index < len(blocks):
        block, continued = blocks[index], False
        text = doubled(block.doc.text)
        if pending is not None:
            reach = _continues(blocks, index)
            assert reach is not None  # what is pending goes on: so it was found below
            for between in range(index, reach):
                pending = _longer(pending, blocks[between], between)
            block, index = blocks[reach], reach
            text, continued = doubled(block.doc.text), True
        here = stretches(
            text,
            open_before=continued and not _looks_opening_at_start(text),
            goes_on=_reopens(blocks, index),
        )
        for place, stretch in enumerate(here):
            quoted = _on_page(block, stretch, index)
            if continued and place == 0:
                assert pending is not None
                quoted = Quoted(
                    (*pending.parts, *quoted.parts),
                    pending.start,
                    quoted.end,
                    pending.first,
                    index,
                    quoted.closed,
                )
                pending = None
            found.append(quoted)
        if pending is not None:
            found.append(pending)
        last = found[-1] if found else None
        pending = None
        if (
            last
            and not last.closed
            and last.last == index
            and last.end >= block.start + len(text.rstrip())
        ):
            pending = found.pop() if _continues(blocks, index + 1) is not None else None
        index += 1
    return found


def _reopens(blocks: Sequence[Block], index: int) -> bool:
    """Return whether the next paragraph begins with a mark, as a quotation over several does."""
    return index + 1 < len(blocks) and _looks_opening_at_start(doubled(blocks[index + 1].doc.text))


def _looks_opening_at_start(text: str) -> bool:
    text = text.removeprefix("\x1f")
    return text[:1] in DOUBLE and len(text) > 1 and not text[1].isspace()


def _continues(blocks: Sequence[Block], index: int) -> int | None:
    """Return the block, `index` or later, where a quotation open before it is taken up or closed; or None."""
    for ahead in range(index, min(index + AHEAD, len(blocks))):
        block = blocks[ahead]
        if block.zone.role != blocks[index - 1].zone.role:
            return None
        text = doubled(block.doc.text)
        if _looks_opening_at_start(text):
            return ahead if ahead == index else None
        if _first_close(text) is not None:
            return ahead
        if any(mark in text for mark in DOUBLE):
            return None
    return None


def _longer(quoted: Quoted, block: Block, index: int) -> Quoted:
    end = block.start + len(block.doc.text.rstrip())
    return Quoted(
        (*quoted.parts, (block.start, end)), quoted.start, end, quoted.first, index, closed=False
    )


def _on_page(block: Block, stretch: Stretch, index: int) -> Quoted:
    start, end = block.start + stretch.start, block.start + stretch.end
    return Quoted(
        ((start, end),),
        block.start + stretch.outer_start,
        block.start + stretch.outer_end,
        index,
        index,
        stretch.closed,
    )


def stretches(text: str, *, open_before: bool = False, goes_on: bool = False) -> list[Stretch]:
    """Return the quoted stretches of `text` in order.

    Args:
        text: one zone's text.
        open_before: a quotation is open from the zone before; a first closing mark ends it here, and
            without any mark the text is no part of it.
        goes_on: the next zone begins with a mark, so that a mark that nothing closes is left out on purpose.

    """
    found: list[Stretch] = []
    begin: tuple[int, int, str] | None = None
    if open_before and (first := _first_close(text)) is not None:
        found.append(_made(text, 0, 0, first, first + 1, opened=False))
        position = first + 1
    else:
        position = 0
    while (match := _MARK.search(text, position)) is not None:
        index, char = match.start(), match.group()
        position = index + 1
        if begin is None:
            if _opens(text, index):
                begin = (index, index + 1, char)
        elif _same_kind(begin[2], char):
            if _closes(text, index, begin):
                found.append(
                    _made(text, begin[0], begin[1], index, index + 1, single=char in SINGLE)
                )
                begin = None
            elif char not in SINGLE and _opens(text, index):
                found.append(_cut(text, begin, index))
                begin = (index, index + 1, char)
    if begin is not None and begin[2] not in SINGLE:
        end = len(text)
        whole = _made(text, begin[0], begin[1], end, end, closed=False)
        found.append(whole if goes_on else _cut(text, begin, end))
    return [stretch for stretch in found if stretch.end > stretch.start]


def _first_close(text: str) -> int | None:
    """Return where the first double mark stands, if it closes."""
    for match in _MARK.finditer(text):
        if match.group() in SINGLE:
            continue
        return match.start() if match.start() and not _looks_opening(text, match.start()) else None
    return None


def _made(
    text: str,
    outer: int,
    start: int,
    end: int,
    outer_end: int,
    *,
    opened: bool = True,
    closed: bool = True,
    single: bool = False,
) -> Stretch:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end, outer, outer_end, opened, closed, single)


def _cut(text: str, begin: tuple[int, int, str], end: int) -> Stretch:
    """Return the stretch that lacks its closing mark, ended before an attribution that follows it."""
    tail = _TAIL.search(text, begin[1], end)
    stop = tail.start() + 1 if tail else end
    return _made(text, begin[0], begin[1], stop, stop, closed=False)


def _same_kind(begun: str, char: str) -> bool:
    return (begun in SINGLE) == (char in SINGLE)


def _opens(text: str, index: int) -> bool:
    char = text[index]
    if not _looks_opening(text, index):
        return char in "“„«" and index + 1 < len(text) and not text[index + 1].isspace()
    if char in SINGLE:
        if char in "’'" and (text[index + 1 : index + 3].isdigit() or _elided(text, index)):
            return False
        return char in _OPENING or _has_close(text, index)
    return True


def _elided(text: str, index: int) -> bool:
    word = re.match(r"\w+", text[index + 1 :])
    return bool(word) and word.group().lower() in {"tis", "twas", "em", "til", "cause", "n", "bout"}  # type: ignore[union-attr]


def _has_close(text: str, index: int) -> bool:
    return any(
        text[match.start()] in "’'" and _looks_closing(text, match.start())
        for match in _MARK.finditer(text, index + 2)
        if match.group() in SINGLE
    )


def _looks_opening(text: str, index: int) -> bool:
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    return (
        before.isspace() or before in _BEFORE_OPENING or before in DOUBLE
    ) and not after.isspace()


def _looks_closing(text: str, index: int) -> bool:
    after = text[index + 1] if index + 1 < len(text) else " "
    return not after.isalnum()


def _closes(text: str, index: int, begin: tuple[int, int, str]) -> bool:
    char = text[index]
    if char in SINGLE:
        return _closes_single(text, index)
    before = text[index - 1]
    rest = text[index + 1 :]
    if char in _OPENING:
        # A wrong-way mark: at the end, after the comma that precedes an attribution, or between blanks.
        if not rest.strip() or rest[0].isspace():
            return True
        return text[begin[1] : index].rstrip()[-1:] in {",", "?", "!"} and bool(
            re.match(r"[a-z]|[A-Z][a-z]+ (?:said|[A-Z])", rest)
        )
    if char in _CLOSING or char == "″":
        return True
    return not before.isspace() or not rest[:1].isalnum() or not _has_pair_after(text, index)


def _has_pair_after(text: str, index: int) -> bool:
    return text.count('"', index) % 2 == 0


def _closes_single(text: str, index: int) -> bool:
    if not _looks_closing(text, index) or text[index] == "‘":
        return False
    before = text[index - 1]
    if before in _ENDS:
        return True
    # "the soldiers’ pay": a possessive, if a mark after punctuation closes later.
    return not (before == "s" and _SINGLE_CLOSE.search(text, index + 1))
