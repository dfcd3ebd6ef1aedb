"""`onrecord who`: people, organisations, places and groups of the story."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import (
    iter_marks,
    json_option,
    limit_option,
    print_json,
    report_no_rows,
    story_argument,
)
from onrecord.records.entity import ENTITY_TYPES
from onrecord.story import open_story
from onrecord.story.merged_entities import drop_redundant_roles


@click.command("who")
@story_argument
@click.option("--type", "kind", type=click.Choice(ENTITY_TYPES), help="Only entities of this type.")
@limit_option
@json_option
def list_entities(story: Path, kind: str | None, limit: int | None, *, as_json: bool) -> None:
    """List who is named, under which names, in which roles."""
    with open_story(story) as opened:
        all_entities = opened.who()
    entities = [entity for entity in all_entities if kind in {None, entity.type}][:limit]
    if as_json:
        print_json(entity.to_dict() for entity in entities)
        return
    if not entities:
        report_no_rows("entities", len(all_entities))
    for entity in entities:
        others = [name for name in entity.names if name != entity.name]
        also = f" (also {'; '.join(others)})" if others else ""
        roles = f" — {'; '.join(drop_redundant_roles(entity.roles))}" if entity.roles else ""
        click.echo(
            f"{entity.id}  {entity.mentions:>4}  {entity.type:<12} {entity.name}{also}{roles}"
        )
        for line in iter_marks(entity.decided):
            click.echo(line)
