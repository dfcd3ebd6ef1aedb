"""The timeline: entries by day, with how sure the day is, what is said of it, and by how many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records.event import ROOTS
from onrecord.timeline import Entry, build_timeline
from onrecord.web import labels
from onrecord.web.charts import bars_by_year
from onrecord.web.paging import paged
from onrecord.web.room import Sheet, Visit


@dataclass(frozen=True, slots=True)
class Years:
    """The entries of one year on this sheet; `name` is "" for those of no known year."""

    name: str
    entries: list[Entry]


def show(visit: Visit) -> Sheet:
    """Show the timeline, filtered by who, outlet, type, status and years."""
    asked = visit.asked
    who, start, end = asked("who") or None, asked("from") or None, asked("to") or None
    entries = visit.room.remember(
        ("timeline", who, start, end),
        lambda: build_timeline(visit.story, start=start, end=end, who=who),
    )
    entries = tuple(_fitting(visit, entries))
    sheet = paged(entries, asked("page"))
    data = {
        "sheet": sheet,
        "years": _by_year(sheet.rows),
        "bars": bars_by_year(entry.day for entry in entries),
        "outlets": visit.outlets(),
        "types": ROOTS,
        "statuses": labels.STATUSES,
        "heads": visit.heads(),
        "people": [(who.id, who.name) for who in list(visit.people().values())[:60]],
    }
    return Sheet("timeline.html", "Timeline", data)


def _fitting(visit: Visit, entries: Iterable[Entry]) -> Iterable[Entry]:
    status, outlet, type_ = visit.asked("status"), visit.asked("outlet"), visit.asked("type")
    heads = visit.heads()
    types = _types(visit) if type_ else {}
    for entry in entries:
        if status and entry.status != status:
            continue
        if outlet and not any(heads[page].outlet == outlet for page in entry.pages):
            continue
        if type_ and not any(types.get(event) == type_ for event in entry.events):
            continue
        yield entry


def _types(visit: Visit) -> dict[str, str | None]:
    def read() -> dict[str, str | None]:
        return {row["id"]: row["type"] for row in visit.story.rows("SELECT id, type FROM events")}

    return visit.room.remember("types", read)


def _by_year(entries: Iterable[Entry]) -> list[Years]:
    years: list[Years] = []
    for entry in entries:
        name = (entry.day or "")[:4]
        if not years or years[-1].name != name:
            years.append(Years(name, []))
        years[-1].entries.append(entry)
    return years
