"""Plain text files as captures: flattened pages, whose zones are to be detected.

In: a file's bytes. Out: one capture of text/plain. Out of scope: encoding and zones (`pages`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.readers.opened_file import OpenedFile
from onrecord.records import Capture, Skipped
from onrecord.records.ids import hash_sha256


def read_text(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the capture of a text file."""
    data = opened.read_data()
    yield Capture(hash_sha256(data), data, opened.shown, "text/plain", flat=True)
