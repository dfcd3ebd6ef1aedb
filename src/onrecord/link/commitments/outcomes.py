"""Promises and their outcome: later sentences that state how a commitment ended.

In: the record index. Out: `keeps`, `breaks` and `updates` links, and the commitments they concern, with
the words for and against. Out of scope: a promise on which no later page states a verdict in plain words: it stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.link.commitments.promise_keys import (
    Promise,
    find_topic_stems,
    is_same_promise,
    iter_promises,
    weigh_stems,
)
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.sentences import iter_sentences
from onrecord.link.comparison.weights import load_weight
from onrecord.link.en.verdicts import (
    NEGATION_OR_DOUBT,
    PROMISE_ANAPHORS,
    VERDICT_HINTS,
    VERDICT_PATTERNS,
)
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Commitment, Link, Outcome, Page
from onrecord.records.page import REPORTED

_FOR, _AGAINST, _PARTLY = "for", "against", "partly"
_LINK_KINDS = {_FOR: "keeps", _AGAINST: "breaks", _PARTLY: "updates"}
_SAME_CONTENT = {
    kind: load_weight(kind, "speaks of the same matter", unit="share of its words")
    for kind in _LINK_KINDS.values()
}
_STATES_OUTCOME = {kind: load_weight(kind, "says how it ended") for kind in _LINK_KINDS.values()}


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A sentence that states how a promise ended.

    Attributes:
        side: `for`, `against`, `partly`. stems: of the sentence; near_stems: of its paragraph; wide_stems: with
            the headline and the paragraphs before. is_anaphoric: it names the promise by "the promise" or "it" alone.
    """

    page: str
    start: int
    end: int
    text: str
    side: str
    stems: frozenset[str]
    near_stems: frozenset[str]
    wide_stems: frozenset[str]
    is_anaphoric: bool

    @property
    def naming_stems(self) -> frozenset[str]:
        """The stems among which the promise's head noun must be."""
        return self.wide_stems if self.is_anaphoric else self.stems


@dataclass(frozen=True, slots=True)
class _VerdictOnPromise:
    """A verdict with a promise it concerns and the share of the promise's content that it names, 0 to 1."""

    share: float
    promise: Promise
    verdict: _Verdict


@dataclass(frozen=True, slots=True)
class _LinkedOutcome:
    """A verdict on a promise, as a link and an outcome."""

    link: Link
    outcome: Outcome
    side: str


def link_outcomes(index: RecordIndex) -> tuple[tuple[Link, ...], tuple[Commitment, ...]]:
    """Return (links from commitments to what states their outcome, the commitments so settled), in order of ids."""
    promises = list(iter_promises(index))
    verdicts_by_commitment = _match_verdicts(index, promises)
    outcomes_by_commitment = {
        id_: [_link_outcome(index, verdict) for verdict in _select_best(index, verdicts)]
        for id_, verdicts in verdicts_by_commitment.items()
    }
    links = {
        linked.link.id: linked.link
        for outcomes in outcomes_by_commitment.values()
        for linked in outcomes
    }
    settled = [
        _settle(index, promise.commitment, outcomes_by_commitment[promise.commitment.id])
        for promise in promises
        if promise.commitment.id in outcomes_by_commitment
    ]
    return (
        tuple(sorted(links.values(), key=lambda link: (link.a, link.b))),
        tuple(sorted(settled, key=lambda commitment: commitment.id)),
    )


def _match_verdicts(
    index: RecordIndex, promises: list[Promise]
) -> dict[str, list[_VerdictOnPromise]]:
    """Return, by commitment id, the verdicts on it."""
    stem_weights = weigh_stems(index)
    promises_by_head: dict[str, list[Promise]] = defaultdict(list)
    for promise in promises:
        for head in promise.heads:
            promises_by_head[head].append(promise)
    verdicts: dict[str, list[_VerdictOnPromise]] = defaultdict(list)
    for page in index.link_input.pages:
        for verdict in _iter_verdicts(page):
            for match in _resolve_promises(index, verdict, promises_by_head, stem_weights):
                verdicts[match.promise.commitment.id].append(match)
    return verdicts


