"""Mentions and times of a page, found by position.

In: a page and its records. Out: a `MentionIndex`. Out of scope: how mentions and times are found.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from onrecord.records import Mention, Page, Records, Time


@dataclass(frozen=True, slots=True)
class MentionIndex:
    """The mentions and times of a page.

    Attributes:
        page: the page.
        mentions: its mentions, in text order.
        starts: where each mention starts, in code points of the page's text.
        times: its time expressions, in text order.
        names: the words of all mentions except those of laws.

    """

    page: Page
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    times: tuple[Time, ...]
    names: frozenset[str]

    def find_mention(self, position: int) -> Mention | None:
        """Return the mention that holds code point `position`, or None."""
        index = bisect_right(self.starts, position) - 1
        for mention in self.mentions[max(0, index - 2) : index + 1]:
            if mention.evidence.start <= position < mention.evidence.end:
                return mention
        return None

    def is_time(self, position: int) -> bool:
        """Return whether code point `position` is in a time expression."""
        # Times hardly overlap, so on a long page the last few before the position are enough.
        last = bisect_right(self.times, position, key=lambda time: time.evidence.start)
        return any(position < time.evidence.end for time in self.times[max(0, last - 3) : last])


def index_mentions(page: Page, found: Records) -> MentionIndex:
    """Return the mentions and times of `found`, all of which are of `page`, as an index."""
    mentions = tuple(sorted(found.mentions, key=lambda m: (m.evidence.start, m.evidence.end)))
    names = frozenset(m.evidence.text for m in mentions if m.type != "law")
    times = tuple(sorted(found.times, key=lambda time: time.evidence.start))
    return MentionIndex(page, mentions, tuple(m.evidence.start for m in mentions), times, names)
