"""`onrecord promises`: the story's commitments and what came of them."""

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
from onrecord.records import Commitment, Time
from onrecord.records.commitment import STATES
from onrecord.story import Story, open_story


@click.command()
@story_argument
@page_option
@who_option
@click.option("--state", type=click.Choice(STATES), help="Only promises in this state.")
@limit_option
@json_option
def promises(
    story: Path,
    page: str | None,
    who: str | None,
    state: str | None,
    limit: int | None,
    *,
    as_json: bool,
) -> None:
    """List who promised what, to whom, by when, and the words for and against."""
    with open_story(story) as opened:
        found = [
            commitment
            for commitment in opened.records(
                "commitments", page=checked_page(opened, page), entity=entity_named(opened, who)
            )
            if isinstance(commitment, Commitment) and state in {None, commitment.state}
        ][:limit]
        if as_json:
            print_json(commitment.to_dict() for commitment in found)
            return
        for commitment in found:
            _print(opened, commitment)


def _print(story: Story, commitment: Commitment) -> None:
    who = one_line(commitment.who.text, 50) if commitment.who else "(who: not stated)"
    due = story.record(commitment.due) if commitment.due else None
    by = ""
    if isinstance(due, Time):
        by = f" — due {due.value or 'open'} (“{due.evidence.text}”)"
    click.echo(
        f"{commitment.id}  {commitment.state}: {who}: {one_line(commitment.evidence.text)}{by}"
    )
    for outcome in commitment.outcomes:
        click.echo(f"    {outcome.side}: “{one_line(outcome.text)}” ({outcome.page})")
