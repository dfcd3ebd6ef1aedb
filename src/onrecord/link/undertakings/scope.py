"""Where an undertaking is named, and the words of events as cells of its card show them.

In: mentions, events and the record index. Out: sentences, quoted words. Out of scope: what the cells are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.link.undertakings.mentions import UndertakingMention
from onrecord.records import Cited, Event, Participant


@dataclass(frozen=True, slots=True)
class UndertakingScope:
    """The mentions of an undertaking, and the ids of the pages that are about it."""

    mentions: tuple[UndertakingMention, ...]
    about: frozenset[str]

    def list_pages(self, index: RecordIndex) -> list[str]:
        """Return the ids of the pages that name it or are about it, in order of publication."""
        pages = self.about | {mention.page for mention in self.mentions}
        return sorted(pages, key=lambda page: index.publication_order[page])

    def locate_sentences(self, index: RecordIndex) -> Mapping[str, list[tuple[int, int]]]:
        """Return by page (start, end) of every sentence that names it, in order of text, each once."""
        sentences: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for mention in self.mentions:
            sentences[mention.page].add(index.locate_sentence(mention.page, mention.start))
        return {page: sorted(of_page) for page, of_page in sentences.items()}

    def find_events_naming(
        self, index: RecordIndex, page: str, sentences: Iterable[tuple[int, int]]
    ) -> list[tuple[Event, bool]]:
        """Return the events of a page in order of text, each with whether its sentence names the undertaking.

        Of a page that is not about it only those whose sentence does.

        Args:
            sentences: (start, end) of those that name it, in order of text (`locate_sentences`).

        """
        named = [
            event for start, end in sentences for event in index.find_events_in(page, start, end)
        ]
        if page not in self.about:
            return [(event, True) for event in named]
        ids = {event.id for event in named}
        return [(event, event.id in ids) for event in index.events_by_page[page]]


class MentionsOnPage:
    """The mentions of an undertaking on one page, found by place."""

    def __init__(self, mentions: Iterable[UndertakingMention]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: mention.start)
        self._longest = max((one.end - one.start for one in self._mentions), default=0)

    def may_head(self, participants: tuple[Participant, ...]) -> bool:
        """Return whether one of the mentions is in a participant, near enough to its end to be its head."""
        return any(
            is_headed_by((participant,), mention)
            for participant in participants
            for mention in self._find_near(participant)
        )

    def _find_near(self, participant: Participant) -> list[UndertakingMention]:
        first = bisect_left(
            self._mentions, participant.start - self._longest, key=lambda mention: mention.start
        )
        last = bisect_left(
            self._mentions, participant.end, first, key=lambda mention: mention.start
        )
        return self._mentions[first:last]


def is_headed_by(participants: tuple[Participant, ...], mention: UndertakingMention) -> bool:
    """Return whether the mention is in a participant, near enough to its end to be its head."""
    return any(
        participant.start < mention.end
        and mention.start < participant.end
        and participant.end <= mention.end + 1
        for participant in participants
    )


def quote_predicate(index: RecordIndex, event: Event) -> str:
    """Return an event's words from its verb to the end of its last target, white space made single."""
    after = [target.end for target in event.targets if target.start >= event.trigger.end]
    longest = event.trigger.start + THRESHOLDS.cell_chars
    end = min(max(after, default=event.trigger.end), longest)
    before = "" if after else " ".join(target.text for target in event.targets)
    words = index.pages[event.evidence.page].text[event.trigger.start : end]
    return " ".join(f"{before} {words}".split())


def build_citation(event: Event) -> Cited:
    """Return an event's clause as cited words."""
    clause = event.evidence
    return Cited(clause.page, clause.text, clause.start, clause.end)
