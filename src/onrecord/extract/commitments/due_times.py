"""Due times: the time by which a commitment is to be kept.

In: an event, and the times of its page. Out: a `Time`, or None. Out of scope: whether the event is a commitment (`rules`).
"""

from __future__ import annotations

from bisect import bisect_left

from onrecord.extract.commitments.en.words import DURATION_TERM_PHRASES, TERM_WORDS
from onrecord.extract.commitments.thresholds import THRESHOLDS
from onrecord.language.clauses.mention_index import MentionIndex
from onrecord.language.en.punctuation import POSSESSIVE_CLITICS
from onrecord.records import Event, Page, Time


def find_due_time(mentions: MentionIndex, event: Event) -> Time | None:
    """Return the time by which an event is due: one in its clause that words make a term, else the event's own; or None."""
    page = mentions.page
    first = bisect_left(mentions.times, event.evidence.start, key=_get_start)
    last = bisect_left(mentions.times, event.evidence.end, first, key=_get_start)
    in_clause = [time for time in mentions.times[first:last] if time.type != "SET"]
    for time in in_clause:
        if _is_term(page, time):
            return time
    own = next((time for time in in_clause if time.id == event.time), None)
    if own is None or own.type == "DURATION" or _is_past(page, own):
        return None
    following = page.text[own.evidence.end : own.evidence.end + 2]
    return None if following in POSSESSIVE_CLITICS else own


def _get_start(time: Time) -> int:
    return time.evidence.start


def _is_term(page: Page, time: Time) -> bool:
    """Return whether a word before or in a time makes it a term ("by May"); a duration may be how long a thing lasts."""
    if time.type == "DURATION" and not _is_duration_term(page, time):
        return False
    before = max(0, time.evidence.start - THRESHOLDS.term_chars)
    words = page.text[before : time.evidence.end].lower().split()
    return not TERM_WORDS.isdisjoint(words)


def _is_duration_term(page: Page, time: Time) -> bool:
    """Return whether a duration is a term ("within two years"), not how long a thing lasts."""
    return page.text[: time.evidence.start].rstrip().lower().endswith(DURATION_TERM_PHRASES)


def _is_past(page: Page, time: Time) -> bool:
    """Return whether a time lies before the page's publication: the day of a promise, not its term."""
    if page.published is None or time.value is None or not time.value[:4].isdigit():
        return False
    shared = min(len(time.value), len(page.published.value), len("2000-01-01"))
    return time.value[:shared] < page.published.value[:shared]
