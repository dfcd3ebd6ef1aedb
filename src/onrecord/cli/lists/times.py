"""`onrecord times`: when, as the page writes it and as a value of the calendar."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.lists.listing import Listing, print_records
from onrecord.cli.lists.page_filter import PageFilter, add_page_filter
from onrecord.cli.options import (
    check_days,
    format_one_line,
    from_option,
    json_option,
    limit_option,
    story_argument,
    to_option,
    wrong_option,
)
from onrecord.link.comparison.day_intervals import read_interval, read_time_interval
from onrecord.records import Time
from onrecord.records.time import ANCHORS_IN_WORDS, TIME_TYPES
from onrecord.story import Story


@click.command("times")
@story_argument
@add_page_filter(with_days=False)
@click.option("--type", "kind", type=click.Choice(TIME_TYPES), help="Only times of this type.")
@from_option
@to_option
@click.option("--waiting", is_flag=True, help="Only those whose value is still open.")
@wrong_option
@limit_option
@json_option
def list_times(
    story: Path,
    pages: PageFilter,
    kind: str | None,
    start: str | None,
    end: str | None,
    limit: int | None,
    *,
    waiting: bool,
    as_json: bool,
) -> None:
    """List when: dates, times of day, durations and sets, with their values (ISO 8601, TIMEX3)."""
    check_days(start, end)

    def is_wanted(time: Time) -> bool:
        is_right_kind = kind in {None, time.type} and not (waiting and time.value is not None)
        return is_right_kind and _is_within(time, start, end)

    listing = Listing("times", Time, is_wanted, lambda opened, time: [_format_time(opened, time)])
    print_records(story, listing, pages=pages, limit=limit, as_json=as_json)


def _is_within(time: Time, start: str | None, end: str | None) -> bool:
    """Return whether a time may lie within the days given; a time without a calendar day does not."""
    if start is None and end is None:
        return True
    days, first, last = read_time_interval(time), read_interval(start), read_interval(end)
    if days is None:
        return False
    return (first is None or days.last >= first.first) and (last is None or days.first <= last.last)


def _format_time(story: Story, time: Time) -> str:
    value = f"{time.value or 'open'}{f' {time.mod}' if time.mod else ''}"
    note = ""
    if time.value is None:
        note = f"  ({_describe_open_value(time)})"
    elif time.anchor:
        note = f"  (from {_format_anchor(story, time.anchor)})"
    return f"{time.type:<8} {value:<12}  “{format_one_line(time.evidence.text, 60)}”{note}"


def _format_anchor(story: Story, anchor: str) -> str:
    """Return what a value was computed from: the words of another time, or a day."""
    if not anchor.startswith("t-"):
        return anchor[:10]
    other = story.record(anchor)
    assert isinstance(other, Time)
    return f"“{format_one_line(other.evidence.text, 60)}”"


def _describe_open_value(time: Time) -> str:
    if time.waits_for is None:
        return "its value is not known"
    return f"waits for {ANCHORS_IN_WORDS[time.waits_for]}"
