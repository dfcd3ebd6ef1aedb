"""Datelines: where, and sometimes when and for which agency, a report was written.

In: the text of a line or paragraph. Out: whether a line is a dateline, or where the dateline before a paragraph's text
ends. Out of scope: which paragraph is an article's first; the date it states.
"""

from __future__ import annotations

import re

from onrecord.pages.dates.lexicon import MONTH_AND_DAY
from onrecord.pages.dates.thresholds import THRESHOLDS

_UPPER_CASE_PLACE = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{2,}(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+){0,3}"
_CAPITALISED_PLACE = r"(?!The )[A-Z][\w.'’-]+(?: (?:de|al|el|la|the|of|[A-Z][\w.'’-]*)){0,3}"
_COUNTRY = r"(?:, [A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2})?"
_AGENCY = r"\([A-Z][\w/. ]{1,30}\)"
_FULL_DATELINE = re.compile(
    rf"(?:(?:{_UPPER_CASE_PLACE}|{_CAPITALISED_PLACE}){_COUNTRY},? (?:{MONTH_AND_DAY})(?:,? {_AGENCY})?"
    rf"|(?:{_UPPER_CASE_PLACE}|{_CAPITALISED_PLACE}){_COUNTRY},? {_AGENCY})"
)
_DASH = re.compile(r"\s*(?:—|–|--|-|_|:)(?=\s|[A-Z“\"])\s*")
_BARE_DATELINE = re.compile(
    rf"(?P<city>{_UPPER_CASE_PLACE}){_COUNTRY}\s+(?:—|–|--|-)\s+(?=[A-Z“\"])"
)
_SENTENCE_BREAK = re.compile(r"[.!?]\s")
_SECOND_DASH = re.compile(r"\s[—–-]{1,2}\s")


def is_dateline(words: str) -> bool:
    """Return whether a whole line is a dateline ("LONDON, March 3 (Agency)")."""
    return len(words) <= THRESHOLDS.max_dateline_length and bool(
        _FULL_DATELINE.fullmatch(words.rstrip(" —–-:"))
    )


def find_dateline_end(words: str) -> int | None:
    """Return the offset where the dateline before a paragraph ends and its text begins, or None.

    Examples:
        >>> find_dateline_end("LONDON, March 3 (Agency) — Ministers met.")
        27
        >>> find_dateline_end("NATO — the alliance — agreed.") is None
        True

    """
    full = _FULL_DATELINE.match(words)
    if full:
        dash = _DASH.match(words, full.end())
        return dash.end() if dash and dash.end() < len(words) else None
    bare = _BARE_DATELINE.match(words)
    if bare is None or len(bare["city"]) < THRESHOLDS.min_dateline_city_length:
        return None
    sentence = _SENTENCE_BREAK.split(words[bare.end() :])[0]
    # A second dash makes the words between the two an aside, and the capitals an abbreviation.
    return None if _SECOND_DASH.search(sentence) else bare.end()
