"""Edges of a tagger's name: which words at its beginning and end are no part of it, and where it goes on.

In: a Doc and the token span of a tagger's name. Out: the span, trimmed or extended. Out of scope: names that a tagger
ran together (`onrecord.extract.entities.detection.span_boundaries`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.boundary_words import (
    COMPOUND_ADJECTIVE_ENDINGS,
    HYPHENS_AND_EN_DASH,
    SENTENCE_SUBJECTS,
)
from onrecord.extract.entities.en.feature_words import PLACE_KINDS
from onrecord.extract.entities.en.tags import MODIFIER_TAGS, NUMBER_OR_CONJUNCTION_TAGS
from onrecord.language.en.function_words import ARTICLES, INDEFINITE_ARTICLES
from onrecord.language.en.names import (
    CALENDAR,
    CONNECTORS,
    LEADING_ORGANISATION_WORDS,
    NOT_NAMES,
    OFFICE_LETTERS,
    ORGANISATION_WORDS,
    PARTICLES,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.common_words import is_common_word
from onrecord.language.syntax.capitalisation import is_capitalised, is_sentence_initial
from onrecord.language.syntax.tag_sets import PERSON_LABELS, PROPER_NOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


def trim_name(doc: Doc, start: int, end: int, type_: str = "") -> TokenSpan | None:
    """Return the span without article, title, possessive and marks at its edges, or None if no name is left.

    Args:
        doc: the block's Doc.
        start: the name's first token.
        end: the token after its last.
        type_: its type by the tagger; empty where the tagger has none for these words.

    """
    while start < end and not _may_begin(doc, start, alone=end - start == 1, type_=type_):
        start += 1
    while end > start and (
        not may_end(doc, start, end) or (end - start > 1 and _is_trailing(doc[end - 1], type_))
    ):
        end -= 1
    if start == end or _is_description(doc[start:end], type_):
        return None
    return TokenSpan(start, end)


def _is_description(name: Span, type_: str) -> bool:
    """Return whether the words of `name` name nobody: without letters enough, an office, ordinary words."""
    if not any(map(str.isupper, name.text)) or sum(map(str.isalnum, name.text)) < 2:
        return True
    last = name[-1]
    team = type_ == "organisation" and len(name) > 1 and last.lower_.endswith("s")
    office = last.lower_.rstrip("s") in PERSON_ROLES and last.lower_ != "general"
    if office and not team:
        return True  # "Defence Minister"
    article = name.doc[name.start - 1].lower_ if name.start else ""
    if last.is_lower and last.lower_ not in PLACE_KINDS and article in INDEFINITE_ARTICLES:
        return True  # "a German court"
    return all(map(_is_never_a_name, name))


def _is_never_a_name(token: Token) -> bool:
    """Return whether `token` by itself is a date, a role, a title or a word capitalised by its place."""
    low = token.text.lower()
    return (
        token.text in CALENDAR
        or low in NOT_NAMES
        or low.rstrip("s") in PERSON_ROLES
        or low.rstrip(".") in TITLES
    )


def _is_trailing(token: Token, type_: str) -> bool:
    """Return whether `token` only follows a name: letters of an office, the next sentence's "He", a place's number."""
    if token.text in OFFICE_LETTERS or token.lower_ in SENTENCE_SUBJECTS:
        return True
    return type_ == "place" and token.is_digit


def may_end(doc: Doc, start: int, end: int) -> bool:
    """Return whether the name that begins at `start` may end before token `end`."""
    token = doc[end - 1]
    if token.tag_ == "POS" or token.text in CONNECTORS or not token.text[0].isalnum():
        return False
    if _SCORE.fullmatch(token.text):
        return False
    if is_capitalised(token) or not token.text[0].isalpha():
        return True
    if end - start > 1 and doc[end - 2].text in HYPHENS_AND_EN_DASH:
        return not (
            token.lower_ in COMPOUND_ADJECTIVE_ENDINGS or token.lower_.endswith(("ed", "ing"))
        )
    if token.lower_ in PLACE_KINDS or token.text.capitalize() in ORGANISATION_WORDS:
        return True
    return not any(map(is_capitalised, doc[start : end - 1]))


def _is_prelude(token: Token) -> bool:
    """Return whether `token` only precedes a name: "landmark Hong Kong", or, first in a sentence, "One Home Depot"."""
    if token.is_lower and token.tag_ in MODIFIER_TAGS:
        body = token.text.capitalize() in LEADING_ORGANISATION_WORDS  # "university of Pittsburgh"
        return not body and token.text not in PARTICLES and is_common_word(token.text)
    return (
        token.tag_ in NUMBER_OR_CONJUNCTION_TAGS
        and token.lower_ in NOT_NAMES
        and is_sentence_initial(token)
    )


def _may_begin(doc: Doc, index: int, *, alone: bool, type_: str) -> bool:
    """Return whether a name of `type_` may begin with the token at `index`; `alone` if it is the only one."""
    token = doc[index]
    if not alone and _is_prelude(token):
        return False
    lower_case = token.is_alpha and token.is_lower and token.tag_ not in PROPER_NOUN_TAGS
    if type_ == "person" and lower_case:
        return token.text in PARTICLES  # "ranger Hemi Hale"
    low = token.text.lower().rstrip(".")
    article = token.lower_ in ARTICLES or (token.tag_ == "DT" and token.lower_ == low)
    may_own_article = not (alone or type_ == "person" or is_sentence_initial(token))
    if article and token.text == "The" and may_own_article:
        return doc[index + 1].text[:1].isupper()  # "members of The Greens"
    if article or not token.text[0].isalnum():
        return False
    title = low in TITLES and low != "justice"
    before_name = index + 1 < len(doc) and is_capitalised(doc[index + 1])
    return alone or type_ == "organisation" or not (title and before_name)


def extend_over_connector(doc: Doc, end: int) -> int:
    """Return the end of a name that a tagger breaks off at a connector ("Globe and" of "Globe and Mail")."""
    if doc[end - 1].text not in CONNECTORS - {"the"} or end >= len(doc):
        return end
    if doc[end].ent_type_ in PERSON_LABELS:
        return end
    while end < len(doc) and doc[end].tag_ in PROPER_NOUN_TAGS and is_capitalised(doc[end]):
        end += 1
    return end
