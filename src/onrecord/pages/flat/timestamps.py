"""Times written on pages beside articles and comments: found in a line and read where absolute.

In: one line. Out: a `FlatTimestamp` with the words, the ISO value where the words alone give one, and whether
they hold a time of day. Out of scope: times inside sentences (the times extractor reads those).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.words.time_words import AGE, GERMAN_MONTHS, MONTH, MONTHS, WEEKDAY, ZONE

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"  # "3.", too, where the month is a word
_YEAR = r"(?:19|20)\d\d"
_DATES = (
    rf"(?P<d1>{_DAY})\.?(?:\s+of)?[\s-]+(?P<m1>{MONTH})(?:[\s,-]+(?P<y1>{_YEAR})\b)?",
    rf"(?P<m2>{MONTH})\s*(?P<d2>{_DAY})\b(?:[\s,]+(?P<y2>{_YEAR})\b)?",
    rf"(?P<y3>{_YEAR})[-/.](?P<m3>0?[1-9]|1[0-2])[-/.](?P<d3>{_DAY})",
    rf"(?P<a4>\d{{1,2}})(?P<s4>[/.-])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>{_YEAR}|\d\d)\b",
    rf"(?P<d5>{_DAY})\.(?P<m5>0?[1-9]|1[0-2])\.?,\s?(?P<y5>{_YEAR})\b",
)
_DATE = f"(?:{'|'.join(_DATES)})"
_CLOCK = (
    r"(?P<h>[01]?\d|2[0-3])(?:[:.h](?P<min>[0-5]\d)(?:[:.][0-5]\d)?)?\s*(?P<half>[ap]\.?m\.?)?"
    rf"(?:\s*(?:uhr|hrs|hours|h)\b)?{ZONE}"
)
_JOIN = r"[\s,|/·•@T–—-]*(?:\b(?:at|on|um)\b)?[\s,|/·•–—-]*"
_ABSOLUTE = re.compile(rf"(?<![\d/.]){WEEKDAY}{_DATE}(?:{_JOIN}{_CLOCK})?(?![\w/])", re.IGNORECASE)
_CLOCK_FIRST = re.compile(rf"(?<![\d/.:]){_CLOCK}{_JOIN}{WEEKDAY}{_DATE}(?![\w/])", re.IGNORECASE)
_RELATIVE = re.compile(rf"\b(?:{AGE})", re.IGNORECASE)
_MAY_HOLD_TIME = re.compile(r"\d|\bago\b|\bnow\b|\byesterday\b", re.IGNORECASE)
_UTC_ZONES = {"gmt": "+00:00", "utc": "+00:00", "z": "+00:00"}


@dataclass(frozen=True, slots=True)
class FlatTimestamp:
    """A time in a line.

    Attributes:
        start, end: code points of the line, half-open.
        text: its words.
        iso: its value in ISO 8601; None for ages, dates without a year and dates that could be read two ways.
        is_exact: the words hold a time of day or count back from when the page was saved ("ago").

    """

    start: int
    end: int
    text: str
    iso: str | None
    is_exact: bool


@lru_cache(maxsize=THRESHOLDS.cached_lines)
def find_timestamp(line: str) -> FlatTimestamp | None:
    """Return the first time written in `line`, or None; lines over 160 code points hold none.

    Examples:
        >>> find_timestamp("Anna on March 3, 2016 at 4:05 pm").iso
        '2016-03-03T16:05'
        >>> find_timestamp("12 days ago").iso is None
        True

    """
    if len(line) > THRESHOLDS.longest_time_line or not _MAY_HOLD_TIME.search(line):
        return None
    match = _find_absolute(line)
    relative = _RELATIVE.search(line)
    if relative and (match is None or relative.start() < match.start()):
        start, end = relative.span()
        return FlatTimestamp(start, end, relative.group(), None, is_exact=True)
    if match is None:
        return None
    start, end = _trim_span(match)
    return FlatTimestamp(start, end, line[start:end], _build_iso(match), is_exact=_has_clock(match))


def _find_absolute(line: str) -> re.Match[str] | None:
    """Return the first date with a time of day, before or after it; else the first date; or None."""
    matches = (pattern.search(line) for pattern in (_CLOCK_FIRST, _ABSOLUTE))
    with_clock = (match for match in matches if match and _has_clock(match))
    return next(with_clock, None) or _ABSOLUTE.search(line)


def _trim_span(match: re.Match[str]) -> tuple[int, int]:
    """Return the span of a match without the blanks and separators at its ends."""
    words = match.group()
    lead = len(words) - len(words.lstrip())
    return match.start() + lead, match.start() + len(words.rstrip(" ,|/·•–—-"))


def _has_clock(match: re.Match[str]) -> bool:
    return match["h"] is not None and (match["min"] is not None or match["half"] is not None)


def _build_iso(match: re.Match[str]) -> str | None:
    """Return the value in ISO 8601 of a date, with its time of day where it has one; None without a certain day."""
    day = _read_date(match)
    if day is None or not _has_clock(match):
        return day
    hour = int(match["h"])
    half = (match["half"] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = _UTC_ZONES.get((match["zone"] or "").lower(), "")
    return f"{day}T{hour:02d}:{match['min'] or '00'}{zone}"


def _read_date(match: re.Match[str]) -> str | None:
    """Return the day of a match of one of `_DATES`, by the groups that are set."""
    for number in "12":
        if match[f"m{number}"]:
            name = match[f"m{number}"][:3].lower()
            month = MONTHS.index(GERMAN_MONTHS.get(name, name)) + 1
            return _build_day(match[f"y{number}"], month, match[f"d{number}"])
    for number in "35":
        if match[f"y{number}"]:
            return _build_day(match[f"y{number}"], int(match[f"m{number}"]), match[f"d{number}"])
    first, second = int(match["a4"]), int(match["b4"])
    if match["s4"] == "." or first > 12 or first == second:
        return _build_day(match["y4"], second, match["a4"])
    # 03/04/2016 is a day in March here and in April there: unread rather than guessed.
    return _build_day(match["y4"], first, match["b4"]) if second > 12 else None


def _build_day(year: str | None, month: int, day: str) -> str | None:
    """Return the day in ISO 8601; None without a year of four digits, and for no day of the calendar."""
    if year is None or len(year) != 4:
        return None
    try:
        return date(int(year), month, int(re.sub(r"\D", "", day))).isoformat()
    except ValueError:
        return None
