"""Clusters of events: what joins them, and what a chain of likenesses does not."""

from __future__ import annotations

import pytest

from onrecord.link.entities.same_entity import link_entities
from onrecord.link.events.event_clusters import ScoredPair, cluster_events
from onrecord.link.events.event_profile import EventProfile, build_profiles
from onrecord.link.events.pair_candidates import iter_pairs, measure_likeness
from onrecord.link.events.pair_features import list_features, split_feature
from onrecord.link.events.profile_shapes import compare_by_shape, number_shapes
from onrecord.link.index.record_index import RecordIndex, index_records, iter_events_by_publication
from tests.link.story_builder import StoryBuilder


def build_index(*texts: str, trigger: str = "attacked") -> RecordIndex:
    builder = StoryBuilder()
    for day, text in enumerate(texts, start=1):
        names = {name: "place" for name in ("Orland", "Westmark") if name in text}
        row = {"text": text, "trigger": trigger, "actors": ["Orland"], "targets": ["Westmark"]}
        builder.add_page(text, f"2020-05-0{day}", entities=names, events=[row])
    given = builder.build_input()
    entities = [(one, page.id) for page in given.pages for one in given.records[page.id].entities]
    same, _ = link_entities(entities)
    return index_records(given, same, {page.id: page.id for page in given.pages})


def pair(a: int, b: int, probability: float) -> ScoredPair:
    return ScoredPair(a, b, probability)


TEXTS = tuple(f"Orland attacked Westmark {word}." for word in ("once", "twice", "again", "anew"))


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([pair(0, 1, 0.9)], [2]),
        ([pair(0, 1, 0.2)], []),
        ([pair(0, 1, 0.95), pair(2, 3, 0.9)], [2, 2]),
        ([pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, 0.9)], [3]),
        ([pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, 0.0)], [2]),
    ],
    ids=["likely", "unlikely", "two", "three that agree", "a chain"],
)
def test_clusters(pairs: list[ScoredPair], expected: list[int]) -> None:
    index = build_index(*TEXTS)
    profiles = build_profiles(index, iter_events_by_publication(index)).profiles
    found = cluster_events(profiles, pairs)
    assert [len(one.events) for one in found] == expected
    assert all(len(one.pairs) == len(one.events) - 1 for one in found)


def test_features_are_the_same_for_either_order() -> None:
    index = build_index(*TEXTS[:2])
    profiles = build_profiles(index, iter_events_by_publication(index))
    a, b = profiles.profiles
    features = list_features(profiles, a, b)
    assert features == list_features(profiles, b, a)
    assert {"trigger: same stem", "actor: same name", "target: same name"} <= set(features)


def test_every_pair_is_compared_once() -> None:
    index = build_index(*TEXTS[:3])
    profiles = build_profiles(index, iter_events_by_publication(index)).profiles
    assert sorted(iter_pairs(profiles)) == [(0, 1), (0, 2), (1, 2)]
    assert list(iter_pairs(profiles[:1])) == []


def test_one_cluster_of_many_equal_events_is_made() -> None:
    """More events than one is compared with still make one cluster."""
    places = range(120)
    pairs = [pair(a, b, 0.9) for b in places for a in range(max(0, b - 40), b)]
    index = build_index(TEXTS[0])
    profile = build_profiles(index, iter_events_by_publication(index)).profiles[0]
    (found,) = cluster_events([profile] * len(places), pairs)
    assert len(found.events) == len(places)


def test_links_are_the_same_for_any_order_of_pages() -> None:
    builder = StoryBuilder()
    for day, text in enumerate(TEXTS, start=1):
        row = {"text": text, "trigger": "attacked", "actors": ["Orland"], "targets": ["Westmark"]}
        names = {"Orland": "place", "Westmark": "place"}
        builder.add_page(text, f"2020-05-0{day}", entities=names, events=[row])
    links = builder.link().links
    builder.pages.reverse()
    assert builder.link().links == links


def test_a_feature_is_split_from_how_the_triggers_compare() -> None:
    assert split_feature("days: apart, same stem") == ("days", "days: apart")
    assert split_feature("kind: same") == ("kind", "kind: same")


def test_pairs_of_equal_shapes_are_compared_once_and_come_to_the_same() -> None:
    index = build_index(*TEXTS)
    first, *others = build_profiles(index, iter_events_by_publication(index)).profiles
    profiles = [*[first] * 30, *others]
    asked: list[tuple[str, str]] = []

    def compare(a: EventProfile, b: EventProfile) -> float:
        asked.append((a.event.id, b.event.id))
        return measure_likeness(a, b)

    remembered = compare_by_shape(profiles, compare)
    pairs = [(a, b) for b in range(len(profiles)) for a in range(b)]
    found = [remembered(a, b) for a, b in pairs]
    assert found == [measure_likeness(profiles[a], profiles[b]) for a, b in pairs]
    shapes = len(set(number_shapes(profiles)))
    assert shapes == len(TEXTS)
    assert len(asked) <= shapes**2
