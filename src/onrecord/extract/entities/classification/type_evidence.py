"""Evidence for the type of each name on a page, summed over all places that name it.

In: a page's blocks and the names found in them. Out: `TypeEvidence` by name. Out of scope: which type follows
(`onrecord.extract.entities.classification.type_resolution`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.extract.entities.classification.coordinated_names import find_coordinations
from onrecord.extract.entities.classification.type_explanation import format_evidence
from onrecord.extract.entities.clusters.name_parts import split_name
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.en.boundary_words import SINGLE_INSTANCE_DETERMINERS
from onrecord.extract.entities.en.tags import NOUN_PREFIXES
from onrecord.extract.entities.features.context_features import find_context_features
from onrecord.extract.entities.features.internal_features import find_internal_features
from onrecord.extract.entities.features.weights import load_weights
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.syntax.capitalisation import is_sentence_initial
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Span

SETTLED_TYPES = frozenset({"person", "organisation", "place"})
"""Types that a settled name gives to the names it is coordinated with."""
_COORDINATED = {
    "person": "coordinated.person",
    "organisation": "coordinated.organisation",
    "place": "coordinated.place",
    "product": "coordinated.product",
    "facility": "coordinated.facility",
}
"""Features of a name by the type of the names it is coordinated with."""


@dataclass(slots=True)
class TypeEvidence:
    """What the page shows of one name: features, readings and scores of the tagger, counts of mentions."""

    features: Counter[str] = field(default_factory=Counter)
    """How often each feature holds."""
    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Sums of the features' weights by type."""
    readings: Counter[str] = field(default_factory=Counter)
    """How often the tagger reads the name as which type."""
    scores: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Scores by type, summed over the mentions that the tagger scored."""
    scored_mentions: int = 0
    inside_types: frozenset[str] = frozenset()
    """Types for or against which the name's own words speak."""
    mid_sentence_mentions: int = 0
    """Mentions whose capital is not due to their place in the sentence."""
    indefinite_mentions: int = 0
    """Mentions after "a" without a noun to follow: "a UAV" is no name."""
    proper_noun_mentions: int = 0

    @property
    def mentions(self) -> int:
        """How many mentions the tagger, a list, a title or a pattern typed without doubt."""
        return sum(self.readings.values())

    @property
    def type(self) -> str:
        """The type of most weight, the tagger's readings or scores among it; where even, its most frequent reading."""
        frequent = self.mentions >= THRESHOLDS.frequent_mentions
        factor = THRESHOLDS.frequent_factor if frequent else 1
        total = defaultdict(float, self.weights)
        if "facility" not in self.inside_types:
            total.pop("facility", None)  # "at the X" alone makes no building
        if self.scores:
            for type_, score in self.scores.items():
                total[type_] += THRESHOLDS.score_weight * factor * score / self.scored_mentions
        else:
            for type_, count in self.readings.items():
                total[type_] += THRESHOLDS.reading_weight * factor * count / self.mentions
        return max(total, key=lambda type_: (total[type_], self.readings[type_], type_))

    def compute_mean_score(self, type_: str) -> float:
        """Return the tagger's mean score of `type_`, between 0 and 1; 0 where it gives no scores."""
        return self.scores[type_] / self.scored_mentions if self.scored_mentions else 0.0

    @property
    def explanation(self) -> str:
        """What settles the type, in words."""
        return format_evidence(self.weights, self.features, self.readings)

    def add_features(self, features: Iterable[str]) -> None:
        """Count `features` and add their weights."""
        for feature in features:
            self.features[feature] += 1
            for type_, weight in load_weights()[feature].items():
                self.weights[type_] += weight

    @property
    def is_surely_no_person(self) -> bool:
        """Whether the tagger is sure that it is no person: by its scores, or by several readings without one."""
        if self.scored_mentions:
            return self.compute_mean_score("person") < 1 - THRESHOLDS.sure_score
        return self.mentions >= THRESHOLDS.sure_readings and not self.readings["person"]

    @property
    def has_person_features(self) -> bool:
        """Whether features speak for a person, and more so than for a body or a place."""
        return self.weights["person"] > max(0, self.weights["organisation"], self.weights["place"])


