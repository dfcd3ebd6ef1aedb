"""One capture to one page with its records: the function that every engine maps over captures.

In: a capture and a backbone. Out: a `ProcessedPage`, or a `Skipped` with the reason. Out of scope: the story.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace

from onrecord.config import Settings
from onrecord.errors import PageError
from onrecord.extract import EXTRACTORS, extract
from onrecord.language import Backbone
from onrecord.pages import PAGES_NAME, make_page
from onrecord.records import Capture, Page, Records, Skipped
from onrecord.records.ids import build_content_id
from onrecord.run.steps import StepFault, StepRunner, locate_error
from onrecord.run.time_limit import TooSlow


@dataclass(frozen=True, slots=True)
class ProcessedPage:
    """A capture's page and records, under the key that names their input and the code that made them."""

    capture: Capture
    page: Page
    records: Records
    key: str
    unread: int = 0
    """Characters at the page's end that were not parsed; its records are of what comes before."""
    faults: tuple[StepFault, ...] = ()
    """Of the steps without a result: `parse`, or extractors. What they would have added is missing, what the others added is there."""


def compute_page_key(capture: Capture, model: str) -> str:
    """Return a hash of the capture, of what is stated of it, and of the versions of all that processes it.

    The same key means the same page and records, so a capture whose key is in the story need not be processed again.
    """
    versions = (PAGES_NAME, *(name for name, _ in EXTRACTORS), model)
    stated = astuple(capture.stated)
    source = (capture.sha256, capture.url, capture.media_type, capture.charset, capture.flat)
    return build_content_id("d", source, stated, versions)


def compute_partial_key(key: str, max_seconds: int) -> str:
    """Return the key of a page some of whose steps took more time than it may take: with more time it is processed again."""
    return build_content_id("d", key, "within", max_seconds)


def process_capture(
    capture: Capture, backbone: Backbone, settings: Settings
) -> ProcessedPage | Skipped:
    """Return the capture's page and records, or why there is none.

    A page of more than `max_chars` code points is skipped as `too_long`. A page may take `max_seconds` in all: one that takes
    more to be made is skipped as `too_slow`; one whose parse or extraction does is in the story, without what the step that
    was broken off and those after it would have added.
    """
    steps = StepRunner(settings.max_seconds)
    try:
        page = steps.run_or_raise(lambda: make_page(capture, settings=settings))
    except TooSlow:
        message = f"{capture.path}: making a page of it takes more than {settings.max_seconds} seconds; split it, or raise ONRECORD_MAX_SECONDS"
        return Skipped(capture.path, "too_slow", message, capture.sha256)
    except PageError as error:
        return Skipped(capture.path, error.reason, str(error), capture.sha256)
    except Exception as error:  # noqa: BLE001 - the run's edge: one page must not end it
        return _describe_failure(capture, error)
    key = compute_page_key(capture, backbone.name)
    parse = steps.run("parse", lambda: backbone.parse(page))
    if parse is None:
        processed = ProcessedPage(capture, page, Records(), key)
    else:
        records = extract(page, parse, run_step=steps.run)
        processed = ProcessedPage(capture, page, records, key, parse.unread)
    if steps.is_spent:
        key = compute_partial_key(key, settings.max_seconds)
    return replace(processed, key=key, faults=tuple(steps.faults))


def _describe_failure(capture: Capture, error: Exception) -> Skipped:
    """Return a skipped capture: no page could be made of it. Its message names the error and the line that raised it."""
    what = locate_error(error)
    message = f"{capture.path}: no page could be made of it: a fault of onrecord's own ({what}); please report it with the page"
    return Skipped(capture.path, "failed", message, capture.sha256)
