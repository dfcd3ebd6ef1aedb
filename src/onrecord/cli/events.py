"""`onrecord events`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import (
    checked_page,
    entity_named,
    json_option,
    limit_option,
    one_line,
    page_option,
    print_json,
    story_argument,
    who_option,
)
from onrecord.records import Event
from onrecord.records.event import ROOTS, STATUSES
from onrecord.story import open_story


@click.command()
@story_argument
@page_option
@who_option
@click.option("--status", type=click.Choice(STATUSES), help="Only events of this status.")
@click.option("--type", "root", type=click.Choice(ROOTS), help="Only events of this PLOVER root.")
@limit_option
@json_option
def events(
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
    with open_story(story) as opened:
        found = [
            event
            for event in opened.records(
                "events", page=checked_page(opened, page), entity=entity_named(opened, who)
            )
            if isinstance(event, Event)
            and status in {None, event.status}
            and root in {None, event.type}
        ][:limit]
        if as_json:
            print_json(event.to_dict() for event in found)
            return
        for event in found:
            click.echo(_line(event))


def _line(event: Event) -> str:
    actors = ", ".join(one_line(actor.text, 50) for actor in event.actors) or "(who: not stated)"
    targets = ", ".join(one_line(target.text, 60) for target in event.targets)
    negation = " not" if event.negated else ""
    kind = f" {event.type}" if event.type else ""
    return (
        f"{event.id}  {event.status}{negation}{kind}: {actors} | {event.trigger.text} | {targets}"
    )
