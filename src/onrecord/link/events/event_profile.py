"""Profiles: what of each event is compared with others, looked up once.

In: the record index. Out: an `EventProfile` for each event, and how alike pages are. Out of scope: comparing (`pair_features`).
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.link.comparison.day_intervals import DayInterval
from onrecord.link.comparison.text_keys import find_head_stem, find_stems
from onrecord.link.events.trigger_keys import find_trigger_verb
from onrecord.link.index.record_index import PERSONAL_TYPES, RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Event, Participant
from onrecord.records.embeddings import decode_embedding
from onrecord.records.event import group_status


@dataclass(frozen=True, slots=True)
class EventProfile:
    """What of an event is compared.

    Attributes:
        event: the event. page: its page.
        stem: stem of the trigger's first word; "" for a light verb. stem_prefix: its first letters.
        status: "real", "ahead", "denied" or "alleged".
        actors, targets: story-wide ids of entities; participants: both.
        actor_heads, target_heads: stems of the heads of other participants.
        clause, sentence: stems of their words.
        places, people, others: story-wide ids of what the sentence names; named: all three.
        place: stems of the words for where it took place.
        figures: figures in its clause.
        days: when it takes place, or None. published: when its page was published, or None.
        is_headline: whether it stands in the headline.
        embedding: of its trigger, in whole numbers, or None. length: of that vector.

    """

    event: Event
    page: str
    stem: str
    stem_prefix: str
    status: str
    actors: frozenset[str]
    targets: frozenset[str]
    participants: frozenset[str]
    actor_heads: frozenset[str]
    target_heads: frozenset[str]
    clause: frozenset[str]
    sentence: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]
    others: frozenset[str]
    named: frozenset[str]
    place: frozenset[str]
    figures: frozenset[str]
    days: DayInterval | None
    published: DayInterval | None
    is_headline: bool
    embedding: NDArray[np.float32] | None
    length: float


@dataclass(frozen=True, slots=True)
class EventProfiles:
    """The profiles of a story's events, and what is counted over all of them.

    Attributes:
        profiles: in order of publication, then of text.
        word_weights: stem → how rare it is among sentences (natural logarithm of the inverse share).
        clause_weights, sentence_weights: event → what the words of its clause and of its sentence weigh together.
        page_words, page_names: page → vector of length 1 of its words and of its entities, weighted by rarity.

    """

    profiles: tuple[EventProfile, ...]
    word_weights: Mapping[str, float]
    clause_weights: Mapping[str, float]
    sentence_weights: Mapping[str, float]
    page_words: Mapping[str, NDArray[np.float32]]
    page_names: Mapping[str, NDArray[np.float32]]


def build_profiles(index: RecordIndex, events: Iterable[Event]) -> EventProfiles:
    """Return the profiles of `events` of the index's pages."""
    profiles = tuple(build_profile(index, event) for event in events)
    page_stems = {page.id: find_stems(page.text) for page in index.pages.values()}
    page_entities = {page: index.collect_entities_on(page) for page in index.pages}
    weights = _weigh_rarity(profile.sentence for profile in profiles)
    return EventProfiles(
        profiles,
        weights,
        {one.event.id: sum_weights(one.clause, weights) for one in profiles},
        {one.event.id: sum_weights(one.sentence, weights) for one in profiles},
        build_page_vectors(page_stems),
        build_page_vectors(page_entities),
    )


def has_one_encoder(a: EventProfile, b: EventProfile) -> bool:
    """Return whether both triggers have embeddings, of one encoder."""
    if a.embedding is None or b.embedding is None or not a.length or not b.length:
        return False
    return a.event.evidence.by == b.event.evidence.by and len(a.embedding) == len(b.embedding)


def measure_cosine(a: EventProfile, b: EventProfile) -> float | None:
    """Return how near the embeddings of two triggers are (cosine), or None where they are not of one encoder."""
    if a.embedding is None or b.embedding is None or not has_one_encoder(a, b):
        return None
    return float(a.embedding @ b.embedding) / (a.length * b.length)


def build_profile(index: RecordIndex, event: Event) -> EventProfile:
    """Return the profile of an event of the index's pages."""
    page = event.evidence.page
    verb = find_trigger_verb(event.trigger.text)
    start, end = index.locate_sentence(page, event.trigger.start)
    zone = index.pages[page].zone_at(event.trigger.start)
    actors, targets = map(index.collect_entities, (event.actors, event.targets))
    people, places, others = _group_names(index, page, start, end)
    embedding = decode_embedding(event.embedding) if event.embedding is not None else None
    return EventProfile(
        event=event,
        page=page,
        stem=verb,
        stem_prefix=verb[: THRESHOLDS.stem_prefix],
        status=group_status(event.status),
        actors=actors,
        targets=targets,
        participants=actors | targets,
        actor_heads=_list_heads(event.actors),
        target_heads=_list_heads(event.targets),
        clause=find_stems(event.evidence.text),
        sentence=find_stems(index.pages[page].text[start:end]),
        places=places,
        people=people,
        others=others,
        named=places | people | others,
        place=find_stems(event.place.text) if event.place is not None else frozenset(),
        figures=index.find_clause_figures(event),
        days=index.get_event_interval(event),
        published=index.get_publication_interval(page),
        is_headline=zone is not None and zone.role == "headline",
        embedding=embedding,
        length=float(np.linalg.norm(embedding)) if embedding is not None else 0.0,
    )


def _group_names(
    index: RecordIndex, page: str, start: int, end: int
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the story-wide ids of people, places and others named between `start` and `end` of a page."""
    people, places, others = set(), set(), set()
    for mention in index.iter_mentions_in(page, start, end):
        story_id = index.story_entity_of.get(mention.entity, mention.entity)
        if mention.type in PERSONAL_TYPES:
            people.add(story_id)
        elif mention.type == "place":
            places.add(story_id)
        else:
            others.add(story_id)
    return frozenset(people), frozenset(places), frozenset(others)


def _list_heads(participants: Iterable[Participant]) -> frozenset[str]:
    return frozenset(find_head_stem(one.text) for one in participants if one.entity is None)


def _weigh_rarity(sets: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return for each key the natural logarithm of the inverse share of the sets that hold it."""
    listed = list(sets)
    return weigh_counts(Counter(key for keys in listed for key in keys), len(listed))


def weigh_counts(counts: Mapping[str, int], total: int) -> dict[str, float]:
    """Return for each key the natural logarithm of the inverse share of the `total` sets, of which `counts` hold it."""
    return {key: math.log((total + 1) / count) for key, count in counts.items()}


def sum_weights(keys: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return what keys weigh together."""
    return math.fsum(weights.get(key, 0.0) for key in keys)


def build_page_vectors(
    keys_of: Mapping[str, frozenset[str]], weights: Mapping[str, float] | None = None
) -> dict[str, NDArray[np.float32]]:
    """Return for each page a vector of length 1 whose products are about the cosines of the weighted keys.

    Args:
        keys_of: the keys of each page. weights: what each key weighs; how rare it is among these pages if None.

    Source: feature hashing with signs (Weinberger et al. 2009); the hash is CRC-32, the same on every machine.
    """
    if weights is None:
        weights = _weigh_rarity(keys_of.values())
    size = THRESHOLDS.page_vector_size
    vectors = {}
    for page, keys in keys_of.items():
        vector = np.zeros(size, np.float32)
        for key in sorted(keys):
            code = zlib.crc32(key.encode())
            vector[code % size] += weights[key] if code // size % 2 else -weights[key]
        length = float(np.linalg.norm(vector))
        vectors[page] = vector / length if length else vector
    return vectors
