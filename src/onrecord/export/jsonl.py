"""JSON lines, one file for each kind: the records in onrecord's own format, which keeps everything."""

from __future__ import annotations

import json
from typing import BinaryIO

from onrecord.export.about import describe_export
from onrecord.export.rows_by_kind import iter_rows_of, list_kinds
from onrecord.story import SelectedStory


def list_tables(selected: SelectedStory) -> tuple[str, ...]:
    """Return the names of the files wanted, without suffix."""
    return list_kinds(selected)


def write_table(selected: SelectedStory, table: str, stream: BinaryIO) -> None:
    """Write the rows of one kind to `stream`."""
    stream.writelines(
        f"{json.dumps(row, ensure_ascii=False)}\n".encode() for row in iter_rows_of(selected, table)
    )


def write_about(selected: SelectedStory, stream: BinaryIO) -> None:
    """Write on one line what made the records."""
    stream.write(f"{json.dumps(dict(describe_export(selected)), ensure_ascii=False)}\n".encode())
