"""Features of a noun phrase beside a name that says what it is: "X, a Danish company", "apps such as X".

In: a name's span. Out: names of features. Out of scope: what a feature weighs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.feature_words import (
    APPOSITION_MARKS,
    BODY_KINDS,
    EXAMPLE_WORDS,
    MARKS_AFTER_AGE,
    PLACE_KINDS,
    PRODUCT_KINDS,
)
from onrecord.extract.entities.en.tags import AFTER_STATE_TAGS
from onrecord.extract.entities.features.adjacent_features import find_phrase_head
from onrecord.extract.entities.features.role_phrases import is_role
from onrecord.language.en.function_words import PERSONAL_RELATIVES
from onrecord.language.en.names import STATE_ABBREVIATIONS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.names.gazetteer import is_state_code, look_up_name
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS, DETERMINER_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_EXAMPLE_KINDS = (
    ("example.body_kind", BODY_KINDS),
    ("example.place_kind", PLACE_KINDS),
    ("example.product_kind", PRODUCT_KINDS),
)
_APPOSED_KINDS = (
    ("apposition.body_kind", BODY_KINDS),
    ("apposition.place_kind", PLACE_KINDS),
    ("apposition.product_kind", PRODUCT_KINDS),
)


def find_example_features(name: Span) -> Iterator[str]:
    """Yield the features of the noun of which `name` is an example: "apps such as X", "companies like X"."""
    kind = _find_example_noun(name)
    if kind is None or kind.tag_ != "NNS":
        return
    lemma = kind.lemma_.lower()
    if lemma in PERSON_ROLES:
        yield "example.role"
        return
    yield from (feature for feature, kinds in _EXAMPLE_KINDS if lemma in kinds)


def _find_example_noun(name: Span) -> Token | None:
    """Return the word before "such as", "like" or "including" and its comma, or None."""
    doc, at = name.doc, name.start - 1
    if at < 0:
        return None
    if doc[at].lower_ == "as" and at > 1 and doc[at - 1].lower_ == "such":
        at -= 1
    elif doc[at].lower_ not in EXAMPLE_WORDS:
        return None
    if at > 1 and doc[at - 1].text == ",":
        return doc[at - 2]
    return doc[at - 1] if at else None


def find_apposition_features(name: Span) -> Iterator[str]:
    """Yield the features of what follows a comma, dash or bracket after `name`: ", a Danish company", ", 42,", ", who"."""
    doc, mark = name.doc, name.end
    if mark + 1 >= len(doc) or doc[mark].text not in APPOSITION_MARKS:
        return
    opening = doc[mark + 1]
    if opening.lower_ in PERSONAL_RELATIVES:
        yield "apposition.relative_pronoun"
    after = doc[mark + 2].text if mark + 2 < len(doc) else ""
    if opening.tag_ == "CD" and after in MARKS_AFTER_AGE:
        if opening.text.isdigit() and len(opening.text) == 2:
            yield "apposition.age"
    elif doc[mark].text == "," and _is_state(doc, mark + 1):
        yield "apposition.state"
    elif opening.tag_ in DETERMINER_TAGS:
        yield from _classify_apposition(find_phrase_head(doc, mark + 2))


def _classify_apposition(head: Token | None) -> tuple[str, ...]:
    """Return the feature of the noun that heads an apposition, alone, or nothing."""
    if head is None:
        return ()
    if is_role(head):
        return ("apposition.role",)
    low = head.lemma_.lower() if head.tag_ in COMMON_NOUN_TAGS else head.lower_
    if low == "tank" and head.i and get_neighbour(head, -1).lower_ == "think":
        low = "think-tank"
    return tuple(feature for feature, kinds in _APPOSED_KINDS if low in kinds)[:1]


def _is_state(doc: Doc, index: int) -> bool:
    """Return whether a state or country stands at `index` by itself: "Kent, Ohio", "Kent, OH"."""
    text = doc[index].text
    if text in STATE_ABBREVIATIONS or text + "." in STATE_ABBREVIATIONS or is_state_code(text):
        return True
    after = doc[index + 1] if index + 1 < len(doc) else None
    entry = look_up_name(text)
    alone = after is None or after.is_punct or after.tag_ in AFTER_STATE_TAGS
    return alone and entry is not None and entry.key.startswith(("state:", "country:"))
