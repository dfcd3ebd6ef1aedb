"""Who may ask, how, and the headers on every answer."""

from __future__ import annotations

from importlib import reload
from pathlib import Path

import pytest

import onrecord.web
from onrecord.errors import ConfigError, MissingExtra, NotFound, StoreError
from onrecord.web import create_app, serve
from onrecord.web.app import is_loopback, prepare_long_lists
from onrecord.web.guard import HEADERS
from tests.web.conftest import Ask, Made
from tests.web.made import make_story

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize(
    "path", ["/", "/static/room.css", "/static/room.js", "/nothing", "/static/nothing", "/r/q-0"]
)
def test_every_answer_carries_the_headers(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "LOCALHOST", "[::1]", "[::1]:8000"]
)
def test_loopback_hosts_are_answered(ask: Ask, host: str) -> None:
    assert ask("/", host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "",
        "[::2]",
        "0.0.0.0",
        "[::1].evil",
        "[::1",
    ],
)
def test_other_hosts_are_refused_with_headers(ask: Ask, host: str) -> None:
    answer = ask("/", host=host)
    assert answer.status_code == 400
    assert answer.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_only_reading_is_answered(ask: Ask, method: str) -> None:
    for path in ("/", "/static/room.css"):
        assert ask(path, method=method).status_code == 405


def test_head_is_answered_without_a_body(ask: Ask) -> None:
    answer = ask("/", method="HEAD")
    assert answer.status_code == 200
    assert answer.content == b""


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"]
)
def test_static_serves_nothing_above_it(ask: Ask, path: str) -> None:
    assert ask(path).status_code == 404


def test_an_unforeseen_error_is_answered_with_headers_and_no_trace(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.story import Story

    def fail(_: Story) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr(Story, "runs", fail)
    answer = ask("/skipped?not=asked-before")
    assert answer.status_code == 500
    assert "secret words" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY


def test_the_story_is_only_read(ask: Ask, made: Made) -> None:
    before = made.path.read_bytes()
    for path in ("/", "/timeline", "/figures", "/search?q=ferry"):
        ask(path)
    assert made.path.read_bytes() == before
    assert sorted(path.name for path in made.path.parent.iterdir()) == [made.path.name]


def test_only_this_machine_is_served(made: Made) -> None:
    for host in ("0.0.0.0", "192.168.1.1", "example.org", "::", ""):
        assert not is_loopback(host)
        with pytest.raises(ConfigError, match=r"127\.0\.0\.1"):
            serve(made.path, host=host)
    assert all(map(is_loopback, ("127.0.0.1", "localhost", "::1", "[::1]", "127.8.9.1")))


def test_what_is_no_story_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        create_app(tmp_path / "none.db")
    other = tmp_path / "other.db"
    other.write_bytes(b"words, not a database; long enough to be told from an empty file" * 20)
    with pytest.raises(StoreError):
        create_app(other)


def test_long_lists_are_made_before_they_are_asked_for(made: Made) -> None:
    room = create_app(made.path).state.room
    prepare_long_lists(room)

    def again() -> None:
        raise AssertionError("made a second time")

    for key in (("timeline", None, None, None), "series", "voices", "promises"):
        assert room.get_cached(key, again) is not None


def test_a_story_that_went_away_is_told_not_raised(tmp_path: Path) -> None:
    path = tmp_path / "gone.db"
    make_story(path)
    room = create_app(path).state.room
    path.unlink()
    prepare_long_lists(room)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "jinja2" else name)
    with pytest.raises(MissingExtra, match=r"onrecord\[web\]"):
        reload(onrecord.web)
    monkeypatch.undo()
    reload(onrecord.web)
