"""Events: who did what to whom, page by page, filtered by status, kind, who and outlet."""

from __future__ import annotations

from collections import Counter

from onrecord.records import Event
from onrecord.records.event import KINDS
from onrecord.web import labels
from onrecord.web.cards import Card, build_card
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.room import ViewModel, Visit


def show(visit: Visit) -> ViewModel:
    """Show events by page's publication day, then in order of text."""
    events = _list_events(visit)
    listing = paginate(_list_wanted(visit), visit.read_field("page"))
    counts = Counter(event.status for event in events)
    data = {
        "listing": listing,
        "cards": [_build_row(visit, event) for event in listing.rows],
        "tally": [(status, counts[status]) for status in labels.STATUSES if counts[status]],
        "kinds": [kind for kind in KINDS if any(event.kind == kind for event in events)],
        "outlets": visit.list_outlets(),
        "heads": visit.get_heads(),
    }
    return ViewModel("events.html", "Events", data)


def list_table(visit: Visit) -> ListTable:
    """Return the events that the filters leave."""
    return ListTable("events", _list_wanted(visit))


def _list_wanted(visit: Visit) -> list[Event]:
    return [event for event in _list_events(visit) if _is_wanted(visit, event)]


def _list_events(visit: Visit) -> list[Event]:
    def read() -> list[Event]:
        return [one for one in visit.story.records("events") if isinstance(one, Event)]

    return visit.room.get_cached("events", read)


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
