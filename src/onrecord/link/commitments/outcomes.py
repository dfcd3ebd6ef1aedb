"""Promises and what became of them: later words that speak to a commitment.

In: the catalogue. Out: `keeps`, `breaks` and `updates` links and the commitments they settle, with
the words for and against. Out of scope: a promise no later page speaks to in plain words: it stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.link.commitments.outcome_words import ANAPHORS, HINTS, UNDONE, VERDICTS
from onrecord.link.commitments.promise_keys import Promise, promises, same_promise, topic, weights
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.text_keys import iter_sentences
from onrecord.link.index.record_index import RecordIndex
from onrecord.records import Commitment, Link, Outcome, Page
from onrecord.records.page import REPORTED

_ENOUGH = 0.4
"""Share of a promise's telling words, by weight, that a verdict's paragraph must hold."""
_KINDS = {"for": "keeps", "against": "breaks", "partly": "updates"}
_NEARLY_ALL = 0.6
_LATEST = 100
"""Of promises with one head, so many of the latest are looked at: the work must not grow with their square."""
_OUTCOMES = 12
"""The words for and against that are kept of a promise spoken to over and over."""
_BEFORE = 2
"""Paragraphs before the verdict's own that a short one ("The promise was kept") may rest on."""


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A sentence that says how a promise ended.

    Attributes:
        side: `for`, `against`, `partly`. own: its stems; near: its paragraph's; wide: with the headline
            and paragraphs before. anaphoric: it names the promise by "the promise" or "it" alone.
    """

    page: str
    start: int
    end: int
    said: str
    side: str
    own: frozenset[str]
    near: frozenset[str]
    wide: frozenset[str]
    anaphoric: bool


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A verdict on a promise, as a link and an outcome."""

    link: Link
    outcome: Outcome
    side: str


def commitments(known: RecordIndex) -> tuple[tuple[Link, ...], tuple[Commitment, ...]]:
    """Return (links from commitments to what settles them, the commitments so settled)."""
    made = list(promises(known))
    telling = weights(known)
    posted: dict[str, list[Promise]] = defaultdict(list)
    for promise in made:
        for head in promise.heads:
            posted[head].append(promise)
    meant: dict[str, list[tuple[float, Promise, _Verdict]]] = defaultdict(list)
    for page in known.shelf.pages:
        for verdict in _verdicts(page):
            for promise, share in _meant(known, verdict, posted, telling):
                meant[promise.commitment.id].append((share, promise, verdict))
    spoken = {
        id_: [
            _speak(known, promise, verdict, share)
            for share, promise, verdict in sorted(
                found, key=lambda one: (-one[0], known.rank[one[2].page], one[2].start)
            )[:_OUTCOMES]
        ]
        for id_, found in meant.items()
    }
    links = {one.link.id: one.link for found in spoken.values() for one in found}
    settled = [
        _settled(known, promise.commitment, spoken[promise.commitment.id])
        for promise in made
        if promise.commitment.id in spoken
    ]
    return (
        tuple(sorted(links.values(), key=lambda link: (link.a, link.b))),
        tuple(sorted(settled, key=lambda commitment: commitment.id)),
    )


def _verdicts(page: Page) -> Iterator[_Verdict]:
    zones = [zone for zone in page.zones if zone.role in REPORTED]
    place = {zone.start: index for index, zone in enumerate(zones)}
    for start, end in iter_sentences(page, REPORTED):
        said = page.text[start:end]
        side = side_of(said)
        zone = page.zone_at(start)
        if side is None or zone is None:
            continue
        index = place[zone.start]
        before = [page.text[one.start : one.end] for one in zones[max(0, index - _BEFORE) : index]]
        headline = [page.text[one.start : one.end] for one in zones if one.role == "headline"]
        near = topic(page.text[zone.start : zone.end])
        yield _Verdict(
            page=page.id,
            start=start,
            end=end,
            said=said,
            side=side,
            own=topic(said),
            near=near,
            wide=near | topic(" ".join([*headline, *before])),
            anaphoric=ANAPHORS.search(said) is not None,
        )


def side_of(sentence: str) -> str | None:
    """Return what a sentence says of a promise: `for`, `against`, `partly`, or None for nothing.

    Examples:
        >>> side_of("The bridge was never built."), side_of("The plan has not been scrapped.")
        ('against', None)
    """
    if HINTS.search(sentence) is None:
        return None
    for side, pattern in VERDICTS:
        match = pattern.search(sentence)
        if match is None:
            continue
        before = " ".join(re.findall(r"[\w’']+", sentence[: match.start()])[-4:])
        if UNDONE.search(before) or sentence.rstrip("”’\"'").endswith("?"):
            return None
        return side
    return None


