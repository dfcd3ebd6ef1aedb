"""`onrecord promises`: the story's commitments and their outcomes."""

from __future__ import annotations

from collections.abc import Iterator
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
from onrecord.records import Commitment, Event, Time
from onrecord.records.commitment import STATES
from onrecord.story import Story


@click.command("promises")
@story_argument
@add_page_filter()
@who_option
@click.option("--state", type=click.Choice(STATES), help="Only promises in this state.")
@click.option(
    "--to-check",
    "is_to_check",
    is_flag=True,
    help="Only promises of which later words may tell the outcome: candidates, to be checked.",
)
@click.option("--tellings", "each", is_flag=True, help="List each telling of a promise.")
@wrong_option
@limit_option
@json_option
def list_promises(
    story: Path,
    pages: PageFilter,
    who: str | None,
    state: str | None,
    limit: int | None,
    *,
    is_to_check: bool,
    each: bool,
    as_json: bool,
) -> None:
    """List who promised what, to whom, by when, and the words for and against; each promise once, in its first telling."""
    is_folded = not (each or as_json or pages.page)
    listed: set[tuple[str, str]] = set()

    def is_wanted(commitment: Commitment) -> bool:
        if state not in {None, commitment.state}:
            return False
        if is_to_check and commitment.candidate_state is None:
            return False
        is_told = any((id_, commitment.state) in listed for id_ in commitment.tellings)
        listed.add((commitment.id, commitment.state))
        return not (is_folded and is_told)

    listing = Listing("commitments", Commitment, is_wanted, _iter_lines)
    print_records(story, listing, pages=pages, who=who, limit=limit, as_json=as_json)


def _iter_lines(story: Story, commitment: Commitment) -> Iterator[str]:
    who = "(who: not stated)"
    if commitment.who:
        who = format_participant(story, commitment.who, 50)
    due = story.record(commitment.due) if commitment.due else None
    by = ""
    if isinstance(due, Time):
        by = f" — due {due.value or 'open'} (“{due.evidence.text}”)"
    words = format_one_line(commitment.evidence.text)
    event = story.record(commitment.event)
    trigger = f" [{event.trigger.text}]" if isinstance(event, Event) else ""
    strength = " plan" if commitment.strength == "plan" else ""
    yield f"{commitment.state}{strength}: {who}{trigger}: {words}{by}"
    for told in commitment.tellings:
        other = story.record(told)
        if isinstance(other, Commitment):
            yield f"    told also: {format_one_line(other.evidence.text)} ({told})"
    for outcome in commitment.outcomes:
        words = format_one_line(outcome.text).strip('“”"')
        yield f"    {outcome.describe_side()}: “{words}” ({outcome.page})"
