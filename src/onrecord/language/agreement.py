"""Agreement: what type a page's names have, by what stands inside and beside them all over the page.

In: a page's blocks and the names found in them. Out: the names with corrected types, fewer where nothing
supports one, and more where a short form stands for a fuller name. Leaves alone: names that lists know
or whose own words show their type.

A tagger reads a name once; a page names it many times: "in Velmara" once speaks for a place everywhere. Each mention
gives signs with weights (`onrecord.language.signs`), the tagger's reading is one of them, and the sum decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord.language.cased import opens_sentence
from onrecord.language.en.name_signs import OUTCRIES
from onrecord.language.en.names import CENTRES, DIRECTIONS, OCCASION_WORDS, ORGANISATION_WORDS
from onrecord.language.listing import lists
from onrecord.language.namesakes import Occurrence, words
from onrecord.language.signs import signs_around, signs_inside
from onrecord.language.taken import Taken
from onrecord.language.verb_forms import known_lemma
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN = frozenset({"person", "organisation", "place"})
_COMMON = frozenset("JJ NN NNS RB VB VBD VBG VBN VBP VBZ UH".split())
_GUESSED = frozenset({"parsed", "second"})
CLEAR = 2.5
"""Weight of signs of a person that an adjective like a people's ("Kestrian") does not outweigh."""
SURE = 1.5
"""Weight of signs from which a name may speak for those it is listed with."""
LONG = 200
"""Words from which on a page names its people in full or by what they do; a lone name at a sentence's start is none."""
_OTHERS = ("organisation", "place", "product")
LEANING = 1
"""Weight of signs of another type that says more of a lone name than the tagger does."""
UNKNOWN = "unknown"
TRUSTED = 0.8
"""Share from which a scoring tagger's lone person needs no other sign."""
OFTEN = 3
"""Readings, all of them of no person, against which a surname on the page says nothing ("Hale" and the firm Hale)."""
SCORED = 4.0
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
    def is_surely_none(self) -> bool:
        """Whether the tagger is sure that it is no person: by its scores, or by reading it so time and again."""
        if self.scored:
            return self.share("person") < 1 - TRUSTED
        return self.times >= OFTEN and not self.readings["person"]

    @property
    def is_person(self) -> bool:
        """Whether more than the tagger speaks for a person."""
        return self.weights["person"] > max(0, self.weights["organisation"], self.weights["place"])


