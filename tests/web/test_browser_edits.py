"""Correcting the story in a real browser: marked wrong, joined, undone; with the script and without it."""

from __future__ import annotations

import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from onrecord.story import open_story
from onrecord.web import Editing, create_app
from tests.web.conftest import Made
from tests.web.test_browser import FLAGS, PHONE, WIDE, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


class Served:
    """A room with forms, at an address."""

    def __init__(self, path: Path, address: str, editing: Editing) -> None:
        self.path, self.address, self.editing = path, address, editing

    @property
    def door(self) -> str:
        return f"{self.address}/enter?key={self.editing.key}"


@pytest.fixture
def served(made: Made, tmp_path: Path) -> Iterator[Served]:
    chromium()
    path = Path(shutil.copy(made.path, tmp_path / "night-ferry.db"))
    editing = Editing()
    config = uvicorn.Config(
        create_app(path, editing), host="127.0.0.1", port=0, log_level="warning"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Served(path, f"http://127.0.0.1:{port}", editing)
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with the script", "without it"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE, java_script_enabled=request.param)
    page = context.new_page()
    yield page
    context.close()


def fill(page: Page, act: str, *, within: str = "main", value: str = "") -> None:
    """Fill the first form of corrections and send it."""
    box = page.locator(f"{within} details.decide:has(select[name=act])").first
    box.locator("summary").click()
    box.locator("select[name=act]").select_option(act)
    box.locator("input[name=value]").fill(value)
    box.locator("textarea[name=reason]").fill("seen by myself")
    box.locator("input[name=who]").fill("Ann Ray")
    box.locator("button").click()
    page.wait_for_load_state()


def undo(page: Page) -> None:
    box = page.locator("main details.undo").first
    box.locator("summary").click()
    box.locator("textarea[name=reason]").fill("it was right")
    assert box.locator("input[name=who]").input_value() == "Ann Ray", "the name is kept"
    box.locator("button").click()
    page.wait_for_load_state()


def test_a_record_is_marked_wrong_and_brought_back(served: Served, made: Made, page: Page) -> None:
    page.goto(served.door)
    assert page.url == f"{served.address}/", "the key does not stay in the address"
    page.goto(f"{served.address}/r/{made.ids['quote']}")
    fill(page, "wrong")
    assert page.url.endswith(f"/r/{made.ids['quote']}")
    assert (
        "marked wrong by hand: “seen by myself” (Ann Ray, " in page.locator(".by-hand").inner_text()
    )
    page.goto(f"{served.address}/quotes")
    assert page.locator(f"[data-record='{made.ids['quote']}']").count() == 0
    page.goto(f"{served.address}/decisions")
    undo(page)
    assert "undone" in page.locator(".decisions").inner_text()
    page.goto(f"{served.address}/quotes")
    assert page.locator(f"[data-record='{made.ids['quote']}']").count() == 1
    with open_story(served.path) as story:
        assert [one.decision.kind for one in story.decisions] == ["wrong", "undo"]


def test_two_entities_are_joined_and_set_apart(served: Served, made: Made, page: Page) -> None:
    page.goto(served.door)
    page.goto(f"{served.address}/who/{made.ids['who']}")
    fill(page, "join", value="Night Ferry Scheme")
    assert (
        "joined by hand: Ada Marsh and Night Ferry Scheme"
        in page.locator(".by-hand").first.inner_text()
    )
    assert "also Night Ferry Scheme" in page.locator(".title").inner_text()
    undo(page)
    assert page.locator(".by-hand").count() == 0
    box = page.locator("details.decide:has(input[name=other])")
    box.locator("summary").click()
    box.locator("input[name=other]").last.check()
    box.locator("textarea").fill("her aunt")
    box.locator("button").click()
    page.wait_for_load_state()
    page.goto(f"{served.address}/who?name=ada")
    assert page.locator("th a", has_text="Ada Marsh").count() == 2


def test_a_day_is_pinned_and_a_status_set_on_the_timeline(
    served: Served, made: Made, page: Page
) -> None:
    page.goto(served.door)
    page.goto(f"{served.address}/timeline?status=planned")
    fill(page, "set:status=happened")
    page.goto(f"{served.address}/timeline?from=2020-05-04&to=2020-05-04")
    fill(page, "pin:2020-05-04")
    assert page.url.endswith("?from=2020-05-04&to=2020-05-04"), "back where it was sent from"
    assert "is pinned to the timeline by hand" in page.locator(".by-hand").first.inner_text()
    page.goto(served.address)
    assert "is pinned to the timeline by hand" in page.locator("#best ~ ol").first.inner_text()


def test_another_page_of_the_same_browser_can_send_nothing(
    served: Served, made: Made, browser: Browser
) -> None:
    """A page of another port of this machine is the same site: the cookie goes with it, and the form is refused all the same."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.door)
    fields = "".join(
        f'<input name="{name}" value="{value}">'
        for name, value in (
            ("token", served.editing.form_token),
            ("act", "wrong"),
            ("record", made.ids["quote"]),
            ("reason", "forged"),
            ("who", "Eve"),
        )
    )
    forged = (
        f'<form method="post" action="{served.address}/decide">{fields}<button>go</button></form>'
    )
    for elsewhere in ("http://127.0.0.1:9/", "http://evil.example/"):
        page.route(
            re.compile(f"^{elsewhere}"),
            lambda route: route.fulfill(content_type="text/html", body=forged),
        )
        page.goto(elsewhere)
        page.locator("button").click()
        page.wait_for_url(f"{served.address}/decide")
        assert "from this room’s own pages only" in page.content().replace("'", "’")
    context.close()
    with open_story(served.path) as story:
        assert story.decisions == ()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_forms_fit_and_break_no_rule_of_the_page(
    size: dict[str, int], served: Served, made: Made, browser: Browser
) -> None:
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(served.door)
    for place in (
        "/timeline",
        "/quotes",
        f"/who/{made.ids['who']}",
        f"/r/{made.ids['event']}",
        "/decisions",
    ):
        page.goto(served.address + place)
        for box in page.locator("details.decide").all():
            box.evaluate("one => { one.open = true; }")
        wider = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wider <= 0, place
        unlabelled = page.evaluate(
            "[...document.querySelectorAll('.decide input:not([type=hidden]), .decide select, .decide textarea')]"
            ".filter((one) => !one.labels.length).length"
        )
        assert unlabelled == 0, place
    assert errors == []
    context.close()
