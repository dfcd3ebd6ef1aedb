"""The map: the places that a story names, where its pages decide which place is meant.

In: a visit. Out: a plan of the map, and every name with its place or why it has none. Out of scope: what decides (`web.places.placing`).
"""

from __future__ import annotations

from onrecord.web.drawings import Drawing
from onrecord.web.facets import Choice, Facet, filter_rows
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.places.gazetteer import get_country_name
from onrecord.web.places.map_plan import plan_map
from onrecord.web.places.placing import STATUSES, PlacedName, place_names
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS


def show(visit: Visit) -> ViewModel:
    """Show the map and the names, filtered by whether they are placed, by country, and by name."""
    wanted, choices = _list_wanted(visit)
    plan = plan_map(wanted)
    data = {
        "listing": paginate(wanted, visit.read_field("page")),
        "plan": plan,
        "choices": choices,
        "statuses": STATUSES,
        "placed": sum(one.status == "placed" for one in wanted),
        "candidates_shown": THRESHOLDS.candidates_shown,
    }
    return ViewModel("map.html", "Map", data)


def draw(visit: Visit) -> Drawing:
    """Return the map of the names that the address leaves, to be taken away."""
    wanted, _ = _list_wanted(visit)
    placed = sum(one.status == "placed" for one in wanted)
    data = {"plan": plan_map(wanted), "placed": placed, "total": len(wanted)}
    return Drawing("map.svg", data)


def list_table(visit: Visit) -> ListTable:
    """Return the names that the filters leave, each with its place or why it has none."""
    return ListTable("map", [_build_row(one) for one in _list_wanted(visit)[0]])


def _list_wanted(visit: Visit) -> tuple[list[PlacedName], tuple[Choice, ...]]:
    written = visit.read_field("name").casefold()
    names = [
        one
        for one in place_names(visit)
        if not written or any(written in form.casefold() for form in (one.who.name, *one.who.names))
    ]
    facets: tuple[Facet[PlacedName], ...] = (
        Facet("placed", "Where it lies", lambda one: (one.status,), STATUSES),
        Facet("country", "Country", _read_country),
    )
    return filter_rows(names, facets, visit.read_field)


def _read_country(name: PlacedName) -> tuple[str, ...]:
    return (get_country_name(name.place.country),) if name.place is not None else ()


def _build_row(name: PlacedName) -> dict[str, str | int | float | None]:
    place = name.place
    return {
        "id": name.who.id,
        "name": name.who.name,
        "mentions": name.who.mentions,
        "status": name.status,
        "place": place.described if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geonames": place.id if place else None,
        "why": name.why,
        "candidates": "; ".join(one.described for one in name.candidates),
    }
