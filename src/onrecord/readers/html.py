"""Saved HTML pages as captures.

In: a file's bytes. Out: one capture of text/html. Out of scope: encoding and markup (`pages`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.readers.opened_file import OpenedFile
from onrecord.records import Capture, Skipped
from onrecord.records.ids import hash_sha256


def read_html(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the capture of a saved HTML page."""
    data = opened.read_data()
    yield Capture(hash_sha256(data), data, opened.shown, "text/html")
