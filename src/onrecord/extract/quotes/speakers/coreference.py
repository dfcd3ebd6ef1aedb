"""Coreference: who "he" or "the minister" stands for, only where it is safe.

In: a page's entities, mentions, paragraphs and quoted words, and a place. Out: an entity's id or None.
Out of scope: everything in doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.extract.quotes.en.function_words import (
    DEFINITE_OR_POSSESSIVE,
    HE_OR_SHE,
    INDEFINITE_DETERMINERS,
)
from onrecord.extract.quotes.en.labels import NAMING_LABELS, NOMINAL_SUBJECT_LABELS
from onrecord.extract.quotes.en.tags import PRONOUN_OR_RELATIVE_TAGS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.cues import REACTS
from onrecord.language.en.function_words import ARTICLES
from onrecord.language.en.roles import FEMALE, MALE, PERSON_ROLES
from onrecord.language.syntax.dependencies import read_lemma
from onrecord.records import Block, Entity, Mention

_PICTURE_CREDIT = re.compile(
    r"©|^\W*(?:Photo|Photograph|Picture|Image|Credit|By)\b|/\s?(?:AP|EPA|PA)\b|\b(?:Getty|Reuters|AFP|Shutterstock|AP Photo)\b"
)
_BODIES = frozenset({"organisation", "group", "place"})

EarlierSources = Sequence[tuple[int, str]]
"""Sources so far, in order of text: where each stands, and its entity's id."""


