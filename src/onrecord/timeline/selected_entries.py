"""Timeline entries of a selection.

In: a story seen through a selection. Out: entries in order of day. Out of scope: how entries are made (`line`).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.story import SelectedStory
from onrecord.timeline.entry import Entry
from onrecord.timeline.line import build_timeline


def list_entries(selected: SelectedStory) -> tuple[Entry, ...]:
    """Return the entries wanted: `start` and `end` are days of the entry itself, all else is of the events it reports."""
    chosen = selected.selection
    entries = build_timeline(selected.story, start=chosen.start, end=chosen.end)
    undated = replace(chosen, start=None, end=None, statuses=frozenset(), texts=frozenset())
    if undated.has_filters:
        inside = SelectedStory(selected.story, undated)
        events = {event.id for event in inside.list_records("events")}
        entries = tuple(entry for entry in entries if events.intersection(entry.events))
    return tuple(
        entry
        for entry in entries
        if (not chosen.statuses or entry.status in chosen.statuses) and chosen.has_text(entry.text)
    )
