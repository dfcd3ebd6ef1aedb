"""Events of several pages: which pages report the same one.

In: the record index. Out: `same_event` links. Out of scope: events that only look alike: two pages must agree
on the verb, on an actor or target, on whether it happened, and on the day.

Source: ECB+ guidelines (Cybulska & Vossen 2014) for what makes two mentions one event: action,
participants, time and place agree and none contradicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.link.comparison.day_intervals import measure_gap_days
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.text_keys import split_words, stem
from onrecord.link.comparison.weights import FeatureWeight, load_weight
from onrecord.link.en.verbs import LIGHT_VERB_STEMS
from onrecord.link.index.record_index import RecordIndex, iter_events_by_publication
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Event, Link
from onrecord.records.event import REAL

_KIND = "same_event"
_SAME_VERB = load_weight(_KIND, "same action")
_SAME_DAY = load_weight(_KIND, "same day")
_OVERLAPPING_DAYS = load_weight(_KIND, "days that meet")
_PUBLISHED_NEAR = load_weight(_KIND, "published within days")
_SAME_ACTOR_ENTITY = load_weight(_KIND, "same actor", case="same entity")
_SAME_ACTOR_HEAD = load_weight(_KIND, "same actor", case="same head noun")
_SAME_TARGET_ENTITY = load_weight(_KIND, "same target", case="same entity")
_SAME_TARGET_HEAD = load_weight(_KIND, "same target", case="same head noun")
_VERBATIM = load_weight(_KIND, "same words in a copy")
_SAME_FIGURE = load_weight(_KIND, "same figure")

SharedFeature = tuple[FeatureWeight, str, str]
"""A feature that two events share, and the words of each."""
_INTENDED = frozenset({"planned", "promised"})


def link_events(index: RecordIndex) -> tuple[Link, ...]:
    """Return `same_event` links between events of different pages, `a` on the page published first."""
    links = []
    for a, b in sorted(iter_candidates(index), key=lambda pair: (pair[0].id, pair[1].id)):
        features = [build_feature(*shared) for shared in compare_events(index, a, b)]
        if sum(feature.weight for feature in features) >= THRESHOLDS.event_score:
            links.append(build_link(_KIND, a.id, b.id, features))
    return tuple(links)


def iter_candidates(index: RecordIndex) -> Iterator[tuple[Event, Event]]:
    """Yield each pair of events of two pages that have a verb and a day or days of publication in common, once."""
    blocks: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in iter_events_by_publication(index):
        for key in _iter_block_keys(index, event):
            blocks[key].append(event)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for place, a in enumerate(block):
            for b in block[place + 1 : place + 1 + THRESHOLDS.event_block_reach]:
                if (a.id, b.id) not in seen and a.evidence.page != b.evidence.page:
                    seen.add((a.id, b.id))
                    yield a, b


def build_trigger_key(trigger: str) -> str:
    """Return the key by which triggers are compared, the stem of the verb with its particles; "" for a light verb."""
    words = split_words(trigger)
    verb = stem(words[0]) if words else ""
    return "" if verb in LIGHT_VERB_STEMS else " ".join([verb, *words[1:]])


def _iter_block_keys(index: RecordIndex, event: Event) -> Iterator[tuple[str, str]]:
    verb = build_trigger_key(event.trigger.text)
    if not verb:
        return
    interval = index.get_event_interval(event)
    if interval is not None:
        yield verb, interval.shown
    published = index.get_publication_interval(event.evidence.page)
    if published is not None:
        # Two overlapping rows of blocks: pages a few days apart always share one of them.
        days = THRESHOLDS.event_gap_days
        yield verb, f"near {published.first.toordinal() // (2 * days)}"
        yield verb, f"near' {(published.first.toordinal() + days) // (2 * days)}"


def compare_events(index: RecordIndex, a: Event, b: Event) -> list[SharedFeature]:
    """Return what speaks for two events with one verb being the same; empty where something contradicts it."""
    if a.negated != b.negated or not _is_compatible_status(a, b):
        return []
    day = _compare_days(index, a, b)
    participants = _compare_participants(index, a, b)
    if day is None or participants is None:
        return []
    shared = [(_SAME_VERB, a.trigger.text, b.trigger.text), day, *participants]
    if _is_verbatim_copy(index, a, b):
        shared.append((_VERBATIM, a.evidence.text, b.evidence.text))
    figures = index.find_clause_figures(a) & index.find_clause_figures(b)
    if figures:
        figure = min(figures)
        shared.append((_SAME_FIGURE, figure, figure))
    return shared


def _is_compatible_status(a: Event, b: Event) -> bool:
    both = {a.status, b.status}
    return len(both) == 1 or both <= REAL or both <= _INTENDED


def _compare_participants(index: RecordIndex, a: Event, b: Event) -> list[SharedFeature] | None:
    """Return features of shared actors and targets, or None where both events have some and share none."""
    shared: list[SharedFeature] = []
    for of_a, of_b, same_entity, same_head in (
        (a.actors, b.actors, _SAME_ACTOR_ENTITY, _SAME_ACTOR_HEAD),
        (a.targets, b.targets, _SAME_TARGET_ENTITY, _SAME_TARGET_HEAD),
    ):
        keys_of_a, keys_of_b = (
            index.build_participant_keys(of_a),
            index.build_participant_keys(of_b),
        )
        if keys_of_a & keys_of_b:
            is_entity = bool(index.collect_entities(of_a) & index.collect_entities(of_b))
            weight = same_entity if is_entity else same_head
            shared.append((weight, of_a[0].text, of_b[0].text))
        elif keys_of_a and keys_of_b:
            return None
    return shared


def _compare_days(index: RecordIndex, a: Event, b: Event) -> SharedFeature | None:
    """Return why the days agree, or None where they differ or nothing speaks for one day."""
    first, second = index.get_event_interval(a), index.get_event_interval(b)
    if first and second:
        if measure_gap_days(first, second) != 0:
            return None
        is_exact = {first.sureness, second.sureness} == {"day"}
        first_words, second_words = (_quote_time(index, event) for event in (a, b))
        return _SAME_DAY if is_exact else _OVERLAPPING_DAYS, first_words, second_words
    pages = a.evidence.page, b.evidence.page
    gap = measure_gap_days(*(index.get_publication_interval(page) for page in pages))
    if gap is None or gap > THRESHOLDS.event_gap_days:
        return None
    first_day, second_day = (_show_publication(index, page) for page in pages)
    return _PUBLISHED_NEAR, first_day, second_day


def _quote_time(index: RecordIndex, event: Event) -> str:
    time = index.times.get(event.time or "")
    return time.evidence.text if time else ""


def _show_publication(index: RecordIndex, page: str) -> str:
    published = index.pages[page].published
    return published.value if published else ""


def _is_verbatim_copy(index: RecordIndex, a: Event, b: Event) -> bool:
    """Return whether two copies state the event in the same words."""
    is_same_family = index.family_of[a.evidence.page] == index.family_of[b.evidence.page]
    return is_same_family and split_words(a.evidence.text) == split_words(b.evidence.text)
