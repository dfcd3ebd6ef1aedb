"""Plans of zones: which text runs of a page make a zone, and in which role.

In: a `PageTree`, its thread, and the roles of its blocks. Out: plans in the order of the source. Out of scope: their text
and bytes (`source_maps.text_composer`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.pages.dom.markup import SPACE_BREAK
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.source_maps.text_composer import SourceStretch
from onrecord.pages.thread.markup_thread import MarkupThread


class CommentPlace(NamedTuple):
    """The comment that runs belong to, by its index in the thread, and whether they quote someone else."""

    thread_index: int
    is_quotation: bool


@dataclass(frozen=True, slots=True)
class ZonePlan:
    """A zone to be made: its role, its runs, and the comment it belongs to, if any."""

    role: str
    runs: tuple[int, ...]
    comment: CommentPlace | None = None


class _BlockRuns(NamedTuple):
    """Runs of one block that have one role, and belong to one comment or none."""

    runs: list[int]
    role: str
    comment: CommentPlace | None
    block: int


def plan_zones(tree: PageTree, thread: MarkupThread, roles: dict[int, str]) -> Iterator[ZonePlan]:
    """Yield the zones to be made, in the order of the source; a zone's runs follow one another.

    Args:
        tree: the page.
        thread: its comments, which are zones of role `comment`.
        roles: roles of blocks by their index; the others are `furniture`.

    """
    rows = sorted(_iter_block_runs(tree, thread, roles), key=lambda row: row.runs[0])
    zone: list[_BlockRuns] = []
    for row in rows:
        if zone and not _is_continued(tree, zone[-1], row):
            yield _build_plan(zone)
            zone = []
        zone.append(row)
    if zone:
        yield _build_plan(zone)


def iter_stretches(tree: PageTree, runs: Sequence[int]) -> Iterator[SourceStretch]:
    """Yield what stands before each of `runs`, and its text runs; runs that are skipped separate words as well."""
    scan = tree.scan
    last = runs[0] - 1
    for run in runs:
        before = scan.breaks[run]
        if skipped := [n for n in range(last + 1, run) if n not in scan.notes]:
            before = max(before, SPACE_BREAK, *(scan.breaks[n] for n in skipped))
        yield before, scan.read_run(run)
        last = run


def _iter_block_runs(
    tree: PageTree, thread: MarkupThread, roles: dict[int, str]
) -> Iterator[_BlockRuns]:
    comment_of_run = {
        run: CommentPlace(index, run in found.quoted)
        for index, found in enumerate(thread.comments)
        for run in found.runs
    }
    for index, block in enumerate(tree.blocks):
        role = roles.get(index, "furniture")
        if role == "furniture" and tree.elements[block.element].hidden:
            continue
        for run in block.notes:
            yield _BlockRuns([run], "furniture", None, index)
        if index not in thread.blocks or comment_of_run.keys().isdisjoint(block.runs):
            yield _BlockRuns(block.runs, role, None, index)
            continue
        for run in block.runs:
            comment = comment_of_run.get(run)
            yield _BlockRuns([run], role if comment is None else "comment", comment, index)


def _is_continued(tree: PageTree, last: _BlockRuns, row: _BlockRuns) -> bool:
    """Return whether `row` belongs to the zone that `last` is in: no text stands between them."""
    if (last.role, last.comment) != (row.role, row.comment):
        return False
    if row.role not in {"furniture", "comment"} and last.block != row.block:
        return False
    notes = tree.scan.notes
    if last.runs[0] in notes or row.runs[0] in notes:
        return False
    between = range(last.runs[-1] + 1, row.runs[0])
    return not any(tree.run_texts[run].strip() for run in between if run not in notes)


def _build_plan(zone: list[_BlockRuns]) -> ZonePlan:
    runs = tuple([run for row in zone for run in row.runs])
    return ZonePlan(zone[0].role, runs, zone[0].comment)
