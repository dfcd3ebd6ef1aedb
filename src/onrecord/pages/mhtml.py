"""MHTML: a page saved whole as a MIME message, made a page with its way back to the message's bytes.

In: a capture of multipart/related. Out: the `Page` of its root part, whose byte map leads through the
part's transfer encoding to the bytes of the file itself. Out of scope: frames, images and styles, which
are parts of their own.

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

_HEADER_BYTES = 65_536
_DEEPEST = 8
_MOST_PARTS = 10_000
_HEADER_END = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


@dataclass(frozen=True, slots=True)
class MimePart:
    """One part that holds no others: its headers, and where its body stands in the file."""

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
    """The part that is the page: its own bytes, and what its headers say of it."""

    data: bytes
    embedding: EmbeddingMap
    media_type: str
    charset: str | None
    url: str | None


def find_root_part(data: bytes, path: str) -> RootPart:
    """Return the part of a MIME message that is the page: what `start` names, else the first of HTML.

    Raises:
        PageError: `broken` if no part is a page's.

    """
    top, begin = _headers(data, 0, len(data))
    parts = [part for part in _parts(data, 0, len(data), 0) if part.media_type in _PAGES]
    named = _unbracketed(top.get_param("start"))
    root = next(
        (p for p in parts if named and _unbracketed(p.get_header("Content-ID")) == named), None
    )
    for media_type in _PAGES:
        root = root or next((part for part in parts if part.media_type == media_type), None)
    if root is None or begin >= len(data):
        raise PageError("broken", f"{path}: a MIME file without a page in it; save it again")
    encoding = (root.get_header("Content-Transfer-Encoding") or "").lower()
    carried, carrier = decode_mime_part(data, root.start, root.end, encoding)
    charset = root.headers.get_param("charset")
    return RootPart(
        carried,
        carrier,
        root.media_type,
        charset if isinstance(charset, str) else None,
        root.get_header("Content-Location"),
    )


def _parts(data: bytes, start: int, end: int, depth: int) -> Iterator[MimePart]:
    """Yield the parts of `data[start:end]` that hold no others, in order."""
    headers, body = _headers(data, start, end)
    media_type = headers.get_content_type()
    boundary = headers.get_param("boundary")
    if not media_type.startswith("multipart/") or not isinstance(boundary, str) or not boundary:
        yield MimePart(headers, media_type, body, end)
        return
    if depth < _DEEPEST:
        for inner_start, inner_end in _between(data, body, end, boundary):
            yield from _parts(data, inner_start, inner_end, depth + 1)


def _between(data: bytes, start: int, end: int, boundary: str) -> Iterator[tuple[int, int]]:
    """Yield where each part between the lines of `boundary` begins and ends."""
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    line = re.compile(rb"(?:\A|\r?\n|(?<=\n))--" + mark + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    begin = -1
    for count, found in enumerate(line.finditer(data, start, end), start=1):
        if begin >= 0:
            yield begin, max(begin, found.start())
        if found[1] or count > _MOST_PARTS:
            return
        begin = found.end() + (2 if data[found.end() : found.end() + 2] == b"\r\n" else 1)
    # A file that was cut short has no last boundary.
    if 0 <= begin < end:
        yield begin, end


def _headers(data: bytes, start: int, end: int) -> tuple[Message, int]:
    """Return the headers at `start`, and where the body begins."""
    block = data[start : min(end, start + _HEADER_BYTES)]
    found = _HEADER_END.search(block)
    size = found.end() if found else len(block)
    return BytesParser().parsebytes(block[:size], headersonly=True), start + size


def _unbracketed(value: object) -> str:
    return str(value).strip().strip("<>") if value else ""
