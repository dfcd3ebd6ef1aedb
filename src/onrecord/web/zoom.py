"""Zoom: a story's own years, and the years, months or days that a stretch of time is cut into.

In: ISO days, as partial as known, and a stretch. Out: steps with counts and the addresses' fields that lead to them.
Out of scope: which entries are counted.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.link.comparison.day_intervals import DayInterval, read_interval
from onrecord.story.time_descriptions import MONTH_NAMES
from onrecord.web.render import format_day
from onrecord.web.thresholds import THRESHOLDS

_YEAR_CHARS, _MONTH_CHARS, _DAY_CHARS = len("2019"), len("2019-05"), len("2019-05-03")


@dataclass(frozen=True, slots=True)
class ZoomStep:
    """A year, month or day: its ISO value, a short and a long label, how many entries, and their share of the most."""

    value: str
    short: str
    long: str
    count: int
    share: float
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Zoom:
    """What a stretch is cut into, and where one is.

    Attributes:
        unit: `year`, `month` or `day`: what each of `steps` is.
        steps: in order, also those without an entry.
        trail: (label, ISO value) of the year, the month and the day one is in, from the outside in.
        before, after: ISO values of the nearest years, or months, with an entry beside this one; None where there is none.

    """

    unit: str
    steps: tuple[ZoomStep, ...]
    trail: tuple[tuple[str, str], ...] = ()
    before: str | None = None
    after: str | None = None


def find_own_years(published: Iterable[str]) -> tuple[int, int] | None:
    """Return the first and last of the story's own years: the shortest run of years that holds nearly all of its pages.

    Args:
        published: ISO days of publication. None is returned where there is none.

    Examples:
        >>> find_own_years(["1998-01-01", *["2017-03-01"] * 15, *["2018-01-01"] * 15])
        (2017, 2018)

    """
    years = sorted(int(day[:_YEAR_CHARS]) for day in published if day[:_YEAR_CHARS].isdecimal())
    if not years:
        return None
    needed = -(-len(years) * THRESHOLDS.own_years_percent // 100)
    runs = [(years[at], years[at + needed - 1]) for at in range(len(years) - needed + 1)]
    return min(runs, key=lambda run: (run[1] - run[0], -run[1]))


def build_zoom(
    days: Iterable[str | None], wanted: str | None, own: tuple[int, int] | None
) -> Zoom | None:
    """Return the steps of the year, month or day `wanted`; of the story's own years where none is wanted.

    Args:
        days: ISO days of the entries, as partial as known.
        wanted: an ISO year, month or day; None is the story's years.
        own: the story's own years; None takes those of the entries.

    """
    known = [day for day in days if day and day[:_YEAR_CHARS].isdecimal()]
    if wanted is None:
        return _build_years(known, own)
    year, month = wanted[:_YEAR_CHARS], wanted[:_MONTH_CHARS]
    if len(wanted) == _YEAR_CHARS:
        names = [f"{year}-{number:02d}" for number in range(1, 13)]
        steps = _build_steps(known, names, wanted)
        return Zoom("month", steps, ((year, year),), *_find_beside(known, year))
    length = monthrange(int(year), int(month[5:]))[1]
    steps = _build_steps(
        known, [f"{month}-{number:02d}" for number in range(1, length + 1)], wanted
    )
    of_day = ((format_day(wanted), wanted),) if len(wanted) == _DAY_CHARS else ()
    trail = ((year, year), (format_day(month), month), *of_day)
    return Zoom("day", steps, trail, *_find_beside(known, month))


def read_stretch(start: str | None, end: str | None) -> str | None:
    """Return the ISO year, month or day that a stretch from `start` to `end` is exactly; None where it is none.

    Examples:
        >>> read_stretch("2019", "2019"), read_stretch("2019-02-01", "2019-02-28"), read_stretch("2018", "2019")
        ('2019', '2019-02', None)

    """
    first, last = read_interval(start), read_interval(end)
    if first is None or last is None:
        return None
    day = first.first.isoformat()
    for chars in (_YEAR_CHARS, _MONTH_CHARS, _DAY_CHARS):
        whole = read_interval(day[:chars])
        if whole is not None and (whole.first, whole.last) == (first.first, last.last):
            return day[:chars]
    return None


def is_inside(day: str | None, start: DayInterval | None, end: DayInterval | None) -> bool:
    """Return whether every day that `day` may mean is from `start` to `end`."""
    found = read_interval(day)
    return found is not None and (
        (start is None or found.first >= start.first) and (end is None or found.last <= end.last)
    )


def may_be_inside(day: str | None, start: DayInterval | None, end: DayInterval | None) -> bool:
    """Return whether some day that `day` may mean is from `start` to `end`."""
    found = read_interval(day)
    return found is not None and (
        (start is None or found.last >= start.first) and (end is None or found.first <= end.last)
    )


def _build_years(known: list[str], own: tuple[int, int] | None) -> Zoom | None:
    found = sorted({int(day[:_YEAR_CHARS]) for day in known})
    first, last = own or ((found[0], found[-1]) if found else (1, 0))
    names = [f"{year:04d}" for year in range(first, last + 1)]
    return Zoom("year", _build_steps(known, names, "")) if names else None


def _build_steps(known: list[str], names: list[str], current: str) -> tuple[ZoomStep, ...]:
    chars = len(names[0])
    counts = Counter(day[:chars] for day in known if len(day) >= chars)
    most = max((counts[name] for name in names), default=0) or 1
    return tuple(
        ZoomStep(
            name,
            _shorten(name),
            format_day(name),
            counts[name],
            round(counts[name] / most, 3),
            name == current,
        )
        for name in names
    )


def _shorten(name: str) -> str:
    """Return a year as it is, a month as three letters, a day as its number."""
    if len(name) == _YEAR_CHARS:
        return name
    return MONTH_NAMES[int(name[5:7]) - 1][:3] if len(name) == _MONTH_CHARS else str(int(name[8:]))


def _find_beside(known: list[str], current: str) -> tuple[str | None, str | None]:
    """Return the nearest years or months with an entry before and after `current`."""
    names = {day[: len(current)] for day in known if len(day) >= len(current)}
    return (
        max((name for name in names if name < current), default=None),
        min((name for name in names if name > current), default=None),
    )
