"""Promises and their outcome: later sentences that state how a commitment ended.

In: the record index. Out: `keeps`, `breaks` and `updates` links, and the commitments they concern, with
the words for and against. Out of scope: a promise on which no later page states a verdict in plain words: it stays open.

All of these are candidates: of nine on real stories none was right (docs/explain/linking.md). A promise with candidates alone is open, and
`candidate_state` says what they would make of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.link.commitments.promise_keys import (
    Promise,
    is_same_promise,
    iter_promises,
    weigh_stems,
)
from onrecord.link.commitments.states import AGAINST, FOR, LINK_KINDS, PARTLY, classify_state
from onrecord.link.commitments.verdict_sentences import Verdict, iter_verdicts
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.weights import load_weight
from onrecord.link.en.verdicts import NOT_DONE
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Commitment, Link, Outcome

_SAME_CONTENT = {
    kind: load_weight(kind, "speaks of the same matter", unit="share of its words")
    for kind in LINK_KINDS.values()
}
_STATES_OUTCOME = {kind: load_weight(kind, "says how it ended") for kind in LINK_KINDS.values()}


@dataclass(frozen=True, slots=True)
class _VerdictOnPromise:
    """A verdict with a promise it concerns and the share of the promise's content that it names, 0 to 1."""

    share: float
    promise: Promise
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _LinkedOutcome:
    """A verdict on a promise, as a link and an outcome."""

    link: Link
    outcome: Outcome
    side: str


def link_outcomes(index: RecordIndex) -> tuple[tuple[Link, ...], tuple[Commitment, ...]]:
    """Return (links from commitments to what states their outcome, the commitments so settled), in order of ids."""
    promises = list(iter_promises(index))
    if not promises:
        return (), ()
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
        entities = index.collect_entities_on(page.id)
        for verdict in iter_verdicts(page):
            candidates = _find_candidates(index, verdict, promises_by_head)
            earlier = [one for one in candidates if _may_concern(index, verdict, one, entities)]
            for match in _resolve_promises(index, verdict, earlier, stem_weights):
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


def _resolve_promises(
    index: RecordIndex,
    verdict: Verdict,
    earlier: list[Promise],
    stem_weights: Mapping[str, float],
) -> list[_VerdictOnPromise]:
    """Return the promise a verdict is on, of the `earlier` ones that it may concern, with those that promise the same; none where unsure."""
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
    index: RecordIndex, verdict: Verdict, promises_by_head: Mapping[str, list[Promise]]
) -> list[Promise]:
    """Return the latest promises of earlier pages whose head noun a verdict names."""
    place = index.publication_order[verdict.page]
    candidates: dict[str, Promise] = {}
    for word in promises_by_head.keys() & verdict.naming_stems:
        promises = promises_by_head[word]
        last = bisect_left(
            promises,
            place,
            key=lambda promise: index.publication_order[promise.commitment.evidence.page],
        )
        for promise in promises[max(0, last - THRESHOLDS.promises_per_head) : last]:
            candidates[promise.commitment.id] = promise
    return list(candidates.values())


def _may_concern(
    index: RecordIndex, verdict: Verdict, promise: Promise, entities: frozenset[str]
) -> bool:
    """Return whether a verdict's page is later, no copy, and names who promised.

    Args:
        entities: story-wide ids of those that the verdict's page names.
    """
    page = promise.commitment.evidence.page
    if index.family_of[page] == index.family_of[verdict.page] or _is_of_its_own(verdict, promise):
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


def _is_of_its_own(verdict: Verdict, promise: Promise) -> bool:
    """Return whether the words of a verdict state something else than how the promise ended.

    Weapons that somebody promised to withdraw and that "were withdrawn" are no broken promise; "only 12 days before" is no
    part of a promise that has no number.
    """
    if verdict.side == PARTLY and verdict.wording.startswith("only"):
        return not promise.numbers
    if verdict.side != AGAINST or NOT_DONE.match(verdict.wording):
        return False
    act = promise.event.trigger.text.lower().split()[0][: THRESHOLDS.act_stem_letters]
    return any(word.startswith(act) for word in verdict.wording.split())


def _measure_share(verdict: Verdict, promise: Promise, stem_weights: Mapping[str, float]) -> float:
    """Return which share of a promise's content a verdict names, 0 where a needed word is missing.

    A sentence that names the content itself must hold the head and a second word; one that names only
    "the promise" depends on the paragraphs before it, which must then hold nearly all.
    """
    if not promise.heads & verdict.naming_stems:
        return 0.0
    if promise.numbers and not promise.numbers & verdict.near_stems:
        return 0.0
    near = (promise.content | promise.dates) & verdict.near_stems
    wide = (promise.content & verdict.wide_stems) - near
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
    kind = LINK_KINDS[verdict.side]
    events = index.find_events_in(verdict.page, verdict.start, verdict.end)
    shared = ", ".join(sorted((promise.content | promise.dates) & verdict.wide_stems))
    words = promise.commitment.evidence.text
    features = [
        build_feature(_SAME_CONTENT[kind], words, shared, value=match.share),
        build_feature(_STATES_OUTCOME[kind], promise.event.trigger.text, verdict.text),
    ]
    to = events[0].id if events else verdict.page
    link = build_link(kind, promise.commitment.id, to, features, candidate=True)
    side = FOR if verdict.side == FOR else AGAINST
    at = verdict.page, verdict.start, verdict.end
    outcome = Outcome(link.id, *at, verdict.text, side, candidate=link.candidate)
    return _LinkedOutcome(link, outcome, verdict.side)


def _settle(
    index: RecordIndex, commitment: Commitment, outcomes: list[_LinkedOutcome]
) -> Commitment:
    """Return the commitment with its outcomes and the state they give; what copies repeat counts once.

    Candidates leave it open.
    """
    distinct: dict[tuple[str, str], _LinkedOutcome] = {}
    for linked in sorted(
        outcomes,
        key=lambda linked: (index.publication_order[linked.outcome.page], linked.outcome.start),
    ):
        words = " ".join(linked.outcome.text.split())
        distinct.setdefault((index.family_of[linked.outcome.page], words), linked)
    sides = {linked.side for linked in distinct.values() if not linked.outcome.candidate}
    candidate_sides = {linked.side for linked in distinct.values() if linked.outcome.candidate}
    return replace(
        commitment,
        state=classify_state(sides) or commitment.state,
        candidate_state=classify_state(candidate_sides),
        outcomes=tuple(linked.outcome for linked in distinct.values()),
    )
