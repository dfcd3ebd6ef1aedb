"""Thresholds of the brief: how long it is, and how much of each section it has."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class BriefThresholds:
    """Bounds of a brief's length."""

    sheets: int = define_threshold(
        3,
        "pages",
        "how many printed pages a brief has where nobody says",
        "by hand: what is read at a sitting",
    )
    fewest_sheets: int = define_threshold(
        2,
        "pages",
        "the shortest brief that may be asked for",
        "by hand: one page has no room for the footnotes",
    )
    most_sheets: int = define_threshold(
        6, "pages", "the longest brief that may be asked for", "by hand: longer is no brief"
    )
    days_per_sheet: int = define_threshold(
        3,
        "days",
        "how many days of the line a printed page adds",
        "measured: with the other sections and all notes the example fills as many pages as asked for, or one more",
    )
    lines_per_day: int = define_threshold(
        1,
        "lines",
        "how many lines of a day the line of a brief has",
        "by hand: a brief has no room for more",
    )
    people_per_sheet: int = define_threshold(
        2, "names", "how many names a printed page adds", "by hand: a line each"
    )
    promises_per_sheet: int = define_threshold(
        2, "promises", "how many promises a printed page adds", "by hand: two lines each"
    )
    claims_per_sheet: int = define_threshold(
        1,
        "claims",
        "how many disagreeing numbers, claims of one unnamed source, and promises past their day a printed page adds",
        "by hand: two lines each",
    )
    reports: int = define_threshold(
        2,
        "footnotes",
        "how many reports of one line get a footnote",
        "by hand: more say nothing new",
    )
    line_chars: int = define_threshold(
        200,
        "characters",
        "how much of a record's words a line shows",
        "by hand: two printed lines",
    )
    note_chars: int = define_threshold(
        160,
        "characters",
        "how much of a record's words a footnote shows",
        "by hand: a sentence; the rest is in the story",
    )


THRESHOLDS = BriefThresholds()
"""The table in use."""
