"""Happenings over a lake: events that are one, by the rules of `link.events`, in parts.

In: a lake with its families and entities. Out: the table `event_links`. Out of scope: how likely two events are one, and how groups form.

Candidates are found by the keys of `link.events`. Near meaning (embeddings) is not searched in all events, as that compares each with each: where
events have embeddings, those of the same kind, of the same day, and those whose sentences name the same somebody or something are candidates too.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from onrecord.lake.links.shard_index import fetch_counts, index_heads
from onrecord.lake.links.stages import LinkTask, fetch_batch, run_stage
from onrecord.lake.links.work import (
    LinkWork,
    count_rows,
    create_batches,
    fetch_rows,
    store_groups,
    write_records,
    write_rows,
)
from onrecord.lake.spread import Cluster
from onrecord.lake.thresholds import THRESHOLDS
from onrecord.link.comparison.text_keys import find_stems
from onrecord.link.events.event_clusters import ScoredPair, build_estimate, score_pair
from onrecord.link.events.event_profile import (
    EventProfile,
    EventProfiles,
    build_page_vectors,
    build_profile,
    measure_cosine,
    sum_weights,
    weigh_counts,
)
from onrecord.link.events.pair_candidates import choose_compared, iter_block_keys, measure_by_shape
from onrecord.link.events.same_event import link_pairs
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS as LINK_THRESHOLDS

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_JOINED = min(LINK_THRESHOLDS.same_event_probability, LINK_THRESHOLDS.candidate_event_probability)
_NEAR = "~"
"""How the keys begin that only stand in for a search by near meaning."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Profiles in the order of their events in the lake, whose places are `order`; `places` are theirs among the profiles."""

    order: tuple[int, ...]
    places: dict[int, int]
    profiles: EventProfiles
    index: RecordIndex


def link_lake_events(work: LinkWork, cluster: Cluster) -> None:
    """Write the table `event_links`, of the tables `event_profiles` and `page_words`."""
    with work.connect() as connection:
        connection.execute(_build_candidates_sql(work))
        for table in ("sentence_counts", "word_counts", "name_counts"):
            work.store(connection, table, f"SELECT key, held FROM {table} ORDER BY key")
        work.store(
            connection, "event_places", "SELECT event, page, place FROM placed ORDER BY place"
        )
        work.store(
            connection,
            "event_candidates",
            "SELECT batch, a, b, is_near FROM candidates ORDER BY batch, b, a",
        )
        batches = count_rows(connection, "SELECT max(batch) + 1 FROM candidates")
    write_rows(work.locate_part("event_pairs", "none"), (), _make_pair_schema())
    run_stage(cluster, _score_batch, work, range(batches))
    groups = _store_groups(work)
    write_records(work.locate_part("event_links", "none"), "links", ())
    run_stage(cluster, _link_batch, work, range(groups))


def describe_page(index: RecordIndex, page: str) -> dict[str, Any]:
    """Return what is counted of a page: the stems of its words, and the story-wide ids of what it names."""
    words, names = find_stems(index.pages[page].text), index.collect_entities_on(page)
    return {"page": page, "words": sorted(words), "names": sorted(names)}


def iter_events(index: RecordIndex, page: str) -> Iterator[dict[str, Any]]:
    """Yield by what each event of a page is found and compared."""
    for event in index.events_by_page[page]:
        profile = build_profile(index, event)
        keys = [f"{kind} {key}" for kind, key in iter_block_keys(profile)]
        if profile.embedding is not None:
            keys += _iter_near_keys(profile)
        yield {
            "event": event.id,
            "page": page,
            "start": event.trigger.start,
            "end": event.trigger.end,
            "keys": keys,
            "sentence": sorted(profile.sentence),
            "profile": pickle.dumps((profile, index.times.get(event.time or ""))),
        }


def _iter_near_keys(profile: EventProfile) -> Iterator[str]:
    """Yield the keys that stand in for a search by near meaning: whatever else makes two events alike enough to be compared."""
    for who in sorted(profile.named):
        yield f"{_NEAR}named {who}"
    for group in (profile.event.kind, profile.event.type):
        if group is not None:
            yield f"{_NEAR}group {group}"
    if profile.days is not None:
        yield f"{_NEAR}days {profile.days.first} {profile.days.last}"


