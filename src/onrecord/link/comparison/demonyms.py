"""Countries and bodies that act ("powers"), found by name, acronym or adjective: "Kestrian" is Kestria's.

In: a story's entities, and words. Out: story-wide keys of powers. Out of scope: people and towns.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.language.names.gazetteer import look_up_name
from onrecord.link.en.function_words import NAME_CONNECTORS
from onrecord.link.en.names import (
    ADJECTIVAL_ENDINGS,
    COUNTRY_ENDINGS,
    COUNTRY_VOWELS,
    DEMONYM_ADJECTIVE,
    DEMONYM_ENDINGS,
    UNDERTAKING_NAME,
)
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Entity

_CAPITALISED_RUN = re.compile(r"[A-Z][\w’'&.-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'&.-]*)*")
_POWER_TYPES = frozenset({"place", "organisation", "group"})


@dataclass(frozen=True, slots=True)
class Power:
    """A country or body that acts: its key, the name to show, its story-wide entity if named."""

    key: str
    name: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Powers:
    """The powers a story names: powers by key, and keys by case-folded name."""

    by_key: Mapping[str, Power]
    words: Mapping[str, str]

    def iter_mentions(self, text: str) -> Iterator[tuple[int, int, Power]]:
        """Yield (start, end, power) for each name or adjective of a power in `text`, in order."""
        for match in _CAPITALISED_RUN.finditer(text):
            yield from self._iter_in_run(match)

    def _iter_in_run(self, match: re.Match[str]) -> Iterator[tuple[int, int, Power]]:
        words = [
            (word.start() + match.start(), word.end() + match.start(), word.group())
            for word in re.finditer(r"\S+", match.group())
        ]
        place = 0
        while place < len(words):
            longest = min(len(words), place + THRESHOLDS.power_name_words)
            for last in range(longest, place, -1):
                key = self.resolve_key(" ".join(word for _, _, word in words[place:last]))
                if key is not None:
                    yield words[place][0], words[last - 1][1], self.by_key[key]
                    place = last
                    break
            else:
                place += 1

    def resolve_key(self, name: str) -> str | None:
        """Return the key of the power that `name` names or describes, or None."""
        bare = re.sub(r"(?:['’]s?|-led|-backed|[.,])$", "", name.strip())
        bare = re.sub(r"^[Tt]he ", "", bare)
        key = self.words.get(bare.casefold()) if bare else None
        if key is None and " " not in bare and bare:
            key = self._resolve_adjective(bare)
        if key is None:
            key = _look_up_key(bare)
        return key if key in self.by_key else None

    def _resolve_adjective(self, word: str) -> str | None:
        folded = word.casefold()
        for ending in DEMONYM_ENDINGS:
            base = folded.removesuffix(ending)
            if base == folded or len(base) < THRESHOLDS.demonym_stem_letters:
                continue
            for vowels in COUNTRY_VOWELS:
                if base + vowels in self.words:
                    return self.words[base + vowels]
        return None


@lru_cache(maxsize=16384)
def _look_up_key(name: str) -> str | None:
    """Return the key of a country or body in the gazetteer, or None."""
    entry = look_up_name(name)
    if entry is None:
        return None
    key = entry.key.removeprefix("people:")
    return key if key.startswith("country:") or entry.type == "organisation" else None


def find_powers(
    entities: Iterable[Entity], same: Mapping[str, str], adjectives: Collection[str] = ()
) -> Powers:
    """Return the countries and bodies that act among a story's entities.

    Args:
        entities: of all pages.
        same: page-level entity id → story-wide id.
        adjectives: of peoples, as the pages have them (`find_demonym_adjectives`): a name that one of them is made of
            is a country's, whatever type it was given.
    """
    entities = list(entities)
    countries = _find_misread_countries(entities, adjectives)
    name_of = {entity.id: entity.name for entity in entities}
    by_key: dict[str, Power] = {}
    words: dict[str, str] = {}
    for entity in sorted(entities, key=lambda entity: (-entity.mentions, entity.id)):
        if entity.type not in _POWER_TYPES and entity.name not in countries:
            continue
        is_group = entity.type == "group"
        story_id = same.get(entity.id, entity.id)
        for name in (entity.name, *entity.names):
            listed = _look_up_key(re.sub(r"^[Tt]he ", "", name))
            if (is_group and listed is None) or UNDERTAKING_NAME.search(name):
                continue
            key = listed or story_id
            power = by_key.get(key)
            if power is None or (power.entity is None and not is_group):
                shown = _choose_name(name if listed else name_of.get(story_id, name), listed)
                by_key[key] = Power(key, shown, None if is_group else story_id)
            if listed is None:
                words.setdefault(re.sub(r"^the ", "", name.casefold()), key)
    acronyms = {short: key for short, key in _iter_acronyms(words) if short not in words}
    return Powers(by_key, words | acronyms)


def find_demonym_adjectives(text: str) -> frozenset[str]:
    """Return the words of `text` that look like adjectives of peoples, case folded: "Osternian"."""
    return frozenset(word.casefold() for word in DEMONYM_ADJECTIVE.findall(text))


def _find_misread_countries(
    entities: Iterable[Entity], adjectives: Collection[str]
) -> frozenset[str]:
    """Return the one-word names of people from which an adjective of a people is made.

    "Osternian" makes Osterny a country; "Trumpian", made of the whole name, makes no country, nor
    does a name that is part of somebody's longer one.
    """
    people = [entity for entity in entities if entity.type == "person"]
    parts = {
        word
        for person in people
        for name in (person.name, *person.names)
        if " " in name
        for word in name.split()
    }
    bases = {word.removesuffix(ending) for word in adjectives for ending in ADJECTIVAL_ENDINGS}
    return frozenset(
        person.name
        for person in people
        if person.name not in parts
        and any(
            person.name.casefold().removesuffix(ending) in bases
            for ending in COUNTRY_ENDINGS
            if person.name.endswith(ending)
        )
    )


def _iter_acronyms(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (initials, key) of names of three words and more, where no other name has them."""
    keys_by_acronym: dict[str, set[str]] = {}
    for name, key in words.items():
        parts = [part for part in name.split() if part not in NAME_CONNECTORS]
        if len(parts) >= 3:
            keys_by_acronym.setdefault("".join(part[0] for part in parts), set()).add(key)
    for acronym, keys in keys_by_acronym.items():
        if len(keys) == 1:
            yield acronym, next(iter(keys))


def _choose_name(name: str, listed: str | None) -> str:
    """Return the name to show of a power called `name`, with its key in the gazetteer or None."""
    if listed is None:
        return name
    entry = look_up_name(name)
    if entry and entry.key.startswith("people:"):
        return look_up_country(listed) or name
    return entry.name if entry else name


def look_up_country(key: str) -> str | None:
    """Return the name to show of the country with `key`, or None."""
    from babel import Locale

    shown = Locale("en").territories.get(key.removeprefix("country:"))
    return str(shown) if shown else None
