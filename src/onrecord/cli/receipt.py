"""`onrecord receipt`: one record with all that somebody needs to check it without the story."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import story_file_argument
from onrecord.custody import write_receipt
from onrecord.story import open_story


@click.command("receipt")
@story_file_argument
@click.argument("record")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write (JSON).",
)
def save_receipt(story: Path, record: str, output: Path) -> None:
    """Write a record's receipt: words, bytes and hashes, which anyone can check without the story (`onrecord verify --receipt`)."""
    with open_story(story) as opened:
        click.echo(str(write_receipt(opened, record, output)))
