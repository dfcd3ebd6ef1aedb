"""Clock times in English: the patterns that digits and spoken times share, and the TIMEX3 values of their parts.

In: matches with groups that the patterns here name. Out: hours of the day, offsets of zones, values, readings.
Out of scope: which words are a clock time (`clock`, `spoken_clock`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.lexicon.calendar import ZONE_OFFSETS
from onrecord.extract.times.timex.reading import Step, TimexReading
from onrecord.language.numerals import build_alternation

PARTS_AFTER_NOON = frozenset({"afternoon", "evening", "night"})
HOUR_PREPOSITIONS = frozenset({"at", "around", "until", "till", "before", "after"})

HALF_DAY = r"(?:[ap]\. ?m\.(?=[ ,;:?!)”\"’]|$)|[ap]\.? ?m(?![a-z]))"
ZONE_WITH_OFFSET = rf"(?:(?:gmt|utc) ?[+-]\d{{1,2}}(?::?\d\d)?|{build_alternation(z for z, offset in ZONE_OFFSETS.items() if offset)})"
_CITY_TIME = r"(?-i:(?:[A-Z][a-z]+ )?[A-Z][a-z]+ time)"
ZONE = rf"(?: (?P<bracket>\()?(?P<zone>{ZONE_WITH_OFFSET}|{build_alternation(ZONE_OFFSETS)}|{_CITY_TIME})(?![a-z])(?(bracket)\)))?"
PART = r"(?: (?:in the (?=morning|afternoon|evening)|at (?=night))(?P<part>morning|afternoon|evening|night))"
PART_AFTER_MINUTES = PART.replace("<part>", "<part_after_minutes>")
PART_AFTER_HOUR = PART.replace("<part>", "<part_after_hour>")

_HALF_GROUPS = ("half", "half_after_minutes", "half_after_hour")
_PART_GROUPS = ("part", "part_after_minutes", "part_after_hour")


def read_half_day(match: re.Match[str]) -> str:
    """Return `am`, `pm` or "", by "p.m.", "in the evening" or "at night"."""
    groups = match.groupdict()
    part = next((groups[name] for name in _PART_GROUPS if groups.get(name)), None)
    if part:
        return "pm" if part.lower() in PARTS_AFTER_NOON else "am"
    half = next((groups[name] for name in _HALF_GROUPS if groups.get(name)), "")
    return re.sub(r"[. ]", "", half).lower()


def convert_to_24_hours(hour: int, half_day: str) -> int:
    """Return the hour of the day for one on a twelve-hour clock; unchanged without `am` or `pm`."""
    if half_day in {"am", "pm"}:
        return hour % 12 + (12 if half_day == "pm" else 0)
    return hour


def format_clock(hour: int, minute: int, zone: str = "", second: str | None = None) -> str:
    """Return the TIMEX3 value: "T16:30", "T16:30:15Z"."""
    offset = _read_zone_offset(zone.lower())
    return f"T{hour:02d}:{minute:02d}" + (f":{second}" if second else "") + offset


def _read_zone_offset(zone: str) -> str:
    """Return the ISO offset of a zone's abbreviation or of "gmt+3"; "" where it states none."""
    shifted = re.fullmatch(r"(?:gmt|utc) ?([+-])(\d{1,2})(?::?(\d\d))?", zone)
    if shifted:
        return f"{shifted[1]}{int(shifted[2]):02d}:{shifted[3] or '00'}"
    return ZONE_OFFSETS.get(zone, "")


def build_clock_reading(start: int, end: int, value: str) -> TimexReading:
    """Return the reading of a clock time whose day is not known yet."""
    step = Step(f"clock as written: {value}; no day is stated beside it", "clock")
    return TimexReading(start, end, "TIME", value, derivation=(step,))
