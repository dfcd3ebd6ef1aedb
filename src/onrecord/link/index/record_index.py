"""The catalogue: a story's records by id, page and story-wide entity, as linking looks them up.

In: a shelf, who is who, and families of copies. Out: look-ups. Out of scope: every decision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.link.comparison.day_intervals import (
    DayInterval,
    read_publication_interval,
    read_time_interval,
)
from onrecord.link.comparison.demonyms import Powers, find_demonym_adjectives, find_powers
from onrecord.link.comparison.figure_dates import holds_for
from onrecord.link.comparison.text_keys import find_head_stem, find_zone_sentence
from onrecord.link.index.link_input import LinkInput
from onrecord.records import Event, Figure, Mention, Page, Participant, Quote, Records, Time

_NO_RECORDS = Records()


@dataclass(frozen=True, slots=True)
class RecordIndex:
    """Look-ups over a shelf.

    Attributes:
        pages: by id. rank: page id → place in order of publication.
        family: page id → family of copies. same: entity id → story-wide id.
        powers: countries and bodies that act.
        times, quotes, events, figures: by id. mentions, told_on: mentions and events by page, in order.
    """

    shelf: LinkInput
    pages: Mapping[str, Page]
    rank: Mapping[str, int]
    family: Mapping[str, str]
    same: Mapping[str, str]
    powers: Powers
    times: Mapping[str, Time]
    quotes: Mapping[str, Quote]
    events: Mapping[str, Event]
    figures: Mapping[str, Figure]
    mentions: Mapping[str, tuple[Mention, ...]]
    told_on: Mapping[str, tuple[Event, ...]]

    def records(self, page: str) -> Records:
        """Return a page's records; none where the shelf has none for it."""
        return self.shelf.records.get(page, _NO_RECORDS)

    def named_in(self, page: str, start: int, end: int) -> frozenset[str]:
        """Return the story-wide ids of things, places and bodies named in a stretch of a page."""
        mentions = self.mentions[page]
        first = bisect_left(mentions, start, key=lambda mention: mention.evidence.start)
        found = set()
        for mention in mentions[first:]:
            if mention.evidence.start >= end:
                break
            if mention.type not in {"person", "role"}:
                found.add(self.same.get(mention.entity, mention.entity))
        return frozenset(found)

    def named_on(self, page: str) -> frozenset[str]:
        """Return the story-wide ids of everything and everybody a page names."""
        return frozenset(self.same.get(one.id, one.id) for one in self.records(page).entities)

    def powers_in(self, page: str, start: int, end: int) -> frozenset[str]:
        """Return the keys of the powers named or described in a stretch of a page."""
        words = self.pages[page].text[start:end]
        return frozenset(power.key for _, _, power in self.powers.find(words))

    def events_in(self, page: str, start: int, end: int) -> tuple[Event, ...]:
        """Return the events whose trigger stands in a stretch of a page, in order."""
        return tuple(event for event in self.told_on[page] if start <= event.trigger.start < end)

    def published(self, page: str) -> DayInterval | None:
        """Return when a page was published, or None."""
        return read_publication_interval(self.pages[page].published)

    def told(self, event: Event) -> DayInterval | None:
        """Return when an event is told to take place, or None where its clause does not say."""
        return read_time_interval(self.times.get(event.time or ""))

    def holds_for(self, figure: Figure) -> DayInterval | None:
        """Return the days a figure holds for: "since 2016" tells from when it is counted, not for when."""
        time = self.times.get(figure.as_of or "")
        if time is not None:
            before = self.pages[figure.evidence.page].text[: time.evidence.start].rstrip()[-5:]
            if before.casefold() == "since":
                return self.published(figure.evidence.page)
        return holds_for(figure, self.times, self.pages)[0]

    def who(self, participants: tuple[Participant, ...]) -> frozenset[str]:
        """Return the story-wide entities among `participants`."""
        return frozenset(
            self.same.get(participant.entity, participant.entity)
            for participant in participants
            if participant.entity
        )

    def named(self, participants: tuple[Participant, ...]) -> frozenset[str]:
        """Return keys of `participants`: the story-wide entity, or the head of the words."""
        return frozenset(
            self.same.get(participant.entity, participant.entity)
            if participant.entity
            else f"head {find_head_stem(participant.text)}"
            for participant in participants
        )

    def counted(self, event: Event) -> frozenset[str]:
        """Return the figures told within an event's clause, as written without white space."""
        return self.figures_in(event.evidence.page, event.evidence.start, event.evidence.end)

    def figures_in(self, page: str, start: int, end: int) -> frozenset[str]:
        """Return the words of figures that stand between `start` and `end` of a page."""
        return frozenset(
            " ".join(figure.evidence.text.split())
            for figure in self.records(page).figures
            if start <= figure.evidence.start and figure.evidence.end <= end
        )

    def sentence(self, page: str, position: int) -> tuple[int, int]:
        """Return (start, end) of the sentence that holds `position` of a page."""
        return find_zone_sentence(self.pages[page], position)

    def independent(self, pages: frozenset[str]) -> int:
        """Return how many independent reports `pages` are: copies and versions count once."""
        return len({self.family[page] for page in pages})


def index_records(
    shelf: LinkInput, same: Mapping[str, str], family: Mapping[str, str]
) -> RecordIndex:
    """Return the catalogue of `shelf`."""
    records = [shelf.records.get(page.id, _NO_RECORDS) for page in shelf.pages]
    adjectives = frozenset().union(*(find_demonym_adjectives(page.text) for page in shelf.pages))
    return RecordIndex(
        shelf=shelf,
        pages={page.id: page for page in shelf.pages},
        rank={page.id: index for index, page in enumerate(shelf.pages)},
        family=family,
        same=same,
        powers=find_powers(
            (entity for found in records for entity in found.entities), same, adjectives
        ),
        times={time.id: time for found in records for time in found.times},
        quotes={quote.id: quote for found in records for quote in found.quotes},
        events={event.id: event for found in records for event in found.events},
        figures={figure.id: figure for found in records for figure in found.figures},
        mentions={
            page.id: tuple(sorted(found.mentions, key=lambda one: (one.evidence.start, one.id)))
            for page, found in zip(shelf.pages, records, strict=True)
        },
        told_on={
            page.id: tuple(sorted(found.events, key=lambda one: (one.trigger.start, one.id)))
            for page, found in zip(shelf.pages, records, strict=True)
        },
    )


def iter_events_by_publication(known: RecordIndex) -> Iterator[Event]:
    """Yield every event by publication of its page, then in order of text."""
    yield from sorted(
        known.events.values(),
        key=lambda event: (known.rank[event.evidence.page], event.evidence.start, event.id),
    )
