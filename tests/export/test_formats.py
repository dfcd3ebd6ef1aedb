"""Each format, read by a tool of its own: what is in it, that a status is never lost, and that no text of a page runs."""

from __future__ import annotations

import csv
import html
import json
import re
import warnings
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import conllu
import networkx as nx
import openpyxl
import prov.model
import pyarrow.parquet
import pytest
import rdflib
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from onrecord.errors import ConfigError
from onrecord.export.event_words import STATUS_WORDS
from onrecord.export.thresholds import THRESHOLDS
from onrecord.records.event import REAL, ROOTS, STATUSES
from onrecord.story import open_story
from onrecord.story.tables.guarded_text import drop_impossible_in_xml, guard_formula
from tests.export.conftest import Exported, HostileStory
from tests.export.hostile_story import (
    DEAD_ADDRESS,
    GENERAL,
    HOSTILE,
    LIVE_ADDRESS,
    MINISTER,
    OUTLET,
    TITLE,
)

UNREAL = tuple(status for status in STATUSES if status not in REAL)
FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n]")


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# Text that must stay text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+4 per cent", "'+4 per cent"),
        ("-4", "'-4"),
        ("@board", "'@board"),
        ("＝1+1", "'＝1+1"),
        ("\tindented", "'\tindented"),
        ("  =1", "  '=1"),
        ("a;=1+1", "a;'=1+1"),
        ("one\n- two", "one\n'- two"),
        ("one\r\n=1", "one\r\n'=1"),
        ("x\t@y", "x\t'@y"),
        ("one\n\n=1", "one\n\n'=1"),
        ("4 - 2", "4 - 2"),
        ("e=mc2", "e=mc2"),
        ("a, =b", "a, =b"),
        ("", ""),
    ],
)
def test_a_spreadsheet_runs_no_cell(text: str, cell: str) -> None:
    assert guard_formula(text) == cell


def test_what_xml_cannot_hold_is_dropped() -> None:
    text = "".join(map(chr, [*range(0x20), 0x7F, 0xD800, 0xFFFE, 0x1F600]))
    assert drop_impossible_in_xml(text) == "\t\n\r\U0001f600"


# CSV and XLSX


def test_no_cell_of_csv_begins_a_formula(hostile: HostileStory, exported: Exported) -> None:
    cells = 0
    for path in exported(hostile.path, "csv", "csv"):
        # Read with each separator that a spreadsheet may take: the right one, and those of other locales.
        for separator in (",", ";", "\t"):
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.reader(file, delimiter=separator):
                    for cell in row:
                        cells += 1
                        assert not re.match(r"\s*[=@＝＠]", cell), (path, cell)
                        is_number = re.fullmatch(r"[+-]?[\d.]+(e[+-]?\d+)?", cell)
                        assert is_number or not re.match(r"\s*[-+－＋]", cell), (path, cell)
    assert cells > 500


def test_xlsx_holds_every_table_as_text_and_numbers(
    northbridge: Path, hostile: HostileStory, exported: Exported
) -> None:
    (path,) = exported(northbridge, "xlsx", "story.xlsx")
    book = openpyxl.load_workbook(path)
    tables = {one.stem: one for one in exported(northbridge, "csv", "csv") if one.stem != "about"}
    assert book.sheetnames == ["about", *tables]
    assert "babel" in " ".join(str(row[1].value) for row in book["about"].iter_rows())
    for name, table in tables.items():
        with table.open(encoding="utf-8-sig", newline="") as file:
            assert book[name].max_row == len(list(csv.reader(file)))
    quotes = [[cell.value for cell in row] for row in book["quotes"].iter_rows()]
    assert isinstance(quotes[1][quotes[0].index("start")], int)
    (path,) = exported(hostile.path, "xlsx", "hostile.xlsx")
    texts = 0
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
                assert cell.hyperlink is None
                if isinstance(cell.value, str):
                    texts += 1
                    assert not FORMULA.match(cell.value), cell.value
    assert texts > 500


