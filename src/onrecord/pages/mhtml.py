"""MHTML: a page saved as a MIME message, with the way back to the message's bytes.

In: a capture of multipart/related. Out: the part that is the page: its own bytes, and the map from them through the part's
transfer encoding to the bytes of the file. Out of scope: frames, images and styles, which are parts of their own.

Source: RFC 2046 section 5.1 (multipart), RFC 2387 (the root of multipart/related), RFC 2557 (MHTML).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser

from onrecord.errors import PageError
from onrecord.pages.source_maps.embedded import EmbeddingMap, decode_mime_part
from onrecord.pages.thresholds import THRESHOLDS
from onrecord.readers.thresholds import THRESHOLDS as READER_THRESHOLDS

_HEADER_END = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_PAGE_MEDIA_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
"""Media types that are pages, best first."""


@dataclass(frozen=True, slots=True)
class MimePart:
    """One part that holds no others: its headers, and the byte range of its body in the file."""

    headers: Message
    media_type: str
    start: int
    end: int

    def get_header(self, name: str) -> str | None:
        """Return a header's text without white space around it, or None."""
        value = self.headers.get(name)
        return None if value is None else str(value).strip() or None


@dataclass(frozen=True, slots=True)
class RootPart:
    """The part that is the page: its own bytes, the map from them to the file's, and what its headers state."""

    data: bytes
    embedding: EmbeddingMap
    media_type: str
    charset: str | None
    url: str | None


def find_root_part(data: bytes, path: str) -> RootPart:
    """Return the part of a MIME message that is the page: the one that `start` names, else the first of HTML.

    Raises:
        PageError: `broken` if no part is a page's.

    """
    top, body_start = _parse_headers(data, 0, len(data))
    parts = [
        part for part in _iter_parts(data, 0, len(data), 0) if part.media_type in _PAGE_MEDIA_TYPES
    ]
    part = _choose_root(parts, _strip_brackets(top.get_param("start")))
    if part is None or body_start >= len(data):
        raise PageError("broken", f"{path}: a MIME file without a page in it; save it again")
    encoding = (part.get_header("Content-Transfer-Encoding") or "").lower()
    page_bytes, embedding = decode_mime_part(data, part.start, part.end, encoding)
    charset = part.headers.get_param("charset")
    return RootPart(
        page_bytes,
        embedding,
        part.media_type,
        charset if isinstance(charset, str) else None,
        part.get_header("Content-Location"),
    )


def _choose_root(parts: list[MimePart], root_id: str) -> MimePart | None:
    for part in parts:
        if root_id and _strip_brackets(part.get_header("Content-ID")) == root_id:
            return part
    return min(parts, key=lambda part: _PAGE_MEDIA_TYPES.index(part.media_type), default=None)


def _iter_parts(data: bytes, start: int, end: int, depth: int) -> Iterator[MimePart]:
    """Yield the parts of `data[start:end]` that hold no others, in order."""
    headers, body_start = _parse_headers(data, start, end)
    media_type = headers.get_content_type()
    boundary = headers.get_param("boundary")
    if not media_type.startswith("multipart/") or not isinstance(boundary, str) or not boundary:
        yield MimePart(headers, media_type, body_start, end)
        return
    if depth < THRESHOLDS.max_mime_depth:
        for inner_start, inner_end in _split_at_boundary(data, body_start, end, boundary):
            yield from _iter_parts(data, inner_start, inner_end, depth + 1)


def _split_at_boundary(
    data: bytes, start: int, end: int, boundary: str
) -> Iterator[tuple[int, int]]:
    """Yield the byte range of each part between the lines of `boundary`."""
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    line = re.compile(rb"(?:\A|\r?\n|(?<=\n))--" + mark + rb"(?P<is_last>--)?[ \t]*(?=\r?\n|\Z)")
    begin = -1
    for count, match in enumerate(line.finditer(data, start, end), start=1):
        if begin >= 0:
            yield begin, max(begin, match.start())
        if match["is_last"] or count > THRESHOLDS.max_mime_parts:
            return
        begin = match.end() + (2 if data[match.end() : match.end() + 2] == b"\r\n" else 1)
    # A file that was cut short has no last boundary.
    if 0 <= begin < end:
        yield begin, end


def _parse_headers(data: bytes, start: int, end: int) -> tuple[Message, int]:
    """Return the headers at `start`, and where the body begins."""
    block = data[start : min(end, start + READER_THRESHOLDS.max_mime_header_bytes)]
    match = _HEADER_END.search(block)
    size = match.end() if match else len(block)
    return BytesParser().parsebytes(block[:size], headersonly=True), start + size


def _strip_brackets(value: object) -> str:
    return str(value).strip().strip("<>") if value else ""
