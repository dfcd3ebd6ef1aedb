"""`onrecord search`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import format_one_line, json_option, print_json, story_argument
from onrecord.story import open_story
from onrecord.story import search as find


@click.command("search")
@story_argument
@click.argument("query")
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most N."
)
@json_option
def search_story(story: Path, query: str, limit: int, *, as_json: bool) -> None:
    """Search the story's words; "quote marks" make a phrase, a final * matches beginnings."""
    with open_story(story) as opened:
        hits = find(opened, query, limit=limit)
    if as_json:
        print_json(hit.to_dict() for hit in hits)
        return
    if not hits:
        click.echo(f"onrecord: nothing found for {query!r}", err=True)
    for hit in hits:
        before, after = format_one_line(hit.before[-80:], 80), format_one_line(hit.after[:80], 80)
        click.echo(f"{hit.page} {hit.role} {hit.start}–{hit.end}: {before} [{hit.text}] {after}")
