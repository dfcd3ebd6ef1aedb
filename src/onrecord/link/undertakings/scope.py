"""Where an undertaking is named, and the words of events as cells of its card show them.

In: mentions, events and the record index. Out: sentences, quoted words. Out of scope: what the cells are.
"""

from __future__ import annotations

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

    def locate_sentences(self, index: RecordIndex) -> frozenset[tuple[str, int, int]]:
        """Return (page, start, end) of every sentence that names it."""
        return frozenset(
            (mention.page, *index.locate_sentence(mention.page, mention.start))
            for mention in self.mentions
        )


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
