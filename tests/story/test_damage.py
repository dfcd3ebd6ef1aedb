"""A damaged story is told as one: by every command and view, in one line; what is whole of it is saved."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from bench.damage import Sound, make_sound_story, run_command, run_damages

from onrecord import run
from onrecord.errors import DamagedStory, StoreError
from onrecord.run.repair import repair
from onrecord.story import open_story, take_decision, verify
from onrecord.story.damage import describe_survivors, find_damage
from onrecord.story.file import connect_to_read
from onrecord.story.salvage import recover_rows
from onrecord.web import create_app
from tests.story.rows import rows_of

SEED = 20
DAMAGES = 60


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sound]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.cli.edge.DEBUG_VARIABLE", "NOT_SET")
        yield make_sound_story(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def path(sound: Sound, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound.path, tmp_path / "s.db"))


def change(path: Path, sql: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    with connection:
        assert connection.execute(sql, values).rowcount
    connection.close()


@pytest.mark.parametrize("part", range(4))
def test_random_damage_is_told_and_never_taken_for_verified(
    part: int, sound: Sound, tmp_path: Path
) -> None:
    each = DAMAGES // 4
    numbers = range(part * each, part * each + each)
    tally = run_damages(sound, tmp_path, SEED, numbers, sampled=True)
    assert tally.faults == []
    assert tally.outcomes["verify finds it"]
    assert tally.outcomes["commands that end with 2"]


WRONG_TYPES = {
    "quotes": "UPDATE quotes SET content = 17",
    "times": "UPDATE times SET type = x'00'",
    "figures": "UPDATE figures SET value = 'many'",
    "events": "UPDATE events SET actors = '[1]'",
    "promises": "UPDATE commitments SET state = x'ff'",
    "comments": "UPDATE comments SET quoted = '{'",
    "who": "UPDATE who SET names = 'x'",
    "undertakings": "INSERT INTO undertakings VALUES ('u-1', 'x', '{', 'x', '[]', '[]', '[]', '[]', '[]', '[]')",
    "show": "UPDATE pages SET authors = '{'",
    "timeline": 'UPDATE events SET actors = \'"entity":"\'',
    "why": "UPDATE quotes SET source = '[]'",
    "search": "UPDATE passages SET text = x'ff'",
}
"""A damage for each command that it can't but meet."""


@pytest.mark.parametrize("command", WRONG_TYPES)
def test_each_command_says_what_is_damaged_and_what_is_whole(
    command: str, sound: Sound, path: Path
) -> None:
    change(path, WRONG_TYPES[command])
    asked = {"why": [sound.ids["quote"]], "search": ["the"]}.get(command, [])
    code, _, said = run_command([command, str(path), *asked])
    assert code == 2
    assert said.count("\n") == 1
    assert said.startswith(f"onrecord: {path}: damaged: ")
    assert "pages" in said
    assert "onrecord repair" in said or "build it again" in said


def ask(path: Path, address: str) -> httpx.Response:
    async def get() -> httpx.Response:
        transport = httpx.ASGITransport(app=create_app(path), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(address)

    return asyncio.run(get())


def test_a_view_says_so_too(path: Path) -> None:
    shown = re.search(r"q-[0-9a-f]{16}", ask(path, "/quotes").text)
    assert shown is not None
    change(path, "UPDATE quotes SET content = 17 WHERE id = ?", shown[0])
    answer = ask(path, "/quotes")
    assert answer.status_code == 503
    assert f"damaged: quote {shown[0]} can" in answer.text
    assert "onrecord repair" in answer.text
    assert ask(path, "/pages").status_code == 200


def test_a_view_of_what_is_gone_says_so_too(northbridge: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(northbridge, tmp_path / "s.db"))
    change(path, "DELETE FROM pages")
    for address in ("/", "/timeline", "/figures"):
        answer = ask(path, address)
        assert answer.status_code == 503
        assert "damaged" in answer.text


def test_python_gets_an_error_of_its_own(path: Path) -> None:
    change(path, "UPDATE figures SET steps = '{'")
    with open_story(path) as story:
        with pytest.raises(DamagedStory, match="damaged: figure") as told:
            story.records("figures")
        assert story.records("quotes")
    assert isinstance(told.value, StoreError)
    assert told.value.path == path


def test_a_fault_of_the_code_on_a_sound_story_is_not_called_damage(path: Path) -> None:
    with pytest.raises(KeyError), open_story(path):
        raise KeyError("the code's own")
    change(path, "UPDATE pages SET title = 'Another'")
    with pytest.raises(DamagedStory, match="not as it was drawn"), open_story(path):
        raise KeyError("on a damaged story")


def test_damage_is_found_without_seals_too(path: Path) -> None:
    change(path, "UPDATE links SET features = '{'")
    change(path, "DELETE FROM seals")
    connection = connect_to_read(path)
    assert "a row can't be read" in (find_damage(connection) or "")
    connection.close()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE captures SET data = x'00' WHERE sha256 = (SELECT capture FROM pages LIMIT 1)", "4 of its 5 pages are whole"),
        ("UPDATE pages SET text = 5", "none of its 5 pages is whole"),
        ("UPDATE links SET score = 'x'", "5 of its 5 pages are whole"),
        ("UPDATE pages SET title = 'y' WHERE id NOT IN (SELECT id FROM pages LIMIT 1)", "1 of its 5 pages is whole"),
    ],
)  # fmt: skip
def test_how_much_is_whole(sql: str, said: str, path: Path) -> None:
    change(path, sql)
    assert said in describe_survivors(path)