def _meant(
    known: RecordIndex,
    verdict: _Verdict,
    posted: Mapping[str, list[Promise]],
    telling: Mapping[str, float],
) -> list[tuple[Promise, float]]:
    """Return the promise a verdict speaks to, with those that promise the same; none where unsure."""
    place = known.rank[verdict.page]
    candidates: dict[str, Promise] = {}
    for word in verdict.wide if verdict.anaphoric else verdict.own:
        found = posted.get(word, [])
        last = bisect_left(found, place, key=lambda one: known.rank[one.commitment.evidence.page])
        for promise in found[max(0, last - _LATEST) : last]:
            candidates[promise.commitment.id] = promise
    named = known.named_on(verdict.page)
    earlier = [one for one in candidates.values() if _may_speak(known, verdict, one, named)]
    scored = [
        (share, one) for one in earlier if (share := _share(verdict, one, telling)) >= _ENOUGH
    ]
    if not scored:
        return []
    best_share, best = max(scored, key=lambda item: (item[0], item[1].commitment.id))
    return [
        (one, best_share if one is best else _share(verdict, one, telling))
        for one in earlier
        if one is best or same_promise(known, one, best)
    ]


def _may_speak(
    known: RecordIndex, verdict: _Verdict, promise: Promise, named: frozenset[str]
) -> bool:
    page = promise.commitment.evidence.page
    if known.family[page] == known.family[verdict.page]:
        return False
    first, second = known.published(page), known.published(verdict.page)
    if first is None or second is None or first.last >= second.first:
        return False
    return not promise.who or bool(promise.who & named) or bool(promise.called & verdict.near)


def _share(verdict: _Verdict, promise: Promise, telling: Mapping[str, float]) -> float:
    """Return how much of a promise's matter a verdict speaks of, 0 where a needed word is missing.

    A sentence that names the matter itself must hold the head and a second word; one that says only
    "the promise" rests on the paragraphs before it, which must then tell nearly all.
    """
    if not promise.heads & (verdict.wide if verdict.anaphoric else verdict.own):
        return 0.0
    if promise.numbers and not promise.numbers & verdict.near:
        return 0.0
    near = (promise.matter | promise.dates) & verdict.near
    wide = promise.matter & (verdict.wide - near)
    whole = sum(telling.get(word, 1.0) for word in promise.matter)
    held = (
        sum(telling.get(word, 1.0) for word in near)
        + sum(telling.get(word, 1.0) for word in wide) / 2
    )
    share = min(1.0, held / whole) if whole else 0.0
    if len(near) < 2:
        rests = len(wide) >= 3 and len(wide) / len(promise.matter) >= _NEARLY_ALL
        return share if verdict.anaphoric and rests else 0.0
    return share


def _speak(known: RecordIndex, promise: Promise, verdict: _Verdict, share: float) -> _Spoken:
    events = known.events_in(verdict.page, verdict.start, verdict.end)
    shared = sorted((promise.matter | promise.dates) & verdict.wide)
    words = promise.commitment.evidence.text
    features = [
        build_feature("speaks of the same matter", 0.3 + 0.3 * share, words, ", ".join(shared)),
        build_feature("says how it ended", 0.4, promise.event.trigger.text, verdict.said),
    ]
    to = events[0].id if events else verdict.page
    link = build_link(_KINDS[verdict.side], promise.commitment.id, to, features)
    side = "for" if verdict.side == "for" else "against"
    outcome = Outcome(link.id, verdict.page, verdict.start, verdict.end, verdict.said, side)
    return _Spoken(link, outcome, verdict.side)


def _settled(known: RecordIndex, commitment: Commitment, spoken: list[_Spoken]) -> Commitment:
    """Return the commitment with its state and outcomes; what copies repeat counts once."""
    outcomes: dict[tuple[str, str], _Spoken] = {}
    for one in sorted(spoken, key=lambda one: (known.rank[one.outcome.page], one.outcome.start)):
        key = known.family[one.outcome.page], " ".join(one.outcome.text.split())
        outcomes.setdefault(key, one)
    sides = {one.side for one in outcomes.values()}
    if sides == {"for"}:
        state = "kept"
    elif sides == {"against"}:
        state = "broken"
    elif "partly" in sides:
        state = "partly kept"
    else:
        state = "unclear"
    return replace(
        commitment, state=state, outcomes=tuple(one.outcome for one in outcomes.values())
    )
