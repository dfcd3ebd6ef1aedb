"""The reading room as an application, and serving it on loopback.

In: the path of a story. Out: a Starlette application, or a running server. Out of scope: the story.
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOCK_STREAM, SOL_SOCKET, socket
from threading import Thread

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.errors import ConfigError, NotFound, OnRecordError
from onrecord.story import open_story
from onrecord.web.guard import HEADERS, Guard
from onrecord.web.room import Room, Sheet, Visit
from onrecord.web.views import VIEWS

_LONG = frozenset({"front", "timeline", "quotes", "figures", "promises"})
_STATIC = Path(__file__).with_name("static")


def create_app(story_path: Path) -> Starlette:
    """Return the reading room of the story at `story_path`.

    Raises:
        NotFound: if there is no file there.
        StoreError: if it is no story, or one of another version.

    """
    open_story(story_path).close()
    room = Room(Path(story_path))
    routes: list[Route | Mount] = [
        Route(path, _endpoint(room, name, view), name=name, methods=["GET"])
        for path, name, view in VIEWS
    ]
    routes.append(Mount("/static", StaticFiles(directory=_STATIC), name="static"))
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard)],
        exception_handlers={
            HTTPException: _handler(room),
            OnRecordError: _handler(room),
            Exception: _handler(room),
        },
    )
    app.state.room = room
    return app


def warm(room: Room) -> None:
    """Make the lists that take longest on a large story, so that no reader waits for them."""
    try:
        with room.open() as story:
            for _, name, view in VIEWS:
                if name in _LONG:
                    view(Visit(room, story, name, "/", QueryParams()))
    except OnRecordError:
        # The views themselves say what is wrong, to whoever asks for them.
        return


def serve(
    story_path: str | Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve the reading room until it is interrupted.

    Args:
        story_path: the story's file.
        host: an address of this machine itself.
        port: where to listen.
        ready: called when all is in order, right before it listens.

    Raises:
        ConfigError: if `host` is not this machine itself.
        StoreError: if the story can't be opened.

    """
    if not is_loopback(host):
        raise ConfigError(
            f"{host!r} is not this machine: the reading room has no passwords; use 127.0.0.1"
        )
    app = create_app(Path(story_path))
    _claim(host, port)
    ready()
    Thread(target=warm, args=(app.state.room,), daemon=True).start()
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def _claim(host: str, port: int) -> None:
    """Raise if nobody can listen there: uvicorn would tell it in words of its own.

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


def _endpoint(
    room: Room, name: str, view: Callable[[Visit], Sheet]
) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        # A story a request: SQLite connections are cheap and belong to one thread each.
        with room.open() as story:
            visit = Visit(room, story, name, request.url.path, request.query_params)
            visit.names.update(request.path_params)
            return room.answer(visit, view(visit))

    return answer


def _handler(room: Room) -> Callable[[Request, Exception], Response]:
    def apologise(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        said = "There is no such page in this room." if status == 404 else str(error)
        if isinstance(error, NotFound):
            status, said = 404, "The story holds nothing under this address."
        elif not isinstance(error, HTTPException | OnRecordError):
            said = "This view failed; the server's log says where. The story is as it was."
        answer = room.apology(request.url.path, status, said)
        # An unforeseen error is answered outside the guard.
        answer.headers.update(HEADERS)
        return answer

    return apologise
