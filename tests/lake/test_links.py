"""Links made in parts are those made over everything at once: names made up so that every rule of joining is asked, and refuses."""

from __future__ import annotations

import json
import random
from itertools import count, pairwise
from pathlib import Path

import pytest

from onrecord.lake.linking import link_lake
from onrecord.lake.links.work import LinkWork, store_groups
from onrecord.lake.parquet_tables import write_tables
from onrecord.lake.spread import Cluster
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records import Capture, Dated, Entity, Page, Records, Zone
from onrecord.records.ids import build_content_id, hash_sha256
from onrecord.run.pipeline import link_story
from onrecord.story import StoryWriter, open_story
from onrecord.story.lake.layout import LakeFolder

pytest.importorskip("duckdb")
FIRSTS = "Ada Bram Cora Dario Elin Finn Gerda Hugo Ines Jonas Karin Leo".split()
LASTS = "Rell Oster Lind".split()
PLACES = "Oresk Lantry Kestria Velmara Marrick Doran Sarlange Whitford Calder Thule Brann".split()
BODIES = "League Ministry Council".split()


def make_up(chance: random.Random) -> tuple[str, tuple[str, ...]]:
    """Return a type and names: full and short ones, initials, acronyms, last words, registered names, roles."""
    first, last, place = chance.choice(FIRSTS), chance.choice(LASTS), chance.choice(PLACES)
    body = chance.choice(BODIES)
    rare = chance.choice(PLACES[:2])
    return chance.choice(
        [
            ("person", (f"{first} {last}",)),
            ("person", (f"{first} {last}", last)),
            ("person", (f"{first} {chance.choice('MP')}. {last}",)),
            ("person", (last,)),
            ("person", (f"{first} Thorn{rare}",)),
            ("person", (f"Thorn{rare}",)),
            ("organisation", (f"{place} {body}",)),
            ("organisation", (f"{place} {body}", body)),
            ("organisation", (body,)),
            ("organisation", (f"{place} Rescue {body}", f"{place[0]}R{body[0]}")),
            ("organisation", (f"{place[0]}R{body[0]}",)),
            ("organisation", (f"{rare} Spring Water Ltd",)),
            ("organisation", (f"{rare} Spring",)),
            ("facility", (f"{rare} Spring",)),
            ("place", (place,)),
            ("role", (f"the {body.lower()} spokesman",)),
            ("group", (f"{place} rebels",)),
        ]
    )


def write_page(writer: StoryWriter, number: int, chance: random.Random) -> None:
    """Write a page that names a few; every fifth reprints the one before."""
    named = [make_up(chance) for _ in range(chance.randint(3, 7))]
    told = random.Random(number - 1 if number % 5 == 4 else number)
    words = " ".join(told.choice(PLACES + FIRSTS).lower() for _ in range(60))
    text = f"{words}\n\n" + ". ".join(name for _, names in named for name in names)
    data = text.encode()
    capture = Capture(hash_sha256(data), data, f"{number}.txt", "text/plain")
    page = Page(
        build_content_id("p", number),
        capture.sha256,
        capture.path,
        text,
        (Zone("body", 0, len(text)),),
        url=f"https://n.example/{number}",
        published=Dated(f"2019-05-{1 + number % 9:02d}", "stated"),
    )
    starts = count(len(words) + 2)
    entities = []
    for type_, names in named:
        start = next(starts)
        evidence = page.evidence(start, start + 1, "entities@0")
        ident = build_content_id("n", page.id, names, type_, start)
        roles = (chance.choice(("minister", "chair")),) if type_ == "person" else ()
        entities.append(
            Entity(ident, evidence, type_, names[0], names, roles, mentions=chance.randint(1, 3))
        )
    writer.write_page(capture, page, Records(entities=tuple(entities)), str(number))


@pytest.mark.parametrize("seed", range(2))
def test_names_are_joined_in_parts_as_they_are_over_all(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    lake = LakeFolder(tmp_path / "lake")
    lake.path.mkdir()
    about = {"format": 1, "reads": [], "libraries": {}, "started": "", "version": "", "model": ""}
    lake.about.write_text(json.dumps(about), encoding="utf-8")
    with StoryWriter(tmp_path / "story.db", create=True) as whole:
        whole.begin_run(version="", model="")
        for shard in range(3):
            # One shard's pages are written twice: to the story of all, and to one of its own.
            before = chance.getstate()
            for path in (tmp_path / "story.db", tmp_path / f"{shard}.db"):
                chance.setstate(before)
                writer = whole if path.name == "story.db" else StoryWriter(path, create=True)
                if writer is not whole:
                    writer.begin_run(version="", model="")
                for number in range(shard * 15, shard * 15 + 15):
                    write_page(writer, number, chance)
                if writer is not whole:
                    writer.__exit__(None, None, None)
            write_tables(tmp_path / f"{shard}.db", lake.locate_shard(f"{shard:07d}-x"))
        link_story(whole, 60)
    list(link_lake(lake.path, Cluster()))
    with open_story(tmp_path / "story.db") as theirs, open_story(lake.path) as ours:
        for table in ("same", "involved"):
            found, expected = (
                {tuple(sorted(row.items())) for row in story.rows(f"SELECT * FROM {table}")}
                for story in (ours, theirs)
            )
            assert found == expected, table
        assert ours.who() == theirs.who()
        assert ours.links() == theirs.links()
        assert {link.kind for link in ours.links()} >= {"same_entity", "copy"}


@pytest.mark.parametrize("seed", range(5))
def test_groups_of_pairs_are_those_of_union_find(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    lake = LakeFolder(tmp_path)
    about = {"format": 1, "reads": [], "libraries": {}, "started": "", "version": "", "model": ""}
    lake.about.write_text(json.dumps(about), encoding="utf-8")
    members = [f"m-{number:03d}" for number in range(80)]
    pairs = [(chance.choice(members), chance.choice(members)) for _ in range(60)]
    pairs += list(pairwise(members[:21]))  # a long chain
    unions = UnionFind(members)
    for a, b in pairs:
        unions.join(a, b)
    expected = {
        member: group[0] for group in unions.list_groups() if len(group) > 1 for member in group
    }
    work = LinkWork(lake)
    with work.connect() as connection:
        connection.execute("CREATE TABLE pairs (a VARCHAR, b VARCHAR)")
        connection.executemany("INSERT INTO pairs VALUES (?, ?)", pairs)
        store_groups(work, connection, "groups", "SELECT a, b FROM pairs")
        found = dict(
            connection.execute(f"SELECT member, root FROM {work.read('groups')}").fetchall()
        )
    assert found == expected
