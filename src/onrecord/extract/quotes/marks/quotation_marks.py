"""Marks: which stretches of a text stand in quotation marks, well marked or not.

In: the text of one zone. Out: `MarkedStretch`es. Out of scope: quotations over several paragraphs
(`onrecord.extract.quotes.marks.quoted_spans`), who said it, and whether anybody did.

Marks may be curly, straight, low, angled, single, doubled or double, wrong way round or missing. Apostrophes,
inches and nested marks are no marks of a stretch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.quotes.en.function_words import ELIDED_WORDS
from onrecord.extract.quotes.en.punctuation import REVERSED_MARK_PREDECESSORS

DOUBLE = '“”„‟"«»‹›″'
SINGLE = "‘’‚'‛"
_OPENING = frozenset("“„«‹‘‚")
_CLOSING = frozenset("”»›’")
_PAIRS = {"„": '“”‟"', "«": "»", "‹": "›", "»": "«", "›": "‹"}
"""Marks that only their own kind closes: low ones, and angled ones either way round."""
_BEFORE_OPENING = frozenset("([{—–-/:;,")
_ENDS = frozenset(".,!?…;:)]—–")
_MARK = re.compile(f"[{DOUBLE}{SINGLE}]")
_SINGLE_CLOSE = re.compile(r"[.,!?…]\s?[’'](?!\w)")
_DOUBLED = re.compile(r"(?P<opens>(?<![\w.,!?…’'])(?:''|``)(?=[\w\[$£€]))|(?:''|’’)")
_SINGLE_END = re.compile(r"[.,!?…]’(?=\s|$)")
_ATTRIBUTED = re.compile(
    r"[”\"]\s+(?:(?:said|says|added|adds|told|asked|asks|wrote)\b"
    r"|(?:he|she|they|[A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,3}) (?:said|says|added|adds|told|asked|asks|wrote)\b)"
)
_BREAK = re.compile(r"[.!?]\s+[A-Z]")
_TAIL = re.compile(
    r"[,.!?]\s+(?!(?:and|but|because|that|so|or|as|if|when)\b)"
    r"(?=[^,.!?“”\"]{1,40}\b(?:said|says|added|told|asked)\b[^“”\"]{0,40}$)"
)


@dataclass(frozen=True, slots=True)
class MarkedStretch:
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


def normalise_doubled_marks(text: str) -> str:
    """Return `text`, as long as it was, with two single marks for a double one (''so'') made one and a blank."""
    return _DOUBLED.sub(lambda match: '\x1f"' if match["opens"] else '"\x1f', text)


def is_paragraph_opened(text: str) -> bool:
    """Return whether `text` begins with a double mark that opens."""
    text = text.removeprefix("\x1f")
    return text[:1] in DOUBLE and len(text) > 1 and not text[1].isspace()


def find_marked_stretches(
    text: str, *, open_before: bool = False, goes_on: bool = False
) -> list[MarkedStretch]:
    """Return the quoted stretches of `text` in order.

    Args:
        text: one zone's text.
        open_before: a quotation is open from the zone before; a first closing mark ends it here, and
            without any mark the text is no part of it.
        goes_on: the next zone begins with a mark, so that a mark that nothing closes is left out on purpose.

    """
    found: list[MarkedStretch] = []
    begin: tuple[int, int, str] | None = None
    if (open_before and (first := find_first_close(text)) is not None) or (
        first := _find_unopened_close(text)
    ) is not None:
        found.append(_build_stretch(text, 0, 0, first, first + 1, opened=False))
        position = first + 1
    else:
        position = 0
    while (match := _MARK.search(text, position)) is not None:
        index, char = match.start(), match.group()
        position = index + 1
        if begin is None:
            if _is_opening(text, index):
                begin = (index, index + 1, char)
        elif _is_same_kind(begin[2], char):
            if _is_closing(text, index, begin):
                found.append(
                    _build_stretch(
                        text, begin[0], begin[1], index, index + 1, single=char in SINGLE
                    )
                )
                begin = None
            elif (inner := _find_inner_end(text, index, begin)) is not None:
                position = inner + 1
            elif char not in SINGLE and _is_opening(text, index):
                found.append(_cut_unclosed(text, begin, index))
                begin = (index, index + 1, char)
    if begin is not None and begin[2] not in SINGLE:
        end = len(text)
        whole = _build_stretch(text, begin[0], begin[1], end, end, closed=False)
        found.append(whole if goes_on else _cut_unclosed(text, begin, end))
    return [stretch for stretch in found if stretch.end > stretch.start]


def find_first_close(text: str) -> int | None:
    """Return where the first double mark stands, if it closes, else None."""
    for match in _MARK.finditer(text):
        if match.group() in SINGLE:
            continue
        return match.start() if match.start() and not _may_open(text, match.start()) else None
    return None


def _find_unopened_close(text: str) -> int | None:
    """Return where a first sentence closes that no mark opened but an attribution follows (The road is long,” he said), or None."""
    first = find_first_close(text)
    if first is None or text[first - 1] not in ",?!" or not text[0].isupper():
        return None
    odd = sum(char in '“”"' for char in text) % 2
    told = _ATTRIBUTED.match(text, first)
    return first if odd and told and not _BREAK.search(text, 0, first) else None


def _find_inner_end(text: str, index: int, begin: tuple[int, int, str]) -> int | None:
    """Return where words in curly marks inside curly marks end, if marks that close are left for both, else None."""
    if begin[2] != "“" or text[index] != "“":
        return None
    rest = text[index + 1 :]
    return text.find("”", index) if rest.count("”") - rest.count("“") > 1 else None


def _build_stretch(
    text: str,
    outer: int,
    start: int,
    end: int,
    outer_end: int,
    *,
    opened: bool = True,
    closed: bool = True,
    single: bool = False,
) -> MarkedStretch:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return MarkedStretch(start, end, outer, outer_end, opened, closed, single)


def _cut_unclosed(text: str, begin: tuple[int, int, str], end: int) -> MarkedStretch:
    """Return the stretch that lacks its closing mark, ended before an attribution that follows it."""
    single = _SINGLE_END.search(text, begin[1], end)
    if single is not None and "‘" not in text[begin[1] : single.end()]:
        return _build_stretch(text, begin[0], begin[1], single.end() - 1, single.end())
    tail = _TAIL.search(text, begin[1], end)
    stop = tail.start() + 1 if tail else end
    return _build_stretch(text, begin[0], begin[1], stop, stop, closed=False)


def _is_same_kind(begun: str, char: str) -> bool:
    return (begun in SINGLE) == (char in SINGLE)


def _is_opening(text: str, index: int) -> bool:
    char = text[index]
    if char in "»›" or (char in "«‹" and text[index + 1 : index + 2].isspace()):
        return text.find(_PAIRS[char], index) > 0 and (char in "«‹" or _may_open(text, index))
    if not _may_open(text, index):
        return char in "“„«‹" and index + 1 < len(text) and not text[index + 1].isspace()
    if char in SINGLE:
        if char in "’'" and (text[index + 1 : index + 3].isdigit() or _is_elision(text, index)):
            return False
        return char in _OPENING or _has_later_close(text, index)
    return True


def _is_elision(text: str, index: int) -> bool:
    word = re.match(r"\w+", text[index + 1 :])
    return bool(word) and word.group().lower() in ELIDED_WORDS  # type: ignore[union-attr]


def _has_later_close(text: str, index: int) -> bool:
    return any(
        text[match.start()] in "’'" and _may_close(text, match.start())
        for match in _MARK.finditer(text, index + 2)
        if match.group() in SINGLE
    )


def _may_open(text: str, index: int) -> bool:
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    return (
        before.isspace() or before in _BEFORE_OPENING or before in DOUBLE
    ) and not after.isspace()


def _may_close(text: str, index: int) -> bool:
    after = text[index + 1] if index + 1 < len(text) else " "
    return not after.isalnum()


def _is_closing(text: str, index: int, begin: tuple[int, int, str]) -> bool:
    char = text[index]
    if char in SINGLE:
        return _is_closing_single(text, index)
    if begin[2] in _PAIRS:
        return char in _PAIRS[begin[2]]
    before = text[index - 1]
    rest = text[index + 1 :]
    if char in _OPENING:
        # A wrong-way mark: at the end, after the comma that precedes an attribution, or between blanks.
        if not rest.strip() or rest[0].isspace():
            return True
        return text[begin[1] : index].rstrip()[-1:] in REVERSED_MARK_PREDECESSORS and bool(
            re.match(r"[a-z]|[A-Z][a-z]+ (?:said|[A-Z])", rest)
        )
    if char in _CLOSING or char == "″":
        return True
    return not before.isspace() or not rest[:1].isalnum() or not _has_pair_after(text, index)


def _has_pair_after(text: str, index: int) -> bool:
    return text.count('"', index) % 2 == 0


def _is_closing_single(text: str, index: int) -> bool:
    if not _may_close(text, index) or text[index] == "‘":
        return False
    before = text[index - 1]
    if before in _ENDS:
        return True
    # "the soldiers’ pay": a possessive, if a mark after punctuation closes later.
    return not (before == "s" and _SINGLE_CLOSE.search(text, index + 1))
