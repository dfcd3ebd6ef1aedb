"""`onrecord export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.cli.options import story_argument
from onrecord.errors import ConfigError
from onrecord.export import FORMATS, export_to_stream, find_format
from onrecord.export import export as write
from onrecord.story import Selection, Story, open_story, parse_selection

SITE = "site"
"""The reading room as files: `onrecord.web` writes it, as it makes the room's pages."""
EXPORT_FORMATS = tuple(sorted([*FORMATS, SITE]))
_STANDARD_OUTPUT = "-"


@click.command("export")
@story_argument
@click.option(
    "--format", "form", type=click.Choice(EXPORT_FORMATS), required=True, help="What to write."
)
@click.option(
    "-o",
    "--output",
    default=_STANDARD_OUTPUT,
    metavar="PATH",
    help="File or folder to write; - is standard output, for what is one file.",
)
@click.option(
    "--where",
    "wheres",
    multiple=True,
    metavar="FIELD=VALUE",
    help=(
        "Only rows that fit: kind, who, outlet, from, to, page, status or text. May be given again: of one field any"
        " value fits, of several fields all must."
    ),
)
def export_story(story: Path, form: str, output: str, wheres: tuple[str, ...]) -> None:
    """Write the story's records for other tools."""
    with open_story(story) as opened:
        selection = parse_selection(opened, wheres)
        if form == SITE:
            _write_site(opened, output, selection)
        elif output == _STANDARD_OUTPUT:
            _write_to_standard_output(opened, form, selection)
        else:
            for path in write(opened, form, Path(output), selection=selection, report=_report):
                click.echo(str(path))


def _write_to_standard_output(story: Story, form: str, selection: Selection) -> None:
    found = find_format(form)
    if not found.is_text and sys.stdout.isatty():
        raise ConfigError(f"{form} is no text to be shown: name a file with -o")
    export_to_stream(story, form, sys.stdout.buffer, selection=selection, report=_report)


def _write_site(story: Story, output: str, selection: Selection) -> None:
    from onrecord.web.site import write_site

    if output == _STANDARD_OUTPUT:
        raise ConfigError("site is a folder of files: name it with -o")
    if selection != Selection():
        raise ConfigError("site is the whole room: leave out --where, or export another format")
    written = write_site(story.path, Path(output))
    click.echo(str(written))


def _report(line: str) -> None:
    click.echo(f"onrecord: {line}", err=True)
