"""Every row of a story that says something of the pages, for comparing two builds."""

from __future__ import annotations

from pathlib import Path

from onrecord.story import open_story

_OF_THE_RUN = {"runs", "run_notes", "readings", "passages", "seals", "sqlite_sequence"}


def rows_of(path: Path) -> list[str]:
    """Return every row as text, sorted, without what tells one run from another."""
    with open_story(path, as_drawn=True) as story:
        tables = story.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%'"
        )
        rows = []
        for table in tables:
            if table["name"] in _OF_THE_RUN:
                continue
            for row in story.rows(f"SELECT * FROM {table['name']}"):
                row.pop("run", None)
                row.pop("drawn_run", None)
                rows.append(f"{table['name']} {sorted(row.items())}")
        passages = story.rows("SELECT page, role, start, text FROM passages")
        rows += [str(sorted(row.items(), key=str)) for row in passages]
    return sorted(rows)
