"""Borders: where a name that a tagger found begins and ends, and where it is two.

In: a Doc and the first and last token of a tagger's name. Out: the same, trimmed and cut. Out of scope: what the
name names, but for a person whose office the tagger took along.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.detection.span_trimming import HYPHENS, may_end, through, trimmed
from onrecord.language.en.names import (
    CALENDAR,
    LEADING_ORGANISATION_WORDS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    SUFFIXES,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.common_words import is_common_word
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name, load_surnames
from onrecord.language.syntax.capitalisation import is_capitalised, is_sentence_initial
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc

Stretch = tuple[int, int, str]
"""First token, last token, label."""

_NEAR = frozenset({"Nearby", "Neighboring", "Neighbouring"})
"""What a sentence's start capitalises before a place's name."""
_ABSTRACT = frozenset({"justice", "general"})
"""Titles that name a cause or a kind in the names of bodies."""


def cut(doc: Doc, first: int, last: int, label: str) -> Iterator[Stretch]:
    """Yield the names in a tagger's stretch: one, trimmed, or several that it ran together."""
    if label != "person":
        last = through(doc, last)
    end = last
    if (span := trimmed(doc, first, last, label)) is None:
        return
    first, last = span
    if label == "person":
        last = _second_half(doc, _after_initials(doc, last))
    elif label == "organisation" and last + 1 == end and _owns_nothing(doc, end):
        last = end
    if (holder := _holder(doc, first, last, label)) is not None and (holder or label == "person"):
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
        yield first, at - 1, _kind(doc, first, at)
        yield at, last, "person"
        return
    if label == "person":
        first = _after_positions(doc, first, last)
    if first < last and doc[first].text in _NEAR:
        first, label = first + 1, "place"
    yield first, last, label


def _kind(doc: Doc, first: int, end: int) -> str:
    entry = look_up_name(doc[first:end].text)
    return entry.type if entry is not None else "place"


def _second_half(doc: Doc, last: int) -> int:
    """Return the last token of a name that goes on after a hyphen with a small letter ("Kim Jong-un")."""
    if last + 2 >= len(doc) or doc[last + 1].text not in HYPHENS:
        return last
    after = doc[last + 2]
    glued = not (doc[last].whitespace_ or doc[last + 1].whitespace_)
    return last + 2 if glued and after.is_alpha and may_end(doc, last, last + 2) else last


def _after_initials(doc: Doc, last: int) -> int:
    """Return the surname's token where a name breaks off at an initial ("George H. W." for "George H. W. Hale")."""
    initial = doc[last].text.isupper() and len(doc[last].text.rstrip(".")) == 1
    after = last + 1
    return after if initial and after < len(doc) and may_be_surname(doc, after) else last


def _owns_nothing(doc: Doc, index: int) -> bool:
    """Return whether "'s" at `index` is part of a firm's name: nothing follows that it could own ("at Harlan's.")."""
    if doc[index].tag_ != "POS":
        return False
    after = doc[index + 1] if index + 1 < len(doc) else None
    return after is None or after.is_punct or after.tag_[:2] in {"VB", "IN", "CC", "MD"}


def _holder(doc: Doc, first: int, last: int, label: str) -> tuple[int, int] | tuple[()] | None:
    """Return the person's name after the office a tagger took along ("Defence Minister Ann Hale").

    Empty if what follows the office is no person's name, None if there is no office.
    """
    for index in range(last - 1, first - 1, -1):
        low = doc[index].lower_.rstrip(".")
        if label == "organisation" and first < index and _is_cause(doc, index):
            continue  # "International Justice Mission"
        if low in PERSON_ROLES | TITLES and is_capitalised(doc[index]):
            named = all(may_be_surname(doc, after) for after in range(index + 1, last + 1))
            return (index + 1, last) if named else ()
    return None


def _is_cause(doc: Doc, index: int) -> bool:
    """Return whether the word at `index` of a body's name is no title there ("Court Justice Hale" has one)."""
    low = doc[index].lower_.rstrip(".")
    title = is_given_name(doc[index + 1].text) or doc[index - 1].text in ORGANISATION_WORDS
    return low in _ABSTRACT and not title


def may_be_surname(doc: Doc, index: int) -> bool:
    """Return whether the token at `index` may be a part of a person's name, by its looks and the lists."""
    token = doc[index]
    if token.text in HYPHENS or token.text in PARTICLES:
        return 0 < index < len(doc) - 1
    return (
        is_capitalised(token)
        and (token.tag_ in PROPER_NOUN_TAGS or is_given_name(token.text))
        and token.text not in ORGANISATION_WORDS | CALENDAR
        and token.lower_ not in NOT_NAMES
        and (is_given_name(token.text) or look_up_name(token.text) is None)
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
    if doc[at - 1].text in LEADING_ORGANISATION_WORDS:
        return None  # "Virginia House of Delegates"
    return at if all(may_be_surname(doc, index) for index in range(first, at)) else None


def _after_place(doc: Doc, first: int, last: int) -> int | None:
    """Return where a person's name begins after a place's ("Governor of Ohio Ann Hale"), or None."""
    for at in range(first + 1, last):
        if is_given_name(doc[at].text) and not is_given_name(doc[at - 1].text):
            entry = look_up_name(doc[first:at].text)
            if entry is not None and entry.type != "group" and entry.standing == "sure":
                people = all(may_be_surname(doc, index) for index in range(at, last + 1))
                return at if people else None
    return None


def _is_job(word: str) -> bool:
    """Return whether `word` looks like a trade and is nobody's surname we know: "Shopkeeper", not "Walker"."""
    return word.endswith(("er", "or", "ist", "ian", "man", "woman")) and word not in load_surnames()


def _after_positions(doc: Doc, first: int, last: int) -> int:
    """Return where a person's name begins after a position ("QB Dan Hale", "Shopkeeper Dan Hale")."""
    for at in range(last - 1, first, -1):
        before = doc[at - 1].text
        if not is_given_name(doc[at].text) or is_given_name(before) or not before.isalpha():
            continue
        letters = before.isupper() and 1 < len(before) < 5 and before.lower() not in SUFFIXES
        if (
            letters
            or (is_sentence_initial(doc[at - 1]) and _is_job(before))
            or is_common_word(before.lower())
        ):
            return at
    return first
