"""Borders: where a name that a tagger found begins and ends, and where it is two.

In: a Doc and the first and last token of a tagger's name. Out: the same, trimmed and cut. Leaves alone: what the
name names, but for a person whose office the tagger took along.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.cased import is_capital
from onrecord.language.en.name_signs import PLACE_KINDS
from onrecord.language.en.names import (
    CALENDAR,
    CONNECTORS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.given_names import is_given_name
from onrecord.language.names import known

if TYPE_CHECKING:
    from spacy.tokens import Doc

Stretch = tuple[int, int, str]
"""First token, last token, label."""

_HYPHENS = frozenset({"-", "‑", "–"})
_COMPOUND = frozenset(
    "born era free in led like long made old only owned run style to up wide".split()
)
"""What a hyphen joins to a name to make an adjective of it: "US-led", as against "Kim Jong-un"."""
_PROPER = frozenset({"NNP", "NNPS"})


def cut(doc: Doc, first: int, last: int, label: str) -> Iterator[Stretch]:
    """Yield the names in a tagger's stretch: one, trimmed, or several that it ran together."""
    end = last
    if (span := trimmed(doc, first, last, label)) is None:
        return
    first, last = span
    if label == "person":
        last = _second_half(doc, last)
    elif label == "organisation" and last + 1 == end and _owns_nothing(doc, end):
        last = end
    if (holder := _holder(doc, first, last)) is not None and (holder or label == "person"):
        if holder:
            yield *holder, "person"
            return
        start = _after_title(doc, first, last)
        at = _after_place(doc, start, last) if start is not None else None
        if at is not None and start is not None:
            yield start, at - 1, "place"
            yield at, last, "person"
        return
    if (at := of_person(doc, first, last)) is not None:
        yield first, at - 1, "person"
        if (rest := trimmed(doc, at + 1, last)) is not None:
            yield *rest, "place"
        return
    if (at := _after_place(doc, first, last)) is not None:
        yield first, at - 1, "place"
        yield at, last, "person"
        return
    while label == "person" and last - first > 1 and _is_position(doc, first):
        first += 1
    yield first, last, label


def _second_half(doc: Doc, last: int) -> int:
    """Return the last token of a name that goes on after a hyphen with a small letter ("Kim Jong-un")."""
    if last + 2 >= len(doc) or doc[last + 1].text not in _HYPHENS:
        return last
    after = doc[last + 2]
    glued = not (doc[last].whitespace_ or doc[last + 1].whitespace_)
    return last + 2 if glued and after.is_alpha and _may_end(doc, last, last + 2) else last


def _owns_nothing(doc: Doc, index: int) -> bool:
    """Return whether "'s" at `index` is part of a firm's name: nothing follows that it could own ("at Harlan's.")."""
    if doc[index].tag_ != "POS":
        return False
    after = doc[index + 1] if index + 1 < len(doc) else None
    return after is None or after.is_punct or after.tag_[:2] in {"VB", "IN", "CC", "MD"}


def trimmed(doc: Doc, first: int, last: int, label: str = "") -> tuple[int, int] | None:
    """Return the span without article, title, possessive and marks at its edges, or None if no name is left."""
    while first <= last and not _may_stand(doc, first, first == last, label):
        first += 1
    while last >= first and not _may_end(doc, first, last):
        last -= 1
    words = doc[first : last + 1]
    if first > last or not any(map(str.isupper, words.text)):
        return None
    if sum(map(str.isalnum, words.text)) < 2:
        return None
    team = label == "organisation" and first < last and doc[last].lower_.endswith("s")
    office = doc[last].lower_.rstrip("s") in PERSON_ROLES and doc[last].lower_ != "general"
    if office and not team:
        return None  # "Defence Minister": an office
    if all(
        token.text in CALENDAR
        or token.text.lower() in NOT_NAMES
        or token.text.lower().rstrip("s") in PERSON_ROLES
        for token in words
    ):
        return None
    return first, last


def _may_end(doc: Doc, first: int, last: int) -> bool:
    token = doc[last]
    if token.tag_ == "POS" or token.text in CONNECTORS or not token.text[0].isalnum():
        return False
    if is_capital(token) or not token.text[0].isalpha():
        return True
    if last > first and doc[last - 1].text in _HYPHENS:
        return not (token.lower_ in _COMPOUND or token.lower_.endswith(("ed", "ing")))
    if token.lower_ in PLACE_KINDS or token.text.capitalize() in ORGANISATION_WORDS:
        return True
    return not any(map(is_capital, doc[first:last]))


def _may_stand(doc: Doc, index: int, alone: bool, label: str) -> bool:
    token = doc[index]
    low = token.text.lower().rstrip(".")
    article = token.lower_ in {"the", "a", "an"} or (token.tag_ == "DT" and token.lower_ == low)
    if article or not token.text[0].isalnum():
        return False
    return (
        alone
        or label == "organisation"
        or not (
            low in TITLES
            and low != "justice"
            and index + 1 < len(doc)
            and is_capital(doc[index + 1])
        )
    )


def _holder(doc: Doc, first: int, last: int) -> tuple[int, int] | tuple[()] | None:
    """Return the person's name after the office a tagger took along ("Defence Minister Ann Hale").

    Empty if what follows the office is no person's name, None if there is no office.
    """
    for index in range(last - 1, first - 1, -1):
        low = doc[index].lower_.rstrip(".")
        if low in PERSON_ROLES | TITLES and is_capital(doc[index]):
            named = all(may_be_surname(doc, after) for after in range(index + 1, last + 1))
            return (index + 1, last) if named else ()
    return None


def may_be_surname(doc: Doc, index: int) -> bool:
    """Return whether the token at `index` may be a part of a person's name, by its looks and the lists."""
    token = doc[index]
    if token.text in _HYPHENS or token.text in PARTICLES:
        return 0 < index < len(doc) - 1
    return (
        is_capital(token)
        and (token.tag_ in _PROPER or is_given_name(token.text))
        and token.text not in ORGANISATION_WORDS | CALENDAR
        and token.lower_ not in NOT_NAMES
        and (is_given_name(token.text) or known(token.text) is None)
    )


def _after_title(doc: Doc, first: int, last: int) -> int | None:
    """Return where the name after "Governor of" begins, or None."""
    at = next((index for index in range(first, last) if doc[index].text == "of"), None)
    return at + 1 if at is not None else None


def of_person(doc: Doc, first: int, last: int) -> int | None:
    """Return where "of" ends the person's name in "Ann Hale of Norway", or None."""
    at = next((index for index in range(first + 2, last) if doc[index].text == "of"), None)
    if at is None or not is_given_name(doc[first].text) or at - first > 7:
        return None
    return at if all(may_be_surname(doc, index) for index in range(first, at)) else None


def _after_place(doc: Doc, first: int, last: int) -> int | None:
    """Return where a person's name begins after a place's ("Governor of Ohio Ann Hale"), or None."""
    for at in range(first + 1, last):
        if is_given_name(doc[at].text) and not is_given_name(doc[at - 1].text):
            entry = known(doc[first:at].text)
            if entry is not None and entry.type == "place" and entry.standing == "sure":
                people = all(may_be_surname(doc, index) for index in range(at, last + 1))
                return at if people else None
    return None


def _is_position(doc: Doc, index: int) -> bool:
    """Return whether a short word in capitals stands before a first name ("QB Dan Hale", "CEO Ann Hale")."""
    text = doc[index].text
    return (
        text.isalpha()
        and text.isupper()
        and 1 < len(text) < 5
        and is_given_name(doc[index + 1].text)
    )
