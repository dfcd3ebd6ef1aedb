"""Versions of what decided: which onrecord, pipeline and libraries made the records of each page.

In: a story's runs, and which run wrote each page last. Out: words for a person and a file. Out of scope: extractors,
whose versions stand in each record (`by`).
"""

from __future__ import annotations

from onrecord.story.store import Story
from onrecord.story.views import Run

_UNKNOWN = "not recorded"


def describe_run(run: Run) -> str:
    """Return what a run was done with: "onrecord 0.1.0, en_core_web_md@3.8.0, link@5, babel 2.18.0, …"."""
    libraries = (
        version if "@" in version else f"{name} {version}" for name, version in run.libraries
    )
    told = ", ".join(libraries) or f"versions of libraries {_UNKNOWN}"
    return f"onrecord {run.version}, {run.model}, {told}"


def describe_versions(story: Story) -> dict[str, str]:
    """Return what made the records of each page, in words, by page."""
    runs = {run.id: describe_run(run) for run in story.runs()}
    # A story written before this was noted knows it only where all its runs were done with the same.
    every = " or ".join(dict.fromkeys(runs.values())) or _UNKNOWN
    columns = story.rows("SELECT name FROM pragma_table_info('pages') WHERE name = 'drawn_run'")
    drawn = "drawn_run" if columns else "NULL AS drawn_run"
    rows = story.rows(f"SELECT id, {drawn} FROM pages")
    return {row["id"]: runs.get(row["drawn_run"], every) for row in rows}


def list_versions(story: Story) -> tuple[str, ...]:
    """Return what the story's pages were made with, in words, each once; then the extractors with their versions."""
    made = dict.fromkeys(describe_versions(story).values())
    return (*made, *list_extractors(story))


def list_extractors(story: Story) -> tuple[str, ...]:
    """Return the extractors that made the story's records, each as `name@version`, in order of name."""
    kinds = ("mentions", "quotes", "times", "figures", "events", "commitments")
    sql = " UNION ".join(f'SELECT DISTINCT "by" AS name FROM {kind}' for kind in kinds)
    return tuple(row["name"] for row in story.rows(f"{sql} ORDER BY name"))
