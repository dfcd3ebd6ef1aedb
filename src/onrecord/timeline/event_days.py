"""Look-ups over a story that the timeline is made with, and the day of an event.

In: an open story. Out: look-ups. Out of scope: which events belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.link.comparison.day_intervals import DayInterval, read_interval
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records.time import POINT_TYPES
from onrecord.story import Story
from onrecord.timeline.event_rows import EventRow

SURENESS = ("day", "month", "year", "before_published", "unknown")
"""How sure the day of an event is, the surest first."""
_YEAR, _BEFORE_PUBLISHED, _UNKNOWN = SURENESS[2:]
EventDay = tuple[DayInterval | None, str]
"""The days on which an event may have taken place, None where not known; and how sure they are."""


def is_dated(sureness: str) -> bool:
    """Return whether the day is the event's own, not its page's."""
    return sureness not in (_BEFORE_PUBLISHED, _UNKNOWN)


@dataclass(frozen=True, slots=True)
class TimePoint:
    """A point in time that a page states: where its words begin, and its TIMEX3 value."""

    page: str
    start: int
    value: str


@dataclass(frozen=True, slots=True)
class TimelineIndex:
    """Look-ups over a story.

    Attributes:
        published: page id → ISO day or None. times: points in time by id. family_of: page id → family
            of copies. same_event: pairs of ids of events that are one.
        mentions: story-wide entity → how often it is named; `most_mentions` the highest of them.
        story_entity_of: page-level entity → story-wide entity.
        hand_days: event → the ISO day that a person set, which counts before every other.
    """

    published: Mapping[str, str | None]
    times: Mapping[str, TimePoint]
    family_of: Mapping[str, str]
    same_event: tuple[tuple[str, str], ...]
    mentions: Mapping[str, int]
    most_mentions: int
    story_entity_of: Mapping[str, str]
    hand_days: Mapping[str, str]

    def resolve_day(self, event: EventRow) -> EventDay:
        """Return the day of an event: its own time, else no later than its page's publication.

        A time after the page's own day can't be the time of what has happened by then; it belongs
        to something else in the clause, and is not used.
        """
        by_hand = read_interval(self.hand_days.get(event.id))
        if by_hand is not None:
            return by_hand, by_hand.sureness
        is_ahead = event.is_ahead or event.negated or event.status == "denied"
        published = read_interval(self.published[event.page])
        interval = self._read_own_time(event)
        if interval and published and not is_ahead and _may_be_of_another(interval, published):
            interval = None
        if interval is not None:
            return interval, interval.sureness
        if is_ahead or published is None:
            return None, _UNKNOWN
        return published, _BEFORE_PUBLISHED

    def _read_own_time(self, event: EventRow) -> DayInterval | None:
        time = self.times.get(event.time or "")
        return read_interval(time.value) if time else None

    def measure_centrality(self, event: EventRow) -> float:
        """Return how central the most often named participant is to the story, 0 to 1."""
        counts = [
            self.mentions.get(self.story_entity_of.get(entity, entity), 1)
            for entity in event.entities
        ]
        return max(counts, default=0) / self.most_mentions

    def count_independent(self, pages: Iterable[str]) -> int:
        """Return how many independent reports `pages` are: copies count once."""
        return len({self.family_of[page] for page in pages})


def _may_be_of_another(interval: DayInterval, published: DayInterval) -> bool:
    """Return whether a time ends after its page was published, and is a whole year or begins after it too."""
    is_past_end = interval.last > published.last
    return is_past_end and (interval.first > published.last or interval.sureness == _YEAR)


def index_story(story: Story) -> TimelineIndex:
    """Return the look-ups of `story`."""
    published = {
        row["id"]: row["published"] for row in story.rows("SELECT id, published FROM pages")
    }
    families = UnionFind(published)
    for first, second in story.linked_pairs("copy", "version"):
        if first in published and second in published:
            families.join(first, second)
    mentions = {row["id"]: row["mentions"] for row in story.rows("SELECT id, mentions FROM who")}
    return TimelineIndex(
        published=published,
        times={
            row["id"]: TimePoint(row["page"], row["start"], row["value"])
            for row in story.rows("SELECT id, page, start, value, type FROM times")
            if row["value"] and row["type"] in POINT_TYPES
        },
        family_of={page: families.find(page) for page in published},
        same_event=tuple(story.linked_pairs("same_event")),
        mentions=mentions,
        most_mentions=max(mentions.values(), default=1) or 1,
        story_entity_of={
            row["entity"]: row["who"] for row in story.rows("SELECT entity, who FROM same")
        },
        hand_days=story.corrections.hand_days,
    )
