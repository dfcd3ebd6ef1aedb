"""JSON lines, one file for each kind: the records in onrecord's own format, which keeps everything."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.export.rows_by_kind import iter_rows_by_kind
from onrecord.story import Story


def write(story: Story, output: Path) -> list[Path]:
    """Write `KIND.jsonl` files into the folder `output` and return them."""
    output.mkdir(parents=True, exist_ok=True)
    written = []
    for kind, rows in iter_rows_by_kind(story):
        path = output / f"{kind}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        written.append(path)
    return written
