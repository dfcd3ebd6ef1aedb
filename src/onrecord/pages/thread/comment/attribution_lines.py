"""Lines that say who wrote and when: "Posted by Ann on 3 May 2016", "Ann says:", "3.5.2016 | Ann".

In: the words of a line. Out: an `AttributionLine`: the name, the time, and whether a word marks the name. Out of scope:
lines that say anything more; where on a page the line stands (`header`, `authors.thread_authors`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from babel.dates import get_day_names

from onrecord.pages.dates.parsing import (
    MONTH_NAME_LANGUAGES,
    is_membership_or_edit_time,
    is_relative_time,
    load_month_names,
    parse_timestamp,
)
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.attribution_words import (
    AGE_OPENERS,
    BY,
    DAY_ADVERBS,
    MEMBER_STATUS,
    NEVER_LAST_IN_NAME,
    ON,
    POSTED,
    SAYS,
    TIMESTAMP_WORDS,
    TRAILING_CONTROLS,
)

_PREFIX = re.compile(rf"(?:({POSTED})\s+(?:#?\d+\s+)?)?{BY}\b\s*:?\s*(?=\S)", re.IGNORECASE)
_NAME_SAYS = re.compile(
    rf"(\S.{{0,45}}?)\s*,?\s+{SAYS}(?:\s+{ON})?\s*(?:\.\.\.|…)?\s*[:,–—-]?\s*(.*)",
    re.IGNORECASE,
)
_NAME_TIME_SEPARATOR = re.compile(
    rf"\s*(?:[»|,:•·–—@(/-]+|\s{ON}(?=\s))\s*(?:{ON}\s+)?|\s+", re.IGNORECASE
)
_TIME_NAME_SEPARATOR = re.compile(rf"\s+{BY}\s+|\s*[|,•·–—-]+\s*(?:{BY}\s+)?", re.IGNORECASE)
_EDGES = " \t\n\xa0#»|,:•·–—-~()."
_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)
_POST_NUMBER = re.compile(r"\s*(?:#\d{1,4}[.):]*|\d{1,4}[):])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class AttributionLine:
    """Who wrote and when, by one line.

    Attributes:
        name: who wrote.
        time_text: the words of the time, empty where there is none.
        is_explicit: a word marks the name: "by", "says".

    """

    name: str
    time_text: str
    is_explicit: bool


@lru_cache(maxsize=THRESHOLDS.cached_lines)
def parse_attribution_line(words: str) -> AttributionLine | None:
    """Return what a line states that says no more than who wrote, and maybe when; None for any other line.

    Examples:
        >>> parse_attribution_line("Posted by Ann Lee on 3 May 2016 at 10:04")
        AttributionLine(name='Ann Lee', time_text='3 May 2016 at 10:04', is_explicit=True)
        >>> parse_attribution_line("Ann Lee says:").name
        'Ann Lee'
        >>> parse_attribution_line("We moved here by train in May 2016") is None
        True

    """
    if not 1 < len(words) < THRESHOLDS.longest_author_line or is_membership_or_edit_time(words):
        return None
    number = _POST_NUMBER.match(words)
    words = TRAILING_CONTROLS.sub("", words[number.end() if number else 0 :])
    words = strip_status(words.strip(_EDGES))
    parsed = (parse(words) for parse in _PARSERS)
    return next((line for line in parsed if line is not None), None)


def _parse_by(words: str) -> AttributionLine | None:
    """Return what "Posted by Ann", maybe with a time after it, states."""
    prefix = _PREFIX.match(words)
    if prefix is None:
        return None
    rest = words[prefix.end() :]
    if name_and_time := _split_name_and_time(rest):
        return AttributionLine(*name_and_time, is_explicit=True)
    # "By" alone begins sentences, too.
    named = prefix[1] and is_name_like(rest)
    return AttributionLine(rest, "", is_explicit=True) if named else None


def _parse_says(words: str) -> AttributionLine | None:
    """Return what "Ann says:", maybe with a time after it, states."""
    match = _NAME_SAYS.fullmatch(words)
    if match is None or not is_name_like(match[1]):
        return None
    rest = match[2].strip(_EDGES)
    ends = not rest or is_timestamp(rest)
    return AttributionLine(match[1], rest, is_explicit=True) if ends else None


def _parse_name_and_time(words: str) -> AttributionLine | None:
    """Return what "Ann, 3 May 2016" states."""
    name_and_time = _split_name_and_time(words)
    return AttributionLine(*name_and_time, is_explicit=False) if name_and_time else None


def _parse_time_and_name(words: str) -> AttributionLine | None:
    """Return what "3 May 2016, Ann" and "3 May 2016 by Ann" state."""
    for separator in reversed([*_TIME_NAME_SEPARATOR.finditer(words)]):
        time_text, name = words[: separator.start()], words[separator.end() :]
        if is_timestamp(time_text) and is_name_like(name) and not _is_part_of_timestamp(name):
            is_explicit = separator[0].strip()[-1:].isalpha()
            return AttributionLine(name, time_text, is_explicit=is_explicit)
    return None


_PARSERS = (_parse_by, _parse_says, _parse_name_and_time, _parse_time_and_name)
"""Ways to read a line, tried in order."""


def _split_name_and_time(words: str) -> tuple[str, str] | None:
    """Return the name that `words` begin with and the time that is all else, or None."""
    for separator in _NAME_TIME_SEPARATOR.finditer(words):
        name, time_text = words[: separator.start()], words[separator.end() :].strip(_EDGES)
        if (
            name
            and is_timestamp(time_text)
            and is_name_like(name)
            and not _is_part_of_timestamp(name)
        ):
            return name, time_text
    return None


def _is_part_of_timestamp(words: str) -> bool:
    """Return whether `words` are part of a day or time: "Friday", "13 May"."""
    return all(map(_is_timestamp_token, _TOKEN.findall(words.lower())))


def is_name_like(words: str) -> bool:
    """Return whether `words` may be a name alone: few, no sentence, no day."""
    return (
        1 < len(words) <= THRESHOLDS.longest_name
        and len(words.split()) <= THRESHOLDS.most_name_words
        and any(char.isalpha() for char in words)
        and words[-1] not in "?!:…;"
        and words.rsplit(maxsplit=1)[-1].lower() not in NEVER_LAST_IN_NAME
        and not is_relative_time(words)
        and not is_timestamp(words)
    )


@lru_cache(maxsize=THRESHOLDS.cached_lines)
def is_timestamp(words: str) -> bool:
    """Return whether `words` are a day or an age and nothing else."""
    if not words or len(words) > THRESHOLDS.longest_timestamp or words[-1] in "?!":
        return False
    tokens = _TOKEN.findall(words.lower())
    whole = all(map(_is_timestamp_token, tokens))
    age = _is_age(words, tokens)
    return (whole or age) and (whole if parse_timestamp(words, short=True) else age)


def _is_age(words: str, tokens: list[str]) -> bool:
    if not tokens or len(tokens) > THRESHOLDS.most_age_words or not is_relative_time(words):
        return False
    numbers = sum(token.isdecimal() for token in tokens)
    opens_age = tokens[0].isdecimal() or tokens[0] in AGE_OPENERS
    return tokens[0] in DAY_ADVERBS or (numbers < 2 and opens_age)


def _is_timestamp_token(token: str) -> bool:
    return (
        token[0].isdigit()
        or token in TIMESTAMP_WORDS
        or token in load_month_names()
        or token in _load_day_names()
    )


@cache
def _load_day_names() -> frozenset[str]:
    """Return the names of weekdays, full and abbreviated, in the languages that dates are read in."""
    return frozenset(
        token
        for language in MONTH_NAME_LANGUAGES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, locale=language).values()
        for token in _TOKEN.findall(name.lower())
    )


def strip_status(words: str) -> str:
    """Return a name without what a system puts behind it: "Ann (not verified)" is Ann."""
    return MEMBER_STATUS.sub("", words).strip()
