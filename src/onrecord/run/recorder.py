"""What a run does with each capture: new ones are passed on, and every outcome is written and counted.

In: captures as they are read, and pages as they are processed. Out: rows of the story, and counts for the report. Out
of scope: reading, processing and linking.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.records import Capture, Skipped
from onrecord.run.process import ProcessedPage, compute_page_key
from onrecord.story import StoryWriter


class RunRecorder:
    """Writes what a run does to the story and counts it."""

    def __init__(self, writer: StoryWriter, model: str) -> None:
        self._writer = writer
        self._model = model
        self._submitted_keys: set[str] = set()
        self._recorded_pages: set[str] = set()
        self._duplicates: list[tuple[str, str]] = []
        self.pages_new = 0
        self.pages_again = 0
        self.pages_same = 0
        self.skipped: list[Skipped] = []

    def filter_new(self, items: Iterable[Capture | Skipped]) -> Iterator[Capture]:
        """Yield the captures that have to be processed; what is skipped or already in the story is recorded."""
        for given in items:
            item = _make_storable(given)
            if isinstance(item, Skipped):
                self._record_skipped(item)
                continue
            key = compute_page_key(item, self._model)
            page = self._writer.find_page(key)
            if page is not None:
                self._recorded_pages.add(page)
                self._writer.note_path(item.path, page, item.proof)
                self.pages_same += 1
            elif key in self._submitted_keys:
                self._duplicates.append((item.path, key))
            else:
                self._submitted_keys.add(key)
                yield item

    def record_page(self, item: ProcessedPage | Skipped) -> None:
        """Write a processed page, or note why there is none."""
        if isinstance(item, Skipped):
            self._record_skipped(item)
            return
        if item.page.id in self._recorded_pages:
            message = f"{item.page.path}: described twice, with other fields than before; describe it once"
            self._record_skipped(
                Skipped(item.page.path, "stated_twice", message, item.page.capture)
            )
            return
        self._recorded_pages.add(item.page.id)
        outcome = self._writer.write_page(item.capture, item.page, item.records, item.key)
        self.pages_new += outcome == "new"
        self.pages_again += outcome == "again"
        if item.unread:
            path = item.page.path
            message = f"{path}: in the story, but its last {item.unread:,} characters of reporting were not read; split it"
            self._record_skipped(Skipped(f"{path}#unread", "unread", message, item.page.capture))
        for extractor, what in item.faults:
            path = item.page.path
            message = f"{path}: in the story, but without its {extractor}: a fault of onrecord's own ({what}); please report it with the page"
            self._record_skipped(
                Skipped(f"{path}#{extractor}", "failed", message, item.page.capture)
            )

    def record_duplicates(self) -> None:
        """Note where the very bytes of a page just processed were found a second time."""
        for path, key in self._duplicates:
            page = self._writer.find_page(key)
            if page is None:
                message = f"{path}: the same bytes as a skipped file"
                self._record_skipped(Skipped(path, "copy_of_skipped", message))
            else:
                self._writer.note_path(path, page)
                self.pages_same += 1

    def _record_skipped(self, skipped: Skipped) -> None:
        self._writer.record_skipped(skipped)
        self.skipped.append(skipped)


def _make_storable(item: Capture | Skipped) -> Capture | Skipped:
    """Return the item with a path that can be stored as text: names of files need not be UTF-8."""
    path = make_path_storable(item.path)
    if isinstance(item, Skipped):
        message = item.message.encode("utf-8", "surrogateescape").decode(
            "utf-8", "backslashreplace"
        )
        return replace(item, path=path, message=message)
    return item if path == item.path else replace(item, path=path)


def make_path_storable(path: str) -> str:
    r"""Return a path with each byte that is not UTF-8 written as an escape (`caf\xe9.txt`)."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
