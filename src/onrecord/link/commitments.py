"""Promises and what became of them: later words that speak to a commitment.

In: the catalogue. Out: `keeps`, `breaks` and `updates` links and the commitments they settle, with
the words for and against. Leaves alone: a promise no later page speaks to in plain words: it stays open.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log

from onrecord.link.catalogue import Catalogue
from onrecord.link.reasons import feature, linked
from onrecord.link.verdicts import ALIKE, UNDONE, VERDICTS
from onrecord.link.words import sentences_of, stem, stems_of
from onrecord.records import Commitment, Event, Link, Outcome
from onrecord.records.page import REPORTED

_ENOUGH = 0.5
"""Share of a promise's telling words (by weight) a verdict's paragraph must hold."""
_LEAST_SHARED = 2
_TOPIC_LEFT_OUT = frozenset(
    stem(word)
    for word in """promise pledge commit commitment vow undertake plan announce minister government year month week
    day end start new first last today make go get put take give keep come continue work part way time people""".split()
)
_KINDS = {"for": "keeps", "against": "breaks", "partly": "updates"}
_NUMBERS = {
    name: str(value)
    for value, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
     "eighty": "80", "ninety": "90"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A sentence that says how a promise ended, and the paragraph's words around it."""

    page: str
    start: int
    end: int
    said: str
    side: str
    topic: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Promise:
    """A commitment with the words that tell its matter: `topic` all, `core` those of what is done to."""

    commitment: Commitment
    event: Event
    topic: frozenset[str]
    core: frozenset[str]


def commitments(known: Catalogue) -> tuple[tuple[Link, ...], tuple[Commitment, ...]]:
    """Return (links from commitments to what settles them, the commitments so settled)."""
    promises = list(_promises(known))
    verdicts = list(_verdicts(known))
    weights = _weights(known)
    chosen: dict[str, list[tuple[Link, Outcome, str]]] = defaultdict(list)
    posted: dict[str, list[_Promise]] = defaultdict(list)
    for promise in promises:
        for word in promise.core:
            posted[word].append(promise)
    for verdict in verdicts:
        for promise, share in _meant(known, verdict, posted, weights):
            link, outcome = _spoken(known, promise, verdict, share)
            chosen[promise.commitment.id].append((link, outcome, verdict.side))
    links = [link for spoken in chosen.values() for link, _, _ in spoken]
    settled = [
        _settled(promise.commitment, chosen[promise.commitment.id])
        for promise in promises
        if promise.commitment.id in chosen
    ]
    return (
        tuple(sorted({link.id: link for link in links}.values(), key=lambda link: (link.a, link.b))),
        tuple(sorted(settled, key=lambda commitment: commitment.id)),
    )


def _promises(known: Catalogue) -> Iterator[_Promise]:
    for page in known.shelf.pages:
        for commitment in known.records(page.id).commitments:
            event = known.events.get(commitment.event)
            if event is not None and (core := _core(event)):
                actors = stems_of(" ".join(actor.text for actor in event.actors if actor.entity))
                topic = _topic(commitment.evidence.text) - actors - _TOPIC_LEFT_OUT
                yield _Promise(commitment, event, topic | core, core)


def _core(event: Event) -> frozenset[str]:
    """Return the stems of what a promise is about: what is done to, or what does it ("our hospital")."""
    things = [participant.text for participant in (*event.targets, *event.actors) if not participant.entity]
    return frozenset(word for thing in things for word in _topic(thing)) - _TOPIC_LEFT_OUT


def _topic(text: str) -> frozenset[str]:
    return frozenset(_NUMBERS.get(word, word) for word in stems_of(text))


def _verdicts(known: Catalogue) -> Iterator[_Verdict]:
    for page in known.shelf.pages:
        for start, end in sentences_of(page, REPORTED):
            said = page.text[start:end]
            side = _side(said)
            if side is None:
                continue
            zone = page.zone_at(start)
            around = page.text[zone.start : zone.end] if zone else said
            yield _Verdict(page.id, start, end, said, side, _topic(around), _topic(said))


