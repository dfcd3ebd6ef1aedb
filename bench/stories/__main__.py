"""Measures stories against gold by writers who saw no rules (instances of a language model: README.md): events, happenings, promises, figures, copies, entities, the line.

Run it: `python -m bench.stories [NAME…]`. In: the folders beside this file. Out: one line a measure and story, and the means of the stories that may be read and of
those that only measure.

- *mentions found*: gold mentions of happenings that a trigger of ours overlaps.
- *happenings*: clusters of the mentions found, by our links between events, against gold: pairs across pages, and CoNLL F1 over all gold mentions (those not found are
  missing); once more with the candidates among our links. Baseline: triggers of the same lemma are one happening.
- *promises*: tellings found by a commitment whose words overlap the telling's sentence, and the share of our commitments that do. *Outcomes*: verdicts, candidates too, on promises found.
- *figures*: links of ours, candidates too, both of whose figures gold has: right if gold calls the pair the same (`compatible` is not `same`), updated or contradicting.
- *copies*: pairs of pages that we call copies or versions, candidates apart.
- *entities*: mentions of ours that share half with gold's, and their pairs across pages.
- *days*: F1 of as many days of our line as gold has, exact.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from statistics import mean
from typing import Any

from bench.stories.clusters import compute_conll, compute_f1, compute_pairs
from bench.stories.gold import DEV, HERE, TEST, GoldStory, Place
from bench.timeline import compute_date_f1
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records import Commitment, Event, Figure, Link, Mention
from onrecord.run import RunOptions, build
from onrecord.story import Story, open_story
from onrecord.timeline import build_timeline

Measures = dict[str, float]
_GOLD_KINDS = {"same_figure": "same", "updates": "updates", "contradicts": "contradicts"}
HALF = 0.5
BASELINE = "by lemma"
"""How the names of a baseline's measures end: they have no floor."""
_SETTLED = frozenset({"kept", "partly kept", "broken", "superseded"})


def main() -> int:
    """Print the measures of the stories named, or of all."""
    names = sys.argv[1:] or [*DEV, *TEST]
    found = {name: measure_story(name) for name in names}
    for name, measures in found.items():
        print(
            f"story {name}: " + ", ".join(f"{key} {value:.3f}" for key, value in measures.items())
        )
    for part, members in (("dev", DEV), ("test", TEST)):
        measured = [found[name] for name in members if name in found]
        for key in measured[0] if measured else ():
            value = mean(measures[key] for measures in measured)
            if key.endswith(BASELINE):
                print(f"baseline of stories.{part}: {key} {value:.4f}")
            else:
                print(f"stories.{part}.{key.replace(' ', '_')}={value:.4f}")
    return 0


