"""People: whom a name written in a filter means, and whom events involve.

In: a visit and words. Out: ids of story-wide entities. Out of scope: which rows they leave.
"""

from __future__ import annotations

import json

from onrecord.records import Entity
from onrecord.web.room import Visit
from onrecord.web.thresholds import THRESHOLDS


def match_people(visit: Visit, written: str) -> tuple[Entity, ...]:
    """Return the entities that `written` means: the one of this id, those of this very name, else those whose names hold it."""
    found = visit.find_entity(written)
    if found is not None and found.id == written:
        return (found,)
    ids = visit.get_cached(f"named {written}", lambda: _find_named(visit, written.casefold()))
    named = visit.story.whos(ids)
    return tuple(named[id_] for id_ in ids)


def _find_named(visit: Visit, folded: str) -> list[str]:
    """Return the ids of the entities of this name, else of those that are called so, else of those whose names hold it; the most mentioned first."""
    if not folded:
        return []
    exact, called, holding = [], [], []
    sql = "SELECT id, name, names FROM who ORDER BY mentions DESC, name, id"
    for row in visit.story.rows(sql):
        forms = [one.casefold() for one in (row["name"], *json.loads(row["names"]))]
        if forms[0] == folded:
            exact.append(row["id"])
        elif folded in forms:
            called.append(row["id"])
        elif any(folded in form for form in forms):
            holding.append(row["id"])
    return exact or called or holding


def list_offered_names(visit: Visit) -> list[tuple[str, int]]:
    """Return the names most mentioned, each once, with their mentions, to be offered as one writes."""

    def read() -> list[tuple[str, int]]:
        offered: dict[str, int] = {}
        for who in visit.story.who(THRESHOLDS.entities_offered):
            offered.setdefault(who.name, who.mentions)
        return list(offered.items())

    return visit.get_cached("offered names", read)


def map_involved(visit: Visit, kind: str) -> dict[str, frozenset[str]]:
    """Return who is involved in each record of `kind`: id of the record → ids of story-wide entities."""

    def read() -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for row in visit.story.rows("SELECT who, record FROM involved WHERE kind = ?", (kind,)):
            found.setdefault(row["record"], set()).add(row["who"])
        return {record: frozenset(whos) for record, whos in found.items()}

    return visit.room.get_cached(("involved", kind), read)
