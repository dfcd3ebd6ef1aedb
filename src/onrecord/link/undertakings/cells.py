"""The cells of an undertaking's card: contributions, tasks, phases, and what is open.

In: the catalogue and where a card is named. Out: the cells, each with its event and words. Out of
scope: events in sentences that do not name the undertaking, save gifts on a page that is about it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.link.comparison.demonyms import Power
from onrecord.link.comparison.text_keys import stem
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.undertakings.mentions import Naming
from onrecord.link.undertakings.words import (
    ENLARGING,
    GIVING,
    NO_TASKS,
    OWN_SHARE,
    PHASES,
    SENDING,
    SUPPORTING,
)
from onrecord.records import Cited, Commitment, Contribution, Event, Figure, Participant, Phase

_LONGEST = 160
_BEFORE_VERB = re.compile(
    r"(?:^|[,;:—–]\s|[“\"])(?:The\s|the\s)?(?P<who>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"
    r"(?:\s(?!(?:was|were|is|are|am|be|been|being|by|of|in|on|at|for|from|with|and|or|who|which|that|not)\b)[a-z][\w-]*)?)"
    r"\s(?:(?:ha[sd]|have|will|would|also|already|now|since|to)\s){0,3}$"
)
"""A clause's opening noun phrase right before an active verb; "was sent" has none."""
_TRAINERS = re.compile(r"\b(?:train\w+|instructors?|advisers?|advisors?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an undertaking is spoken of: its namings, and the pages that are about it."""

    namings: tuple[Naming, ...]
    about: frozenset[str]

    def sentences(self, known: RecordIndex) -> Iterator[tuple[str, int, int]]:
        """Yield (page, start, end) of every sentence that names it, once, in order."""
        seen = dict.fromkeys(
            (naming.page, *known.sentence(naming.page, naming.start)) for naming in self.namings
        )
        yield from seen


def contributions(
    known: RecordIndex, scope: Scope, sent: Mapping[str, list[Event]]
) -> Iterator[tuple[Power, Contribution]]:
    """Yield (the power that gives, what it gives), in order of pages and text.

    Args:
        sent: by the sender's key, the events that send trainers (`trainers_sent`).
    """
    named = set(scope.sentences(known))
    pages = scope.about | {naming.page for naming in scope.namings}
    for page in sorted(pages, key=lambda page: known.rank[page]):
        own = [naming for naming in scope.namings if naming.page == page]
        for event in known.told_on[page]:
            inside = (page, *known.sentence(page, event.trigger.start)) in named
            if not inside and page not in scope.about:
                continue
            power = giver(known, event)
            itself = any(_covers(event.actors, naming) for naming in own)
            if power is not None and not itself and _gives(known, event, inside=inside):
                yield power, _contribution(known, event, power)
    deed = next((naming for naming in scope.namings if naming.deed), None)
    if deed is not None and deed.lead is not None and deed.place is not None:
        for event in sent.get(deed.lead.key, ()):
            page = event.evidence.page
            if deed.place.key in known.powers_in(page, 0, len(known.pages[page].text)):
                yield deed.lead, _contribution(known, event, deed.lead)


def trainers_sent(known: RecordIndex) -> Mapping[str, list[Event]]:
    """Return, by the sender's key, the events that send or offer trainers, in order of pages."""
    found: dict[str, list[Event]] = defaultdict(list)
    for page in known.shelf.pages:
        for event in known.told_on[page.id]:
            if stem(event.trigger.text.split()[0]) not in GIVING - {"train"}:
                continue
            things = " ".join(one.text for one in (*event.actors, *event.targets))
            power = giver(known, event) if _TRAINERS.search(things) else None
            if power is not None:
                found[power.key].append(event)
    return found


def giver(known: RecordIndex, event: Event) -> Power | None:
    """Return the power that does an event: the first its actors name or describe, or None."""
    for actor in event.actors:
        for start, _, power in known.powers.find(actor.text):
            # "French officers", "France": the power opens the actor's words, it is not inside them.
            if start <= 4:
                return power
    if not event.actors and (named := _named_before(known, event)) is not None:
        return named
    if event.actors or not event.targets or stem(event.trigger.text.split()[0]) not in SENDING:
        return None
    # "More British teams could be sent": what is sent is the sender's own.
    return next((power for _, _, power in known.powers.find(event.targets[0].text)), None)


def _named_before(known: RecordIndex, event: Event) -> Power | None:
    """Return the power whose people stand right before the verb, where no doer was found: "UK staff have sent"."""
    page, trigger = event.evidence.page, event.trigger
    start, _ = known.sentence(page, trigger.start)
    match = _BEFORE_VERB.search(known.pages[page].text[start : trigger.start])
    if match is None:
        return None
    found = [power for first, _, power in known.powers.find(match["who"]) if first <= 4]
    return found[0] if found else None


def _gives(known: RecordIndex, event: Event, *, inside: bool) -> bool:
    key = stem(event.trigger.text.split()[0])
    things = " ".join(target.text for target in event.targets)
    if key in GIVING and key != "train":
        return bool(event.targets) and (inside or bool(figures_of(known, event)))
    if key in ENLARGING:
        return inside and re.search(OWN_SHARE, things) is not None
    return (
        inside and key in SUPPORTING and event.type in {"SUPPORT", "COOPERATE", "AID", "MOBILIZE"}
    )


def _contribution(known: RecordIndex, event: Event, power: Power) -> Contribution:
    figures = figures_of(known, event)
    return Contribution(
        party=power.name,
        event=event.id,
        status="denied" if event.negated else event.status,
        what=deed_words(known, event),
        figure=figures[0].id if figures else None,
        cited=cited(event),
    )


def deed_words(known: RecordIndex, event: Event) -> str:
    """Return an event's words from its verb to the end of what it is done to."""
    after = [target.end for target in event.targets if target.start >= event.trigger.end]
    end = min(max(after, default=event.trigger.end), event.trigger.start + _LONGEST)
    before = "" if after else " ".join(target.text for target in event.targets)
    words = known.pages[event.evidence.page].text[event.trigger.start : end]
    return " ".join(f"{before} {words}".split())


def figures_of(known: RecordIndex, event: Event) -> list[Figure]:
    """Return the figures after an event's verb, within its clause."""
    return [
        figure
        for figure in known.records(event.evidence.page).figures
        if event.trigger.start <= figure.evidence.start < event.evidence.end
    ]


def tasks(known: RecordIndex, scope: Scope) -> Iterator[Phase]:
    """Yield what an undertaking is to do: deeds it does itself, or of the purpose clause after its name."""
    for naming in scope.namings:
        if naming.deed:
            continue
        for event in known.events_in(naming.page, *known.sentence(naming.page, naming.start)):
            if (
                event.negated
                or event.status == "denied"
                or _is_phase(event)
                or stem(event.trigger.text.split()[0]) in NO_TASKS
            ):
                continue
            after = known.pages[naming.page].text[naming.end : event.trigger.start]
            purpose = (
                event.trigger.start >= naming.end and re.fullmatch(r"\s+to\s", after) is not None
            )
            if purpose or _covers(event.actors, naming):
                yield _phase(known, event)


def phases(known: RecordIndex, scope: Scope) -> Iterator[Phase]:
    """Yield how an undertaking began, grew, shrank or ended: such deeds done by or to it."""
    for naming in scope.namings:
        for event in known.events_in(naming.page, *known.sentence(naming.page, naming.start)):
            if _is_phase(event) and _covers((*event.actors, *event.targets), naming):
                yield _phase(known, event)


def _is_phase(event: Event) -> bool:
    words = event.trigger.text.split()
    key = stem(words[0])
    if key in {"tak", "hand", "wind"}:
        return len(words) > 1 and words[1] in {"over", "charge", "down", "up"}
    return key in PHASES


def _covers(participants: tuple[Participant, ...], naming: Naming) -> bool:
    """Return whether the naming stands in a participant, near enough to its end to be its head."""
    return any(
        one.start < naming.end and naming.start < one.end and one.end <= naming.end + 1
        for one in participants
    )


def _phase(known: RecordIndex, event: Event) -> Phase:
    reach = known.told(event)
    return Phase(reach.shown if reach else None, deed_words(known, event), event.id, cited(event))


def cited(event: Event) -> Cited:
    """Return an event's clause as cited words."""
    at = event.evidence
    return Cited(at.page, at.text, at.start, at.end)


def still_open(
    known: RecordIndex, scope: Scope, settled: Mapping[str, Commitment], parties: frozenset[str]
) -> Iterator[str]:
    """Yield ids of open commitments told where the undertaking is named, or by a party on a page about it."""
    named = set(scope.sentences(known))
    seen: set[tuple[str, str]] = set()
    pages = scope.about | {naming.page for naming in scope.namings}
    for page in sorted(pages, key=lambda page: known.rank[page]):
        for commitment in known.records(page).commitments:
            state = settled.get(commitment.id, commitment).state
            event = known.events.get(commitment.event)
            if event is None or state != "open" or event.negated:
                continue
            inside = (page, *known.sentence(page, event.trigger.start)) in named
            power = giver(known, event)
            shared = re.search(OWN_SHARE, event.evidence.text) is not None
            told = known.family[page], deed_words(known, event).casefold()
            if told in seen:
                continue
            if inside or (page in scope.about and shared and power and power.key in parties):
                seen.add(told)
                yield commitment.id
