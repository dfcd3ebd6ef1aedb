"""Pairs of events of ECB+ that gold judges, with the features that linking finds them to share.

In: articles of ECB+. Out: counts of pairs by topics, features and judgement. Out of scope: weights.

A pair is judged where gold marks both triggers: it is one event if a chain joins them across documents. Pairs are
of two articles of a topic, each topic linked as a story; and of two topics, all articles linked as one story as if they were
published on one day. The second are never one event: they are what must not be linked because a verb and a day agree.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.link import LinkInput
from onrecord.link.entities.same_entity import link_entities
from onrecord.link.events.same_event import compare_events, iter_candidates
from onrecord.link.index.record_index import RecordIndex, index_records
from onrecord.link.pages.copies import group_families, link_copies
from onrecord.records import Event, Page, Records
from training.ecbplus import INVENTED_DAY, EcbDocument, GoldMention, read_ecbplus

if TYPE_CHECKING:
    from onrecord.language import Backbone

Features = tuple[str, ...]
"""Names of features that two events share, each with its case in brackets where it has cases; empty where something
contradicts that they are one."""
_Judgement = tuple[tuple[str, str], Features | None, bool]
"""Topics, features and whether gold says that a pair is one event."""


@dataclass(frozen=True, slots=True)
class GoldPairs:
    """So many pairs of events with the same topics, features and judgement.

    Attributes:
        topics: of the first and of the second event's article.
        features: None where linking does not compare the pair.
    """

    topics: tuple[str, str]
    features: Features | None
    is_same: bool
    count: int


@dataclass(frozen=True, slots=True)
class _LinkedDocument:
    """A document, its page and the page's records."""

    document: EcbDocument
    page: Page
    records: Records


def is_within_topic(pair: GoldPairs) -> bool:
    """Return whether both events are of one topic."""
    return pair.topics[0] == pair.topics[1]


def load_pairs(data: Path, path: Path) -> list[GoldPairs]:
    """Return the judged pairs that are kept at `path`; where there are none, judge those of the corpus in `data` first."""
    if not path.exists():
        from onrecord.language import load_backbone

        pairs = judge_corpus(read_ecbplus(data), load_backbone())
        lines = "".join(json.dumps(asdict(one)) + "\n" for one in pairs)
        path.write_text(lines, encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    return [_read_pairs(json.loads(line)) for line in text.splitlines()]


def _read_pairs(row: dict[str, Any]) -> GoldPairs:
    first, second = row["topics"]
    features = None if row["features"] is None else tuple(row["features"])
    return GoldPairs((first, second), features, row["is_same"], row["count"])


def judge_corpus(documents: Sequence[EcbDocument], backbone: Backbone) -> list[GoldPairs]:
    """Return the judged pairs of all topics and of topics with each other, in order of topics and features."""
    corpus = [_extract_records(document, backbone) for document in documents]
    by_topic: dict[str, list[_LinkedDocument]] = defaultdict(list)
    for linked in corpus:
        by_topic[linked.document.topic].append(linked)
    counts: Counter[_Judgement] = Counter()
    for of_topic in by_topic.values():
        counts.update(_judge_topic(of_topic))
    counts.update(_judge_across_topics(corpus))
    every = [GoldPairs(*key, count) for key, count in counts.items()]
    return sorted(every, key=lambda pair: (pair.topics, pair.features or (), pair.is_same))


def _extract_records(document: EcbDocument, backbone: Backbone) -> _LinkedDocument:
    from onrecord.extract import extract
    from onrecord.pages import page_from_text

    url = f"https://ecb.example/{document.name}"
    page = page_from_text(document.text, url=url, published=document.published)
    return _LinkedDocument(document, page, extract(page, backbone.parse(page)))


def _judge_topic(
    documents: Sequence[_LinkedDocument],
) -> Iterator[_Judgement]:
    """Yield (topics, features, judgement) of each pair of a topic that is compared or that gold says is one event."""
    index = build_index(documents)
    mention_of = _match_mentions(index, documents)
    topic = documents[0].document.topic
    compared: set[tuple[str, str]] = set()
    for a, b in iter_candidates(index):
        if a.id in mention_of and b.id in mention_of:
            compared.add((min(a.id, b.id), max(a.id, b.id)))
            is_same = _is_same(mention_of[a.id], mention_of[b.id])
            yield (topic, topic), name_features(index, a, b), is_same
    ids = sorted(mention_of)
    for place, first in enumerate(ids):
        for second in ids[place + 1 :]:
            pages = {index.events[id_].evidence.page for id_ in (first, second)}
            is_new = len(pages) > 1 and (first, second) not in compared
            if is_new and _is_same(mention_of[first], mention_of[second]):
                yield (topic, topic), None, True


def _judge_across_topics(
    documents: Sequence[_LinkedDocument],
) -> Iterator[_Judgement]:
    """Yield (topics, features, False) of each compared pair of two topics, all articles as of one day."""
    same_day = []
    for linked in documents:
        published = linked.page.published
        assert published is not None
        page = replace(linked.page, published=replace(published, value=INVENTED_DAY))
        same_day.append(replace(linked, page=page))
    index = build_index(same_day)
    mention_of = _match_mentions(index, same_day)
    topic_of = {linked.page.id: linked.document.topic for linked in same_day}
    for a, b in iter_candidates(index):
        topics = topic_of[a.evidence.page], topic_of[b.evidence.page]
        if topics[0] != topics[1] and a.id in mention_of and b.id in mention_of:
            yield topics, name_features(index, a, b), False


def build_index(documents: Iterable[_LinkedDocument]) -> RecordIndex:
    """Return the index of documents as linking makes it."""
    ordered = sorted(documents, key=lambda one: (one.document.published or "", one.page.id))
    pages = tuple(linked.page for linked in ordered)
    records = {linked.page.id: linked.records for linked in ordered}
    family_of = group_families(pages, link_copies(pages))
    entities = [
        (entity, family_of[page.id]) for page in pages for entity in records[page.id].entities
    ]
    same, _ = link_entities(entities)
    return index_records(LinkInput(pages, records), same, family_of)


def _match_mentions(
    index: RecordIndex, documents: Iterable[_LinkedDocument]
) -> dict[str, GoldMention]:
    """Return, by id of the event, the gold mention that its trigger is part of."""
    return {
        event.id: mention
        for linked in documents
        for event in index.events_by_page[linked.page.id]
        if (mention := find_mention(linked.document, event)) is not None
    }


def find_mention(document: EcbDocument, event: Event) -> GoldMention | None:
    """Return the gold mention that an event's trigger is part of, or None."""
    trigger = event.trigger
    for mention in document.mentions:
        if mention.start < trigger.end and trigger.start < mention.end:
            return mention
    return None


def _is_same(a: GoldMention, b: GoldMention) -> bool:
    return a.chain is not None and a.chain == b.chain


def name_features(index: RecordIndex, a: Event, b: Event) -> Features:
    """Return the names of the features two events share, each with its case in brackets if it has cases."""
    weights = [weight for weight, _, _ in compare_events(index, a, b)]
    return tuple(name_weight(weight.name, weight.case) for weight in weights)


def name_weight(name: str, case: str) -> str:
    """Return the name of a feature with its case in brackets, if it has cases."""
    return f"{name} ({case})" if case else name
