"""The saved original at the very place: its source as text with the bytes asked for marked, or its sheet.

A PDF is shown as a picture of the sheet, drawn in a process apart, with a box around the words.
"""

from __future__ import annotations

import re
from base64 import b64encode

from onrecord.errors import PageError
from onrecord.pages.sheets.glyphs import SheetImage, has_boxes, render_sheet
from onrecord.pages.source_maps.maps import find_charset
from onrecord.records import Box, Page, Span
from onrecord.story import PageHead
from onrecord.web.paging import whole
from onrecord.web.render import title_of
from onrecord.web.room import Sheet, Visit

AROUND = 3000
"""Bytes shown before and after: some forty lines of markup, enough to know the place."""
WIDTH = 1200
"""Pixels a sheet is drawn wide: letters of 8 points can be read."""
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")


def show(visit: Visit) -> Sheet:
    """Show the original around bytes `start` to `end`; from its beginning where none are asked for.

    What is laid out on sheets is shown as the sheet that `words` (code points, `start-end`) stand on, or
    the one numbered `sheet`.

    Raises:
        NotFound: if there is no such page.

    """
    head = visit.story.head(visit.names["id"])
    data = visit.story.original(head.id)
    page = visit.story.page(head.id)
    if has_boxes(page) and not visit.asked("from"):
        try:
            return _sheet(visit, head, page, data)
        except PageError:
            pass  # its bytes are shown: they are there whatever else is not
    start, end = whole(visit.asked("start"), -1), whole(visit.asked("end"), -1)
    pointed = 0 <= start < end <= len(data)
    if not pointed:
        start = end = whole(visit.asked("from"))
        start = end = min(start, len(data))
    encoding = find_charset(page.byte_map) or encoding_of(data)
    left, right = _line_start(data, max(0, start - AROUND)), min(len(data), end + AROUND)
    before, marked, after = data[left:start], data[start:end], data[end:right]
    sheet = {
        "head": head,
        "start": start,
        "end": end,
        "left": left,
        "right": right,
        "size": len(data),
        "line": data.count(b"\n", 0, start) + 1,
        "pointed": pointed,
        "around": AROUND,
    }
    sheet |= {"encoding": encoding, "before": before.decode(encoding, "replace")}
    sheet |= {"marked": marked.decode(encoding, "replace")}
    sheet |= {"after": after.decode(encoding, "replace")}
    return Sheet("original.html", f"Original of {title_of(head)}", sheet)


def _sheet(visit: Visit, head: PageHead, page: Page, data: bytes) -> Sheet:
    """Show a sheet as a picture with the words asked for marked.

    Raises:
        PageError: if it can't be drawn.

    """
    boxes = _boxes(visit, page)
    number = boxes[0].sheet if boxes else max(1, whole(visit.asked("sheet"), 1))
    try:
        picture = render_sheet(data, head.path, number, WIDTH, boxes)
    except PageError:
        if number == 1:
            raise
        number, boxes = 1, ()
        picture = render_sheet(data, head.path, number, WIDTH, boxes)
    shown = {"head": head, "number": number, "size": len(data), "boxes": boxes}
    shown |= {"picture": picture, "source": _inline(picture)}
    return Sheet("sheet.html", f"Original of {title_of(head)}", shown)


def _boxes(visit: Visit, page: Page) -> tuple[Box, ...]:
    asked = _SPAN.fullmatch(visit.asked("words"))
    span = Span(int(asked[1]), int(asked[2])) if asked else None
    if span is None or not span.start < span.end <= len(page.text):
        return ()
    return page.boxes_of(span)


def _inline(picture: SheetImage) -> str:
    return f"data:image/png;base64,{b64encode(picture.png).decode('ascii')}"


def encoding_of(data: bytes) -> str:
    """Return the encoding to show `data` in where none is known: UTF-8 if it is that, else Windows-1252."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _line_start(data: bytes, position: int) -> int:
    """Return where to begin so that no character is cut: after a line's end, or at a UTF-8 lead byte."""
    if position == 0:
        return 0
    line = data.find(b"\n", position, position + 400)
    if line >= 0:
        return line + 1
    while position < len(data) and data[position] & 0xC0 == 0x80:
        position += 1
    return position
