"""The one command: ``python -m training.event_identity`` fits the weights that say whether two events are one.

In: ECB+ topics 1 to 35 (CC BY 3.0; free for weights of links) and our own marked stories, parsed by the model `accurate`. Out: the files of weights in
`src/onrecord/link/events`, for events with embeddings and for events without, and what they find on stories that a fit did not see: pairs of events on different pages, beside triggers of
the same stem. A pair counts where gold marks both triggers. A quarter of an hour on one core, most of it parsing, which ``--work`` keeps; empty that folder when the encoder has
changed.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.language import get_backbone
from onrecord.language.classifiers.linear_classifier import LinearClassifier, pack_weights
from onrecord.link import events
from onrecord.link.events.event_clusters import (
    SAME,
    WITH_EMBEDDING,
    WITHOUT_EMBEDDING,
    ScoredPair,
    cluster_events,
    estimate_same,
)
from onrecord.link.events.event_profile import EventProfile, build_profiles
from onrecord.link.events.pair_candidates import iter_pairs
from onrecord.link.events.pair_features import list_features
from onrecord.link.index.record_index import iter_events_by_publication
from training.__main__ import unpack
from training.event_classifiers.fitting import Settings, TrainingCase, fit_classifier
from training.event_identity.stories import OWN, MarkedStory, build_index, read_stories

HERE = Path(__file__).parent
TARGET = Path(events.__file__).parent
CLASSES = ("other", SAME)
SETTINGS = Settings(strength=0.1, fewest=10, plain_weight=0.0, smallest=0.05)
OWN_WEIGHT = 10.0
"""What a pair of our own stories counts for beside one of ECB+, whose topics have few happenings each."""
ACROSS_SHARE = 0.2
"""Pairs across stories beside those within: what must not be joined because a verb and a day agree."""
REPORTS_ACROSS = 10
"""Reports of each story that are put together to see what is compared across stories."""
FOLDS, SEED = 5, 20261130


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A compared pair: places of its profiles, the features that hold, whether gold says that it is one, and the stories it is of."""

    a: int
    b: int
    features: tuple[str, ...]
    is_same: bool
    stories: frozenset[str]


@dataclass(frozen=True, slots=True)
class JudgedStory:
    """A story as it is compared: its profiles, the happening of those events that gold marks, and the compared pairs of these."""

    story: MarkedStory
    profiles: tuple[EventProfile, ...]
    happening_of: Mapping[str, str]
    pairs: tuple[JudgedPair, ...]


def main() -> None:
    """Fit the weights, write them, and print what they find."""
    parser = argparse.ArgumentParser(prog="python -m training.event_identity", description=__doc__)
    parser.add_argument("--work", type=Path, default=HERE.parents[1] / "build/training/identity")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    stories = load_stories(options.work)
    for name, given in (
        (WITH_EMBEDDING, stories),
        (WITHOUT_EMBEDDING, [story.drop_embeddings() for story in stories]),
    ):
        judged, across = [judge_story(story) for story in given], list(judge_across(given))
        _print_measures(name, judged, across)
        classifier = fit(judged, across)
        path = TARGET / f"{name}.tsv.zst"
        path.write_bytes(pack_weights(classifier))
        print(f"{path.name}: {path.stat().st_size} bytes, {len(classifier.weights)} features")


def load_stories(work: Path) -> list[MarkedStory]:
    """Return the stories with their records, parsed once."""
    stored = work / "stories.pickle"
    if not stored.exists():
        source = Path(os.environ.get("ONRECORD_BENCH_DATA", "../shared/data"))
        data = unpack(source, work / "data", ("ecbplus",))
        stories = read_stories(get_backbone("accurate"), data / "ecbplus")
        stored.write_bytes(pickle.dumps(stories))
    return list(pickle.loads(stored.read_bytes()))


def judge_story(story: MarkedStory) -> JudgedStory:
    """Return a story with the pairs of events that are compared and that gold judges."""
    happening_of = {
        id_: one for report in story.reports for id_, one in report.happening_of.items()
    }
    index = build_index(story.reports)
    profiles = build_profiles(index, iter_events_by_publication(index))
    listed = profiles.profiles
    pairs = []
    for a, b in iter_pairs(listed):
        of_a, of_b = (happening_of.get(listed[place].event.id) for place in (a, b))
        if of_a is not None and of_b is not None:
            features = tuple(list_features(profiles, listed[a], listed[b]))
            pairs.append(JudgedPair(a, b, features, of_a == of_b, frozenset({story.name})))
    return JudgedStory(story, listed, happening_of, tuple(pairs))


