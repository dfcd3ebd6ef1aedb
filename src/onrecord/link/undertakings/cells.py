"""Cells of an undertaking's card beside contributions: tasks, phases, and open commitments.

In: the record index and where an undertaking is named. Out: the cells, each with its event and words. Out of
scope: events in sentences that do not name the undertaking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from onrecord.link.comparison.text_keys import find_trigger_stem, stem
from onrecord.link.en.undertakings import (
    NON_TASK_STEMS,
    OWN_SHARE_PATTERN,
    PHASE_PARTICLES,
    PHASE_STEMS,
    PHRASAL_PHASE_STEMS,
)
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.undertakings.contributions import find_contributor
from onrecord.link.undertakings.mentions import UndertakingMention
from onrecord.link.undertakings.scope import (
    UndertakingScope,
    build_citation,
    is_headed_by,
    quote_predicate,
)
from onrecord.records import Commitment, Event, Phase


def iter_tasks(index: RecordIndex, scope: UndertakingScope) -> Iterator[Phase]:
    """Yield what an undertaking is to do: its own actions, and the purpose clause after its name."""
    for mention in scope.mentions:
        if mention.description:
            continue
        for event in _find_events_beside(index, mention):
            if _may_be_task(event) and (
                _is_purpose_of(index, event, mention) or is_headed_by(event.actors, mention)
            ):
                yield _build_phase(index, event)


def _find_events_beside(index: RecordIndex, mention: UndertakingMention) -> tuple[Event, ...]:
    """Return the events of the sentence that a mention is in."""
    sentence = index.locate_sentence(mention.page, mention.start)
    return index.find_events_in(mention.page, *sentence)


def _may_be_task(event: Event) -> bool:
    is_denied = event.negated or event.status == "denied"
    is_light = find_trigger_stem(event.trigger.text) in NON_TASK_STEMS
    return not (is_denied or is_light or _is_phase(event))


def _is_purpose_of(index: RecordIndex, event: Event, mention: UndertakingMention) -> bool:
    """Return whether only "to" is between a mention and the event's verb."""
    between = index.pages[mention.page].text[mention.end : event.trigger.start]
    return event.trigger.start >= mention.end and re.fullmatch(r"\s+to\s", between) is not None


def iter_phases(index: RecordIndex, scope: UndertakingScope) -> Iterator[Phase]:
    """Yield how an undertaking began, grew, shrank or ended: such events with it as actor or target."""
    for mention in scope.mentions:
        for event in _find_events_beside(index, mention):
            if _is_phase(event) and is_headed_by((*event.actors, *event.targets), mention):
                yield _build_phase(index, event)


def _is_phase(event: Event) -> bool:
    words = event.trigger.text.split()
    verb = stem(words[0])
    if verb in PHRASAL_PHASE_STEMS:
        return len(words) > 1 and words[1] in PHASE_PARTICLES
    return verb in PHASE_STEMS


def _build_phase(index: RecordIndex, event: Event) -> Phase:
    interval = index.get_event_interval(event)
    day = interval.shown if interval else None
    return Phase(day, quote_predicate(index, event), event.id, build_citation(event))


def iter_open_commitments(
    index: RecordIndex,
    scope: UndertakingScope,
    settled: Mapping[str, Commitment],
    parties: frozenset[str],
) -> Iterator[str]:
    """Yield ids of open commitments stated beside the undertaking's name, or by a party on a page about it.

    Args:
        settled: commitments whose outcome is stated, by id.
        parties: keys of the powers that take part.
    """
    naming_sentences = scope.locate_sentences(index)
    seen: set[tuple[str, str]] = set()
    for page in scope.list_pages(index):
        sentences = naming_sentences.get(page, [])
        for commitment, event, is_named in _iter_commitments_on(index, scope, page, sentences):
            if event.negated or settled.get(commitment.id, commitment).state != "open":
                continue
            words = index.family_of[page], quote_predicate(index, event).casefold()
            if words in seen:
                continue
            if is_named or _is_of_party(index, event, parties):
                seen.add(words)
                yield commitment.id


def _iter_commitments_on(
    index: RecordIndex, scope: UndertakingScope, page: str, sentences: list[tuple[int, int]]
) -> Iterator[tuple[Commitment, Event, bool]]:
    """Yield the commitments of a page's events, in order of text, each with its event and whether their sentence names the undertaking."""
    found = [
        (commitment, event, is_named)
        for event, is_named in scope.find_events_naming(index, page, sentences)
        for commitment in index.commitments_by_event.get(event.id, ())
    ]
    yield from sorted(found, key=lambda item: (item[0].evidence.start, item[0].id))


def _is_of_party(index: RecordIndex, event: Event, parties: frozenset[str]) -> bool:
    """Return whether an event is about its own share in something, by one of `parties`."""
    power = find_contributor(index, event)
    is_own_share = re.search(OWN_SHARE_PATTERN, event.evidence.text) is not None
    return is_own_share and power is not None and power.key in parties
