"""Charts to take away: SVG that stands alone, a PNG that the browser makes of it, and days drawn no more exactly than they are known."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.web.charts import Dot, build_plot
from onrecord.web.drawings import wrap_words
from onrecord.web.site import name_file, write_site
from tests.web.conftest import Ask, Made
from tests.web.test_browser import Window, browser, room, window

__all__ = ["browser", "room", "window"]

SVG = "{http://www.w3.org/2000/svg}"


def list_addresses(ask: Ask) -> list[str]:
    """Return the addresses of the drawings that the views offer."""
    page = LexborHTMLParser(ask("/figures").text)
    return [node.attributes["href"] or "" for node in page.css(".take-drawing a")]


def assert_stands_alone(text: str) -> ET.Element:
    """Fail where an SVG asks for anything, runs anything, or takes its looks from elsewhere."""
    root = ET.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}title") is not None
    for element in root.iter():
        assert element.tag.removeprefix(SVG) not in {
            "script",
            "style",
            "foreignObject",
            "image",
            "use",
        }
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value
            assert name != "style"
    return root


def test_a_series_can_be_taken_as_an_svg_that_stands_alone(ask: Ask) -> None:
    (address,) = list_addresses(ask)
    answer = ask(address)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    root = assert_stands_alone(answer.text)
    words = " ".join(root.itertext())
    assert "sailors" in words
    assert "Sources: Aldmouth Post; Island Gazette" in words
    assert len(root.findall(f".//{SVG}circle")) == 2
    assert ask("/figures/s-0.svg").status_code == 404


def test_a_chart_and_its_table_hold_the_same_figures(ask: Ask) -> None:
    section = LexborHTMLParser(ask("/figures").text).css(".series")[0]
    drawn = {node.attributes["href"] for node in section.css("svg a")}
    listed = {node.attributes["data-open"] for node in section.css("tr[data-open]")}
    assert drawn == listed
    labels = [node.attributes["aria-label"] for node in section.css("svg a")]
    assert labels[0] == "about 40 · published 4 June 2019 · a senior port official"


def test_a_day_known_as_a_year_is_drawn_over_all_of_it() -> None:
    dots = [
        Dot(date(2019, 1, 1), 5.0, None, None, None, "f-1", "", date(2019, 12, 31)),
        Dot(date(2019, 7, 2), 6.0, None, None, None, "f-2", ""),
    ]
    plot = build_plot(dots)
    assert plot is not None
    whole, exact = plot.dots
    assert exact.days is None
    assert whole.days is not None
    assert whole.days[0] < exact.x < whole.days[1]
    assert whole.days[0] < whole.x < whole.days[1]


def test_sources_are_cut_with_a_mark_where_there_are_too_many() -> None:
    lines = wrap_words("Sources: " + "; ".join(f"Outlet {number}" for number in range(300)))
    assert lines[-1].endswith(" …")
    assert wrap_words("") == []


def test_a_room_of_files_has_the_drawings_and_says_why_no_png(made: Made, tmp_path: Path) -> None:
    write_site(made.path, tmp_path / "room")
    page = (tmp_path / "room" / "figures.html").read_text("utf-8")
    (address,) = re.findall(r'href="(drawings/figures-s-\w+\.svg)"', page)
    assert_stands_alone((tmp_path / "room" / address).read_text("utf-8"))
    assert "data-png" not in page
    assert "in the room as it is served only" in page
    assert str(name_file(("/figures/s-1.svg", ""))) == "drawings/figures-s-1.svg"


@pytest.mark.browser
def test_the_browser_makes_a_png_of_the_svg(window: Window) -> None:
    page = window.open("/figures")
    with page.expect_download() as waiting:
        page.click("[data-png] >> nth=0")
    taken = waiting.value
    assert re.fullmatch(r"s-\w+\.png", taken.suggested_filename)
    data = Path(taken.path()).read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(data[16:20], "big") == 1440, "twice the drawing's width"
