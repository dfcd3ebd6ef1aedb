"""Placing: which place of the gazetteer each place that a story names is, where its pages decide it.

In: a visit. Out: for each name its place and what decided it, or why none was chosen. Out of scope: drawing.

A page decides by the words after the name ("Paris, Texas"); or by naming the country or state in which the largest place of that
name lies, if it is a town of some size. Where pages speak for several places, or none of them decides, the name is not placed, however large one
of them may be: pages of small towns name small towns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Entity
from onrecord.web.places.celestial_words import CELESTIAL_BODIES
from onrecord.web.places.gazetteer import KnownPlace, find_area, find_places, fold_name
from onrecord.web.room import Visit
from onrecord.web.thresholds import THRESHOLDS

STATUSES = {
    "placed": "on the map",
    "area": "known, without a point",
    "several": "could be several places",
    "unsure": "one place of that name, not confirmed",
    "unknown": "not in the gazetteer",
}
_AFTER = re.compile(r",\s+((?:[A-Z][\w.’'-]+)(?:\s+(?:of|and|the|[A-Z][\w.’'-]+)){0,3})")
"""What follows a name after a comma: "Paris, Texas", "Aden, Yemen"."""


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A place that the story names, and which place of the gazetteer it is.

    Attributes:
        who: the story-wide entity. status: a key of STATUSES.
        place: the place it is; None where that is not known.
        why: what decided it, or why nothing does.
        candidates: the places of that name.

    """

    who: Entity
    status: str
    place: KnownPlace | None
    why: str
    candidates: tuple[KnownPlace, ...]


@dataclass(frozen=True, slots=True)
class _Naming:
    """One place where a page names an entity, and the words after it."""

    page: str
    after: str


def place_names(visit: Visit) -> tuple[PlacedName, ...]:
    """Return the story's places, most named first, each with where it lies or why that is not known."""
    return visit.room.get_cached("placed", lambda: _place_all(visit))


def _place_all(visit: Visit) -> tuple[PlacedName, ...]:
    rows = visit.story.rows(
        "SELECT id FROM who WHERE type = 'place' ORDER BY mentions DESC, name, id"
    )
    found_places = visit.story.whos([row["id"] for row in rows])
    places = [found_places[row["id"]] for row in rows]
    names = frozenset(name for who in places for name in (who.name, *who.names))
    found = find_places(names) if names else {}
    namings = _list_namings(visit, {who.id for who in places})
    areas = _list_areas_by_page(places, namings)
    return tuple(_place_one(who, found, namings.get(who.id, ()), areas) for who in places)


def _place_one(
    who: Entity,
    found: Mapping[str, tuple[KnownPlace, ...]],
    namings: Sequence[_Naming],
    areas: Mapping[str, frozenset[KnownPlace]],
) -> PlacedName:
    candidates = _list_candidates(who, found)
    if not candidates:
        return PlacedName(who, "unknown", None, "GeoNames has no place of this name", ())
    areas_named = _keep_areas(candidates)
    if len(areas_named) == 1:
        why = f"it is the name of a {areas_named[0].kind}"
        return _settle(who, areas_named[0], why, candidates)
    decided = _read_pages(who, namings, areas_named or candidates, areas)
    if len(decided) == 1:
        ((place, why),) = decided.values()
        return _settle(who, place, why, candidates)
    if decided:
        named = " and ".join(sorted(place.described for place, _ in decided.values()))
        return PlacedName(who, "several", None, f"pages speak for {named}", candidates)
    if len(candidates) == 1:
        return _place_only_one(who, candidates[0])
    return PlacedName(who, "several", None, "no page says which one it means", candidates)


def _keep_areas(candidates: Sequence[KnownPlace]) -> list[KnownPlace]:
    """Return the countries and states of that name; none where a large city of the same country bears a state's name ("New York")."""
    areas = [place for place in candidates if place.kind != "town"]
    rivals = {
        place.country
        for place in candidates
        if place.kind == "town" and place.population >= THRESHOLDS.large_town_population
    }
    is_rivalled = any(area.kind == "state" and area.country in rivals for area in areas)
    return [] if is_rivalled and len(areas) == 1 else areas


