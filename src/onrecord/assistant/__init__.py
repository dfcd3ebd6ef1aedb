"""The assistant's way into a story: questions whose answers cite, over the Model Context Protocol. An extra: `onrecord[mcp]`.

In: a story file and questions. Out: answers with record ids, exact words, pages, offsets, status and how sure. Out of scope: the story,
which is only read; the network; sentences of its own: the assistant words, the answers cite.

Raises:
    MissingExtra: on import, where the Python SDK `mcp` is not installed, or is older than version 2.

"""

from __future__ import annotations

from importlib.util import find_spec

from onrecord.errors import MissingExtra

if find_spec("mcp") is None or find_spec("mcp_types") is None:
    raise MissingExtra("mcp", "answering an assistant")

from onrecord.assistant.server import create_server, serve_assistant

__all__ = ["create_server", "serve_assistant"]
