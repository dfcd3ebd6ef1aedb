"""Printing records: what `quotes`, `times`, `figures`, `events`, `promises` and `comments` have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import click

from onrecord.cli.lists.page_filter import PageFilter
from onrecord.cli.options import (
    WRONG,
    find_entity_id,
    format_one_line,
    format_publication_day,
    iter_marks,
    print_json,
    report_no_rows,
)
from onrecord.cli.thresholds import THRESHOLDS
from onrecord.records import Record
from onrecord.story import PageHead, Story, open_story

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Listing(Generic[R]):
    """Which records to print, and how.

    Attributes:
        kind: the story's table.
        type: what its records are.
        keep: whether a record passes the command's own filters.
        lines: returns a record as lines for a person, without its id; may read other records of the story.
    """

    kind: str
    type: type[R]
    keep: Callable[[R], bool]
    lines: Callable[[Story, R], Iterable[str]]


def print_records(
    path: Path,
    listing: Listing[R],
    *,
    pages: PageFilter,
    who: str | None = None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Print the story's records that pass the filters, as JSON lines or as lines: id, day, outlet, page, and what they say.

    Raises:
        NotFound: if there is no such story, page, outlet or entity.
    """
    wrong = bool(click.get_current_context().meta.get(WRONG))
    with open_story(path) as story:
        is_fitting = pages.select(story)
        heads = {head.id: head for head in story.heads() if is_fitting(head)}
        records = story.records(
            listing.kind, page=pages.page, entity=find_entity_id(story, who), wrong=wrong
        )
        typed = [
            record
            for record in records
            if isinstance(record, listing.type) and record.evidence.page in heads
        ]
        wanted = [record for record in typed if listing.keep(record)][:limit]
        if as_json:
            print_json(record.to_dict() for record in wanted)
            return
        if not wanted:
            report_no_rows(listing.kind, story.counts()[listing.kind])
        for record in wanted:
            where = _format_where(heads[record.evidence.page])
            lines = iter(listing.lines(story, record))
            click.echo(f"{record.id}  {where}  {next(lines, '')}")
            for line in (*lines, *iter_marks(record.decided)):
                click.echo(line)


def _format_where(head: PageHead) -> str:
    """Return where a record is from: day of publication, outlet, id of its page."""
    outlet = format_one_line(head.outlet or "outlet not known", THRESHOLDS.outlet_chars)
    return f"{format_publication_day(head)}  {outlet} ({head.id})"
