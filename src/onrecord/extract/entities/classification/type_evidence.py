"""Tallies: what a page says of each of its names, summed over all places that name it.

In: a page's blocks and the names found in them. Out: a tally for each name. Out of scope: what type follows
(`onrecord.extract.entities.classification.type_resolution`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.extract.entities.classification.coordinated_names import lists
from onrecord.extract.entities.classification.type_explanation import summed
from onrecord.extract.entities.clusters.name_clusters import Occurrence, words
from onrecord.extract.entities.features.context_features import signs_around, signs_inside
from onrecord.language.syntax.capitalisation import is_sentence_initial
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMED = frozenset({"person", "organisation", "place"})
_GUESSED = frozenset({"parsed", "second"})
SURE = 1.5
"""Weight of signs from which a name may speak for those it is listed with."""
TRUSTED = 0.8
"""Share from which a scoring tagger's lone person needs no other sign."""
OFTEN = 3
"""Readings, all of them of no person, against which a surname on the page says nothing ("Hale" and the firm Hale)."""
SCORED = 5.0
PRIOR = 1.5
"""What the tagger's readings of one name weigh together, by their shares; and half as much again if they are many."""


@dataclass(slots=True)
class Tally:
    """What the page says of one name: weights by type, and how often it stands."""

    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    readings: Counter[str] = field(default_factory=Counter)
    odds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """What a tagger that scores its names makes of each type, summed over the mentions it scored."""
    scored: int = 0
    inside_says: frozenset[str] = frozenset()
    """Types that the name's own words speak of."""
    inside: int = 0
    """Mentions whose capital their place in the sentence does not explain."""
    common: int = 0
    """Mentions after "a" with nothing to follow: "a UAV" is no name."""
    tagged: int = 0
    """Mentions tagged as proper nouns."""

    @property
    def times(self) -> int:
        """How often the page has the name."""
        return sum(self.readings.values())

    @property
    def type(self) -> str:
        """The type the signs and the tagger's readings agree on; the tagger's where they leave it even."""
        many = 1.5 if self.times > 2 else 1
        total = defaultdict(float, self.weights)
        if "facility" not in self.inside_says:
            total.pop("facility", None)  # "at the X" alone builds nothing
        if self.odds:
            for type_, share in self.odds.items():
                total[type_] += SCORED * many * share / self.scored
        else:
            for type_, count in self.readings.items():
                total[type_] += PRIOR * many * count / self.times
        return max(total, key=lambda type_: (total[type_], self.readings[type_], type_))

    def share(self, type_: str) -> float:
        """Return what a tagger that scores its names makes of `type_` on the mean; 0 where it scored none."""
        return self.odds[type_] / self.scored if self.scored else 0.0

    @property
    def told(self) -> str:
        """What settles the type, in words."""
        return summed(self.weights, self.readings)

    @property
    def is_surely_none(self) -> bool:
        """Whether the tagger is sure that it is no person: by its scores, or by reading it so time and again."""
        if self.scored:
            return self.share("person") < 1 - TRUSTED
        return self.times >= OFTEN and not self.readings["person"]

    @property
    def is_person(self) -> bool:
        """Whether more than the tagger speaks for a person."""
        return self.weights["person"] > max(0, self.weights["organisation"], self.weights["place"])


def is_settled(held: Occurrence) -> bool:
    """Return whether a list, the name's own words or a title settle its type."""
    return held.how not in _GUESSED or held.key is not None or bool(held.roles)


def tallies_of(blocks: Sequence[Block], occurrences: Sequence[Occurrence]) -> dict[str, Tally]:
    """Return each name's tally, in one pass over blocks and names."""
    found: dict[str, Tally] = defaultdict(Tally)
    by_start = sorted(occurrences, key=lambda held: held.start)
    index = 0
    runs: list[list[Occurrence]] = []
    for block in sorted(blocks, key=lambda block: block.start):
        here = []
        while index < len(by_start) and by_start[index].start < block.zone.end:
            if by_start[index].start >= block.start:
                here.append(by_start[index])
            index += 1
        if not here:
            continue
        runs += lists(block, here)
        for held in here:
            span = block.doc.char_span(held.start - block.start, held.end - block.start)
            tally = found[held.name]
            if not tally.readings:
                own = list(signs_inside(words(held.name)))
                tally.inside_says = frozenset(type_ for type_, _ in own)
                _add(tally, own)
            if held.how != "second":
                tally.readings[held.type] += 1
            if held.odds:
                tally.scored += 1
                for type_, share in held.odds:
                    tally.odds[type_] += share
            if span is not None and not is_settled(held):
                first, last = span[0], span[-1]
                _add(tally, signs_around(first, last))
                tally.inside += not is_sentence_initial(first)
                tally.common += _is_common(first, last)
                tally.tagged += last.tag_ in PROPER_NOUN_TAGS
    for run in runs:
        _share(run, found)
    return found


def _share(run: Sequence[Occurrence], tallies: dict[str, Tally]) -> None:
    """Let names that stand in one list ("Uber, Lyft and Grab") speak for each other's type."""
    kinds = {_sure_type(held, tallies[held.name]) for held in run} - {None}
    if len(kinds) != 1:
        return
    (type_,) = kinds
    for held in run:
        if type_ is not None and not is_settled(held):
            tallies[held.name].weights[type_] += 1


def _sure_type(held: Occurrence, tally: Tally) -> str | None:
    if is_settled(held):
        return held.type if held.type in NAMED else None
    type_ = tally.type
    return type_ if tally.weights[type_] >= SURE else None


def _is_common(first: Token, last: Token) -> bool:
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    bare = after is None or after.tag_[:2] not in {"NN", "JJ", "CD"}
    return first.i > 0 and bare and first.nbor(-1).lower_ in {"a", "an", "another", "every"}


def _add(tally: Tally, signs: Iterable[tuple[str, float]]) -> None:
    for type_, weight in signs:
        tally.weights[type_] += weight
