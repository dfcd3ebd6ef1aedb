"""What a promise is about, in words that can be found again: its matter, head, numbers and dates.

In: the catalogue. Out: `Promise`s. Leaves alone: what became of them (`link.commitments`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log

from onrecord.link.catalogue import Catalogue
from onrecord.link.words import head_of, stem, stems_of
from onrecord.records import Commitment, Event
from onrecord.records.page import REPORTED

_LEFT_OUT = frozenset(
    stem(word)
    for word in """promise pledge commit commitment vow undertake plan announce minister government new first last
    today make go get put take give keep come continue work part way more additional extra begin start""".split()
)
_NUMBERS = {
    name: str(value)
    for value, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {
    name: str(value)
    for value, name in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
_LEAST_NUMBER = 5
"""Smaller numbers are in every paragraph and tell no promise from another."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with the stems that tell its matter.

    Attributes:
        heads: of what is done to, or of what does it ("our hospital will open"); never a name.
        matter: all its telling words but dates; `dates`: those of its times; `numbers`: its figures.
    """

    commitment: Commitment
    event: Event
    heads: frozenset[str]
    matter: frozenset[str]
    dates: frozenset[str]
    numbers: frozenset[str]


def promises(known: Catalogue) -> Iterator[Promise]:
    """Yield the promises that can be found again, in order of pages; those not to do something are left out."""
    for page in known.shelf.pages:
        for commitment in known.records(page.id).commitments:
            event = known.events.get(commitment.event)
            if event is None or event.negated:
                continue
            promise = _promise(known, commitment, event)
            if promise.heads:
                yield promise


def _promise(known: Catalogue, commitment: Commitment, event: Event) -> Promise:
    page, start, end = event.evidence.page, event.evidence.start, event.evidence.end
    people = " ".join(actor.text for actor in event.actors if actor.entity)
    dates = frozenset(
        word
        for time in known.records(page).times
        if start <= time.evidence.start < end
        for word in topic(time.evidence.text)
    )
    numbers = frozenset(
        f"{figure.value:g}"
        for figure in known.records(page).figures
        if start <= figure.evidence.start < end and figure.value and figure.value >= _LEAST_NUMBER
        and event.trigger.start <= figure.evidence.start
    )  # fmt: skip
    things = [one.text for one in (*event.targets, *event.actors) if not one.entity]
    things += [
        figure.what.text
        for figure in known.records(page).figures
        if figure.what and start <= figure.evidence.start < end
    ]
    heads = frozenset(head for thing in things if (head := head_of(thing))) - _LEFT_OUT
    matter = topic(event.evidence.text) | numbers
    return Promise(
        commitment,
        event,
        frozenset(head for head in heads if head in matter and not head.isdecimal()),
        matter - stems_of(people) - _LEFT_OUT - dates,
        dates,
        numbers,
    )


def topic(text: str) -> frozenset[str]:
    """Return the stems of `text` that carry meaning, small numbers as digits."""
    return frozenset(
        _NUMBERS.get(word, word.replace(",", "") if word[0].isdigit() else word) for word in stems_of(text)
    )


def weights(known: Catalogue) -> Mapping[str, float]:
    """Return how telling each stem is in this story: the fewer families of pages have it, the more."""
    families: dict[str, set[str]] = defaultdict(set)
    for page in known.shelf.pages:
        for zone in page.zones_of(REPORTED):
            families[known.family[page.id]] |= topic(page.text[zone.start : zone.end])
    counts = Counter(word for words in families.values() for word in words)
    total = len(families) + 1
    return {word: log(total / count) + 0.3 for word, count in counts.items()}


def same_promise(a: Promise, b: Promise) -> bool:
    """Return whether two commitments promise the same: head and matter shared, no number differs."""
    if a.numbers != b.numbers and a.numbers and b.numbers and not a.numbers & b.numbers:
        return False
    shared = len(a.matter & b.matter)
    return bool(a.heads & b.heads) and shared >= 2 and shared / min(len(a.matter), len(b.matter)) >= 0.5
