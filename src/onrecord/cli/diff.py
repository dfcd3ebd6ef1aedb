"""`onrecord diff`: which pages and records two stories do not have in common."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from onrecord.changes import WAYS, StoryChange, compare_stories, count_links
from onrecord.cli.options import StoryFile, format_one_line, json_option, limit_option, print_json
from onrecord.story import open_story
from onrecord.story.schema import KINDS

_SIGNS = {"gained": "+", "lost": "-", "changed": "~"}


@click.command("diff")
@click.argument("old", type=StoryFile(path_type=Path, dir_okay=False))
@click.argument("new", type=StoryFile(path_type=Path, dir_okay=False))
@click.option(
    "--kind", type=click.Choice(("pages", *KINDS)), help="Only pages, or records of this kind."
)
@limit_option
@json_option
def compare_two_stories(
    old: Path, new: Path, kind: str | None, limit: int | None, *, as_json: bool
) -> None:
    """Compare two stories: + gained, - lost, ~ changed; of words at the same place of the same saved bytes."""
    with open_story(old) as before, open_story(new) as after:
        changes = list(compare_stories(before, after, [kind] if kind else None))
        links = [] if kind else [count_links(story) for story in (before, after)]
    if as_json:
        print_json(change.build_row() for change in changes[:limit])
        return
    for change in changes[:limit]:
        click.echo(_format_change(change))
    counts = Counter((change.kind, change.way) for change in changes)
    for name in (kind,) if kind else ("pages", *KINDS):
        told = ", ".join(f"{counts[name, way]} {way}" for way in WAYS)
        click.echo(f"{name:<13} {told}")
    for name in sorted({name for side in links for name in side}):
        was, now = (side.get(name, 0) for side in links)
        if was != now:
            click.echo(f"links         {name}: {was} before, {now} now")


def _format_change(change: StoryChange) -> str:
    fields = "; ".join(
        f"{name}: {format_one_line(old, 60)} → {format_one_line(new, 60)}"
        for name, old, new in change.fields
    )
    told = f"  [{fields}]" if fields else ""
    return f"{_SIGNS[change.way]} {change.kind:<11} {change.id}  {format_one_line(change.text, 100)}{told}"
