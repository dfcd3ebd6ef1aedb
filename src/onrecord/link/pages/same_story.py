"""Pages that report the same matter in their own words.

In: the record index. Out: `same_story` links between pages published near each other. Out of scope: copies and
versions, which share words, and undated pages.

Source: cosine of names weighted by rarity within days, as in event-centric clustering of news
(Vossen et al., NewsReader, 2016); the weights are our own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log, sqrt

from onrecord.link.comparison.day_intervals import measure_gap_days
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.text_keys import find_stems
from onrecord.link.comparison.weights import load_weight
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Link

_KIND = "same_story"
_SHARED_KEYS = load_weight(_KIND, "rare names, figures and headline words shared", unit="cosine")
_DAYS_APART = load_weight(_KIND, "days apart")


@dataclass(frozen=True, slots=True)
class KeyVector:
    """What a page is about: the weight of each of its keys, the words to show it by, and the vector's length."""

    page: str
    words: Mapping[str, str]
    weights: Mapping[str, float]
    length: float


def link_stories(index: RecordIndex) -> tuple[Link, ...]:
    """Return `same_story` links, `a` the earlier page."""
    vectors = _build_vectors(index)
    links: dict[tuple[str, str], Link] = {}
    for first, second in _iter_candidates(index, vectors):
        link = compare_vectors(index, vectors[first], vectors[second])
        if link is not None:
            links[link.a, link.b] = link
    return tuple(links[pair] for pair in sorted(links))


def _build_vectors(index: RecordIndex) -> dict[str, KeyVector]:
    """Return the vector of each page by id: keys are weighted by how few pages have them."""
    keys_by_page = {page.id: find_story_keys(index, page.id) for page in index.link_input.pages}
    counts = Counter(key for keys in keys_by_page.values() for key in keys)
    total = len(keys_by_page) + 1
    vectors = {}
    for page, words in keys_by_page.items():
        vectors[page] = build_vector(page, words, counts, total)
    return vectors


def build_vector(
    page: str, words: Mapping[str, str], counts: Mapping[str, int], total: int
) -> KeyVector:
    """Return the vector of a page with these keys.

    Args:
        words: key → words. counts: key → how many pages have it. total: how many pages there are, and one.

    """
    weights = {key: log(total / counts[key]) for key in words}
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return KeyVector(page, words, weights, length)


def find_story_keys(index: RecordIndex, page: str) -> dict[str, str]:
    """Return key → words of a page's names, figures and headline words."""
    words = {
        index.story_entity_of.get(entity.id, entity.id): entity.name
        for entity in index.get_records(page).entities
        if entity.type != "role"
    }
    for figure in index.get_records(page).figures:
        if figure.value is not None and figure.value >= THRESHOLDS.story_least_figure:
            words[f"figure {figure.value:g} {figure.unit or ''}"] = figure.evidence.text
    title = index.pages[page].title or ""
    words.update({f"word {word}": word for word in find_stems(title)})
    return words


def _iter_candidates(
    index: RecordIndex, vectors: Mapping[str, KeyVector]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids of pages that were published days apart at most and share a few keys."""
    postings: dict[str, list[str]] = defaultdict(list)
    for page in index.link_input.pages:
        if index.get_publication_interval(page.id) is not None:
            for key in vectors[page.id].weights:
                postings[key].append(page.id)
    shared_keys: Counter[tuple[str, str]] = Counter()
    for posting in postings.values():
        shared_keys.update(_iter_near_pairs(index, posting))
    least = THRESHOLDS.story_shared_keys
    yield from sorted(pair for pair, shared in shared_keys.items() if shared >= least)


def _iter_near_pairs(index: RecordIndex, posting: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of the pages of a posting, which is in order of publication, that are near in time."""
    for place, first in enumerate(posting):
        for second in posting[place + 1 : place + 1 + THRESHOLDS.story_key_reach]:
            gap = measure_gap_days(
                index.get_publication_interval(first), index.get_publication_interval(second)
            )
            if gap is None or gap > THRESHOLDS.story_gap_days:
                break
            yield first, second


def compare_vectors(index: RecordIndex, a: KeyVector, b: KeyVector) -> Link | None:
    """Return the link between two pages, `a` the earlier; None if they are copies or too unlike."""
    if index.family_of[a.page] == index.family_of[b.page] or not a.length or not b.length:
        return None
    shared = a.weights.keys() & b.weights.keys()
    cosine = sum(a.weights[key] * b.weights[key] for key in shared) / (a.length * b.length)
    if cosine < THRESHOLDS.story_cosine:
        return None
    rarest = sorted(shared, key=lambda key: (-a.weights[key], key))[: THRESHOLDS.story_shown_keys]
    words = [", ".join(vector.words[key] for key in rarest) for vector in (a, b)]
    intervals = [index.get_publication_interval(vector.page) for vector in (a, b)]
    days = [interval.shown if interval else "" for interval in intervals]
    features = [
        build_feature(_SHARED_KEYS, *words, value=cosine),
        build_feature(_DAYS_APART, *days),
    ]
    return build_link(_KIND, a.page, b.page, features)
