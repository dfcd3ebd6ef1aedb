"""How many comments a page says it has: "91 comments" over a thread of which 74 are there.

In: a page with its thread. Out: the count and the words that state it, the nearest before the first comment,
else the one after the last; None where no line states it. Out of scope: counts of a page without a
thread, which are of threads that were not saved, counts within the article's own words, what a member has written
in all (it stands under the name), and several counts after the thread: they are of other pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.records import Comment, Page, ThreadStated

_WHAT = (
    r"(?:comments?|replies|responses|reader comments|comments? so far|thoughts|discussions?|opinions|reactions?|remarks"
    r"|(?:leser)?kommentare?|antworten|beiträge|(?:leser)?meinungen|reaktionen|gedanken|commentaires?|réponses|réactions?|comentarios?|comentários?|respuestas|respostas"
    r"|commenti|risposte|reacties|komentarz[ey]?|komentarzy|kommentarer|kommenttia|комментари\w+)"
)
_NUMBER = r"(\d{1,3}(?:[.,\u202f\xa0]\d{3}){1,2}|\d{1,6})"
_LINE = re.compile(
    rf"^[^\S\n]*(?:(?:all|alle|view all|show all|read all|see all|there are)\s+)?(?P<first>{_NUMBER}[^\S\n]+{_WHAT})(?!\w)"
    rf"|^[^\S\n]*(?P<last>{_WHAT}[^\S\n]*[:\[(][^\S\n]*{_NUMBER}\s*[\])]?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 200  # characters of a comment's name, rank and day
_FAR = 3_000  # characters between the count and the thread


def stated_count(page: Page) -> ThreadStated | None:
    """Return how many comments `page`, which has a thread, says it has; None where it does not say."""
    if not page.thread:
        return None
    first = _head(page, min(page.thread, key=lambda comment: comment.evidence.start))
    last = max(comment.evidence.end for comment in page.thread)
    counts = list(_counts(page))
    before = [one for one in counts if one.words.end <= first and first - one.words.end < _FAR]
    after = [one for one in counts if last <= one.words.start < last + _FAR]
    near = [*reversed(before), *(after if len({one.count for one in after}) == 1 else [])]
    # A page has no more comments than it says; teasers say how many others have.
    enough = (one for one in near if one.count >= len(page.thread))
    return next(enough, near[0] if near else None)


def _head(page: Page, comment: Comment) -> int:
    """Return where a comment's author is named before its words, else where its words begin."""
    start = comment.evidence.start
    named = page.text.rfind(comment.author, max(0, start - _HEAD), start) if comment.author else -1
    return named if named >= 0 else start


def _counts(page: Page) -> Iterator[ThreadStated]:
    for zone in page.zones:
        if zone.role != "furniture":
            continue
        for found in _LINE.finditer(page.text, zone.start, zone.end):
            start, end = found.span("first" if found["first"] else "last")
            digits = re.sub(r"\D", "", page.text[start:end])
            yield ThreadStated(int(digits), page.part(start, end))