def is_settled(name: Occurrence) -> bool:
    """Return whether a name list, the name's own words, a title or a role beside it settle its type."""
    guessed = name.origin in ("parsed", "ambiguous")
    return not guessed or name.key is not None or bool(name.roles)


def collect_type_evidence(
    blocks: Sequence[Block], occurrences: Sequence[Occurrence]
) -> dict[str, TypeEvidence]:
    """Return the evidence by name, in one pass over blocks and names."""
    evidence_by_name: dict[str, TypeEvidence] = defaultdict(TypeEvidence)
    coordinations: list[tuple[Occurrence, ...]] = []
    for block, names in _group_by_block(blocks, occurrences):
        coordinations += find_coordinations(block, names)
        for name in names:
            span = block.doc.char_span(name.start - block.start, name.end - block.start)
            _add_occurrence(evidence_by_name[name.name], name, span)
    for coordination in coordinations:
        _add_shared_type(coordination, evidence_by_name)
    return evidence_by_name


def _group_by_block(
    blocks: Sequence[Block], occurrences: Sequence[Occurrence]
) -> Iterator[tuple[Block, list[Occurrence]]]:
    """Yield each block that has names, with its names, in order of text."""
    by_start = sorted(occurrences, key=lambda name: name.start)
    index = 0
    for block in sorted(blocks, key=lambda block: block.start):
        names = []
        while index < len(by_start) and by_start[index].start < block.zone.end:
            if by_start[index].start >= block.start:
                names.append(by_start[index])
            index += 1
        if names:
            yield block, names


def _add_occurrence(evidence: TypeEvidence, name: Occurrence, span: Span | None) -> None:
    """Add what one mention shows, and the name's own words where it is the first."""
    if not evidence.readings:
        inside = list(find_internal_features(split_name(name.name)))
        evidence.inside_types = frozenset(
            type_ for feature in inside for type_ in load_weights()[feature]
        )
        evidence.add_features(inside)
    if name.origin != "ambiguous":
        evidence.readings[name.type] += 1
    if name.scores:
        evidence.scored_mentions += 1
        for type_, score in name.scores:
            evidence.scores[type_] += score
    if span is not None and not is_settled(name):
        evidence.add_features(find_context_features(span))
        evidence.mid_sentence_mentions += not is_sentence_initial(span[0])
        evidence.indefinite_mentions += _is_indefinite(span)
        evidence.proper_noun_mentions += span[-1].tag_ in PROPER_NOUN_TAGS


def _add_shared_type(
    coordination: Sequence[Occurrence], evidence_by_name: dict[str, TypeEvidence]
) -> None:
    """Add the one type that coordinated names have for sure to the others ("Uber, Lyft and Grab")."""
    types = {_read_sure_type(name, evidence_by_name[name.name]) for name in coordination} - {None}
    if len(types) != 1:
        return
    (type_,) = types
    for name in coordination:
        if type_ is not None and not is_settled(name):
            evidence_by_name[name.name].add_features((_COORDINATED[type_],))


def _read_sure_type(name: Occurrence, evidence: TypeEvidence) -> str | None:
    if is_settled(name):
        return name.type if name.type in SETTLED_TYPES else None
    type_ = evidence.type
    return type_ if evidence.weights[type_] >= THRESHOLDS.sure_weight else None


def _is_indefinite(span: Span) -> bool:
    """Return whether "a" stands before the name and nothing goes on with the phrase after it."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    ends = after is None or after.tag_[:2] not in NOUN_PREFIXES
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return ends and before in SINGLE_INSTANCE_DETERMINERS
