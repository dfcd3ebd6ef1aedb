"""The reading room as an application, and serving it on loopback.

In: the path of a story. Out: a Starlette application, or a running server. Out of scope: the story.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOCK_STREAM, SOL_SOCKET, socket
from threading import Thread
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.errors import ConfigError, DamagedStory, NotFound, OnRecordError, StoreError
from onrecord.story import open_story
from onrecord.story.damage import describe_survivors
from onrecord.story.decided.table import add_decisions
from onrecord.web.connection import TimedProtocol
from onrecord.web.deciding import build_edit_routes, offer_forms
from onrecord.web.drawings import Drawing, render_drawing
from onrecord.web.editing import Editing
from onrecord.web.guard import Guard, choose_headers
from onrecord.web.list_tables import SUFFIXES, ListTable, render_table
from onrecord.web.room import Room, ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS
from onrecord.web.views import DRAWINGS, LIST_TABLES, VIEWS

_LONG_VIEWS = frozenset({"front", "timeline", "events", "quotes", "figures", "times", "promises", "who", "copies"})  # fmt: skip
_STATIC_FOLDER = Path(__file__).with_name("static")


def create_app(story_path: Path, editing: Editing | None = None) -> Starlette:
    """Return the reading room of the story at `story_path`.

    Args:
        story_path: the story's file.
        editing: the secret of whoever may correct it; None: nothing can be written, and no form is shown.

    Raises:
        NotFound: if there is no file there.
        StoreError: if it is no story, or one of another version.

    """
    open_story(story_path).close()
    room = Room(Path(story_path))
    routes: list[Route | Mount] = [
        Route(f"{path}.{suffix}", _make_table_endpoint(room, name, suffix, list_table))
        for path, name, list_table in LIST_TABLES
        for suffix in SUFFIXES
    ]
    routes += [
        Route(path, _make_drawing_endpoint(room, name, draw)) for path, name, draw in DRAWINGS
    ]
    routes += [
        Route(path, _make_endpoint(room, path, name, view, editing), name=name, methods=["GET"])
        for path, name, view in VIEWS
    ]
    if editing is not None:
        routes += build_edit_routes(room, editing)
    routes.append(Mount("/static", StaticFiles(directory=_STATIC_FOLDER), name="static"))
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, editing=editing)],
        exception_handlers={
            kind: _make_error_handler(room, choose_headers(editing))
            for kind in (HTTPException, OnRecordError, Exception)
        },
    )
    app.state.room = room
    return app


def prepare_long_lists(room: Room) -> None:
    """Build the lists that take longest on a large story, so that no reader waits for them."""
    try:
        with room.open(math.inf) as story:
            for path, name, view in VIEWS:
                if name in _LONG_VIEWS and "{" not in path:
                    view(Visit(room, story, name, "/", QueryParams()))
    except OnRecordError:
        # The views themselves say what is wrong, to whoever asks for them.
        return


def serve(
    story_path: str | Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    editing: Editing | None = None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve the reading room until it is interrupted.

    Args:
        story_path: the story's file.
        host: an address of this machine itself.
        port: where to listen.
        editing: the secret of whoever may correct the story; None: nothing can be written.
        ready: called when all is in order, right before it listens.

    Raises:
        ConfigError: if `host` is not this machine itself.
        StoreError: if the story can't be opened.

    """
    if not is_loopback(host):
        raise ConfigError(
            f"{host!r} is not this machine: the reading room has no passwords; use 127.0.0.1"
        )
    app = create_app(Path(story_path), editing)
    if editing is not None:
        add_decisions(Path(story_path), ())  # tells now if the file can't be written
    _check_address(host, port)
    ready()
    Thread(target=prepare_long_lists, args=(app.state.room,), daemon=True).start()
    uvicorn.run(app, host=host, port=port, **build_server_options())


