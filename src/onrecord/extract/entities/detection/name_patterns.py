"""Names whose own words show what they name: runs of capitals like "Ministry of …", "… Airport".

In: a Doc. Out: `NameSpan`s. Out of scope: what a tagger or a name list holds of them, except which type a list gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.detection.span_boundaries import find_of_after_person
from onrecord.extract.entities.detection.type_by_words import classify_by_words
from onrecord.extract.entities.en.boundary_words import (
    BOARD_MEMBERS,
    CONNECTORS_BETWEEN_NAMES,
    OF_OR_DE,
    OF_OR_FOR,
    PLACE_PREPOSITIONS,
    SCHOOL_MEMBERS,
    SCHOOL_PREPOSITIONS,
    TOLD_THE,
)
from onrecord.extract.entities.features.context_features import find_context_features
from onrecord.extract.entities.features.weights import sum_weights
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.names import (
    CONNECTORS,
    FACILITY_WORDS,
    LEADING_ORGANISATION_WORDS,
    LOCATIVE_PREPOSITIONS,
    OFFICE_LETTERS,
    ORGANISATION_WORDS,
    OUTLET_WORDS,
    PLACE_WORDS,
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
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_pattern_names(doc: Doc) -> Iterator[NameSpan]:
    """Yield the runs of capitals whose own words show what they name."""
    if is_title_case(doc):
        return
    for run in iter_capitalised_runs(doc):
        for part in _split_run(doc, run):
            name = _read_name(doc, _trim_run(doc, part))
            if name is not None:
                yield name


def _split_run(doc: Doc, run: TokenSpan) -> Iterator[TokenSpan]:
    """Yield the run, cut at small words between names."""
    start = run.start
    for index in range(run.start, run.end):
        if doc[index].text in CONNECTORS_BETWEEN_NAMES and not _is_inside_name(
            doc, start, index, run.end
        ):
            if start < index:
                yield TokenSpan(start, index)
            start = index + 1
    if start < run.end:
        yield TokenSpan(start, run.end)


def _is_inside_name(doc: Doc, start: int, index: int, end: int) -> bool:
    """Return whether the small word at `index` of a run is inside a name ("Department for Transport")."""
    word = doc[index].text
    if word == "and" and doc[index + 1].text == "the":
        return False
    if word == "the" and doc[index - 1].text == "of" and index - 2 >= start:
        body = doc[index - 2].text
        if body in ORGANISATION_WORDS and body != "Executive":
            return True  # "Harbour Party of the Left"
        if "of" in {token.text for token in doc[start : index - 1]}:
            return False  # "Board of Directors of the Harbour Trust"
    before = [token.text for token in doc[start:index]]
    if not LEADING_ORGANISATION_WORDS.isdisjoint(before):
        return word != "and" or not OF_OR_FOR.isdisjoint(before)
    one_and_two_words = index - start == 1 and end - index == 3
    return word == "and" and doc[end - 1].text in ORGANISATION_WORDS and one_and_two_words


def _trim_run(doc: Doc, run: TokenSpan) -> TokenSpan:
    """Return the run without titles, people and letters of an office before, after or between names."""
    start, end = run
    while (
        end - start > 1
        and (doc[start].lower_ in TITLES or doc[start].text in OF_OR_DE | OFFICE_LETTERS)
        and doc[start].text not in LEADING_ORGANISATION_WORDS
    ):
        start += 1
    if (
        end - start > 3
        and doc[start].tag_ in COMMON_NOUN_TAGS
        and is_sentence_initial(doc[start])
        and doc[start + 1].text in OF_OR_FOR
    ):
        start += 2  # "Flights of Corran Airlines"
    if (of := find_of_after_person(doc, start, end)) is not None:
        start = of + 1  # "Ann Hale of Corran Hospital"
    end = _find_end_of_place(doc, start, end)
    # "Museum of Flight CEO Ann Hale"
    end = next((at for at in range(start + 1, end) if doc[at].text in OFFICE_LETTERS), end)
    while end - start > 1 and doc[end - 1].text in CONNECTORS:
        end -= 1  # "Chief Executive of"
    return TokenSpan(start, end)


def _find_end_of_place(doc: Doc, start: int, end: int) -> int:
    """Return where a body's name ends that ends with a place before a person: "Harbour Party of Canada Ann Hale"."""
    of = next((index for index in range(start + 1, end - 1) if doc[index].text == "of"), None)
    if of is None or doc[end - 1].text in ORGANISATION_WORDS:
        return end
    for place_end in range(end - 1, of + 1, -1):
        entry = look_up_name(doc[of + 1 : place_end].text)
        if entry is not None and entry.type == "place":
            return place_end if is_given_name(doc[place_end].text) else end
    return end


