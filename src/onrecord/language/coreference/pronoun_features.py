"""Features of a pronoun and an entity that it may stand for: distance, role in the sentence, number, sex, and who else is near.

In: a pronoun in its page, and an entity named before it. Out: names of features, each true of the pair. Out of scope: what they weigh.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.coreference.thresholds import THRESHOLDS
from onrecord.language.en.function_words import PRONOUN_CLASSES
from onrecord.language.en.roles import FEMALE_TITLES, MALE_TITLES, PERSON_ROLES
from onrecord.language.en.verbs import REPORTING_VERBS
from onrecord.language.names.given_names import load_names_by_sex
from onrecord.language.syntax.dependencies import find_verb_above
from onrecord.language.syntax.dependency_labels import (
    OBJECT_LABELS,
    POSSESSIVE_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.verb_group import read_lemma
from onrecord.records import Block, Entity, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

TYPES_OF_CLASS = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "it": frozenset(
        {"organisation", "place", "product", "law", "operation", "facility", "group", "unknown"}
    ),
    "they": frozenset({"organisation", "group", "place", "unknown"}),
}
"""Class of pronouns → types of the entities that they may stand for."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An entity that a pronoun may stand for, with its last mention before it.

    Attributes:
        entity: the entity.
        mention: its last mention before the pronoun.
        rank: how many candidates were named after it (0 for the last).
        count: how many candidates there are.

    """

    entity: Entity
    mention: Mention
    rank: int
    count: int


@dataclass(frozen=True, slots=True)
class AntecedentPage:
    """The entities of a page, their mentions in order of text, its blocks, and spans in quotation marks.

    Attributes:
        entities: entities by id. most_mentions: by type, how often the entity is named that is named most.
        mentions: their mentions, in order of text. starts: where each begins.
        blocks: the page's blocks, in order of text. quoted: spans in quotation marks.

    """

    entities: dict[str, Entity]
    most_mentions: dict[str, int]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    blocks: tuple[Block, ...]
    quoted: tuple[tuple[int, int], ...]

    def list_candidates(self, pronoun: str, position: int) -> list[Antecedent]:
        """Return the entities named shortly before `position` that a pronoun of this class may stand for, the last named first."""
        last: dict[str, Mention] = {}
        for mention in reversed(
            self.list_mentions(position - THRESHOLDS.antecedent_chars, position)
        ):
            if mention.evidence.end <= position and mention.type in TYPES_OF_CLASS[pronoun]:
                last.setdefault(mention.entity, mention)
        found = [(self.entities[id_], m) for id_, m in last.items() if id_ in self.entities]
        found = [pair for pair in found if _is_fit(pair[0], pronoun)][: THRESHOLDS.candidates]
        return [Antecedent(*pair, rank, len(found)) for rank, pair in enumerate(found)]

    def list_mentions(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that begin from `start` to before `end`."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def find_token(self, position: int) -> tuple[Block, Token] | None:
        """Return the block and the token at `position`, or None."""
        at = bisect_right(self.blocks, position, key=lambda block: block.start)
        if not at:
            return None
        block = self.blocks[at - 1]
        span = block.tokens_in(position, position + 1)
        return None if span is None or not len(span) else (block, span[0])

    def is_quoted(self, position: int) -> bool:
        """Return whether `position` is in quotation marks."""
        at = bisect_right(self.quoted, position, key=lambda span: span[0])
        return at > 0 and position < self.quoted[at - 1][1]


def classify_pronoun(word: str) -> str | None:
    """Return "he", "she", "it" or "they", or None for other words."""
    return PRONOUN_CLASSES.get(word.lower())


def list_features(
    index: AntecedentPage, block: Block, pronoun: Token, candidate: Antecedent
) -> list[str]:
    """Return the features of a pronoun and a candidate, in a fixed order."""
    kind = classify_pronoun(pronoun.lower_) or ""
    mention, entity = candidate.mention, candidate.entity
    place = block.at(pronoun)
    found = index.find_token(mention.evidence.end - 1)
    sex = read_sex(entity)
    features = [
        f"pronoun={kind}",
        f"type={kind} {entity.type}",
        f"rank={min(candidate.rank, 3)}",
        f"rank={kind} {min(candidate.rank, 3)}",
        f"candidates={kind} {min(candidate.count, 4)}",
        f"only={candidate.count == 1} {kind}",
        f"sex={sex} {kind}",
        f"case={pronoun.dep_}",
        f"named={min(entity.mentions, 4)}",
        f"quoted={index.is_quoted(mention.evidence.start)} {index.is_quoted(place)}",
        f"dominant={entity.mentions >= index.most_mentions[entity.type]} {kind}",
    ]
    if found is None:
        return features
    other, head = found
    role = _read_role(head)
    distance = _count_sentences(block, pronoun, other, head)
    features += [
        f"distance={distance}",
        f"distance={kind} {distance}",
        f"role={role}",
        f"role={kind} {role} {distance}",
        f"parallel={role == _read_role(pronoun)} {distance}",
        f"first={_is_first_subject(head)} {distance}",
        f"between={kind} {_read_between(index, block, pronoun, other, head, kind)}",
        f"speaks={_is_reported_by(pronoun, head)}",
        f"possessed={head.dep_ in ('nmod:poss', 'poss')} {distance}",
    ]
    return features


def read_sex(entity: Entity) -> str:
    """Return "he" or "she" by the titles and first names of a person, or "unknown"."""
    titles = {word.lower().strip(".") for role in entity.roles for word in role.split()}
    if titles & MALE_TITLES or titles & FEMALE_TITLES:
        return "he" if titles & MALE_TITLES else "she"
    male, female = load_names_by_sex()
    for name in entity.names:
        first = name.split()[0]
        if len(name.split()) > 1 and (first in male) != (first in female):
            return "he" if first in male else "she"
    return "unknown"


def _is_fit(entity: Entity, pronoun: str) -> bool:
    sex = read_sex(entity) if entity.type == "person" else "unknown"
    return pronoun not in ("he", "she") or sex in ("unknown", pronoun)


def _read_role(token: Token) -> str:
    if token.dep_ in SUBJECT_LABELS:
        return "subject"
    if token.dep_ in OBJECT_LABELS:
        return "object"
    if token.dep_ in ("flat", "flat:name", "compound") and token.head is not token:
        return _read_role(token.head)
    if token.dep_ in POSSESSIVE_LABELS:
        return "possessive"
    return "apposition" if token.dep_ == "appos" else "other"


def _count_sentences(block: Block, pronoun: Token, other: Block, head: Token) -> str:
    """Return how many sentences lie between: "0" to "3", or "paragraph" and "far" across blocks."""
    if block is other:
        ends = sum(1 for t in block.doc[head.i : pronoun.i] if t.is_sent_end)
        return str(min(ends, 3))
    return "paragraph" if other.zone.end + THRESHOLDS.paragraph_gap >= block.start else "far"


def _is_first_subject(head: Token) -> bool:
    return _read_role(head) == "subject" and all(
        token.dep_ not in SUBJECT_LABELS for token in head.sent if token.i < head.left_edge.i
    )


def _is_reported_by(pronoun: Token, head: Token) -> bool:
    """Return whether the pronoun is in what the candidate reports ("Hale said she would leave")."""
    verb = find_verb_above(pronoun)
    if verb is None or verb.head is verb or verb.dep_ != "ccomp":
        return False
    report = verb.head
    subjects = [child for child in report.children if child.dep_ in SUBJECT_LABELS]
    return read_lemma(report) in REPORTING_VERBS and any(
        subject.i == head.i or head in list(subject.subtree) for subject in subjects
    )


def _read_between(
    index: AntecedentPage, block: Block, pronoun: Token, other: Block, head: Token, kind: str
) -> str:
    """Return what stands between that the pronoun may stand for instead: a subject without a name, an object, or nothing."""
    first = head.i + 1 if block is other else 0
    words = block.doc[first : pronoun.i]
    named = index.list_mentions(block.start, block.at(pronoun))
    found = "nothing"
    for token in words:
        if not _may_replace(token, kind):
            continue
        place = block.at(token)
        if any(m.evidence.start <= place < m.evidence.end for m in named):
            continue
        if token.dep_ in SUBJECT_LABELS:
            return "subject"
        found = "noun"
    return found


def _may_replace(token: Token, kind: str) -> bool:
    """Return whether a common noun has the number, and for "he" and "she" the kind, that the pronoun asks for."""
    if kind in ("he", "she"):
        word = token.lower_
        return token.tag_ == "NN" and (word in PERSON_ROLES or word.endswith(("man", "woman")))
    return token.tag_ == ("NN" if kind == "it" else "NNS")
