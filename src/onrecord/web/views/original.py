"""The saved original: its source as text with the bytes asked for marked, or a PDF's sheet.

A PDF is shown as a picture of the sheet, rendered in another process, with a box around the words.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace

from onrecord.errors import PageError
from onrecord.pages.sheets.glyphs import SheetImage, has_boxes, render_sheet
from onrecord.pages.source_maps.maps import find_charset
from onrecord.records import Box, Page, Span
from onrecord.story import PageHead
from onrecord.web.marks import cut_segments
from onrecord.web.paging import parse_whole_number
from onrecord.web.render import get_title
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_CONTINUATION_BYTES = range(0x80, 0xC0)
"""Bytes of UTF-8 that continue a character. Source: RFC 3629."""


def show(visit: Visit) -> ViewModel:
    """Show the original around bytes `start` to `end`; from its beginning where none are asked for.

    A PDF is shown as the sheet that holds `words` (code points, `start-end`), or the one numbered `sheet`.

    Raises:
        NotFound: if there is no such page.

    """
    head = visit.story.head(visit.names["id"])
    data = visit.story.original(head.id)
    page = visit.story.page(head.id)
    if has_boxes(page) and not visit.read_field("from"):
        try:
            return _show_pdf_sheet(visit, head, page, data)
        except PageError:
            pass  # show its bytes, which need no rendering
    start, end = (
        parse_whole_number(visit.read_field("start"), -1),
        parse_whole_number(visit.read_field("end"), -1),
    )
    pointed = 0 <= start < end <= len(data)
    if not pointed:
        start = end = parse_whole_number(visit.read_field("from"))
        start = end = min(start, len(data))
    around = THRESHOLDS.original_context_bytes
    encoding = find_charset(page.byte_map) or guess_encoding(data)
    left, right = _find_line_start(data, max(0, start - around)), min(len(data), end + around)
    before, marked, after = data[left:start], data[start:end], data[end:right]
    shown = {
        "head": head,
        "start": start,
        "end": end,
        "left": left,
        "right": right,
        "size": len(data),
        "line": data.count(b"\n", 0, start) + 1,
        "pointed": pointed,
        "around": around,
    }
    shown |= {"encoding": encoding, "before": before.decode(encoding, "replace")}
    shown |= {"marked": marked.decode(encoding, "replace")}
    shown |= {"after": after.decode(encoding, "replace")}
    return ViewModel("original.html", f"Original of {get_title(head)}", shown)


def show_whole(visit: Visit) -> ViewModel:
    """Show the whole original with a place at each range of its bytes that `visit.anchors` names: for a room of files.

    Raises:
        NotFound: if there is no such page.

    """
    head = visit.story.head(visit.names["id"])
    data = visit.story.original(head.id)
    encoding = find_charset(visit.story.page(head.id).byte_map) or guess_encoding(data)
    shown = min(len(data), THRESHOLDS.whole_original_bytes)
    # Bytes are cut as text is: Latin-1 has a character for each, which is then decoded as what it is.
    segments = [
        replace(segment, text=segment.text.encode("latin-1").decode(encoding, "replace"))
        for segment in cut_segments(
            data[:shown].decode("latin-1"), 0, shown, (), anchors=visit.anchors
        )
    ]
    facts = {"head": head, "size": len(data), "shown": shown, "encoding": encoding}
    title = f"Original of {get_title(head)}"
    return ViewModel("whole_original.html", title, facts | {"segments": segments})


def _show_pdf_sheet(visit: Visit, head: PageHead, page: Page, data: bytes) -> ViewModel:
    """Show a sheet as a picture with the words asked for marked.

    Raises:
        PageError: if it can't be rendered.

    """
    boxes = _find_boxes(visit, page)
    number = boxes[0].sheet if boxes else max(1, parse_whole_number(visit.read_field("sheet"), 1))
    try:
        picture = render_sheet(data, head.path, number, THRESHOLDS.sheet_width, boxes)
    except PageError:
        if number == 1:
            raise
        number, boxes = 1, ()
        picture = render_sheet(data, head.path, number, THRESHOLDS.sheet_width, boxes)
    shown = {"head": head, "number": number, "size": len(data), "boxes": boxes}
    shown |= {"picture": picture, "source": _encode_picture(picture)}
    return ViewModel("sheet.html", f"Original of {get_title(head)}", shown)


def _find_boxes(visit: Visit, page: Page) -> tuple[Box, ...]:
    match = _SPAN.fullmatch(visit.read_field("words"))
    span = Span(int(match[1]), int(match[2])) if match else None
    if span is None or not span.start < span.end <= len(page.text):
        return ()
    return page.boxes_of(span)


def _encode_picture(picture: SheetImage) -> str:
    return f"data:image/png;base64,{b64encode(picture.png).decode('ascii')}"


def guess_encoding(data: bytes) -> str:
    """Return the encoding to show `data` in where none is known: UTF-8 if it is that, else Windows-1252."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _find_line_start(data: bytes, position: int) -> int:
    """Return where to begin so that no character is cut: after a line's end, or at a UTF-8 lead byte."""
    if position == 0:
        return 0
    line = data.find(b"\n", position, position + THRESHOLDS.line_search_bytes)
    if line >= 0:
        return line + 1
    while position < len(data) and data[position] in _CONTINUATION_BYTES:
        position += 1
    return position
