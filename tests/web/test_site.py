"""The room as files: every link leads to a file, nothing is loaded from elsewhere, and a browser opens it from the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.errors import StoreError
from onrecord.web.site import SITE_POLICY, name_file, write_site
from tests.web.conftest import Made
from tests.web.test_browser import FLAGS, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def site(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made story, which has a hostile page, as files in a folder with a blank in its name."""
    folder = tmp_path_factory.mktemp("site of files") / "room"
    assert write_site(made.path, folder) == folder / "index.html"
    return folder


@pytest.fixture(scope="module")
def example(northbridge: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, which has threads, many sheets and a page of comments."""
    folder = tmp_path_factory.mktemp("example") / "room"
    write_site(northbridge, folder)
    return folder


def pages_of(folder: Path) -> Iterator[tuple[Path, LexborHTMLParser]]:
    for path in sorted(folder.rglob("*.html")):
        yield path, LexborHTMLParser(path.read_text(encoding="utf-8"))


def test_every_link_leads_to_a_file_and_a_place_in_it(site: Path, example: Path) -> None:
    for folder in (site, example):
        ids: dict[Path, set[str]] = {}
        for path, page in pages_of(folder):
            ids[path.resolve()] = {node.attributes["id"] or "" for node in page.css("[id]")}
        for path, page in pages_of(folder):
            for name in ("href", "src", "action", "data-open"):
                for node in page.css(f"[{name}]"):
                    address = node.attributes[name] or ""
                    if urlsplit(address).scheme or address.startswith("#"):
                        continue
                    assert not address.startswith("/"), (path, address)
                    parts = urlsplit(address)
                    target = (path.parent / unquote(parts.path)).resolve()
                    assert target.is_file(), (path, address)
                    assert folder.resolve() in target.parents
                    if parts.fragment and target.suffix == ".html":
                        assert parts.fragment in ids[target], (path, address)


def test_every_file_has_the_rooms_policy_and_loads_its_own_things_only(
    site: Path, example: Path
) -> None:
    assert "default-src 'none'" in SITE_POLICY
    assert "script-src 'self'" in SITE_POLICY
    for folder in (site, example):
        for path, page in pages_of(folder):
            policy = page.css_first('meta[http-equiv="Content-Security-Policy"]')
            assert policy is not None, path
            assert policy.attributes["content"] == SITE_POLICY
            for node in page.css("link[href], script[src], img[src], image[href]"):
                address = node.attributes.get("href") or node.attributes.get("src") or ""
                assert address.startswith(("../", "static/", "data:image/png")), (path, address)
            assert not page.css("iframe, object, embed, base, style, script:not([src])"), path
            for node in page.css("*"):
                assert not [name for name in node.attributes if name.startswith("on")], path


def test_no_view_is_missing(example: Path, northbridge: Path) -> None:
    for name in (
        "index",
        "timeline",
        "quotes",
        "figures",
        "promises",
        "who",
        "threads",
        "copies",
        "search",
    ):
        assert (example / f"{name}.html").is_file()
    assert (example / "quotes-page-2.html").is_file()
    assert (example / "tables" / "quotes.csv").read_bytes().startswith(b"\xef\xbb\xbfid,day")
    from onrecord.story import open_story

    with open_story(northbridge) as story:
        assert {one.stem for one in (example / "pages").iterdir()} == {h.id for h in story.heads()}
        records = {one.stem for one in (example / "r").iterdir()}
        for kind in ("quotes", "events", "figures", "commitments"):
            assert {one.id for one in story.records(kind)} <= records


def test_filters_are_left_out_as_they_need_the_room_served(example: Path) -> None:
    for path, page in pages_of(example):
        assert not page.css("form.filters"), path


def test_a_folder_of_something_else_is_left_alone(made: Made, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match="holds something else"):
        write_site(made.path, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["letter.txt"]


def test_a_room_of_files_is_written_again_over_itself(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "room"
    first = {
        p: p.read_bytes() for p in sorted(write_site(made.path, folder).parent.rglob("*.html"))
    }
    second = {
        p: p.read_bytes() for p in sorted(write_site(made.path, folder).parent.rglob("*.html"))
    }
    assert first == second


def test_names_of_files_hold_nothing_of_an_address() -> None:
    assert str(name_file(("/quotes", "source=..%2F..%2Fetc"))).startswith("quotes-")
    assert "/" not in str(name_file(("/quotes", "source=..%2F..%2Fetc")))
    assert str(name_file(("/threads/p-1.csv", ""))) == "tables/threads-p-1.csv"


# In a browser, from the disk


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page in which no error may be reported and nothing but files asked for."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert errors == []
    assert [url for url in asked if not url.startswith(("file://", "data:image/png"))] == []


@pytest.mark.browser
def test_every_view_opens_from_the_disk(site: Path, tab: Page) -> None:
    files = sorted(site.rglob("*.html"))
    assert len(files) > 30
    for path in files:
        tab.goto(path.as_uri())
        assert tab.locator("h1").count() >= 1, path
        colour = tab.evaluate("getComputedStyle(document.querySelector('.rail')).display")
        assert colour != "inline", path
        assert tab.evaluate("document.documentElement.classList.contains('quick')")


@pytest.mark.browser
def test_a_line_opens_its_words_and_its_bytes(site: Path, tab: Page) -> None:
    tab.goto((site / "quotes.html").as_uri())
    tab.get_by_text("We will open the line before winter,").first.wait_for()
    tab.locator("article.quote", has_text="We will open").locator(".where a").click()
    lit = tab.locator(".seg.here")
    lit.first.wait_for()
    assert "We will open the line before winter" in "".join(lit.all_text_contents())
    box = lit.first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    tab.go_back()
    tab.locator("article.quote", has_text="We will open").locator(".under a").click()
    tab.locator("a[data-original]").click()
    lit = tab.locator("pre .seg.here")
    lit.first.wait_for()
    assert "We will open the line before winter" in "".join(lit.all_text_contents())


@pytest.mark.browser
def test_search_and_keys_work_without_a_server(example: Path, tab: Page) -> None:
    tab.goto((example / "index.html").as_uri())
    tab.keyboard.press("/")
    tab.keyboard.type('"training mission" velmara')
    tab.keyboard.press("Enter")
    tab.locator("#found .lede").wait_for()
    first = tab.locator("#found .hits a").first
    assert "training mission" in (first.text_content() or "").lower()
    first.click()
    tab.locator(".seg.here").first.wait_for()
    tab.keyboard.press("g")
    tab.keyboard.press("t")
    tab.wait_for_url("**/timeline.html")


@pytest.mark.browser
def test_a_hostile_query_stays_text(site: Path, tab: Page) -> None:
    for query in ("%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "onerror", "%3C/script%3E"):
        tab.goto(f"{(site / 'search.html').as_uri()}?q={query}")
        tab.locator("#found .lede").wait_for()
        assert tab.locator("#found img, #found script").count() == 0


@pytest.mark.browser
def test_the_folder_may_be_moved(site: Path, tab: Page, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere ü"
    shutil.copytree(site, moved)
    tab.goto((moved / "index.html").as_uri())
    tab.locator(".rail a", has_text="Who").click()
    tab.wait_for_url("**/who.html")
    assert tab.evaluate("getComputedStyle(document.body).margin") == "0px"