def test_a_long_text_is_cut_and_says_so(
    northbridge: Path, exported: Exported, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dataclasses

    from onrecord.export import xlsx

    short = dataclasses.replace(THRESHOLDS, cell_chars=500, rows_per_sheet=100)
    monkeypatch.setattr(xlsx, "THRESHOLDS", short)
    notes: list[str] = []
    (path,) = exported(northbridge, "xlsx", "story.xlsx", "kind=pages", "kind=quotes", notes=notes)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["about", "pages", "quotes", "quotes 2", "quotes 3"]
    assert notes[0] == "pages: 16 cell(s) cut at 500 characters"
    assert book["quotes 2"]["A1"].value == "id"


# Parquet


def test_parquet_is_typed_and_exact(
    hostile: HostileStory, northbridge: Path, exported: Exported
) -> None:
    paths = {path.stem: path for path in exported(northbridge, "parquet", "parquet")}
    events = pyarrow.parquet.read_table(paths["events"])
    assert str(events.schema.field("negated").type) == "bool"
    assert str(events.schema.field("start").type) == "int64"
    assert "alleged" in set(events["status"].to_pylist())
    metadata = events.schema.metadata
    assert b"babel" in metadata[b"onrecord run 1"]
    assert b"events@8" in metadata[b"onrecord extractors"]
    (path,) = exported(hostile.path, "parquet", "quotes.parquet", "kind=quotes")
    assert pyarrow.parquet.read_table(path)["content"].to_pylist() == list(HOSTILE)


def test_an_empty_parquet_table_has_its_columns(hostile: HostileStory, exported: Exported) -> None:
    paths = {path.stem: path for path in exported(hostile.path, "parquet", "parquet")}
    assert pyarrow.parquet.read_table(paths["undertakings"]).column_names[:2] == ["id", "day"]


# FollowTheMoney


SCHEMATA = json.loads(Path(__file__).with_name("ftm_schemata.json").read_text(encoding="utf-8"))
"""Of each schema that is written, the properties that are, each with its type or what it refers to: FollowTheMoney 4.11."""
DOCUMENTS, ACTING = {"Article"}, {"Person", "Organization", "LegalEntity"}
RANGES = {
    "Document": DOCUMENTS,
    "LegalEntity": ACTING,
    "Project": {"Project"},
    "Thing": DOCUMENTS | ACTING | {"Address", "Event", "Project"},
}


def test_ftm_holds_what_its_schemata_have(
    northbridge: Path, hostile: HostileStory, exported: Exported
) -> None:
    for story in (northbridge, hostile.path):
        (path,) = exported(story, "ftm", f"{story.stem}.json")
        rows = read_lines(path)
        kinds = {row["id"]: row["schema"] for row in rows}
        assert len(kinds) == len(rows)
        for row in rows:
            for name, values in row["properties"].items():
                kind = SCHEMATA[row["schema"]][name]
                assert values
                assert all("\n" not in value for value in values)
                if kind in RANGES:
                    assert {kinds[value] for value in values} <= RANGES[kind]
                if kind == "date":
                    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", value) for value in values)


def test_ftm_loads_in_its_own_library(
    northbridge: Path, hostile: HostileStory, exported: Exported
) -> None:
    model = pytest.importorskip("followthemoney").model
    for schema, properties in SCHEMATA.items():
        for name, kind in properties.items():
            prop = model.get(schema).properties[name]
            assert (prop.range.name if prop.range else prop.type.name) == kind
    for story in (northbridge, hostile.path):
        (path,) = exported(story, "ftm", f"{story.stem}.json")
        rows = read_lines(path)
        known = {row["id"]: model.get(row["schema"]) for row in rows}
        for row in rows:
            proxy = model.get_proxy(row)
            proxy.schema.validate(row)
            for name, values in row["properties"].items():
                prop = proxy.schema.properties[name]
                for value in values:
                    assert prop.type.validate(value), (row["schema"], name, value)
                    if prop.type.name == "entity":
                        assert known[value].is_a(prop.range), (name, value)
                assert sorted(proxy.get(name)) == sorted(values), (name, values)


def test_in_ftm_nothing_alleged_reads_as_happened(
    hostile: HostileStory, exported: Exported
) -> None:
    (path,) = exported(hostile.path, "ftm", "out.json")
    named = {row["id"]: row["properties"].get("name", [""])[0] for row in read_lines(path)}
    for status in UNREAL:
        if status == "promised":  # the event of the promise, which is written as that
            assert named[hostile.ids["promise"]].startswith(STATUS_WORDS[status])
            continue
        assert named[hostile.ids[status]].startswith(STATUS_WORDS[status]), status
    assert named[hostile.ids["alleged"]].startswith(f"Alleged, not confirmed by {MINISTER}: ")
    for status in REAL:
        assert named[hostile.ids[status]].startswith(MINISTER)
    addresses = {v for row in read_lines(path) for v in row["properties"].get("sourceUrl", ())}
    assert (
        addresses == set()
    )  # one of them has a sign that no address may have, the other is a script


# PLOVER


def test_plover_rows_have_its_fields(northbridge: Path, exported: Exported) -> None:
    notes: list[str] = []
    (path,) = exported(northbridge, "plover", "out.jsonl", notes=notes)
    rows = read_lines(path)
    assert rows
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert {"id", "date", "actor", "event"} <= set(row)
        assert date.fromisoformat(row["date"])
        assert date.fromisoformat(row.get("enddate", row["date"])) >= date.fromisoformat(
            row["date"]
        )
        assert set(row["event"]) <= set(ROOTS)
        assert row["quad_code"] in {1, 2, 3, 4, None}
        assert row["status"] in REAL
    assert "denied" in notes[0]


def test_plover_leaves_out_what_did_not_surely_happen(
    hostile: HostileStory, exported: Exported
) -> None:
    notes: list[str] = []
    (path,) = exported(hostile.path, "plover", "out.jsonl", notes=notes)
    assert {row["id"] for row in read_lines(path)} == {hostile.ids[status] for status in REAL}
    assert all(f"1 {status}" in notes[0] for status in UNREAL)
    asked = [f"status={status}" for status in UNREAL]
    (path,) = exported(hostile.path, "plover", "asked.jsonl", *asked, notes=notes)
    modes = {row["status"]: row["mode"] for row in read_lines(path)}
    assert modes == {
        "planned": ["future"],
        "promised": ["future"],
        "possible": ["hypothetical"],
        "called_for": ["hypothetical"],
        "denied": ["negation"],
    }


# TimelineJS


def check_timelinejs(timeline: dict[str, Any]) -> None:
    """Assert what TimelineJS's JSON format asks for, and that its HTML holds nothing but what we write."""
    assert set(timeline) <= {"title", "events", "eras", "scale"}
    assert timeline["scale"] in {"human", "cosmological"}
    slides = [timeline["title"], *timeline["events"]]
    assert len({slide["unique_id"] for slide in slides}) == len(slides)
    for slide in slides:
        assert set(slide) <= {"start_date", "end_date", "text", "media", "group", "unique_id"}
        assert set(slide["text"]) == {"headline", "text"}
        assert list(read_tags(slide["text"]["headline"])) == []
        assert set(read_tags(slide["text"]["text"])) <= {"p", "br", "a"}
    for slide in timeline["events"]:
        start, end = slide["start_date"], slide.get("end_date")
        for day in filter(None, (start, end)):
            assert set(day) <= {"year", "month", "day"}
            assert all(isinstance(value, int) for value in day.values())
            date(day["year"], day.get("month", 1), day.get("day", 1))
        if end:
            assert tuple(start.values()) <= tuple(end.values())
        assert slide["group"]
        assert list(read_tags(slide["media"]["url"])) == ["blockquote"]
        for name in ("credit", "caption"):
            assert list(read_tags(slide["media"][name])) == []
        assert slide["media"].get("link", "https://").startswith(("https://", "http://"))


def read_tags(text: str) -> Iterator[str]:
    """Yield the start tags of HTML, as a browser sees them."""
    found: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append(tag)
            for name, value in attrs:
                assert name in {"href", "rel"}
                assert name != "href" or (value or "").startswith(("http://", "https://"))

    Parser(convert_charrefs=True).feed(text)
    yield from found


def test_timelinejs_has_what_its_format_asks(northbridge: Path, exported: Exported) -> None:
    (path,) = exported(northbridge, "timelinejs", "line.json")
    timeline = read_json(path)
    check_timelinejs(timeline)
    slides = timeline["events"]
    assert any("end_date" in slide for slide in slides)
    assert len({slide["group"] for slide in slides}) > 2
    assert sum("link" in slide["media"] for slide in slides) > len(slides) / 2
    assert "babel" in timeline["title"]["text"]["text"]
    plain = [slide["text"]["headline"] for slide in slides]
    assert max(len(html.unescape(one)) for one in plain) <= THRESHOLDS.headline_chars


def test_in_timelinejs_a_status_leads_its_slide(hostile: HostileStory, exported: Exported) -> None:
    (path,) = exported(hostile.path, "timelinejs", "line.json")
    timeline = read_json(path)
    check_timelinejs(timeline)
    of_event = {slide["unique_id"].partition("-")[2]: slide for slide in timeline["events"]}
    assert hostile.ids["alleged"] in of_event
    for status in UNREAL:
        slide = of_event[hostile.ids[status]]
        assert slide["group"] == STATUS_WORDS[status]
        assert slide["text"]["headline"].startswith(f"{STATUS_WORDS[status]}: ")
    assert not re.search("[<>&]", path.read_text(encoding="utf-8"))


def test_a_year_has_no_leading_zeros() -> None:
    from onrecord.export.timelinejs import _build_date

    assert _build_date("0070") == {"year": 70}
    assert _build_date("2016-03-08T10:00") == {"year": 2016, "month": 3, "day": 8}


# W3C Web Annotation

PURPOSES = {"describing", "tagging", "identifying", "classifying", "commenting"}


def test_web_annotations_follow_the_model(northbridge: Path, exported: Exported) -> None:
    (path,) = exported(northbridge, "webannotation", "all.json")
    page = read_json(path)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (page["type"], page["id"][:4]) == ("AnnotationPage", "urn:")
    assert "babel" in page["generator"]["name"]
    ids = [one["id"] for one in page["items"]]
    assert len(set(ids)) == len(ids) > 1000
    with open_story(northbridge) as story:
        texts = {head.id: story.page(head.id).text for head in story.heads()}
    for one in page["items"]:
        assert one["type"] == "Annotation"
        assert one["motivation"] in PURPOSES
        for body in one["body"]:
            assert body["type"] in {"TextualBody", "Dataset"}
            if body["type"] == "TextualBody":
                assert isinstance(body["value"], str)
                assert body["purpose"] in PURPOSES
        quote, position, *rest = one["target"]["selector"]
        assert quote["type"] == "TextQuoteSelector"
        assert position["type"] == "TextPositionSelector"
        assert all(other["type"] == "DataPositionSelector" for other in rest)
        text = texts[one["target"]["state"]["cached"].removeprefix("urn:onrecord:")]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_an_annotation_says_its_status(hostile: HostileStory, exported: Exported) -> None:
    (path,) = exported(hostile.path, "webannotation", "all.json")
    items = {one["id"]: one for one in read_json(path)["items"]}
    for status in UNREAL:
        value = items[f"urn:onrecord:{hostile.ids[status]}"]["body"][0]["value"]
        assert value.startswith(STATUS_WORDS[status])
    assert {one["target"]["source"][:13] for one in items.values()} == {"urn:onrecord:"}
    assert not re.search("[<>&]", path.read_text(encoding="utf-8"))


# W3C PROV


def test_prov_reads_back_and_leads_to_the_capture(
    northbridge: Path, hostile: HostileStory, exported: Exported
) -> None:
    (path,) = exported(northbridge, "prov", "prov.json")
    document = prov.model.ProvDocument.deserialize(path, format="json")
    again = prov.model.ProvDocument.deserialize(
        content=document.serialize(format="json"), format="json"
    )
    assert again == document
    raw = read_json(path)
    derived = {
        one["prov:generatedEntity"]: one["prov:usedEntity"]
        for one in raw["wasDerivedFrom"].values()
    }
    made = {one["prov:entity"]: one["prov:activity"] for one in raw["wasGeneratedBy"].values()}
    quotes = [name for name in raw["entity"] if name.startswith("onrecord:q-")]
    assert quotes
    for name in quotes:
        assert derived[derived[name]].startswith("onrecord:capture-")
        assert made[name] == "onrecord:run-1"
    used = {raw["entity"][one["prov:entity"]]["prov:label"] for one in raw["used"].values()}
    assert any(label.startswith("babel ") for label in used)
    agents = {one["prov:label"] for one in raw["agent"].values()}
    assert {"quotes@6", "events@8"} <= agents
    (path,) = exported(hostile.path, "prov", "hostile.json")
    prov.model.ProvDocument.deserialize(path, format="json")
    entities = read_json(path)["entity"]
    for status in STATUSES:
        assert entities[f"onrecord:{hostile.ids[status]}"]["onrecord:status"] == status
    assert not re.search("[<>&]", path.read_text(encoding="utf-8"))


# GraphML and GEXF


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_network_reads_in_networkx(
    northbridge: Path, hostile: HostileStory, exported: Exported, form: str
) -> None:
    read = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[form]
    (path,) = exported(northbridge, form, f"net.{form}")
    graph = read(path)
    labels = {data["label"] for _, data in graph.nodes(data=True)}
    assert {"Eleanor Castleby", "The Harbour Times"} <= labels
    relations = {data["relation"] for *_, data in graph.edges(data=True)}
    assert {"quotes", "speaks of", "meets", "supports"} <= relations
    assert b"babel" in path.read_bytes()
    (path,) = exported(hostile.path, form, f"hostile.{form}")
    graph = read(path)
    names = {data["label"]: name for name, data in graph.nodes(data=True)}
    assert set(names) == {MINISTER, GENERAL, OUTLET}
    edges = [
        data for a, b, data in graph.edges(data=True) if (a, b) == (names[MINISTER], names[GENERAL])
    ]
    assert {one["status"] for one in edges} == set(STATUSES)
    for one in edges:
        assert int(one["weight"]) == 1
        if one["status"] not in REAL:
            assert one["label"] == f"opposes ({STATUS_WORDS[one['status']].lower()})"
    quoted = [d for a, _, d in graph.edges(data=True) if a == names[OUTLET]]
    assert [int(one["weight"]) for one in quoted] == [len(HOSTILE)]


# ClaimReview

SCHEMA = "https://schema.org/"


def test_claimreviews_have_what_is_required_and_judge_nothing(
    northbridge: Path, hostile: HostileStory, exported: Exported
) -> None:
    (path,) = exported(hostile.path, "claimreview", "reviews.json")
    written = read_json(path)
    reviews = {one["@id"]: one for one in written["@graph"] if one["@type"] == "ClaimReview"}
    assert len(reviews) == 3
    for one in reviews.values():
        assert {"url", "claimReviewed", "reviewRating", "author", "itemReviewed"} <= set(one)
        assert one["reviewRating"]["alternateName"]
        assert "ratingValue" not in one["reviewRating"]
        assert "no fact check" in one["author"]["name"]
    broken = reviews[f"urn:onrecord:{hostile.ids['promise']}"]
    assert broken["reviewRating"]["alternateName"].startswith("Broken")
    assert broken["citation"][0]["text"] == "against: “went back on it”"
    disputed = reviews[f"urn:onrecord:{hostile.ids['figure']}"]
    assert disputed["reviewRating"]["alternateName"].startswith("Disputed: another page says 99")
    assert not re.search("[<>&]", path.read_text(encoding="utf-8"))
    (path,) = exported(northbridge, "claimreview", "reviews.json")
    graph = read_schema_org(read_json(path))
    kind = rdflib.RDF.type
    found = list(graph.subjects(kind, rdflib.URIRef(f"{SCHEMA}ClaimReview")))
    with open_story(northbridge) as story:
        assert len(found) >= story.counts()["commitments"]
    for one in found:
        rating = graph.value(one, rdflib.URIRef(f"{SCHEMA}reviewRating"))
        assert (rating, kind, rdflib.URIRef(f"{SCHEMA}Rating")) in graph
        claim = graph.value(one, rdflib.URIRef(f"{SCHEMA}itemReviewed"))
        assert (claim, kind, rdflib.URIRef(f"{SCHEMA}Claim")) in graph


def read_schema_org(written: dict[str, Any]) -> rdflib.Graph:
    """Return JSON-LD as a graph; schema.org's own context can't be fetched here, and maps every name as `@vocab` does."""
    assert written["@context"] == "https://schema.org"
    local = written | {"@context": {"@vocab": SCHEMA}}
    with warnings.catch_warnings():
        # rdflib's own reader of JSON-LD uses what rdflib itself warns of.
        warnings.simplefilter("ignore", DeprecationWarning)
        return rdflib.Graph().parse(data=json.dumps(local), format="json-ld")


# CoNLL-U and DocBin


def test_conllu_is_sound_and_carries_the_records(northbridge: Path, exported: Exported) -> None:
    (path,) = exported(northbridge, "conllu", "story.conllu")
    text = path.read_text(encoding="utf-8")
    assert "babel" in text.partition("# newdoc")[0]
    with open_story(northbridge) as story:
        pages = {head.id: story.page(head.id).text for head in story.heads()}
        events = {one.id: one for one in story.records("events")}
    seen: set[str] = set()
    page = ""
    for sentence in conllu.parse(text):
        page = sentence.metadata.get("newdoc id", page)
        assert [token["id"] for token in sentence] == list(range(1, len(sentence) + 1))
        assert sum(token["head"] == 0 for token in sentence) == 1
        for token in sentence:
            assert 0 <= token["head"] <= len(sentence)
            assert token["head"] != token["id"]
            assert (token["deprel"] == "root") == (token["head"] == 0)
            place = token["misc"]
            words = pages[page][int(place["Start"]) : int(place["End"])]
            assert " ".join(words.split()) == " ".join(token["form"].split())
            for told in filter(None, (place.get("Event") or "").split(",")):
                status, _, id_ = told.partition(":")
                assert status.removeprefix("not_") == getattr(events[id_], "status", None)
                seen.add(status)
        assert not is_circle(sentence)
    assert {"happened", "denied", "alleged"} <= seen


def is_circle(sentence: conllu.TokenList) -> bool:
    heads = {token["id"]: token["head"] for token in sentence}
    for start in heads:
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at:
            return True
    return False


def test_docbin_loads_with_its_spans(northbridge: Path, exported: Exported) -> None:
    (path,) = exported(northbridge, "docbin", "story.spacy")
    docs = list(DocBin().from_bytes(path.read_bytes()).get_docs(Vocab()))
    with open_story(northbridge) as story:
        texts = {head.id: story.page(head.id).text for head in story.heads()}
        quotes = {one.id for one in story.records("quotes")}
    found: set[str] = set()
    labels: set[str] = set()
    for doc in docs:
        assert "babel" in doc.user_data["made_with"]
        start = doc.user_data["start"]
        there = texts[doc.user_data["page"]][start : start + len(doc.text)]
        assert re.sub(r"\s", " ", there) == doc.text
        found |= {span.id_ for span in doc.spans.get("quotes", [])}
        labels |= {span.label_.partition(" ")[0] for span in doc.spans.get("events", [])}
    assert len(found) > len(quotes) * 0.9
    assert {"happened", "denied", "alleged", "planned"} <= labels


def test_a_story_whose_pipeline_is_not_here_is_not_parsed_by_another(
    hostile: HostileStory, exported: Exported
) -> None:
    for form in ("conllu", "docbin"):
        with pytest.raises(ConfigError, match="by_hand@1, which does not load here"):
            exported(hostile.path, form, "out")


def test_hostile_words_are_in_the_story(hostile: HostileStory) -> None:
    """What the tests above look for is there to be found."""
    with open_story(hostile.path) as story:
        first = story.head(hostile.ids["page"])
        assert (first.title, first.outlet, first.url) == (TITLE, OUTLET, LIVE_ADDRESS)
        assert story.head(hostile.ids["later"]).url == DEAD_ADDRESS
        assert all(words in story.page(first.id).text for words in HOSTILE)
