"""Pages saved as MIME messages (MHTML), and saved e-mail, as captures.

In: a file's bytes. Out: one capture: of multipart/related, with the address and the time of saving that its first headers
state; or, of a message that somebody sent, of message/rfc822, with its subject as title and its day as that of
publication; of a mailbox (mbox) one such capture for each message, without the line that begins it. Out of scope: its parts
(`pages.mhtml`), attachments.

Source: RFC 4155 (mbox), RFC 5322 (messages), RFC 2047 (words in headers), RFC 2557 (MHTML).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from onrecord.readers.file_kinds import MAILBOX_LINE
from onrecord.readers.opened_file import OpenedFile
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import Capture, Skipped, Stated
from onrecord.records.ids import hash_sha256

_STATED_BY = "mail"
_NEXT_MESSAGE = re.compile(
    rb"(?:(?<=\n\n)|(?<=\n\r\n))" + MAILBOX_LINE.pattern + rb"(?=[!-9;-~]+:|\r?\n|\Z)"
)
"""A line that begins a message after another: after a blank line, with a header after it; "From" in prose is none."""
_LEADING_BLANKS = re.compile(rb"(?:\xef\xbb\xbf)?\s*")
"""What mail programs may write before the first line: a byte order mark, blank lines."""


def read_mime(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the capture of a page saved as MHTML, or of each message; a mailbox's path names the message's first byte.

    Raises:
        ReadError: as `OpenedFile.read_data`.

    """
    data = opened.read_data()
    begun = _LEADING_BLANKS.match(data)
    first = begun.end() if begun is not None else 0
    if MAILBOX_LINE.match(data, first) is None:
        yield _make_capture(data, opened.shown)
        return
    for start, end in _iter_messages(data, first):
        yield _make_capture(data[start:end], f"{opened.shown}#{start}")


def _iter_messages(data: bytes, first: int) -> Iterator[tuple[int, int]]:
    """Yield where each message of a mailbox begins, after the line that announces it, and ends; the line of the first is at byte `first`."""
    announced = MAILBOX_LINE.match(data, first)
    lines = [announced.span()] if announced is not None else []
    lines += [match.span() for match in _NEXT_MESSAGE.finditer(data, lines[0][1] if lines else 0)]
    ends = [start for start, _ in lines[1:]] + [len(data)]
    for (_, start), end in zip(lines, ends, strict=True):
        if data[start:end].strip():
            yield start, end


def _make_capture(data: bytes, path: str) -> Capture:
    """Return the capture of a message, or of a page saved as one."""
    head = data[: THRESHOLDS.max_mime_header_bytes].lstrip()
    headers = BytesParser().parsebytes(head, headersonly=True)
    url = _get_header(headers, "Snapshot-Content-Location")
    url = url or _get_header(headers, "Content-Location")
    sha256, day = hash_sha256(data), _read_day(headers)
    if url is None and _is_sent(headers):
        given = {"title": _get_header(headers, "Subject"), "published": day}
        hows = tuple((name, _STATED_BY) for name, value in given.items() if value)
        stated = Stated(**given, hows=hows)
        return Capture(sha256, data, path, "message/rfc822", stated=stated, flat=False)
    return Capture(sha256, data, path, "multipart/related", url=url, fetched=day)


def _is_sent(headers: Message) -> bool:
    """Return whether somebody sent the message: browsers name themselves and no address."""
    return any("@" in parseaddr(_get_header(headers, name) or "")[1] for name in ("From", "Sender"))


def _read_day(headers: Message) -> str | None:
    """Return the header's date as ISO 8601, or None."""
    try:
        return parsedate_to_datetime(_get_header(headers, "Date") or "").isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _get_header(headers: Message, name: str) -> str | None:
    """Return a header's text, decoded and without white space around it, or None."""
    value = headers.get(name)
    if value is None:
        return None
    try:
        decoded = str(make_header(decode_header(str(value))))
    except (HeaderParseError, LookupError, ValueError):
        decoded = str(value)
    return " ".join(decoded.split()) or None
