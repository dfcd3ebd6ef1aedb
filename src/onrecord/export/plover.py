"""PLOVER: coded events, one a line, under the field names of the PLOVER manual.

Only what is said to have happened or to go on is an event of PLOVER. Events of another status are left out, with a note;
where a selection asks for them by status they have PLOVER's own auxiliary mode (`future`, `hypothetical`, `negation`).
PLOVER has none for what is alleged: those are left out always.

Source: PLOVER manual (Open Event Data Alliance), chapter 2.3 (auxiliary modes) and chapter 6 (data fields).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from onrecord.export.about import describe_versions
from onrecord.export.event_words import is_real
from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records import Event, Participant
from onrecord.records.address import is_web_address
from onrecord.story import PageHead, SelectedStory
from onrecord.story.tables import TableIndex

_AUXILIARY_MODES = {
    "planned": "future",
    "promised": "future",
    "possible": "hypothetical",
    "called_for": "hypothetical",
    "denied": "negation",
}
_QUAD_CODES = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "COOPERATE": 2,
    "AID": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
"""Verbal and material cooperation, verbal and material conflict; YIELD is verbal or material by its mode."""
_YIELD_QUAD_CODES = {"CONCEDE": 1, "RETREAT": 2}


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write one event a line to `stream`: those with a PLOVER root and a day."""
    left_out: Counter[str] = Counter()
    versions = describe_versions(selected)
    asked = selected.selection.statuses
    for event in selected.list_records("events"):
        assert isinstance(event, Event)
        reason = _find_reason_to_leave_out(event, asked)
        head = selected.heads[event.evidence.page]
        days = _find_days(event, head, selected.index)
        if reason is None and days is None:
            reason = "without a day"
        if reason is not None or days is None:
            left_out[reason or ""] += 1
            continue
        row = _build_row(event, head, selected.index) | days | {"coder": versions}
        stream.write(f"{json.dumps(row, ensure_ascii=False)}\n".encode("utf-8", "replace"))
    if left_out:
        told = ", ".join(f"{count} {reason}" for reason, count in left_out.most_common())
        report(f"plover: left out {told}; csv and jsonl hold them with their status")


def _find_reason_to_leave_out(event: Event, asked: frozenset[str]) -> str | None:
    """Return why an event is none of PLOVER's, or None."""
    if event.type is None:
        return "without a PLOVER root"
    if is_real(event):
        return None
    if event.negated:
        return "negated"
    return None if event.status in asked and event.status in _AUXILIARY_MODES else event.status


def _find_days(event: Event, head: PageHead, index: TableIndex) -> dict[str, str] | None:
    """Return the first and last day that the event may be of: its own, else the page's; None where neither is known."""
    own = read_interval(index.find_time_value(event.time))
    if own is not None:
        days = {"date": own.first.isoformat(), "date_of": "event"}
        return days | ({"enddate": own.last.isoformat()} if own.last != own.first else {})
    published = read_interval(head.published.value if head.published else None)
    if published is None or event.time is not None:
        return None
    return {"date": published.last.isoformat(), "date_of": "publication"}


def _build_row(event: Event, head: PageHead, index: TableIndex) -> dict[str, Any]:
    root = event.type or ""
    quad = _YIELD_QUAD_CODES.get(event.mode or "") if root == "YIELD" else _QUAD_CODES.get(root)
    auxiliary = _AUXILIARY_MODES.get(event.status)
    place = {"event_loc": {"extracted_place": event.place.text}} if event.place else {}
    return {
        "id": event.id,
        "has_event": True,
        "actor": _list_entities(event.actors, index),
        "recipient": _list_entities(event.targets, index),
        "event": [root],
        "event_text": [event.trigger.text],
        "quad_code": quad,
        "mode": [mode for mode in (event.mode, auxiliary) if mode],
        "context": list(event.context),
        "status": event.status,
        "text": event.evidence.text,
        "text_info": {"start": event.evidence.start, "end": event.evidence.end},
        "cite_info": _cite(head),
        "link": event.said_by,
    } | place


def _list_entities(participants: Iterable[Participant], index: TableIndex) -> list[dict[str, Any]]:
    listed = []
    for one in participants:
        who = index.find_entity(one.entity)
        known = {"identifier_id": who.id, "identifier_text": who.name} if who else {}
        office = {"office": "; ".join(who.roles)} if who and who.roles else {}
        listed.append({"entity_text": one.text, **known, **office})
    return listed


def _cite(head: PageHead) -> dict[str, str | None]:
    return {
        "citation": head.id,
        "url": head.url if head.url and is_web_address(head.url) else None,
        "title": head.title,
        "language": head.language,
        "publication": head.outlet,
        "codebook": "PLOVER manual, Open Event Data Alliance",
    }
