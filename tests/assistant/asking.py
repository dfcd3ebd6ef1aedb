"""A real client of the Model Context Protocol, for the tests of the assistant's answers."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import anyio
from mcp import Client, StdioServerParameters, stdio_client

from onrecord.assistant import create_server

T = TypeVar("T")
Answers = dict[str, Any]


def talk(
    story: Path, conversation: Callable[[Client], Awaitable[T]], *, over_stdio: bool = False
) -> T:
    """Hold a conversation with the server of a story; `over_stdio` with `onrecord mcp STORY` as a process, as clients do."""

    async def hold() -> T:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "onrecord", "mcp", str(story)]
        )
        server = stdio_client(command) if over_stdio else create_server(story)
        async with Client(server) as client:
            return await conversation(client)

    return anyio.run(hold)


def ask(story: Path, *questions: tuple[str, dict[str, Any]], over_stdio: bool = False) -> list[Any]:
    """Return what the tools answer, as results of calls."""

    async def conversation(client: Client) -> list[Any]:
        return [await client.call_tool(tool, arguments) for tool, arguments in questions]

    return talk(story, conversation, over_stdio=over_stdio)


def ask_one(story: Path, tool: str, /, **arguments: Any) -> Answers:
    """Return the structured answer of one call."""
    result = ask(story, (tool, arguments))[0]
    assert not result.is_error, result.content
    answer: Answers = result.structured_content
    return answer
