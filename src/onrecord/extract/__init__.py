"""From a page and its parse to its records: extractors that never import each other.

Each wing has a `NAME` (`quotes@1`, raised when its records change) and `extract(page, parse, found) -> Records`: what it adds to
the records that `found` has from the wings before it.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract import commitments, entities, events, figures, quotes, times
from onrecord.records import Page, Parse, Records

Extractor = Callable[[Page, Parse, Records], Records]

EXTRACTORS: tuple[tuple[str, Extractor], ...] = (
    (times.NAME, times.extract),
    (entities.NAME, entities.extract),
    (quotes.NAME, quotes.extract),
    (figures.NAME, figures.extract),
    (events.NAME, events.extract),
    (commitments.NAME, commitments.extract),
)
"""The extractors in order: each may use the records of those before it."""


def extract(
    page: Page, parse: Parse, *, on_fault: Callable[[str, Exception], None] | None = None
) -> Records:
    """Return all records of `page`, each kind in text order.

    Args:
        page: the page.
        parse: its parse.
        on_fault: takes the name of an extractor and the exception that it raised; the others' records are still returned. Without it
            the exception is raised.

    """
    found = Records()
    for name, extractor in EXTRACTORS:
        try:
            found = found.merged(extractor(page, parse, found))
        except Exception as error:
            if on_fault is None:
                raise
            on_fault(name.partition("@")[0], error)
    return found
