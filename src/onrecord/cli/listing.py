"""Printing records: what `quotes`, `times`, `figures`, `events`, `promises` and `comments` have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import click

from onrecord.cli.options import (
    WRONG,
    check_page,
    find_entity_id,
    iter_marks,
    print_json,
    report_no_rows,
)
from onrecord.records import Record
from onrecord.story import Story, open_story

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Listing(Generic[R]):
    """Which records to print, and how.

    Attributes:
        kind: the story's table.
        type: what its records are.
        keep: whether a record passes the command's own filters.
        lines: returns a record as lines for a person; may read other records of the story.
    """

    kind: str
    type: type[R]
    keep: Callable[[R], bool]
    lines: Callable[[Story, R], Iterable[str]]


def print_records(
    path: Path,
    listing: Listing[R],
    *,
    page: str | None,
    who: str | None = None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Print the story's records that pass the filters, as lines or as JSON lines.

    Raises:
        NotFound: if there is no such story, page or entity.
    """
    wrong = bool(click.get_current_context().meta.get(WRONG))
    with open_story(path) as story:
        records = story.records(
            listing.kind,
            page=check_page(story, page),
            entity=find_entity_id(story, who),
            wrong=wrong,
        )
        typed = [record for record in records if isinstance(record, listing.type)]
        wanted = [record for record in typed if listing.keep(record)][:limit]
        if as_json:
            print_json(record.to_dict() for record in wanted)
            return
        if not wanted:
            report_no_rows(listing.kind, story.counts()[listing.kind])
        for record in wanted:
            for line in (*listing.lines(story, record), *iter_marks(record.decided)):
                click.echo(line)
