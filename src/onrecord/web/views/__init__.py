"""The views, one file each: each makes a view model of a visit. They never import each other."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.web.room import ViewModel, Visit
from onrecord.web.views import (
    copies,
    decisions,
    events,
    figures,
    front,
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
    ("/threads", "threads", threads.show_list),
    ("/threads/{id}", "threads", threads.show_one),
    ("/copies", "copies", copies.show),
    ("/search", "search", search.show),
    ("/r/{id}", "record", record.show),
    ("/skipped", "skipped", skipped.show),
    ("/decisions", "decisions", decisions.show),
)
"""Address, section it belongs to, and the function that shows it."""