def _build_candidates_sql(work: LinkWork) -> str:
    """Return the statements that make the counts, `placed`, the events in order, and `candidates`, in batches."""
    return f"""
    CREATE TEMP TABLE sentence_counts AS SELECT key, count(*) AS held FROM
      (SELECT unnest(sentence) AS key FROM {work.read("event_profiles")}) GROUP BY key;
    CREATE TEMP TABLE word_counts AS SELECT key, count(*) AS held FROM
      (SELECT unnest(words) AS key FROM {work.read("page_words")}) GROUP BY key;
    CREATE TEMP TABLE name_counts AS SELECT key, count(*) AS held FROM
      (SELECT unnest(names) AS key FROM {work.read("page_words")}) GROUP BY key;
    CREATE TEMP TABLE placed AS SELECT e.event, e.page, e.keys,
      row_number() OVER (ORDER BY r.rank, e.start, e."end", e.event) AS place
      FROM {work.read("event_profiles")} e JOIN {work.read("ranks")} r USING (page);
    CREATE TEMP TABLE keyed AS SELECT key, place, row_number() OVER (PARTITION BY key ORDER BY place) AS number
      FROM (SELECT DISTINCT unnest(keys) AS key, place FROM placed);
    CREATE TEMP TABLE candidates AS SELECT x.place AS a, y.place AS b,
      (y.place - 1) // {THRESHOLDS.batch_events} AS batch, bool_and(starts_with(x.key, '{_NEAR}')) AS is_near FROM keyed y JOIN keyed x ON x.key = y.key
      AND x.number < y.number AND x.number >= y.number - {LINK_THRESHOLDS.event_block} GROUP BY ALL;
    """


def _score_batch(task: LinkTask) -> None:
    """Choose the pairs of a batch that are worth comparing, and write how likely each is one event."""
    work = task.work
    with work.connect() as connection:
        rows = fetch_batch(task, connection, "event_candidates", "a, b, is_near", order="b, a")
        loaded = _load_profiles(work, connection, rows)
    others: dict[int, set[int]] = defaultdict(set)
    near: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        chosen = near if row["is_near"] else others
        chosen[loaded.places[row["b"]]].add(loaded.places[row["a"]])
    scored = _iter_scored(
        loaded,
        {
            place: others[place] | _choose_near(loaded, place, near[place])
            for place in sorted({*others, *near})
        },
    )
    write_rows(work.locate_part("event_pairs", task.part), scored, _make_pair_schema())


def _choose_near(loaded: _Loaded, place: int, others: set[int]) -> set[int]:
    """Return those of `others` whose embeddings are near to the event's at `place`, the nearest, as many as are compared."""
    listed = loaded.profiles.profiles
    ranked = []
    for other in others:
        cosine = measure_cosine(listed[place], listed[other])
        if cosine is not None and cosine >= LINK_THRESHOLDS.near_cosine:
            ranked.append((-cosine, other))
    return {other for _, other in nsmallest(LINK_THRESHOLDS.compared_events, ranked)}


def _iter_scored(loaded: _Loaded, candidates: dict[int, set[int]]) -> Iterator[dict[str, Any]]:
    measure = measure_by_shape(loaded.profiles.profiles)
    estimate = build_estimate(loaded.profiles)
    for place, others in candidates.items():
        for other in choose_compared(measure, place, others):
            pair = score_pair(loaded.index, loaded.profiles, estimate, other, place)
            yield {
                "a": loaded.order[other],
                "b": loaded.order[place],
                "probability": pair.probability,
            }


def _store_groups(work: LinkWork) -> int:
    """Write the scored pairs by the groups that likely pairs make, in batches, and return how many batches there are."""
    with work.connect() as connection:
        pairs = work.read("event_pairs")
        likely = f"SELECT a, b FROM {pairs} WHERE probability >= {_JOINED}"
        store_groups(work, connection, "event_groups", likely)
        groups = work.read("event_groups")
        connection.execute(f"""
        CREATE TEMP TABLE inside AS SELECT g.root, p.a, p.b, p.probability FROM {pairs} p
          JOIN {groups} g ON g.member = p.a JOIN {groups} h ON h.member = p.b AND h.root = g.root;
        """)
        batches = create_batches(connection, "inside", "root")
        work.store(
            connection,
            "grouped_pairs",
            "SELECT d.batch, i.a, i.b, i.probability FROM inside i JOIN batches d USING (root) ORDER BY d.batch, i.a, i.b",
        )
        return batches


