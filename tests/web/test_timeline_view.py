"""The timeline's view: it opens in the story's own years, folds the background, zooms, and counts what its filters leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.web.facets import Facet, filter_rows
from onrecord.web.room import Room, Visit
from onrecord.web.views import timeline
from onrecord.web.zoom import build_zoom, find_own_years, is_inside, may_be_inside, read_stretch
from tests.web.conftest import Ask, Made, one
from tests.web.test_browser import Window, browser, room, window

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["browser", "room", "window"]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([], None),
        ([2019], (2019, 2019)),
        ([1998, *[2017] * 12, *[2018] * 12], (2017, 2018)),
        ([2015, 2017, 2019], (2015, 2019)),
        ([1950, 1960, *[2020] * 20], (1960, 2020)),
    ],
    ids=[
        "none",
        "one page",
        "one old page",
        "few pages are all its own",
        "two old of 22 are one too many",
    ],
)
def test_the_years_of_nearly_all_pages_are_the_storys_own(
    years: list[int], expected: tuple[int, int] | None
) -> None:
    assert find_own_years(f"{year}-05-01" for year in years) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019", "2019", "2019"),
        ("2019-02", "2019-02", "2019-02"),
        ("2019-02-01", "2019-02-28", "2019-02"),
        ("2019-02-03", "2019-02-03", "2019-02-03"),
        ("2018", "2019", None),
        (None, "2019", None),
        ("soon", "2019", None),
    ],
)
def test_a_stretch_is_a_year_a_month_a_day_or_none(
    start: str | None, end: str | None, expected: str | None
) -> None:
    assert read_stretch(start, end) == expected


def test_a_day_known_as_a_year_only_may_be_inside_and_is_not_said_to_be() -> None:
    from onrecord.link.comparison.day_intervals import read_interval

    march = read_interval("2019-03")
    assert is_inside("2019-03-05", march, march)
    assert not is_inside("2019", march, march)
    assert may_be_inside("2019", march, march)
    assert not may_be_inside("2018", march, march)
    assert not may_be_inside(None, march, march)


def test_zoom_steps_have_no_gaps_and_lead_outwards() -> None:
    days = ["2019-03-05", "2019-03-05", "2019-04", "2021", None]
    years = build_zoom(days, None, (2019, 2021))
    assert years is not None
    assert [(step.value, step.count) for step in years.steps] == [
        ("2019", 3),
        ("2020", 0),
        ("2021", 1),
    ]
    months = build_zoom(days, "2019", None)
    assert months is not None
    assert [step.count for step in months.steps][:5] == [0, 0, 2, 1, 0]
    assert (months.trail, months.before, months.after) == ((("2019", "2019"),), None, "2021")
    of_day = build_zoom(days, "2019-12-31", None)
    assert of_day is not None
    assert len(of_day.steps) == 31
    assert [step.value for step in of_day.steps if step.is_current] == ["2019-12-31"]
    assert of_day.trail[-1] == ("31 December 2019", "2019-12-31")
    assert (of_day.before, of_day.after) == ("2019-04", None)


def test_a_filter_counts_what_choosing_each_value_would_leave() -> None:
    rows = [("a", "x"), ("a", "y"), ("b", "x")]
    facets: list[Facet[tuple[str, str]]] = [
        Facet("first", "First", lambda row: (row[0],)),
        Facet("second", "Second", lambda row: (row[1],), {"x": "Ex", "z": "Zed"}),
    ]
    kept, (first, second) = filter_rows(rows, facets, {"first": "a", "second": ""}.__getitem__)
    assert kept == [("a", "x"), ("a", "y")]
    assert first.options == (("a", "a", 2), ("b", "b", 1)), "as if `first` were not chosen"
    assert second.options == (("x", "Ex", 1), ("z", "Zed", 0), ("y", "y", 1)), "fixed values first"
    for name, value in (("first", "b"), ("second", "y")):
        chosen = {"first": "", "second": ""} | {name: value}
        kept, choices = filter_rows(rows, facets, chosen.__getitem__)
        shown = {v: n for one in choices if one.name == name for v, _, n in one.options}
        assert len(kept) == shown[value]


def test_a_value_that_no_row_has_stays_chosen_and_leaves_nothing() -> None:
    facet: Facet[str] = Facet("name", "Name", lambda row: (row,))
    kept, (choice,) = filter_rows(["a"], [facet], lambda _: "gone")
    assert kept == []
    assert ("gone", "gone", 0) in choice.options


def test_it_opens_in_the_storys_own_years_with_the_rest_folded(northbridge: Path) -> None:
    from starlette.datastructures import QueryParams

    room = Room(northbridge)
    with room.open() as story:
        model = timeline.show(Visit(room, story, "timeline", "/timeline", QueryParams()))
        everything = timeline.list_table(Visit(room, story, "timeline", "/timeline", QueryParams()))
    shown = [day.day for year in model.data["years"] for day in year.days]
    assert shown
    assert all(day and "2015" <= day[:4] <= "2022" for day in shown)
    (before,) = model.data["before"]
    assert before.heading == "Background: 1 entry of 2009"
    assert [year.name for year in before.years] == ["2009"]
    assert len(everything.rows) == model.data["total"], "what is folded is on the list"
    assert model.data["listing"].total < model.data["total"]


def test_zooming_by_links_shows_what_they_count(ask: Ask) -> None:
    page = LexborHTMLParser(ask("/timeline").text)
    seen = 0
    for link in page.css(".zoom .steps a"):
        counted = int((link.text().split(": ")[1]).split()[0].replace(",", ""))
        zoomed = LexborHTMLParser(ask(link.attributes["href"] or "").text)
        assert len(zoomed.css(".day-card li[data-record]")) == counted
        assert len(zoomed.css(".zoom .steps li")) == 12
        seen += 1
    assert seen
    assert one(page, ".zoom .trail b").text() == "The story’s own years"


def test_an_entrys_reports_open_their_words(ask: Ask, made: Made) -> None:
    page = LexborHTMLParser(ask("/timeline?from=2020-05-04&to=2020-05-04").text)
    (card,) = page.css(".day-card")
    assert "4 May 2020" in card.text()
    link = one(page, ".day-card .under a.from")
    assert link.text() == "Island Gazette, 5 May 2020"
    assert (link.attributes["href"] or "").startswith(f"/pages/{made.ids['later']}?start=")


def test_what_filters_nothing_is_said(ask: Ask) -> None:
    text = ask("/timeline?from=zzz&page=99&who=nobody").text
    assert "“<bdi>zzz</bdi>” is no day" in text
    assert "There is no sheet “<bdi>99</bdi>”" in text
    assert "Nobody here has “<bdi>nobody</bdi>” in their name" in text


def test_a_search_is_named_in_its_address(ask: Ask) -> None:
    page = LexborHTMLParser(ask("/timeline?status=planned&name_it=<b>Sailors</b>+to+come").text)
    assert one(page, "title").text().startswith("<b>Sailors</b> to come · ")
    assert one(page, "h1 bdi").text() == "<b>Sailors</b> to come"
    assert not page.css("h1 b")
    assert one(page, "input[name=name_it]").attributes["value"] == "<b>Sailors</b> to come"


@pytest.mark.browser
def test_the_timeline_zooms_unfolds_and_keeps_its_filters(window: Window) -> None:
    page = window.open("/timeline")
    page.select_option("select[name=status]", "happened")
    page.wait_for_url("**status=happened**")
    page.locator(".zoom .steps a").first.click()
    page.wait_for_url("**from=*")
    assert "status=happened" in page.url
    page.locator(".trail a", has_text="All years").click()
    page.wait_for_url("**/timeline?status=happened")
    page.goto(f"{window.room}/timeline")
    folded = page.locator("details.beside")
    assert folded.count() > 0
    inside = folded.last.locator("li[data-record]").first
    assert not inside.is_visible()
    folded.last.locator("summary").first.click()
    assert inside.is_visible()
