"""Tellings: commitments of the story that tell the same promise.

In: the record index, and the commitments whose outcome is known. Out: commitments with the ids of the others that tell the same. Out of scope:
whether a promise was kept.

A group forms around its first telling, so no chain of likenesses makes two promises one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from onrecord.link.commitments.promise_keys import Promise, is_same_promise, iter_promises
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Commitment


def add_tellings(index: RecordIndex, settled: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Return the settled commitments and those told more than once, in order of ids, each with its other tellings."""
    found = {commitment.id: commitment for commitment in settled}
    for group in _group_promises(index):
        ids = sorted({promise.commitment.id for promise in group})
        for promise in group:
            commitment = found.get(promise.commitment.id, promise.commitment)
            others = tuple(id_ for id_ in ids if id_ != commitment.id)
            if others:
                found[commitment.id] = replace(commitment, tellings=others)
    return tuple(found[id_] for id_ in sorted(found))


def _group_promises(index: RecordIndex) -> list[list[Promise]]:
    """Return the promises of the story in groups that promise the same."""
    groups: list[list[Promise]] = []
    groups_by_head: dict[str, list[list[Promise]]] = defaultdict(list)
    for promise in iter_promises(index):
        near = {
            id(group): group
            for head in sorted(promise.heads)
            for group in groups_by_head[head][-THRESHOLDS.promises_per_head :]
        }
        group = next((g for g in near.values() if _is_telling(index, g[0], promise)), None)
        if group is not None:
            group.append(promise)
            continue
        groups.append([promise])
        for head in promise.heads:
            groups_by_head[head].append(groups[-1])
    return groups


def _is_telling(index: RecordIndex, a: Promise, b: Promise) -> bool:
    """Return whether two commitments promise the same, by the same and by no other day."""
    if a.promisers and b.promisers and not a.promisers & b.promisers:
        return False
    is_named = bool(a.promisers and b.promisers)
    if not is_named and not a.promiser_stems & b.promiser_stems:
        return False
    if a.dates and b.dates and not a.dates & b.dates:
        return False
    return is_same_promise(index, a, b)
