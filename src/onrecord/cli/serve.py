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
def serve_story(story: Path, port: int, host: str) -> None:
    """Read the story in a browser; nothing leaves this machine."""
    from onrecord.web import serve as listen

    def announce() -> None:
        message = f"The reading room of {story} is at http://{host}:{port}/ (Ctrl-C ends it)"
        click.echo(message, err=True)

    open_story(story).close()
    listen(story, host=host, port=port, ready=announce)
