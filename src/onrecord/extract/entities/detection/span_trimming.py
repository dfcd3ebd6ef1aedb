"""Name edges: which words at a name's beginning and end are no part of it, and where it goes on.

In: a Doc and the first and last token of a tagger's name. Out: the same, trimmed or lengthened. Out of scope: names that
a tagger ran together (`onrecord.extract.entities.detection.span_boundaries`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.feature_words import PLACE_KINDS
from onrecord.language.en.function_words import ARTICLES, INDEFINITE_ARTICLES
from onrecord.language.en.names import (
    CALENDAR,
    CHIEFS,
    CONNECTORS,
    LEADING_ORGANISATION_WORDS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.common_words import is_common_word
from onrecord.language.syntax.capitalisation import is_capitalised, is_sentence_initial
from onrecord.language.syntax.tag_sets import PERSON_LABELS, PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HYPHENS = frozenset({"-", "‑", "–"})
_COMPOUND = frozenset(
    "born era free in led like long made old only owned run style to up wide".split()
)
"""What a hyphen joins to a name to make an adjective of it: "US-led", as against "Kim Jong-un"."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "we"})
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


def trimmed(doc: Doc, first: int, last: int, label: str = "") -> tuple[int, int] | None:
    """Return the span without article, title, possessive and marks at its edges, or None if no name is left."""
    while first <= last and not _may_stand(doc, first, first == last, label):
        first += 1
    while last >= first and (
        not may_end(doc, first, last) or (last > first and _is_after(doc[last], label))
    ):
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
    article = doc[first - 1].lower_ if first else ""
    if (
        doc[last].is_lower
        and doc[last].lower_ not in PLACE_KINDS
        and article in INDEFINITE_ARTICLES
    ):
        return None  # "a German court"
    if all(
        token.text in CALENDAR
        or token.text.lower() in NOT_NAMES
        or token.text.lower().rstrip("s") in PERSON_ROLES
        or token.text.lower().rstrip(".") in TITLES
        for token in words
    ):
        return None
    return first, last


def _is_after(token: Token, label: str) -> bool:
    """Return whether `token` only follows a name: letters of an office, the next sentence's "He", a number."""
    if token.text in CHIEFS or token.lower_ in _PRONOUNS:
        return True
    return label == "place" and token.is_digit


def may_end(doc: Doc, first: int, last: int) -> bool:
    """Return whether the name that begins at `first` may end with the token at `last`."""
    token = doc[last]
    if token.tag_ == "POS" or token.text in CONNECTORS or not token.text[0].isalnum():
        return False
    if _SCORE.fullmatch(token.text):
        return False
    if is_capitalised(token) or not token.text[0].isalpha():
        return True
    if last > first and doc[last - 1].text in HYPHENS:
        return not (token.lower_ in _COMPOUND or token.lower_.endswith(("ed", "ing")))
    if token.lower_ in PLACE_KINDS or token.text.capitalize() in ORGANISATION_WORDS:
        return True
    return not any(map(is_capitalised, doc[first:last]))


def _is_prelude(token: Token) -> bool:
    """Return whether `token` only goes before a name: "landmark Hong Kong", or, first in a sentence, "One Home Depot"."""
    if token.is_lower and token.tag_ in {"JJ", "NN", "NNS", "VBG", "VBN"}:
        body = token.text.capitalize() in LEADING_ORGANISATION_WORDS  # "university of Pittsburgh"
        return not body and token.text not in PARTICLES and is_common_word(token.text)
    return (
        token.tag_ in {"CD", "IN", "WRB"}
        and token.lower_ in NOT_NAMES
        and is_sentence_initial(token)
    )


def _may_stand(doc: Doc, index: int, alone: bool, label: str) -> bool:
    token = doc[index]
    low = token.text.lower().rstrip(".")
    if not alone and _is_prelude(token):
        return False
    if (
        label == "person"
        and token.is_alpha
        and token.is_lower
        and token.tag_ not in PROPER_NOUN_TAGS
    ):
        return token.text in PARTICLES  # "ranger Hemi Hale"
    article = token.lower_ in ARTICLES or (token.tag_ == "DT" and token.lower_ == low)
    if (
        article
        and token.text == "The"
        and not (alone or label == "person" or is_sentence_initial(token))
    ):
        return doc[index + 1].text[:1].isupper()  # "members of The Greens": the name's own
    if article or not token.text[0].isalnum():
        return False
    return (
        alone
        or label == "organisation"
        or not (
            low in TITLES
            and low != "justice"
            and index + 1 < len(doc)
            and is_capitalised(doc[index + 1])
        )
    )


def through(doc: Doc, last: int) -> int:
    """Return where a name ends that a tagger breaks off at a small word ("Globe and" of "Globe and Mail")."""
    after = last + 1
    if doc[last].text not in CONNECTORS - {"the"} or after >= len(doc):
        return last
    if doc[after].ent_type_ in PERSON_LABELS:
        return last
    while after < len(doc) and doc[after].tag_ in PROPER_NOUN_TAGS and is_capitalised(doc[after]):
        after += 1
    return after - 1
