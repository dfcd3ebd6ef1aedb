"""One capture to one page with its records: the function that every engine maps over captures.

In: a capture and a backbone. Out: a `ProcessedPage`, or a `Skipped` with the reason. Out of scope: the story.
"""

from __future__ import annotations

import traceback
from dataclasses import astuple, dataclass

from onrecord.config import Settings
from onrecord.errors import PageError
from onrecord.extract import EXTRACTORS, extract
from onrecord.language import Backbone
from onrecord.pages import PAGES_NAME, make_page
from onrecord.records import Capture, Page, Records, Skipped
from onrecord.records.ids import build_content_id
from onrecord.run.time_limit import TooSlow, limit_cpu_time


@dataclass(frozen=True, slots=True)
class ProcessedPage:
    """A capture's page and records, under the key that names their input and the code that made them."""

    capture: Capture
    page: Page
    records: Records
    key: str
    unread: int = 0
    """Characters at the page's end that were not parsed; its records are of what comes before."""
    faults: tuple[tuple[str, str], ...] = ()
    """(extractor, what went wrong) of each that failed on the page: its records are missing, those of the others are there."""


def compute_page_key(capture: Capture, model: str) -> str:
    """Return a hash of the capture, of what is stated of it, and of the versions of all that processes it.

    The same key means the same page and records, so a capture whose key is in the story need not be processed again.
    """
    versions = (PAGES_NAME, *(name for name, _ in EXTRACTORS), model)
    stated = astuple(capture.stated)
    source = (capture.sha256, capture.url, capture.media_type, capture.charset, capture.flat)
    return build_content_id("d", source, stated, versions)


def process_capture(
    capture: Capture, backbone: Backbone, settings: Settings
) -> ProcessedPage | Skipped:
    """Return the capture's page and records, or why there is none.

    A page of more than `max_chars` code points is skipped as `too_long`; one that takes more than `max_seconds` to
    read, or to extract records from once it is parsed, as `too_slow`. Parsing has no limit of time: how many words are
    parsed is bounded, and a larger model takes as long as it takes.
    """
    faults: list[tuple[str, str]] = []
    try:
        with limit_cpu_time(settings.max_seconds):
            page = make_page(capture, settings=settings)
        parse = backbone.parse(page)
        with limit_cpu_time(settings.max_seconds):
            records = extract(
                page,
                parse,
                on_fault=lambda name, error: faults.append((name, _locate_error(error))),
            )
    except TooSlow:
        message = f"{capture.path}: takes more than {settings.max_seconds} seconds; split it"
        return Skipped(capture.path, "too_slow", message, capture.sha256)
    except PageError as error:
        return Skipped(capture.path, error.reason, str(error), capture.sha256)
    except Exception as error:  # noqa: BLE001 - the run's edge: one page must not end it
        return _describe_failure(capture, error)
    key = compute_page_key(capture, backbone.name)
    return ProcessedPage(capture, page, records, key, parse.unread, tuple(faults))


def _describe_failure(capture: Capture, error: Exception) -> Skipped:
    """Return a skipped capture whose message names the error and the line that raised it."""
    what = _locate_error(error)
    message = f"{capture.path}: a fault of onrecord's own ({what}); please report it with the page"
    return Skipped(capture.path, "failed", message, capture.sha256)


def _locate_error(error: Exception) -> str:
    """Return an error's type and the function and line that raised it."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {where.name}:{where.lineno}"
