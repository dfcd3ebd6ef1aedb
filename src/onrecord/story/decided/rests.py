"""What rests on records that were set aside or changed: references to them, times counted from them, links, states and cards.

In: the corrections under work. Out: more patches and marks. Out of scope: the decisions themselves.

A reference to a record that is wrong is no longer made; a value computed from it is open. What is not known is said to be not known.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from onrecord.link.commitments.states import SIDES, classify_state
from onrecord.records import Decided
from onrecord.story.decided.draft import Draft
from onrecord.story.decided.verdicts import open_time

_REFERENCES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "times": (("events", "time"), ("commitments", "due"), ("figures", "as_of")),
    "quotes": (("events", "said_by"), ("figures", "according_to")),
    "comments": (("comments", "parent"),),
}
"""Table → the columns of other records that hold its ids."""

_DROPPED = {"parent": ("parent", "parent_how")}
"""Columns that go with a reference, where there are more than itself."""


def follow_rests(draft: Draft) -> None:
    """Note what follows from the decisions for records that rest on those decided on."""
    _drop_references(draft)
    _open_times(draft)
    _drop_links(draft)
    _settle_outcomes(draft)
    _correct_cards(draft)


def _drop_references(draft: Draft) -> None:
    for table, columns in _REFERENCES.items():
        for holder, column in columns:
            sql = f"SELECT id, {column} FROM main.{holder} WHERE {column} IN (SELECT value FROM json_each(?))"
            for row in draft.list_rows_among(sql, draft.wrong.get(table, ())):
                draft.patch(holder, row["id"], **dict.fromkeys(_DROPPED.get(column, (column,))))
                draft.mark(row["id"], _build_resting_mark(draft, row[column], column))


def _open_times(draft: Draft) -> None:
    """Leave open the times counted from a time that is wrong or open itself, and so on."""
    opened = {ident for table, ident in draft.patches if table == "times"}
    waiting = set(draft.wrong.get("times", ())) | opened
    done: set[str] = set()
    while waiting:
        done |= waiting
        sql = "SELECT id, anchor FROM main.times WHERE anchor IN (SELECT value FROM json_each(?))"
        rows = [row for row in draft.list_rows_among(sql, waiting) if row["id"] not in done]
        for row in rows:
            mark = draft.reasons[row["anchor"]]
            named = mark if mark.field else replace(mark, field="value")
            open_time(draft, row["id"], named, "time")
        waiting = {row["id"] for row in rows}


def _drop_links(draft: Draft) -> None:
    """Set aside links of records that are set aside, and those between entities that are no longer one."""
    aside = {ident for table, ids in draft.wrong.items() if table != "links" for ident in ids}
    for end in ("a", "b"):
        sql = f"SELECT id FROM main.links WHERE {end} IN (SELECT value FROM json_each(?))"
        draft.wrong["links"] |= {row["id"] for row in draft.list_rows_among(sql, aside)}
    draft.wrong["links"] |= draft.regrouping.parted


def _settle_outcomes(draft: Draft) -> None:
    """Give promises the state that the links left give them: a person's word on a link decides, as the measured floor does."""
    wrong, untold = draft.wrong["links"], draft.wrong.get("commitments", set())
    if not (wrong or untold or draft.confirmed):
        return
    kinds = {
        row["id"]: row["kind"]
        for row in draft.list_rows(
            "SELECT id, kind FROM main.links WHERE kind IN ('keeps', 'breaks', 'updates')"
        )
    }
    for row in draft.list_rows("SELECT * FROM main.outcomes"):
        drawn = json.loads(row["evidence"])
        kept = [
            item
            | {"candidate": item.get("candidate", False) and item["link"] not in draft.confirmed}
            for item in drawn
            if item["link"] not in wrong
        ]
        told = json.loads(row["tellings"]) if "tellings" in row.keys() else []  # noqa: SIM118
        tellings = [ident for ident in told if ident not in untold]
        if kept != drawn:
            sides = [(SIDES.get(kinds.get(item["link"], "")), item["candidate"]) for item in kept]
            settled = {side for side, is_candidate in sides if side and not is_candidate}
            unsettled = {side for side, is_candidate in sides if side and is_candidate}
            draft.patch(
                "outcomes",
                row["commitment"],
                evidence=_encode(kept),
                state=classify_state(settled) or "open",
                candidate_state=classify_state(unsettled),
            )
            for item in drawn:
                if item["link"] in wrong or item["link"] in draft.confirmed:
                    _mark_outcome(draft, row["commitment"], item["link"])
        if tellings != told:
            draft.patch("outcomes", row["commitment"], tellings=_encode(tellings))


def _mark_outcome(draft: Draft, commitment: str, link: str) -> None:
    for mark in draft.marks.get(link, ()):
        if mark.kind in {"wrong", "right"}:
            draft.mark(commitment, replace(mark, field="state"))


def _correct_cards(draft: Draft) -> None:
    """Take what is set aside off the cards of undertakings, and show what was set."""
    who_of, aside = draft.regrouping.who_of, {i for ids in draft.wrong.values() for i in ids}
    statuses = {
        ident: patch["status"]
        for (table, ident), patch in draft.patches.items()
        if table == "events" and "status" in patch
    }
    if not (who_of or aside or statuses):
        return
    for row in draft.list_rows("SELECT * FROM main.undertakings"):
        cells = {
            column: json.loads(row[column])
            for column in ("parties", "contributions", "tasks", "phases", "open")
        }
        corrected: dict[str, list[Any]] = {
            "parties": [
                party | {"entity": who_of.get(party["entity"] or "", party["entity"])}
                for party in cells["parties"]
                if party["entity"] not in aside
            ],
            "contributions": [
                item
                | {
                    "status": statuses.get(item["event"], item["status"]),
                    "figure": None if item["figure"] in aside else item["figure"],
                }
                for item in cells["contributions"]
                if item["event"] not in aside
            ],
            "tasks": [item for item in cells["tasks"] if item["event"] not in aside],
            "phases": [item for item in cells["phases"] if item["event"] not in aside],
            "open": [ident for ident in cells["open"] if ident not in aside],
        }
        for column, cell in corrected.items():
            if cell != cells[column]:
                draft.patch("undertakings", row["id"], **{column: _encode(cell)})
                _mark_card(draft, row["id"], cells[column], column)


def _mark_card(draft: Draft, card: str, cells: list[Any], column: str) -> None:
    named = json.dumps(cells)
    for ident in [ident for ident in draft.marks if f'"{ident}"' in named]:
        for mark in list(draft.marks[ident]):
            if mark.kind in {"wrong", "set"}:
                draft.mark(card, replace(mark, field=mark.field or column))


def _build_resting_mark(draft: Draft, ident: str, column: str) -> Decided:
    return replace(draft.reasons[ident], field=column)


def _encode(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