def agreed(blocks: Sequence[Block], occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Return `occurrences` with the types that all signs on the page agree on, in the same order.

    A lone name that is part of a fuller person's name on the page is that person's.
    """
    tallies = _tallies(blocks, occurrences)
    seen = {
        token.text
        for block in blocks
        for token in block.doc
        if token.text[:1].isupper() or (token.is_alpha and token.tag_ in _COMMON)
    }
    several = [kept for held in occurrences if (kept := _of_several(held, tallies)) is not None]
    parts = _person_parts(several)
    long = sum(len(block.doc) for block in blocks) > LONG
    settled = (_of_one(held, tallies, parts, seen, long=long) for held in several)
    return [held for held in settled if held is not None]


def _is_settled(held: Occurrence) -> bool:
    return held.how not in _GUESSED or held.key is not None or bool(held.roles)


def _of_several(held: Occurrence, tallies: dict[str, Tally]) -> Occurrence | None:
    if _is_settled(held) or len(words(held.name)) < 2:
        return held
    if words(held.name)[-1] in OCCASION_WORDS:
        return None
    type_ = tallies[held.name].type
    if type_ == "place" and words(held.name)[-1] in CENTRES:
        type_ = "facility"
    return replace(held, type=type_)


def _person_parts(occurrences: Sequence[Occurrence]) -> set[str]:
    """Return the first and last names of the people whom the page names in full or with a title."""
    parts: set[str] = set()
    for held in occurrences:
        name = words(held.name)
        if held.type == "person" and len(name) > 1:
            parts |= {name[0], name[-1]}
        elif name and (held.how == "titled" or (held.type == "person" and held.roles)):
            parts.add(name[-1])
    return parts


def _of_one(
    held: Occurrence, tallies: dict[str, Tally], parts: set[str], seen: set[str], *, long: bool
) -> Occurrence | None:
    name = words(held.name)
    if _is_settled(held) or len(name) != 1:
        return held
    if name[0] in parts and not tallies[held.name].is_surely_none:
        return replace(held, type="person")
    if name[0] in DIRECTIONS:
        return replace(held, type="place")
    if _is_people_of(name[0], seen) and held.type in _OPEN:
        return replace(held, type="group")
    tally = tallies[held.name]
    if _has_people(name[0], seen) and tally.weights["person"] < CLEAR:
        return replace(held, type="place")
    if _is_ordinary(held, tally, seen):
        return None
    if tally.type == "person" and not tally.is_person:
        return _of_unknown(held, tally, long=long)
    return replace(held, type=tally.type)


def _of_unknown(held: Occurrence, tally: Tally, *, long: bool) -> Occurrence | None:
    """Return a lone name that only the tagger takes for a person's as what it may be.

    Pages name people in full, with a title, or by what they do; in a few sentences there is no room for that.
    """
    if tally.scored:
        return replace(held, type="person" if tally.share("person") >= TRUSTED else UNKNOWN)
    if not long:
        return replace(held, type="person")
    other = max(_OTHERS, key=lambda type_: tally.weights[type_])
    if tally.weights[other] >= LEANING:
        return replace(held, type=other)
    if tally.inside or tally.times > 1:
        return replace(held, type=UNKNOWN)
    return None


def _is_ordinary(held: Occurrence, tally: Tally, seen: set[str]) -> bool:
    """Return whether a lone name is a common word that only its place capitalises, wherever it stands."""
    low = held.name.lower()
    if held.name.isupper() and (tally.common or low in OUTCRIES or (len(low) > 3 and low in seen)):
        return True  # "a UAV", "ATTEND"
    if tally.inside or tally.is_person:
        return False
    untagged = tally.tagged == 0 and not held.name.isupper()
    return untagged or low in seen or known_lemma(low) is not None


def _has_people(name: str, seen: set[str]) -> bool:
    """Return whether the page has an adjective made of `name`, as of a place ("Velmara", "Velmaran")."""
    return len(name) > 3 and any(form in seen for form in _peoples(name))


def _is_people_of(word: str, seen: set[str]) -> bool:
    return any(name in seen and word in _peoples(name) for name in _roots(word))


def _roots(word: str) -> Iterator[str]:
    """Yield the places' names a people's name may be made of."""
    bare = word.removesuffix("s") if word.endswith("ns") else word
    for ending in ("n", "ian", "ese"):
        if bare.endswith(ending) and len(bare) - len(ending) > 2:
            stem = bare.removesuffix(ending)
            yield from (
                root
                for root in (stem, stem + "a", stem + "o", stem + "e", stem + "y")
                if len(root) > 3
            )


def _peoples(name: str) -> tuple[str, ...]:
    if name[-1] in "ao":
        return name + "n", name + "ns", name[:-1] + "ian", name[:-1] + "ians"
    if name[-1] in "ey":
        return name[:-1] + "ian", name[:-1] + "ians"
    return name + "ian", name + "ians", name + "ese"


def _tallies(blocks: Sequence[Block], occurrences: Sequence[Occurrence]) -> dict[str, Tally]:
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
            if span is not None and not _is_settled(held):
                first, last = span[0], span[-1]
                _add(tally, signs_around(first, last))
                tally.inside += not opens_sentence(first)
                tally.common += _is_common(first, last)
                tally.tagged += last.tag_ in {"NNP", "NNPS"}
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
        if type_ is not None and not _is_settled(held):
            tallies[held.name].weights[type_] += 1


def _sure_type(held: Occurrence, tally: Tally) -> str | None:
    if _is_settled(held):
        return held.type if held.type in _OPEN else None
    type_ = tally.type
    return type_ if tally.weights[type_] >= SURE else None


def _is_common(first: Token, last: Token) -> bool:
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    bare = after is None or after.tag_[:2] not in {"NN", "JJ", "CD"}
    return first.i > 0 and bare and first.nbor(-1).lower_ in {"a", "an", "another", "every"}


def _add(tally: Tally, signs: Iterable[tuple[str, float]]) -> None:
    for type_, weight in signs:
        tally.weights[type_] += weight


def short_forms(
    blocks: Sequence[Block], occurrences: Sequence[Occurrence]
) -> Iterator[tuple[Occurrence, str]]:
    """Yield ("the Front", full name) where one fuller name on the page alone ends with that word."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for held in occurrences:
        name = words(held.name)
        if held.type in {"organisation", "group"} and len(name) > 1:
            bodies[name[-1]].add(held.name.removeprefix("the ").removeprefix("The "))
    open_ = {(held.start, held.end) for held in occurrences if not _is_settled(held)}
    taken = Taken((held.start, held.end) for held in occurrences)
    for block in blocks:
        for token in block.doc[1:]:
            full = bodies.get(token.text, ())
            if token.text not in ORGANISATION_WORDS or len(full) != 1:
                continue
            if token.nbor(-1).lower_ != "the" or _goes_on(token):
                continue
            start, end = block.span_of(token, token)
            if (start, end) in open_ or not taken.overlaps(start, end):
                held = Occurrence(start, end, token.text, "organisation", "built", None)
                yield held, next(iter(full))


def _goes_on(token: Token) -> bool:
    """Return whether a capitalised word, or "of", goes on a name that begins with `token`."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    return after.text[:1].isupper() or (
        after.lower_ in {"of", "for"}
        and after.i + 1 < len(after.doc)
        and after.nbor().text[:1].isupper()
    )
