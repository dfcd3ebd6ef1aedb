"""What the line is drawn from, and the day an event is told for.

In: an open story. Out: look-ups. Out of scope: which events belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.link.comparison.day_intervals import DayInterval, read_interval
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records.time import POINT_TYPES
from onrecord.story import Story
from onrecord.timeline.event_rows import Tale


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time that a page tells: where its words stand, and its TIMEX3 value."""

    page: str
    start: int
    value: str


@dataclass(frozen=True, slots=True)
class Told:
    """Look-ups over a story.

    Attributes:
        published: page id → ISO day or None. moments: by id of the time. family: page id → family
            of copies. same_event: pairs of events told to be one.
        mentions: story-wide entity → how often it is named; `most` the highest of them.
        same: entity → story-wide entity.
    """

    published: Mapping[str, str | None]
    moments: Mapping[str, Moment]
    family: Mapping[str, str]
    same_event: tuple[tuple[str, str], ...]
    mentions: Mapping[str, int]
    most: int
    same: Mapping[str, str]

    def day(self, tale: Tale) -> tuple[DayInterval | None, str]:
        """Return (the days an event is told for, how sure): its own time, else no later than its page.

        A time after the page's own day can't be the time of what has happened by then; it belongs
        to something else in the clause, and is left out.
        """
        moment = self.moments.get(tale.time or "")
        reach = read_interval(moment.value) if moment else None
        published = read_interval(self.published[tale.page])
        ahead = tale.is_ahead or tale.negated or tale.status == "denied"
        if reach and not ahead and published and reach.last > published.last:
            reach = reach if reach.first <= published.last and reach.sureness != "year" else None
        if reach is not None:
            return reach, reach.sureness
        if ahead:
            return None, "unknown"
        return (published, "before_published") if published else (None, "unknown")

    def central(self, tale: Tale) -> float:
        """Return how central the best-known participant is to the story, 0 to 1."""
        named = [self.mentions.get(self.same.get(one, one), 1) for one in tale.people]
        return max(named, default=0) / self.most

    def independent(self, pages: Iterable[str]) -> int:
        """Return how many independent reports `pages` are: copies count once."""
        return len({self.family[page] for page in pages})


def told(story: Story) -> Told:
    """Return the look-ups of `story`."""
    published = {
        row["id"]: row["published"] for row in story.rows("SELECT id, published FROM pages")
    }
    unions = UnionFind(published)
    for row in story.rows("SELECT a, b FROM links WHERE kind IN ('copy', 'version')"):
        if row["a"] in published and row["b"] in published:
            unions.join(row["a"], row["b"])
    mentions = {row["id"]: row["mentions"] for row in story.rows("SELECT id, mentions FROM who")}
    pairs = story.rows("SELECT a, b FROM links WHERE kind = 'same_event' ORDER BY id")
    return Told(
        published=published,
        moments={
            row["id"]: Moment(row["page"], row["start"], row["value"])
            for row in story.rows("SELECT id, page, start, value, type FROM times")
            if row["value"] and row["type"] in POINT_TYPES
        },
        family={page: unions.find(page) for page in published},
        same_event=tuple((row["a"], row["b"]) for row in pairs),
        mentions=mentions,
        most=max(mentions.values(), default=1) or 1,
        same={row["entity"]: row["who"] for row in story.rows("SELECT entity, who FROM same")},
    )
