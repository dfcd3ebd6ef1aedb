"""The addresses of a room that may be corrected: the entrance, and where forms are sent.

In: a request that the guard let in. Out: a cookie; a decision in the story, and the way back. Out of scope: which requests are let in.
"""

from __future__ import annotations

from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from onrecord.errors import DecisionError, NotFound, OnRecordError
from onrecord.story import Story, take_decision
from onrecord.web.editing import (
    ENTRANCE,
    FORM_PATH,
    NAME_COOKIE,
    Editing,
    Forms,
    Submitted,
    format_cookie,
    read_cookie,
    read_form,
)
from onrecord.web.room import Room


def build_edit_routes(room: Room, editing: Editing) -> list[Route | Mount]:
    """Return the routes that only a room with forms has."""

    def open_door(request: Request) -> Response:
        if not editing.is_key(request.query_params.get("key", "")):
            message = "This is not the address that was printed when the room was opened."
            return room.render_error(ENTRANCE, HTTPStatus.FORBIDDEN, message)
        response = RedirectResponse("/", HTTPStatus.SEE_OTHER)
        response.headers.append("set-cookie", format_cookie(editing.cookie, editing.session))
        return response

    async def decide(request: Request) -> Response:
        # The guard has checked its length.
        return await run_in_threadpool(_handle_form, room, editing, await request.body())

    return [
        Route(ENTRANCE, open_door, name="enter", methods=["GET"]),
        Route(FORM_PATH, decide, name="decide", methods=["POST"]),
    ]


def offer_forms(request: Request, editing: Editing | None) -> Forms | None:
    """Return what forms on a page need, or None where whoever asks may not decide."""
    if editing is None or not editing.is_admitted(request.headers):
        return None
    query = f"?{request.url.query}" if request.url.query else ""
    name = read_cookie(request.headers, NAME_COOKIE)
    return Forms(editing.form_token, name, f"{request.url.path}{query}")


def _handle_form(room: Room, editing: Editing, body: bytes) -> Response:
    try:
        form = read_form(body, editing)
        _take(room, form)
    except PermissionError:
        message = (
            "The form is not of this room as it is open now: load its page again, then try again."
        )
        return room.render_error(FORM_PATH, HTTPStatus.FORBIDDEN, message)
    except OnRecordError as error:
        message = f"Nothing was decided: {error}. Go back, and change it."
        return room.render_error(FORM_PATH, HTTPStatus.UNPROCESSABLE_ENTITY, message)
    response = RedirectResponse(form.back, HTTPStatus.SEE_OTHER)
    response.headers.append("set-cookie", format_cookie(NAME_COOKIE, " ".join(form.who.split())))
    return response


def _take(room: Room, form: Submitted) -> None:
    """Write the decision that a form says.

    Raises:
        DecisionError, NotFound, StoreError: if it can't be taken.

    """
    kind, _, setting = form.act.partition(":")
    ids: tuple[str, ...] = (form.record,)
    values: dict[str, str] = {}
    if kind == "set":
        name, is_given, value = setting.partition("=")
        values = {"field": name, "value": value if is_given else form.value}
    elif kind == "tag":
        values = {"value": form.value}
    elif kind == "pin":
        ids, values = (), {"value": setting}
    elif kind == "join":
        with room.open() as story:
            ids = (form.record, _find_named(story, form.value))
    elif kind == "split":
        with room.open() as story:
            ids = _order_split(story, form)
    take_decision(room.path, kind, ids, who=form.who, reason=form.reason, **values)


def _find_named(story: Story, wanted: str) -> str:
    """Return the id of the entity that a person names, by id or name.

    Raises:
        DecisionError: if nobody, or more than one, is called so.

    """
    people = story.who()
    if any(one.id == wanted for one in people):
        return wanted
    named = [
        one.id
        for one in people
        if wanted.casefold() in {name.casefold() for name in (one.name, *one.names)}
    ]
    if len(named) != 1:
        how_many = "nobody" if not named else f"{len(named)} entities"
        raise DecisionError(f"{how_many} of the story is called {wanted!r}; write the id instead")
    return named[0]


def _order_split(story: Story, form: Submitted) -> tuple[str, ...]:
    """Return the ids of a split: of what stays, then of what was chosen to leave."""
    members = [one.id for one in story.entities_by_who().get(story.who_is(form.record), [])]
    if not form.others:
        raise NotFound("nothing was chosen to be set apart")
    staying = [ident for ident in members if ident not in form.others]
    return ((staying or members)[0], *form.others)