def _link_batch(task: LinkTask) -> None:
    """Form the groups of a batch and write their links."""
    work = task.work
    with work.connect() as connection:
        rows = fetch_batch(task, connection, "grouped_pairs", "a, b, probability", order="b, a")
        loaded = _load_profiles(work, connection, rows)
    pairs = [
        ScoredPair(loaded.places[row["a"]], loaded.places[row["b"]], row["probability"])
        for row in rows
    ]
    links = link_pairs(loaded.index, loaded.profiles, pairs)
    write_records(work.locate_part("event_links", task.part), "links", links)


def _load_profiles(
    work: LinkWork, connection: duckdb.DuckDBPyConnection, pairs: Sequence[Mapping[str, Any]]
) -> _Loaded:
    """Return the profiles of the events of pairs of places, `a` and `b`, weighed by what is counted over the whole lake."""
    places = {pair[end] for pair in pairs for end in ("a", "b")}
    rows = fetch_rows(
        connection,
        f"SELECT o.place, e.profile FROM {work.read('event_places')} o JOIN {work.read('event_profiles')} e USING (event)"
        " WHERE o.place IN (SELECT unnest(?)) ORDER BY o.place",
        [sorted(places)],
    )
    described = [pickle.loads(row["profile"]) for row in rows]  # noqa: S301 - this run wrote it
    profiles = tuple(profile for profile, _ in described)
    pages = sorted({profile.page for profile in profiles})
    index = index_heads(work, connection, pages)
    times = {time.id: time for _, time in described if time is not None}
    words = {word for profile in profiles for word in profile.sentence | profile.clause}
    events = count_rows(connection, f"SELECT count(*) FROM {work.read('event_places')}")
    weights = weigh_counts(fetch_counts(work, connection, "sentence_counts", words), events)
    return _Loaded(
        tuple(row["place"] for row in rows),
        {row["place"]: at for at, row in enumerate(rows)},
        EventProfiles(
            profiles,
            weights,
            {one.event.id: sum_weights(one.clause, weights) for one in profiles},
            {one.event.id: sum_weights(one.sentence, weights) for one in profiles},
            *_load_page_vectors(work, connection, pages),
        ),
        replace(index, times=times),
    )


def _load_page_vectors(
    work: LinkWork, connection: duckdb.DuckDBPyConnection, pages: list[str]
) -> Iterator[Any]:
    """Yield the vectors of the pages' words, and of their names."""
    total = count_rows(connection, "SELECT count(*) FROM pages")
    for column, table in (("words", "word_counts"), ("names", "name_counts")):
        rows = fetch_rows(
            connection,
            f"SELECT page, {column} AS keys FROM {work.read('page_words')} WHERE page IN (SELECT unnest(?))",
            [pages],
        )
        keys_of = {row["page"]: frozenset(row["keys"]) for row in rows}
        every = {key for keys in keys_of.values() for key in keys}
        counts = fetch_counts(work, connection, table, every)
        yield build_page_vectors(keys_of, weigh_counts(counts, total))


def make_event_schema() -> pa.Schema:
    """Return the schema of the table `event_profiles`."""
    import pyarrow as pa

    texts = pa.list_(pa.string())
    numbers = [(name, pa.int64()) for name in ("start", "end")]
    named = [(name, pa.string()) for name in ("event", "page")]
    return pa.schema(
        [*named, *numbers, ("keys", texts), ("sentence", texts), ("profile", pa.binary())]
    )


def make_page_schema() -> pa.Schema:
    """Return the schema of the table `page_words`."""
    import pyarrow as pa

    texts = pa.list_(pa.string())
    return pa.schema([("page", pa.string()), ("words", texts), ("names", texts)])


def _make_pair_schema() -> pa.Schema:
    import pyarrow as pa

    return pa.schema([("a", pa.int64()), ("b", pa.int64()), ("probability", pa.float64())])
