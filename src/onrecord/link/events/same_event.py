"""Links between events that are one: reported on several pages, or twice on one.

In: the record index. Out: `same_event` links. Out of scope: which events are one (`event_clusters`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.link.comparison.link_features import shorten
from onrecord.link.events.event_clusters import (
    SAME,
    ScoredPair,
    choose_classifier,
    cluster_events,
    is_reprinted,
    iter_scored_pairs,
)
from onrecord.link.events.event_profile import EventProfile, EventProfiles, build_profiles
from onrecord.link.events.pair_features import EMBEDDING, list_features, split_feature
from onrecord.link.index.record_index import RecordIndex, iter_events_by_publication
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Event, Feature, Link
from onrecord.records.ids import build_content_id

_KIND = "same_event"
_ROLES = {"actor": "actors", "target": "targets"}
"""What is compared → the event's field."""
_REPRINTED = "same words in a copy"


def link_events(index: RecordIndex) -> tuple[Link, ...]:
    """Return `same_event` links between events, `a` reported first; a cluster of n events has n - 1 links. Pairs that are only likely are candidates.

    The score is the probability that the two are one; the weights of features are natural logarithms of odds.
    """
    profiles = build_profiles(index, iter_events_by_publication(index))
    return link_pairs(index, profiles, list(iter_scored_pairs(index, profiles)))


def link_pairs(
    index: RecordIndex, profiles: EventProfiles, pairs: Sequence[ScoredPair]
) -> tuple[Link, ...]:
    """Return the links that compared pairs make, in order of ids."""
    clusters = cluster_events(profiles.profiles, pairs)
    loose = cluster_events(
        profiles.profiles,
        pairs,
        least=THRESHOLDS.candidate_event_probability,
        mean=THRESHOLDS.candidate_mean_probability,
    )
    sure = {(pair.a, pair.b) for one in clusters for pair in one.pairs}
    cluster_of = {event.id: place for place, one in enumerate(clusters) for event in one.events}
    links = [_build_link(index, profiles, pair) for one in clusters for pair in one.pairs]
    for one in loose:
        for pair in one.pairs:
            ends = [profiles.profiles[place].event.id for place in (pair.a, pair.b)]
            known = {cluster_of.get(end, end) for end in ends}
            if (pair.a, pair.b) not in sure and len(known) > 1:
                links.append(_build_link(index, profiles, pair, candidate=True))
    return tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _build_link(
    index: RecordIndex, profiles: EventProfiles, pair: ScoredPair, *, candidate: bool = False
) -> Link:
    a, b = profiles.profiles[pair.a], profiles.profiles[pair.b]
    reasons = [(_REPRINTED, 1.0)] if is_reprinted(index, a, b) else _list_reasons(profiles, a, b)
    features = tuple(
        Feature(
            name,
            round(weight, 3),
            *(shorten(_quote_compared(index, name, event)) for event in (a.event, b.event)),
        )
        for name, weight in reasons
    )
    ident = build_content_id("l", _KIND, a.event.id, b.event.id)
    return Link(
        ident, _KIND, a.event.id, b.event.id, round(pair.probability, 3), features, candidate
    )


def _list_reasons(
    profiles: EventProfiles, a: EventProfile, b: EventProfile
) -> list[tuple[str, float]]:
    """Return what is compared and what it weighs, alone and joined with how the triggers compare: what speaks for one event first, the heaviest first of the features that weigh most."""
    sums: dict[str, float] = defaultdict(float)
    features = list_features(profiles, a, b)
    for name, weight in choose_classifier(a, b).list_reasons(features, SAME):
        sums[split_feature(name)[1]] += weight
    heaviest = sorted(sums.items(), key=lambda reason: (-abs(reason[1]), reason[0]))
    kept = heaviest[: THRESHOLDS.link_reasons]
    return sorted(kept, key=lambda reason: (-reason[1], reason[0]))


def _quote_compared(index: RecordIndex, feature: str, event: Event) -> str:
    """Return the words of an event that a feature compares; its clause where the feature is about all of them."""
    what, _ = split_feature(feature)
    if what in ("trigger", EMBEDDING):
        return event.trigger.text
    if what in _ROLES:
        return "; ".join(one.text for one in getattr(event, _ROLES[what]))
    if what == "days":
        return _quote_days(index, event)
    named = {"status": event.status, "kind": event.kind, "root": event.type}
    return (named[what] or "") if what in named else event.evidence.text


def _quote_days(index: RecordIndex, event: Event) -> str:
    time = index.times.get(event.time or "")
    if time is not None:
        return time.evidence.text
    published = index.pages[event.evidence.page].published
    return f"published {published.value}" if published is not None else ""
