"""What a promise is about, in words that can be found again: its matter, head, numbers and dates.

In: the catalogue. Out: `Promise`s. Out of scope: what became of them (`link.commitments`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log

from onrecord.link.commitments.outcome_words import ALIKE
from onrecord.link.comparison.day_intervals import measure_gap_days
from onrecord.link.comparison.text_keys import find_head_stem, find_stems, split_words, stem
from onrecord.link.index.record_index import RecordIndex
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
        range(20, 100, 10),
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        strict=True,
    )
}
_RETOLD_DAYS = 14
"""A promise told without its number is the same only so soon after."""
_SHARED, _SHARED_BY_OTHER_DEEDS = 0.4, 0.6
_LEAST_NUMBER = 5
"""Smaller numbers are in every paragraph and tell no promise from another."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with the stems that tell its matter.

    Attributes:
        heads: of what is done to, or of what does it ("our hospital will open"); never a name.
        matter: all its telling words but dates; `dates`: those of its times; `numbers`: its figures.
        who: story-wide entities that promise it; `called`: the stems of their words.
    """

    commitment: Commitment
    event: Event
    heads: frozenset[str]
    matter: frozenset[str]
    dates: frozenset[str]
    numbers: frozenset[str]
    who: frozenset[str]
    called: frozenset[str]


def promises(known: RecordIndex) -> Iterator[Promise]:
    """Yield the promises that can be found again, in order of pages; those not to do something are left out."""
    for page in known.shelf.pages:
        for commitment in known.records(page.id).commitments:
            event = known.events.get(commitment.event)
            if event is None or event.negated:
                continue
            promise = _promise(known, commitment, event)
            if promise.heads:
                yield promise


def _promise(known: RecordIndex, commitment: Commitment, event: Event) -> Promise:
    page, (start, end) = event.evidence.page, _told_at(known, event)
    text = known.pages[page].text
    figures = [one for one in known.records(page).figures if start <= one.evidence.start < end]
    does = [one.text for one in event.actors if not one.entity]
    dates = frozenset(
        word
        for time in known.records(page).times
        if start <= time.evidence.start < end
        for word in topic(time.evidence.text)
    )
    numbers = frozenset(
        f"{one.value:g}"
        for one in figures
        if one.value and one.value >= _LEAST_NUMBER and not one.unit
    )
    things = [one.text for one in event.targets if not one.entity and start <= one.start < end]
    things += [one.what.text for one in figures if one.what] + does
    if numbers and not any(find_head_stem(thing) not in _LEFT_OUT for thing in things):
        things += _counted_before(known, event)
    matter = topic(" ".join([text[start:end], *does, *things])) | numbers
    heads = frozenset(head for thing in things if (head := find_head_stem(thing))) - _LEFT_OUT
    return Promise(
        commitment=commitment,
        event=event,
        heads=frozenset(head for head in heads if head in matter and not head.isdecimal()),
        matter=matter - _LEFT_OUT - dates,
        dates=dates,
        numbers=numbers,
        who=known.who(event.actors),
        called=topic(" ".join(actor.text for actor in event.actors)),
    )


def _counted_before(known: RecordIndex, event: Event) -> list[str]:
    """Return what the sentence counted before "80 more": "which has 140 trainers, will send 80 more"."""
    page, start = event.evidence.page, known.sentence(event.evidence.page, event.trigger.start)[0]
    whats = [one.what for one in known.records(page).figures if one.what]
    before = [what for what in whats if start <= what.start < event.trigger.start]
    return [max(before, key=lambda what: what.start).text] if before else []


def _told_at(known: RecordIndex, event: Event) -> tuple[int, int]:
    """Return the words of a promise from its verb to the next promised verb of the same sentence."""
    start, end = event.trigger.start, event.evidence.end
    for other in known.events_in(event.evidence.page, event.trigger.end, end):
        if other.status == event.status:
            return start, other.trigger.start
    return start, end


def topic(text: str) -> frozenset[str]:
    """Return the stems of `text` that carry meaning, small numbers as digits."""
    return frozenset(
        _NUMBERS.get(word, word.replace(",", "") if word[0].isdigit() else word)
        for word in find_stems(text)
    )


def weights(known: RecordIndex) -> Mapping[str, float]:
    """Return how telling each stem is in this story: the fewer families of pages have it, the more."""
    families: dict[str, set[str]] = defaultdict(set)
    for page in known.shelf.pages:
        for zone in page.zones_of(REPORTED):
            families[known.family[page.id]] |= topic(page.text[zone.start : zone.end])
    counts = Counter(word for words in families.values() for word in words)
    total = len(families) + 1
    return {word: log(total / count) + 0.3 for word, count in counts.items()}


def same_promise(known: RecordIndex, a: Promise, b: Promise) -> bool:
    """Return whether two commitments promise the same: head, deed and matter agree, no number differs."""
    if a.numbers != b.numbers:
        pages = a.commitment.evidence.page, b.commitment.evidence.page
        apart = measure_gap_days(*(known.published(page) for page in pages))
        if (a.numbers and b.numbers) or apart is None or apart > _RETOLD_DAYS:
            return False
    if not a.heads & b.heads:
        return False
    shared = len(a.matter & b.matter) / min(len(a.matter), len(b.matter))
    deeds = [stem(split_words(one.event.trigger.text)[0]) for one in (a, b)]
    return shared >= (_SHARED if alike(*deeds) else _SHARED_BY_OTHER_DEEDS)


def alike(a: str, b: str) -> bool:
    """Return whether two stems of deeds do the same."""
    return a == b or any(a in group and b in group for group in ALIKE)