@dataclass(frozen=True, slots=True)
class AntecedentIndex:
    """The entities of a page and where they are named, in order of text.

    `quoted` are spans in quotation marks: who is named there is spoken of and does not speak.
    `genders` is learned on the way: ids of people to "he" or "she". `barred` are ids of people whom the words to be
    attributed name: nobody speaks of himself by name.
    """

    entities: dict[str, Entity]
    mentions: tuple[Mention, ...]
    blocks: tuple[Block, ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    pronouns: dict[str, str] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()

    @classmethod
    def build(
        cls,
        entities: Sequence[Entity],
        mentions: Sequence[Mention],
        blocks: Sequence[Block] = (),
        quoted: Sequence[tuple[int, int]] = (),
    ) -> AntecedentIndex:
        """Return the cast of a page's records."""
        ordered = tuple(sorted(mentions, key=lambda mention: mention.evidence.start))
        return cls({e.id: e for e in entities}, ordered, tuple(blocks), tuple(sorted(quoted)))

    def list_mentions(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that stand wholly between `start` and `end`."""
        return [held for held in self._list_starting(start, end) if held.evidence.end <= end]

    def _list_starting(self, start: int, stop: int) -> tuple[Mention, ...]:
        """Return the mentions that begin from `start` to before `stop`."""
        first = bisect_left(self.mentions, start, key=_get_mention_start)
        return self.mentions[
            first : bisect_left(self.mentions, stop, first, key=_get_mention_start)
        ]

    def find_last_speaker(self, pronoun: str, position: int, spoken: EarlierSources) -> str | None:
        """Return who spoke last, if "he went on" at `position` can stand for them, else None."""
        last = next((ident for place, ident in reversed(spoken) if place < position), None)
        near = any(
            position - 2 * THRESHOLDS.antecedent_chars <= place
            for place, ident in spoken
            if ident == last
        )
        fits = (
            last is not None and last not in self.excluded and self._may_be(last, pronoun.lower())
        )
        return last if near and fits else None

    def resolve_person(self, pronoun: str, position: int, spoken: EarlierSources) -> str | None:
        """Return the person `pronoun` ("he", "she") at `position` stands for, or None.

        Looked for in its paragraph, then in the one before, then `THRESHOLDS.antecedent_chars` code points back. There it is
        the only one who fits, or who spoke last, or the subject of the last sentence that names one.
        Safe means that none of these leaves a choice.
        """
        low = pronoun.lower()
        if self._has_unnamed_subject(position):
            return None
        reacting = self._find_reacting_person(position)
        if reacting is not None and reacting not in self.excluded and self._may_be(reacting, low):
            return reacting
        paragraph, before = self._find_paragraph_starts(position)
        for start, reach in (
            (paragraph, 1),
            (before, 1),
            (position - THRESHOLDS.antecedent_chars, 2),
        ):
            people = [
                (place, ident)
                for place, ident in self._iter_people(start, position, spoken)
                if self._may_be(ident, low)
            ]
            named = {ident for _, ident in people}
            if len(named) == 1:
                found = named.pop()
                if reach == 1:
                    self.pronouns.setdefault(found, low)
                return found
            last = [ident for place, ident in spoken if start <= place < position]
            if last and last[-1] in named:
                return last[-1]
            if named:
                subject = self._find_subject_entity(start, position, "person")
                return subject if subject in named else None
        return None

    def _has_unnamed_subject(self, position: int) -> bool:
        """Return whether the last subject before the words at `position`, in their block, is "a man" whom nobody names."""
        at = bisect_right(self.blocks, position, key=_get_block_start)
        block = self.blocks[at - 1] if at else None
        if block is None:
            return False
        for token in reversed(block.doc):
            place = block.at(token)
            if (
                place >= position
                or token.dep_ not in NOMINAL_SUBJECT_LABELS
                or self._is_quoted(place)
            ):
                continue
            if token.tag_ in PRONOUN_OR_RELATIVE_TAGS:
                continue
            unnamed = not any(
                m.evidence.end > place
                for m in self._list_starting(place - THRESHOLDS.antecedent_chars, place + 1)
            )
            known = token.lower_ in PERSON_ROLES or token.lower_.endswith(("man", "woman"))
            some = any(c.lower_ in INDEFINITE_DETERMINERS for c in token.lefts)
            some = some and not any(c.dep_ in NAMING_LABELS for c in token.rights)
            return token.tag_ == "NN" and known and some and unnamed
        return False

    def _find_reacting_person(self, position: int) -> str | None:
        """Return who reacts in the sentence right before the words at `position` ("Ann Hale shook her head."), or None."""
        at = bisect_right(self.blocks, position, key=_get_block_start)
        if not at:
            return None
        block = self.blocks[at - 1]
        sentences = [s for s in block.doc.sents if block.at(s[-1]) < position]
        for sentence in reversed(sentences):
            root = sentence.root
            if self._is_quoted(block.at(root)):
                continue
            if read_lemma(root) not in REACTS:
                return None
            subject = next((c for c in root.lefts if c.dep_.startswith("nsubj")), None)
            place = block.at(subject) if subject is not None else -1
            held = (
                m
                for m in self._list_starting(place - THRESHOLDS.antecedent_chars, place + 1)
                if m.type == "person"
            )
            return next((m.entity for m in held if m.evidence.end > place >= 0), None)
        return None

    def resolve_body(self, position: int, spoken: EarlierSources) -> str | None:
        """Return the body "it" at `position` stands for: it spoke last, or the sentence before is about it."""
        near = [
            ident
            for place, ident in spoken
            if position - THRESHOLDS.antecedent_chars <= place < position
        ]
        last = self.entities.get(near[-1]) if near else None
        paragraph, before = self._find_paragraph_starts(position)
        subject = self._find_subject_entity(paragraph, position, *_BODIES) or (
            self._find_subject_entity(before, position, *_BODIES) if last is None else None
        )
        if subject is not None:
            return subject
        return last.id if last is not None and last.type in _BODIES else None

    def _find_paragraph_starts(self, position: int) -> tuple[int, int]:
        """Return where the paragraph that holds `position` begins, and the one before it."""
        at = bisect_right(self.blocks, position, key=_get_block_start)
        return (self.blocks[at - 1].start if at else position - THRESHOLDS.antecedent_chars), (
            self.blocks[at - 2].start if at > 1 else position - THRESHOLDS.antecedent_chars
        )

    def _iter_people(
        self, start: int, stop: int, spoken: EarlierSources
    ) -> Iterator[tuple[int, str]]:
        """Yield (place, id) of the people named or speaking from `start` to `stop`, not in quotation marks."""
        for held in self._list_starting(start, stop):
            place = held.evidence.start
            if held.type != "person" or held.entity in self.excluded:
                continue
            if not (self._is_quoted(place) or self._is_in_credit(place)):
                yield place, held.entity
        yield from (
            (place, ident)
            for place, ident in spoken
            if start <= place < stop and ident not in self.excluded
        )

    def _is_in_credit(self, place: int) -> bool:
        """Return whether it stands in a short block that tells whose a picture is ("© Ann Hale/Reuters")."""
        at = bisect_right(self.blocks, place, key=_get_block_start)
        block = self.blocks[at - 1] if at else None
        if block is None or block.zone.end - block.start > THRESHOLDS.credit_chars:
            return False
        return _PICTURE_CREDIT.search(block.doc.text) is not None

    def _is_quoted(self, place: int) -> bool:
        at = bisect_right(self.quoted, place, key=_get_span_start)
        return at > 0 and place < self.quoted[at - 1][1]

    def _find_subject_entity(self, start: int, stop: int, *types: str) -> str | None:
        """Return whom the last sentence before `stop` is about that has a named subject of one of `types`."""
        first = bisect_left(self.blocks, start, key=_get_block_start)
        for block in reversed(
            self.blocks[first : bisect_left(self.blocks, stop, key=_get_block_start)]
        ):
            for sentence in reversed(list(block.doc.sents)):
                for token in sentence:
                    place = block.at(token)
                    if (
                        place >= stop
                        or not token.dep_.startswith("nsubj")
                        or self._is_quoted(place)
                    ):
                        continue
                    for held in self._list_starting(place - THRESHOLDS.antecedent_chars, place + 1):
                        at_head = held.evidence.start <= place < held.evidence.end
                        if at_head and held.type in types:
                            joined = any(child.dep_ == "conj" for child in token.children)
                            return None if joined else held.entity
        return None

    def find_role_holder(self, words: str, position: int) -> str | None:
        """Return the one person on the page whose stated role has the head of `words` ("the minister"), or None."""
        asked = [word.strip(".,").lower() for word in words.split() if word.lower() not in ARTICLES]
        if not asked or not words.lower().startswith("the ") or asked[-1] not in PERSON_ROLES:
            return None
        holders = {
            ident
            for ident, entity in self.entities.items()
            if entity.type == "person"
            and entity.evidence.start < position
            and any(_is_role_match(role, asked) for role in entity.roles)
        }
        return holders.pop() if len(holders) == 1 else None

    def find_body_by_short_name(self, words: str, position: int) -> str | None:
        """Return the one body on the page that "the ministry" is short for, or None.

        Its name holds the noun as its first or last word, and it is named before `position`.
        """
        article, _, noun = words.lower().rpartition(" ")
        if article not in DEFINITE_OR_POSSESSIVE:
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

    def _may_be(self, ident: str, pronoun: str) -> bool:
        entity = self.entities.get(ident)
        if entity is None or entity.type != "person" or pronoun not in HE_OR_SHE:
            return entity is not None and entity.type == "person"
        if (learned := self.pronouns.get(ident)) is not None:
            return learned == pronoun
        titles = {word.lower().strip(".") for role in entity.roles for word in role.split()}
        return not titles & (FEMALE if pronoun == "he" else MALE)


def _is_role_match(role: str, asked: Sequence[str]) -> bool:
    """Return whether a stated role holds every word asked for, with the same head or before "of"."""
    held = role.lower().split()
    return asked[-1] in held and set(asked) <= set(held)


def _get_mention_start(mention: Mention) -> int:
    return mention.evidence.start


def _get_block_start(block: Block) -> int:
    return block.start


def _get_span_start(span: tuple[int, int]) -> int:
    return span[0]
