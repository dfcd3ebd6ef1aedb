"""Charts as plain geometry: bars and points in a box, which the templates draw as SVG.

In: days and values. Out: coordinates, already rounded. Out of scope: colour, words, and the table
beside every chart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.web.render import format_number
from onrecord.web.thresholds import THRESHOLDS


@dataclass(frozen=True, slots=True)
class ChartBox:
    """The box of a chart in SVG units, with the margins for its labels."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


BOX = ChartBox(width=720.0, height=220.0, left=64.0, right=20.0, top=14.0, bottom=30.0)


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
class MonthStrip:
    """A story's bars, and how many entries are of months before the first bar."""

    bars: tuple[Bar, ...]
    before: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A point to draw: `low` and `high` bound a range, whose `value` is None; `id` is the id of its row in the table.

    `last` is the last day it may be of, where only its month or year is known: `day` is then the first; None: it is of `day`.
    """

    day: date
    value: float | None
    low: float | None
    high: float | None
    hedge: str | None
    id: str
    title: str
    last: date | None = None


@dataclass(frozen=True, slots=True)
class PlacedDot:
    """A dot in the box: `y` of the value, `y_low` and `y_high` of a range (None: no such bound).

    `days` is where the first and the last day lie that it may be of; None where the day is known.
    """

    x: float
    y: float | None
    y_low: float | None
    y_high: float | None
    hedge: str | None
    id: str
    title: str
    days: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """Dots in the box, with ticks: (position, label)."""

    dots: tuple[PlacedDot, ...]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]


def build_month_strip(happened: Iterable[str], written: Iterable[str]) -> MonthStrip | None:
    """Return bars of months (of years, where there are more than `max_months`); None where no month is known.

    The bars cover the months of the pages and `years_around` years before and after: entries of earlier days
    are counted in `before`, so that one old date does not squeeze the story into a corner.

    Args:
        happened: ISO days or months of entries. written: ISO days or months of publication.

    """
    events = Counter(value[:7] for value in happened if _is_month(value))
    pages = Counter(value[:7] for value in written if _is_month(value))
    first, last = _find_month_bounds(pages)
    within = {month for month in (*events, *pages) if first <= month <= last}
    if not within:
        return None
    before = sum(count for month, count in events.items() if month < first)
    months = _list_months(min(within), max(within))
    if len(months) > THRESHOLDS.max_months:
        events, pages = _sum_by_year(events), _sum_by_year(pages)
        months = [f"{year:04d}" for year in range(int(months[0][:4]), int(months[-1][:4]) + 1)]
    return MonthStrip(_build_bars(months, events, pages), before)


def _build_bars(names: list[str], events: Counter[str], pages: Counter[str]) -> tuple[Bar, ...]:
    most_events = max((events[name] for name in names), default=0) or 1
    most_pages = max((pages[name] for name in names), default=0) or 1
    step = 100 / len(names)
    return tuple(
        Bar(
            name,
            round(index * step, 3),
            round(min(step * THRESHOLDS.bar_share, THRESHOLDS.max_bar_percent), 3),
            round(events[name] / most_events, 3),
            round(pages[name] / most_pages, 3),
            events[name],
            pages[name],
            _label_bar(names, index),
        )
        for index, name in enumerate(names)
    )


def _find_month_bounds(pages: Counter[str]) -> tuple[str, str]:
    """Return the first and last month that bars may show, given how many pages were published in each month."""
    if not pages:
        return "0000", "9999"
    first, last, around = min(pages), max(pages), THRESHOLDS.years_around
    return f"{int(first[:4]) - around:04d}{first[4:]}", f"{int(last[:4]) + around:04d}{last[4:]}"


def count_by_year(days: Iterable[str | None]) -> tuple[tuple[str, int, float], ...]:
    """Return (year, count, share of the largest count) in order of years."""
    counted = Counter(day[:4] for day in days if day and day[:4].isdecimal())
    most = max(counted.values(), default=1)
    return tuple((year, counted[year], round(counted[year] / most, 3)) for year in sorted(counted))


def build_plot(dots: Sequence[Dot]) -> Plot | None:
    """Return `dots` placed in the box, or None where they are all of one day."""
    days = sorted({day for dot in dots for day in (dot.day, dot.last or dot.day)})
    bounds = [
        bound for dot in dots for bound in (dot.value, dot.low, dot.high) if bound is not None
    ]
    if len(days) < 2 or not bounds:
        return None
    first, last = days[0].toordinal(), days[-1].toordinal()
    top = max(*bounds, 0.0)
    bottom = min(*bounds, 0.0)
    ticks = _choose_ticks(bottom, top)
    bottom, top = min(bottom, ticks[0]), max(top, ticks[-1])

    def place_x(day: date) -> float:
        share = (day.toordinal() - first) / (last - first)
        return round(BOX.left + 10 + share * (BOX.width - BOX.left - BOX.right - 20), 1)

    def place_y(value: float | None) -> float | None:
        if value is None:
            return None
        share = (value - bottom) / (top - bottom)
        return round(BOX.height - BOX.bottom - share * (BOX.height - BOX.top - BOX.bottom), 1)

    def place(dot: Dot) -> PlacedDot:
        first, last = place_x(dot.day), place_x(dot.last or dot.day)
        return PlacedDot(
            round((first + last) / 2, 1),
            place_y(dot.value),
            place_y(dot.low),
            place_y(dot.high),
            dot.hedge,
            dot.id,
            dot.title,
            (first, last) if last > first else None,
        )

    return Plot(
        tuple(place(dot) for dot in sorted(dots, key=lambda dot: (dot.day, dot.id))),
        _place_day_ticks(days, place_x),
        tuple((place_y(tick) or 0.0, shorten_number(tick)) for tick in ticks),
    )


def shorten_number(value: float) -> str:
    """Return a number for an axis: thousands as k, millions as m, beyond as bn.

    Examples:
        >>> shorten_number(500.0), shorten_number(20000.0), shorten_number(2.5e6)
        ('500', '20k', '2.5m')

    """
    for scale, sign in ((1e9, "bn"), (1e6, "m"), (1e4, "k")):
        if abs(value) >= scale:
            return f"{format_number(value / (1e3 if sign == 'k' else scale))}{sign}"
    return format_number(value)


def _place_day_ticks(
    days: list[date], place_x: Callable[[date], float]
) -> tuple[tuple[float, str], ...]:
    years = range(days[0].year + 1, days[-1].year + 1)
    step = max(1, -(-len(years) // THRESHOLDS.day_ticks))
    if len(years) < 2:
        return tuple((place_x(day), f"{day.day} {day:%b %Y}") for day in (days[0], days[-1]))
    return tuple((place_x(date(year, 1, 1)), str(year)) for year in years[::step])


def _choose_ticks(bottom: float, top: float) -> list[float]:
    """Return about `value_ticks` round values from `bottom` to above `top`."""
    rough = (top - bottom) / THRESHOLDS.value_ticks or 1.0
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(
        scale * unit
        for unit in (1, 2, 2.5, 5, 10)
        if scale * unit >= rough * THRESHOLDS.tick_tolerance
    )
    first, last = math.floor(bottom / step), math.ceil(top / step)
    return [step * index for index in range(first, max(last, first + 1) + 1)]


def _is_month(value: str) -> bool:
    return len(value) >= 7 and value[:4].isdecimal() and value[4] == "-" and value[5:7].isdecimal()


def _list_months(first: str, last: str) -> list[str]:
    start, end = (int(name[:4]) * 12 + int(name[5:7]) - 1 for name in (first, last))
    return [f"{index // 12:04d}-{index % 12 + 1:02d}" for index in range(start, end + 1)]


def _sum_by_year(months: Counter[str]) -> Counter[str]:
    years: Counter[str] = Counter()
    for month, count in months.items():
        years[month[:4]] += count
    return years


def _label_bar(names: list[str], index: int) -> str:
    """Return the label of a bar: the year at January, only at as many bars as leave it readable."""
    name = names[index]
    if len(name) == 4:
        return name if index % max(1, len(names) // THRESHOLDS.years_labelled) == 0 else ""
    years = len(names) / 12
    if years < THRESHOLDS.monthly_label_years:
        return name if index in {0, len(names) - 1} else ""
    every = max(1, round(years / THRESHOLDS.years_labelled))
    return name[:4] if name.endswith("-01") and int(name[:4]) % every == 0 else ""
