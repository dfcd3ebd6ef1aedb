"""Pages saved whole as MIME messages (MHTML) as captures.

In: a file's bytes. Out: one capture of multipart/related, with the address and the time of saving its first
headers state. Out of scope: its parts (`pages`).
"""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser

from onrecord.readers.json_fields import convert_to_iso
from onrecord.readers.opened_file import OpenedFile
from onrecord.records import Capture, Skipped
from onrecord.records.ids import sha256_hex

_HEADER_BYTES = 65_536


def read_mime(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the capture of a page saved as MHTML.

    Raises:
        ReadError: as `Opened.data`.

    """
    data = opened.read_data()
    head = BytesParser().parsebytes(data[:_HEADER_BYTES], headersonly=True)
    url = _header(head, "Snapshot-Content-Location") or _header(head, "Content-Location")
    fetched = convert_to_iso(_header(head, "Date"))
    yield Capture(
        sha256_hex(data), data, opened.shown, "multipart/related", url=url, fetched=fetched
    )


def _header(head: Message, name: str) -> str | None:
    value = head.get(name)
    return None if value is None else str(value).strip() or None
