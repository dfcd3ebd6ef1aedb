"""English lengths in hours, minutes and seconds as timetables write them: "1h20m", "2h 15m 30s", "1hr 45min", "3h".

In: matches of the patterns here. Out: readings. Out of scope: units in full (`durations`, `compound_durations`), and "5m" or
"30s" alone, which may be metres, millions or years.
"""

from __future__ import annotations

import re

from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading, explain
from onrecord.extract.times.timex.rules import build_rule

_DESIGNATORS = {"hours": "H", "minutes": "M", "seconds": "S"}


def _read_run(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    groups = match.groupdict()
    if groups.get("whole_hours"):
        groups |= {"hours": groups["whole_hours"], "minutes": groups["minutes_past"]}
    parts = "".join(
        f"{int(groups[name])}{letter}" for name, letter in _DESIGNATORS.items() if groups.get(name)
    )
    step = explain("hours, minutes and seconds in one run")
    return (TimexReading(*match.span(), "DURATION", f"PT{parts}", derivation=step),)


_JOIN = r"(?:, | and |[. ])?"
_MINUTES = r"(?P<minutes>\d{1,3}) ?(?:m|mins?)(?![a-z])"
_SECONDS = r"(?P<seconds>[0-5]?\d) ?(?:s|secs?)(?![a-z])"

RULES = (
    build_rule(
        "hours in a run",
        {"#"},
        rf"(?:(?P<hours>\d{{1,3}}) ?(?:h|hrs?)(?![a-z]|\.[a-z])(?:{_JOIN}{_MINUTES})?(?:{_JOIN}{_SECONDS})?"
        r"|(?P<whole_hours>\d{1,2})h(?P<minutes_past>[0-5]\d))",
        _read_run,
        required={"h", "hr", "hrs"},
    ),
    build_rule(
        "minutes in a run",
        {"#"},
        rf"{_MINUTES}{_JOIN}{_SECONDS}",
        _read_run,
        required={"m", "min", "mins"},
    ),
)