def _read_name(doc: Doc, span: TokenSpan) -> NameSpan | None:
    """Return the name that the tokens of `span` are by their own words, or None."""
    start, end = span
    type_ = _classify(doc, span)
    if type_ is None:
        return None
    text = doc[start:end].text
    if end - start == 2 and _may_be_person(doc, span):
        if type_ in ("place", "law"):
            return None
        if type_ == "facility" and _has_person_context(doc, span):
            return NameSpan(start, end, text, "person", "pattern")  # "Ann Hall said"
    entry = look_up_name(text)
    if entry is None:
        return NameSpan(start, end, text, type_, "pattern")
    return NameSpan(start, end, text, entry.type, "pattern", entry.key)


def _classify(doc: Doc, span: TokenSpan) -> str | None:
    """Return the type of a run of two words or more, or None."""
    words = [token.text for token in doc[span.start : span.end]]
    if len(words) == 1:
        return None
    if words[0] == "Board" and words[-1] in BOARD_MEMBERS:
        return None  # it is not stated whose board
    return "organisation" if _is_outlet_or_school(doc, span) else classify_by_words(words)


def _is_outlet_or_school(doc: Doc, span: TokenSpan) -> bool:
    """Return whether the words before a name or its last word make it an outlet or a school."""
    start, end = span
    if start > 0 and doc[start - 1].lower_ == "the" and doc[end - 1].text in OUTLET_WORDS:
        return True
    after_told = start > 1 and doc[start - 2 : start].text in TOLD_THE
    return (after_told and _is_free_of_roles(doc, span)) or _is_high_school(doc, span)


def _is_free_of_roles(doc: Doc, span: TokenSpan) -> bool:
    """Return whether no word of a run is a role, a known name or a building."""
    return not any(
        token.text.lower() in TITLES | PERSON_ROLES
        or look_up_name(token.text) is not None
        or token.text in FACILITY_WORDS
        for token in doc[span.start : span.end]
    )


def _is_high_school(doc: Doc, span: TokenSpan) -> bool:
    """Return whether "X High" is a school: after a word of place, or before those who go there."""
    start, end = span
    if doc[end - 1].text != "High":
        return False
    if end < len(doc) and doc[end].lower_ in SCHOOL_MEMBERS:
        return True
    ordinary = any(is_common_word(token.lower_) for token in doc[start : end - 1])
    return not ordinary and start > 0 and doc[start - 1].lower_ in SCHOOL_PREPOSITIONS


def _may_be_person(doc: Doc, span: TokenSpan) -> bool:
    """Return whether two words are a first name and a surname ("Tom Hill"), and no preposition makes them a place."""
    first, last = doc[span.start].text, doc[span.end - 1].text
    if not is_given_name(first) or last not in load_surnames() | {"Law"}:
        return False
    if first in PLACE_WORDS:
        return False  # "Forest Hill"
    before = doc[span.start - 1].lower_ if span.start else ""
    return before not in LOCATIVE_PREPOSITIONS | PLACE_PREPOSITIONS


def _has_person_context(doc: Doc, span: TokenSpan) -> bool:
    """Return whether the words around the name speak for a person."""
    features = find_context_features(doc[span.start : span.end])
    return sum_weights(features, "person") > THRESHOLDS.person_context_weight
