"""Exports: a story in the formats of other tools, one module each.

In: a story and a path. Out: the files written. Out of scope: which records a story has.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onrecord.errors import ConfigError, StoreError
from onrecord.export import csv_tables, jsonl, timelinejs, web_annotation
from onrecord.story import Story

Exporter = Callable[[Story, Path], list[Path]]

FORMATS: dict[str, Exporter] = {
    "csv": csv_tables.write,
    "jsonl": jsonl.write,
    "timelinejs": timelinejs.write,
    "webannotation": web_annotation.write,
}


def export(story: Story, form: str, output: Path) -> list[Path]:
    """Write the story in one of `FORMATS` and return the files written.

    `csv` and `jsonl` write one file for each kind into the folder `output`; the others write the file `output`.

    Raises:
        ConfigError: if there is no such format; StoreError: if `output` can't be written.

    """
    if form not in FORMATS:
        raise ConfigError(f"format {form!r} is not one of {', '.join(sorted(FORMATS))}")
    if output.exists() and output.samefile(story.path):
        raise StoreError(f"{output}: is the story itself; name another file")
    try:
        return FORMATS[form](story, output)
    except OSError as error:
        raise StoreError(
            f"{output}: can't be written ({error.strerror}); name another place"
        ) from error
