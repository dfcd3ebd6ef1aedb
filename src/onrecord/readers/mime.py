"""Pages saved as MIME messages (MHTML) as captures.

In: a file's bytes. Out: one capture of multipart/related, with the address and the time of saving that its first headers
state. Out of scope: its parts (`pages.mhtml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser

from onrecord.readers.json_fields import convert_to_iso
from onrecord.readers.opened_file import OpenedFile
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import Capture, Skipped
from onrecord.records.ids import hash_sha256


def read_mime(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the capture of a page saved as MHTML.

    Raises:
        ReadError: as `OpenedFile.read_data`.

    """
    data = opened.read_data()
    head = data[: THRESHOLDS.max_mime_header_bytes]
    headers = BytesParser().parsebytes(head, headersonly=True)
    url = _get_header(headers, "Snapshot-Content-Location")
    url = url or _get_header(headers, "Content-Location")
    fetched = convert_to_iso(_get_header(headers, "Date"))
    yield Capture(
        hash_sha256(data), data, opened.shown, "multipart/related", url=url, fetched=fetched
    )


def _get_header(headers: Message, name: str) -> str | None:
    """Return a header's text without white space around it, or None."""
    value = headers.get(name)
    return None if value is None else str(value).strip() or None
