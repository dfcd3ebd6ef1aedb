"""`onrecord timeline`: what happened, and what was planned, by day."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import (
    check_days,
    find_entity_id,
    format_one_line,
    from_option,
    iter_marks,
    json_option,
    print_json,
    report_no_rows,
    story_argument,
    to_option,
    who_option,
)
from onrecord.story import open_story
from onrecord.timeline import build_timeline
from onrecord.timeline.thresholds import THRESHOLDS

_SURENESS_SIGNS = {"day": "●", "month": "◐", "year": "○", "before_published": "◌", "unknown": "◌"}


@click.command("timeline")
@story_argument
@click.option(
    "--length",
    type=click.IntRange(min=1),
    metavar="DAYS",
    help=f"Only so many best days, at most {THRESHOLDS.entries_per_day} lines each.",
)
@from_option
@to_option
@who_option
@json_option
def print_timeline(
    story: Path,
    length: int | None,
    start: str | None,
    end: str | None,
    who: str | None,
    *,
    as_json: bool,
) -> None:
    """List days in order, with status and sureness; ● day ◐ month ○ year ◌ not known (by: reported by that day)."""
    check_days(start, end)
    with open_story(story) as opened:
        found = build_timeline(
            opened, length=length, start=start, end=end, who=find_entity_id(opened, who)
        )
        in_story = 0 if found else opened.counts()["events"]
    if as_json:
        print_json(entry.to_dict() for entry in found)
        return
    if not found:
        report_no_rows("events", in_story)
    for entry in found:
        glyph = _SURENESS_SIGNS.get(entry.sureness, "◌")
        by = "by " if entry.day and entry.sureness == "before_published" else ""
        reports = f"{entry.reports} report{'s' if entry.reports != 1 else ''}"
        click.echo(
            f"{glyph} {by + (entry.day or 'day not known'):<13} {entry.status:<10} {format_one_line(entry.text)} ({reports})"
        )
        for line in iter_marks(entry.decided):
            click.echo(line)
