"""Links: from the records of all pages to what joins them.

Each step blocks its candidates first, compares them by named, weighed features, and decides last.
In: a shelf. Out: links, who is who, cards of undertakings, settled commitments. Leaves alone: every
record of a page, which stays as it was drawn.
"""

from __future__ import annotations

from onrecord.link.catalogue import catalogue
from onrecord.link.commitments import commitments
from onrecord.link.copies import copies, families
from onrecord.link.entities import entities
from onrecord.link.events import same_events
from onrecord.link.figures import Point, Series, counting, figure_links, series
from onrecord.link.shelf import Linked, Shelf
from onrecord.link.undertakings import undertakings

LINK_NAME = "link@1"


def link(shelf: Shelf) -> Linked:
    """Return what joins the pages of `shelf`; the same for any order of pages and records."""
    copied = copies(shelf.pages)
    same, named = entities(
        entity for page in shelf.pages if page.id in shelf.records for entity in shelf.records[page.id].entities
    )
    known = catalogue(shelf, same, families(shelf.pages, copied))
    counts = counting(
        known.figures.values(),
        shelf.pages,
        times=known.times.values(),
        events=known.events.values(),
        links=copied,
    )
    spoken, settled = commitments(known)
    return Linked(
        links=(*copied, *named, *same_events(known), *figure_links(counts), *spoken),
        same=same,
        undertakings=undertakings(known),
        commitments=settled,
    )


__all__ = ["LINK_NAME", "Linked", "Point", "Series", "Shelf", "link", "series"]
