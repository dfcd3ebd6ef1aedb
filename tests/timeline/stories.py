"""Stories on disk, for tests of the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.link import LinkInput, link
from onrecord.records import Capture, Records
from onrecord.records.ids import hash_sha256
from onrecord.story import Story, StoryWriter, open_story
from onrecord.timeline import Entry, build_timeline
from tests.link.story_builder import StoryBuilder

LAND = {"Orland": "place", "Westmark": "place"}


@contextmanager
def open_story_of(builder: StoryBuilder, path: Path) -> Iterator[Story]:
    """Write the builder's pages into a story and open it."""
    with StoryWriter(path, create=True) as writer:
        writer.begin_run(version="0", model="none")
        link_input = LinkInput(tuple(builder.pages), builder.records)
        for page in builder.pages:
            data = page.text.encode()
            capture = Capture(hash_sha256(data), data, page.path, "text/plain")
            records = builder.records.get(page.id, Records())
            writer.write_page(capture, replace(page, capture=capture.sha256), records, page.id)
        linked = link(link_input)
        writer.write_links(
            "k",
            links=linked.links,
            same=linked.same,
            undertakings=linked.undertakings,
            commitments=linked.commitments,
        )
        writer.finish_run(pages_new=len(builder.pages), pages_same=0, skipped=0)
    with open_story(path) as story:
        yield story


def build_attack(**changes: Any) -> dict[str, Any]:
    """Return an event of Orland attacking Westmark, with these changes."""
    row = {"trigger": "attacked", "actors": ["Orland"], "targets": ["Westmark"], "type": "ASSAULT"}
    return {**row, **changes}


def list_entries(tmp_path: Path, builder: StoryBuilder, **asked: Any) -> list[Entry]:
    """Return the entries of the builder's story."""
    with open_story_of(builder, tmp_path / "s.db") as story:
        return list(build_timeline(story, **asked))
