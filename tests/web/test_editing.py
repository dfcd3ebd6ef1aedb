"""Correcting in the reading room: only where it is allowed, only from the room's own pages, and never without the key."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
import uvicorn
from selectolax.lexbor import LexborHTMLParser

from onrecord.story import open_story, take_decision
from onrecord.web import Editing, create_app
from onrecord.web.editing import clean_address
from onrecord.web.thresholds import THRESHOLDS
from tests.web.conftest import Made, one

HOST = "127.0.0.1:8000"


class EditedRoom:
    """The reading room of a copy of the made story, with forms."""

    def __init__(self, path: Path, *, with_forms: bool = True) -> None:
        self.path = path
        self.editing = Editing()
        self.app = create_app(path, self.editing if with_forms else None)

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        form: dict[str, str] | None = None,
        admitted: bool = True,
        headers: Mapping[str, str | None] | None = None,
    ) -> httpx.Response:
        """Return the answer; headers of None are not sent."""
        sent = {
            "host": HOST,
            "cookie": f"{self.editing.cookie}={self.editing.session}" if admitted else None,
        }
        body = urlencode(form or {}).encode()
        if method == "POST":
            sent |= {
                "origin": f"http://{HOST}",
                "sec-fetch-site": "same-origin",
                "content-type": "application/x-www-form-urlencoded",
                "content-length": str(len(body)),
            }
        sent |= {name.replace("_", "-"): value for name, value in (headers or {}).items()}

        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
                kept = {name: value for name, value in sent.items() if value is not None}
                return await client.request(method, path, headers=kept, content=body)

        return asyncio.run(answer())

    def form(self, act: str, record: str, **more: str) -> dict[str, str]:
        fields = {"act": act, "record": record, "reason": "seen", "who": "Ann", "back": "/quotes"}
        return {"token": self.editing.form_token, **fields, **more}

    def post(self, act: str, record: str, **more: str) -> httpx.Response:
        return self.ask("/decide", method="POST", form=self.form(act, record, **more))

    def decided(self) -> int:
        with open_story(self.path) as story:
            return len(story.decisions)


@pytest.fixture
def path(made: Made, tmp_path: Path) -> Path:
    return Path(shutil.copy(made.path, tmp_path / made.path.name))


@pytest.fixture
def room(path: Path) -> EditedRoom:
    return EditedRoom(path)


VIEWS = ("/", "/timeline", "/quotes", "/promises", "/who", "/decisions")


def list_forms(html: str) -> int:
    return len(LexborHTMLParser(html).css("form[method=post]"))


def test_without_edit_nothing_is_taken_and_no_form_is_shown(path: Path, made: Made) -> None:
    room = EditedRoom(path, with_forms=False)
    places = (
        *VIEWS,
        f"/r/{made.ids['quote']}",
        f"/pages/{made.ids['page']}",
        f"/who/{made.ids['who']}",
    )
    for place in places:
        assert list_forms(room.ask(place).text) == 0
    for place in ("/decide", *places):
        assert (
            room.ask(place, method="POST", form=room.form("wrong", made.ids["quote"])).status_code
            == 405
        )
    assert room.ask(f"/enter?key={room.editing.key}").status_code == 404
    assert room.decided() == 0


def test_with_edit_forms_are_shown_to_who_has_the_key_alone(room: EditedRoom, made: Made) -> None:
    places = (
        "/timeline",
        "/quotes",
        "/promises",
        f"/r/{made.ids['quote']}",
        f"/r/{made.ids['link']}",
        f"/pages/{made.ids['page']}",
        f"/who/{made.ids['who']}",
    )
    for place in places:
        assert list_forms(room.ask(place).text) > 0, place
        stranger = room.ask(place, admitted=False)
        assert list_forms(stranger.text) == 0
        assert room.editing.form_token not in stranger.text
        assert room.ask(
            place, admitted=False, headers={"authorization": f"Bearer {room.editing.key}"}
        ).text.count(room.editing.form_token)
    answer = room.ask(f"/enter?key={room.editing.key}", admitted=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.headers["set-cookie"] == (
        f"{room.editing.cookie}={room.editing.session}; Path=/; HttpOnly; SameSite=Strict"
    )
    for wrong in ("", "x", room.editing.session, room.editing.key + "x", "ü"):
        refused = room.ask(f"/enter?key={wrong}", admitted=False)
        assert (refused.status_code, "set-cookie" in refused.headers) == (403, False)
    assert EditedRoom(room.path).editing.key != room.editing.key, "another one at every start"


def test_headers_stay_strict(room: EditedRoom) -> None:
    answer = room.ask("/quotes")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "form-action 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "private, no-store"
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        assert room.ask("/decide", method=method).status_code == 405
    assert room.ask("/quotes", method="POST").status_code == 405


def test_a_form_is_taken_and_leads_back(room: EditedRoom, made: Made) -> None:
    answer = room.post("wrong", made.ids["quote"], back="/quotes?source=x", reason="no\r\nquote")
    assert (answer.status_code, answer.headers["location"]) == (303, "/quotes?source=x")
    assert answer.headers["set-cookie"].startswith("onrecord-by=Ann; ")
    page = LexborHTMLParser(room.ask(f"/r/{made.ids['quote']}").text)
    assert "marked wrong by hand: “no quote” (Ann, " in one(page, ".by-hand").text()
    assert "in no list" in one(page, ".flag").text()
    assert made.ids["quote"] not in room.ask("/quotes").text
    assert room.ask("/decisions").text.count(made.ids["quote"]) == 1
    prefilled = room.ask(
        "/timeline",
        headers={"cookie": f"{room.editing.cookie}={room.editing.session}; onrecord-by=Ann%20Ray"},
    )
    assert 'name="who" value="Ann Ray"' in prefilled.text


def test_every_act_of_a_form_is_taken(room: EditedRoom, made: Made) -> None:
    ids = made.ids
    acts = [
        ("right", ids["quote"], {}),
        ("note", ids["quote"], {}),
        ("tag", ids["quote"], {"value": "lead"}),
        ("set:status=happened", ids["event"], {}),
        ("set:day", ids["event"], {"value": "2019-07-01"}),
        ("set:outlet", ids["page"], {"value": "The Post"}),
        ("set:type=group", ids["who"], {}),
        ("join", ids["who"], {"value": "night ferry scheme"}),
        ("pin:2020-05-04", "", {}),
        ("right", ids["link"], {}),
    ]
    for number, (act, record, more) in enumerate(acts, start=1):
        answer = room.post(act, record, **more)
        assert answer.status_code == 303, (act, answer.text)
        assert room.decided() == number
    for place in (*VIEWS, f"/who/{ids['who']}", f"/pages/{ids['page']}", f"/r/{ids['event']}"):
        assert "by hand" in room.ask(place).text or place in {
            "/quotes",
            "/promises",
            "/decisions",
        }, place
    first = room.ask("/decisions").text
    decision = re.findall(r'name="record" value="(d-[0-9a-f]+)"', first)[0]
    assert room.post("undo", decision).status_code == 303


def test_what_leaves_an_entity_is_chosen_by_page(room: EditedRoom, made: Made) -> None:
    page = LexborHTMLParser(room.ask(f"/who/{made.ids['who']}").text)
    offered = [node.attributes["value"] for node in page.css("input[name=other]")]
    assert len(offered) == 2
    answer = room.post("split", made.ids["who"], other=offered[1] or "")
    assert answer.status_code == 303
    with open_story(room.path) as story:
        assert [one.name for one in story.who()].count("Ada Marsh") == 2


@pytest.mark.parametrize(
    ("act", "more", "told"),
    [
        ("wrong", {"who": ""}, "who decides"),
        ("wrong", {"reason": " "}, "not said why"),
        ("set:status=done", {}, "can&#39;t be set"),
        ("set:day", {"value": "soon"}, "can&#39;t be set"),
        ("", {}, "is not one of"),
        ("<script>alert(1)</script>", {}, "&lt;script&gt;"),
    ],
)
def test_what_can_not_be_decided_is_told(
    act: str, more: dict[str, str], told: str, room: EditedRoom, made: Made
) -> None:
    answer = room.post(act, made.ids["quote"], **more)
    assert answer.status_code == 422
    assert told in answer.text
    assert room.decided() == 0


ATTEMPTS: dict[str, tuple[dict[str, str | None], int]] = {
    "another site": ({"origin": "https://evil.example", "sec_fetch_site": "cross-site"}, 403),
    "no origin": ({"origin": None}, 403),
    "a sandboxed frame": ({"origin": "null"}, 403),
    "another port of this machine": (
        {"origin": "http://127.0.0.1:9999", "sec_fetch_site": "same-site"},
        403,
    ),
    "the other name of this machine": ({"origin": "http://localhost:8000"}, 403),
    "a name that looks like it": ({"origin": "http://127.0.0.1:8000.evil.example"}, 403),
    "https": ({"origin": f"https://{HOST}"}, 403),
    "same site by its own account": ({"sec_fetch_site": "cross-site"}, 403),
    "a rebound name": ({"host": "evil.example:8000", "origin": "http://evil.example:8000"}, 400),
    "no cookie": ({"cookie": None}, 403),
    "a wrong cookie": ({"cookie": "COOKIE=0"}, 403),
    "a wrong key": ({"cookie": None, "authorization": "Bearer x"}, 403),
    "json": ({"content_type": "application/json"}, 415),
    "plain text": ({"content_type": "text/plain"}, 415),
    "no length": ({"content_length": None, "transfer_encoding": "chunked"}, 411),
    "too long": ({"content_length": str(THRESHOLDS.form_bytes + 1)}, 413),
    "a length that is none": ({"content_length": "-1"}, 411),
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_a_forged_request_is_refused(name: str, room: EditedRoom, made: Made) -> None:
    headers, status = ATTEMPTS[name]
    if headers.get("cookie"):
        headers = headers | {"cookie": f"{room.editing.cookie}=0"}
    form = room.form("wrong", made.ids["quote"])
    assert room.ask("/decide", method="POST", form=form, headers=headers).status_code == status
    assert room.decided() == 0


@pytest.mark.parametrize("token", ["", "0", "wrong"])
def test_a_form_without_the_token_is_refused(token: str, room: EditedRoom, made: Made) -> None:
    assert room.post("wrong", made.ids["quote"], token=token).status_code == 403
    assert (
        EditedRoom(room.path)
        .post("wrong", made.ids["quote"], token=room.editing.form_token)
        .status_code
        == 403
    )
    assert room.decided() == 0


@pytest.mark.parametrize(
    "back",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\r\nX: y",
        "",
        "/ü",
    ],
)
def test_the_way_back_never_leaves_the_room(back: str, room: EditedRoom, made: Made) -> None:
    assert clean_address(back) == "/"
    answer = room.post("note", made.ids["quote"], back=back)
    assert answer.headers["location"] == "/"


def test_hostile_words_of_a_decision_are_shown_as_words(room: EditedRoom, made: Made) -> None:
    words = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    assert room.post("note", made.ids["quote"], reason=words, who="<b>Ann</b>").status_code == 303
    for place in (f"/r/{made.ids['quote']}", "/quotes", "/decisions"):
        html = room.ask(place).text
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "<b>Ann" not in html


def test_decisions_from_elsewhere_show_at_once(room: EditedRoom, made: Made) -> None:
    assert made.ids["quote"] in room.ask("/quotes").text
    take_decision(room.path, "wrong", [made.ids["quote"]], who="Ben", reason="no")
    assert made.ids["quote"] not in room.ask("/quotes").text
    assert "no longer in the story" not in room.ask("/decisions?kind=wrong").text


@pytest.fixture
def server(room: EditedRoom) -> Iterator[tuple[EditedRoom, int]]:
    """The room on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(room.app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield room, server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join()


def test_a_real_server_refuses_what_is_forged_and_takes_what_is_not(
    server: tuple[EditedRoom, int], made: Made
) -> None:
    room, port = server
    body = urlencode(room.form("wrong", made.ids["quote"]))

    def post(**changed: str | None) -> int:
        headers = {
            "Host": f"127.0.0.1:{port}",
            "Origin": f"http://127.0.0.1:{port}",
            "Cookie": f"{room.editing.cookie}={room.editing.session}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(body)),
        } | changed
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.putrequest("POST", "/decide", skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body.encode())
        status = connection.getresponse().status
        connection.close()
        return status

    assert post(Host="evil.example", Origin="http://evil.example") == 400, "a rebound name"
    assert post(Host=f"evil.example:{port}") == 400
    assert post(Origin="http://evil.example") == 403
    assert post(Origin=None) == 403
    assert post(Cookie=None) == 403
    assert room.decided() == 0
    assert post() == 303
    assert room.decided() == 1


def test_a_body_that_comes_in_pieces_is_refused(server: tuple[EditedRoom, int], made: Made) -> None:
    room, port = server
    body = urlencode(room.form("wrong", made.ids["quote"])).encode()
    head = (
        f"POST /decide HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
        f"Cookie: {room.editing.cookie}={room.editing.session}\r\nTransfer-Encoding: chunked\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(head.encode() + b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))
        assert b" 411 " in connection.recv(100)
    assert room.decided() == 0