def measure_story(name: str) -> Measures:
    """Build a story and return its measures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.db"
        build([HERE / name / "pages"], path, RunOptions())
        with open_story(path) as story:
            gold = GoldStory(name, story)
            links = story.links()
            return {
                **_measure_happenings(gold, story, links),
                **_measure_promises(gold, story),
                **_measure_figures(gold, story, links),
                **_measure_copies(gold, links),
                **_measure_entities(gold, story),
                **_measure_days(gold, story),
            }


def _measure_happenings(gold: GoldStory, story: Story, links: Iterable[Link]) -> Measures:
    events = [one for one in story.records("events") if isinstance(one, Event)]
    same, likely = (UnionFind(event.id for event in events) for _ in range(2))
    for link in links:
        if link.kind == "same_event":
            likely.join(link.a, link.b)
            if not link.candidate:
                same.join(link.a, link.b)
    key: dict[Hashable, Hashable] = {}
    ours: dict[Hashable, Hashable] = {}
    with_candidates: dict[Hashable, Hashable] = {}
    by_lemma: dict[Hashable, Hashable] = {}
    pages: dict[Hashable, Hashable] = {}
    by_page = _group_by_page(events)
    for row in gold.rows["happenings"]:
        for number, place in enumerate(gold.list_mentions(row["mentions"])):
            mention = (row["id"], number)
            key[mention] = row["id"]
            pages[mention] = place.page if place else mention
            event = place and _find(by_page, place, lambda event: event.trigger)
            if event:
                ours[mention] = same.find(event.id)
                with_candidates[mention] = likely.find(event.id)
                by_lemma[mention] = event.trigger.text.lower()[:5]
    precision, recall = compute_pairs(key, ours, pages)
    likely_precision, likely_recall = compute_pairs(key, with_candidates, pages)
    base_precision, base_recall = compute_pairs(key, by_lemma, pages)
    return {
        "mentions found": len(ours) / len(key),
        "happening pairs precision": precision,
        "happening pairs recall": recall,
        "happening pairs f1": compute_f1(precision, recall),
        "happening pairs and candidates precision": likely_precision,
        "happening pairs and candidates recall": likely_recall,
        "happening pairs f1 by lemma": compute_f1(base_precision, base_recall),
        "happenings conll": compute_conll(key, ours),
        "happenings conll by lemma": compute_conll(key, by_lemma),
    }


def _measure_promises(gold: GoldStory, story: Story) -> Measures:
    promises = [one for one in story.records("commitments") if isinstance(one, Commitment)]
    tellings = [
        (row, place)
        for row in gold.rows["promises"]
        for telling in row["tellings"]
        if (place := gold.locate(telling, whole=True)) is not None
    ]
    found = right = 0
    for _, place in tellings:
        found += any(_has_telling(place, one) for one in promises)
    verdicts = Counter[bool]()
    for one in promises:
        rows = [row for row, place in tellings if _has_telling(place, one)]
        right += bool(rows)
        state = one.state if one.state != "open" else one.candidate_state
        if rows and state is not None:
            verdicts[any(row["outcome"] == state for row in rows)] += 1
    settled = sum(row["outcome"] in _SETTLED for row in gold.rows["promises"])
    return {
        "promise tellings found": found / len(tellings),
        "promises right": right / len(promises) if promises else 0.0,
        "outcomes right": verdicts[True] / verdicts.total() if verdicts.total() else 0.0,
        "outcomes found": min(1.0, verdicts[True] / settled) if settled else 0.0,
    }


def _measure_figures(gold: GoldStory, story: Story, links: Iterable[Link]) -> Measures:
    by_page = _group_by_page(one for one in story.records("figures") if isinstance(one, Figure))
    ids: dict[str, list[tuple[str, int]]] = defaultdict(list)
    tellings = matched = 0
    for row in gold.rows["figures"]:
        for number, place in enumerate(gold.locate(telling) for telling in row["tellings"]):
            tellings += 1
            figure = place and _find(by_page, place, lambda figure: figure.evidence)
            if figure:
                matched += 1
                ids[figure.id].append((row["id"], number))
    relations = {
        frozenset((tuple(row["a"]), tuple(row["b"]))): row["kind"]
        for row in gold.rows["figure_relations"]
    }
    counts = Counter[str]()
    for link in links:
        wanted = _GOLD_KINDS.get(link.kind)
        if wanted is None or link.a not in ids or link.b not in ids:
            continue
        kinds = {relations.get(frozenset((a, b))) for a in ids[link.a] for b in ids[link.b]}
        counts[f"{link.kind} found"] += 1
        counts[f"{link.kind} right"] += wanted in kinds
    return {
        "figures found": matched / tellings,
        **{
            f"{kind} right": counts[f"{kind} right"] / max(1, counts[f"{kind} found"])
            for kind in _GOLD_KINDS
        },
    }


def _measure_copies(gold: GoldStory, links: Iterable[Link]) -> Measures:
    wanted = {
        frozenset((gold.page_ids[row["a"]], gold.page_ids[row["b"]])): row["kind"]
        for row in gold.rows["copies"]
    }
    printed = {pair for pair, kind in wanted.items() if kind in {"copy", "version"}}
    ours = {
        frozenset((link.a, link.b))
        for link in links
        if link.kind in {"copy", "version"} and not link.candidate
    }
    return {
        "copies right": len(ours & printed) / len(ours) if ours else 0.0,
        "copies found": len(ours & printed) / len(printed) if printed else 0.0,
    }


def _measure_entities(gold: GoldStory, story: Story) -> Measures:
    by_page = _group_by_page(one for one in story.records("mentions") if isinstance(one, Mention))
    key: dict[Hashable, Hashable] = {}
    ours: dict[Hashable, Hashable] = {}
    pages: dict[Hashable, Hashable] = {}
    for row in gold.rows["entities"]:
        for number, place in enumerate(gold.list_mentions(row["mentions"])):
            mention = (row["id"], number)
            key[mention] = row["id"]
            pages[mention] = place.page if place else mention
            named = place and _find_likest(by_page, place)
            if named:
                ours[mention] = story.who_is(named.entity)
    precision, recall = compute_pairs(key, ours, pages)
    return {
        "entity mentions found": len(ours) / len(key),
        "entity pairs precision": precision,
        "entity pairs recall": recall,
    }


def _measure_days(gold: GoldStory, story: Story) -> Measures:
    wanted = {row["day"] for row in gold.rows["timeline"]}
    entries = build_timeline(story, length=len(wanted))
    days = {entry.day for entry in entries if entry.day is not None}
    return {"days f1": compute_date_f1(wanted, days)}


def _group_by_page(records: Iterable[Any]) -> Mapping[str, list[Any]]:
    by_page: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        by_page[record.evidence.page].append(record)
    return by_page


def _find(by_page: Mapping[str, list[Any]], place: Place, read_span: Any) -> Any:
    """Return the first record of a page whose span, as `read_span` gives it, overlaps a place; None without one."""
    records = by_page.get(place.page, ())
    spans = ((record, read_span(record)) for record in records)
    return next((one for one, at in spans if place.has_overlap(place.page, at.start, at.end)), None)


def _find_likest(by_page: Mapping[str, list[Any]], place: Place) -> Any:
    """Return the mention of ours that shares most with a place, if it shares half of both (Dice); None without one."""

    def measure_share(mention: Mention) -> float:
        at = mention.evidence
        shared = min(at.end, place.end) - max(at.start, place.start)
        return 2 * max(0, shared) / (at.end - at.start + place.end - place.start)

    likest = max(by_page.get(place.page, ()), key=measure_share, default=None)
    return likest if likest is not None and measure_share(likest) >= HALF else None


def _has_telling(place: Place, promise: Commitment) -> bool:
    at = promise.evidence
    return place.has_overlap(at.page, at.start, at.end)


if __name__ == "__main__":
    sys.exit(main())
