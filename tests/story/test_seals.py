"""Seals: whatever is changed of what a run drew is found, and what honest runs do to a story leaves it whole."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from onrecord import run
from onrecord.story import StoryWriter, open_story, verify
from onrecord.story.seals import seal_part
from tests.conftest import EXAMPLES

TAMPERED = {
    "a quote's source is gone": "UPDATE quotes SET source = NULL WHERE id = :quote",
    "a quote's source is another's": "UPDATE quotes SET source = json_set(source, '$.entity', :entity) WHERE id = :quote",
    "a quote is negated": "UPDATE quotes SET negated = 1 - negated WHERE id = :quote",
    "a quote is of another kind": "UPDATE quotes SET kind = CASE kind WHEN 'direct' THEN 'mixed' ELSE 'direct' END WHERE id = :quote",
    "a quote is of other speech": "UPDATE quotes SET speech = CASE speech WHEN 'said' THEN 'asked' ELSE 'said' END WHERE id = :quote",
    "a figure's value": "UPDATE figures SET value = coalesce(value, 0) + 1 WHERE id = :figure",
    "a time's value": "UPDATE times SET value = '2001-02-03' WHERE id = :time",
    "an event's status": "UPDATE events SET status = CASE status WHEN 'denied' THEN 'happened' ELSE 'denied' END WHERE id = :event",
    "a comment's author": "UPDATE comments SET author = 'Somebody Else' WHERE id = :comment",
    "a page's title": "UPDATE pages SET title = 'Another title' WHERE id = :page",
    "a page's day": "UPDATE pages SET published = '1999-01-01', published_how = 'meta' WHERE id = :page",
    "a page's address": "UPDATE pages SET url = 'https://other.example/' WHERE id = :page",
    "a page's outlet": "UPDATE pages SET outlet = 'The Other Times' WHERE id = :page",
    "a name of the story": "UPDATE who SET name = 'Nobody' WHERE id = :who",
    "a link leads to nothing": "UPDATE links SET b = 'q-0000000000000000' WHERE id = :link",
    "a link scores more": "UPDATE links SET score = score / 2 + 0.01 WHERE id = :link",
    "a passage of the search": "UPDATE passages SET text = text || ' more' WHERE id = :passage",
    "an invented quote": """INSERT INTO quotes SELECT 'q-00000000000000aa', page, start, "end", bytes, text, "by", confidence, kind, content, cue,
      source, via, zone, negated, speech, source_pattern FROM quotes WHERE id = :quote""",
    "all quotes are gone": "DELETE FROM quotes WHERE :page = :page",
    "one quote is gone": "DELETE FROM quotes WHERE id = :quote",
    "a promise is kept": "INSERT OR REPLACE INTO outcomes (commitment, state, evidence) VALUES (:commitment, 'kept', '[]')",
    "a page's text, outside of evidence": "UPDATE pages SET text = substr(text, 1, length(text) - 1) || '!' WHERE id = :page",
    "a page is gone, its records stay": "DELETE FROM pages WHERE id = :page",
    "a map is gone": "UPDATE pages SET byte_map = NULL WHERE id = :page",
    "a record has no kind": "DELETE FROM kinds WHERE id = :quote",
    "a run is of another day": "UPDATE runs SET started = '2001-01-01' WHERE :page = :page",
    "a skipped file is gone": "DELETE FROM skipped WHERE :page = :page",
    "a path is another": "UPDATE paths SET path = path || 'x' WHERE page = :page",
    "a capture's address": "UPDATE captures SET url = 'https://other.example/' WHERE sha256 = (SELECT capture FROM pages WHERE id = :page)",
    "an entity is joined": "UPDATE same SET who = :who WHERE entity = :entity AND who != :who",
    "what an entity is in": "DELETE FROM involved WHERE who = :who",
    "a seal is gone": "DELETE FROM seals WHERE number = (SELECT max(number) FROM seals WHERE what LIKE 'page:%')",
    "a seal is another's": "UPDATE seals SET digest = (SELECT digest FROM seals s WHERE s.number = 1) WHERE number = 2",
}


def choose(connection: sqlite3.Connection, seed: int) -> dict[str, object]:
    """Return an id of each kind, drawn by lot."""
    lot = random.Random(seed)
    ids = {}
    for name, table in {
        "quote": "quotes WHERE source IS NOT NULL",
        "figure": "figures",
        "time": "times",
        "event": "events",
        "comment": "comments",
        "commitment": "commitments",
        "page": "pages",
        "who": "who",
        "link": "links",
        "passage": "passages",
        "entity": "entities",
    }.items():
        ids[name] = lot.choice([row[0] for row in connection.execute(f"SELECT id FROM {table}")])
    return ids


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_changed_is_found(what: str, seed: int, northbridge: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    shutil.copy(northbridge, path)
    connection = sqlite3.connect(path)
    for again in range(20):
        with connection:
            if connection.execute(TAMPERED[what], choose(connection, seed * 20 + again)).rowcount:
                break
    else:
        pytest.fail("nothing was changed")
    connection.close()
    with open_story(path) as story:
        assert list(verify(story))


def test_a_changed_record_is_named(northbridge: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    shutil.copy(northbridge, path)
    connection = sqlite3.connect(path)
    chosen = choose(connection, 1)
    with connection:
        connection.execute(TAMPERED["a figure's value"], chosen)
        connection.execute(TAMPERED["one quote is gone"], chosen)
    connection.close()
    with open_story(path) as story:
        found = {(wrong.id, wrong.where, wrong.found) for wrong in verify(story)}
    assert (chosen["figure"], "row of figures", "not as it was drawn") in found
    assert any(said == "1 row(s) that were drawn are gone" for _, _, said in found)
    assert len(found) == 2


def test_honest_runs_leave_it_whole(tmp_path: Path) -> None:
    path, pages = tmp_path / "s.db", sorted((EXAMPLES / "pages").iterdir())
    chains = []
    for given in (pages[:4], pages[:4], pages[2:6]):
        run.build(given, path, run.RunOptions())
        with open_story(path) as story:
            assert list(verify(story)) == []
            chains.append(story.chain())
    assert len({*chains, None}) == 4
    manifest = tmp_path / "manifest.csv"
    manifest.write_text(f"path,outlet\n{pages[0]},The Mended Post\n", encoding="utf-8")
    run.build(pages[:1], path, run.RunOptions(manifest=manifest))  # a page is drawn anew
    with open_story(path) as story:
        assert list(verify(story)) == []


def test_a_run_that_was_stopped_leaves_no_false_alarm(tmp_path: Path) -> None:
    path, pages = tmp_path / "s.db", sorted((EXAMPLES / "pages").iterdir())
    run.build(pages[:3], path, run.RunOptions())
    with StoryWriter(path, create=False) as writer:
        writer.begin_run(version="0", model="none")
        writer.remove_skipped("nothing")
        writer.note_path("elsewhere.html", writer.story.heads()[0].id)
    with open_story(path) as story:
        assert list(verify(story)) == []


def test_a_story_without_seals_is_read_and_sealed_by_the_next_run(
    northbridge: Path, tmp_path: Path
) -> None:
    path = tmp_path / "s.db"
    shutil.copy(northbridge, path)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("DROP TABLE seals")
    connection.close()
    with open_story(path) as story:
        assert story.chain() is None
        assert list(verify(story)) == []
        assert story.list_changes() == []
    run.add(path, [EXAMPLES / "pages"], run.RunOptions())
    with open_story(path) as story:
        assert story.chain() is not None
        assert list(verify(story)) == []


def test_a_column_added_later_changes_no_digest(northbridge: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    shutil.copy(northbridge, path)
    connection = sqlite3.connect(path)
    with connection:
        for definition in ("one TEXT", "two INTEGER NOT NULL DEFAULT 7", "three TEXT DEFAULT '[]'"):
            connection.execute(f"ALTER TABLE figures ADD COLUMN {definition}")
    connection.close()
    with open_story(path) as story:
        assert story.list_changes() == []


def test_what_people_add_between_runs_is_no_change_and_what_they_take_away_is(
    northbridge: Path, tmp_path: Path
) -> None:
    path = tmp_path / "s.db"
    shutil.copy(northbridge, path)
    connection = sqlite3.connect(path)
    added = "INSERT INTO decisions (id, kind, records, targets, reason, who, at) VALUES (?, 'note', '[]', '[]', 'seen', 'Ann', '2026-01-01T00:00:00Z')"
    with connection:
        connection.execute(added, ("d-1",))
        seal_part(connection, "decisions", 1)
        connection.execute(added, ("d-2",))
    with open_story(path, as_drawn=True) as story:
        assert story.list_changes() == []
    with connection:
        connection.execute("UPDATE decisions SET kind = 'wrong' WHERE id = 'd-1'")
    connection.close()
    with open_story(path, as_drawn=True) as story:
        assert [change.what for change in story.list_changes()] == ["decisions"]
