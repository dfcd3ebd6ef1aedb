"""Names of people that the tagger overlooks: after a title, and after a first name.

In: a Doc. Out: `NameSpan`s of type person. Out of scope: which of several people is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.detection.span_boundaries import may_be_surname
from onrecord.extract.entities.en.boundary_words import NOT_LAST_NAMES
from onrecord.extract.entities.features.context_features import find_context_features
from onrecord.extract.entities.features.internal_features import is_coined
from onrecord.extract.entities.features.weights import get_weight
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.names import PARTICLES
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name
from onrecord.language.names.name_span import NameSpan
from onrecord.language.syntax.capitalisation import is_capitalised, is_title_case
from onrecord.language.syntax.neighbours import get_neighbour

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def find_titled_names(doc: Doc) -> Iterator[NameSpan]:
    """Yield capitalised words after a person's title ("Mr Okafor", "General Sir John Hale")."""
    for title in doc[:-1]:
        if title.lower_.rstrip(".") not in TITLES or not is_capitalised(title):
            continue
        start = title.i + 1
        if not _may_begin_titled(doc[start]):
            continue
        end = start + 1
        while end < len(doc) and _is_part_of_titled(doc, end):
            end += 1
        if doc[end - 1].lower_ not in PERSON_ROLES | TITLES:
            yield NameSpan(start, end, doc[start:end].text, "person", "titled")


def _may_begin_titled(token: Token) -> bool:
    return (
        token.text[0].isalpha()
        and may_be_surname(token.doc, token.i)
        and token.lower_.rstrip(".") not in TITLES
        and not is_coined(token.text)
    )


def _is_part_of_titled(doc: Doc, index: int) -> bool:
    """Return whether a name after a title goes on at `index`: with a surname, or a particle before one."""
    joins = doc[index].lower_ in PARTICLES or doc[index].text == "-"
    return may_be_surname(doc, index) or (
        joins and index + 1 < len(doc) and may_be_surname(doc, index + 1)
    )


def find_untagged_people(doc: Doc) -> Iterator[NameSpan]:
    """Yield a first name and one or two surnames after it, where the tagger has no name and the context is a person's."""
    if is_title_case(doc):
        return
    for token in doc[:-1]:
        if not _may_begin_untagged(token):
            continue
        start, end = token.i, token.i + 1
        while (
            end < len(doc)
            and not doc[end].ent_type_
            and doc[end].is_alpha
            and may_be_surname(doc, end)
        ):
            end += 1
        if not 2 <= end - start <= 3 or doc[end - 1].text in NOT_LAST_NAMES:
            continue
        if _has_person_context(doc[start:end]):
            yield NameSpan(start, end, doc[start:end].text, "person", "parsed")


def _may_begin_untagged(token: Token) -> bool:
    """Return whether `token` is a first name that the tagger overlooked and that continues no other name."""
    if token.ent_type_ or token.tag_ != "NNP" or not is_given_name(token.text):
        return False
    if not may_be_surname(token.doc, token.i):
        return False
    before = get_neighbour(token, -1) if token.i else None
    return before is None or before.tag_ != "NNP" or look_up_name(before.text) is not None


def _has_person_context(name: Span) -> bool:
    """Return whether one feature around the name speaks clearly for a person."""
    return any(
        get_weight(feature, "person") > THRESHOLDS.person_context_weight
        for feature in find_context_features(name)
    )