def _select_best(index: RecordIndex, verdicts: list[_VerdictOnPromise]) -> list[_VerdictOnPromise]:
    """Return the verdicts that name most of a promise, the earliest first among equals."""
    ordered = sorted(
        verdicts,
        key=lambda match: (
            -match.share,
            index.publication_order[match.verdict.page],
            match.verdict.start,
        ),
    )
    return ordered[: THRESHOLDS.outcomes_per_promise]


def _iter_verdicts(page: Page) -> Iterator[_Verdict]:
    zones = [zone for zone in page.zones if zone.role in REPORTED]
    place_by_start = {zone.start: place for place, zone in enumerate(zones)}
    for start, end in iter_sentences(page, REPORTED):
        text = page.text[start:end]
        side = classify_verdict(text)
        zone = page.zone_at(start)
        if side is None or zone is None:
            continue
        place = place_by_start[zone.start]
        before = zones[max(0, place - THRESHOLDS.verdict_paragraphs) : place]
        headlines = [one for one in zones if one.role == "headline"]
        around = " ".join(page.text[one.start : one.end] for one in (*headlines, *before))
        near_stems = find_topic_stems(page.text[zone.start : zone.end])
        yield _Verdict(
            page=page.id,
            start=start,
            end=end,
            text=text,
            side=side,
            stems=find_topic_stems(text),
            near_stems=near_stems,
            wide_stems=near_stems | find_topic_stems(around),
            is_anaphoric=PROMISE_ANAPHORS.search(text) is not None,
        )


def classify_verdict(sentence: str) -> str | None:
    """Return what a sentence states on a promise: `for`, `against`, `partly`, or None for nothing.

    Examples:
        >>> classify_verdict("The bridge was never built."), classify_verdict("The plan has not been scrapped.")
        ('against', None)
    """
    if VERDICT_HINTS.search(sentence) is None:
        return None
    for side, pattern in VERDICT_PATTERNS:
        match = pattern.search(sentence)
        if match is not None:
            return None if _is_cancelled(sentence, match.start()) else side
    return None


def _is_cancelled(sentence: str, start: int) -> bool:
    """Return whether a verdict that begins at `start` is negated, doubted or asked."""
    words = re.findall(r"[\w’']+", sentence[:start])[-THRESHOLDS.negation_words :]
    is_question = sentence.rstrip("”’\"'").endswith("?")
    return is_question or NEGATION_OR_DOUBT.search(" ".join(words)) is not None


def _resolve_promises(
    index: RecordIndex,
    verdict: _Verdict,
    promises_by_head: Mapping[str, list[Promise]],
    stem_weights: Mapping[str, float],
) -> list[_VerdictOnPromise]:
    """Return the promise a verdict is on, with those that promise the same; none where unsure."""
    entities = index.collect_entities_on(verdict.page)
    earlier = [
        promise
        for promise in _find_candidates(index, verdict, promises_by_head)
        if _may_concern(index, verdict, promise, entities)
    ]
    share_of = {
        promise.commitment.id: _measure_share(verdict, promise, stem_weights) for promise in earlier
    }
    best = max(
        earlier,
        key=lambda promise: (share_of[promise.commitment.id], promise.commitment.id),
        default=None,
    )
    if best is None or share_of[best.commitment.id] < THRESHOLDS.verdict_share:
        return []
    return [
        _VerdictOnPromise(share_of[promise.commitment.id], promise, verdict)
        for promise in earlier
        if promise is best or is_same_promise(index, promise, best)
    ]


def _find_candidates(
    index: RecordIndex, verdict: _Verdict, promises_by_head: Mapping[str, list[Promise]]
) -> list[Promise]:
    """Return the latest promises of earlier pages whose head noun a verdict names."""
    place = index.publication_order[verdict.page]
    candidates: dict[str, Promise] = {}
    for word in verdict.naming_stems:
        promises = promises_by_head.get(word, [])
        last = bisect_left(
            promises,
            place,
            key=lambda promise: index.publication_order[promise.commitment.evidence.page],
        )
        for promise in promises[max(0, last - THRESHOLDS.promises_per_head) : last]:
            candidates[promise.commitment.id] = promise
    return list(candidates.values())


