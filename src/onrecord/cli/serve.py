"""`onrecord serve`: the reading room, on loopback."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import story_argument
from onrecord.errors import ConfigError
from onrecord.story import open_story
from onrecord.story.lake.reader import ONLY_IN_A_FILE


@click.command("serve")
@story_argument
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="A loopback address.")
@click.option(
    "--edit",
    is_flag=True,
    help="Allow corrections and notes to whoever opens the address that is printed.",
)
def serve_story(story: Path, port: int, host: str, *, edit: bool) -> None:
    """Read the story in a browser; nothing leaves this machine."""
    if edit and story.is_dir():
        raise ConfigError(f"{story}: --edit: {ONLY_IN_A_FILE} {story} -o STORY")
    _serve(story, port, host, edit=edit)


@click.command("open")
@click.argument("lake", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="A loopback address.")
def open_lake(lake: Path, port: int, host: str) -> None:
    """Read a lake in a browser as a story; the lists (`onrecord quotes DIR` …) take one too."""
    with open_story(lake) as opened:
        counts = opened.counts()
    is_linked = "" if counts["links"] else " It is not linked: nothing says who is who."
    click.echo(
        f"onrecord: {counts['pages']:,} pages in a lake.{is_linked} Undertakings, links between figures and what became of promises"
        f" are made in a story file alone; cut one out of it: onrecord build --from {lake} --where … -o STORY",
        err=True,
    )
    _serve(lake, port, host, edit=False)


def _serve(story: Path, port: int, host: str, *, edit: bool) -> None:
    from onrecord.web import Editing
    from onrecord.web import serve as listen

    editing = Editing() if edit else None
    door = f"enter?key={editing.key}" if editing else ""

    def announce() -> None:
        message = f"The reading room of {story} is at http://{host}:{port}/{door} (Ctrl-C ends it)"
        if editing:
            message += "\nWhoever has this address may correct the story; it holds until the room is closed."
        click.echo(message, err=True)

    open_story(story).close()
    listen(story, host=host, port=port, editing=editing, ready=announce)
