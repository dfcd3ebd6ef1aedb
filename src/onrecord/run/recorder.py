"""What a run does with each capture: new ones are passed on, and every outcome is written and counted.

In: captures as they are read, and pages as they are processed. Out: rows of the story, and counts for the report. Out
of scope: reading, processing and linking.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.records import Capture, Skipped
from onrecord.run.process import ProcessedPage, compute_page_key, compute_partial_key
from onrecord.run.steps import StepFault
from onrecord.story import StoryWriter


class RunRecorder:
    """Writes what a run does to the story and counts it."""

    def __init__(self, writer: StoryWriter, model: str, max_seconds: int) -> None:
        self._writer = writer
        self._model = model
        self._max_seconds = max_seconds
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
            page = self._find_page(key)
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
        self._writer.remove_skipped(f"{item.page.path}#")
        outcome = self._writer.write_page(item.capture, item.page, item.records, item.key)
        self.pages_new += outcome == "new"
        self.pages_again += outcome == "again"
        if item.unread:
            path = item.page.path
            message = f"{path}: in the story, but its last {item.unread:,} characters of reporting were not read; split it"
            self._record_skipped(Skipped(f"{path}#unread", "unread", message, item.page.capture))
        for skipped in _describe_faults(item.page.path, item.page.capture, item.faults):
            self._record_skipped(skipped)

    def record_link_faults(self, faults: Iterable[StepFault]) -> None:
        """Note the links that could not be made; what was noted before is out of date."""
        story = make_path_storable(str(self._writer.path))
        self._writer.remove_skipped(f"{story}#")
        for fault in faults:
            why = f"making them takes more than {fault.what} seconds; raise ONRECORD_MAX_SECONDS"
            if fault.reason == "failed":
                why = f"a fault of onrecord's own ({fault.what}); please report it"
            message = f"{story}: all pages are in it, but without {fault.step}: {why}"
            self._record_skipped(Skipped(f"{story}#{fault.step}", fault.reason, message))

    def record_duplicates(self) -> None:
        """Note where the very bytes of a page just processed were found a second time."""
        for path, key in self._duplicates:
            page = self._find_page(key)
            if page is None:
                message = f"{path}: the same bytes as a skipped file"
                self._record_skipped(Skipped(path, "copy_of_skipped", message))
            else:
                self._writer.note_path(path, page)
                self.pages_same += 1

    def _find_page(self, key: str) -> str | None:
        """Return the page written under `key`, or under that of a page that took all its time, or None."""
        partial_key = compute_partial_key(key, self._max_seconds)
        return self._writer.find_page(key) or self._writer.find_page(partial_key)

    def _record_skipped(self, skipped: Skipped) -> None:
        self._writer.record_skipped(skipped)
        self.skipped.append(skipped)


_LEFT_OUT = {"parse": "quotes, figures and other records"}
"""What a page has not where a step came to nothing, for steps whose name does not say it."""


def _describe_faults(
    path: str, capture: str | None, faults: Iterable[StepFault]
) -> Iterator[Skipped]:
    """Yield a line for each step that failed, and one for those that the page's time did not suffice for."""
    slow: list[StepFault] = []
    for fault in faults:
        if fault.reason == "too_slow":
            slow.append(fault)
            continue
        left_out = _LEFT_OUT.get(fault.step, fault.step)
        message = f"{path}: in the story, but without its {left_out}: a fault of onrecord's own ({fault.what}, {fault.step}); please report it with the page"
        yield Skipped(f"{path}#{fault.step}", fault.reason, message, capture)
    if slow:
        left_out = ", ".join(_LEFT_OUT.get(fault.step, fault.step) for fault in slow)
        message = (
            f"{path}: in the story, but without its {left_out}: broken off at the step “{slow[0].step}”, after {slow[0].what} seconds for the page;"
            " split it, or raise ONRECORD_MAX_SECONDS"
        )
        yield Skipped(f"{path}#{slow[0].step}", "too_slow", message, capture)


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
