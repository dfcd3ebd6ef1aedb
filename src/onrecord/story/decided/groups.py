"""Joining and splitting entities: which entities of pages are one, after people have decided.

In: the machine's groups and the joins and splits in force, in order of time. Out: the groups they change, with the rows of
`same`, `who` and `involved` that stand in the place of the machine's. Out of scope: the machine's own rows, which stay.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.decisions import Decision
from onrecord.records import Entity
from onrecord.story.merged_entities import merge_entities
from onrecord.story.rows import decode_row, encode_row

_REFERRING = {"quotes": ("source",), "events": ("actors", "targets"), "commitments": ("who",)}
"""Columns of records in which participants stand, as JSON."""
InvolvedRow = tuple[str, str, str]
"""Of the table `involved`: story-wide entity, kind, record."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """What joins and splits change.

    Attributes:
        replaced: story-wide ids whose rows as drawn no longer hold. who_of: page-level entity → story-wide id, of all their members.
        who: rows of the new groups. involved: the records that they are named, quoted or active in.
        groups_of: decision → the new story-wide ids that it made.
        parted: ids of links that say two entities are one that are now in two groups.

    """

    replaced: frozenset[str] = frozenset()
    who_of: Mapping[str, str] = field(default_factory=dict)
    who: tuple[dict[str, Any], ...] = ()
    involved: tuple[InvolvedRow, ...] = ()
    groups_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parted: frozenset[str] = frozenset()


def find_who(connection: sqlite3.Connection, entity: str) -> str:
    """Return the story-wide id that the machine gave a page's entity."""
    row = connection.execute("SELECT who FROM main.same WHERE entity = ?", (entity,)).fetchone()
    return str(row["who"]) if row else entity


def regroup_entities(
    connection: sqlite3.Connection, decisions: Sequence[tuple[Decision, tuple[str, ...]]]
) -> Regrouping:
    """Return what these joins and splits change, each with the ids of its entities in this story, in order of time."""
    if not decisions:
        return Regrouping()
    replaced = {find_who(connection, one) for _, entities in decisions for one in entities}
    label_of = _read_members(connection, replaced)
    lead_of: dict[str, str] = {}
    for decision, entities in decisions:
        labels = [label_of[one] for one in entities]
        if decision.kind == "split":
            label_of.update(dict.fromkeys(entities[1:], decision.id))
        else:
            label_of.update({one: labels[0] for one, its in label_of.items() if its in labels})
            lead_of[labels[0]] = entities[0]
    entities_by_id = _read_entities(connection, label_of)
    members: dict[str, list[str]] = defaultdict(list)
    for entity, label in sorted(label_of.items()):
        if entity in entities_by_id:  # links of a run that was stopped may name others
            members[label].append(entity)
    groups = {
        _choose_representative(
            [entities_by_id[one] for one in group], label, lead_of.get(label)
        ): group
        for label, group in members.items()
    }
    who_of = {entity: who for who, group in groups.items() for entity in group}
    rows = [
        encode_row(merge_entities(who, [entities_by_id[one] for one in group]))
        for who, group in groups.items()
    ]
    return Regrouping(
        frozenset(replaced),
        who_of,
        tuple(rows),
        tuple(_list_involved(connection, replaced, who_of)),
        {
            decision.id: tuple(dict.fromkeys(who_of[one] for one in entities if one in who_of))
            for decision, entities in decisions
        },
        _find_parted(connection, who_of),
    )


def _read_members(connection: sqlite3.Connection, whos: Collection[str]) -> dict[str, str]:
    sql = "SELECT entity, who FROM main.same WHERE who IN (SELECT value FROM json_each(?))"
    rows = connection.execute(sql, (json.dumps(sorted(whos)),))
    return {row["entity"]: row["who"] for row in rows} | {who: who for who in whos}


def _read_entities(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Entity]:
    sql = "SELECT * FROM main.entities WHERE id IN (SELECT value FROM json_each(?))"
    rows = connection.execute(sql, (json.dumps(sorted(ids)),))
    return {row["id"]: decode_row(Entity, dict(row)) for row in rows}


def _choose_representative(group: Sequence[Entity], label: str, lead: str | None) -> str:
    """Return the id of the entity that gives a group its name: the machine's own, else the one named most."""
    ids = {entity.id for entity in group}
    if label in ids:
        return label
    if lead in ids and lead is not None:
        return lead
    return min(group, key=lambda entity: (-entity.mentions, entity.id)).id


def _list_involved(
    connection: sqlite3.Connection, replaced: Collection[str], who_of: Mapping[str, str]
) -> set[InvolvedRow]:
    """Return the rows of `involved` of the new groups, by what the records themselves say."""
    rows: set[InvolvedRow] = {(who, "entities", entity) for entity, who in who_of.items()}
    chosen = json.dumps(sorted(replaced))
    inside = "SELECT record FROM main.involved WHERE kind = ? AND who IN (SELECT value FROM json_each(?))"
    for row in connection.execute(
        f"SELECT id, entity FROM main.mentions WHERE id IN ({inside})", ("mentions", chosen)
    ):
        if row["entity"] in who_of:
            rows.add((who_of[row["entity"]], "mentions", row["id"]))
    for kind, columns in _REFERRING.items():
        sql = f"SELECT id, {', '.join(columns)} FROM main.{kind} WHERE id IN ({inside})"
        for row in connection.execute(sql, (kind, chosen)):
            for entity in iter_entities(row[column] for column in columns):
                if entity in who_of:
                    rows.add((who_of[entity], kind, row["id"]))
    return rows


def iter_entities(values: Iterable[str | None]) -> Iterable[str]:
    """Yield the page-level entities that participants in JSON refer to."""
    for value in values:
        found = json.loads(value) if value else None
        for one in found if isinstance(found, list) else [found]:
            if one and one.get("entity"):
                yield one["entity"]


def _find_parted(connection: sqlite3.Connection, who_of: Mapping[str, str]) -> frozenset[str]:
    sql = (
        "SELECT id, a, b FROM main.links WHERE kind = 'same_entity'"
        " AND a IN (SELECT value FROM json_each(?))"
    )
    rows = connection.execute(sql, (json.dumps(sorted(who_of)),))
    return frozenset(
        row["id"] for row in rows if row["b"] in who_of and who_of[row["a"]] != who_of[row["b"]]
    )
