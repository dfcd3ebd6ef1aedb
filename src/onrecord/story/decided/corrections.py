"""What decisions change of a story as it is read: which records are set aside, which values are others, and the marks that say so.

In: a connection to a story. Out: `Corrections`, plain data. Out of scope: how they come before the tables (`views`). The rows as
drawn stay as they are.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from onrecord.decisions import Decision, Standing, Target, judge_decisions
from onrecord.records import Decided
from onrecord.story.decided.draft import Draft
from onrecord.story.decided.groups import Regrouping, find_who, regroup_entities
from onrecord.story.decided.rests import follow_rests
from onrecord.story.decided.table import read_decisions
from onrecord.story.decided.targets import locate_target
from onrecord.story.decided.verdicts import apply_decision


@dataclass(frozen=True, slots=True)
class Corrections:
    """What decisions change.

    Attributes:
        standings: every decision with what became of it, oldest first.
        located: decision → ids in this story of what it is about; gone: decision → what the story no longer has.
        patches: (table, id) → column → value to be read instead. wrong: table → ids of records set aside.
        marks: id → marks of the decisions that concern it. hand_days: event → the ISO day set by hand.
        pins: marks of the days pinned to the timeline. regrouping: what joins and splits change.

    """

    standings: tuple[Standing, ...] = ()
    located: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    patches: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    wrong: Mapping[str, frozenset[str]] = field(default_factory=dict)
    marks: Mapping[str, tuple[Decided, ...]] = field(default_factory=dict)
    hand_days: Mapping[str, str] = field(default_factory=dict)
    pins: tuple[Decided, ...] = ()
    regrouping: Regrouping = field(default_factory=Regrouping)


NONE = Corrections()
"""Of a story about which nothing was decided."""


def derive_corrections(connection: sqlite3.Connection, path: Path) -> Corrections:
    """Return what the story's decisions change.

    Raises:
        StoreError: if its decisions are damaged.

    """
    decisions = read_decisions(connection, path)
    if not decisions:
        return NONE
    located, gone = _locate_all(connection, decisions)

    def locate(target: Target) -> str:
        return located.get(target, target.id)

    standings = judge_decisions(
        decisions, locate=locate, find_group=cache(partial(find_who, connection))
    )
    applied = [
        (one.decision, tuple(map(locate, one.decision.targets)))
        for one in standings
        if one.is_in_force and one.decision.kind != "undo" and one.decision.id not in gone
    ]
    regrouping = regroup_entities(
        connection, [one for one in applied if one[0].kind in {"join", "split"}]
    )
    draft = Draft(connection, regrouping)
    for decision, ids in applied:
        apply_decision(draft, decision, ids)
    follow_rests(draft)
    return Corrections(
        standings,
        {one.id: tuple(map(locate, one.targets)) for one in decisions},
        gone,
        dict(draft.patches),
        {table: frozenset(ids) for table, ids in draft.wrong.items()},
        {ident: tuple(marks) for ident, marks in draft.marks.items()},
        dict(draft.hand_days),
        tuple(draft.pins),
        regrouping,
    )


def _locate_all(
    connection: sqlite3.Connection, decisions: tuple[Decision, ...]
) -> tuple[dict[Target, str], dict[str, tuple[Target, ...]]]:
    """Return the id that each target has in this story, and, by decision, the targets that it no longer has."""
    located: dict[Target, str] = {}
    gone: dict[str, list[Target]] = defaultdict(list)
    for decision in decisions:
        for target in decision.targets:
            found = located.get(target) or locate_target(connection, target)
            if found is None:
                gone[decision.id].append(target)
            else:
                located[target] = found
    return located, {ident: tuple(targets) for ident, targets in gone.items()}
