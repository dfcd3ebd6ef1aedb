"""Pages saved as MIME messages (MHTML), and saved e-mail, as captures.

In: a file's bytes. Out: one capture: of multipart/related, with the address and the time of saving that its first headers
state; or, of a message that somebody sent, of message/rfc822, with its subject as title and its day as that of
publication. Out of scope: its parts (`pages.mhtml`), attachments; of a mailbox all messages but the first.

Source: RFC 5322 (messages), RFC 2047 (words in headers), RFC 2557 (MHTML).
"""

from __future__ import annotations

from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from onrecord.readers.opened_file import OpenedFile
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import Capture, Skipped, Stated
from onrecord.records.ids import hash_sha256

_STATED_BY = "mail"


def read_mime(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the capture of a page saved as MHTML, or of a message.

    Raises:
        ReadError: as `OpenedFile.read_data`.

    """
    data = opened.read_data()
    head = data[: THRESHOLDS.max_mime_header_bytes].lstrip()
    headers = BytesParser().parsebytes(head, headersonly=True)
    url = _get_header(headers, "Snapshot-Content-Location")
    url = url or _get_header(headers, "Content-Location")
    sha256, day = hash_sha256(data), _read_day(headers)
    if url is None and _is_sent(headers):
        given = {"title": _get_header(headers, "Subject"), "published": day}
        hows = tuple((name, _STATED_BY) for name, value in given.items() if value)
        stated = Stated(**given, hows=hows)
        yield Capture(sha256, data, opened.shown, "message/rfc822", stated=stated, flat=False)
        return
    yield Capture(sha256, data, opened.shown, "multipart/related", url=url, fetched=day)


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
