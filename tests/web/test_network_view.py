"""The network's view: the export's counts, a drawing that stays the same, and a table that holds all of it."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from onrecord.export import export_to_stream
from onrecord.pages import make_page
from onrecord.records import Capture, Entity, Mention, Quote, Records, Source
from onrecord.records.ids import build_content_id, hash_sha256
from onrecord.story import StoryWriter, open_story
from onrecord.web.network_layout import BOX, choose_nodes, plan_network
from tests.web.conftest import Ask, Made, make_asker, one
from tests.web.test_browser import Window, browser, room, window
from tests.web.test_drawings import assert_stands_alone

__all__ = ["browser", "room", "window"]

PAGE = b"""<html lang="en"><head><title>Two quays</title></head><body><article><h1>Two quays</h1>
<p>Ada Marsh said the Harbour Board had failed. Ada Marsh said the Harbour Board would fail again.
The Harbour Board said Ada Marsh was wrong.</p></article></body></html>"""


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story in which one speaks twice of another, who answers once."""
    path = tmp_path_factory.mktemp("talk") / "talk.db"
    capture = Capture(hash_sha256(PAGE), PAGE, "two.html", "text/html")
    page = make_page(capture)

    def spot(words: str, after: int = 0) -> tuple[int, int]:
        start = page.text.index(words, after)
        return start, start + len(words)

    entities, mentions, quotes = [], [], []
    for name, type_ in (("Ada Marsh", "person"), ("Harbour Board", "organisation")):
        at = page.evidence(*spot(name), "entities@1")
        who = Entity(build_content_id("n", page.id, name), at, type_, name, (name,), (), 3)
        entities.append(who)
        start = -1
        while (start := page.text.find(name, start + 1)) >= 0:
            words = page.evidence(start, start + len(name), "entities@1")
            mentions.append(Mention(build_content_id("m", page.id, start), words, type_, who.id))
    for who, content in (
        (entities[0], "the Harbour Board had failed"),
        (entities[0], "the Harbour Board would fail again"),
        (entities[1], "Ada Marsh was wrong"),
    ):
        start, end = spot(content)
        source = Source(who.name, *spot(who.name), "named", who.id)
        quotes.append(
            Quote(
                build_content_id("q", page.id, start),
                page.evidence(start, end, "quotes@1"),
                "indirect",
                (page.part(start, end),),
                None,
                source,
                (),
                "body",
            )
        )
    with StoryWriter(path, create=True) as writer:
        writer.begin_run(version="0", model="by hand")
        records = Records(entities=tuple(entities), mentions=tuple(mentions), quotes=tuple(quotes))
        writer.write_page(capture, page, records, build_content_id("d", page.id))
        writer.write_links(
            "key",
            links=(),
            same={who.id: who.id for who in entities},
            undertakings=(),
            commitments=(),
        )
        writer.finish_run(pages_new=1, pages_same=0, skipped=0)
    return path


def count_graphml(path: Path) -> dict[str, list[int]]:
    """Return for each relation of the export how many records each of its edges has."""
    stream = io.BytesIO()
    with open_story(path) as story:
        export_to_stream(story, "graphml", stream)
    name = "{http://graphml.graphdrawing.org/xmlns}"
    found: dict[str, list[int]] = {}
    for edge in ET.fromstring(stream.getvalue()).iter(f"{name}edge"):
        data = {one.get("key"): one.text for one in edge.iter(f"{name}data")}
        found.setdefault(data["edge-relation"] or "", []).append(int(data["edge-weight"] or 0))
    return {relation: sorted(counts) for relation, counts in found.items()}


def test_its_counts_are_those_of_the_graphml(talk: Path, northbridge: Path) -> None:
    for path in (talk, northbridge):
        ask, expected = make_asker(path), count_graphml(path)
        assert expected
        for relation, counts in expected.items():
            rows = ask(f"/network.json?relation={relation}").json()["rows"]
            assert sorted(row["weight"] for row in rows) == counts, relation
        page = LexborHTMLParser(ask("/network").text)
        tabs = {
            node.text(deep=False).strip(): int(one(node, ".n").text().replace(",", ""))
            for node in page.css(".tabs a")
        }
        assert tabs == {relation: len(counts) for relation, counts in expected.items()}


def test_who_speaks_of_whom_is_drawn_and_listed_with_every_record(talk: Path) -> None:
    page = LexborHTMLParser(make_asker(talk)("/network").text)
    assert "Who speaks of whom: 2 pairs" in page.text()
    rows = [" ".join(row.text().split()) for row in page.css(".ties-table tbody tr")]
    assert rows[0].startswith("Ada Marsh Harbour Board 2 1 ")
    assert rows[1].startswith("Harbour Board Ada Marsh 1 1 ")
    first = page.css(".ties-table tbody tr")[0]
    links = {node.attributes["href"] or "" for node in first.css("a[href^='/r/']")}
    assert len(links) == 2
    titles = [node.text() for node in page.css("svg .tie title")]
    assert "Ada Marsh → Harbour Board: speaks of ×2" in titles
    names = {node.attributes["aria-label"] or "" for node in page.css("svg a")}
    assert names == {
        "Ada Marsh: speaks of 1; 1 the other way",
        "Harbour Board: speaks of 1; 1 the other way",
    }


def test_its_drawing_can_be_taken(talk: Path, ask: Ask) -> None:
    root = assert_stands_alone(make_asker(talk)("/network.svg?relation=speaks+of").text)
    assert "2 of 2 pairs drawn" in " ".join(root.itertext())
    assert_stands_alone(ask("/network.svg").text)


def test_a_story_without_ties_says_so(ask: Ask) -> None:
    text = ask("/network?relation=meets").text
    assert "Nothing fits these filters" in text
    assert ask("/network?relation=<b>").status_code == 200


def test_the_heaviest_are_chosen() -> None:
    weights = {("a", "b"): 5, ("c", "d"): 1, ("a", "c"): 2}
    assert choose_nodes(weights, 3) == ("a", "b", "c")


names = st.sampled_from([f"n-{number}" for number in range(30)])
ties = st.dictionaries(
    st.tuples(names, names).filter(lambda pair: pair[0] != pair[1]), st.integers(1, 50), max_size=60
)


@settings(deadline=None, max_examples=40)
@given(ties)
def test_a_drawing_is_always_the_same_and_stays_in_its_box(
    weights: dict[tuple[str, str], int],
) -> None:
    plan = plan_network(weights)
    again = plan_network(dict(reversed(weights.items())))
    assert plan == again
    assert {node.id for node in plan.nodes} == {end for pair in weights for end in pair}
    assert {(pair.source, pair.target) for pair in plan.pairs} == set(weights)
    for node in plan.nodes:
        assert 0 <= node.x <= BOX.width
        assert 0 <= node.y <= plan.height
    for side in ("start", "end"):
        rows = [node.y for node in plan.nodes if node.anchor == side]
        assert len(rows) == len(set(rows)), "no name covers another"


@pytest.mark.browser
def test_names_are_reached_by_keyboard_and_lead_to_their_ties(window: Window, made: Made) -> None:
    page = window.open("/network")
    link = page.locator("svg.net a").first
    link.focus()
    assert page.evaluate("document.activeElement.closest('svg.net') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/network?*")
    assert "who=" in page.url or "outlet=" in page.url
    assert page.locator(".ties-table tbody tr").count() > 0
