"""The record index: a story's records by id, page and story-wide entity, as linking looks them up.

In: pages with records, which entities are the same, and families of copies. Out: look-ups. Out of scope: every decision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.link.comparison.day_intervals import (
    DayInterval,
    read_publication_interval,
    read_time_interval,
)
from onrecord.link.comparison.demonyms import Powers, find_demonym_adjectives, find_powers
from onrecord.link.comparison.figure_dates import resolve_figure_interval
from onrecord.link.comparison.sentences import SentenceIndex
from onrecord.link.comparison.text_keys import find_head_stem
from onrecord.link.index.link_input import LinkInput
from onrecord.records import Commitment, Event, Figure, Mention, Page, Participant, Records, Time

_NO_RECORDS = Records()
_START_OF_COUNT = "since"
"""A time after this word is when counting began, not when the count was taken."""
PERSONAL_TYPES = frozenset({"person", "role"})


@dataclass(frozen=True, slots=True)
class RecordIndex:
    """Look-ups over the pages and records of a story.

    Attributes:
        pages: by id. publication_order: page id → place in order of publication.
        family_of: page id → family of copies. story_entity_of: page-level entity id → story-wide id.
        powers: countries and bodies that act.
        times, events, figures: by id.
        mentions_by_page, events_by_page, figures_by_page, times_by_page: in order of text.
        commitments_by_event: by the event's id, in order of text.
        sentences: of the pages.
    """

    link_input: LinkInput
    pages: Mapping[str, Page]
    publication_order: Mapping[str, int]
    family_of: Mapping[str, str]
    story_entity_of: Mapping[str, str]
    powers: Powers
    times: Mapping[str, Time]
    events: Mapping[str, Event]
    figures: Mapping[str, Figure]
    mentions_by_page: Mapping[str, tuple[Mention, ...]]
    events_by_page: Mapping[str, tuple[Event, ...]]
    figures_by_page: Mapping[str, tuple[Figure, ...]]
    times_by_page: Mapping[str, tuple[Time, ...]]
    commitments_by_event: Mapping[str, list[Commitment]]
    sentences: SentenceIndex
    _powers_in: dict[tuple[str, int, int], frozenset[str]] = field(
        default_factory=dict, init=False, repr=False
    )

    def get_records(self, page: str) -> Records:
        """Return a page's records; empty where linking was given none for it."""
        return self.link_input.records.get(page, _NO_RECORDS)

    def find_entities_in(self, page: str, start: int, end: int) -> frozenset[str]:
        """Return the story-wide ids of things, places and bodies named between `start` and `end` of a page."""
        return frozenset(
            self.story_entity_of.get(mention.entity, mention.entity)
            for mention in self.iter_mentions_in(page, start, end)
            if mention.type not in PERSONAL_TYPES
        )

    def iter_mentions_in(self, page: str, start: int, end: int) -> Iterator[Mention]:
        """Yield the mentions that begin between `start` and `end` of a page, in order of text."""
        mentions = self.mentions_by_page[page]
        first = bisect_left(mentions, start, key=lambda mention: mention.evidence.start)
        for place in range(first, len(mentions)):
            if mentions[place].evidence.start >= end:
                return
            yield mentions[place]

    def collect_entities_on(self, page: str) -> frozenset[str]:
        """Return the story-wide ids of everything and everybody a page names."""
        return frozenset(
            self.story_entity_of.get(entity.id, entity.id)
            for entity in self.get_records(page).entities
        )

    def find_powers_in(self, page: str, start: int, end: int) -> frozenset[str]:
        """Return the keys of the powers named or described between `start` and `end` of a page."""
        place = page, start, end
        if place not in self._powers_in:  # many records are in one sentence
            words = self.pages[page].text[start:end]
            self._powers_in[place] = frozenset(
                power.key for _, _, power in self.powers.iter_mentions(words)
            )
        return self._powers_in[place]

    def find_events_in(self, page: str, start: int, end: int) -> tuple[Event, ...]:
        """Return the events whose trigger begins between `start` and `end` of a page, in order of text."""
        events = self.events_by_page[page]
        first = bisect_left(events, start, key=lambda event: event.trigger.start)
        return events[first : bisect_left(events, end, first, key=lambda e: e.trigger.start)]

    def find_figures_in(self, page: str, start: int, end: int) -> tuple[Figure, ...]:
        """Return the figures that begin between `start` and `end` of a page, in order of text."""
        figures = self.figures_by_page[page]
        first = bisect_left(figures, start, key=lambda figure: figure.evidence.start)
        return figures[first : bisect_left(figures, end, first, key=lambda f: f.evidence.start)]

    def find_times_in(self, page: str, start: int, end: int) -> tuple[Time, ...]:
        """Return the times that begin between `start` and `end` of a page, in order of text."""
        times = self.times_by_page[page]
        first = bisect_left(times, start, key=lambda time: time.evidence.start)
        return times[first : bisect_left(times, end, first, key=lambda t: t.evidence.start)]

    def get_publication_interval(self, page: str) -> DayInterval | None:
        """Return the days on which a page may have been published, or None."""
        return read_publication_interval(self.pages[page].published)

    def get_event_interval(self, event: Event) -> DayInterval | None:
        """Return the days on which an event takes place, or None where its clause states no time."""
        return read_time_interval(self.times.get(event.time or ""))

    def get_figure_interval(self, figure: Figure) -> DayInterval | None:
        """Return the days a figure holds for: "since 2016" states when its count began, not when it was taken."""
        time = self.times.get(figure.as_of or "")
        if time is not None:
            before = self.pages[figure.evidence.page].text[: time.evidence.start].rstrip()
            if before[-len(_START_OF_COUNT) :].casefold() == _START_OF_COUNT:
                return self.get_publication_interval(figure.evidence.page)
        return resolve_figure_interval(figure, self.times, self.pages)[0]

    def collect_entities(self, participants: tuple[Participant, ...]) -> frozenset[str]:
        """Return the story-wide ids of the entities among `participants`."""
        return frozenset(
            self.story_entity_of.get(participant.entity, participant.entity)
            for participant in participants
            if participant.entity
        )

    def build_participant_keys(self, participants: tuple[Participant, ...]) -> frozenset[str]:
        """Return a key for each of `participants`: its story-wide entity, else the head noun of its words."""
        return frozenset(
            self.story_entity_of.get(participant.entity, participant.entity)
            if participant.entity
            else f"head {find_head_stem(participant.text)}"
            for participant in participants
        )

    def find_clause_figures(self, event: Event) -> frozenset[str]:
        """Return the words of the figures within an event's clause, white space made single."""
        clause = event.evidence
        return frozenset(
            " ".join(figure.evidence.text.split())
            for figure in self.find_figures_in(clause.page, clause.start, clause.end)
            if figure.evidence.end <= clause.end
        )

    def locate_sentence(self, page: str, position: int) -> tuple[int, int]:
        """Return (start, end) of the sentence that holds `position` of a page."""
        return self.sentences.locate(page, position)


