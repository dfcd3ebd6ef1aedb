"""How many comments a page says it has: "91 comments" over a thread of which 74 are there.

In: a page with its thread. Out: the count and the words that state it, the nearest before the first comment,
else the one after the last; None where no line states it. Out of scope: counts of a page without a
thread, which are of threads that were not saved, counts within the article's own words, what a member has written
in all (it stands under the name), and several counts after the thread: they are of other pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.count_words import COUNT_LINE
from onrecord.records import Comment, Page, ThreadStated


def find_stated_count(page: Page) -> ThreadStated | None:
    """Return how many comments `page`, which has a thread, says it has; None where it does not say."""
    if not page.thread:
        return None
    far = THRESHOLDS.stated_count_distance
    first = _find_header_start(page, min(page.thread, key=lambda comment: comment.evidence.start))
    last = max(comment.evidence.end for comment in page.thread)
    counts = list(_iter_counts(page))
    before = [c for c in counts if c.words.end <= first and first - c.words.end < far]
    after = [c for c in counts if last <= c.words.start < last + far]
    after_agree = len({stated.count for stated in after}) == 1
    nearest = [*reversed(before), *(after if after_agree else [])]
    # A page has no more comments than it says; teasers say how many others have.
    enough = (stated for stated in nearest if stated.count >= len(page.thread))
    return next(enough, nearest[0] if nearest else None)


def _find_header_start(page: Page, comment: Comment) -> int:
    """Return where a comment's author is named before its words, else where its words begin."""
    start = comment.evidence.start
    if not comment.author:
        return start
    from_ = max(0, start - THRESHOLDS.stated_count_header)
    named = page.text.rfind(comment.author, from_, start)
    return named if named >= 0 else start


def _iter_counts(page: Page) -> Iterator[ThreadStated]:
    """Yield the counts that lines of the page's furniture state, in order."""
    for zone in page.zones:
        if zone.role != "furniture":
            continue
        for match in COUNT_LINE.finditer(page.text, zone.start, zone.end):
            start, end = match.span("first" if match["first"] else "last")
            digits = re.sub(r"\D", "", page.text[start:end])
            yield ThreadStated(int(digits), page.part(start, end))
