"""The names in the words of a byline.

In: a byline's words, from the text on show or from metadata. Out: the names, without "By", job titles, places, outlets,
days and addresses. Out of scope: which words are a byline (`article_parts`, `authors`); flattened text (`flat.byline`).
"""

from __future__ import annotations

import re

from onrecord.pages.article.byline_words import (
    ADDRESS_TOKEN,
    AFTER_BYLINE,
    AFTER_NAME,
    AFTER_PERSON,
    BEFORE_NAMES,
    BRACKETED,
    CALENDAR_NAME,
    JOB_TITLE,
    NAME_SEPARATOR,
    NOT_A_NAME,
    ORGANISATION_WORD,
    PREPOSITION,
    PREPOSITION_AND_DATE,
    TITLE_AFTER_NAME,
    UNKNOWN_AUTHOR,
)
from onrecord.pages.article.thresholds import THRESHOLDS

_ADDRESS = re.compile(r"^(?:https?:)?//|@|^www\.|^#")
_EDGES = " .:|•·-–—/,\u200b"
_INITIAL_OR_SUFFIX_END = re.compile(r"(?:^|\s)(?:[A-Z]|Jr|Sr)\.$")


def parse_author_names(words: str) -> tuple[str, ...]:
    """Return the names in a byline's words, each once.

    Examples:
        >>> parse_author_names("By Ann Ode, Ben Ito and Cy Low")
        ('Ann Ode', 'Ben Ito', 'Cy Low')
        >>> parse_author_names("By Ann Ode in Orsk and Ben Ito for The Post / Staff Writer")
        ('Ann Ode', 'Ben Ito')

    """
    without_addresses = BRACKETED.sub(" ", ADDRESS_TOKEN.sub(", ", words))
    parts = NAME_SEPARATOR.split(BEFORE_NAMES.sub("", without_addresses.strip(" ,")))
    names: list[str] = []
    is_cut = False
    for part in parts:
        name, cut = _clean_name(part)
        if is_cut and " " not in name:  # "in Orsk and Tavia": the second place
            continue
        is_cut = cut
        names.append(name)
    kept = [name for name in names if _is_author_name(name)]
    persons = [n for n in kept if not JOB_TITLE.search(n) and not NOT_A_NAME.match(n)]
    return tuple(dict.fromkeys(persons or kept))


def parse_byline_names(words: str) -> tuple[str, ...]:
    """Return the names in a byline on show, which may go on with the day, an outlet or an address.

    Examples:
        >>> parse_byline_names("By Ann Ode, ann@post.example | 3 May 2016")
        ('Ann Ode',)

    """
    return parse_author_names(AFTER_BYLINE.split(ADDRESS_TOKEN.sub(", ", words), maxsplit=1)[0])


def _clean_name(part: str) -> tuple[str, bool]:
    """Return a part of a byline without what follows the name, and whether that was where, or for whom, one writes."""
    name = AFTER_NAME.sub("", " ".join(part.split()))
    if _ADDRESS.search(name):
        return "", False
    name = AFTER_NAME.sub("", AFTER_PERSON.split(name, maxsplit=1)[0])
    name = _strip_edges(TITLE_AFTER_NAME.sub(r"\g<name>", _strip_edges(name)))
    cut = PREPOSITION_AND_DATE.search(name) or PREPOSITION.search(name)
    if cut is None:
        return name, False
    before = name[: cut.start()]
    if ORGANISATION_WORD.search(before):
        return name, False
    return _strip_edges(AFTER_NAME.sub("", before)), True


def _strip_edges(name: str) -> str:
    bare = name.strip(_EDGES)
    return f"{bare}." if _INITIAL_OR_SUFFIX_END.search(f"{bare}.") and f"{bare}." in name else bare


def _is_author_name(name: str) -> bool:
    return (
        THRESHOLDS.min_author_length < len(name) < THRESHOLDS.max_author_length
        and name != UNKNOWN_AUTHOR
        and not _ADDRESS.search(name)
        and not CALENDAR_NAME.fullmatch(name)
        and len(name.split()) <= THRESHOLDS.max_author_words
    )
