"""`onrecord search`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import json_option, one_line, print_json, story_argument
from onrecord.story import open_story
from onrecord.story import search as find


@click.command()
@story_argument
@click.argument("query")
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most N."
)
@json_option
def search(story: Path, query: str, limit: int, *, as_json: bool) -> None:
    """Search the story's words; "quote marks" make a phrase, a final * matches beginnings."""
    with open_story(story) as opened:
        hits = find(opened, query, limit=limit)
    if as_json:
        print_json(hit.to_dict() for hit in hits)
        return
    if not hits:
        click.echo(f"onrecord: nothing found for {query!r}", err=True)
    for hit in hits:
        before, after = one_line(hit.before[-80:], 80), one_line(hit.after[:80], 80)
        click.echo(f"{hit.page} {hit.role} {hit.start}–{hit.end}: {before} [{hit.text}] {after}")
