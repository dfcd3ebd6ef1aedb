"""What parties contribute to an undertaking: events by which a country or body sends, gives or supports.

In: the record index and where an undertaking is named. Out: contributions with the power that makes them.
Out of scope: events in sentences that do not name the undertaking, but for countable gifts on a page about it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from onrecord.link.comparison.demonyms import Power
from onrecord.link.comparison.text_keys import find_trigger_stem
from onrecord.link.en.undertakings import (
    CONTRIBUTION_STEMS,
    DISPATCH_STEMS,
    INCREASE_STEMS,
    NOUN_PHRASE_BEFORE_VERB,
    OWN_SHARE_PATTERN,
    SUPPORT_STEMS,
    SUPPORT_TYPES,
    TRAINERS,
)
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.link.undertakings.mentions import UndertakingMention
from onrecord.link.undertakings.scope import (
    MentionsOnPage,
    UndertakingScope,
    build_citation,
    quote_predicate,
)
from onrecord.records import Contribution, Event, Figure


def iter_contributions(
    index: RecordIndex, scope: UndertakingScope, dispatches: Mapping[str, list[Event]]
) -> Iterator[tuple[Power, Contribution]]:
    """Yield (the power that contributes, what it contributes), in order of pages and text.

    Args:
        dispatches: by the sender's key, the events that send trainers (`index_trainer_dispatches`).
    """
    naming_sentences = scope.locate_sentences(index)
    mentions: dict[str, list[UndertakingMention]] = defaultdict(list)
    for mention in scope.mentions:
        mentions[mention.page].append(mention)
    for page in scope.list_pages(index):
        on_page = MentionsOnPage(mentions[page])
        sentences = naming_sentences.get(page, [])
        for event, is_named in scope.find_events_naming(index, page, sentences):
            power = find_contributor(index, event)
            if (
                power is not None
                and not on_page.may_head(event.actors)
                and _is_contribution(index, event, is_named=is_named)
            ):
                yield power, _build_contribution(index, event, power)
    yield from _iter_trainers_sent(index, scope, dispatches)


def _iter_trainers_sent(
    index: RecordIndex, scope: UndertakingScope, dispatches: Mapping[str, list[Event]]
) -> Iterator[tuple[Power, Contribution]]:
    """Yield what the lead of an unnamed training sends, on pages that name the country trained."""
    training = next((mention for mention in scope.mentions if mention.description), None)
    if training is None or training.lead is None or training.place is None:
        return
    for event in dispatches.get(training.lead.key, ()):
        page = event.evidence.page
        if training.place.key in index.find_powers_in(page, 0, len(index.pages[page].text)):
            yield training.lead, _build_contribution(index, event, training.lead)


def index_trainer_dispatches(index: RecordIndex) -> Mapping[str, list[Event]]:
    """Return, by the sender's key, the events that send or offer trainers, in order of pages."""
    dispatches: dict[str, list[Event]] = defaultdict(list)
    for page in index.link_input.pages:
        for event in index.events_by_page[page.id]:
            if find_trigger_stem(event.trigger.text) not in CONTRIBUTION_STEMS:
                continue
            participants = (*event.actors, *event.targets)
            words = " ".join(participant.text for participant in participants)
            power = find_contributor(index, event) if TRAINERS.search(words) else None
            if power is not None:
                dispatches[power.key].append(event)
    return dispatches


def find_contributor(index: RecordIndex, event: Event) -> Power | None:
    """Return the power that does what an event reports: the first its actors name or describe, or None."""
    for actor in event.actors:
        if (power := _find_at_start(index, actor.text)) is not None:
            return power
    if event.actors:
        return None
    if (before := _find_before_verb(index, event)) is not None:
        return before
    if not event.targets or find_trigger_stem(event.trigger.text) not in DISPATCH_STEMS:
        return None
    # "More British teams could be sent": what is sent is the sender's own.
    target = event.targets[0].text
    return next((power for _, _, power in index.powers.iter_mentions(target)), None)


def _find_at_start(index: RecordIndex, words: str) -> Power | None:
    """Return the power that opens a noun phrase ("French officers", "France"), not one inside it, or None."""
    for start, _, power in index.powers.iter_mentions(words):
        if start <= THRESHOLDS.power_offset:
            return power
    return None


def _find_before_verb(index: RecordIndex, event: Event) -> Power | None:
    """Return the power whose people are named right before the verb, where no actor was found: "UK staff have sent"."""
    page, trigger = event.evidence.page, event.trigger
    start, _ = index.locate_sentence(page, trigger.start)
    match = NOUN_PHRASE_BEFORE_VERB.search(index.pages[page].text[start : trigger.start])
    return _find_at_start(index, match["who"]) if match else None


def _is_contribution(index: RecordIndex, event: Event, *, is_named: bool) -> bool:
    """Return whether an event contributes to an undertaking.

    Args:
        is_named: the event's sentence names the undertaking; else its page is about it.
    """
    verb = find_trigger_stem(event.trigger.text)
    if verb in CONTRIBUTION_STEMS:
        return bool(event.targets) and (is_named or bool(find_contributed_figures(index, event)))
    if verb in INCREASE_STEMS:
        targets = " ".join(target.text for target in event.targets)
        return is_named and re.search(OWN_SHARE_PATTERN, targets) is not None
    return is_named and verb in SUPPORT_STEMS and event.type in SUPPORT_TYPES


def _build_contribution(index: RecordIndex, event: Event, power: Power) -> Contribution:
    figures = find_contributed_figures(index, event)
    return Contribution(
        party=power.name,
        event=event.id,
        status="denied" if event.negated else event.status,
        what=quote_predicate(index, event),
        figure=figures[0].id if figures else None,
        cited=build_citation(event),
    )


def find_contributed_figures(index: RecordIndex, event: Event) -> list[Figure]:
    """Return the figures after an event's verb, within its clause."""
    at = event.evidence
    return list(index.find_figures_in(at.page, event.trigger.start, at.end))
