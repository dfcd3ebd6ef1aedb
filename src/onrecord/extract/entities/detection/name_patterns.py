"""Built names: runs of capitals whose own words show what they name ("Ministry of …", "… Airport").

In: a Doc. Out: `NameSpan` stretches. Out of scope: what a tagger or a list says of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.detection.span_boundaries import of_person
from onrecord.extract.entities.features.context_features import signs_around
from onrecord.language.en.names import (
    CENTRES,
    CHIEFS,
    CONNECTORS,
    FACILITIES_OF,
    FACILITY_WORDS,
    LAW_WORDS,
    LEADING_FACILITY_WORDS,
    LEADING_OPERATION_WORDS,
    LEADING_ORGANISATION_WORDS,
    LEADING_PLACE_WORDS,
    MISSION_WORDS,
    OPERATION_WORDS,
    ORGANISATION_WORDS,
    OUTLET_WORDS,
    PARTICLES,
    PLACE_WORDS,
    WITHIN,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.common_words import is_common_word
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name, load_surnames
from onrecord.language.names.name_span import NameSpan
from onrecord.language.syntax.capitalisation import (
    is_sentence_initial,
    is_title_case,
    iter_capitalised_runs,
)
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc


_SCHOOLED = frozenset(
    "graduate graduates principal pupil pupils student students teacher teachers".split()
)


def built(doc: Doc) -> Iterator[NameSpan]:
    """Yield runs of capitals whose own words show what they name."""
    if is_title_case(doc):
        return
    for run in iter_capitalised_runs(doc):
        for begin, end in _pieces(doc, run.start, run.end - 1):
            named = _by_words(doc, begin, end)
            if named is not None:
                yield named


def _pieces(doc: Doc, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the run, cut at "and" between names and at possessives."""
    begin = first
    for index in range(first, last + 1):
        if doc[index].text in {"and", "on", "for", "the"} and not _inside_name(
            doc, begin, index, last
        ):
            if begin < index:
                yield begin, index - 1
            begin = index + 1
    if begin <= last:
        yield begin, last


def _inside_name(doc: Doc, begin: int, index: int, last: int) -> bool:
    """Return whether the small word at `index` is inside a name ("Department for Transport")."""
    if doc[index].text == "and" and doc[index + 1].text == "the":
        return False
    if doc[index].text == "the" and doc[index - 1].text == "of" and index - 2 >= begin:
        if doc[index - 2].text in ORGANISATION_WORDS and doc[index - 2].text != "Executive":
            return True  # "Harbour Party of the Left"
        if "of" in {token.text for token in doc[begin : index - 1]}:
            return False  # "Board of Directors of the Harbour Trust"
    if any(token.text in LEADING_ORGANISATION_WORDS for token in doc[begin:index]):
        return doc[index].text != "and" or any(
            token.text in {"of", "for"} for token in doc[begin:index]
        )
    return (
        doc[index].text == "and"
        and doc[last].text in ORGANISATION_WORDS
        and index - begin == 1
        and last - index == 2
    )


def _by_words(doc: Doc, first: int, last: int) -> NameSpan | None:
    while (
        first <= last
        and (doc[first].lower_ in TITLES or doc[first].text in {"of", "de"} | CHIEFS)
        and first < last
        and doc[first].text not in LEADING_ORGANISATION_WORDS
    ):
        first += 1
    if (
        last - first > 2
        and doc[first].tag_ in COMMON_NOUN_TAGS
        and is_sentence_initial(doc[first])
        and doc[first + 1].text in {"of", "for"}
    ):
        first += 2  # "Flights of Corran Airlines"
    if (at := of_person(doc, first, last)) is not None:
        first = at + 1  # "Ann Hale of Corran Hospital"
    last = _end_of_place(doc, first, last)
    chief = next((at for at in range(first + 1, last + 1) if doc[at].text in CHIEFS), last + 1)
    last = chief - 1  # "Museum of Flight CEO Ann Hale"
    while first < last and doc[last].text in CONNECTORS:
        last -= 1  # "Chief Executive of"
    words = [token.text for token in doc[first : last + 1]]
    text = doc[first : last + 1].text
    if first == last:
        return None
    if words[0] == "Board" and words[-1] in {"Directors", "Governors", "Trustees"}:
        return None  # whose board it is, is not said
    outlet = first > 0 and doc[first - 1].lower_ == "the" and words[-1] in OUTLET_WORDS
    outlet |= (
        first > 1 and doc[first - 2 : first].text in {"told the", "tells the"} and _is_proper(words)
    )
    outlet |= _is_high_school(doc, first, last)
    if (kind := "organisation" if outlet else _kind_by_words(words)) is None:
        return None
    if first + 1 == last and _may_be_person(doc, first, last):
        if kind in {"place", "law"}:
            return None
        if kind == "facility" and _acts(doc, first, last):
            return NameSpan(first, last, text, "person", "built")  # "Ann Hall said"
    entry = look_up_name(text)
    return NameSpan(
        first, last, text, entry.type if entry else kind, "built", entry.key if entry else None
    )


