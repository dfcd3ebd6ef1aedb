"""A PDF's sheets: their glyphs with boxes, and images of them, read in a separate process.

In: a PDF's bytes. Out: for each sheet its glyphs, their boxes, and where in the file the objects stand that draw it; or a
sheet as PNG. Out of scope: lines and their order (`lines`, `reading_order`), paragraphs (`paragraphs`). Needs the extra
`pdf`.
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
from onrecord.pages.sheets.thresholds import THRESHOLDS
from onrecord.records.page import Box, BoxMap, Page

_READER = Path(__file__).with_name("subprocess_reader.py")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}  # fmt: skip
_LINE_FEEDS = frozenset({0x0A, 0x0D})
_LINE_END_HYPHENS = frozenset({0x02, 0xFFFE})
"""What PDFium gives for a hyphen at the end of a line."""
_HIGH_SURROGATES, _LOW_SURROGATES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
LINE_END, LINE_END_HYPHEN = "\n", "\x02"
"""What stands for the end of a line, and for a hyphen at the end of one."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character of a sheet; `box` is left, bottom, right, top in points, None where it has none."""

    char: str
    box: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class PdfSheet:
    """One sheet, numbered from 1: its glyphs in PDFium's order, and the byte range of the objects that draw it."""

    number: int
    glyphs: tuple[Glyph, ...]
    byte_range: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class SheetImage:
    """A sheet as PNG; `boxes` are left, top, width, height in its pixels; `sheet_count` is of the whole file."""

    png: bytes
    width: int
    height: int
    boxes: tuple[tuple[int, int, int, int], ...]
    sheet_count: int


def read_sheets(data: bytes, path: str, settings: Settings | None = None) -> tuple[PdfSheet, ...]:
    """Return the sheets of a PDF; without `settings` those of the environment limit it.

    Raises:
        PageError: `no_reader` without the extra, `broken` if it is no PDF that can be opened, `too_long` if it has more
            sheets or characters than a page may, `too_slow` if it takes too much time or memory.

    """
    settings = settings or load_settings()
    limits = (settings.max_seconds, settings.max_sheets, settings.max_chars)
    answer, content = _run_reader(data, path, "chars", limits)
    if "too_long" in answer:
        raise PageError("too_long", f"{path}: a PDF of {answer['too_long']}; split it")
    sheets, at = [], 0
    for number, (count, start, end) in enumerate(answer["sheets"], start=1):
        points, boxes = array("I"), array("f")
        points.frombytes(content[at : at + 4 * count])
        boxes.frombytes(content[at + 4 * count : at + 20 * count])
        at += 20 * count
        if sys.byteorder == "big":
            points.byteswap()
            boxes.byteswap()
        byte_range = (start, end) if start >= 0 else None
        sheets.append(PdfSheet(number, tuple(_build_glyphs(points, boxes)), byte_range))
    return tuple(sheets)


def render_sheet(
    data: bytes, path: str, sheet: int, width: int, boxes: Sequence[Box]
) -> SheetImage:
    """Return an image of one sheet, and where `boxes` (those on it) are in the image.

    Raises:
        PageError: as `read_sheets`.

    """
    corners = [
        round(100 * edge)
        for box in boxes
        if box.sheet == sheet
        for edge in (box.left, box.bottom, box.right, box.top)
    ]
    limits = (load_settings().max_seconds, sheet, width, THRESHOLDS.max_image_pixels, *corners)
    answer, png = _run_reader(data, path, "picture", limits)
    places = tuple((row[0], row[1], row[2], row[3]) for row in answer["boxes"])
    return SheetImage(png, answer["width"], answer["height"], places, answer["of"])


def has_boxes(page: Page) -> bool:
    """Return whether the page's words have boxes on sheets."""
    return isinstance(page.byte_map, BoxMap)


def read_words_in(sheets: Sequence[PdfSheet], boxes: Sequence[Box]) -> str:
    """Return the words in `boxes`: every character whose centre lies in one of them."""
    chars = []
    for box in boxes:
        for glyph in sheets[box.sheet - 1].glyphs if box.sheet <= len(sheets) else ():
            if glyph.box is None:
                continue
            left, bottom, right, top = glyph.box
            across, up = (left + right) / 2, (bottom + top) / 2
            if box.left <= across <= box.right and box.bottom <= up <= box.top:
                chars.append("-" if glyph.char == LINE_END_HYPHEN else glyph.char)
        chars.append(" ")
    return " ".join("".join(chars).split())


def _build_glyphs(points: array[int], boxes: array[float]) -> list[Glyph]:
    """Return the glyphs of code points and their boxes, four edges each: ligatures and surrogates resolved."""
    glyphs: list[Glyph] = []
    high = 0
    for index, written in enumerate(points):
        point = written
        box = _check_box(*boxes[4 * index : 4 * index + 4])
        if point in _HIGH_SURROGATES:
            high = point
            continue
        if point in _LOW_SURROGATES:
            # PDFium gives UTF-16 where the system's wide characters have 16 bits.
            point = 0x10000 + ((high - 0xD800) << 10) + point - 0xDC00 if high else 0xFFFD
        high = 0
        if point in _LINE_FEEDS:
            glyphs.append(Glyph(LINE_END, None))
        elif point in _LINE_END_HYPHENS:
            glyphs.append(Glyph(LINE_END_HYPHEN, box))
        elif point in _LIGATURES:
            glyphs += [Glyph(char, box) for char in _LIGATURES[point]]
        else:
            glyphs.append(Glyph(chr(point) if 0 < point <= sys.maxunicode else "\ufffd", box))
    return glyphs


def _check_box(
    left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float] | None:
    """Return a box if it has an area and lies near the sheet, else None."""
    far = THRESHOLDS.max_coordinate
    is_sound = -far < left < right < far and -far < bottom < top < far
    return (left, bottom, right, top) if is_sound else None


def _run_reader(
    data: bytes, path: str, task: str, limits: tuple[int, ...]
) -> tuple[dict[str, Any], bytes]:
    """Return what `subprocess_reader` answers to a task; the first of `limits` is the seconds it may take."""
    if find_spec("pypdfium2") is None:
        message = f"{path}: a PDF; to read it: pip install 'onrecord[pdf]'"
        raise PageError("no_reader", message)
    seconds = limits[0]
    memory = str(THRESHOLDS.max_memory_bytes)
    command = [sys.executable, "-I", str(_READER), memory, task, *map(str, limits)]
    slow = f"{path}: a PDF that takes more than {seconds} seconds or too much memory; split it"
    try:
        done = subprocess.run(  # noqa: S603  our own file, its options are numbers
            command,
            input=data,
            capture_output=True,
            timeout=seconds + THRESHOLDS.extra_wait_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PageError("too_slow", slow) from error
    if done.returncode == 3:  # `subprocess_reader.main`: it is no PDF
        reason = done.stderr.decode("utf-8", "replace").strip()[:200]
        raise PageError("broken", f"{path}: not a PDF that can be opened ({reason})")
    head, _, content = done.stdout.partition(b"\n")
    if done.returncode != 0 or not head:
        raise PageError("too_slow", slow)
    answer: dict[str, Any] = json.loads(head)
    return answer, content
