"""Groups: events of a story that tell of the same one.

In: tales and the look-ups. Out: lists of tales. Out of scope: what an entry says of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from onrecord.link.comparison.day_intervals import DayInterval
from onrecord.link.comparison.union_find import UnionFind
from onrecord.timeline.event_days import Told
from onrecord.timeline.event_rows import Tale

_WHEN = re.compile(r"(?:when|as|while) ", re.IGNORECASE)
_GOES_ON = re.compile(r"[a-z]+ing\b")
Days = dict[str, tuple[DayInterval | None, str]]
"""The day of each tale, by id, and how sure it is."""


def groups(known: Told, told: list[Tale], days: Days) -> list[list[Tale]]:
    """Return tales that tell of the same one together: by links, and by clauses within clauses."""
    by_id = {tale.id: tale for tale in told}
    unions = UnionFind(by_id)
    for a, b in known.same_event:
        if a in by_id and b in by_id:
            unions.join(a, b)
    lines: dict[tuple[object, ...], str] = {}
    for tale in sorted(told, key=lambda tale: (tale.page, tale.id)):
        # What a page and its copies say twice in the same words is one line.
        words = " ".join(tale.text.casefold().split())
        key = known.family[tale.page], words, days[tale.id], tale.negated
        unions.join(lines.setdefault(key, tale.id), tale.id)
    for inner, outer in _nested(told, days):
        unions.join(inner, outer)
    return [[by_id[id_] for id_ in group] for group in unions.groups()]


def _nested(told: list[Tale], days: Days) -> Iterable[tuple[str, str]]:
    """Yield (tale, tale whose clause holds its clause), both told for one day and alike ahead."""
    by_page: dict[str, list[Tale]] = defaultdict(list)
    for tale in told:
        by_page[tale.page].append(tale)
    for found in by_page.values():
        ordered = sorted(found, key=lambda tale: (tale.start, -tale.end, tale.id))
        open_clauses: list[Tale] = []
        for tale in ordered:
            open_clauses = [one for one in open_clauses if one.end >= tale.end]
            if (main := _main_clause(tale, open_clauses, ordered)) is not None:
                yield tale.id, main
            for outer in open_clauses:
                if outer.is_ahead == tale.is_ahead and _one_day(tale, outer, days):
                    yield tale.id, outer.id
                    break
            open_clauses.append(tale)


def _one_day(tale: Tale, outer: Tale, days: Days) -> bool:
    """Return whether a clause is told for the day of the one around it.

    "…, completing a deployment" has no day of its own: it goes on at the same time as its clause.
    """
    if days[outer.id] == days[tale.id]:
        return True
    return tale.time is None and _GOES_ON.match(tale.text) is not None


def _main_clause(tale: Tale, around: list[Tale], ordered: list[Tale]) -> str | None:
    """Return the tale whose clause runs up to this one's "when …": it tells the same moment's other half."""
    if tale.time is not None or not _WHEN.match(tale.text):
        return None
    for other in ordered:
        gap = tale.start - other.end
        if 0 <= gap <= 2 and other.status == tale.status and other not in around:
            return other.id
    return None
