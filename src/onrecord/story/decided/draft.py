"""The corrections under work: patches, records set aside and marks, gathered decision by decision.

In: a connection to a story and its new groups. Out: a `Draft` that is added to. Out of scope: what a decision means.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.decisions import Decision
from onrecord.records import Decided
from onrecord.story.decided.groups import Regrouping, find_who


@dataclass(frozen=True, slots=True)
class Draft:
    """What decisions change, so far; the fields are those of `Corrections`."""

    connection: sqlite3.Connection
    regrouping: Regrouping
    patches: dict[tuple[str, str], dict[str, Any]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    wrong: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    marks: dict[str, list[Decided]] = field(default_factory=lambda: defaultdict(list))
    hand_days: dict[str, str] = field(default_factory=dict)
    pins: list[Decided] = field(default_factory=list)
    confirmed: set[str] = field(default_factory=set)
    """Ids of links found right."""
    reasons: dict[str, Decided] = field(default_factory=dict)
    """Record set aside, or time left open → the mark of the decision that did it."""

    def list_rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Return the rows of a query on the tables as drawn."""
        return self.connection.execute(sql, values).fetchall()

    def list_rows_among(self, sql: str, ids: Collection[str]) -> list[sqlite3.Row]:
        """Return the rows of a query whose one parameter is a JSON list of ids."""
        return self.list_rows(sql, json.dumps(sorted(ids))) if ids else []

    def find_table(self, ident: str) -> str:
        """Return the table that holds the record, page or link with this id."""
        rows = self.list_rows("SELECT kind FROM main.kinds WHERE id = ?", ident)
        return str(rows[0]["kind"]) if rows else "pages"

    def find_who(self, entity: str) -> str:
        """Return the story-wide entity that a page's entity is, after joins and splits."""
        return self.regrouping.who_of.get(entity) or find_who(self.connection, entity)

    def list_members(self, who: str) -> list[str]:
        """Return the pages' entities that a story-wide one is, after joins and splits."""
        new = self.regrouping.who_of
        drawn = self.list_rows("SELECT entity FROM main.same WHERE who = ?", who)
        kept = {row["entity"] for row in drawn if row["entity"] not in new}
        return sorted(kept | {entity for entity, its in new.items() if its == who} | {who})

    def list_involved(self, who: str) -> dict[str, set[str]]:
        """Return ids of the records, by kind, that a story-wide entity is named, quoted or active in."""
        found: dict[str, set[str]] = defaultdict(set)
        if who in self.regrouping.who_of.values():
            rows: Iterable[tuple[str, str]] = (
                (kind, record) for its, kind, record in self.regrouping.involved if its == who
            )
        else:
            drawn = self.list_rows("SELECT kind, record FROM main.involved WHERE who = ?", who)
            rows = ((row["kind"], row["record"]) for row in drawn)
        for kind, record in rows:
            found[kind].add(record)
        return found

    def mark(self, ident: str, mark: Decided) -> None:
        """Add a mark to a record, once."""
        if mark not in self.marks[ident]:
            self.marks[ident].append(mark)

    def patch(self, table: str, ident: str, **values: Any) -> None:
        """Note values to be read instead of those drawn."""
        self.patches[table, ident].update(values)

    def read_value(self, table: str, row: sqlite3.Row, column: str, key: str = "id") -> Any:
        """Return a value as it stands so far: patched, else as drawn."""
        patch = self.patches.get((table, row[key]), {})
        return patch.get(column, row[column])


def build_mark(decision: Decision, record: str, **others: Any) -> Decided:
    """Return the mark of a decision on a record of this story."""
    mark = Decided(
        decision.id,
        decision.kind,
        record,
        decision.field,
        decision.value,
        None,
        decision.reason,
        decision.who,
        decision.at,
    )
    return replace(mark, **others) if others else mark