def judge_across(stories: Sequence[MarkedStory]) -> Iterator[JudgedPair]:
    """Yield the compared pairs of different stories that are put together in one: they are never one happening."""
    rng = random.Random(SEED)
    reports, story_of = [], {}
    for story in stories:
        chosen = rng.sample(story.reports, min(REPORTS_ACROSS, len(story.reports)))
        reports += chosen
        story_of.update({report.page.id: story.name for report in chosen})
    index = build_index(reports)
    profiles = build_profiles(index, iter_events_by_publication(index))
    listed = profiles.profiles
    for a, b in iter_pairs(listed):
        names = frozenset(story_of[listed[place].page] for place in (a, b))
        if len(names) > 1:
            features = tuple(list_features(profiles, listed[a], listed[b]))
            yield JudgedPair(a, b, features, is_same=False, stories=names)


def fit(stories: Sequence[JudgedStory], across: Sequence[JudgedPair]) -> LinearClassifier:
    """Return the weights fitted to the pairs of `stories` and to some of those between them."""
    weighed = [
        (pair, OWN_WEIGHT if story.story.set_name == OWN else 1.0)
        for story in stories
        for pair in story.pairs
    ]
    known = {story.story.name for story in stories}
    between = [pair for pair in across if pair.stories <= known]
    count = min(len(between), round(ACROSS_SHARE * len(weighed)))
    weighed += [(pair, 1.0) for pair in random.Random(SEED).sample(between, count)]
    cases = [
        TrainingCase(pair.features, {CLASSES[pair.is_same]: weight}) for pair, weight in weighed
    ]
    return fit_classifier(cases, CLASSES, SETTINGS)


def _print_measures(
    name: str, stories: Sequence[JudgedStory], across: Sequence[JudgedPair]
) -> None:
    """Print precision and recall of pairs across pages on stories that the fit did not see, by set, beside the baseline."""
    shuffled = random.Random(SEED).sample(list(stories), len(stories))
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for fold in range(FOLDS):
        seen = [one for place, one in enumerate(shuffled) if place % FOLDS != fold]
        classifier = fit(seen, across)
        for story in shuffled[fold::FOLDS]:
            stems = {one.event.id: one.stem or one.event.id for one in story.profiles}
            for label, group_of in (("", group_events(story, classifier)), (", same stem", stems)):
                for place, value in enumerate(count_pairs(story, group_of)):
                    counts[story.story.set_name + label][place] += value
    for label, (both, found, wanted) in sorted(counts.items()):
        precision, recall = both / max(1, found), both / max(1, wanted)
        f1 = 2 * both / max(1, found + wanted)
        print(f"{name}, {label}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}", flush=True)


def group_events(story: JudgedStory, classifier: LinearClassifier) -> dict[str, str]:
    """Return for each event the first event of its cluster, by these weights."""
    scored = [
        ScoredPair(pair.a, pair.b, estimate_same(pair.features, classifier)) for pair in story.pairs
    ]
    group_of = {profile.event.id: profile.event.id for profile in story.profiles}
    for cluster in cluster_events(story.profiles, scored):
        for event in cluster.events:
            group_of[event.id] = cluster.events[0].id
    return group_of


def count_pairs(story: JudgedStory, group_of: Mapping[str, str]) -> tuple[int, int, int]:
    """Return how many pairs of marked events on different pages are one by both, by ours, and by gold."""
    marked = [one for one in story.profiles if one.event.id in story.happening_of]
    both = found = wanted = 0
    for place, a in enumerate(marked):
        for b in marked[place + 1 :]:
            if a.page == b.page:
                continue
            is_ours = group_of[a.event.id] == group_of[b.event.id]
            is_gold = story.happening_of[a.event.id] == story.happening_of[b.event.id]
            both += is_ours and is_gold
            found += is_ours
            wanted += is_gold
    return both, found, wanted


if __name__ == "__main__":
    main()
