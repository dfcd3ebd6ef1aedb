"""Links: from the records of all pages to what relates them.

Each step finds candidates by keys, compares them by named, weighted features, and decides last.
In: pages with their records. Out: links, which entities are the same, cards of undertakings, and commitments with
their outcome. Out of scope: the records of a page, which are never changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lazy_names import add_lazy_names
from onrecord.link.index.link_input import LinkInput, LinkResult
from onrecord.records import Page, Records

if TYPE_CHECKING:
    from onrecord.link.figures.series import Series, SeriesPoint, build_series

LINK_NAME = "link@5"


def link(link_input: LinkInput) -> LinkResult:
    """Return the links of the pages of `link_input`; the same for any order of pages and records."""
    # Imported here: who only reads a story needs modules of this package, and not all that makes links.
    from onrecord.link.commitments.outcomes import link_outcomes
    from onrecord.link.commitments.tellings import add_tellings
    from onrecord.link.entities.same_entity import link_entities
    from onrecord.link.events.same_event import link_events
    from onrecord.link.figures.same_figure import link_figures
    from onrecord.link.index.record_index import index_records
    from onrecord.link.pages.copies import group_families, link_copies
    from onrecord.link.pages.same_story import link_stories
    from onrecord.link.undertakings.cards import build_undertakings

    ordered = LinkInput(tuple(sorted(link_input.pages, key=_rank_page)), link_input.records)
    copies = link_copies(ordered.pages)
    family_of = group_families(ordered.pages, copies)
    entities = [
        (entity, family_of[page.id])
        for page in ordered.pages
        for entity in ordered.records.get(page.id, Records()).entities
    ]
    story_entity_of, entity_links = link_entities(entities)
    index = index_records(ordered, story_entity_of, family_of)
    outcome_links, settled = link_outcomes(index)
    return LinkResult(
        links=(
            *copies,
            *link_stories(index),
            *entity_links,
            *link_events(index),
            *link_figures(index),
            *outcome_links,
        ),
        same=story_entity_of,
        undertakings=build_undertakings(index, settled),
        commitments=add_tellings(index, settled),
    )


def _rank_page(page: Page) -> tuple[bool, str, str, str]:
    """Return the sort key of a page: by publication, undated last, then by update and id."""
    published = page.published.value if page.published else ""
    updated = page.updated.value if page.updated else ""
    return not published, published, updated, page.id


__all__ = ["LINK_NAME", "LinkInput", "LinkResult", "Series", "SeriesPoint", "build_series", "link"]

add_lazy_names(
    __name__,
    {
        "Series": "onrecord.link.figures.series",
        "SeriesPoint": "onrecord.link.figures.series",
        "build_series": "onrecord.link.figures.series",
    },
)
