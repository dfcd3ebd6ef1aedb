"""What an exported file says of itself: with what its records were made, and which of them it holds.

In: a story seen through a selection. Out: names and values, as plain text. Out of scope: how a format carries them.
"""

from __future__ import annotations

from onrecord._version import __version__
from onrecord.story import SelectedStory
from onrecord.story.versions import describe_run, list_extractors

_STATUS = (
    "An event is what a page says of it: its status tells what happened or goes on from what is planned, promised,"
    " possible, called for, alleged or denied."
)


def describe_export(selected: SelectedStory) -> list[tuple[str, str]]:
    """Return (what, value) of the export: story, program, each run, extractors, selection, and what a status means."""
    runs = [
        (f"run {run.id}", f"{run.finished or 'not finished'}: {describe_run(run)}")
        for run in selected.story.runs()
    ]
    return [
        ("story", selected.story.path.stem),
        ("exported with", f"onrecord {__version__}"),
        *runs,
        ("extractors", ", ".join(list_extractors(selected.story))),
        ("only", describe_selection(selected) or "everything"),
        ("status", _STATUS),
    ]


def describe_selection(selected: SelectedStory) -> str:
    """Return the selection as a person would give it: "kind=quotes, from=2016"; "" where it wants everything."""
    chosen = selected.selection
    several = {
        "kind": chosen.kinds,
        "who": chosen.who,
        "outlet": chosen.outlets,
        "page": chosen.pages,
        "status": chosen.statuses,
        "text": chosen.texts,
    }
    said = [f"{name}={value}" for name, values in several.items() for value in sorted(values)]
    said += [f"from={chosen.start}"] if chosen.start else []
    said += [f"to={chosen.end}"] if chosen.end else []
    return ", ".join(said)


def describe_versions(selected: SelectedStory) -> str:
    """Return on one line what made the records: each kind of run once, then the extractors."""
    runs = dict.fromkeys(describe_run(run) for run in selected.story.runs())
    return "; ".join([*runs, ", ".join(list_extractors(selected.story))])
