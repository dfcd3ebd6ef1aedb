"""Patterns of TIMEX3 values: which shape a value has.

In: nothing. Out: compiled patterns. Out of scope: names of the shapes for a reader (`granularity`).

Source: ISO-TimeML (ISO 24617-1:2012), annex on TIMEX3.
"""

from __future__ import annotations

import re

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DAY_OF_TIME = re.compile(r"\d{4}-\d{2}-\d{2}(?=T)")
"""The day of a clock time or part of a day."""
DAY_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d{2})?")
QUARTER_OR_HALF = re.compile(r"\d{4}-[QH]\d")
YEAR = re.compile(r"\d{4}")
CALENDAR_POINT = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?|-[QH]\d)?(?:T.*)?")
"""A year, or a part of one as fine as a clock time; no week, season, decade or century."""
PART_OF_DAY = re.compile(r"T(?:MO|AF|EV|NI)")
DATED_PART_OF_DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})?T(?P<part>MO|AF|EV|NI)")
"""A part of a day, with or without its day."""
CLOCK = re.compile(r"T(?P<hour>\d\d):\d\d")
YEAR_OR_CLOCK = re.compile(r"\d{4}|T\d\d:")
"""How the value of a point on the calendar or the clock begins."""
EVERY_WEEKDAY = re.compile(r"XXXX-WXX-\d")
WHOLE_DURATION = re.compile(r"P(\d+)([DWMY])")
"""A length of whole days, weeks, months or years: the count and the unit."""