def test_words_are_not_opened_of_what_is_not_as_it_was_drawn(sound: Sound, path: Path) -> None:
    quote, event = sound.ids["quote"], sound.ids["event"]
    assert run_command(["why", str(path), quote])[0] == 0
    change(path, "UPDATE quotes SET negated = 1 - negated WHERE id = ?", quote)
    code, out, said = run_command(["why", str(path), quote])
    assert (code, out) == (2, "")
    assert f"damaged: quotes {quote}: not as it was drawn; " in said
    assert run_command(["why", str(path), event])[0] == 0
    change(path, "DELETE FROM seals")
    assert run_command(["why", str(path), quote])[0] == 0, "without seals values can't be compared"
    change(path, "UPDATE quotes SET text = 'x' || substr(text, 2) WHERE id = ?", quote)
    assert (
        f"the words of {quote} are not where it says" in run_command(["why", str(path), quote])[2]
    )


# --- repair ---------------------------------------------------------------------------------------


def test_a_sound_story_loses_nothing(path: Path, tmp_path: Path) -> None:
    report = repair(path, tmp_path / "new.db")
    assert (report.pages, report.pages_lost, report.records_lost) == (5, (), 0)
    assert rows_of(tmp_path / "new.db") == rows_of(path)
    with open_story(tmp_path / "new.db") as story:
        assert list(verify(story)) == []


def test_what_is_whole_is_saved_and_the_rest_named(path: Path, tmp_path: Path) -> None:
    with open_story(path) as story:
        lost, original, hurt = (head.id for head in story.heads()[:3])
        figure = story.records("figures", page=hurt)[0].id
        before = len(story.records("figures", page=hurt))
    change(path, "UPDATE pages SET title = 'Another' WHERE id = ?", lost)
    sql = (
        "UPDATE captures SET data = x'0011' WHERE sha256 = (SELECT capture FROM pages WHERE id = ?)"
    )
    change(path, sql, original)
    change(path, "UPDATE figures SET value = 77 WHERE id = ?", figure)
    new, folder = tmp_path / "new.db", tmp_path / "originals"
    code, out, _ = run_command(["repair", str(path), "-o", str(new), "--originals", str(folder)])
    assert code == 0
    assert f"lost page {lost}: its row is not as it was drawn; its saved original is whole" in out
    assert f"lost page {original}: saved original" in out
    assert "saved 3 of 5 pages with " in out
    with open_story(new) as story:
        assert list(verify(story)) == []
        assert lost not in {head.id for head in story.heads()}
        kept = {record.id for record in story.records("figures", page=hurt)}
    assert figure not in kept
    assert len(kept) == before - 1
    run.add(new, [folder], run.RunOptions())
    with open_story(new) as story:
        assert story.counts()["pages"] == 4


def test_what_refers_to_a_lost_record_is_lost_with_it(path: Path, tmp_path: Path) -> None:
    with open_story(path) as story:
        rows = story.rows("SELECT id, time FROM events WHERE time IS NOT NULL ORDER BY id LIMIT 1")
    change(path, "DELETE FROM times WHERE id = ?", rows[0]["time"])
    report = repair(path, tmp_path / "new.db")
    assert report.records_lost >= 2
    with open_story(tmp_path / "new.db") as story:
        assert rows[0]["id"] not in {event.id for event in story.records("events")}
        assert list(verify(story)) == []


def test_rows_around_a_damaged_place_are_read(northbridge: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(northbridge, tmp_path / "s.db"))
    connection = sqlite3.connect(path)
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    root = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'events'"
    ).fetchone()[0]
    connection.close()
    data = bytearray(path.read_bytes())
    children = data[(root - 1) * size + 12 :]
    assert data[(root - 1) * size] == 5, "the table's root has pages below it"
    offset = int.from_bytes(children[:2], "big")
    child = int.from_bytes(data[(root - 1) * size + offset : (root - 1) * size + offset + 4], "big")
    data[(child - 1) * size : child * size] = bytes(size)
    path.write_bytes(data)
    salvaged = recover_rows(path)
    assert "events" in salvaged.torn
    read = salvaged.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    salvaged.connection.close()
    with open_story(northbridge) as story:
        every = story.counts()["events"]
    assert every // 2 < read < every
    report = repair(path, tmp_path / "new.db")
    assert report.pages == 16
    assert report.records_lost >= every - read
    with open_story(tmp_path / "new.db") as story:
        assert list(verify(story)) == []


