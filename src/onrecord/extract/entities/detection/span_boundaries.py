"""Boundaries of a tagger's name: where it begins and ends, and where it is two names.

In: a Doc and the token span and type of a tagger's name. Out: the names in it. Out of scope: what a name names, except
for people and places that a tagger ran together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from onrecord.extract.entities.detection.span_trimming import (
    extend_over_connector,
    may_end,
    trim_name,
)
from onrecord.extract.entities.en.boundary_words import (
    ABSTRACT_TITLES,
    HYPHENS_AND_EN_DASH,
    NEARBY,
)
from onrecord.extract.entities.en.tags import AFTER_FIRM_PREFIXES
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.names import (
    CALENDAR,
    GENERATION_SUFFIXES,
    LEADING_ORGANISATION_WORDS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.common_words import is_common_word
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name, load_surnames
from onrecord.language.syntax.capitalisation import is_capitalised, is_sentence_initial
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc


class TypedSpan(NamedTuple):
    """Tokens of a name, from `start` up to `end` (not included), and its type."""

    start: int
    end: int
    type: str


Split = Callable[["Doc", TokenSpan, str], tuple[TypedSpan, ...] | None]
"""A way to split a tagger's name of some type: its parts, or None where it does not apply."""


def split_tagged_name(doc: Doc, start: int, end: int, type_: str) -> tuple[TypedSpan, ...]:
    """Return the names in a tagger's span of `type_`: none, one, or several that it ran together."""
    span = _fix_edges(doc, start, end, type_)
    if span is None:
        return ()
    for split in _SPLITS:
        parts = split(doc, span, type_)
        if parts is not None:
            return parts
    return (_drop_prelude(doc, span, type_),)


def _fix_edges(doc: Doc, start: int, end: int, type_: str) -> TokenSpan | None:
    """Return the span trimmed, then extended over what belongs to it, or None if no name is left."""
    whole_end = end if type_ == "person" else extend_over_connector(doc, end)
    span = trim_name(doc, start, whole_end, type_)
    if span is None:
        return None
    if type_ == "person":
        return TokenSpan(span.start, _extend_over_hyphen(doc, _extend_over_initials(doc, span.end)))
    cut_clitic = type_ == "organisation" and span.end + 1 == whole_end
    if cut_clitic and _is_firms_clitic(doc, span.end):
        return TokenSpan(span.start, whole_end)
    return span


def _split_at_office(doc: Doc, span: TokenSpan, type_: str) -> tuple[TypedSpan, ...] | None:
    """Split off an office before a person's name: "Defence Minister Ann Hale", "Governor of Ohio Ann Hale"."""
    office = _find_office(doc, span, type_)
    if office is None:
        return None
    if all(may_be_surname(doc, index) for index in range(office + 1, span.end)):
        return (TypedSpan(office + 1, span.end, "person"),)
    return _split_after_of(doc, span) if type_ == "person" else None


def _find_office(doc: Doc, span: TokenSpan, type_: str) -> int | None:
    """Return the last token of an office or title before the last word of `span`, or None."""
    for index in range(span.end - 2, span.start - 1, -1):
        if type_ == "organisation" and span.start < index and _is_abstract_title(doc, index):
            continue  # "International Justice Mission"
        low = doc[index].lower_.rstrip(".")
        if low in PERSON_ROLES | TITLES and is_capitalised(doc[index]):
            return index
    return None


def _split_after_of(doc: Doc, span: TokenSpan) -> tuple[TypedSpan, ...]:
    """Return the place and the person after "Governor of", or nothing if there are none."""
    of = next((i for i in range(span.start, span.end - 1) if doc[i].text == "of"), None)
    if of is None:
        return ()
    place = TokenSpan(of + 1, span.end)
    person = _find_person_after_place(doc, place)
    if person is None:
        return ()
    return TypedSpan(place.start, person, "place"), TypedSpan(person, span.end, "person")


def _split_at_of(doc: Doc, span: TokenSpan, type_: str) -> tuple[TypedSpan, ...] | None:
    """Split a person from the place after "of": "Ann Hale of Norway"."""
    del type_
    of = find_of_after_person(doc, *span)
    if of is None:
        return None
    place = trim_name(doc, of + 1, span.end)
    person = TypedSpan(span.start, of, "person")
    return (person,) if place is None else (person, TypedSpan(*place, "place"))


def _split_after_place(doc: Doc, span: TokenSpan, type_: str) -> tuple[TypedSpan, ...] | None:
    """Split a known place from the person after it: "Ohio Ann Hale"."""
    del type_
    person = _find_person_after_place(doc, span)
    if person is None:
        return None
    entry = look_up_name(doc[span.start : person].text)
    first_type = entry.type if entry is not None else "place"
    return TypedSpan(span.start, person, first_type), TypedSpan(person, span.end, "person")


