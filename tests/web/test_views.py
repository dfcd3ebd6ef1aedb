"""Every view of a small story: what it shows, and that it says what to do where there is nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.datastructures import QueryParams

from onrecord.pages import page_from_html
from onrecord.records import Capture, Commitment, Records
from onrecord.records.commitment import STATES
from onrecord.records.ids import hash_sha256
from onrecord.story import StoryWriter, open_story
from onrecord.web import create_app
from onrecord.web.labels import describe_link, describe_side
from onrecord.web.room import Room, ViewModel, Visit
from onrecord.web.views import promises
from onrecord.web.views.figures import show as figures_view
from onrecord.web.views.front import show as front_view
from onrecord.web.views.original import show as show_original
from onrecord.web.views.promises import show as promises_view
from tests.web.conftest import Ask, Made, one
from tests.web.made import make_story

LISTS = (
    "/",
    "/timeline",
    "/events",
    "/times",
    "/decisions",
    "/pages",
    "/quotes",
    "/figures",
    "/promises",
    "/undertakings",
    "/who",
    "/network",
    "/map",
    "/threads",
    "/copies",
    "/search",
    "/skipped",
)


def text_of(html: str) -> str:
    return " ".join(one(LexborHTMLParser(html), "main").text(separator=" ").split())


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_one_whole_page_with_landmarks(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status_code == 200
    page = LexborHTMLParser(answer.text)
    for landmark in ("header.mast", "nav.rail", "main#main", "footer.foot", "a.skip[href='#main']"):
        assert page.css_first(landmark) is not None, landmark
    assert len(page.css("h1")) == 1
    assert one(page, "html").attributes["lang"] == "en"


@pytest.mark.parametrize("path", LISTS)
def test_every_table_has_a_caption_and_scoped_headers(ask: Ask, path: str) -> None:
    for table in LexborHTMLParser(ask(path).text).css("table"):
        assert table.css_first("caption") is not None
        assert all(head.attributes.get("scope") in {"col", "row"} for head in table.css("th"))


@pytest.mark.parametrize("path", LISTS)
def test_ids_are_unique_and_labels_lead_somewhere(ask: Ask, path: str) -> None:
    page = LexborHTMLParser(ask(path).text)
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in page.css("[aria-labelledby]"):
        assert set((node.attributes["aria-labelledby"] or "").split()) <= set(ids)


@pytest.mark.parametrize(
    "name",
    [
        "quote",
        "event",
        "figure",
        "time",
        "commitment",
        "mention",
        "entity",
        "link",
        "copy",
        "undertaking",
    ],
)
def test_every_kind_of_record_has_its_own_address(ask: Ask, made: Made, name: str) -> None:
    answer = ask(f"/r/{made.ids[name]}")
    assert answer.status_code == 200
    assert made.ids[name] in answer.text or name in {"link", "copy"}


def test_the_front_says_span_promises_and_what_to_check(ask: Ask) -> None:
    text = text_of(ask("/").text)
    assert "4 June 2019 to 5 May 2020" in text
    assert "kept 1" in text
    assert "about 40 against 55" in text
    assert "The port of Aldmouth will send about 40 sailors" in text, "rests on one unnamed source"


def test_a_page_marks_overlapping_records_without_losing_a_letter(ask: Ask, made: Made) -> None:
    page = LexborHTMLParser(ask(f"/pages/{made.ids['page']}").text)
    paragraph = page.css(".z-body .zone-text")[0].text(deep=True)
    assert "The port of Aldmouth will send about 40 sailors to the island route" in " ".join(
        paragraph.split()
    )
    over = [seg.attributes["class"] or "" for seg in page.css(".seg") if seg.text() == "about 40"]
    assert len(over) == 1
    assert {"m-quotes", "m-figures"} <= set(over[0].split())


def test_a_page_shows_the_words_its_address_points_to(ask: Ask, made: Made) -> None:
    html = ask(f"/pages/{made.ids['page']}?start=0&end=7").text
    pointed = LexborHTMLParser(html).css(".seg.here")
    assert "".join(seg.text() for seg in pointed) == "Harbour"
    assert LexborHTMLParser(html).css_first("#words") is not None


@pytest.mark.parametrize(
    "address", ["start=9&end=3", "start=-1&end=5", "start=x&end=y", "start=0&end=99999999"]
)
def test_words_that_are_not_there_are_not_pointed_to(ask: Ask, made: Made, address: str) -> None:
    answer = ask(f"/pages/{made.ids['page']}?{address}")
    assert answer.status_code == 200
    assert not LexborHTMLParser(answer.text).css(".seg.here")


def test_kinds_are_switched_off_by_the_address(ask: Ask, made: Made) -> None:
    page = LexborHTMLParser(ask(f"/pages/{made.ids['page']}?hide=figures&hide=nonsense").text)
    assert one(page, "#text").attributes["class"] == "page hide-figures"
    assert "checked" not in one(page, "#show-figures").attributes
    assert "checked" in one(page, "#show-quotes").attributes


def test_a_record_leads_to_its_very_bytes(ask: Ask, made: Made) -> None:
    record = LexborHTMLParser(ask(f"/r/{made.ids['figure']}").text)
    link = one(record, "a[data-original]").attributes["href"]
    assert link is not None
    original = LexborHTMLParser(ask(unescape(link).partition("#")[0]).text)
    assert one(original, "mark#words").text() == "about 40"


def test_an_original_is_shown_in_the_encoding_it_was_read_in(tmp_path: Path) -> None:
    text = "Zażółć gęślą jaźń, said the harbour master."
    html = f'<html><head><meta charset="iso-8859-2"></head><body><p>{text * 5}</p></body></html>'
    data = html.encode("iso-8859-2")
    page = page_from_html(data)
    assert page.byte_map is not None
    path = tmp_path / "s.db"
    with StoryWriter(path, create=True) as writer:
        writer.begin_run(version="0", model="none")
        capture = Capture(hash_sha256(data), data, "a.html", "text/html")
        writer.write_page(capture, replace(page, capture=capture.sha256), Records(), page.id)
    with open_story(path) as story:
        visit = Visit(Room(path), story, "original", "/", QueryParams(), {"id": page.id})
        sheet = show_original(visit)
    assert "Zażółć gęślą jaźń" in sheet.data["after"]


def test_a_record_says_why_and_what_it_is_linked_to(ask: Ask, made: Made) -> None:
    text = text_of(ask(f"/r/{made.ids['figure']}").text)
    assert "a senior port official" in text
    assert "hedge: about" in text
    assert "contradicts 55" in text
    assert "same head" in text


def test_a_promise_quotes_the_evidence_of_its_state(ask: Ask) -> None:
    text = text_of(ask("/promises?state=kept").text)
    assert "for opened its line" in text
    assert "Nothing fits" in text_of(ask("/promises?state=broken").text)


def test_named_and_unnamed_sources_stand_apart(ask: Ask) -> None:
    text = text_of(ask("/quotes").text)
    assert text.index("Named sources") < text.index("Ada Marsh 1") < text.index("Unnamed sources")
    assert (
        "Ada Marsh"
        not in text_of(ask("/quotes?sources=unnamed").text)
        .partition("by source")[2]
        .partition("Named")[0]
    )
    assert "nothing else supports it" in text_of(ask("/quotes?alone=yes").text)


@pytest.mark.parametrize(
    ("path", "holds", "holds_not"),
    [
        ("/pages?year=2020", "Night ferry sails at last", "Harbour to run"),
        ("/pages?title=harbour", "Harbour to run", "sails at last"),
        ("/who?type=organisation", "Night Ferry Scheme", "Ada Marsh"),
        ("/figures?what=sailors", "about 40 sailors", "Nothing fits"),
        ("/search?q=%22night+ferry%22", "Night ferry sails", "No passage"),
        ("/search?q=sail*&outlet=Island+Gazette", "sailors", "Aldmouth Post"),
    ],
)
def test_filters_stand_in_the_address(ask: Ask, path: str, holds: str, holds_not: str) -> None:
    # What stands before the first filter's own words is the title and the form.
    text = text_of(ask(path).text)
    assert holds in text
    listed = LexborHTMLParser(ask(path).text)
    listed.strip_tags(["form", "nav"], recursive=True)
    assert holds_not not in text_of(listed.html or "")


@pytest.mark.parametrize(
    "path", ["/nothing", "/pages/p-0", "/r/q-0", "/who/n-0", "/threads/p-0", "/pages/p-0/original"]
)
def test_what_is_not_there_is_said_so(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status_code == 404
    assert "To the front page" in text_of(answer.text)


@pytest.mark.parametrize(
    "path",
    [
        "/search?q=%22%22",
        "/search?q=*",
        "/search?q=AND+OR+NOT",
        "/search?q=%00",
        "/search?q=x&page=999999999999999999",
        "/pages?page=-3",
        "/who?page=1e9",
    ],
)
def test_odd_addresses_are_answered(ask: Ask, path: str) -> None:
    assert ask(path).status_code == 200


def test_an_empty_story_says_what_to_do(tmp_path: Path) -> None:
    import asyncio

    import httpx

    path = tmp_path / "empty.db"
    with StoryWriter(path, create=True):
        pass
    app = create_app(path)

    async def ask_all() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return [await client.get(path) for path in LISTS]

    for answer in asyncio.run(ask_all()):
        assert answer.status_code == 200
        assert LexborHTMLParser(answer.text).css_first(".empty") is not None, answer.url


def test_candidates_are_marked_and_off_the_front_page(northbridge: Path) -> None:
    with open_story(northbridge) as story:
        (pair, *_) = [link for link in story.links(kind="contradicts") if link.candidate]
        promises = [one for one in story.records("commitments") if isinstance(one, Commitment)]
        unsettled = next(one for one in promises if one.candidate_state is not None)
        room = Room(northbridge)

        def list_data(
            view: Callable[[Visit], ViewModel], path: str, query: str = ""
        ) -> dict[str, Any]:
            return dict(view(Visit(room, story, "view", path, QueryParams(query), {})).data)

        front = list_data(front_view, "/")
        assert front["disagreements"] == []
        assert front["unchecked"] > 0
        assert set(front["states"]) == {"open"}
        listed = list_data(promises_view, "/promises", "check=yes")["listing"].rows
        assert 0 < len(listed) < len(promises)
        assert all(promise.candidate_state for promise in listed)
        figures = list_data(figures_view, "/figures")
        assert pair.id in {link.id for link, _ in figures["candidates"]}
        assert figures["disagreements"] == []
    assert unsettled.state == "open"
    assert describe_link(pair).startswith("to check")
    assert {describe_side(outcome)[:8] for outcome in unsettled.outcomes} == {"to check"}


def test_events_are_listed_and_filtered(ask: Ask, made: Made) -> None:
    page = LexborHTMLParser(ask("/events").text)
    shown = [node.attributes["data-record"] for node in page.css("li[data-record]")]
    assert made.ids["event"] in shown
    assert len(shown) == 7
    for query, count in (
        ("status=denied", 1),
        ("who=port", 1),
        ("who=ada", 1),
        ("outlet=Island+Gazette", 4),
        ("kind=accident", 0),
    ):
        answer = ask(f"/events?{query}")
        assert len(LexborHTMLParser(answer.text).css("li[data-record]")) == count, query
    assert "Nothing fits these filters" in ask("/events?kind=accident").text


def test_times_are_listed_by_page_or_by_day(ask: Ask, made: Made) -> None:
    def words(query: str) -> list[str]:
        page = LexborHTMLParser(ask(f"/times?{query}").text)
        return [node.text(strip=True) for node in page.css("tr[data-record] th a")]

    assert words("") == ["Tuesday", "March 2019", "before winter", "4 May 2020"]
    assert words("order=day")[:2] == ["March 2019", "4 May 2020"]
    assert words("open=yes") == ["Tuesday", "before winter"]
    assert words("from=2020") == ["4 May 2020"]
    assert words("from=soon") == words("")
    assert words("type=DURATION") == []
    assert made.ids["time"] in ask("/times").text


def test_a_story_is_called_by_its_title_and_never_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "x17-final_2.db"
    ids = make_story(path)

    def headings() -> list[str]:
        with open_story(path) as story:
            shown = front_view(Visit(Room(path), story, "front", "/", QueryParams()))
            html = Room(path).render(Visit(Room(path), story, "front", "/", QueryParams()), shown)
        page = LexborHTMLParser(bytes(html.body))
        return [one(page, "h1").text(), one(page, "title").text(), one(page, ".story-name").text()]

    assert headings() == ["Untitled story", "Untitled story · onrecord", "Untitled story"]
    with StoryWriter(path, create=False) as writer:
        writer.name_story(title="The night\nferry ", description="A town and its boat.")
        writer.name_story(title=None, description=" ")
    assert headings()[0] == "The night ferry"
    with open_story(path) as story:
        assert (story.title, story.description) == ("The night ferry", "A town and its boat.")
    assert ids


def test_the_best_days_stand_by_weight_and_say_why(ask: Ask) -> None:
    page = LexborHTMLParser(ask("/").text)
    days = one(page, "#best ~ ol.days").css("li")
    assert len(days) == 2
    assert all("Here because: 1 independent report" in day.text() for day in days)


def test_the_board_has_every_state_and_begins_with_what_is_settled(ask: Ask) -> None:
    assert set(promises._BOARD) == set(STATES)
    first = one(LexborHTMLParser(ask("/promises").text), "section.state h2")
    assert "kept" in first.text()
