"""`onrecord export`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import story_argument
from onrecord.export import FORMATS
from onrecord.export import export as write
from onrecord.story import open_story


@click.command("export")
@story_argument
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), required=True, help="What to write."
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder or file to write.",
)
def export_story(story: Path, form: str, output: Path) -> None:
    """Write the story's records for other tools."""
    with open_story(story) as opened:
        for path in write(opened, form, output):
            click.echo(str(path))
