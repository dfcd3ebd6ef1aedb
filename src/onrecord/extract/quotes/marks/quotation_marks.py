"""Quotation marks: which stretches of a text are in quotation marks, whether the marks are right or not.

In: the text of one zone. Out: `MarkedStretch`es. Out of scope: quotations over several paragraphs
(`onrecord.extract.quotes.marks.quoted_spans`), who said it, and whether anybody did.

Marks may be curly, straight, low, angled, single, doubled or double, turned the wrong way or missing. Apostrophes,
inches and nested marks delimit no stretch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.extract.quotes.en.function_words import ELIDED_WORDS
from onrecord.extract.quotes.en.patterns import ATTRIBUTION_AFTER_MARK
from onrecord.extract.quotes.en.punctuation import REVERSED_MARK_PREDECESSORS
from onrecord.extract.quotes.lexicon.attribution_tail import ATTRIBUTION_TAIL

DOUBLE = '“”„‟"«»‹›″'
SINGLE = "‘’‚'‛"
HALF_OF_DOUBLE = "\x1f"
"""What `normalise_doubled_marks` leaves beside a double mark, so that the text stays as long as it was."""
_OPENING = frozenset("“„«‹‘‚")
_CLOSING = frozenset("”»›’")
_PAIRS = {"„": '“”‟"', "«": "»", "‹": "›", "»": "«", "›": "‹"}
"""Marks that only their own kind closes: low ones, and angled ones either way round."""
_BEFORE_OPENING = frozenset("([{—–-/:;,")
_ENDS = frozenset(".,!?…;:)]—–")
_MARK = re.compile(f"[{DOUBLE}{SINGLE}]")
_SINGLE_CLOSE = re.compile(r"[.,!?…]\s?[’'](?!\w)")
_DOUBLED = re.compile(r"(?P<opens>(?<![\w.,!?…’'])(?:(?:''|``)(?=[\w\[$£€])|``(?= )))|(?:''|’’)")
_SINGLE_END = re.compile(r"[.,!?…]’(?=\s|$)")
_BREAK = re.compile(r"[.!?]\s+[A-Z]")
_AFTER_REVERSED = re.compile(r"[a-z]|[A-Z][a-z]+ (?:said|[A-Z])")


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


class _OpenMark(NamedTuple):
    """A mark that is open: where it is, where the words after it begin, and the mark."""

    place: int
    words_start: int
    mark: str


def normalise_doubled_marks(text: str) -> str:
    """Return `text`, as long as it was, with two single marks for a double one (''so'') replaced by one and a filler."""
    return _DOUBLED.sub(
        lambda match: f'{HALF_OF_DOUBLE}"' if match["opens"] else f'"{HALF_OF_DOUBLE}', text
    )


def is_paragraph_opened(text: str) -> bool:
    """Return whether `text` begins with a double mark that opens."""
    text = text.removeprefix(HALF_OF_DOUBLE)
    return text[:1] in DOUBLE and len(text) > 1 and not text[1].isspace()


def find_marked_stretches(
    text: str, *, open_before: bool = False, continues: bool = False
) -> list[MarkedStretch]:
    """Return the quoted stretches of `text` in order.

    Args:
        text: one zone's text.
        open_before: a quotation is open from the zone before; a first closing mark ends it here, and
            without any mark the text is no part of it.
        continues: the next zone begins with a mark, so that a mark that nothing closes is left out on purpose.

    """
    stretches: list[MarkedStretch] = []
    position = 0
    first = find_first_close(text) if open_before else None
    first = _find_unopened_close(text) if first is None else first
    if first is not None:
        stretches.append(_build_stretch(text, 0, 0, first, first + 1, opened=False))
        position = first + 1
    opened: _OpenMark | None = None
    while (match := _MARK.search(text, position)) is not None:
        index, mark = match.start(), match.group()
        position = index + 1
        if opened is None:
            opened = _OpenMark(index, index + 1, mark) if _is_opening(text, index) else None
        elif not _is_same_kind(opened.mark, mark):
            continue
        elif _is_closing(text, index, opened):
            stretches.append(_close_stretch(text, opened, index))
            opened = None
        elif (inner_end := _find_inner_end(text, index, opened)) is not None:
            position = inner_end + 1
        elif mark not in SINGLE and _is_opening(text, index):
            stretches.append(_cut_unclosed(text, opened, index))
            opened = _OpenMark(index, index + 1, mark)
    if opened is not None and opened.mark not in SINGLE:
        stretches.append(_end_stretch(text, opened, continues=continues))
    return [stretch for stretch in stretches if stretch.end > stretch.start]


def _close_stretch(text: str, opened: _OpenMark, index: int) -> MarkedStretch:
    """Return the stretch that the mark at `index` closes."""
    single = text[index] in SINGLE
    return _build_stretch(text, opened.place, opened.words_start, index, index + 1, single=single)


def _end_stretch(text: str, opened: _OpenMark, *, continues: bool) -> MarkedStretch:
    """Return the stretch that nothing closes: to the text's end where the next zone continues it."""
    end = len(text)
    if not continues:
        return _cut_unclosed(text, opened, end)
    return _build_stretch(text, opened.place, opened.words_start, end, end, closed=False)


def find_first_close(text: str) -> int | None:
    """Return where the first double mark is, if it closes, else None."""
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
    is_odd = sum(char in '“”"' for char in text) % 2
    is_attributed = ATTRIBUTION_AFTER_MARK.match(text, first)
    return first if is_odd and is_attributed and not _BREAK.search(text, 0, first) else None