def _side(sentence: str) -> str | None:
    for side, pattern in VERDICTS:
        match = pattern.search(sentence)
        if match is None:
            continue
        before = " ".join(re.findall(r"[\w’']+", sentence[: match.start()])[-3:])
        inside = match.group()
        if UNDONE.search(before) or (side == "for" and UNDONE.search(inside)):
            return None
        if side == "against" and re.search(r"\bnot (?:been|be) (?!able)", inside, re.IGNORECASE):
            return None
        return side
    return None


def _weights(known: Catalogue) -> dict[str, float]:
    """Return how telling each stem is in this story: rare in its families of pages is telling."""
    counts: Counter[str] = Counter()
    families: dict[str, set[str]] = defaultdict(set)
    for page in known.shelf.pages:
        text = " ".join(page.text[zone.start : zone.end] for zone in page.zones_of(REPORTED))
        families[known.family[page.id]] |= _topic(text)
    for words in families.values():
        counts.update(words)
    total = len(families) + 1
    return {word: log(total / count) + 0.3 for word, count in counts.items()}


def _meant(
    known: Catalogue,
    verdict: _Verdict,
    posted: dict[str, list[_Promise]],
    weights: dict[str, float],
) -> list[tuple[_Promise, float]]:
    """Return the promise a verdict speaks to, with those that promise the same; none where unsure."""
    candidates = {
        promise.commitment.id: promise for word in verdict.topic for promise in posted.get(word, ())
    }
    scored = []
    for promise in candidates.values():
        if not _may_speak(known, verdict, promise):
            continue
        shared = promise.topic & verdict.topic
        whole = sum(weights.get(word, 1.0) for word in promise.topic)
        share = sum(weights.get(word, 1.0) for word in shared) / whole if whole else 0.0
        if len(shared) >= _LEAST_SHARED and share >= _ENOUGH and promise.core & verdict.topic:
            scored.append((promise, share))
    if not scored:
        return []
    best, share = max(scored, key=lambda item: (item[1], item[0].commitment.id))
    return [(promise, own) for promise, own in scored if promise is best or _same_promise(promise, best)]


def _same_promise(a: _Promise, b: _Promise) -> bool:
    shared = len(a.topic & b.topic)
    return shared / max(1, min(len(a.topic), len(b.topic))) >= 0.6 and bool(a.core & b.core)


def _may_speak(known: Catalogue, verdict: _Verdict, promise: _Promise) -> bool:
    page = promise.commitment.evidence.page
    if known.family[page] == known.family[verdict.page]:
        return False
    first, second = known.published(page), known.published(verdict.page)
    return first is not None and second is not None and first.last < second.first


def _spoken(
    known: Catalogue, promise: _Promise, verdict: _Verdict, share: float
) -> tuple[Link, Outcome]:
    events = [
        event
        for event in known.records(verdict.page).events
        if verdict.start <= event.trigger.start < verdict.end
    ]
    to = min(events, key=lambda event: (event.trigger.start, event.id)).id if events else verdict.page
    shared = sorted(promise.topic & verdict.topic)
    features = [
        feature("speaks of the same matter", 0.6 * min(1.0, share + 0.2), promise.commitment.evidence.text, ", ".join(shared)),
        feature("says how it ended", 0.4, promise.event.trigger.text, verdict.said),
    ]
    link = linked(_KINDS[verdict.side], promise.commitment.id, to, features)
    side = "for" if verdict.side == "for" else "against"
    return link, Outcome(link.id, verdict.page, verdict.start, verdict.end, verdict.said, side)


def _settled(commitment: Commitment, spoken: list[tuple[Link, Outcome, str]]) -> Commitment:
    sides = {side for _, _, side in spoken}
    if "partly" in sides:
        state = "partly kept"
    elif sides == {"for"}:
        state = "kept"
    elif sides == {"against"}:
        state = "broken"
    else:
        state = "unclear"
    outcomes = {(outcome.page, outcome.start): outcome for _, outcome, _ in spoken}
    return replace(commitment, state=state, outcomes=tuple(outcomes[key] for key in sorted(outcomes)))


def alike(a: str, b: str) -> bool:
    """Return whether two stems of deeds do the same."""
    return a == b or any(a in group and b in group for group in ALIKE)


