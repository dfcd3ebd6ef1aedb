"""A PDF's sheets: their characters with boxes, and pictures of them, read in a process apart.

In: a PDF's bytes. Out: for each sheet its characters, their boxes, and where in the file the objects stand
that draw it; or a sheet as PNG. Out of scope: lines, paragraphs, what is said (`pdf`). Needs the extra `pdf`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from onrecord.config import Settings, load_settings
from onrecord.errors import PageError
from onrecord.records.page import Box, BoxMap, Page

_CHILD = Path(__file__).with_name("subprocess_reader.py")
_NO_PDF = 3
_FAR = 1e6  # points; PDF viewers stop at 200 inches, and hostile files name any place
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}  # fmt: skip
_LINE_BREAKS = frozenset({0x0A, 0x0D, 0x02, 0xFFFE})
LINE_END, LINE_END_HYPHEN = "\n", "\x02"
"""What stands for the end of a line, and for a hyphen at the end of one."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character of a sheet; `box` is left, bottom, right, top in points, None where it has none."""

    char: str
    box: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class PdfSheet:
    """One sheet: its glyphs in the order PDFium gives, and the bytes of the objects that draw it."""

    number: int
    glyphs: tuple[Glyph, ...]
    byte_range: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class SheetImage:
    """A sheet as PNG; `boxes` are left, top, width, height in its pixels; `of` how many sheets there are."""

    png: bytes
    width: int
    height: int
    boxes: tuple[tuple[int, int, int, int], ...]
    sheet_count: int


def read_sheets(data: bytes, path: str, settings: Settings | None = None) -> tuple[PdfSheet, ...]:
    """Return the sheets of a PDF; without `settings` those of the environment bound it.

    Raises:
        PageError: `no_reader` without the extra, `broken` if it is no PDF that can be opened, `too_long`
            if it has more sheets or characters than a page may, `too_slow` if it takes too much.

    """
    settings = settings or load_settings()
    bounds = (settings.max_seconds, settings.max_sheets, settings.max_chars)
    told, rest = _asked(data, path, "chars", bounds)
    if "too_long" in told:
        raise PageError("too_long", f"{path}: a PDF of {told['too_long']}; split it")
    sheets, at = [], 0
    for number, (count, start, end) in enumerate(told["sheets"], start=1):
        points, boxes = array("I"), array("f")
        points.frombytes(rest[at : at + 4 * count])
        boxes.frombytes(rest[at + 4 * count : at + 20 * count])
        at += 20 * count
        if sys.byteorder == "big":
            points.byteswap()
            boxes.byteswap()
        place = (start, end) if start >= 0 else None
        sheets.append(PdfSheet(number, tuple(_glyphs(points, boxes)), place))
    return tuple(sheets)


def render_sheet(
    data: bytes, path: str, sheet: int, width: int, boxes: Sequence[Box]
) -> SheetImage:
    """Return a picture of one sheet, and where `boxes` (those on it) stand in the picture.

    Raises:
        PageError: as `read_sheets`.

    """
    corners = [
        round(100 * edge)
        for box in boxes
        if box.sheet == sheet
        for edge in (box.left, box.bottom, box.right, box.top)
    ]
    seconds = load_settings().max_seconds
    told, png = _asked(data, path, "picture", (seconds, sheet, width, *corners))
    places = tuple((row[0], row[1], row[2], row[3]) for row in told["boxes"])
    return SheetImage(png, told["width"], told["height"], places, told["of"])


def has_boxes(page: Page) -> bool:
    """Return whether the page's words have boxes on sheets."""
    return isinstance(page.byte_map, BoxMap)


def read_words_in(sheets: Sequence[PdfSheet], boxes: Sequence[Box]) -> str:
    """Return the words that stand in `boxes`: every character whose middle lies in one of them."""
    out = []
    for box in boxes:
        for glyph in sheets[box.sheet - 1].glyphs if box.sheet <= len(sheets) else ():
            if glyph.box is None:
                continue
            left, bottom, right, top = glyph.box
            across, up = (left + right) / 2, (bottom + top) / 2
            if box.left <= across <= box.right and box.bottom <= up <= box.top:
                out.append("-" if glyph.char == LINE_END_HYPHEN else glyph.char)
        out.append(" ")
    return " ".join("".join(out).split())


def _glyphs(points: array[int], boxes: array[float]) -> list[Glyph]:
    out: list[Glyph] = []
    high = 0
    for index, given in enumerate(points):
        point = given
        left, bottom, right, top = boxes[4 * index : 4 * index + 4]
        sound = -_FAR < left < right < _FAR and -_FAR < bottom < top < _FAR
        box = (left, bottom, right, top) if sound else None
        if 0xD800 <= point < 0xDC00:
            high = point
            continue
        if 0xDC00 <= point < 0xE000:
            # PDFium gives UTF-16 where the system's wide characters have 16 bits.
            point = 0x10000 + ((high - 0xD800) << 10) + point - 0xDC00 if high else 0xFFFD
        high = 0
        if point in _LINE_BREAKS:
            broken = point in {0x02, 0xFFFE}
            out.append(Glyph(LINE_END_HYPHEN, box) if broken else Glyph(LINE_END, None))
        elif point in _LIGATURES:
            out += [Glyph(char, box) for char in _LIGATURES[point]]
        else:
            out.append(Glyph(chr(point) if 0 < point < 0x110000 else "\ufffd", box))
    return out


def _asked(
    data: bytes, path: str, task: str, options: tuple[int, ...]
) -> tuple[dict[str, Any], bytes]:
    """Return what the process apart answers to a task; the first of its options is the seconds it may take."""
    if find_spec("pypdfium2") is None:
        message = f"{path}: a PDF; to read it: pip install 'onrecord[pdf]'"
        raise PageError("no_reader", message)
    seconds = options[0]
    command = [sys.executable, "-I", str(_CHILD), task, *map(str, options)]
    slow = f"{path}: a PDF that takes more than {seconds} seconds or too much memory; split it"
    try:
        done = subprocess.run(  # noqa: S603  our own file, its options are numbers
            command, input=data, capture_output=True, timeout=seconds + 5, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PageError("too_slow", slow) from error
    if done.returncode == _NO_PDF:
        why = done.stderr.decode("utf-8", "replace").strip()[:200]
        raise PageError("broken", f"{path}: not a PDF that can be opened ({why})")
    head, _, rest = done.stdout.partition(b"\n")
    if done.returncode != 0 or not head:
        raise PageError("too_slow", slow)
    told: dict[str, Any] = json.loads(head)
    return told, rest
