"""Links: from the records of all pages to what joins them.

Each step blocks its candidates first, compares them by named, weighed features, and decides last.
In: a shelf. Out: links, who is who, cards of undertakings, settled commitments. Out of scope: every
record of a page, which stays as it was drawn.
"""

from __future__ import annotations

from onrecord.link.commitments.outcomes import commitments
from onrecord.link.entities.same_entity import entities
from onrecord.link.events.same_event import same_events
from onrecord.link.figures.same_figure import figure_links
from onrecord.link.figures.series import Point, Series, series
from onrecord.link.index.link_input import LinkInput, LinkResult
from onrecord.link.index.record_index import index_records
from onrecord.link.pages.copies import copies, families
from onrecord.link.pages.same_story import same_stories
from onrecord.link.undertakings.cards import undertakings
from onrecord.records import Page, Records

LINK_NAME = "link@2"


def link(shelf: LinkInput) -> LinkResult:
    """Return what joins the pages of `shelf`; the same for any order of pages and records."""
    shelf = LinkInput(tuple(sorted(shelf.pages, key=_order)), shelf.records)
    copied = copies(shelf.pages)
    family = families(shelf.pages, copied)
    named = [
        (entity, family[page.id])
        for page in shelf.pages
        for entity in shelf.records.get(page.id, Records()).entities
    ]
    same, namesakes = entities(named)
    known = index_records(shelf, same, family)
    spoken, settled = commitments(known)
    return LinkResult(
        links=(
            *copied,
            *same_stories(known),
            *namesakes,
            *same_events(known),
            *figure_links(known),
            *spoken,
        ),
        same=same,
        undertakings=undertakings(known, settled),
        commitments=settled,
    )


def _order(page: Page) -> tuple[bool, str, str, str]:
    published = page.published.value if page.published else ""
    updated = page.updated.value if page.updated else ""
    return not published, published, updated, page.id


__all__ = ["LINK_NAME", "LinkInput", "LinkResult", "Point", "Series", "link", "series"]
