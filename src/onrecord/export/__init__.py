"""Exports: a story in the formats of other tools, one module each.

In: a story seen through a selection, and a path or a stream. Out: what was written. Out of scope: which records a story
has; the static reading room, which `onrecord.web` writes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import ConfigError, StoreError
from onrecord.export import (
    claimreview,
    conllu,
    csv_tables,
    docbin,
    ftm,
    gexf,
    graphml,
    jsonl,
    parquet,
    plover,
    prov,
    timelinejs,
    web_annotation,
    xlsx,
)
from onrecord.story import SelectedStory, Selection, Story

Report = Callable[[str], None]
"""What is told of an export beside its files: what a format leaves out."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of one file; `is_text` says that a terminal can show it."""

    write: Callable[[SelectedStory, BinaryIO, Report], None]
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A format of tables: a folder with a file for each, or one file where a single table is wanted.

    `write_about` writes the file `about` of a folder; None: each file says itself what made it.
    """

    list_tables: Callable[[SelectedStory], tuple[str, ...]]
    write_table: Callable[[SelectedStory, str, BinaryIO], None]
    write_about: Callable[[SelectedStory, BinaryIO], None] | None = None
    is_text: bool = True


FORMATS: dict[str, FileFormat | TableFormat] = {
    "claimreview": FileFormat(claimreview.write),
    "conllu": FileFormat(conllu.write),
    "csv": TableFormat(csv_tables.list_tables, csv_tables.write_table, csv_tables.write_about),
    "docbin": FileFormat(docbin.write, is_text=False),
    "ftm": FileFormat(ftm.write),
    "gexf": FileFormat(gexf.write),
    "graphml": FileFormat(graphml.write),
    "jsonl": TableFormat(jsonl.list_tables, jsonl.write_table, jsonl.write_about),
    "parquet": TableFormat(parquet.list_tables, parquet.write_table, is_text=False),
    "plover": FileFormat(plover.write),
    "prov": FileFormat(prov.write),
    "timelinejs": FileFormat(timelinejs.write),
    "webannotation": FileFormat(web_annotation.write),
    "xlsx": FileFormat(xlsx.write, is_text=False),
}


def export(
    story: Story,
    form: str,
    output: Path,
    *,
    selection: Selection | None = None,
    report: Report = lambda _: None,
) -> list[Path]:
    """Write the story in one of `FORMATS` and return the files written.

    Formats of tables (`csv`, `jsonl`, `parquet`) write one file for each table into the folder `output`, or the one table
    that `selection` names into the file `output` where its name ends with the format's; the others write the file `output`.

    Args:
        story: opened to read.
        form: one of `FORMATS`.
        output: file or folder.
        selection: what is wanted; None is everything.
        report: is given a line on whatever the format has no place for.

    Raises:
        ConfigError: if there is no such format, or `selection` wants several tables of one file.
        StoreError: if `output` can't be written. MissingExtra: if the format's library is not installed.

    """
    found = find_format(form)
    if output.exists() and output.samefile(story.path):
        raise StoreError(f"{output}: is the story itself; name another file")
    selected = SelectedStory(story, selection)
    with _translate_os_errors(output):
        if isinstance(found, TableFormat) and not _is_table_file(output, form):
            return _write_folder(found, form, selected, output)
        with _open_whole(output) as stream:
            _write_one(found, form, selected, stream, report)
    return [output]


def export_to_stream(
    story: Story,
    form: str,
    stream: BinaryIO,
    *,
    selection: Selection | None = None,
    report: Report = lambda _: None,
) -> None:
    """Write the story as one file to `stream`; a format of tables needs a selection of one kind.

    Raises:
        ConfigError, MissingExtra: as `export`.

    """
    whole = io.BytesIO()
    _write_one(find_format(form), form, SelectedStory(story, selection), whole, report)
    stream.write(whole.getvalue())


def find_format(form: str) -> FileFormat | TableFormat:
    """Return the format of this name.

    Raises:
        ConfigError: if there is none.

    """
    if form not in FORMATS:
        raise ConfigError(f"format {form!r} is not one of {', '.join(sorted(FORMATS))}")
    return FORMATS[form]


def _write_one(
    found: FileFormat | TableFormat,
    form: str,
    selected: SelectedStory,
    stream: BinaryIO,
    report: Report,
) -> None:
    if isinstance(found, FileFormat):
        found.write(selected, stream, report)
        return
    kinds = selected.selection.kinds
    if len(kinds) != 1:
        raise ConfigError(
            f"{form} is one file for each kind: name one with --where kind=…, or a folder with -o"
        )
    found.write_table(selected, next(iter(kinds)), stream)


def _write_folder(
    found: TableFormat, form: str, selected: SelectedStory, folder: Path
) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in found.list_tables(selected):
        whole = io.BytesIO()
        found.write_table(selected, table, whole)
        path = folder / f"{table}.{form}"
        if whole.getvalue() or form == "jsonl":
            path.write_bytes(whole.getvalue())
            written.append(path)
    if found.write_about is not None:
        with _open_whole(folder / f"about.{form}") as stream:
            found.write_about(selected, stream)
        written.append(folder / f"about.{form}")
    return written


def _is_table_file(output: Path, form: str) -> bool:
    return output.suffix == f".{form}" and not output.is_dir()


@contextmanager
def _open_whole(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content is written to `path` at the end: a format that fails leaves no half of a file."""
    whole = io.BytesIO()
    yield whole
    path.write_bytes(whole.getvalue())


@contextmanager
def _translate_os_errors(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{output}: can't be written ({error.strerror}); name another place"
        ) from error
