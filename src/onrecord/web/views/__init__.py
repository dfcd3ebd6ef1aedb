"""The views, one file each: each makes a view model of a visit. They never import each other."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.web.drawings import Drawing
from onrecord.web.list_tables import ListTable
from onrecord.web.room import ViewModel, Visit
from onrecord.web.views import (
    copies,
    decisions,
    events,
    figures,
    front,
    network,
    original,
    pages,
    promises,
    quotes,
    record,
    search,
    skipped,
    threads,
    timeline,
    times,
    undertakings,
    who,
)
from onrecord.web.views import map as map_view

VIEWS: tuple[tuple[str, str, Callable[[Visit], ViewModel]], ...] = (
    ("/", "front", front.show),
    ("/timeline", "timeline", timeline.show),
    ("/events", "events", events.show),
    ("/times", "times", times.show),
    ("/pages", "pages", pages.show_list),
    ("/pages/{id}", "pages", pages.show_page),
    ("/pages/{id}/original", "pages", original.show),
    ("/quotes", "quotes", quotes.show),
    ("/figures", "figures", figures.show),
    ("/promises", "promises", promises.show),
    ("/undertakings", "undertakings", undertakings.show),
    ("/who", "who", who.show_list),
    ("/who/{id}", "who", who.show_one),
    ("/network", "network", network.show),
    ("/map", "map", map_view.show),
    ("/threads", "threads", threads.show_list),
    ("/threads/{id}", "threads", threads.show_one),
    ("/copies", "copies", copies.show),
    ("/search", "search", search.show),
    ("/r/{id}", "record", record.show),
    ("/skipped", "skipped", skipped.show),
    ("/decisions", "decisions", decisions.show),
)
"""Address, section it belongs to, and the function that shows it."""

DRAWINGS: tuple[tuple[str, str, Callable[[Visit], Drawing]], ...] = (
    ("/figures/{id}.svg", "figures", figures.draw),
    ("/network.svg", "network", network.draw),
    ("/map.svg", "map", map_view.draw),
)
"""Address of a drawing, the view it belongs to, and the function that returns it."""

LIST_TABLES: tuple[tuple[str, str, Callable[[Visit], ListTable]], ...] = (
    ("/timeline", "timeline", timeline.list_table),
    ("/pages", "pages", pages.list_table),
    ("/quotes", "quotes", quotes.list_table),
    ("/figures", "figures", figures.list_table),
    ("/events", "events", events.list_table),
    ("/times", "times", times.list_table),
    ("/promises", "promises", promises.list_table),
    ("/undertakings", "undertakings", undertakings.list_table),
    ("/who", "who", who.list_table),
    ("/network", "network", network.list_table),
    ("/map", "map", map_view.list_table),
    ("/threads", "threads", threads.list_table),
    ("/threads/{id}", "thread", threads.list_comments),
    ("/copies", "copies", copies.list_table),
    ("/search", "search", search.list_table),
    ("/skipped", "skipped", skipped.list_table),
)
"""Address of a list view, the name of its file, and the function that returns its rows."""
