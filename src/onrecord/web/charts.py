"""Charts as plain geometry: bars and points in a box, which the templates draw as SVG.

In: days and values. Out: coordinates, already rounded. Out of scope: colour, words, and the tables
that stand beside every chart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.web.render import number

WIDTH, HEIGHT = 720.0, 220.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 20.0, 14.0, 30.0
"""The box in SVG units, and the room for its labels."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar up from the line (`up`: 0–1) and one down from it (`down`), with their counts.

    `x` and `width` are per cent of the strip; `labelled` is what to write under it, or "".
    """

    name: str
    x: float
    width: float
    up: float
    down: float
    happened: int
    written: int
    labelled: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A story's bars, and how many entries tell of months before the first."""

    bars: tuple[Bar, ...]
    before: int


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


def strip(happened: Iterable[str], written: Iterable[str]) -> Strip | None:
    """Return bars of months (of years, where there are over 15 of them); None where no month is known.

    A story's span is that of its pages and two years before and after: what is told of earlier days
    is counted in `before`, so that one old date does not squeeze the story into a corner.

    Args:
        happened: ISO days or months told of. written: ISO days or months of publication.

    """
    told = Counter(value[:7] for value in happened if _is_month(value))
    wrote = Counter(value[:7] for value in written if _is_month(value))
    first, last = _window(wrote)
    within = {month for month in (*told, *wrote) if first <= month <= last}
    if not within:
        return None
    before = sum(count for month, count in told.items() if month < first)
    months = _months(min(within), max(within))
    if len(months) > 180:
        told, wrote = _yearly(told), _yearly(wrote)
        months = [f"{year:04d}" for year in range(int(months[0][:4]), int(months[-1][:4]) + 1)]
    return Strip(_bars(months, told, wrote), before)


def _bars(names: list[str], told: Counter[str], wrote: Counter[str]) -> tuple[Bar, ...]:
    most_told = max((told[name] for name in names), default=0) or 1
    most_wrote = max((wrote[name] for name in names), default=0) or 1
    step = 100 / len(names)
    return tuple(
        Bar(
            name,
            round(index * step, 3),
            round(min(step * 0.82, 3.0), 3),
            round(told[name] / most_told, 3),
            round(wrote[name] / most_wrote, 3),
            told[name],
            wrote[name],
            _label(names, index),
        )
        for index, name in enumerate(names)
    )


def _window(wrote: Counter[str]) -> tuple[str, str]:
    if not wrote:
        return "0000", "9999"
    first, last = min(wrote), max(wrote)
    return f"{int(first[:4]) - 2:04d}{first[4:]}", f"{int(last[:4]) + 2:04d}{last[4:]}"


def bars_by_year(days: Iterable[str | None]) -> tuple[tuple[str, int, float], ...]:
    """Return (year, count, share of the largest count) in order of years."""
    counted = Counter(day[:4] for day in days if day and day[:4].isdecimal())
    most = max(counted.values(), default=1)
    return tuple((year, counted[year], round(counted[year] / most, 3)) for year in sorted(counted))


def plot(dots: Sequence[Dot]) -> Plot | None:
    """Return `dots` placed in the box, or None where fewer than two can be told apart by day."""
    days = sorted({dot.day for dot in dots})
    bounds = [
        bound for dot in dots for bound in (dot.value, dot.low, dot.high) if bound is not None
    ]
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
        tuple((y(tick) or 0.0, short(tick)) for tick in ticks),
    )


def short(value: float) -> str:
    """Return a number for an axis: thousands as k, millions as m, beyond as bn.

    Examples:
        >>> short(500.0), short(20000.0), short(2.5e6)
        ('500', '20k', '2.5m')

    """
    for scale, sign in ((1e9, "bn"), (1e6, "m"), (1e4, "k")):
        if abs(value) >= scale:
            return f"{number(value / (1e3 if sign == 'k' else scale))}{sign}"
    return number(value)


def _day_ticks(days: list[date], x: Callable[[date], float]) -> tuple[tuple[float, str], ...]:
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
