"""`onrecord undertakings`: a card for each mission, operation, programme or deal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.options import json_option, one_line, print_json, story_argument, tell_nothing
from onrecord.records import Undertaking
from onrecord.story import open_story


@click.command()
@story_argument
@json_option
def undertakings(story: Path, *, as_json: bool) -> None:
    """Show who takes part in what, what each gave or agreed to give, and what is open."""
    with open_story(story) as opened:
        cards = opened.undertakings()
    if as_json:
        print_json(card.to_dict() for card in cards)
        return
    if not cards:
        tell_nothing("undertakings", 0)
    for card in cards:
        for line in _lines(card):
            click.echo(line)


def _lines(card: Undertaking) -> Iterator[str]:
    yield f"{card.id}  {card.name} ({card.kind})"
    if len(card.names) > 1:
        yield f"    also: {'; '.join(name for name in card.names if name != card.name)}"
    for party in card.parties:
        yield f"    party: {party.name} [{party.role}]: “{one_line(party.cited.text, 100)}”"
    for contribution in card.contributions:
        yield (
            f"    gives: {contribution.party}: {one_line(contribution.what, 80)}"
            f" [{contribution.status}]: “{one_line(contribution.cited.text, 100)}”"
        )
    for task in card.tasks:
        yield f"    task: “{one_line(task.cited.text, 120)}”"
    for phase in card.phases:
        yield f"    {phase.day or 'day not known'}: “{one_line(phase.cited.text, 120)}”"
    for commitment in card.open:
        yield f"    open: {commitment}"
