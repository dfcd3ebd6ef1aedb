"""What a promise is about, in words that can be found again: its content, head nouns, numbers and dates.

In: the record index. Out: `Promise`s. Out of scope: how they ended (`commitments.outcomes`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log

from onrecord.link.comparison.day_intervals import measure_gap_days
from onrecord.link.comparison.text_keys import (
    find_head_stem,
    find_stems,
    split_words,
    stem,
    stem_all,
)
from onrecord.link.en.promises import DIGITS_BY_NUMBER_WORD, SYNONYMOUS_STEMS, UNDISTINCTIVE_WORDS
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Commitment, Event, Figure
from onrecord.records.page import REPORTED

_UNDISTINCTIVE_STEMS = stem_all(UNDISTINCTIVE_WORDS)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with the stems that identify its content.

    Attributes:
        heads: of what is acted on, or of what acts ("our hospital will open"); never of a name.
        content: all its distinctive words but dates; `dates`: those of its times; `numbers`: its figures.
        promisers: story-wide entities that promise it; `promiser_stems`: the stems of their words.
    """

    commitment: Commitment
    event: Event
    heads: frozenset[str]
    content: frozenset[str]
    dates: frozenset[str]
    numbers: frozenset[str]
    promisers: frozenset[str]
    promiser_stems: frozenset[str]


def iter_promises(index: RecordIndex) -> Iterator[Promise]:
    """Yield the promises that can be found again, in order of pages, but for promises not to do something."""
    for page in index.link_input.pages:
        for commitment in index.get_records(page.id).commitments:
            event = index.events.get(commitment.event)
            if event is None or event.negated:
                continue
            promise = _build_promise(index, commitment, event)
            if promise.heads:
                yield promise


def _build_promise(index: RecordIndex, commitment: Commitment, event: Event) -> Promise:
    page, (start, end) = event.evidence.page, _locate_promise(index, event)
    figures = index.find_figures_in(page, start, end)
    dates = frozenset(
        word
        for time in index.find_times_in(page, start, end)
        for word in find_topic_stems(time.evidence.text)
    )
    numbers = frozenset(f"{figure.value:g}" for figure in figures if _is_distinctive(figure))
    actors = [actor.text for actor in event.actors if not actor.entity]
    things = [
        target.text for target in event.targets if not target.entity and start <= target.start < end
    ]
    things += [figure.what.text for figure in figures if figure.what] + actors
    if numbers and not any(find_head_stem(thing) not in _UNDISTINCTIVE_STEMS for thing in things):
        things += _find_counted_before(index, event)
    words = [index.pages[page].text[start:end], *actors, *things]
    content = find_topic_stems(" ".join(words)) | numbers
    heads = frozenset(head for thing in things if (head := find_head_stem(thing)))
    return Promise(
        commitment=commitment,
        event=event,
        heads=frozenset(
            head
            for head in heads - _UNDISTINCTIVE_STEMS
            if head in content and not head.isdecimal()
        ),
        content=content - _UNDISTINCTIVE_STEMS - dates,
        dates=dates,
        numbers=numbers,
        promisers=index.collect_entities(event.actors),
        promiser_stems=find_topic_stems(" ".join(actor.text for actor in event.actors)),
    )


def _is_distinctive(figure: Figure) -> bool:
    """Return whether a figure is a bare number large enough to distinguish a promise from others."""
    return bool(
        figure.value and figure.value >= THRESHOLDS.least_promised_number and not figure.unit
    )


def _find_counted_before(index: RecordIndex, event: Event) -> list[str]:
    """Return what the sentence counted before "80 more": "which has 140 trainers, will send 80 more"."""
    page = event.evidence.page
    start, _ = index.locate_sentence(page, event.trigger.start)
    # What is counted may stand before its figure, and in another sentence than it.
    figures = index.find_figures_in(
        page, start - THRESHOLDS.sentence_chars, event.trigger.start + THRESHOLDS.sentence_chars
    )
    whats = [figure.what for figure in figures if figure.what]
    before = [what for what in whats if start <= what.start < event.trigger.start]
    return [max(before, key=lambda what: what.start).text] if before else []


def _locate_promise(index: RecordIndex, event: Event) -> tuple[int, int]:
    """Return (start, end) of a promise: from its verb to the next verb of its status in the clause, or its end."""
    start, end = event.trigger.start, event.evidence.end
    for other in index.find_events_in(event.evidence.page, event.trigger.end, end):
        if other.status == event.status:
            return start, other.trigger.start
    return start, end


def find_topic_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` but for stop words; number words as digits, without commas."""
    return frozenset(_normalise_number(word) for word in find_stems(text))


def _normalise_number(word: str) -> str:
    plain = word.replace(",", "") if word[0].isdigit() else word
    return DIGITS_BY_NUMBER_WORD.get(word, plain)


def weigh_stems(index: RecordIndex) -> Mapping[str, float]:
    """Return a weight for each stem of the story: the fewer families of pages have it, the higher."""
    stems_by_family: dict[str, set[str]] = defaultdict(set)
    for page in index.link_input.pages:
        for zone in page.zones_of(REPORTED):
            stems = find_topic_stems(page.text[zone.start : zone.end])
            stems_by_family[index.family_of[page.id]] |= stems
    counts = Counter(word for stems in stems_by_family.values() for word in stems)
    total = len(stems_by_family) + 1
    return {
        word: log(total / count) + THRESHOLDS.stem_weight_floor for word, count in counts.items()
    }


def is_same_promise(index: RecordIndex, a: Promise, b: Promise) -> bool:
    """Return whether two commitments promise the same: heads, verb and content agree, no number differs."""
    if a.numbers != b.numbers and not _is_repeated_without_number(index, a, b):
        return False
    if not a.heads & b.heads:
        return False
    shared = len(a.content & b.content) / min(len(a.content), len(b.content))
    verbs = [stem(split_words(promise.event.trigger.text)[0]) for promise in (a, b)]
    if is_same_action(*verbs):
        return shared >= THRESHOLDS.same_promise_share
    return shared >= THRESHOLDS.same_promise_share_other_verb


def _is_repeated_without_number(index: RecordIndex, a: Promise, b: Promise) -> bool:
    """Return whether one of two promises has no number and both pages were published soon after one another."""
    pages = a.commitment.evidence.page, b.commitment.evidence.page
    gap = measure_gap_days(*(index.get_publication_interval(page) for page in pages))
    return not (a.numbers and b.numbers) and gap is not None and gap <= THRESHOLDS.retold_days


def is_same_action(a: str, b: str) -> bool:
    """Return whether two stems of verbs mean the same action."""
    return a == b or any(a in group and b in group for group in SYNONYMOUS_STEMS)