_SPLITS: tuple[Split, ...] = (_split_at_office, _split_at_of, _split_after_place)
"""Tried in this order; the first that applies decides."""


def _drop_prelude(doc: Doc, span: TokenSpan, type_: str) -> TypedSpan:
    """Return the name without the position or adjective before it."""
    start, end = span
    if type_ == "person":
        start = _find_end_of_position(doc, span)
    if end - start > 1 and doc[start].text in NEARBY:
        start, type_ = start + 1, "place"
    return TypedSpan(start, end, type_)


def _extend_over_hyphen(doc: Doc, end: int) -> int:
    """Return the end of a name whose second half is in lower case after a hyphen ("Kim Jong-un")."""
    if end + 1 >= len(doc) or doc[end].text not in HYPHENS_AND_EN_DASH:
        return end
    joined = not (doc[end - 1].whitespace_ or doc[end].whitespace_)
    belongs = doc[end + 1].is_alpha and may_end(doc, end - 1, end + 2)
    return end + 2 if joined and belongs else end


def _extend_over_initials(doc: Doc, end: int) -> int:
    """Return the end of a name that breaks off at an initial ("George H. W." of "George H. W. Hale")."""
    last = doc[end - 1].text
    initial = last.isupper() and len(last.rstrip(".")) == 1
    return end + 1 if initial and end < len(doc) and may_be_surname(doc, end) else end


def _is_firms_clitic(doc: Doc, index: int) -> bool:
    """Return whether "'s" at `index` is part of a firm's name: nothing follows that it could own ("at Harlan's.")."""
    if doc[index].tag_ != "POS":
        return False
    after = doc[index + 1] if index + 1 < len(doc) else None
    return after is None or after.is_punct or after.tag_[:2] in AFTER_FIRM_PREFIXES


def _is_abstract_title(doc: Doc, index: int) -> bool:
    """Return whether the word at `index` of a body's name is no title there ("Court Justice Hale" has one)."""
    low = doc[index].lower_.rstrip(".")
    title = is_given_name(doc[index + 1].text) or doc[index - 1].text in ORGANISATION_WORDS
    return low in ABSTRACT_TITLES and not title


def may_be_surname(doc: Doc, index: int) -> bool:
    """Return whether the token at `index` may be part of a person's name, by its form and the name lists."""
    token = doc[index]
    if token.text in HYPHENS_AND_EN_DASH or token.text in PARTICLES:
        return 0 < index < len(doc) - 1
    return (
        is_capitalised(token)
        and (token.tag_ in PROPER_NOUN_TAGS or is_given_name(token.text))
        and token.text not in ORGANISATION_WORDS | CALENDAR
        and token.lower_ not in NOT_NAMES
        and (is_given_name(token.text) or look_up_name(token.text) is None)
    )


def find_of_after_person(doc: Doc, start: int, end: int) -> int | None:
    """Return the index of "of" after a person's name ("Ann Hale of Norway"), or None."""
    of = next((index for index in range(start + 2, end - 1) if doc[index].text == "of"), None)
    if of is None or not is_given_name(doc[start].text):
        return None
    if of - start > THRESHOLDS.person_name_tokens:
        return None
    if doc[of - 1].text in LEADING_ORGANISATION_WORDS:
        return None  # "Virginia House of Delegates"
    return of if all(may_be_surname(doc, index) for index in range(start, of)) else None


def _find_person_after_place(doc: Doc, span: TokenSpan) -> int | None:
    """Return where a person's name begins after a known place's ("Ohio Ann Hale"), or None."""
    for index in range(span.start + 1, span.end - 1):
        if is_given_name(doc[index].text) and not is_given_name(doc[index - 1].text):
            entry = look_up_name(doc[span.start : index].text)
            if entry is not None and entry.type != "group" and entry.certainty == "sure":
                person = all(may_be_surname(doc, other) for other in range(index, span.end))
                return index if person else None
    return None


def _is_trade(word: str) -> bool:
    """Return whether `word` looks like a trade and is no listed surname: "Shopkeeper", not "Walker"."""
    return word.endswith(("er", "or", "ist", "ian", "man", "woman")) and word not in load_surnames()


def _find_end_of_position(doc: Doc, span: TokenSpan) -> int:
    """Return where a person's name begins after a position ("QB Dan Hale", "Shopkeeper Dan Hale")."""
    for index in range(span.end - 2, span.start, -1):
        before = doc[index - 1].text
        if not is_given_name(doc[index].text) or is_given_name(before) or not before.isalpha():
            continue
        abbreviation = (
            before.isupper()
            and 1 < len(before) <= THRESHOLDS.position_letters
            and before.lower() not in GENERATION_SUFFIXES
        )
        trade = is_sentence_initial(doc[index - 1]) and _is_trade(before)
        if abbreviation or trade or is_common_word(before.lower()):
            return index
    return span.start
