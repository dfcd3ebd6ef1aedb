"""Undertakings: a card for each mission, operation, programme or deal; every cell links to its words."""

from __future__ import annotations

from onrecord.records import Undertaking
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS


def show(visit: Visit) -> ViewModel:
    """Show the undertakings, filtered by kind and words of their names."""
    everything = visit.room.get_cached("undertakings", visit.story.undertakings)
    fitting = _list_wanted(visit)
    data = {
        "listing": paginate(fitting, visit.read_field("page"), THRESHOLDS.undertakings_per_page),
        "kinds": sorted({one.kind for one in everything}),
        "heads": visit.get_heads(),
    }
    return ViewModel("undertakings.html", "Undertakings", data)


def list_table(visit: Visit) -> ListTable:
    """Return the undertakings that the filters leave."""
    return ListTable("undertakings", _list_wanted(visit))


def _list_wanted(visit: Visit) -> list[Undertaking]:
    everything = visit.room.get_cached("undertakings", visit.story.undertakings)
    words, kind = visit.read_field("name").casefold(), visit.read_field("kind")
    return [
        one
        for one in everything
        if (not kind or one.kind == kind)
        and (not words or any(words in name.casefold() for name in (one.name, *one.names)))
    ]
