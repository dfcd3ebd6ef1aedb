"""PDF files as captures.

In: a file's bytes. Out: one capture of application/pdf. Out of scope: its text (`pages`, with the extra
`pdf`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.readers.opened_file import OpenedFile
from onrecord.records import Capture, Skipped
from onrecord.records.ids import hash_sha256


def read_pdf(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the capture of a PDF file."""
    data = opened.read_data()
    yield Capture(hash_sha256(data), data, opened.shown, "application/pdf")