def build_server_options() -> dict[str, Any]:
    """Return what uvicorn is told beside the address: limits of time and size, and no colours where `NO_COLOR` is set."""
    return {
        "http": TimedProtocol,
        "h11_max_incomplete_event_size": THRESHOLDS.header_bytes,
        "log_level": "warning",
        "server_header": False,
        "use_colors": False if os.environ.get("NO_COLOR") else None,
    }


def _check_address(host: str, port: int) -> None:
    """Raise if nothing can listen there; uvicorn's own message would say less.

    Raises:
        ConfigError: if the port is taken or not allowed.
    """
    family = AF_INET6 if ":" in host else AF_INET
    with socket(family, SOCK_STREAM) as probe:
        probe.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), port))
        except OSError as error:
            raise ConfigError(
                f"{host}:{port} can't be listened on ({error.strerror}); name another --port"
            ) from error


def is_loopback(host: str) -> bool:
    """Return whether `host` names this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _make_endpoint(
    room: Room,
    path: str,
    name: str,
    view: Callable[[Visit], ViewModel],
    editing: Editing | None,
) -> Callable[[Request], Response]:
    has_table = any(path == listed for listed, _, _ in LIST_TABLES)

    def read(request: Request) -> Response:
        # One connection per request: SQLite connections are cheap and belong to one thread each.
        with room.open() as story:
            visit = Visit(
                room,
                story,
                name,
                request.url.path,
                request.query_params,
                has_table=has_table,
                forms=offer_forms(request, editing),
            )
            visit.names.update(request.path_params)
            return room.render(visit, view(visit))

    def respond(request: Request) -> Response:
        # Between two changes of the story an address has one answer; with forms it is each reader's own.
        tag = room.build_tag(f"{request.url.path}?{request.url.query}")
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
        kept = room.find_answer(tag)
        if kept is None:
            kept = read(request)
            if kept.status_code == HTTPStatus.OK:
                room.keep_answer(tag, kept)
        return kept

    return read if editing is not None else respond


def _make_table_endpoint(
    room: Room, name: str, suffix: str, list_table: Callable[[Visit], ListTable]
) -> Callable[[Request], Response]:
    def respond(request: Request) -> Response:
        with room.open() as story:
            visit = Visit(room, story, name, request.url.path, request.query_params)
            visit.names.update(request.path_params)
            return render_table(visit, list_table(visit), name, suffix)

    return respond


def _make_drawing_endpoint(
    room: Room, name: str, draw: Callable[[Visit], Drawing]
) -> Callable[[Request], Response]:
    def respond(request: Request) -> Response:
        with room.open() as story:
            visit = Visit(room, story, name, request.url.path, request.query_params)
            visit.names.update(request.path_params)
            return render_drawing(visit, draw(visit))

    return respond


def _make_error_handler(
    room: Room, headers: Mapping[str, str]
) -> Callable[[Request, Exception], Response]:
    def respond(request: Request, error: Exception) -> Response:
        status: int = HTTPStatus.INTERNAL_SERVER_ERROR
        if isinstance(error, HTTPException):
            status = error.status_code
        missing = status == HTTPStatus.NOT_FOUND
        message = "There is no such page in this room." if missing else str(error)
        if isinstance(error, StoreError):
            status = HTTPStatus.SERVICE_UNAVAILABLE
        if isinstance(error, ConfigError):
            status = HTTPStatus.BAD_REQUEST
        if isinstance(error, DamagedStory):
            message = f"{error}; {describe_survivors(room.path)}"
        if isinstance(error, NotFound):
            status = HTTPStatus.NOT_FOUND
            message = "The story holds nothing under this address."
        elif not isinstance(error, HTTPException | OnRecordError):
            message = "This view failed; the server's log says where. The story is as it was."
        response = room.render_error(request.url.path, int(status), message)
        # Starlette answers an unforeseen error outside its middleware, so the headers are set here too.
        response.headers.update(headers)
        return response

    return respond
