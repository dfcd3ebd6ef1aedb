"""Why a record stands: the steps tell how each was read, in words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord import run
from onrecord.records import Entity, Figure, Mention, Quote, Record
from onrecord.story import Story, explain_record, open_story

TEXT = """The Weir Agency will close the lock at Orsk, its director, Ida Noor, said on Monday.

She promised that about a third of the 40 workers would be kept. A senior official said that the lock was unsafe.

“We were never asked,” the union said. Orskian boatmen have used the lock since 1904.
"""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("why")
    (folder / "lock.txt").write_text(TEXT, encoding="utf-8")
    run.build([folder / "lock.txt"], folder / "s.db", run.RunOptions())
    return folder / "s.db"


def steps(story: Story, kind: str, words: str) -> tuple[str, ...]:
    """Return how the record of a kind whose words hold `words` was read."""
    found = next(one for one in story.records(kind) if words in one.evidence.text)
    return explain_record(story, found.id).steps


def test_a_quote_tells_whom_its_source_stands_for(story: Path) -> None:
    with open_story(story) as opened:
        promised = steps(opened, "quotes", "about a third")
        unsafe = steps(opened, "quotes", "unsafe")
    assert "source: She = Ida Noor (named)" in promised
    assert any(step.endswith("(by role, no name)") for step in unsafe)
    assert not any("=" in step for step in unsafe)


def test_an_entity_tells_what_decided_its_type(story: Path) -> None:
    with open_story(story) as opened:
        person = steps(opened, "entities", "Ida Noor")
        agency = steps(opened, "entities", "Weir Agency")
    assert person[-2:] == ("type: person", f"extracted by {person[-1].split()[-1]}")
    assert len(person) > 3
    assert any("own words" in step for step in agency)


def test_a_mention_tells_what_its_entity_is(story: Path) -> None:
    with open_story(story) as opened:
        mention = next(one for one in opened.records("mentions") if isinstance(one, Mention))
        entity = opened.record(mention.entity)
        assert isinstance(entity, Entity)
        assert set(entity.steps) <= set(explain_record(opened, mention.id).steps)


def test_a_figure_tells_its_value_hedge_and_speaker(story: Path) -> None:
    with open_story(story) as opened:
        third = steps(opened, "figures", "about a third")
    assert third[0] == "'about a third' → 0.333333 fraction"
    assert "hedge: about" in third
    assert "according to: She = Ida Noor" in third


def test_every_record_tells_how_it_was_read(northbridge: Path) -> None:
    with open_story(northbridge) as opened:
        for kind in ("quotes", "times", "figures", "entities"):
            for record in opened.records(kind)[:40]:
                assert isinstance(record, Record)
                told = explain_record(opened, record.id).steps
                assert len(told) > 1, record
                assert all(step and "None" not in step for step in told), told
                if isinstance(record, Quote | Figure):
                    assert any(str(record.evidence.by) in step for step in told)


def test_a_story_of_before_there_were_steps_is_read(story: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(story.read_bytes())
    with sqlite3.connect(old) as connection:
        for table in ("entities", "who"):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN steps")
        connection.execute("ALTER TABLE pages DROP COLUMN thread_stated")
        connection.execute("DROP TABLE seals")
    with open_story(old) as opened:
        assert opened.who()
        assert opened.heads()[0].thread_stated is None
        told = steps(opened, "entities", "Ida Noor")
    assert told[:2] == ("first named in the body", "type: person")
    run.build([story.parent / "lock.txt"], old, run.RunOptions())
    with open_story(old) as opened:
        assert opened.who()
