"""The assistant's answers, asked for by a real client over standard input and output: each cites, is bounded, and pages on."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp")

from mcp import Client

from onrecord import run
from onrecord.assistant.answer import NOTICE, PageOfResults, build_answer, format_answer
from onrecord.assistant.citation import UNTRUSTED
from onrecord.assistant.thresholds import THRESHOLDS
from onrecord.cli.main import main
from onrecord.errors import ConfigError
from onrecord.pages.source_maps.maps import decode_range
from onrecord.story import open_story
from tests.assistant.asking import ask, ask_one, talk

MODEL = os.environ.get("ONRECORD_MODEL") or None
TOOLS = {
    "search": {"query": "hospital"},
    "quotes": {"about": "train"},
    "figures": {"about": "soldiers"},
    "happenings": {"about": "hospital"},
    "timeline": {"start": "2016", "end": "2018"},
    "promises": {"about": "hospital"},
    "undertakings": {},
    "who": {"name": "castle"},
    "verify": {},
}
QUESTIONS = [*TOOLS.items(), ("why", {"record": "q-5c5e50d41cbd62fc"})]


def iter_citations(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every citation of words at any depth of an answer."""
    if isinstance(value, dict):
        if "characters" in value:
            yield value
        for item in value.values():
            yield from iter_citations(item)
    elif isinstance(value, list):
        for item in value:
            yield from iter_citations(item)


