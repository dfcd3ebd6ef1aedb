"""From a page and its parse to its records: extractors that never import each other.

Each wing has a `NAME` (`quotes@1`, raised when its records change) and `extract(page, parse, found) -> Records`: what it adds to
the records that `found` has from the wings before it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onrecord.extract import commitments, entities, events, figures, quotes, times
from onrecord.records import Page, Parse, Records

Extractor = Callable[[Page, Parse, Records], Records]
RunStep = Callable[[str, Callable[[], Records]], Records | None]
"""Runs the work of an extractor: bounds its time, and keeps its faults from the others."""

EXTRACTORS: tuple[tuple[str, Extractor], ...] = (
    (times.NAME, times.extract),
    (entities.NAME, entities.extract),
    (quotes.NAME, quotes.extract),
    (figures.NAME, figures.extract),
    (events.NAME, events.extract),
    (commitments.NAME, commitments.extract),
)
"""The extractors in order: each may use the records of those before it."""


def extract(page: Page, parse: Parse, *, run_step: RunStep | None = None) -> Records:
    """Return all records of `page`, each kind in text order.

    Args:
        page: the page.
        parse: its parse.
        run_step: takes the name of an extractor and its work, and returns what the work returns, or None where it came to nothing: the
            others' records are still returned. Without it an extractor's exception is raised.

    """
    found = Records()
    for name, extractor in EXTRACTORS:
        work = partial(extractor, page, parse, found)
        added = work() if run_step is None else run_step(name.partition("@")[0], work)
        found = found if added is None else found.merged(added)
    return found
