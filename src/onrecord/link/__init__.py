"""Links: from the records of all pages to what relates them.

Each step finds candidates by keys, compares them by named, weighted features, and decides last.
In: pages with their records. Out: links, which entities are the same, cards of undertakings, and commitments with
their outcome. Out of scope: the records of a page, which are never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, TypeVar

from onrecord.lazy_names import add_lazy_names
from onrecord.link.index.link_input import LinkInput, LinkResult
from onrecord.records import Page, Records

if TYPE_CHECKING:
    from onrecord.link.figures.series import Series, SeriesPoint, build_series

Result = TypeVar("Result")


class RunStep(Protocol):
    """Runs the work of a step: bounds its time, and keeps its faults from the others."""

    def __call__(self, step: str, work: Callable[[], Result], /) -> Result | None:
        """Return what `work` returns, or None where it came to nothing."""


LINK_NAME = "link@5"


def link(link_input: LinkInput, *, run_step: RunStep | None = None) -> LinkResult:
    """Return the links of the pages of `link_input`; the same for any order of pages and records.

    Args:
        link_input: pages with their records.
        run_step: takes the name of a step and its work, and returns what the work returns, or None where it came to nothing: the links
            of the others are still returned. Without it a step's exception is raised.

    """
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

    run = run_step or _run
    ordered = LinkInput(tuple(sorted(link_input.pages, key=_rank_page)), link_input.records)
    copies = run("copies", lambda: link_copies(ordered.pages)) or ()
    family_of = group_families(ordered.pages, copies)
    entities = [
        (entity, family_of[page.id])
        for page in ordered.pages
        for entity in ordered.records.get(page.id, Records()).entities
    ]
    each_alone: Mapping[str, str] = {entity.id: entity.id for entity, _ in entities}
    story_entity_of, entity_links = run(
        "links between entities", lambda: link_entities(entities)
    ) or (each_alone, ())
    index = run("other links", lambda: index_records(ordered, story_entity_of, family_of))
    if index is None:
        return LinkResult((*copies, *entity_links), story_entity_of)
    outcome_links, settled = run("outcomes of promises", lambda: link_outcomes(index)) or ((), ())
    return LinkResult(
        links=(
            *copies,
            *(run("links between stories", lambda: link_stories(index)) or ()),
            *entity_links,
            *(run("links between events", lambda: link_events(index)) or ()),
            *(run("links between figures", lambda: link_figures(index)) or ()),
            *outcome_links,
        ),
        same=story_entity_of,
        undertakings=run("undertakings", lambda: build_undertakings(index, settled)) or (),
        commitments=run("promises told twice", lambda: add_tellings(index, settled)) or settled,
    )


def _run(_step: str, work: Callable[[], Result]) -> Result:
    return work()


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
