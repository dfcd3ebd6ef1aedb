"""Charts as plain geometry: bars and points in a box, which the templates draw as SVG.

In: days and values. Out: coordinates, already rounded. Leaves alone: colour, words, and the tables
that stand beside every chart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.web.render import number

WIDTH, HEIGHT = 720.0, 220.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 20.0, 14.0, 30.0
"""The box in SVG units, and the room for its labels."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar up from the line (`up`: 0–1) and one down from it (`down`), with their counts."""

    name: str
    x: float
    width: float
    up: float
    down: float
    happened: int
    written: int
    labelled: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point to draw: `low` and `high` bound a range, `value` is None for one; `id` names its row."""

    day: date
    value: float | None
    low: float | None
    high: float | None
    hedge: str | None
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A dot in the box: `y` of the value, `y_low` and `y_high` of a range (None: no such bound)."""

    x: float
    y: float | None
    y_low: float | None
    y_high: float | None
    hedge: str | None
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Dots in the box, with ticks: (position, label)."""

    dots: tuple[Placed, ...]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]


def strip(happened: Iterable[str], written: Iterable[str]) -> tuple[Bar, ...]:
    """Return bars of months (of years, where there are over 15 of them) over a story's whole span.

    Args:
        happened: ISO days or months told of. written: ISO days or months of publication.
    """
    told = Counter(value[:7] for value in happened if _is_month(value))
    wrote = Counter(value[:7] for value in written if _is_month(value))
    if not told and not wrote:
        return ()
    months = _months(min([*told, *wrote]), max([*told, *wrote]))
    if len(months) > 180:
        told, wrote = _yearly(told), _yearly(wrote)
        months = [str(year) for year in range(int(months[0][:4]), int(months[-1][:4]) + 1)]
    most_told, most_wrote = max(told.values(), default=1), max(wrote.values(), default=1)
    step = WIDTH / len(months)
    return tuple(
        Bar(
            month,
            round(index * step, 2),
            round(max(step - min(2.0, step * 0.2), 0.6), 2),
            round(told[month] / most_told, 3),
            round(wrote[month] / most_wrote, 3),
            told[month],
            wrote[month],
            _label(months, index),
        )
        for index, month in enumerate(months)
    )


def bars_by_year(days: Iterable[str | None]) -> tuple[tuple[str, int, float], ...]:
    """Return (year, count, share of the largest count) in order of years."""
    counted = Counter(day[:4] for day in days if day and day[:4].isdecimal())
    most = max(counted.values(), default=1)
    return tuple((year, counted[year], round(counted[year] / most, 3)) for year in sorted(counted))


def plot(dots: Sequence[Dot]) -> Plot | None:
    """Return `dots` placed in the box, or None where fewer than two can be told apart by day."""
    days = sorted({dot.day for dot in dots})
    bounds = [bound for dot in dots for bound in (dot.value, dot.low, dot.high) if bound is not None]
    if len(days) < 2 or not bounds:
        return None
    first, last = days[0].toordinal(), days[-1].toordinal()
    top = max(*bounds, 0.0)
    bottom = min(*bounds, 0.0)
    ticks = _ticks(bottom, top)
    bottom, top = min(bottom, ticks[0]), max(top, ticks[-1])

    def x(day: date) -> float:
        share = (day.toordinal() - first) / (last - first)
        return round(LEFT + 10 + share * (WIDTH - LEFT - RIGHT - 20), 1)

    def y(value: float | None) -> float | None:
        if value is None:
            return None
        share = (value - bottom) / (top - bottom)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)

    return Plot(
        tuple(
            Placed(x(dot.day), y(dot.value), y(dot.low), y(dot.high), dot.hedge, dot.id, dot.title)
            for dot in sorted(dots, key=lambda dot: dot.day)
        ),
        _day_ticks(days, x),
        tuple((y(tick) or 0.0, number(tick)) for tick in ticks),
    )


def _day_ticks(days: list[date], x: object) -> tuple[tuple[float, str], ...]:
    assert callable(x)
    years = range(days[0].year + 1, days[-1].year + 1)
    step = max(1, -(-len(years) // 8))
    if len(years) < 2:
        return tuple((x(day), f"{day.day} {day:%b %Y}") for day in (days[0], days[-1]))
    return tuple((x(date(year, 1, 1)), str(year)) for year in years[::step])


def _ticks(bottom: float, top: float) -> list[float]:
    """Return about four round values from `bottom` to above `top`."""
    rough = (top - bottom) / 4 or 1.0
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(scale * unit for unit in (1, 2, 2.5, 5, 10) if scale * unit >= rough * 0.999)
    first, last = math.floor(bottom / step), math.ceil(top / step)
    return [step * index for index in range(first, max(last, first + 1) + 1)]


def _is_month(value: str) -> bool:
    return len(value) >= 7 and value[:4].isdecimal() and value[4] == "-" and value[5:7].isdecimal()


def _months(first: str, last: str) -> list[str]:
    start, end = (int(name[:4]) * 12 + int(name[5:7]) - 1 for name in (first, last))
    return [f"{index // 12:04d}-{index % 12 + 1:02d}" for index in range(start, end + 1)]


def _yearly(months: Counter[str]) -> Counter[str]:
    years: Counter[str] = Counter()
    for month, count in months.items():
        years[month[:4]] += count
    return years


def _label(names: list[str], index: int) -> str:
    """Return the year to write under a bar: at Januaries, sparsely enough to be read."""
    name = names[index]
    if len(name) == 4:
        return name if index % max(1, len(names) // 10) == 0 else ""
    years = len(names) / 12
    if years < 1.5:
        return name if index in {0, len(names) - 1} else ""
    every = max(1, round(years / 10))
    return name[:4] if name.endswith("-01") and int(name[:4]) % every == 0 else ""
