"""Words of days, times and ages beside articles and comments: data only.

English, and German names of months.

In: nothing. Out: parts of patterns, and sets of words in lower case. Out of scope: how they make up a time (`timestamps`).
"""

from __future__ import annotations

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The beginnings of the months' names, in order of the year."""

GERMAN_MONTHS = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
"""The beginnings of German names of months that differ, with the English ones."""

MONTH = (
    r"(?:jan(?:uar[yi]?)?|feb(?:ruar[yi]?)?|mar(?:ch)?|mär[z.]|apr(?:il)?|ma[yi]|jun[ei]?|jul[yi]?|"
    r"aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?"
)
"""A month's name or abbreviation; part of a pattern."""

WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
"""A weekday before a day, or nothing; part of a pattern."""

ZONE = r"(?:\s*(?P<zone>gmt|utc|bst|cet|cest|e[sd]t|c[sd]t|m[sd]t|p[sd]t|z|[+-]\d\d:?\d\d)\b)?"
"""A time zone after a time, or nothing; part of a pattern."""

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|a few)"
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?)"
AGE = (
    rf"(?:about |over |almost |nearly )?{_NUMBER}\s+{_UNIT}(?:,? {_NUMBER} {_UNIT})? ago"
    rf"|\d+\s?(?:s|m|h|d|w|mo|y|yr)s? ago|just now|yesterday(?:,? at {{clock}})?|today,? at {{clock}}"
).replace("{clock}", r"\d{1,2}[:.]\d\d(?: ?[ap]m)?")
"""An age or a recent day: "3 days ago", "yesterday at 10:04"; part of a pattern."""

DATE_LABEL = re.compile(
    r"(?:first |originally |last )?(?P<label>published|posted|updated|modified|created|date)"
    r"(?:\s+(?:on|at))?\s*:?\s*",
    re.IGNORECASE,
)
"""What stands before a day at the head of an article: "Published on"."""

TIME_FILLERS = frozenset(
    (
        "at on um uhr posted published date time am pm gmt utc bst est edt pst pdt cet th st nd rd the "
        "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday"
    ).split()
)
"""Words that may stand beside a time on a line of its own."""

TRAILING_PREPOSITIONS = frozenset({"on", "at", "am"})
"""Words between a name and a time, which are left after the name where the time is taken out."""

UPDATE_LABELS = frozenset({"updated", "modified"})
"""Labels of the day an article was changed."""
