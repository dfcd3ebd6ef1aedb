"""The reading room in a real browser: no errors, no other host, a phone's width, the keys."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
import uvicorn

from onrecord.web import create_app
from tests.web.conftest import Made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

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
WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 800}


def chromium() -> str:
    found = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium")
    if not found:
        if os.environ.get("ONRECORD_REQUIRE_BROWSER"):
            pytest.fail("chromium is required here and is not installed")
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
    """A browser's page with what went wrong in it, and the addresses it asked."""

    page: Page
    room: str
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.errors.append(said.text)

    def open(self, address: str, size: ViewportSize = WIDE) -> Page:
        self.page.set_viewport_size(size)
        self.page.goto(self.room + address)
        return self.page


@pytest.fixture(scope="module")
def browser(room: str) -> Iterator[Browser]:
    """Chromium with a profile of its own, ended with the module."""
    assert room
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium(), headless=True, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def window(room: str, browser: Browser) -> Iterator[Window]:
    context = browser.new_context()
    opened = Window(context.new_page(), room)
    opened.page.on("console", opened.hear)
    opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
    opened.page.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    context.close()
    assert opened.errors == []
    assert [url for url in opened.asked if not url.startswith(f"{room}/")] == []


def addresses(made: Made) -> list[str]:
    page = made.ids["page"]
    return [
        "/",
        "/timeline",
        "/events",
        "/times",
        "/decisions",
        "/pages",
        f"/pages/{page}",
        f"/pages/{page}/original?start=100&end=140",
        f"/pages/{made.ids['hostile']}",
        "/quotes",
        "/figures",
        "/promises",
        "/undertakings",
        "/who",
        "/network",
        "/map",
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
def test_no_view_overflows_fails_or_asks_elsewhere(
    window: Window, made: Made, size: ViewportSize
) -> None:
    for address in addresses(made):
        page = window.open(address, size)
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, address


def test_filters_fold_on_a_phone_only(window: Window) -> None:
    folded = "!document.querySelector('details.fold').open"
    assert not window.open("/timeline").evaluate(folded)
    assert window.open("/timeline", PHONE).evaluate(folded)
    assert not window.open("/timeline?status=happened", PHONE).evaluate(folded)


def test_keys_move_among_records_and_open_them(window: Window, made: Made) -> None:
    page = window.open(f"/pages/{made.ids['page']}")
    current = "document.querySelector('.current')?.dataset.record ?? null"
    assert page.evaluate(current) is None
    page.keyboard.press("j")
    first = page.evaluate(current)
    assert first
    assert page.locator(".seg.lit").count() > 0
    page.keyboard.press("j")
    assert page.evaluate(current) not in {None, first}
    page.keyboard.press("k")
    assert page.evaluate(current) == first
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/r/{first}")


def test_o_opens_the_very_bytes_in_the_original(window: Window, made: Made) -> None:
    page = window.open(f"/pages/{made.ids['page']}")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/original?start=*")
    assert page.locator("mark#words").inner_text()


def test_clicking_marked_words_opens_their_card(window: Window, made: Made) -> None:
    page = window.open(f"/pages/{made.ids['page']}")
    page.click(".seg.m-figures")
    assert page.locator("details.card.current[open].k-figures").count() == 1


def test_slash_searches_and_question_mark_helps(window: Window) -> None:
    page = window.open("/timeline")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("quay")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=quay")
    assert page.locator(".hits mark").first.inner_text() == "quay"


def test_kinds_switch_off_and_stay_in_the_address(window: Window, made: Made) -> None:
    page = window.open(f"/pages/{made.ids['page']}")
    page.uncheck("#show-figures")
    assert page.url.endswith("?hide=figures")
    assert not page.locator(".card.k-figures").first.is_visible()
    page.reload()
    assert not page.is_checked("#show-figures")


def test_the_theme_is_switched_and_kept(window: Window) -> None:
    page = window.page
    paper = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    window.open("/")
    light = page.evaluate(paper)
    page.click("#theme")
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == dark
    page.click("#theme")


def test_everything_is_there_without_script(room: str, browser: Browser, made: Made) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{room}/pages/{made.ids['page']}")
    page.click(".card summary >> nth=0")
    page.click(".card[open] .doors a >> nth=0")
    assert "/r/" in page.url
    page.goto(f"{room}/timeline")
    page.select_option("select[name=status]", "denied")
    page.click("form.filters button")
    assert "status=denied" in page.url
    assert page.locator("#theme").is_hidden()
    context.close()


def test_a_citation_is_copied_as_it_is_shown(window: Window, made: Made) -> None:
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = window.open(f"/r/{made.ids['quote']}")
    page.click("[data-copy=cite-markdown]")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.text_content("#cite-markdown")
    assert made.ids["quote"] in copied
    assert copied.startswith("> ")
