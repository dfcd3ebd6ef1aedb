"""Times written on pages beside articles and comments: found in a line and read where absolute.

In: one line. Out: `Stamp`s with the words, the ISO value where the words alone give one, and whether
they hold a time of day. Out of scope: times inside sentences (the times extractor reads those).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uar[yi]?)?|feb(?:ruar[yi]?)?|mar(?:ch)?|mär[z.]|apr(?:il)?|ma[yi]|jun[ei]?|jul[yi]?|"
    r"aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?"
)
_GERMAN = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"  # "3.", too, where the month is a word
_YEAR = r"(?:19|20)\d\d"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATES = (
    rf"(?P<d1>{_DAY})\.?(?:\s+of)?[\s-]+(?P<m1>{_MONTH})(?:[\s,-]+(?P<y1>{_YEAR})\b)?",
    rf"(?P<m2>{_MONTH})\s*(?P<d2>{_DAY})\b(?:[\s,]+(?P<y2>{_YEAR})\b)?",
    rf"(?P<y3>{_YEAR})[-/.](?P<m3>0?[1-9]|1[0-2])[-/.](?P<d3>{_DAY})",
    rf"(?P<a4>\d{{1,2}})(?P<s4>[/.-])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>{_YEAR}|\d\d)\b",
    rf"(?P<d5>{_DAY})\.(?P<m5>0?[1-9]|1[0-2])\.?,\s?(?P<y5>{_YEAR})\b",
)
_DATE = f"(?:{'|'.join(_DATES)})"
_ZONE = r"(?:\s*(?P<zone>gmt|utc|bst|cet|cest|e[sd]t|c[sd]t|m[sd]t|p[sd]t|z|[+-]\d\d:?\d\d)\b)?"
_CLOCK = (
    r"(?P<h>[01]?\d|2[0-3])(?:[:.h](?P<min>[0-5]\d)(?:[:.][0-5]\d)?)?\s*(?P<half>[ap]\.?m\.?)?"
    rf"(?:\s*(?:uhr|hrs|hours|h)\b)?{_ZONE}"
)
_JOIN = r"[\s,|/·•@T–—-]*(?:\b(?:at|on|um)\b)?[\s,|/·•–—-]*"
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|a few)"
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?)"
RELATIVE = (
    rf"(?:about |over |almost |nearly )?{_NUMBER}\s+{_UNIT}(?:,? {_NUMBER} {_UNIT})? ago"
    rf"|\d+\s?(?:s|m|h|d|w|mo|y|yr)s? ago|just now|yesterday(?:,? at {{clock}})?|today,? at {{clock}}"
).replace("{clock}", r"\d{1,2}[:.]\d\d(?: ?[ap]m)?")
_ABSOLUTE = re.compile(rf"(?<![\d/.]){_WEEKDAY}{_DATE}(?:{_JOIN}{_CLOCK})?(?![\w/])", re.IGNORECASE)
_CLOCK_FIRST = re.compile(rf"(?<![\d/.:]){_CLOCK}{_JOIN}{_WEEKDAY}{_DATE}(?![\w/])", re.IGNORECASE)
_RELATIVE = re.compile(rf"\b(?:{RELATIVE})", re.IGNORECASE)
_HINT = re.compile(r"\d|\bago\b|\bnow\b|\byesterday\b", re.IGNORECASE)
_LONGEST_LINE_CHARS = 160


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time in a line: `start, end` in code points of the line, its words, and what they give.

    `iso` is None for relative times, dates without a year and dates that could be read two ways;
    `exact` tells that the words hold a time of day or count back from the saving ("ago").
    """

    start: int
    end: int
    text: str
    iso: str | None
    exact: bool


@lru_cache(maxsize=4096)
def find_stamp(line: str) -> Stamp | None:
    """Return the first time written in `line`, or None; lines over 160 code points hold none.

    Examples:
        >>> find_stamp("Anna on March 3, 2016 at 4:05 pm").iso
        '2016-03-03T16:05'
        >>> find_stamp("12 days ago").iso is None
        True

    """
    if len(line) > _LONGEST_LINE_CHARS or not _HINT.search(line):
        return None
    found = [m for m in (p.search(line) for p in (_CLOCK_FIRST, _ABSOLUTE)) if m and _has_clock(m)]
    match = found[0] if found else _ABSOLUTE.search(line)
    relative = _RELATIVE.search(line)
    if relative and (match is None or relative.start() < match.start()):
        return Stamp(relative.start(), relative.end(), relative.group(), None, exact=True)
    if match is None:
        return None
    start, end = _trimmed(match)
    return Stamp(start, end, line[start:end], _iso(match), exact=_has_clock(match))


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    words = match.group()
    lead = len(words) - len(words.lstrip())
    return match.start() + lead, match.start() + len(words.rstrip(" ,|/·•–—-"))


def _has_clock(match: re.Match[str]) -> bool:
    return match["h"] is not None and (match["min"] is not None or match["half"] is not None)


def _iso(match: re.Match[str]) -> str | None:
    day = _date(match)
    if day is None:
        return None
    if not _has_clock(match):
        return day
    hour = int(match["h"])
    half = (match["half"] or "").lower()[:1]
    if half and hour > 12:
        half = ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    zone = {"gmt": "+00:00", "utc": "+00:00", "z": "+00:00"}.get((match["zone"] or "").lower(), "")
    return f"{day}T{hour:02d}:{match['min'] or '00'}{zone}"


def _date(match: re.Match[str]) -> str | None:
    for number in "12":
        if match[f"m{number}"]:
            name = match[f"m{number}"][:3].lower()
            month = _MONTHS.index(_GERMAN.get(name, name)) + 1
            return _valid(match[f"y{number}"], month, match[f"d{number}"])
    if match["y3"]:
        return _valid(match["y3"], int(match["m3"]), match["d3"])
    if match["y5"]:
        return _valid(match["y5"], int(match["m5"]), match["d5"])
    first, second = int(match["a4"]), int(match["b4"])
    if match["s4"] == "." or first > 12 or first == second:
        return _valid(match["y4"], second, match["a4"])
    # 03/04/2016 is a day in March here and in April there: unread rather than guessed.
    return _valid(match["y4"], first, match["b4"]) if second > 12 else None


def _valid(year: str | None, month: int, day: str) -> str | None:
    if year is None or len(year) != 4:
        return None
    try:
        return date(int(year), month, int(re.sub(r"\D", "", day))).isoformat()
    except ValueError:
        return None
