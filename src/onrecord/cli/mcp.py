"""`onrecord mcp`: the story for an assistant that must cite."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import story_file_argument
from onrecord.story import open_story


@click.command("mcp")
@story_file_argument
def serve_mcp(story: Path) -> None:
    """Answer an assistant over standard input and output (Model Context Protocol); nothing listens on the network."""
    open_story(story).close()
    from onrecord.assistant import serve_assistant

    serve_assistant(story)
