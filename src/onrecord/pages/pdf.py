"""PDF files as pages: their text in reading order, and a map from each word to its box on its sheet.

In: a capture of application/pdf. Out: a `Page` of its text, zoned as a flattened page is. Lines are joined to paragraphs
(`sheets.paragraphs`), columns read one after the other (`sheets.reading_order`); lines at the head or foot of most sheets
(running titles, page numbers) stand at the end of the text. Out of scope: tables; scanned pages, which have no text. Needs
the extra `pdf`.
"""

from __future__ import annotations

from onrecord.config import Settings
from onrecord.errors import PageError
from onrecord.pages.plain_text import build_capture_page
from onrecord.pages.sheets.glyphs import read_sheets
from onrecord.pages.sheets.lines import iter_lines
from onrecord.pages.sheets.paragraphs import (
    find_hyphenated_words,
    find_running_lines,
    iter_paragraphs,
    write_text,
)
from onrecord.pages.sheets.reading_order import order_lines
from onrecord.records import Capture, Page


def read_pdf(capture: Capture, settings: Settings) -> Page:
    """Return the page of a PDF, with its map to sheets and boxes.

    Raises:
        PageError: `no_text` if it holds only pictures; else as `read_sheets`.

    """
    path = capture.path or "page"
    sheets = read_sheets(capture.data, path, settings)
    lines = [line for sheet in sheets for line in iter_lines(sheet)]
    if not lines:
        raise PageError("no_text", f"{path}: a PDF of pictures; run OCR on it first")
    running = find_running_lines(lines)
    ordered = order_lines([line for n, line in enumerate(lines) if n not in running])
    paragraphs = [*iter_paragraphs(ordered), *([lines[n]] for n in sorted(running))]
    text, builder = write_text(paragraphs, find_hyphenated_words(line.text for line in lines))
    byte_map = builder.finish([sheet.byte_range for sheet in sheets])
    return build_capture_page(text, capture, byte_map)
