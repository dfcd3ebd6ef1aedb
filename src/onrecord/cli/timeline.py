"""`onrecord timeline`: what happened, and what was planned, by day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from onrecord.cli.options import (
    entity_named,
    json_option,
    one_line,
    print_json,
    story_argument,
    who_option,
)
from onrecord.story import open_story
from onrecord.timeline import timeline as entries

_SURENESS = {"day": "●", "month": "◐", "year": "○", "before_published": "◌", "unknown": "◌"}


def is_day(written: str) -> bool:
    """Return whether `written` is an ISO day, month or year."""
    try:
        date.fromisoformat(written + "2000-01-01"[len(written) :])
    except ValueError:
        return False
    return len(written) in {4, 7, 10}


@click.command()
@story_argument
@click.option("--length", type=click.IntRange(min=1), metavar="N", help="The N best days.")
@click.option("--from", "start", metavar="DAY", help="From this day on (ISO, may be partial).")
@click.option("--to", "end", metavar="DAY", help="Up to this day (ISO, may be partial).")
@who_option
@json_option
def timeline(
    story: Path,
    length: int | None,
    start: str | None,
    end: str | None,
    who: str | None,
    *,
    as_json: bool,
) -> None:
    """List days in order, with status and sureness; ● day ◐ month ○ year ◌ not known (by: told on that day)."""
    for given in (start, end):
        if given is not None and not is_day(given):
            raise click.BadParameter(f"{given!r} is no ISO day; write 2019, 2019-05 or 2019-05-03")
    with open_story(story) as opened:
        found = entries(opened, length=length, start=start, end=end, who=entity_named(opened, who))
    if as_json:
        print_json(entry.to_dict() for entry in found)
        return
    for entry in found:
        glyph = _SURENESS.get(entry.sureness, "◌")
        by = "by " if entry.day and entry.sureness == "before_published" else ""
        reports = f"{entry.reports} report{'s' if entry.reports != 1 else ''}"
        click.echo(
            f"{glyph} {by + (entry.day or 'day not known'):<13} {entry.status:<10} {one_line(entry.text)} ({reports})"
        )
