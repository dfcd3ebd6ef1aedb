"""`onrecord serve`: the reading room, on loopback."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import story_argument
from onrecord.story import open_story


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
