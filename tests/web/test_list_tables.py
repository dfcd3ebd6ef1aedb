"""The rows of a list view as CSV and JSON: what is filtered on screen is what is taken."""

from __future__ import annotations

import csv
import io
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.web.views import LIST_TABLES, VIEWS
from tests.web.conftest import Ask, Made, one

NO_LISTS = {"/", "/decisions", "/pages/{id}", "/pages/{id}/original", "/who/{id}", "/r/{id}"}
"""Views that show one thing, or the front of all; decisions are handed on by `onrecord decisions`."""
FILTERED = [
    "/timeline",
    "/timeline?status=denied",
    "/timeline?from=2020&to=2020",
    "/timeline?outlet=Aldmouth+Post",
    "/pages",
    "/pages?outlet=Island+Gazette",
    "/pages?title=ferry",
    "/quotes",
    "/quotes?sources=named",
    "/quotes?kind=mixed",
    "/quotes?alone=yes",
    "/figures",
    "/events",
    "/events?status=planned",
    "/times",
    "/times?order=day",
    "/figures?what=sailors",
    "/figures?once=yes",
    "/promises",
    "/promises?state=kept",
    "/promises?who=nobody",
    "/undertakings",
    "/who",
    "/who?type=person",
    "/map",
    "/map?placed=unknown",
    "/network",
    "/network?relation=quotes",
    "/threads",
    "/copies",
    "/search?q=ferry",
    "/search?q=ferry&outlet=Island+Gazette",
    "/skipped",
    "/skipped?reason=bomb",
]


def read_table(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_every_list_has_its_table() -> None:
    assert {path for path, _, _ in VIEWS} - {path for path, _, _ in LIST_TABLES} == NO_LISTS


@pytest.mark.parametrize("path", FILTERED)
def test_what_is_on_screen_is_what_is_taken(ask: Ask, path: str) -> None:
    page = LexborHTMLParser(ask(path).text)
    links = [node.attributes["href"] or "" for node in page.css(".take a")]
    view, _, query = path.partition("?")
    assert [link.partition("?")[0] for link in links] == [f"{view}.csv", f"{view}.json"]
    table, whole = ask(links[0]), ask(links[1])
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert whole.headers["content-type"] == "application/json"
    assert all("attachment" in answer.headers["content-disposition"] for answer in (table, whole))
    rows, told = read_table(table.text), whole.json()
    assert len(rows) == len(told["rows"])
    assert told["view"] == view.strip("/")
    assert told["filters"] == dict(
        part.split("=") for part in query.replace("+", " ").split("&") if part
    )
    assert any("by hand" in made for made in told["made_with"])
    shown = {
        node.attributes["data-record"] or ""
        for node in page.css("#main [data-record]")
        if "sheet" not in (node.attributes.get("class") or "")
    }
    if view not in {
        "/search",
        "/network",
        "/copies",
        "/skipped",
        "/timeline",
        "/figures",
        "/undertakings",
    }:
        assert {row.get("id") for row in rows} == shown
    if view == "/timeline":
        assert {row["events"].split("; ")[0] for row in rows} == shown
    if view == "/search":
        assert {f"{row['page']}-{row['start']}" for row in rows} == shown


def test_a_table_holds_all_sheets_and_not_the_one_shown(ask: Ask) -> None:
    assert ask("/who.csv?page=2").text == ask("/who.csv").text
    assert "page=" not in re.findall(r'href="(/who.csv[^"]*)"', ask("/who?page=2").text)[0]


def test_a_thread_can_be_taken(ask: Ask, made: Made) -> None:
    assert ask(f"/threads/{made.ids['page']}.json").json()["rows"] == []
    assert ask("/threads/p-0.csv").status_code == 404


def test_a_table_is_guarded_as_every_answer(ask: Ask) -> None:
    answer = ask("/quotes.csv")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert ask("/quotes.csv", host="evil.example").status_code == 400
    assert ask("/quotes.json", method="POST").status_code == 405


def test_views_of_one_thing_offer_no_table(ask: Ask, made: Made) -> None:
    for path in ("/", f"/pages/{made.ids['page']}", f"/r/{made.ids['quote']}", "/no/such"):
        assert not LexborHTMLParser(ask(path).text).css(".take")
    assert one(LexborHTMLParser(ask("/quotes").text), ".take").text()
