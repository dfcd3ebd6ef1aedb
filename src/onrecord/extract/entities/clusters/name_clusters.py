"""Namesakes: which names of a page mean the same thing.

In: the names of a page in order. Out: groups of them with one type each. Out of scope: other pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.language.en.names import CONNECTORS, LEGAL, PARTICLES, SUFFIXES
from onrecord.language.names.name_span import Odds

_JOINED = re.compile(r"[\s\-‑]+")
ACTING = ("seat:", "team:")
"""How keys begin of bodies that bear a town's name and are apart from the town."""
_TRUST = {"built": 3, "listed": 4, "titled": 3, "parsed": 2, "second": 1}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One name on a page: span of the text, type, how it was found, key if a list knows it, roles beside it, a tagger's odds.

    `why` tells in words what gave it its type, where `how` does not.
    """

    start: int
    end: int
    name: str
    type: str
    how: str
    key: str | None
    roles: tuple[str, ...] = ()
    odds: Odds = ()
    why: str = ""


@dataclass(slots=True)
class Group:
    """Occurrences of one thing; `type` and `name` are what most of its surest occurrences say."""

    occurrences: list[Occurrence] = field(default_factory=list)
    shown: str | None = None
    offices: list[Occurrence] = field(default_factory=list)
    """Places that name the thing by its office alone: "the Defence Secretary"."""

    @property
    def type(self) -> str:
        """The type that its surest and most frequent occurrences give."""
        votes: Counter[str] = Counter()
        for occurrence in self.occurrences:
            votes[occurrence.type] += _TRUST[occurrence.how]
        return votes.most_common(1)[0][0]

    @property
    def names(self) -> tuple[str, ...]:
        """Every form, most frequent first, then the longer, then in order of the alphabet."""
        counts = Counter(occurrence.name for occurrence in self.occurrences)
        return tuple(sorted(counts, key=lambda name: (-counts[name], -len(name), name)))

    @property
    def name(self) -> str:
        """The name to show: a list's, or the fullest on the page."""
        return self.shown or max(self.names, key=lambda name: (len(words(name)), len(name), name))

    @property
    def roles(self) -> tuple[str, ...]:
        """Roles as written, in order, none twice."""
        return tuple(dict.fromkeys(role for held in self.occurrences for role in held.roles))


def grouped(occurrences: Sequence[Occurrence], acronyms: dict[str, str]) -> list[Group]:
    """Return `occurrences` (in order of text) as groups, in order of first occurrence.

    Args:
        occurrences: all names of the page.
        acronyms: short → long forms that the page itself introduces.

    A short form joins a fuller name only if exactly one fuller name on the page can be meant.

    """
    types: dict[str, set[str]] = {}
    for held in occurrences:
        types.setdefault(_plain(held.name), set()).add(held.type)
    fuller = _Fuller(types)
    target = {
        plain: _plain(acronyms[plain]) if plain in acronyms else fuller.of(plain) for plain in types
    }
    groups: dict[str, Group] = {}
    keys = {
        _plain(held.name): held.key
        for held in occurrences
        if held.key and not held.key.startswith(ACTING)
    }
    for held in occurrences:
        plain = target[_plain(held.name)]
        seat = held.key if held.key and held.key.startswith(ACTING) else None
        groups.setdefault(seat or keys.get(plain) or held.key or plain, Group()).occurrences.append(
            held
        )
    return list(groups.values())


def words(name: str) -> list[str]:
    """Return the words of `name` that distinguish it: without small words, points and suffixes."""
    parts = [part.strip(".,'’") for part in _JOINED.split(name)]
    return [part for part in parts if part and part.lower() not in SUFFIXES]


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    plain = re.sub(r"['’]s?$", "", re.sub(r"^[Tt]he\s+", "", name)).strip()
    return " ".join(plain.split())


class _Fuller:
    """Finds the one fuller name that a short one stands for, by an index of the words in all names."""

    def __init__(self, types: dict[str, set[str]]) -> None:
        self._types = types
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for plain in types:
            parts = [part.lower() for part in words(plain)]
            for part in {*parts, initials(plain).lower()}:
                if len(parts) > 1:
                    self._by_word[part].append(plain)

    def of(self, plain: str) -> str:
        """Return the fuller name, or `plain` if there is none or a choice of them."""
        parts = words(plain)
        likely = self._by_word.get(parts[-1].lower(), []) if parts else []
        if len(parts) == 1:
            likely = [*likely, *self._by_word.get(plain.replace(".", "").lower(), [])]
        candidates = {
            full
            for full in likely
            if full != plain and _shortens(plain, full, self._types[plain], self._types[full])
        }
        longest = {
            full
            for full in candidates
            if not any(
                full != other and _shortens(full, other, {"person"}, {"person"})
                for other in candidates
            )
        }
        return longest.pop() if len(longest) == 1 else plain


def _shortens(short: str, full: str, short_types: set[str], full_types: set[str]) -> bool:
    if "person" in full_types and short_types & {"person", "organisation", "place"}:
        return _is_short_person(words(short), words(full), sure="person" in short_types)
    if "product" in full_types & short_types:
        return words(full)[1:] == words(short)  # "Sentra", of "Nissan Sentra"
    if "organisation" in full_types and short_types & {"organisation", "place"}:
        *bare, legal = words(full) or [""]
        return (
            (legal in LEGAL and bare == words(short))
            or initials(full) == short.replace(".", "")
            or (
                len(words(short)) >= 2
                and full.startswith(short + " ")
                and full.split()[len(short.split())] in {"of", "for"}
            )
            or (len(words(short)) >= 2 and full.endswith(" " + short))
        )
    return False


def _is_short_person(short: list[str], full: list[str], *, sure: bool) -> bool:
    """Return whether `short` is the surname, first name or first and last name in `full`."""
    if not short or len(short) >= len(full) or len(full) < 2:
        return False
    lowered, held = [part.lower() for part in short], [part.lower() for part in full]
    tail = held[-len(lowered) :] == lowered
    if len(short) == 1:
        return tail or (sure and held[0] == lowered[0])
    if lowered[0] in PARTICLES:
        return tail
    return lowered[0] == held[0] and lowered[-1] == held[-1]


def initials(name: str) -> str:
    """Return the capital letters an acronym of `name` has: of "Ministry of Defence" "MD"; see `is_acronym`."""
    return "".join(part[0] for part in words(name) if part[0].isupper())


def is_acronym(short: str, name: str) -> bool:
    """Return whether `short` ("MoD", "UN") is built from the first letters of `name`, small words or not."""
    letters = short.replace(".", "")
    if len(letters) < 2 or not letters[0].isupper() or sum(map(str.isupper, letters)) < 2:
        return False
    return letters.lower() in acronyms_of(name)


def acronyms_of(name: str) -> set[str]:
    """Return the letters, in lower case, that an acronym of `name` may have: with its small words and without."""
    parts = words(name)
    if len(parts) < 2:
        return set()
    every = "".join(part[0] for part in parts)
    big = "".join(part[0] for part in parts if part.lower() not in CONNECTORS)
    return {every.lower(), big.lower()}
