"""The saved original at the very bytes: its source as text, with the bytes asked for marked."""

from __future__ import annotations

from onrecord.pages.bytemap import SegmentMap
from onrecord.web.paging import whole
from onrecord.web.render import title_of
from onrecord.web.room import Sheet, Visit

AROUND = 3000
"""Bytes shown before and after: some forty lines of markup, enough to know the place."""


def show(visit: Visit) -> Sheet:
    """Show the original around bytes `start` to `end`; from its beginning where none are asked for.

    Raises:
        NotFound: if there is no such page.

    """
    head = visit.story.head(visit.names["id"])
    data = visit.story.original(head.id)
    start, end = whole(visit.asked("start"), -1), whole(visit.asked("end"), -1)
    pointed = 0 <= start < end <= len(data)
    if not pointed:
        start = end = whole(visit.asked("from"))
        start = end = min(start, len(data))
    encoding = _encoding(visit, head.id, data)
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


def _encoding(visit: Visit, page: str, data: bytes) -> str:
    """Return the encoding the page's words were read in; the likeliest where its map is not kept."""
    byte_map = visit.story.page(page).byte_map
    return byte_map.charset if isinstance(byte_map, SegmentMap) else encoding_of(data)


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