def _may_concern(
    index: RecordIndex, verdict: _Verdict, promise: Promise, entities: frozenset[str]
) -> bool:
    """Return whether a verdict's page is later, no copy, and names who promised.

    Args:
        entities: story-wide ids of those that the verdict's page names.
    """
    page = promise.commitment.evidence.page
    if index.family_of[page] == index.family_of[verdict.page]:
        return False
    promised = index.get_publication_interval(page)
    judged = index.get_publication_interval(verdict.page)
    if promised is None or judged is None or promised.last >= judged.first:
        return False
    return (
        not promise.promisers
        or bool(promise.promisers & entities)
        or bool(promise.promiser_stems & verdict.near_stems)
    )


def _measure_share(verdict: _Verdict, promise: Promise, stem_weights: Mapping[str, float]) -> float:
    """Return which share of a promise's content a verdict names, 0 where a needed word is missing.

    A sentence that names the content itself must hold the head and a second word; one that names only
    "the promise" depends on the paragraphs before it, which must then hold nearly all.
    """
    if not promise.heads & verdict.naming_stems:
        return 0.0
    if promise.numbers and not promise.numbers & verdict.near_stems:
        return 0.0
    near = (promise.content | promise.dates) & verdict.near_stems
    wide = promise.content & (verdict.wide_stems - near)
    whole = _sum_weights(promise.content, stem_weights)
    named = _sum_weights(near, stem_weights) + _sum_weights(wide, stem_weights) / 2
    share = min(1.0, named / whole) if whole else 0.0
    if len(near) >= 2:
        return share
    least = max(THRESHOLDS.verdict_rest_words, THRESHOLDS.verdict_rest_share * len(promise.content))
    return share if verdict.is_anaphoric and len(wide) >= least else 0.0


def _sum_weights(words: frozenset[str], stem_weights: Mapping[str, float]) -> float:
    return sum(stem_weights.get(word, 1.0) for word in words)


def _link_outcome(index: RecordIndex, match: _VerdictOnPromise) -> _LinkedOutcome:
    promise, verdict = match.promise, match.verdict
    kind = _LINK_KINDS[verdict.side]
    events = index.find_events_in(verdict.page, verdict.start, verdict.end)
    shared = ", ".join(sorted((promise.content | promise.dates) & verdict.wide_stems))
    words = promise.commitment.evidence.text
    features = [
        build_feature(_SAME_CONTENT[kind], words, shared, value=match.share),
        build_feature(_STATES_OUTCOME[kind], promise.event.trigger.text, verdict.text),
    ]
    to = events[0].id if events else verdict.page
    link = build_link(kind, promise.commitment.id, to, features)
    side = _FOR if verdict.side == _FOR else _AGAINST
    outcome = Outcome(link.id, verdict.page, verdict.start, verdict.end, verdict.text, side)
    return _LinkedOutcome(link, outcome, verdict.side)


def _settle(
    index: RecordIndex, commitment: Commitment, outcomes: list[_LinkedOutcome]
) -> Commitment:
    """Return the commitment with its state and outcomes; what copies repeat counts once."""
    distinct: dict[tuple[str, str], _LinkedOutcome] = {}
    for linked in sorted(
        outcomes,
        key=lambda linked: (index.publication_order[linked.outcome.page], linked.outcome.start),
    ):
        words = " ".join(linked.outcome.text.split())
        distinct.setdefault((index.family_of[linked.outcome.page], words), linked)
    return replace(
        commitment,
        state=_classify_state({linked.side for linked in distinct.values()}),
        outcomes=tuple(linked.outcome for linked in distinct.values()),
    )


def _classify_state(sides: set[str]) -> str:
    if sides == {_FOR}:
        return "kept"
    if sides == {_AGAINST}:
        return "broken"
    return "partly kept" if _PARTLY in sides else "unclear"
