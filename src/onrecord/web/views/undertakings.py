"""Undertakings: a card for each mission, operation, programme or deal; every cell opens its words."""

from __future__ import annotations

from onrecord.web.paging import paged
from onrecord.web.room import Sheet, Visit


def show(visit: Visit) -> Sheet:
    """Show the undertakings, filtered by kind and words of their names."""
    everything = visit.room.remember("undertakings", visit.story.undertakings)
    words, kind = visit.asked("name").casefold(), visit.asked("kind")
    fitting = [
        one
        for one in everything
        if (not kind or one.kind == kind)
        and (not words or any(words in name.casefold() for name in (one.name, *one.names)))
    ]
    data = {
        "sheet": paged(fitting, visit.asked("page"), 20),
        "kinds": sorted({one.kind for one in everything}),
        "heads": visit.heads(),
    }
    return Sheet("undertakings.html", "Undertakings", data)
