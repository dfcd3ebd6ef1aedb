"""The reading room in a real browser: no errors, no other host, a phone's width, the keys."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn

from onrecord.web import create_app
from tests.web.conftest import Made

pytestmark = pytest.mark.browser
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 800}


def chromium() -> str:
    found = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium")
    if not found:
        pytest.skip("chromium is not installed here")
    return found


@pytest.fixture(scope="module")
def room(made: Made) -> Iterator[str]:
    """The made story served on a free port of this machine."""
    chromium()
    config = uvicorn.Config(create_app(made.path), host="127.0.0.1", port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@dataclass
class Window:
    """A browser's page with what went wrong in it, and the hosts it asked."""

    page: object
    room: str
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser(room: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        context = started.chromium.launch_persistent_context(
            str(tmp_path_factory.mktemp("profile")),
            executable_path=chromium(),
            headless=True,
            args=FLAGS,
            viewport=WIDE,
        )
        yield context
        context.close()


@pytest.fixture
def window(room: str, browser: object) -> Iterator[Window]:
    page = browser.new_page()  # type: ignore[attr-defined]
    opened = Window(page, room)
    page.on("console", lambda said: opened.errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: opened.errors.append(str(error)))
    page.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    page.close()
    assert opened.errors == []
    assert [url for url in opened.asked if not url.startswith(f"{room}/")] == []


def addresses(made: Made) -> list[str]:
    page = made.ids["page"]
    return [
        "/",
        "/timeline",
        "/pages",
        f"/pages/{page}",
        f"/pages/{page}/original?start=100&end=140",
        f"/pages/{made.ids['hostile']}",
        "/quotes",
        "/figures",
        "/promises",
        "/undertakings",
        "/who",
        f"/who/{made.ids['who']}",
        f"/threads/{page}",
        "/copies",
        "/search?q=ferry",
        "/skipped",
        f"/r/{made.ids['figure']}",
        f"/r/{made.ids['copy']}",
        f"/r/{made.ids['undertaking']}",
    ]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_view_overflows_fails_or_asks_elsewhere(window: Window, made: Made, size: dict[str, int]) -> None:
    page = window.page
    page.set_viewport_size(size)  # type: ignore[attr-defined]
    for address in addresses(made):
        page.goto(window.room + address)  # type: ignore[attr-defined]
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")  # type: ignore[attr-defined]
        assert over <= 0, address


def test_keys_move_among_records_and_open_them(window: Window, made: Made) -> None:
    page = window.page
    page.set_viewport_size(WIDE)  # type: ignore[attr-defined]
    page.goto(f"{window.room}/pages/{made.ids['page']}")  # type: ignore[attr-defined]
    current = "document.querySelector('.current')?.dataset.record ?? null"
    assert page.evaluate(current) is None  # type: ignore[attr-defined]
    page.keyboard.press("j")  # type: ignore[attr-defined]
    first = page.evaluate(current)  # type: ignore[attr-defined]
    assert first
    assert page.locator(".seg.lit").count() > 0  # type: ignore[attr-defined]
    page.keyboard.press("j")  # type: ignore[attr-defined]
    assert page.evaluate(current) not in {None, first}  # type: ignore[attr-defined]
    page.keyboard.press("k")  # type: ignore[attr-defined]
    assert page.evaluate(current) == first  # type: ignore[attr-defined]
    page.keyboard.press("Enter")  # type: ignore[attr-defined]
    page.wait_for_url(f"**/r/{first}")  # type: ignore[attr-defined]


def test_slash_searches_and_question_mark_helps(window: Window) -> None:
    page = window.page
    page.goto(f"{window.room}/timeline")  # type: ignore[attr-defined]
    page.keyboard.press("?")  # type: ignore[attr-defined]
    assert page.locator("#help").is_visible()  # type: ignore[attr-defined]
    page.keyboard.press("Escape")  # type: ignore[attr-defined]
    assert not page.locator("#help").is_visible()  # type: ignore[attr-defined]
    page.keyboard.press("/")  # type: ignore[attr-defined]
    page.keyboard.type("quay")  # type: ignore[attr-defined]
    page.keyboard.press("Enter")  # type: ignore[attr-defined]
    page.wait_for_url("**/search?q=quay")  # type: ignore[attr-defined]
    assert page.locator(".hits mark").first.inner_text() == "quay"  # type: ignore[attr-defined]


def test_kinds_switch_off_and_stay_in_the_address(window: Window, made: Made) -> None:
    page = window.page
    page.goto(f"{window.room}/pages/{made.ids['page']}")  # type: ignore[attr-defined]
    page.uncheck("#show-figures")  # type: ignore[attr-defined]
    assert page.url.endswith("?hide=figures")  # type: ignore[attr-defined]
    assert not page.locator(".card.k-figures").first.is_visible()  # type: ignore[attr-defined]
    page.reload()  # type: ignore[attr-defined]
    assert not page.is_checked("#show-figures")  # type: ignore[attr-defined]


def test_the_theme_is_switched_and_kept(window: Window) -> None:
    page = window.page
    paper = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")  # type: ignore[attr-defined]
    page.goto(window.room)  # type: ignore[attr-defined]
    light = page.evaluate(paper)  # type: ignore[attr-defined]
    page.click("#theme")  # type: ignore[attr-defined]
    dark = page.evaluate(paper)  # type: ignore[attr-defined]
    assert dark != light
    page.reload()  # type: ignore[attr-defined]
    assert page.evaluate(paper) == dark  # type: ignore[attr-defined]
    page.click("#theme")  # type: ignore[attr-defined]


def test_everything_is_there_without_script(room: str, made: Made, tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium(), headless=True, args=FLAGS)
        page = browser.new_page(java_script_enabled=False)
        page.goto(f"{room}/pages/{made.ids['page']}")
        page.click(".card summary >> nth=0")
        page.click(".card[open] .doors a >> nth=0")
        assert "/r/" in page.url
        page.goto(f"{room}/timeline")
        page.select_option("select[name=status]", "denied")
        page.click("form.filters button")
        assert "status=denied" in page.url
        assert page.locator("#theme").is_hidden()
        browser.close()
