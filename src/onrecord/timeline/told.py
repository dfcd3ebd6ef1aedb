"""What the line is drawn from, and the day an event is told for.

In: an open story. Out: look-ups. Leaves alone: which events belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.link.days import Reach, dated_reach, time_reach
from onrecord.link.events import deed
from onrecord.link.unions import Unions
from onrecord.records import Event, Link, Time
from onrecord.story import PageHead, Story

AHEAD = frozenset({"planned", "promised", "possible", "called_for"})
_UNREAL = frozenset({"possible", "called_for", "denied"})


@dataclass(frozen=True, slots=True)
class Told:
    """Look-ups over a story.

    Attributes:
        heads: by page. times: by id. family: page id → family of copies.
        mentions: story-wide entity → how often it is named. same: entity → story-wide entity.
    """

    heads: Mapping[str, PageHead]
    times: Mapping[str, Time]
    family: Mapping[str, str]
    mentions: Mapping[str, int]
    same: Mapping[str, str]

    def is_ahead(self, event: Event) -> bool:
        """Return whether an event is told as still to come."""
        return event.status in AHEAD

    def day(self, event: Event) -> tuple[Reach | None, str]:
        """Return (the days an event is told for, how sure): its own time, else no later than its page.

        A time after the page's own day can't be the time of what has happened by then; it belongs
        to something else in the clause, and is left out.
        """
        reach = time_reach(self.times.get(event.time or ""))
        published = dated_reach(self.heads[event.evidence.page].published)
        ahead = self.is_ahead(event) or event.negated or event.status == "denied"
        if reach and not ahead and published and reach.last > published.last:
            reach = reach if reach.first <= published.last and reach.sureness != "year" else None
        if reach is not None:
            return reach, reach.sureness
        if ahead:
            return None, "unknown"
        return (published, "before_published") if published else (None, "unknown")


def told(story: Story, links: Iterable[Link]) -> Told:
    """Return the look-ups of `story`."""
    heads = {head.id: head for head in story.heads()}
    unions = Unions(heads)
    for link in links:
        if link.kind in {"copy", "version"} and link.a in heads and link.b in heads:
            unions.join(link.a, link.b)
    return Told(
        heads=heads,
        times={time.id: time for time in story.records("times") if isinstance(time, Time)},
        family={page: unions.find(page) for page in heads},
        mentions={entity.id: entity.mentions for entity in story.who()},
        same={row["entity"]: row["who"] for row in story.rows("SELECT entity, who FROM same")},
    )


def telling(event: Event) -> bool:
    """Return whether an event is worth a line.

    Somebody or something named takes part, or its deed is of a known kind; what is only possible,
    called for or denied needs both. Light verbs tell nothing alone.
    """
    named = any(participant.entity for participant in (*event.actors, *event.targets))
    if event.status in _UNREAL or event.negated:
        return named and event.type is not None
    return (named and bool(deed(event))) or event.type is not None
