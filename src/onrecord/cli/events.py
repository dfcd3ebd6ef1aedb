"""`onrecord events`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.listing import Listing, print_records
from onrecord.cli.options import (
    format_one_line,
    json_option,
    limit_option,
    page_option,
    story_argument,
    who_option,
)
from onrecord.records import Event
from onrecord.records.event import ROOTS, STATUSES


@click.command("events")
@story_argument
@page_option
@who_option
@click.option("--status", type=click.Choice(STATUSES), help="Only events of this status.")
@click.option("--type", "root", type=click.Choice(ROOTS), help="Only events of this PLOVER root.")
@limit_option
@json_option
def list_events(
    story: Path,
    page: str | None,
    who: str | None,
    status: str | None,
    root: str | None,
    limit: int | None,
    *,
    as_json: bool,
) -> None:
    """List who did what to whom, and whether it is said to have happened."""

    def is_wanted(event: Event) -> bool:
        return status in {None, event.status} and root in {None, event.type}

    listing = Listing("events", Event, is_wanted, lambda _, event: [_format_event(event)])
    print_records(story, listing, page=page, who=who, limit=limit, as_json=as_json)


def _format_event(event: Event) -> str:
    actors = (
        ", ".join(format_one_line(actor.text, 50) for actor in event.actors) or "(who: not stated)"
    )
    targets = ", ".join(format_one_line(target.text, 60) for target in event.targets)
    negation = " not" if event.negated else ""
    by = f" by {format_one_line(event.alleged_by.text, 50)}" if event.alleged_by else ""
    kind = f" {event.type}" if event.type else ""
    return f"{event.id}  {event.status}{by}{negation}{kind}: {actors} | {event.trigger.text} | {targets}"
