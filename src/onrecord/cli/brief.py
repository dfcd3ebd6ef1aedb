"""`onrecord brief`: the story on a few printed pages."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.brief import write_brief
from onrecord.brief.thresholds import THRESHOLDS
from onrecord.cli.options import story_argument
from onrecord.story import open_story


@click.command("brief")
@story_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write: .html, .md or .docx.",
)
@click.option(
    "--pages",
    "sheets",
    type=click.IntRange(THRESHOLDS.fewest_sheets, THRESHOLDS.most_sheets),
    default=THRESHOLDS.sheets,
    show_default=True,
    help="About how many printed pages.",
)
def print_brief(story: Path, output: Path, sheets: int) -> None:
    """Write what the story is, who is in it, its line, promises, numbers that disagree, and what is not known; each line with its words."""
    with open_story(story) as opened:
        click.echo(str(write_brief(opened, output, sheets=sheets)))
