"""Coreference: who "he" or "the minister" stands for, only where there is no doubt.

In: a page's entities, mentions, paragraphs and quoted words, and a place. Out: an entity's id or None.
Out of scope: everything in doubt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import (
    DEFINITE_OR_POSSESSIVE,
    HE_OR_SHE,
    INDEFINITE_DETERMINERS,
)
from onrecord.extract.quotes.en.labels import NAMING_LABELS, NOMINAL_SUBJECT_LABELS
from onrecord.extract.quotes.en.patterns import PICTURE_CREDIT
from onrecord.extract.quotes.en.tags import PRONOUN_OR_RELATIVE_TAGS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import REACTS
from onrecord.language.en.function_words import ARTICLES
from onrecord.language.en.roles import FEMALE_TITLES, MALE_TITLES, PERSON_ROLES
from onrecord.language.syntax.verb_group import read_lemma
from onrecord.records import Block, Entity, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = frozenset({"organisation", "group", "place"})
"""Types of entities that "it" and "the ministry" stand for."""

EarlierSources = Sequence[tuple[int, str]]
"""Sources so far, in order of text: the code point where each begins, and its entity's id."""


@dataclass(frozen=True, slots=True)
class AntecedentIndex:
    """The entities of a page and where they are named, in order of text.

    Attributes:
        entities: entities by id.
        mentions: their mentions, in order of text.
        blocks: the page's blocks, in order of text.
        quoted: spans in quotation marks: who is named there is spoken of and does not speak.
        pronouns: "he" or "she" by id of a person, learned as pronouns are resolved.
        excluded: ids of people whom the words to be attributed name: nobody speaks of himself by name.

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
        """Return the index of a page's records."""
        ordered = tuple(sorted(mentions, key=lambda mention: mention.evidence.start))
        by_id = {entity.id: entity for entity in entities}
        return cls(by_id, ordered, tuple(blocks), tuple(sorted(quoted)))

    def list_mentions(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that are wholly between code points `start` and `end`."""
        return [m for m in self._list_starting(start, end) if m.evidence.end <= end]

    def _list_starting(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that begin from `start` to before `end`."""
        first = bisect_left(self.mentions, start, key=_get_mention_start)
        return self.mentions[first : bisect_left(self.mentions, end, first, key=_get_mention_start)]

    def _list_before(self, place: int) -> tuple[Mention, ...]:
        """Return the mentions that begin at `place` or near before it."""
        return self._list_starting(place - THRESHOLDS.antecedent_chars, place + 1)

    def find_last_speaker(self, pronoun: str, position: int, earlier: EarlierSources) -> str | None:
        """Return who spoke last, if "he went on" at `position` may stand for them, else None."""
        last = next((entity for place, entity in reversed(earlier) if place < position), None)
        limit = position - 2 * THRESHOLDS.antecedent_chars
        is_near = any(limit <= place for place, entity in earlier if entity == last)
        if last is None or not is_near or last in self.excluded:
            return None
        return last if self._may_be(last, pronoun.lower()) else None

    def resolve_person(self, pronoun: str, position: int, earlier: EarlierSources) -> str | None:
        """Return the person that `pronoun` ("he", "she") at `position` stands for, or None.

        The person is looked for in the pronoun's paragraph, then in the one before, then farther back. There it is
        the only one whom the pronoun fits, or who spoke last, or the subject of the last sentence that names one.
        None where these leave a choice.
        """
        if self._has_unnamed_subject(position):
            return None
        reacting = self._find_reacting_person(position)
        if (
            reacting is not None
            and reacting not in self.excluded
            and self._may_be(reacting, pronoun)
        ):
            return reacting
        paragraph, before = self._find_paragraph_starts(position)
        for start, teaches in (
            (paragraph, True),
            (before, True),
            (position - THRESHOLDS.antecedent_chars, False),
        ):
            people = {
                entity
                for entity in self._iter_people(start, position, earlier)
                if self._may_be(entity, pronoun)
            }
            if len(people) == 1:
                person = people.pop()
                if teaches:
                    self.pronouns.setdefault(person, pronoun)
                return person
            if people:
                return self._choose_person(people, start, position, earlier)
        return None

    def _choose_person(
        self, people: set[str], start: int, position: int, earlier: EarlierSources
    ) -> str | None:
        """Return who of several people spoke last, or is the subject of the last sentence that names one; or None."""
        speakers = [entity for place, entity in earlier if start <= place < position]
        if speakers and speakers[-1] in people:
            return speakers[-1]
        subject = self._find_subject_entity(start, position, "person")
        return subject if subject in people else None

    def _has_unnamed_subject(self, position: int) -> bool:
        """Return whether the last subject before `position`, in its block, is "a man" whom nobody names."""
        block = self._find_block(position)
        if block is None:
            return False
        for token in reversed(block.doc):
            place = block.at(token)
            if place >= position or token.dep_ not in NOMINAL_SUBJECT_LABELS:
                continue
            if not self._is_quoted(place) and token.tag_ not in PRONOUN_OR_RELATIVE_TAGS:
                return _is_indefinite_person(token) and not any(
                    mention.evidence.end > place for mention in self._list_before(place)
                )
        return False

    def _find_reacting_person(self, position: int) -> str | None:
        """Return who reacts in the sentence right before the words at `position` ("Ann Hale shook her head."), or None."""
        block = self._find_block(position)
        if block is None:
            return None
        sentences = [s for s in block.doc.sents if block.at(s[-1]) < position]
        roots = (sentence.root for sentence in reversed(sentences))
        root = next((token for token in roots if not self._is_quoted(block.at(token))), None)
        if root is None or read_lemma(root) not in REACTS:
            return None
        subject = next((child for child in root.lefts if child.dep_.startswith("nsubj")), None)
        if subject is None:
            return None
        place = block.at(subject)
        people = (m for m in self._list_before(place) if m.type == "person")
        return next((m.entity for m in people if m.evidence.end > place), None)

    def resolve_body(self, position: int, earlier: EarlierSources) -> str | None:
        """Return the body that "it" at `position` stands for: the sentence before is about it, or it spoke last; or None."""
        limit = position - THRESHOLDS.antecedent_chars
        speakers = [entity for place, entity in earlier if limit <= place < position]
        last = self.entities.get(speakers[-1]) if speakers else None
        paragraph, before = self._find_paragraph_starts(position)
        subject = self._find_subject_entity(paragraph, position, *_BODIES)
        if subject is None and last is None:
            subject = self._find_subject_entity(before, position, *_BODIES)
        if subject is not None:
            return subject
        return last.id if last is not None and last.type in _BODIES else None

    def _find_block(self, position: int) -> Block | None:
        """Return the last block that begins at or before `position`, or None."""
        at = bisect_right(self.blocks, position, key=_get_block_start)
        return self.blocks[at - 1] if at else None

    def _find_paragraph_starts(self, position: int) -> tuple[int, int]:
        """Return where the paragraph that holds `position` begins, and the one before it."""
        at = bisect_right(self.blocks, position, key=_get_block_start)
        far = position - THRESHOLDS.antecedent_chars
        paragraph = self.blocks[at - 1].start if at else far
        return paragraph, self.blocks[at - 2].start if at > 1 else far

    def _iter_people(self, start: int, end: int, earlier: EarlierSources) -> Iterator[str]:
        """Yield the people named outside quotation marks, or speaking, from `start` to `end`."""
        for mention in self._list_starting(start, end):
            place = mention.evidence.start
            if mention.type != "person" or mention.entity in self.excluded:
                continue
            if not (self._is_quoted(place) or self._is_in_credit(place)):
                yield mention.entity
        for place, entity in earlier:
            if start <= place < end and entity not in self.excluded:
                yield entity

    def _is_in_credit(self, place: int) -> bool:
        """Return whether `place` is in a short block that credits a picture ("© Ann Hale/Reuters")."""
        block = self._find_block(place)
        if block is None or block.zone.end - block.start > THRESHOLDS.credit_chars:
            return False
        return PICTURE_CREDIT.search(block.doc.text) is not None

    def _is_quoted(self, place: int) -> bool:
        at = bisect_right(self.quoted, place, key=_get_span_start)
        return at > 0 and place < self.quoted[at - 1][1]

    def _find_subject_entity(self, start: int, end: int, *types: str) -> str | None:
        """Return whom the last sentence before `end` is about that has a named subject of one of `types`, or None."""
        first = bisect_left(self.blocks, start, key=_get_block_start)
        last = bisect_left(self.blocks, end, key=_get_block_start)
        for block in reversed(self.blocks[first:last]):
            for sentence in reversed(list(block.doc.sents)):
                for token in sentence:
                    if block.at(token) >= end or not token.dep_.startswith("nsubj"):
                        continue
                    mention = self._find_mention_at(block.at(token), types)
                    if mention is not None:
                        is_joined = any(child.dep_ == "conj" for child in token.children)
                        return None if is_joined else mention.entity
        return None

    def _find_mention_at(self, place: int, types: Sequence[str]) -> Mention | None:
        """Return the first mention of one of `types` that holds `place` outside quotation marks, or None."""
        if self._is_quoted(place):
            return None
        mentions = (m for m in self._list_before(place) if m.type in types)
        return next((m for m in mentions if place < m.evidence.end), None)

    def find_role_holder(self, words: str, position: int) -> str | None:
        """Return the one person on the page, named before `position`, whose stated role has the head of `words` ("the minister"), or None."""
        role = [word.strip(".,").lower() for word in words.split() if word.lower() not in ARTICLES]
        if not role or not words.lower().startswith("the ") or role[-1] not in PERSON_ROLES:
            return None
        holders = {
            id_
            for id_, entity in self.entities.items()
            if entity.type == "person"
            and entity.evidence.start < position
            and any(_is_role_match(stated, role) for stated in entity.roles)
        }
        return holders.pop() if len(holders) == 1 else None

    def find_body_by_short_name(self, words: str, position: int) -> str | None:
        """Return the one body on the page that "the ministry" is short for, or None.

        Its name has the noun as its first or last word, and it is named before `position`.
        """
        article, _, noun = words.lower().rpartition(" ")
        if article not in DEFINITE_OR_POSSESSIVE:
            return None
        bodies = {
            id_
            for id_, entity in self.entities.items()
            if entity.type in _BODIES
            and entity.evidence.start < position
            and any(_is_edge_word(noun, name) for name in entity.names)
        }
        return bodies.pop() if len(bodies) == 1 else None

    def _may_be(self, id_: str, pronoun: str) -> bool:
        """Return whether the entity is a person whom the pronoun fits."""
        entity = self.entities.get(id_)
        if entity is None or entity.type != "person" or pronoun not in HE_OR_SHE:
            return entity is not None and entity.type == "person"
        if (learned := self.pronouns.get(id_)) is not None:
            return learned == pronoun
        titles = {word.lower().strip(".") for role in entity.roles for word in role.split()}
        return not titles & (FEMALE_TITLES if pronoun == "he" else MALE_TITLES)


def _is_indefinite_person(token: Token) -> bool:
    """Return whether it is a noun like "a man" that no name follows."""
    names_person = token.lower_ in PERSON_ROLES or token.lower_.endswith(("man", "woman"))
    if token.tag_ != "NN" or not names_person:
        return False
    is_indefinite = any(child.lower_ in INDEFINITE_DETERMINERS for child in token.lefts)
    return is_indefinite and not any(child.dep_ in NAMING_LABELS for child in token.rights)


def _is_role_match(stated: str, role: Sequence[str]) -> bool:
    """Return whether a stated role holds every word of `role`."""
    words = stated.lower().split()
    return role[-1] in words and set(role) <= set(words)


def _is_edge_word(noun: str, name: str) -> bool:
    """Return whether the noun is the name's first or last word."""
    words = name.lower().split()
    return noun in (words[0], words[-1])


def _get_mention_start(mention: Mention) -> int:
    return mention.evidence.start


def _get_block_start(block: Block) -> int:
    return block.start


def _get_span_start(span: tuple[int, int]) -> int:
    return span[0]
