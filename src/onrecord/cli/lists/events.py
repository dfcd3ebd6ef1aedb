"""`onrecord events`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.lists.listing import Listing, print_records
from onrecord.cli.lists.page_filter import PageFilter, add_page_filter
from onrecord.cli.options import (
    format_one_line,
    format_participant,
    json_option,
    limit_option,
    story_argument,
    who_option,
    wrong_option,
)
from onrecord.records import Event
from onrecord.records.event import KINDS, ROOTS, STATUSES
from onrecord.story import Story


@click.command("events")
@story_argument
@add_page_filter()
@who_option
@click.option("--status", type=click.Choice(STATUSES), help="Only events of this status.")
@click.option("--type", "root", type=click.Choice(ROOTS), help="Only events of this PLOVER root.")
@click.option("--kind", type=click.Choice(KINDS), help="Only events of this plain kind.")
@wrong_option
@limit_option
@json_option
def list_events(
    story: Path,
    pages: PageFilter,
    who: str | None,
    status: str | None,
    root: str | None,
    kind: str | None,
    limit: int | None,
    *,
    as_json: bool,
) -> None:
    """List who did what to whom, and whether it is said to have happened."""

    def is_wanted(event: Event) -> bool:
        is_typed = root in {None, event.type} and kind in {None, event.kind}
        return is_typed and status in {None, event.status}

    listing = Listing(
        "events", Event, is_wanted, lambda shown, event: [_format_event(shown, event)]
    )
    print_records(story, listing, pages=pages, who=who, limit=limit, as_json=as_json)


def _format_event(story: Story, event: Event) -> str:
    actors = (
        ", ".join(format_participant(story, actor, 50) for actor in event.actors)
        or "(who: not stated)"
    )
    targets = ", ".join(format_participant(story, target, 60) for target in event.targets)
    negation = " not" if event.negated else ""
    by = f" by {format_one_line(event.alleged_by.text, 50)}" if event.alleged_by else ""
    kind = "".join(f" {name}" for name in (event.type, event.kind) if name)
    return f"{event.status}{by}{negation}{kind}: {actors} | {event.trigger.text} | {targets}"
