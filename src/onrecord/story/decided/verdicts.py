"""What each kind of decision changes of the record that it is about.

In: the corrections under work, a decision, and the ids of its records in this story. Out: patches, records set aside, marks.
Out of scope: what rests on those records (`rests`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.decisions import Decision
from onrecord.records import Decided
from onrecord.story.decided.draft import Draft, build_mark
from onrecord.story.decided.groups import iter_entities

_BY_HAND = "by hand"
"""How a page's day is known that a person set."""
_REFERRING = {
    "quotes": ("source",),
    "events": ("actors", "targets"),
    "commitments": ("who", "to_whom"),
}


def apply_decision(draft: Draft, decision: Decision, ids: tuple[str, ...]) -> None:
    """Note what a decision in force changes."""
    _APPLIERS.get(decision.kind, _apply_remark)(draft, decision, ids)


def _apply_remark(draft: Draft, decision: Decision, ids: tuple[str, ...]) -> None:
    """Mark a record with a note or a tag, or as found right."""
    mark = build_mark(decision, ids[0])
    draft.mark(ids[0], mark)
    if draft.find_table(ids[0]) == "entities":
        draft.mark(draft.find_who(ids[0]), mark)


def _apply_right(draft: Draft, decision: Decision, ids: tuple[str, ...]) -> None:
    _apply_remark(draft, decision, ids)
    if draft.find_table(ids[0]) == "links":
        draft.confirmed.add(ids[0])
        draft.patch("links", ids[0], candidate=0)


def _apply_wrong(draft: Draft, decision: Decision, ids: tuple[str, ...]) -> None:
    table, mark = draft.find_table(ids[0]), build_mark(decision, ids[0])
    if table == "entities":
        _set_entity_aside(draft, mark, draft.find_who(ids[0]))
        return
    draft.wrong[table].add(ids[0])
    draft.reasons[ids[0]] = mark
    draft.mark(ids[0], mark)


def _set_entity_aside(draft: Draft, mark: Decided, who: str) -> None:
    """Set aside a story-wide entity, its entities on pages and their mentions; records no longer refer to it."""
    members = set(draft.list_members(who))
    draft.wrong["who"].add(who)
    involved = draft.list_involved(who)
    for table, ids in (("entities", members), ("mentions", involved["mentions"])):
        draft.wrong[table] |= ids
        for ident in ids:
            draft.reasons[ident] = mark
            draft.mark(ident, mark)
    for table, columns in _REFERRING.items():
        sql = f"SELECT id, {', '.join(columns)} FROM main.{table} WHERE id IN (SELECT value FROM json_each(?))"
        for row in draft.list_rows_among(sql, involved[table]):
            for column in columns:
                value = draft.read_value(table, row, column)
                for entity in members.intersection(iter_entities([value])):
                    value = value.replace(f'"entity":"{entity}"', '"entity":null')
                if value != row[column]:
                    draft.patch(table, row["id"], **{column: value})
                    draft.mark(row["id"], _build_resting_mark(mark, column))


def _build_resting_mark(mark: Decided, field: str) -> Decided:
    return Decided(
        mark.decision, mark.kind, mark.record, field, None, None, mark.reason, mark.who, mark.at
    )


def _apply_set(draft: Draft, decision: Decision, ids: tuple[str, ...]) -> None:
    table = draft.find_table(ids[0])
    _SETTERS[table](draft, decision, ids[0])


def _set_of_event(draft: Draft, decision: Decision, ident: str) -> None:
    row = draft.list_rows("SELECT id, status, time FROM main.events WHERE id = ?", ident)[0]
    if decision.field == "status":
        draft.patch("events", ident, status=decision.value)
        if decision.value != "alleged":
            draft.patch("events", ident, alleged_by=None)
        draft.mark(ident, build_mark(decision, ident, drawn=row["status"]))
        return
    times = draft.list_rows("SELECT value FROM main.times WHERE id = ?", row["time"])
    draft.hand_days[ident] = decision.value or ""
    draft.mark(ident, build_mark(decision, ident, drawn=times[0]["value"] if times else None))


def _set_of_page(draft: Draft, decision: Decision, ident: str) -> None:
    row = draft.list_rows("SELECT published, outlet FROM main.pages WHERE id = ?", ident)[0]
    if decision.field == "outlet":
        draft.patch("pages", ident, outlet=decision.value)
        draft.mark(ident, build_mark(decision, ident, drawn=row["outlet"]))
        return
    draft.patch("pages", ident, published=decision.value, published_how=_BY_HAND)
    draft.mark(ident, build_mark(decision, ident, drawn=row["published"]))
    drawn = (row["published"] or "")[: len("2016-03-08")]
    if drawn and drawn != decision.value:
        sql = "SELECT id FROM main.times WHERE page = ? AND substr(anchor, 1, 10) = ?"
        mark = build_mark(decision, ident, field="time", drawn=drawn)
        for time in draft.list_rows(sql, ident, drawn):
            open_time(draft, time["id"], mark, "published")


def open_time(draft: Draft, ident: str, mark: Decided, waits_for: str) -> None:
    """Leave a time's value open that was counted from something that is no longer so."""
    draft.patch("times", ident, value=None, anchor=None, waits_for=waits_for)
    draft.reasons[ident] = mark
    draft.mark(ident, mark)


def _set_of_entity(draft: Draft, decision: Decision, ident: str) -> None:
    who, column = draft.find_who(ident), decision.field or ""
    rows = draft.list_rows(f"SELECT {column} FROM main.who WHERE id = ?", who)
    mark = build_mark(decision, who, drawn=rows[0][column] if rows else None)
    draft.patch("who", who, **{column: decision.value})
    draft.mark(who, mark)
    if column == "type":
        for member in draft.list_members(who):
            draft.patch("entities", member, type=decision.value)
            draft.mark(member, mark)


def _apply_regrouping(draft: Draft, decision: Decision, ids: tuple[str, ...]) -> None:
    """Mark the groups that joins and splits made; `groups` worked them out together."""
    sql = "SELECT id, name FROM main.entities WHERE id IN (SELECT value FROM json_each(?))"
    names = {row["id"]: row["name"] for row in draft.list_rows_among(sql, ids)}
    words = (" and " if decision.kind == "join" else " from ").join(
        dict.fromkeys(names.get(ident, ident) for ident in ids)
    )
    mark = build_mark(decision, ids[0], value=words)
    for who in draft.regrouping.groups_of.get(decision.id, ()):
        draft.mark(who, mark)


def _apply_pin(draft: Draft, decision: Decision, _ids: tuple[str, ...]) -> None:
    draft.pins.append(build_mark(decision, decision.value or ""))


_APPLIERS: Mapping[str, Callable[[Draft, Decision, tuple[str, ...]], None]] = {
    "right": _apply_right,
    "wrong": _apply_wrong,
    "set": _apply_set,
    "join": _apply_regrouping,
    "split": _apply_regrouping,
    "pin": _apply_pin,
}
_SETTERS: Mapping[str, Callable[[Draft, Decision, str], None]] = {
    "events": _set_of_event,
    "pages": _set_of_page,
    "entities": _set_of_entity,
}
