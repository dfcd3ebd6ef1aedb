"""`onrecord undertakings`: a card for each mission, operation, programme or deal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.options import (
    format_one_line,
    iter_marks,
    json_option,
    print_json,
    report_no_rows,
    story_argument,
)
from onrecord.records import Undertaking
from onrecord.story import open_story


@click.command("undertakings")
@story_argument
@json_option
def list_undertakings(story: Path, *, as_json: bool) -> None:
    """Show who takes part in what, what each gave or agreed to give, and what is open."""
    with open_story(story) as opened:
        cards = opened.undertakings()
    if as_json:
        print_json(card.to_dict() for card in cards)
        return
    if not cards:
        report_no_rows("undertakings", 0)
    for card in cards:
        for line in _iter_lines(card):
            click.echo(line)


def _iter_lines(card: Undertaking) -> Iterator[str]:
    yield f"{card.id}  {card.name} ({card.kind})"
    if len(card.names) > 1:
        yield f"    also: {'; '.join(name for name in card.names if name != card.name)}"
    for party in card.parties:
        yield f"    party: {party.name} [{party.role}]: “{format_one_line(party.cited.text, 100)}”"
    for contribution in card.contributions:
        yield (
            f"    gives: {contribution.party}: {format_one_line(contribution.what, 80)}"
            f" [{contribution.status}]: “{format_one_line(contribution.cited.text, 100)}”"
        )
    for task in card.tasks:
        yield f"    task: “{format_one_line(task.cited.text, 120)}”"
    for phase in card.phases:
        yield f"    {phase.day or 'day not known'}: “{format_one_line(phase.cited.text, 120)}”"
    yield from iter_marks(card.decided)
    for commitment in card.open:
        yield f"    open: {commitment}"
