"""How decisions stand to one another: which are undone, which a later one replaces, and which are in conflict.

In: all decisions of a story. Out: a `Standing` for each, in order of time. Out of scope: the records.

The same decisions give the same standings in whatever order they were merged: a later decision on the same question
replaces an earlier one. Where two people answered it differently, both are told so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.decisions.decision import Decision, Target


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision, and what became of it.

    Attributes:
        undone: id of the decision that undid it, or None.
        replaced: id of the later decision that answers the same question otherwise, or None.
        conflicts: ids of other people's decisions in force or replaced that answer the same question otherwise.

    """

    decision: Decision
    undone: str | None = None
    replaced: str | None = None
    conflicts: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the decision as one JSON line, with what became of it."""
        return self.decision.to_dict() | {
            "undone": self.undone,
            "replaced": self.replaced,
            "conflicts": list(self.conflicts),
        }

    @property
    def is_in_force(self) -> bool:
        """Whether it is neither undone nor replaced."""
        return self.undone is None and self.replaced is None


def judge_decisions(
    decisions: Iterable[Decision],
    *,
    locate: Callable[[Target], str] = lambda target: target.id,
    find_group: Callable[[str], str] = lambda entity: entity,
) -> tuple[Standing, ...]:
    """Return the standing of each decision, oldest first.

    Args:
        decisions: in any order.
        locate: returns the id that a record has in this copy of the story.
        find_group: returns the story-wide entity that a page's entity was linked to by the machine.

    """
    ordered = sorted({one.id: one for one in decisions}.values(), key=lambda one: (one.at, one.id))
    undone = _find_undone(ordered)
    standing = {one.id: Standing(one, undone=undone.get(one.id)) for one in ordered}
    alive = [one for one in ordered if one.id not in undone and one.kind != "undo"]
    by_question: dict[tuple[str, ...], list[Decision]] = defaultdict(list)
    for one in alive:
        if (question := _get_question(one)) is not None:
            about = find_group(locate(one.targets[0]))
            by_question[(*question, about)].append(one)
    pairs = [pair for answers in by_question.values() for pair in _list_differing(answers)]
    for earlier, later in pairs:
        # The last of several later ones is what holds.
        standing[earlier.id] = replace(standing[earlier.id], replaced=later.id)
    for earlier, later in (*pairs, *_list_entity_conflicts(alive, locate, find_group)):
        if earlier.who != later.who:
            for one, other in ((earlier, later), (later, earlier)):
                known = standing[one.id]
                standing[one.id] = replace(known, conflicts=(*known.conflicts, other.id))
    return tuple(standing.values())


def _find_undone(ordered: Sequence[Decision]) -> dict[str, str]:
    """Return undone decision → the undo in force; an undo that was undone itself undoes nothing."""
    undos: dict[str, list[Decision]] = defaultdict(list)
    for one in ordered:
        if one.kind == "undo":
            undos[one.targets[0].id].append(one)
    undone: dict[str, str] = {}
    # Ids are hashes that hold the ids they undo: there are no circles. What nothing undoes is settled first.
    settled: dict[str, bool] = {}
    stack = [one.id for one in ordered]
    while stack:
        ident = stack[-1]
        if ident in settled:
            stack.pop()
            continue
        waiting = [undo.id for undo in undos[ident] if undo.id not in settled]
        if waiting:
            stack += waiting
            continue
        in_force = [undo.id for undo in undos[ident] if settled[undo.id]]
        settled[ident] = not in_force
        if in_force:
            undone[ident] = in_force[-1]
        stack.pop()
    return undone


def _get_question(one: Decision) -> tuple[str, ...] | None:
    """Return what a decision answers that another may answer otherwise; None for notes, tags, pins and groups of entities."""
    if one.kind in {"wrong", "right"}:
        return ("verdict",)
    if one.kind == "set":
        return "set", one.field or ""
    return None


def _list_differing(answers: Sequence[Decision]) -> list[tuple[Decision, Decision]]:
    """Return (earlier, later) pairs of answers to one question that differ, the latest of each last."""
    return [
        (earlier, later)
        for place, earlier in enumerate(answers)
        for later in answers[place + 1 :]
        if (earlier.kind, earlier.value) != (later.kind, later.value)
    ]


def _list_entity_conflicts(
    alive: Sequence[Decision], locate: Callable[[Target], str], find_group: Callable[[str], str]
) -> list[tuple[Decision, Decision]]:
    """Return (earlier, later) pairs of a join and a split of which one parts what the other puts together."""
    found = []
    for split in (one for one in alive if one.kind == "split"):
        stays, *leaving = map(locate, split.targets)
        for join in (one for one in alive if one.kind == "join"):
            joined = set(map(locate, join.targets))
            staying = joined.difference(leaving)
            if joined != staying and find_group(stays) in map(find_group, staying):
                is_join_first = (join.at, join.id) < (split.at, split.id)
                found.append((join, split) if is_join_first else (split, join))
    return found
