"""What reads PDF files, run as a process of its own: `python -I subprocess_reader.py MEMORY TASK LIMITS…`.

In: a PDF's bytes on standard input. Out, on standard output: for `chars`, a line of JSON and then each sheet's characters
and their boxes; for `picture`, a line of JSON and a PNG of one sheet. Out of scope: what the characters say. Imports
nothing of onrecord, so that it starts quickly.

It is a process of its own because PDF files from strangers may hang or crash what reads them: it limits itself to so many
seconds and so much memory, and its end is not the run's.
"""

from __future__ import annotations

import io
import json
import re
import struct
import sys
import zlib
from array import array
from ctypes import byref, c_double, c_int
from typing import Any

_ByteRange = tuple[int, int] | None
_OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj\b")


def main(memory_bytes: str, task: str, *limits: str) -> None:
    """Do one task with the PDF on standard input; the exit status is 3 where it is no PDF."""
    seconds, *options = (int(value) for value in limits)
    _limit_resources(seconds, int(memory_bytes))
    data = sys.stdin.buffer.read()
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        sys.stderr.write(str(error))
        sys.exit(3)
    if task == "chars":
        _write_chars(document, data, *options)
    else:
        _write_image(document, *options)
    document.close()


def _limit_resources(seconds: int, memory_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where only the waiting parent limits the time
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


# --- characters -----------------------------------------------------------------------------------


def _write_chars(document: Any, data: bytes, max_sheets: int, max_chars: int) -> None:
    count = len(document)
    if count > max_sheets:
        _write_answer({"too_long": f"{count:,} sheets"})
        return
    sheets: list[tuple[array[int], array[float]]] = []
    left = max_chars
    for number in range(count):
        sheets.append(_read_chars(document, number, left))
        left -= len(sheets[-1][0])
        if left < 0:
            _write_answer({"too_long": f"more than {max_chars:,} characters"})
            return
    ranges = [byte_range or (-1, -1) for byte_range in _find_sheet_ranges(data, count)]
    _write_answer({"sheets": [[len(points), *ranges[n]] for n, (points, _) in enumerate(sheets)]})
    for points, boxes in sheets:
        for column in (points, boxes):
            if sys.byteorder == "big":
                column.byteswap()
            sys.stdout.buffer.write(column.tobytes())


def _read_chars(document: Any, number: int, most: int) -> tuple[array[int], array[float]]:
    """Return a sheet's code points, and for each its left, bottom, right and top; zeros where it has none."""
    import pypdfium2.raw as pdfium

    points, boxes = array("I"), array("f")
    sheet = document[number]
    words = sheet.get_textpage()
    box = pdfium.FS_RECTF()
    edges = [c_double() for _ in range(4)]
    for index in range(min(words.count_chars(), most + 1)):
        points.append(pdfium.FPDFText_GetUnicode(words, index))
        if pdfium.FPDFText_GetLooseCharBox(words, index, byref(box)) and box.right > box.left:
            boxes.extend((box.left, box.bottom, box.right, box.top))
        elif pdfium.FPDFText_GetCharBox(words, index, *(byref(edge) for edge in edges)):
            left, right, bottom, top = (edge.value for edge in edges)
            boxes.extend((left, bottom, right, top))
        else:
            boxes.extend((0.0, 0.0, 0.0, 0.0))
    words.close()
    sheet.close()
    return points, boxes


# --- bytes of the objects that draw a sheet -------------------------------------------------------


def _find_sheet_ranges(data: bytes, count: int) -> list[_ByteRange]:
    """Return where in the file the objects stand that draw each sheet; None where that is not known."""
    unknown: list[_ByteRange] = [None] * count
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        return unknown
    faults = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError, OverflowError, NotImplementedError, zlib.error, struct.error, MemoryError)  # fmt: skip
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        pages = list(reader.pages)
    except faults:
        return unknown
    ranges: list[_ByteRange] = []
    for page in pages[:count]:
        try:
            ranges.append(_find_sheet_range(reader, page, data))
        except faults:
            ranges.append(None)
    return (ranges + unknown)[:count]


def _find_sheet_range(reader: Any, page: Any, data: bytes) -> _ByteRange:
    from pypdf.generic import ArrayObject, IndirectObject

    contents = page.raw_get("/Contents")
    whole = contents.get_object() if isinstance(contents, IndirectObject) else contents
    parts = list(whole) if isinstance(whole, ArrayObject) else [contents]
    ranges = [
        _find_object_range(reader, part, data) for part in parts if isinstance(part, IndirectObject)
    ]
    known = [byte_range for byte_range in ranges if byte_range is not None]
    if not known or len(known) < len(ranges):
        return None
    return min(start for start, _ in known), max(end for _, end in known)


def _find_object_range(reader: Any, part: Any, data: bytes) -> _ByteRange:
    start = reader.xref.get(part.generation, {}).get(part.idnum, -1)
    if start < 0 or not _OBJECT.match(data, start):
        return None
    stream = part.get_object()
    stream_start = data.find(b"stream", start)
    # An encrypted stream is up to two blocks longer than what it holds.
    size = max(0, len(getattr(stream, "_data", b"")) - 64)
    end = data.find(b"endobj", stream_start + size) if stream_start >= 0 else -1
    return (start, end + len(b"endobj")) if end >= 0 else None


# --- an image of a sheet --------------------------------------------------------------------------


def _write_image(document: Any, number: int, width: int, max_pixels: int, *corners: int) -> None:
    """Write a PNG of one sheet, and in its pixels the boxes given in hundredths of a point."""
    import pypdfium2.raw as pdfium

    sheet = document[number - 1]
    sheet_width, sheet_height = sheet.get_size()
    scale = min(width / sheet_width, (max_pixels / (sheet_width * sheet_height)) ** 0.5)
    bitmap = sheet.render(scale=scale, may_draw_forms=False)
    boxes = []
    x, y = c_int(), c_int()
    for at in range(0, len(corners), 4):
        points = []
        for place in ((at, at + 1), (at + 2, at + 3)):
            across, up = (corners[n] / 100 for n in place)
            pdfium.FPDF_PageToDevice(
                sheet, 0, 0, bitmap.width, bitmap.height, 0, across, up, byref(x), byref(y)
            )
            points.append((x.value, y.value))
        (left, top), (right, bottom) = points
        boxes.append([min(left, right), min(top, bottom), abs(right - left), abs(bottom - top)])
    _write_answer(
        {"width": bitmap.width, "height": bitmap.height, "boxes": boxes, "of": len(document)}
    )
    sys.stdout.buffer.write(_encode_png(bitmap))


def _encode_png(bitmap: Any) -> bytes:
    """Return a BGR(x) bitmap as PNG. Source: PNG 3rd edition, colour type 2, filter 0."""
    raw, step = bytes(bitmap.buffer), bitmap.n_channels
    rows = bytearray()
    for row in range(bitmap.height):
        line = raw[row * bitmap.stride : row * bitmap.stride + bitmap.width * step]
        pixels = bytearray(3 * bitmap.width)
        for out, channel in ((0, 2), (1, 1), (2, 0)):
            pixels[out::3] = line[channel if step > 2 else 0 :: step]
        rows += b"\0" + pixels
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def _write_answer(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
