"""Opening a story to read, whether it is one file or a lake.

In: a path. Out: the story. Out of scope: how either is read (`store`, `lake`).
"""

from __future__ import annotations

from pathlib import Path

from onrecord.story.decided.corrections import Corrections
from onrecord.story.store import Story
from onrecord.story.store import open_story as open_story_file


def open_story(
    path: str | Path, *, as_drawn: bool = False, corrections: Corrections | None = None
) -> Story:
    """Return the story at `path`, opened read-only: a story file, or the folder of a lake.

    Args:
        path: of the story file, or of the lake.
        as_drawn: read what the machine drew, without what people decided.
        corrections: those of this file as it is, if they are known; worked out if None.

    Raises:
        NotFound: if there is nothing there. MissingExtra: if it is a lake, and DuckDB is not installed.
        StoreError: if it is not a story; SchemaVersionError: if it is of another version.

    """
    if Path(path).is_dir():
        from onrecord.story.lake.reader import LakeStory

        return LakeStory(Path(path))
    return open_story_file(path, as_drawn=as_drawn, corrections=corrections)
