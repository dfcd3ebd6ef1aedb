"""Events told on several pages: which tell of the same one.

In: the catalogue. Out: `same_event` links. Out of scope: what only looks alike: two pages must agree
on the deed, on who did it or to whom, on whether it happened, and on the day.

Source: ECB+ guidelines (Cybulska & Vossen 2014) for what makes two mentions one event: action,
participants, time and place agree and none contradicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.link.comparison.day_intervals import measure_gap_days
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.text_keys import split_words, stem
from onrecord.link.index.record_index import RecordIndex, iter_events_by_publication
from onrecord.records import Event, Feature, Link
from onrecord.records.event import REAL

ENOUGH = 0.8
NEAR_DAYS = 3
"""How far apart two pages may be published whose undated events count as told for the same day."""
_LIGHT = frozenset(
    "be have do make take get go come say tell see want need know think help".split()
)
_AHEAD = frozenset({"planned", "promised"})
_BLOCK = 40


def same_events(known: RecordIndex) -> tuple[Link, ...]:
    """Return `same_event` links between different pages, each event to the first page that tells it."""
    blocks: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in iter_events_by_publication(known):
        for key in _keys(known, event):
            blocks[key].append(event)
    found: dict[tuple[str, str], Link] = {}
    for block in blocks.values():
        for a, b in _pairs(block):
            if (a.id, b.id) in found or a.evidence.page == b.evidence.page:
                continue
            features = _features(known, a, b)
            if features and sum(one.weight for one in features) >= ENOUGH:
                found[a.id, b.id] = build_link("same_event", a.id, b.id, features)
    return tuple(found[pair] for pair in sorted(found))


def deed(event: Event) -> str:
    """Return the stem of the event's trigger, by which deeds are compared; "" for a light verb."""
    return deed_of(event.trigger.text)


def deed_of(trigger: str) -> str:
    """Return the stem of a trigger's words; "" for a light verb."""
    words = split_words(trigger)
    key = stem(words[0]) if words else ""
    return "" if key in _LIGHT else " ".join([key, *words[1:]])


def _keys(known: RecordIndex, event: Event) -> Iterator[tuple[str, str]]:
    key = deed(event)
    if not key:
        return
    reach = known.told(event)
    if reach is not None:
        yield key, reach.shown
    published = known.published(event.evidence.page)
    if published is not None:
        # Two neighbouring blocks: pages a few days apart always meet in one of them.
        number = published.first.toordinal() // (2 * NEAR_DAYS)
        shifted = (published.first.toordinal() + NEAR_DAYS) // (2 * NEAR_DAYS)
        yield key, f"near {number}"
        yield key, f"near' {shifted}"


def _pairs(block: list[Event]) -> Iterator[tuple[Event, Event]]:
    for place, first in enumerate(block):
        for second in block[place + 1 : place + 1 + _BLOCK]:
            yield first, second


def _features(known: RecordIndex, a: Event, b: Event) -> list[Feature]:
    if a.negated != b.negated or not _agree_in_status(a, b):
        return []
    found = [build_feature("same deed", 0.3, a.trigger.text, b.trigger.text)]
    day = _day_feature(known, a, b)
    if day is None:
        return []
    found.append(day)
    for name, ours, theirs in (
        ("same actor", a.actors, b.actors),
        ("same target", a.targets, b.targets),
    ):
        first, second = known.named(ours), known.named(theirs)
        if first & second:
            sure = known.who(ours) & known.who(theirs)
            found.append(build_feature(name, 0.25 if sure else 0.15, ours[0].text, theirs[0].text))
        elif first and second:
            return []
    if _prints_same(known, a, b):
        found.append(build_feature("same words in a copy", 0.4, a.evidence.text, b.evidence.text))
    counts = known.counted(a) & known.counted(b)
    if counts:
        shown = min(counts)
        found.append(build_feature("same figure", 0.2, shown, shown))
    return found


def _agree_in_status(a: Event, b: Event) -> bool:
    return a.status == b.status or {a.status, b.status} <= REAL or {a.status, b.status} <= _AHEAD


def _day_feature(known: RecordIndex, a: Event, b: Event) -> Feature | None:
    """Return why the days agree, or None where they differ or nothing speaks for one day."""
    first, second = known.told(a), known.told(b)
    times = [known.times.get(event.time or "") for event in (a, b)]
    words = [time.evidence.text if time else "" for time in times]
    if first and second:
        if measure_gap_days(first, second) != 0:
            return None
        exact = {first.sureness, second.sureness} == {"day"}
        return build_feature(
            "same day" if exact else "days that meet", 0.3 if exact else 0.15, *words
        )
    near = measure_gap_days(known.published(a.evidence.page), known.published(b.evidence.page))
    if near is None or near > NEAR_DAYS:
        return None
    shown = [str(known.pages[event.evidence.page].published.value) for event in (a, b)]  # type: ignore[union-attr]
    return build_feature("published within days", 0.1, *shown)


def _prints_same(known: RecordIndex, a: Event, b: Event) -> bool:
    same_family = known.family[a.evidence.page] == known.family[b.evidence.page]
    return same_family and split_words(a.evidence.text) == split_words(b.evidence.text)