def _find_inner_end(text: str, index: int, opened: _OpenMark) -> int | None:
    """Return where words in curly marks inside curly marks end, if closing marks for both follow, else None."""
    if opened.mark != "“" or text[index] != "“":
        return None
    rest = text[index + 1 :]
    return text.find("”", index) if rest.count("”") - rest.count("“") > 1 else None


def _build_stretch(
    text: str,
    outer_start: int,
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
    return MarkedStretch(start, end, outer_start, outer_end, opened, closed, single)


def _cut_unclosed(text: str, opened: _OpenMark, end: int) -> MarkedStretch:
    """Return the stretch that lacks its closing mark, ended before an attribution that follows it."""
    place, words_start, _ = opened
    single = _SINGLE_END.search(text, words_start, end)
    if single is not None and "‘" not in text[words_start : single.end()]:
        return _build_stretch(text, place, words_start, single.end() - 1, single.end())
    tails = list(ATTRIBUTION_TAIL.finditer(text, words_start, end))
    stop = tails[-1].start() + 1 if tails else end
    return _build_stretch(text, place, words_start, stop, stop, closed=False)


def _is_same_kind(mark: str, other: str) -> bool:
    """Return whether both marks are single ones or both are double ones."""
    return (mark in SINGLE) == (other in SINGLE)


def _is_opening(text: str, index: int) -> bool:
    """Return whether the mark at `index` opens a quotation."""
    mark = text[index]
    if mark in "»›" or (mark in "«‹" and text[index + 1 : index + 2].isspace()):
        return text.find(_PAIRS[mark], index) > 0 and (mark in "«‹" or _may_open(text, index))
    if _is_set_off(text, index):
        return mark not in _CLOSING | {"'"} and _has_set_off_close(text, index)
    if not _may_open(text, index):
        return mark in "“„«‹" and index + 1 < len(text) and not text[index + 1].isspace()
    if mark not in SINGLE:
        return True
    if mark in "’'" and (text[index + 1 : index + 3].isdigit() or _is_elision(text, index)):
        return False
    return mark in _OPENING or _has_later_close(text, index)


def _is_set_off(text: str, index: int) -> bool:
    """Return whether blanks stand on both sides of the mark, as in text cut into tokens."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return (not before.strip() or before == HALF_OF_DOUBLE) and after.isspace()


def _has_set_off_close(text: str, index: int) -> bool:
    """Return whether a mark of the same kind with a blank before it follows, which may close."""
    return any(
        text[match.start() - 1].isspace() and match.group() not in "“„«‹‘‚"
        for match in _MARK.finditer(text, index + 2)
        if _is_same_kind(text[index], match.group())
    )


def _is_elision(text: str, index: int) -> bool:
    """Return whether the word after the mark is one that an apostrophe opens ("’tis")."""
    word = re.match(r"\w+", text[index + 1 :])
    return word is not None and word.group().lower() in ELIDED_WORDS


def _has_later_close(text: str, index: int) -> bool:
    """Return whether a single mark that may close follows the one at `index`."""
    return any(
        text[match.start()] in "’'" and _may_close(text, match.start())
        for match in _MARK.finditer(text, index + 2)
        if match.group() in SINGLE
    )


def _may_open(text: str, index: int) -> bool:
    """Return whether the characters around `index` allow a mark there to open."""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    return (
        before.isspace() or before in _BEFORE_OPENING or before in DOUBLE
    ) and not after.isspace()


def _may_close(text: str, index: int) -> bool:
    """Return whether the character after `index` allows a mark there to close."""
    after = text[index + 1] if index + 1 < len(text) else " "
    return not after.isalnum()


def _is_closing(text: str, index: int, opened: _OpenMark) -> bool:
    """Return whether the mark at `index` closes the open one, which is of the same kind."""
    mark = text[index]
    if mark in SINGLE:
        return _is_closing_single(text, index)
    if opened.mark in _PAIRS:
        return mark in _PAIRS[opened.mark]
    rest = text[index + 1 :]
    if mark in _OPENING:
        return _is_reversed_close(text[opened.words_start : index], rest)
    if mark in _CLOSING or mark == "″":
        return True
    return (
        not text[index - 1].isspace() or not rest[:1].isalnum() or not _has_pair_after(text, index)
    )


def _is_reversed_close(words: str, rest: str) -> bool:
    """Return whether an opening mark between the words and the rest closes: at the end, before a blank, or after the comma that precedes an attribution."""
    if not rest.strip() or rest[0].isspace():
        return True
    if words.rstrip()[-1:] not in REVERSED_MARK_PREDECESSORS:
        return False
    return _AFTER_REVERSED.match(rest) is not None


def _has_pair_after(text: str, index: int) -> bool:
    """Return whether an even number of straight marks is left from `index` on."""
    return text.count('"', index) % 2 == 0


def _is_closing_single(text: str, index: int) -> bool:
    """Return whether the single mark at `index` closes, and is no apostrophe."""
    if not _may_close(text, index) or text[index] == "‘":
        return False
    before = text[index - 1]
    if before in _ENDS:
        return True
    # "the soldiers’ pay": a possessive, if a mark after punctuation closes later.
    return not (before == "s" and _SINGLE_CLOSE.search(text, index + 1))