def _read_pages(
    who: Entity,
    namings: Sequence[_Naming],
    candidates: Sequence[KnownPlace],
    areas: Mapping[str, frozenset[KnownPlace]],
) -> dict[str, tuple[KnownPlace, str]]:
    """Return the places that pages speak for, by id, each with what that is; a page that writes which one it means says no more."""
    found: dict[str, tuple[KnownPlace, str]] = {}
    by_page: dict[str, list[_Naming]] = defaultdict(list)
    for naming in namings:
        by_page[naming.page].append(naming)
    for page, of_page in sorted(by_page.items()):
        stated = [one for naming in of_page if (one := _read_after(naming, candidates))]
        for place in stated:
            found[place.id] = place, f"a page writes {place.described}"
        if not stated and who.name.casefold() not in CELESTIAL_BODIES:
            near = _choose_by_areas(candidates, areas.get(page, frozenset()))
            if near is not None:
                why = f"a page that names it also names {near[1].name}"
                found.setdefault(near[0].id, (near[0], why))
    return found


def _place_only_one(who: Entity, place: KnownPlace) -> PlacedName:
    """Return the one place that GeoNames knows; a small one may have namesakes that it does not know."""
    is_large = place.population >= THRESHOLDS.sole_place_population
    if is_large and who.name.casefold() not in CELESTIAL_BODIES:
        return _settle(who, place, "GeoNames knows no other place of this name", (place,))
    why = f"GeoNames knows {place.described} only; no page confirms it"
    return PlacedName(who, "unsure", None, why, (place,))


def _settle(
    who: Entity, place: KnownPlace, why: str, candidates: tuple[KnownPlace, ...]
) -> PlacedName:
    """Return a name whose place is known; a state has no point and no outline to be drawn."""
    status = "area" if place.kind == "state" else "placed"
    return PlacedName(who, status, place, why, candidates)


def _list_candidates(
    who: Entity, found: Mapping[str, tuple[KnownPlace, ...]]
) -> tuple[KnownPlace, ...]:
    """Return the places of an entity's name; of its other names only where that one has none."""
    if places := found.get(fold_name(who.name), ()):
        return places
    others = {place.id: place for name in who.names for place in found.get(fold_name(name), ())}
    return tuple(sorted(others.values(), key=lambda place: (-place.population, place.id)))


def _read_after(naming: _Naming, candidates: Iterable[KnownPlace]) -> KnownPlace | None:
    """Return the one candidate inside the country or state that the words after the name say."""
    match = _AFTER.match(naming.after)
    if match is None:
        return None
    words = match[1].split()
    for count in range(len(words), 0, -1):
        if inside := find_area(" ".join(words[:count]).rstrip(".,")):
            fitting = [one for one in candidates if any(_is_inside(one, area) for area in inside)]
            return fitting[0] if len(fitting) == 1 else None
    return None


def _choose_by_areas(
    candidates: Iterable[KnownPlace], areas: frozenset[KnownPlace]
) -> tuple[KnownPlace, KnownPlace] | None:
    """Return the largest candidate with an area that holds it and that a page names; None where there is no such area, or it is too small."""
    if any(place.kind == "state" for place in candidates):
        return None  # its capital or the state: naming the country leaves both
    largest = max(candidates, key=lambda place: (place.population, place.id))
    if largest.kind == "town" and largest.population < THRESHOLDS.sole_place_population:
        return None
    # Of a state and its country, the state says more.
    for area in sorted(areas, key=lambda area: (area.kind != "state", area.id)):
        if _is_inside(largest, area):
            return largest, area
    return None


def _is_inside(place: KnownPlace, area: KnownPlace) -> bool:
    if place.id == area.id or place.kind == "country" or place.country != area.country:
        return False
    return area.kind == "country" or place.state == area.state


def _list_areas_by_page(
    places: Iterable[Entity], namings: Mapping[str, Sequence[_Naming]]
) -> dict[str, frozenset[KnownPlace]]:
    """Return the countries and states that each page names."""
    found: dict[str, set[KnownPlace]] = defaultdict(set)
    for who in places:
        named = find_area(who.name)
        if len(named) == 1:
            for naming in namings.get(who.id, ()):
                found[naming.page].add(named[0])
    return {page: frozenset(areas) for page, areas in found.items()}


def _list_namings(visit: Visit, wanted: set[str]) -> dict[str, list[_Naming]]:
    sql = """SELECT i.who, m.page, substr(p.text, m."end" + 1, ?) AS after FROM involved i
      JOIN mentions m ON m.id = i.record JOIN pages p ON p.id = m.page WHERE i.kind = 'mentions'"""
    found: dict[str, list[_Naming]] = defaultdict(list)
    for row in visit.story.rows(sql, (THRESHOLDS.place_context_chars,)):
        if row["who"] in wanted:
            found[row["who"]].append(_Naming(row["page"], row["after"]))
    return found
