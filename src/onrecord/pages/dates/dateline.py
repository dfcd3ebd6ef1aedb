"""Datelines: where, and sometimes when and for which agency, a report was written.

In: the words of a line or paragraph. Out: whether a line is a dateline, or where the dateline before a
paragraph's text ends. Out of scope: which paragraph is an article's first; the day it states.
"""

from __future__ import annotations

import re

_MONTH_DAY = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
    r"(?:, (?:19|20)\d\d)?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"(?: (?:19|20)\d\d)?"
)
_UPPER = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{2,}(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+){0,3}"
_CAPITALISED = r"(?!The )[A-Z][\w.'’-]+(?: (?:de|al|el|la|the|of|[A-Z][\w.'’-]*)){0,3}"
_COUNTRY = r"(?:, [A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2})?"
_AGENCY = r"\([A-Z][\w/. ]{1,30}\)"
_FULL_DATELINE = re.compile(
    rf"(?:(?:{_UPPER}|{_CAPITALISED}){_COUNTRY},? (?:{_MONTH_DAY})(?:,? {_AGENCY})?"
    rf"|(?:{_UPPER}|{_CAPITALISED}){_COUNTRY},? {_AGENCY})"
)
_DASH = re.compile(r"\s*(?:—|–|--|-|_|:)(?=\s|[A-Z“\"])\s*")
_BARE_DATELINE = re.compile(rf"(?P<city>{_UPPER}){_COUNTRY}\s+(?:—|–|--|-)\s+(?=[A-Z“\"])")
_LONGEST_CHARS = 160


def is_dateline(words: str) -> bool:
    """Return whether a whole line is a dateline ("LONDON, March 3 (Agency)")."""
    return len(words) <= _LONGEST_CHARS and bool(_FULL_DATELINE.fullmatch(words.rstrip(" —–-:")))


def find_dateline_end(words: str) -> int | None:
    """Return where the dateline before a paragraph ends and its text begins, or None.

    Examples:
        >>> find_dateline_end("LONDON, March 3 (Agency) — Ministers met.")
        27
        >>> find_dateline_end("NATO — the alliance — agreed.") is None
        True

    """
    match = _FULL_DATELINE.match(words)
    if match:
        dash = _DASH.match(words, match.end())
        return dash.end() if dash and dash.end() < len(words) else None
    bare = _BARE_DATELINE.match(words)
    if bare is None or len(bare["city"]) < 4:
        return None
    sentence = re.split(r"[.!?]\s", words[bare.end() :])[0]
    # A second dash makes the words between the two an aside, and the capitals an abbreviation.
    return None if re.search(r"\s[—–-]{1,2}\s", sentence) else bare.end()