def _may_be_person(doc: Doc, first: int, last: int) -> bool:
    """Return whether a first name and a surname stand here ("Tom Hill"), and no preposition makes them a place."""
    if not is_given_name(doc[first].text) or doc[last].text not in load_surnames() | {"Law"}:
        return False
    if doc[first].text in PLACE_WORDS:
        return False  # "Forest Hill"
    return first == 0 or doc[first - 1].lower_ not in WITHIN | {"on", "at", "from", "to"}


def _is_high_school(doc: Doc, first: int, last: int) -> bool:
    """Return whether "X High" is a school: after a word of place, or before those who go there."""
    if doc[last].text != "High":
        return False
    if last + 1 < len(doc) and doc[last + 1].lower_ in _SCHOOLED:
        return True
    ordinary = any(is_common_word(token.lower_) for token in doc[first:last])
    return not ordinary and first > 0 and doc[first - 1].lower_ in {"at", "attended"}


def _acts(doc: Doc, first: int, last: int) -> bool:
    """Return whether what stands beside the name speaks of a person."""
    beside = sum(
        weight for type_, weight in signs_around(doc[first], doc[last]) if type_ == "person"
    )
    return beside > 0.5


def _is_proper(words: list[str]) -> bool:
    """Return whether no word of a run is an office or a place."""
    return not any(
        word.lower() in TITLES | PERSON_ROLES
        or look_up_name(word) is not None
        or word in FACILITY_WORDS
        for word in words
    )


def _end_of_place(doc: Doc, first: int, last: int) -> int:
    """Return where a body's name ends that ends with a place: "Harbour Party of Canada", before a person's name."""
    of = next((index for index in range(first + 1, last) if doc[index].text == "of"), None)
    if of is None or doc[last].text in ORGANISATION_WORDS:
        return last
    for end in range(last - 1, of, -1):
        entry = look_up_name(doc[of + 1 : end + 1].text)
        if entry is not None and entry.type == "place":
            return end if is_given_name(doc[end + 1].text) else last
    return last


def _kind_by_words(words: list[str]) -> str | None:
    begins, ends = words[0], words[-1]
    of = {"of", "for"} & set(words[1:])
    if begins in LAW_WORDS and (of or ends[0].isdigit()):
        return "law"
    if begins in LEADING_ORGANISATION_WORDS and (of or begins in {"Ministry", "University"}):
        return "organisation"
    if begins in LEADING_OPERATION_WORDS and not (ends in ORGANISATION_WORDS or of):
        return "operation"
    head = words[: words.index("of")] if "of" in words else []
    if any(word in ORGANISATION_WORDS for word in head):
        return "organisation"
    if ends in LAW_WORDS or (ends.isdigit() and words[-2] in LAW_WORDS):
        return "law"
    if ends in FACILITY_WORDS - CENTRES or (words[1] == "of" and begins in FACILITIES_OF):
        return "facility"
    if ends in ORGANISATION_WORDS or any(word in MISSION_WORDS for word in words[1:]):
        return "organisation"
    if ends in OPERATION_WORDS and len(words) > 2 - (ends != "Plan"):
        return "operation"
    if begins in LEADING_FACILITY_WORDS and not of:
        return "facility"
    if words[-2:] == ["School", "District"]:
        return "organisation"
    if ends in PLACE_WORDS or (begins in LEADING_PLACE_WORDS and not of):
        return "place"
    if any(word in ORGANISATION_WORDS for word in words[:-2]) and of:
        return "organisation"
    titled = any(word.lower() in TITLES | PERSON_ROLES for word in words)
    return (
        "person"
        if not titled
        and any(word.lower() in PARTICLES for word in words[1:-1])
        and "-" in words
        and not of
        else None
    )
