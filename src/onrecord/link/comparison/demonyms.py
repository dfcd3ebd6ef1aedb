"""Who an adjective of a people stands for: "British" is the United Kingdom's, "Kestrian" Kestria's.

In: words, and the places a story names. Out: story-wide keys of powers: countries and bodies that act.
Out of scope: people and towns.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.language.names.gazetteer import look_up_name
from onrecord.records import Entity

_ENDINGS = ("n", "an", "ian", "nian", "ish", "ese", "i", "er")
_LEAST_STEM = 4
_UNDERTAKING = re.compile(
    r"\b(?:Mission|Operation|Programme|Program|Initiative|Project|Campaign)\b"
)
_ADJECTIVE = re.compile(r"\b[A-Z][a-z]{3,}(?:ian|an)\b")
_CAPITALISED = re.compile(r"[A-Z][\w’'&.-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'&.-]*)*")
_MOST_WORDS = 12
"""No power's name has more; a page of capitals alone is one run of thousands."""


@dataclass(frozen=True, slots=True)
class Power:
    """A country or body that acts: its key, the name to show, its story-wide entity if named."""

    key: str
    name: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Powers:
    """The powers a story names: by key, and keys by the words for them."""

    by_key: Mapping[str, Power]
    words: Mapping[str, str]

    def find(self, text: str) -> Iterator[tuple[int, int, Power]]:
        """Yield (start, end, power) for each name or adjective of a power in `text`, in order."""
        for match in _CAPITALISED.finditer(text):
            yield from self._in_run(match)

    def _in_run(self, match: re.Match[str]) -> Iterator[tuple[int, int, Power]]:
        words = [
            (one.start() + match.start(), one.end() + match.start(), one.group())
            for one in re.finditer(r"\S+", match.group())
        ]
        place = 0
        while place < len(words):
            for last in range(min(len(words), place + _MOST_WORDS), place, -1):
                run = " ".join(word for _, _, word in words[place:last])
                key = self.key_of(run)
                if key is not None:
                    yield words[place][0], words[last - 1][1], self.by_key[key]
                    place = last
                    break
            else:
                place += 1

    def key_of(self, run: str) -> str | None:
        """Return the key of the power that `run` names or describes, or None."""
        bare = re.sub(r"(?:['’]s?|-led|-backed|[.,])$", "", run.strip())
        bare = re.sub(r"^[Tt]he ", "", bare)
        key = self.words.get(bare.casefold()) if bare else None
        if key is None and " " not in bare and bare:
            key = self._by_adjective(bare)
        if key is None:
            key = _listed(bare)
        return key if key in self.by_key else None

    def _by_adjective(self, word: str) -> str | None:
        folded = word.casefold()
        for ending in _ENDINGS:
            stem = folded.removesuffix(ending)
            if stem == folded or len(stem) < _LEAST_STEM:
                continue
            for noun in (stem, stem + "a", stem + "ia", stem + "y", stem + "e"):
                if noun in self.words:
                    return self.words[noun]
        return None


@lru_cache(maxsize=16384)
def _listed(name: str) -> str | None:
    entry = look_up_name(name)
    if entry is None:
        return None
    key = entry.key.removeprefix("people:")
    return key if key.startswith("country:") or entry.type == "organisation" else None


def find_powers(
    found: Iterable[Entity], same: Mapping[str, str], adjectives: Collection[str] = ()
) -> Powers:
    """Return the countries and bodies that act among a story's entities.

    Args:
        adjectives: of peoples, as the pages have them (`find_demonym_adjectives`): a name they are made of
            is a country's, whatever its type was taken to be.
    """
    found = list(found)
    lands = _lands(found, adjectives)
    names = {entity.id: entity.name for entity in found}
    by_key: dict[str, Power] = {}
    words: dict[str, str] = {}
    for entity in sorted(found, key=lambda entity: (-entity.mentions, entity.id)):
        if entity.type not in {"place", "organisation", "group"} and entity.name not in lands:
            continue
        who = same.get(entity.id, entity.id)
        for name in (entity.name, *entity.names):
            listed = _listed(re.sub(r"^[Tt]he ", "", name))
            key = listed or who
            shown = _shown(name if listed else names.get(who, name), listed)
            if entity.type == "group" and listed is None:
                continue
            if _UNDERTAKING.search(name):
                continue
            power = by_key.get(key)
            if power is None or (power.entity is None and entity.type != "group"):
                by_key[key] = Power(key, shown, who if entity.type != "group" else None)
            if listed is None and entity.type != "group":
                words.setdefault(re.sub(r"^the ", "", name.casefold()), key)
    return Powers(
        by_key, words | {short: key for short, key in _acronyms(words) if short not in words}
    )


def find_demonym_adjectives(text: str) -> frozenset[str]:
    """Return the words of `text` that look like adjectives of peoples, case folded: "Osternian"."""
    return frozenset(word.casefold() for word in _ADJECTIVE.findall(text))


def _lands(found: Iterable[Entity], adjectives: Collection[str]) -> frozenset[str]:
    """Return the one-word names of people that an adjective of a people is made of.

    "Osternian" makes Osterny a country; "Trumpian", made of the whole name, makes no country, nor
    does a name that is part of somebody's longer one.
    """
    people = [entity for entity in found if entity.type == "person"]
    parts = {
        word
        for entity in people
        for name in (entity.name, *entity.names)
        if " " in name
        for word in name.split()
    }
    stems = {word.removesuffix(ending) for word in adjectives for ending in ("n", "an", "ian")}
    return frozenset(
        entity.name
        for entity in people
        if entity.name not in parts
        and any(
            entity.name.casefold().removesuffix(ending) in stems
            for ending in ("ia", "a", "y")
            if entity.name.endswith(ending)
        )
    )


def _acronyms(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (initials, key) of names of three words and more, where no other name has them."""
    meant: dict[str, set[str]] = {}
    for name, key in words.items():
        parts = [part for part in name.split() if part not in {"of", "the", "and", "for"}]
        if len(parts) >= 3:
            meant.setdefault("".join(part[0] for part in parts), set()).add(key)
    yield from ((short, next(iter(keys))) for short, keys in meant.items() if len(keys) == 1)


def _shown(name: str, listed: str | None) -> str:
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
