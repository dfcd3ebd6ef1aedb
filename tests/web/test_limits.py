"""Limits of the reading room, on a real server: silence ends, and what is too large is refused or ignored."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn

from onrecord.errors import StoreError
from onrecord.story import open_story, search
from onrecord.story.search import _build_match_expression
from onrecord.web import create_app
from onrecord.web.app import build_server_options
from onrecord.web.room import Room
from onrecord.web.thresholds import THRESHOLDS
from tests.web.conftest import Ask, Made

SECONDS = 0.6
GET = b"GET /skipped HTTP/1.1\r\nHost: 127.0.0.1\r\n"


@pytest.fixture(scope="module")
def port(made: Made) -> Iterator[int]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "onrecord.web.connection.THRESHOLDS", replace(THRESHOLDS, request_seconds=SECONDS)
        )
        options = build_server_options() | {"timeout_keep_alive": 1}
        server = uvicorn.Server(
            uvicorn.Config(create_app(made.path), host="127.0.0.1", port=0, **options)
        )
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield server.servers[0].sockets[0].getsockname()[1]
        server.should_exit = True
        thread.join(timeout=10)


@contextmanager
def connect(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        yield client


def read_to_end(client: socket.socket) -> bytes:
    said = b""
    try:
        while chunk := client.recv(65_536):
            said += chunk
    except ConnectionResetError:
        pass
    return said


def find_status(said: bytes) -> int:
    match = re.match(rb"HTTP/1\.1 (\d+)", said)
    assert match, said[:80]
    return int(match[1])


@pytest.mark.parametrize(
    "sent",
    [b"", b"G", b"GET / HTTP/1.1\r\n", GET, GET + b"X: " + b"a" * 500, GET + b"Content-Length: 50\r\n\r\nabc"],
    ids=["nothing", "a letter", "a line", "no end of headers", "half a header", "half a body"],
)  # fmt: skip
def test_a_request_that_does_not_come_in_ends(sent: bytes, port: int) -> None:
    with connect(port) as client:
        began = time.monotonic()
        client.sendall(sent)
        said = read_to_end(client)
        assert time.monotonic() - began < SECONDS + 3
    assert not said or find_status(said) in {200, 411, 413}


def test_dribbled_headers_end_too(port: int) -> None:
    with connect(port) as client:
        began = time.monotonic()
        try:
            client.sendall(GET)
            while time.monotonic() - began < SECONDS + 3:
                client.sendall(b"X: y\r\n")
                time.sleep(0.05)
        except OSError:
            pass
        assert time.monotonic() - began < SECONDS + 2


def test_a_whole_request_is_answered_and_the_next_one_too(port: int) -> None:
    with connect(port) as client:
        for _ in range(3):
            client.sendall(GET + b"\r\n")
            said = b""
            while b"</html>" not in said:
                said += client.recv(65_536)
            assert find_status(said) == 200
            time.sleep(SECONDS / 2)
        began = time.monotonic()
        client.sendall(b"GET /skipped")
        assert read_to_end(client) == b""
        assert time.monotonic() - began < SECONDS + 3


def test_a_view_that_takes_longer_than_a_request_may_is_answered(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Room.open

    def open_slowly(room: Room) -> object:
        time.sleep(SECONDS * 2)
        return real(room)

    monkeypatch.setattr(Room, "open", open_slowly)
    with connect(port) as client:
        client.sendall(GET + b"Connection: close\r\n\r\n")
        assert find_status(read_to_end(client)) == 200


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (GET + b"X: " + b"a" * 200_000 + b"\r\n\r\n", 400),
        (b"GET /search?q=" + b"a" * 10_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 414),
        (GET + b"Content-Length: 2000000\r\n\r\n", 413),
        (GET + b"Content-Length: 99999999999999999999\r\n\r\n", 411),
        (GET + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", 411),
        (GET + b"Content-Length: 5\r\nConnection: close\r\n\r\nhello", 200),
    ],
    ids=["header", "address", "body", "endless body", "chunks", "small body"],
)
def test_what_is_too_large_is_refused(sent: bytes, status: int, port: int) -> None:
    with connect(port) as client:
        try:
            client.sendall(sent)
        except OSError:
            assert status == 400
        said = read_to_end(client)
        # Where much was sent that nobody reads, the answer may be lost with the connection.
        assert find_status(said) == status if said else status == 400


def test_many_silent_connections_leave_the_room_open(port: int) -> None:
    silent = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(150)]
    try:
        with connect(port) as client:
            client.sendall(GET + b"Connection: close\r\n\r\n")
            assert find_status(read_to_end(client)) == 200
        until = time.monotonic() + SECONDS + 5
        for client in silent:
            client.settimeout(max(0.1, until - time.monotonic()))
            assert client.recv(1) == b""
    finally:
        for client in silent:
            client.close()


def test_no_colour_is_sent_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert build_server_options()["use_colors"] is False
    monkeypatch.delenv("NO_COLOR")
    assert build_server_options()["use_colors"] is None


def test_a_word_asked_for_often_is_asked_for_once(made: Made) -> None:
    assert _build_match_expression("a* b a* “a b” a* b") == '"a"* "b" "a b"'
    with open_story(made.path) as story:
        assert search(story, "ferry " * 100) == search(story, "ferry")


def test_a_question_that_takes_too_long_is_broken_off(made: Made) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with open_story(made.path) as story:
        story.limit_time(0.2)
        with pytest.raises(StoreError, match="takes too long; ask for less"):
            story.rows(endless)
        assert story.counts()["pages"]


def test_days_that_are_none_make_no_lists_of_their_own(made: Made, ask: Ask) -> None:
    whole = ask("/timeline")
    for nonsense in ("soon", "2019-99", "9" * 50, "2019-01-01T" + "1" * 40):
        answer = ask(f"/timeline?from={nonsense}")
        assert answer.status_code == 200
        assert answer.text.count('class="from"') == whole.text.count('class="from"')
    assert ask("/timeline?who=nobody").text.count('class="from"') == 0
    room = Room(Path(made.path))
    from starlette.datastructures import QueryParams

    from onrecord.web.room import Visit
    from onrecord.web.views import timeline

    for number in range(20):
        with room.open() as story:
            timeline.show(
                Visit(
                    room,
                    story,
                    "timeline",
                    "/",
                    QueryParams({"from": f"x{number}", "who": f"y{number}"}),
                )
            )
    assert len([key for key in room._entries if "timeline" in str(key)]) <= 1