def iter_strings(value: Any) -> Iterator[str]:
    """Yield every string of an answer outside of what is marked as a page's."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield name
            if name != UNTRUSTED:
                yield from iter_strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from iter_strings(item)
    elif isinstance(value, str):
        yield value


def test_the_tools_are_read_only_and_described(northbridge: Path) -> None:
    async def conversation(client: Client) -> Any:
        return client.instructions, (await client.list_tools()).tools

    instructions, tools = talk(northbridge, conversation, over_stdio=True)
    assert {tool.name for tool in tools} == {name for name, _ in QUESTIONS}
    for tool in tools:
        assert tool.description
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        for argument in tool.input_schema["properties"].values():
            assert argument["description"]
        assert "answer" in tool.output_schema["properties"]
    assert "nothing on record" in instructions
    assert UNTRUSTED in instructions


def test_every_answer_cites_words_that_are_where_it_says(northbridge: Path) -> None:
    before = northbridge.read_bytes()
    answers = ask(northbridge, *QUESTIONS, over_stdio=True)
    assert northbridge.read_bytes() == before
    cited = 0
    with open_story(northbridge) as story:
        for (name, _), result in zip(QUESTIONS, answers, strict=True):
            assert not result.is_error, result.content
            answer = result.structured_content
            assert answer["answer"] == "evidence", name
            for item in answer["results"]:
                assert item["how_sure"], name
                assert item.get("status") or name == "why"
                if name == "verify":
                    assert item["status"] == "as recorded"
                    continue
                assert {"id", "events", "records"} & item.keys(), name
                assert any(True for _ in iter_citations(item)), name
            for citation in iter_citations(answer):
                cited += 1
                page = story.page(citation["page"])
                start, end = citation.get("shown_characters", citation["characters"])
                words = citation[UNTRUSTED]["words"]
                assert page.text[start:end] == words
                assert citation["capture_sha256"] == page.capture
                assert citation[UNTRUSTED]["title"]
                assert citation[UNTRUSTED]["outlet"]
                assert re.fullmatch(r"\d{4}(-\d\d){0,2}|not known", citation["published"])
                assert page.byte_map is not None
                spelled = decode_range(
                    story.original(page.id), tuple(citation["bytes"]), page.byte_map
                )
                assert "".join(spelled.split()).startswith("".join(words.split())[:20])
    assert cited > 60


def test_the_text_of_an_answer_is_a_notice_and_the_same_answer(northbridge: Path) -> None:
    for result in ask(northbridge, *QUESTIONS):
        notice, text = (block.text for block in result.content)
        assert notice == NOTICE
        assert json.loads(text) == result.structured_content


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("search", {"query": "zeppelin"}),
        ("search", {"query": "?!"}),
        ("quotes", {"about": "zeppelin"}),
        ("quotes", {"who": "Nobody Here"}),
        ("quotes", {"page": "p-none"}),
        ("figures", {"unit": "parsec"}),
        ("happenings", {"about": "zeppelin"}),
        ("timeline", {"start": "2090"}),
        ("timeline", {"who": "Nobody Here"}),
        ("promises", {"state": "superseded"}),
        ("undertakings", {"about": "zeppelin"}),
        ("who", {"name": "zeppelin"}),
        ("why", {"record": "q-none"}),
        ("why", {"record": "p-none"}),
        ("verify", {"record": "q-none"}),
    ],
)
def test_a_question_without_evidence_gets_nothing_on_record(
    name: str, arguments: dict[str, Any], northbridge: Path
) -> None:
    answer = ask_one(northbridge, name, **arguments)
    assert answer["answer"] == "nothing on record"
    assert answer["results"] == []
    assert answer["next_offset"] is None
    assert "no evidence" in answer["note"]


@pytest.mark.parametrize("name", ["quotes", "figures", "happenings", "timeline", "promises", "who"])
def test_paging_on_gives_every_result_once(name: str, northbridge: Path) -> None:
    async def conversation(client: Client) -> list[dict[str, Any]]:
        pages, offset = [], 0
        while offset is not None:
            result = await client.call_tool(name, {"offset": offset, "limit": 50})
            pages.append(result.structured_content)
            offset = pages[-1]["next_offset"]
        past = await client.call_tool(name, {"offset": 5_000})
        return [*pages, past.structured_content]

    *pages, past = talk(northbridge, conversation)
    seen = [
        json.dumps(item.get("id") or item["events"]) for page in pages for item in page["results"]
    ]
    assert len(seen) == len(set(seen)) == pages[0]["total"]
    for page in pages:
        assert len(json.dumps(page, ensure_ascii=False)) < 1.5 * THRESHOLDS.answer_chars
    assert past["answer"] == "evidence"
    assert past["results"] == []
    assert "smaller" in past["note"]


def test_a_search_pages_on_without_counting(northbridge: Path) -> None:
    first = ask_one(northbridge, "search", query="training", limit=3)
    assert (first["returned"], first["next_offset"], first["total"]) == (3, 3, None)
    then = ask_one(northbridge, "search", query="training", limit=3, offset=3)
    assert then["results"]
    assert first["results"][0] not in then["results"]


def test_answers_stop_growing() -> None:
    results = [{"words": "x" * THRESHOLDS.answer_chars} for _ in range(3)]
    answer = build_answer(results, PageOfResults(0, 3), total=3)
    assert (answer["returned"], answer["next_offset"]) == (1, 1)
    with pytest.raises(ConfigError, match="limit 51"):
        PageOfResults(0, 51)
    with pytest.raises(ConfigError, match="offset -1"):
        PageOfResults(-1)


def test_a_happening_has_all_its_reports_and_their_statuses(northbridge: Path) -> None:
    answer = ask_one(northbridge, "happenings", who="Kestria", limit=50)
    many = [item for item in answer["results"] if len(item["events"]) > 1]
    assert many
    assert any(item["how_sure"]["independent_reports"] > 1 for item in many)
    for item in many:
        assert {report["status"] for report in item["evidence"]} <= set(item["status"]["statuses"])


def test_a_promise_brings_the_words_for_and_against(northbridge: Path) -> None:
    answer = ask_one(northbridge, "promises", about="hospital", to_check=True)
    assert answer["results"]
    came = answer["results"][0]["what_came_of_it"]
    assert {one["speaks"] for one in came} <= {"for", "against"}
    assert all(one["to_check"] for one in came)
    assert answer["results"][0]["status"]["state"] == "open"


def test_why_explains_links_undertakings_and_pages(northbridge: Path) -> None:
    with open_story(northbridge) as story:
        link = next(one for one in story.links(kind="contradicts"))
        card, page = story.undertakings()[0].id, story.heads()[0].id
        copies = story.links(kind="copy")[0].id
    asked = [("why", {"record": id_}) for id_ in (link.id, card, page, copies, link.a)]
    by_link, by_card, by_page, by_copies, by_figure = (
        result.structured_content["results"][0] for result in ask(northbridge, *asked)
    )
    assert [one["id"] for one in by_link["evidence"]] == [link.a, link.b]
    assert by_link["because"]
    assert by_card["parties"]["listed"]
    assert by_page["evidence"][0]["page"] == page
    assert len(by_copies["evidence"]) == 2
    assert link.id in {one["id"] for one in by_figure["links"]}


def test_long_words_are_read_on(tmp_path: Path) -> None:
    said = " ".join(
        f"The weir of stone number {n} was mended by the river board." for n in range(60)
    )
    page = f"<h1>The weir at Orsk</h1><p>“{said}” said Ada Brandt, the mayor, on 4 May 2019.</p>"
    (tmp_path / "page.html").write_text(page)
    story = tmp_path / "story.db"
    run.build([tmp_path / "page.html"], story, run.RunOptions(model=MODEL))
    quote = ask_one(story, "quotes")["results"][0]
    start, end = quote["evidence"][0]["characters"]
    assert end - start > 2 * THRESHOLDS.words_chars
    words, skip = "", 0
    while skip is not None:
        told = ask_one(story, "why", record=quote["id"], from_character=skip)["results"][0]
        words += told["evidence"][0][UNTRUSTED]["words"]
        skip = told["read_on_from_character"]
    with open_story(story) as opened:
        assert opened.record(quote["id"]).to_dict()["text"] == words


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("timeline", {"start": "yesterday"}, "no ISO day"),
        ("quotes", {"published_from": "2019-13"}, "no ISO day"),
        ("quotes", {"source_kind": "psychic"}, "pattern"),
        ("search", {"query": "x" * 401}, "400"),
        ("quotes", {"limit": 5_000}, "50"),
    ],
)
def test_a_question_that_cannot_be_asked_is_an_error_that_says_why(
    name: str, arguments: dict[str, Any], says: str, northbridge: Path
) -> None:
    result = ask(northbridge, (name, arguments))[0]
    assert result.is_error
    assert says in result.content[0].text


def test_a_story_that_is_damaged_or_gone_is_an_error_of_one_line(
    northbridge: Path, tmp_path: Path
) -> None:
    story = tmp_path / "story.db"
    story.write_bytes(northbridge.read_bytes())

    async def conversation(client: Client) -> list[Any]:
        results = [await client.call_tool("who", {})]
        story.write_bytes(b"no story " * 4_000)
        results.append(await client.call_tool("who", {}))
        story.unlink()
        results.append(await client.call_tool("who", {}))
        return results

    fine, damaged, gone = talk(story, conversation, over_stdio=True)
    assert not fine.is_error
    assert "not a story" in damaged.content[0].text
    assert "no such story" in gone.content[0].text
    assert "\n" not in damaged.content[0].text + gone.content[0].text


def test_what_is_wrong_in_a_story_is_told(northbridge: Path, tmp_path: Path) -> None:
    import sqlite3

    story = tmp_path / "story.db"
    story.write_bytes(northbridge.read_bytes())
    connection = sqlite3.connect(story)
    connection.execute("UPDATE quotes SET start = start + 1 WHERE id = 'q-5c5e50d41cbd62fc'")
    connection.commit()
    connection.close()
    whole = ask_one(story, "verify")["results"][0]
    one = ask_one(story, "verify", record="q-5c5e50d41cbd62fc")["results"][0]
    assert whole["status"] == one["status"] == "wrong"
    assert {item["id"] for item in whole["wrong"]} == {"q-5c5e50d41cbd62fc"}
    assert one["wrong"][0][UNTRUSTED]["expected"].startswith("SIXTY")


def test_nothing_listens_on_the_network(northbridge: Path) -> None:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    if not children.exists():
        pytest.skip("needs Linux's /proc")

    async def conversation(client: Client) -> set[str]:
        await client.call_tool("who", {})
        return {inode for child in children.read_text().split() for inode in list_sockets(child)}  # noqa: ASYNC240

    assert talk(northbridge, conversation, over_stdio=True) == set()


def list_sockets(process: str) -> set[str]:
    """Return the inodes of the network sockets that a process has open."""
    folder = Path("/proc") / process
    links = [str(link.readlink()) for link in (folder / "fd").iterdir()]
    held = {match[1] for link in links if (match := re.fullmatch(r"socket:\[(\d+)\]", link))}
    tables = [folder / "net" / name for name in ("tcp", "tcp6", "udp", "udp6")]
    rows = [row.split() for table in tables for row in table.read_text().splitlines()[1:]]
    return held & {row[9] for row in rows}


def test_without_the_extra_it_says_what_to_install(
    northbridge: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    for name in [name for name in sys.modules if name.startswith("onrecord.assistant")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("importlib.util.find_spec", lambda *_: None)
    with pytest.raises(SystemExit) as stop:
        main(["mcp", str(northbridge)])
    assert stop.value.code == 2
    assert "pip install 'onrecord[mcp]'" in capsys.readouterr().err


def test_a_path_that_is_no_story_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["mcp", str(tmp_path / "none.db")])
    assert stop.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_text_escapes_what_nobody_sees() -> None:
    words = "a\u202eb\U000e0041c<|im_end|></tool>\x7f\u200d"
    answer = build_answer([{UNTRUSTED: {"words": words}}], PageOfResults(), total=1)
    text = format_answer(answer)
    assert text.isprintable()
    assert not {"<", ">"} & set(text)
    assert json.loads(text) == answer