def index_records(
    link_input: LinkInput, same: Mapping[str, str], family_of: Mapping[str, str]
) -> RecordIndex:
    """Return the index of `link_input`, whose pages are in order of publication.

    Args:
        same: page-level entity id → story-wide id. family_of: page id → family of copies.
    """
    pages = link_input.pages
    records = {page.id: link_input.records.get(page.id, _NO_RECORDS) for page in pages}
    adjectives = frozenset().union(*(find_demonym_adjectives(page.text) for page in pages))
    entities = (entity for own in records.values() for entity in own.entities)
    page_by_id = {page.id: page for page in pages}
    commitments_by_event: dict[str, list[Commitment]] = defaultdict(list)
    for own in records.values():
        for commitment in own.commitments:
            commitments_by_event[commitment.event].append(commitment)
    return RecordIndex(
        link_input=link_input,
        pages=page_by_id,
        publication_order={page.id: place for place, page in enumerate(pages)},
        family_of=family_of,
        story_entity_of=same,
        powers=find_powers(entities, same, adjectives),
        times={time.id: time for own in records.values() for time in own.times},
        events={event.id: event for own in records.values() for event in own.events},
        figures={figure.id: figure for own in records.values() for figure in own.figures},
        mentions_by_page={
            page: tuple(
                sorted(own.mentions, key=lambda mention: (mention.evidence.start, mention.id))
            )
            for page, own in records.items()
        },
        events_by_page={
            page: tuple(sorted(own.events, key=lambda event: (event.trigger.start, event.id)))
            for page, own in records.items()
        },
        figures_by_page={
            page: tuple(sorted(own.figures, key=lambda figure: figure.evidence.start))
            for page, own in records.items()
        },
        times_by_page={
            page: tuple(sorted(own.times, key=lambda time: time.evidence.start))
            for page, own in records.items()
        },
        commitments_by_event=commitments_by_event,
        sentences=SentenceIndex(page_by_id),
    )


def iter_events_by_publication(index: RecordIndex) -> Iterator[Event]:
    """Yield every event by publication of its page, then in order of text."""
    yield from sorted(
        index.events.values(),
        key=lambda event: (
            index.publication_order[event.evidence.page],
            event.trigger.start,
            event.trigger.end,
            event.id,
        ),
    )
