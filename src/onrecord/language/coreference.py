"""Coreference: who "he" or "the minister" stands for, only where it is safe.

In: a page's entities and mentions, and a place. Out: an entity's id or None. Leaves alone: everything in doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language.en.roles import FEMALE, MALE, PERSON_ROLES
from onrecord.records import Entity, Mention

REACH = 600
"""Code points before a pronoun in which the person it stands for is looked for: about three sentences of news."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a page and where they are named, in order of text."""

    entities: dict[str, Entity]
    mentions: tuple[Mention, ...]

    @classmethod
    def of(cls, entities: Sequence[Entity], mentions: Sequence[Mention]) -> Cast:
        """Return the cast of a page's records."""
        ordered = tuple(sorted(mentions, key=lambda mention: mention.evidence.start))
        return cls({entity.id: entity for entity in entities}, ordered)

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that stand wholly between `start` and `end`."""
        return [
            held
            for held in self.mentions
            if start <= held.evidence.start and held.evidence.end <= end
        ]

    def person_before(
        self, pronoun: str, position: int, speakers: Sequence[tuple[int, str]]
    ) -> str | None:
        """Return the person `pronoun` ("he", "she") at `position` stands for, or None.

        Args:
            pronoun: the pronoun, in any case.
            position: code point where it stands.
            speakers: (position, entity id) of earlier sources, in order; the last one is preferred.

        Safe means: one person alone is named near before, or the last speaker is among them.

        """
        low = pronoun.lower()
        near = [
            held.entity
            for held in self.mentions
            if held.type == "person"
            and position - REACH <= held.evidence.start < position
            and self._fits(held.entity, low)
        ]
        if len(set(near)) == 1:
            return near[0]
        spoken = [
            entity
            for place, entity in speakers
            if position - REACH <= place < position and self._fits(entity, low)
        ]
        return spoken[-1] if spoken and spoken[-1] in {*near} else None

    def holder_of(self, words: str, position: int) -> str | None:
        """Return the one person on the page whose stated role has the head of `words` ("the minister"), or None."""
        asked = [
            word.strip(".,").lower()
            for word in words.split()
            if word.lower() not in {"the", "a", "an"}
        ]
        if not asked or not words.lower().startswith("the ") or asked[-1] not in PERSON_ROLES:
            return None
        holders = {
            ident
            for ident, entity in self.entities.items()
            if entity.type == "person"
            and entity.evidence.start < position
            and any(_covers(role, asked) for role in entity.roles)
        }
        return holders.pop() if len(holders) == 1 else None

    def body_of(self, words: str, position: int) -> str | None:
        """Return the one body on the page that "the ministry" is short for, or None.

        Its name holds the noun as its first or last word, and it is named before `position`.
        """
        article, _, noun = words.lower().rpartition(" ")
        if article not in {"the", "its", "their"}:
            return None
        bodies = {
            ident
            for ident, entity in self.entities.items()
            if entity.type in {"organisation", "group", "place"}
            and entity.evidence.start < position
            and any(
                noun in (form.lower().split()[0], form.lower().split()[-1]) for form in entity.names
            )
        }
        return bodies.pop() if len(bodies) == 1 else None

    def _fits(self, ident: str, pronoun: str) -> bool:
        entity = self.entities.get(ident)
        if entity is None or entity.type != "person":
            return False
        titles = {word.lower().strip(".") for role in entity.roles for word in role.split()}
        return not (
            titles & FEMALE if pronoun == "he" else titles & MALE if pronoun == "she" else set()
        )


def _covers(role: str, asked: Sequence[str]) -> bool:
    """Return whether a stated role holds every word asked for, with the same head or before "of"."""
    held = role.lower().split()
    return asked[-1] in held and set(asked) <= set(held)
