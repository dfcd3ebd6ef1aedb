"""People: whom a name written in a filter means, and whom events involve.

In: a visit and words. Out: ids of story-wide entities. Out of scope: which rows they leave.
"""

from __future__ import annotations

from onrecord.records import Entity
from onrecord.web.room import Visit
from onrecord.web.thresholds import THRESHOLDS


def match_people(visit: Visit, written: str) -> tuple[Entity, ...]:
    """Return the entities that `written` means: the one of this id, those of this very name, else those whose names hold it."""
    people = visit.get_people()
    if written in people:
        return (people[written],)
    folded = written.casefold()
    if not folded:
        return ()
    names = {who.id: [one.casefold() for one in (who.name, *who.names)] for who in people.values()}
    exact = tuple(who for who in people.values() if who.name.casefold() == folded)
    exact = exact or tuple(who for who in people.values() if folded in names[who.id])
    return exact or tuple(
        who for who in people.values() if any(folded in name for name in names[who.id])
    )


def list_offered_names(visit: Visit) -> list[tuple[str, int]]:
    """Return the names most mentioned, each once, with their mentions, to be offered as one writes."""
    offered: dict[str, int] = {}
    for who in visit.get_people().values():
        offered.setdefault(who.name, who.mentions)
        if len(offered) == THRESHOLDS.entities_offered:
            break
    return list(offered.items())


def map_involved(visit: Visit, kind: str) -> dict[str, frozenset[str]]:
    """Return who is involved in each record of `kind`: id of the record → ids of story-wide entities."""

    def read() -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for row in visit.story.rows("SELECT who, record FROM involved WHERE kind = ?", (kind,)):
            found.setdefault(row["record"], set()).add(row["who"])
        return {record: frozenset(whos) for record, whos in found.items()}

    return visit.room.get_cached(("involved", kind), read)
