"""Taking decisions: from what a person says about ids of a story to decisions in its file.

In: a story and ids; decisions of another copy. Out: decisions, written. Out of scope: how they are read back (`decided`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.decisions import Decision, make_decision
from onrecord.errors import DecisionError, NotFound
from onrecord.records.entity import Entity
from onrecord.story.decided.table import add_decisions
from onrecord.story.store import Story, open_story


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay did.

    Attributes:
        added: decisions that the story did not have. known: how many it had already.
        gone: ids of decisions of which this story no longer has a record; they are kept, and do nothing.
        conflicts: (decision, decision) pairs of two people that answer one question differently; the later one holds.

    """

    added: tuple[Decision, ...]
    known: int
    gone: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...]


def take_decision(
    path: str | Path, kind: str, ids: Sequence[str], *, who: str, reason: str = "", **values: Any
) -> Decision:
    """Write a decision on the records with these ids into the story at `path`, and return it.

    Args:
        path: of the story file.
        kind: one of `onrecord.decisions.KINDS`.
        ids: of the records, pages, links or decisions; see `Decision.targets` for their order.
        who: the name of whoever decides.
        reason: why.
        values: `field` and `value`, as of a `Decision`.

    Raises:
        NotFound: if there is no such story or record.
        DecisionError: if it can't be taken so; StoreError: if the story can't be written.

    """
    with open_story(path) as story:
        targets = [story.target(ident) for ident in ids]
        decision = make_decision(kind, targets, who=who, reason=reason, **values)
        _check_story(story, decision)
    add_decisions(Path(path), [decision])
    return decision


def replay_decisions(path: str | Path, decisions: Iterable[Decision]) -> Replayed:
    """Write decisions of another copy into the story at `path`, and return what came of it; those it has are passed over.

    Raises:
        NotFound: if there is no such story; StoreError: if it can't be written.

    """
    given = {decision.id: decision for decision in decisions}
    added = add_decisions(Path(path), given.values())
    new = {decision.id for decision in added}
    with open_story(path) as story:
        conflicts = {
            tuple(sorted((standing.decision.id, other)))
            for standing in story.decisions
            for other in standing.conflicts
            if standing.decision.id in new or other in new
        }
        gone = tuple(ident for ident in story.corrections.gone if ident in given)
    pairs = tuple((first, second) for first, second in sorted(conflicts))
    return Replayed(added, len(given) - len(added), gone, pairs)


def find_leaving(story: Story, entity: str, wanted: str) -> tuple[str, ...]:
    """Return which of the pages' entities that a story-wide one is made of a person means by `wanted`.

    Args:
        story: the story.
        entity: id of the story-wide entity, or of one of its pages' entities.
        wanted: id of a page or of a page's entity, or a name.

    Raises:
        NotFound: if it is made of none of these.

    """
    members = story.entities_by_who().get(story.who_is(entity), [])
    found = tuple(one.id for one in members if _is_meant(one, wanted))
    if not found:
        raise NotFound(
            f"{story.path}: {entity} is not made of anything that is called, or stands on the page, {wanted!r}"
        )
    return found


def _is_meant(entity: Entity, wanted: str) -> bool:
    names = {name.casefold() for name in (entity.name, *entity.names)}
    return wanted in {entity.id, entity.evidence.page} or wanted.casefold() in names


def _check_story(story: Story, decision: Decision) -> None:
    """Raise if a decision would change nothing in this story.

    Raises:
        DecisionError: saying so.

    """
    whos = [story.who_is(ident) for ident in decision.records]
    if decision.kind == "join" and len(set(whos)) == 1:
        raise DecisionError("they are one already; nothing is joined")
    if decision.kind != "split":
        return
    if len(set(whos)) > 1:
        raise DecisionError("what is to be set apart is no part of it already")
    members = story.entities_by_who().get(whos[0], [])
    if len(members) < len(decision.records):
        raise DecisionError("all of it would be set apart; nothing is split")
