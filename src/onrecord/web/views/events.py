"""Events: who did what to whom, page by page, filtered by status, kind, who and outlet."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from onrecord.records import Event
from onrecord.records.event import KINDS
from onrecord.web import labels
from onrecord.web.cards import Card, build_card
from onrecord.web.list_tables import ListTable
from onrecord.web.record_sheets import get_wanted_pages, iter_rows_by_page, read_sheet
from onrecord.web.room import ViewModel, Visit
from onrecord.web.values import iter_entity_ids, load_referred


def show(visit: Visit) -> ViewModel:
    """Show events by page's publication day, then in order of text."""
    wanted = get_wanted_pages(visit, "events", _FIELDS, lambda: _count_wanted(visit))
    listing = read_sheet(visit, Event, "events", wanted, lambda event: _is_wanted(visit, event))
    load_referred(visit, listing.rows)
    counts, kinds = visit.room.get_cached("event tally", lambda: _count_statuses(visit))
    data = {
        "listing": listing,
        "cards": [_build_row(visit, event) for event in listing.rows],
        "tally": [(status, counts[status]) for status in labels.STATUSES if counts[status]],
        "kinds": [kind for kind in KINDS if kind in kinds],
        "outlets": visit.list_outlets(),
        "heads": visit.get_heads(),
    }
    return ViewModel("events.html", "Events", data)


_FIELDS = ("status", "kind", "outlet", "who")
"""Fields of the address that say which events are wanted."""
_COUNT = """SELECT page, count(*) AS n FROM events
  WHERE (? = '' OR status = ?) AND (? = '' OR coalesce(kind, '-') = ?) GROUP BY page"""


def list_table(visit: Visit) -> ListTable:
    """Return the events that the filters leave."""
    events = [one for one in visit.story.records("events") if isinstance(one, Event)]
    if visit.read_field("who"):
        visit.load_entities(id_ for event in events for id_ in iter_entity_ids(event))
    return ListTable("events", [event for event in events if _is_wanted(visit, event)])


def _count_wanted(visit: Visit) -> Mapping[str, int]:
    """Return how many events are wanted of each page."""
    if visit.read_field("who"):
        return _count_named(visit)
    asked = [visit.read_field(name) for name in ("status", "kind")]
    rows = visit.story.rows(_COUNT, [one for one in asked for _ in range(2)])
    outlet, heads = visit.read_field("outlet"), visit.get_heads()
    return {
        row["page"]: row["n"] for row in rows if not outlet or heads[row["page"]].outlet == outlet
    }


_PARTICIPANTS = """SELECT page, status, coalesce(kind, '-') AS kind, actors, targets FROM events
  WHERE page IN (SELECT value FROM json_each(?))"""


def _count_named(visit: Visit) -> Mapping[str, int]:
    """Return how many events are wanted of each page whose participants have a name that is asked for."""
    field, heads = visit.read_field, visit.get_heads()
    wanted, named = field("who").casefold(), _find_named(visit, field("who").casefold())
    counts: Counter[str] = Counter()
    for row in iter_rows_by_page(visit, _PARTICIPANTS):
        if field("status") not in {"", row["status"]} or field("kind") not in {"", row["kind"]}:
            continue
        if field("outlet") not in {"", heads[row["page"]].outlet}:
            continue
        participants = (*json.loads(row["actors"]), *json.loads(row["targets"]))
        counts[row["page"]] += any(
            wanted in one["text"].casefold() or one["entity"] in named for one in participants
        )
    return counts


def _find_named(visit: Visit, wanted: str) -> set[str]:
    """Return the ids of the entities, the story's and its pages', that have a name in which these words stand."""
    people = {
        row["id"]
        for row in visit.story.rows("SELECT id, name, names FROM who")
        if any(wanted in name.casefold() for name in (row["name"], *json.loads(row["names"])))
    }
    sql = "SELECT entity FROM same WHERE who IN (SELECT value FROM json_each(?))"
    rows = visit.story.rows(sql, (json.dumps(sorted(people)),))
    return people | {row["entity"] for row in rows}


def _count_statuses(visit: Visit) -> tuple[Counter[str], set[str]]:
    """Return how many events there are of each status, and the kinds that there are."""
    counts: Counter[str] = Counter()
    kinds = set()
    sql = "SELECT status, kind, count(*) AS n FROM events GROUP BY status, kind"
    for row in visit.story.rows(sql):
        counts[row["status"]] += row["n"]
        kinds.add(row["kind"])
    return counts, kinds


def _build_row(visit: Visit, event: Event) -> tuple[Card, Event, str]:
    """Return an event's card, itself, and when it was, in words; "" where the page does not say."""
    card = build_card(visit, event)
    when = next((one.text for one in card.values if one.label.startswith("when")), "")
    return card, event, when


def _is_wanted(visit: Visit, event: Event) -> bool:
    field = visit.read_field
    if field("outlet") and visit.get_heads()[event.evidence.page].outlet != field("outlet"):
        return False
    if field("status") not in {"", event.status} or field("kind") not in {"", event.kind or "-"}:
        return False
    wanted = field("who").casefold()
    return not wanted or any(
        wanted in name.casefold()
        for one in (*event.actors, *event.targets)
        for name in (one.text, *_list_names(visit, one.entity))
    )


def _list_names(visit: Visit, entity: str | None) -> tuple[str, ...]:
    who = visit.find_entity(entity)
    return (who.name, *who.names) if who is not None else ()
