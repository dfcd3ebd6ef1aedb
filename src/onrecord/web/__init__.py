"""The reading room: a story as pages in a browser, on this machine only. An extra: `onrecord[web]`.

In: a story file. Out: HTML over loopback. Out of scope: the records, which are only read; the network. Decisions are written where `serve`
is told so.

Raises:
    MissingExtra: on import, where Starlette, uvicorn or Jinja2 is not installed.

"""

from __future__ import annotations

from importlib.util import find_spec

from onrecord.errors import MissingExtra

if any(find_spec(name) is None for name in ("jinja2", "starlette", "uvicorn")):
    raise MissingExtra("web", "the reading room")

from onrecord.web.app import create_app, serve
from onrecord.web.editing import Editing

__all__ = ["Editing", "create_app", "serve"]