def test_a_story_without_seals_is_repaired_by_its_words(path: Path, tmp_path: Path) -> None:
    change(
        path, "UPDATE quotes SET text = 'Nobody said this' WHERE id = (SELECT min(id) FROM quotes)"
    )
    change(path, "DELETE FROM seals")
    code, out, _ = run_command(["repair", str(path), "-o", str(tmp_path / "new.db")])
    assert code == 0
    assert "without seals to compare with" in out
    with open_story(tmp_path / "new.db") as story:
        assert "Nobody said this" not in {one.evidence.text for one in story.records("quotes")}
        assert list(verify(story)) == []


def test_rows_in_the_table_of_another_kind_are_no_records(path: Path, tmp_path: Path) -> None:
    """Where a part of the file moved, a table may begin at the rows of another: words and offsets are right, and what it says of them is not."""
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE seals")
    connection.execute("PRAGMA writable_schema=ON")
    roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"))  # fmt: skip
    sql = "UPDATE sqlite_master SET rootpage = ? WHERE name = ?"
    for one, other in (("times", "figures"), ("figures", "times")):
        assert connection.execute(sql, (roots[one], other)).rowcount
    connection.commit()
    connection.close()
    with pytest.raises(DamagedStory, match="that of no time"), open_story(path) as story:
        story.records("times")
    repair(path, tmp_path / "new.db")
    with open_story(tmp_path / "new.db") as story:
        assert not story.records("times")
        assert not story.records("figures")
        assert story.records("quotes")


def test_an_add_says_what_is_damaged(path: Path) -> None:
    change(path, "UPDATE pages SET id = x'fffe00' WHERE rowid = 1")
    code, _, err = run_command(["add", str(path), str(path.with_name("missing.html"))])
    assert code == 2
    assert "the list of pages can't be read" in err
    assert err.count("\n") == 1


def test_what_people_decided_is_kept(path: Path, tmp_path: Path) -> None:
    with open_story(path) as story:
        quote = story.records("quotes")[0].id
    take_decision(path, "wrong", [quote], who="Ann", reason="misheard")
    change(path, "UPDATE figures SET value = value + 1")
    repair(path, tmp_path / "new.db")
    with open_story(path) as old, open_story(tmp_path / "new.db") as new:
        assert [one.decision for one in new.decisions] == [one.decision for one in old.decisions]
        assert new.is_wrong(quote)


def test_nothing_whole_leaves_no_story(path: Path, tmp_path: Path) -> None:
    change(path, "UPDATE captures SET data = x'00'")
    code, out, _ = run_command(["repair", str(path), "-o", str(tmp_path / "new.db")])
    assert code == 1
    assert "nothing is whole; no story was written" in out
    assert not list(tmp_path.glob("new.db*"))
    (tmp_path / "noise.db").write_bytes(b"SQLite format 3\0" + bytes(5000))
    for given in ("noise.db", "none.db"):
        code, _, said = run_command(
            ["repair", str(tmp_path / given), "-o", str(tmp_path / "new.db")]
        )
        assert code == 2
        assert said.count("\n") == 1


def test_a_story_that_is_there_is_never_written_over(path: Path) -> None:
    before = path.read_bytes()
    code, _, said = run_command(["repair", str(path), "-o", str(path)])
    assert code == 2
    assert "is there already; name a new file" in said
    assert path.read_bytes() == before


def test_a_damaged_header_is_told_as_damage(path: Path) -> None:
    data = path.read_bytes()
    for at, value in ((68, b"\x00\x01\x02\x03"), (60, b"\x7f\x00\x00\x01")):
        path.write_bytes(data[:at] + value + data[at + len(value) :])
        code, _, said = run_command(["show", str(path)])
        assert code == 2
        assert (
            "damaged: its header is not as it was written; what can still be read is saved by"
            in said
        )
        assert repair(path, path.with_name(f"new{at}.db")).pages == 5


def test_an_original_never_asks_for_more_memory_than_its_row_says(path: Path) -> None:
    import zstandard

    bomb = zstandard.compress(bytes(200_000_000))
    with open_story(path) as story:
        page = story.heads()[0]
    change(path, "UPDATE captures SET data = ? WHERE sha256 = ?", bomb, page.capture)
    with open_story(path) as story, pytest.raises(DamagedStory, match="of another size"):
        story.original(page.id)


def test_verify_goes_on_after_what_it_can_not_read(path: Path) -> None:
    with open_story(path) as story:
        first, second = (head.id for head in story.heads()[:2])
    change(path, "UPDATE pages SET zones = '{' WHERE id = ?", first)
    change(path, "UPDATE figures SET what = '{' WHERE page = ?", second)
    with open_story(path) as story:
        found = {(wrong.page, wrong.where) for wrong in verify(story)}
    assert {(first, "capture"), (second, "row of figures")} <= found
