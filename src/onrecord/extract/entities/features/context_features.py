"""Signs: what the words around and inside one name say of what it names.

In: the first and last token of a name. Out: (type, weight) pairs; negative weights speak against a type. Out of
scope: how signs of many mentions are put together (`onrecord.extract.entities.classification.type_resolution`), and what lists know.

A weight of 1 is a tagger's single reading. Weights were read off the names that free gold marks (some 9,900 of the train
and dev parts of GUM, WikiGold, UNER, CrossNER and re3d, as far as no list knows them; `training.signs` counts them): how
much likelier a sign makes a type, as a logarithm, drawn towards nothing. Those of products, of which no gold tells, are
set by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.features.adjacent_features import (
    KINDS,
    head_from,
    signs_after,
    signs_before,
)
from onrecord.extract.entities.features.internal_features import Sign, signs_inside
from onrecord.extract.entities.features.predicate_features import signs_acting
from onrecord.extract.entities.features.role_phrases import is_role
from onrecord.language.en.function_words import PERSONAL_RELATIVES
from onrecord.language.en.names import STATE_ABBREVIATIONS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.names.gazetteer import is_state_code, look_up_name
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Sign", "signs_around", "signs_by_place", "signs_inside"]


def signs_around(first: Token, last: Token) -> Iterator[Sign]:
    """Yield what stands beside the name from token `first` to token `last` says."""
    for _, signs in signs_by_place(first, last):
        yield from signs


def signs_by_place(first: Token, last: Token) -> Iterator[tuple[str, Iterator[Sign]]]:
    """Yield each place where signs of the name from `first` to `last` may stand, and those that stand there."""
    doc = first.doc
    yield "after", signs_after(last)
    if first.i:
        yield "before", signs_before(doc[first.i - 1], last)
        yield "example", _of_example(doc[first.i - 1])
    yield "apposition", _of_apposition(doc, last.i + 1)
    yield "acting", signs_acting(doc[first.i : last.i + 1])


def _of_example(before: Token) -> Iterator[Sign]:
    """Yield what the noun says of which the name is an example: "apps such as X", "companies like X"."""
    doc, at = before.doc, before.i
    if before.lower_ == "as" and at > 1 and doc[at - 1].lower_ == "such":
        at -= 1
    elif before.lower_ not in {"like", "including"}:
        return
    kind = doc[at - 1] if at else None
    if kind is not None and kind.text == "," and at > 1:
        kind = doc[at - 2]
    if kind is None or kind.tag_ != "NNS":
        return
    lemma = kind.lemma_.lower()
    if lemma in PERSON_ROLES:
        yield "person", 2
        return
    for type_, kinds in KINDS:
        if lemma in kinds:
            yield type_, 2
            yield "person", -1


def _of_apposition(doc: Doc, index: int) -> Iterator[Sign]:
    """Yield what ", a Danish company" and ", who" after a name say."""
    if index + 1 >= len(doc) or doc[index].text not in {",", "—", "–", "("}:
        return
    opening = doc[index + 1]
    if opening.lower_ in PERSONAL_RELATIVES:
        yield "person", 2
    if opening.tag_ == "CD" and index + 2 < len(doc) and doc[index + 2].text in {",", ")"}:
        if opening.text.isdigit() and len(opening.text) == 2:
            yield "person", 2
        return
    if doc[index].text == "," and _is_state(doc, index + 1):
        yield "place", 2.5
        return
    if opening.tag_ not in {"DT", "PRP$"}:
        return
    head = head_from(doc, index + 2)
    if head is None:
        return
    low = head.lemma_.lower() if head.tag_ in COMMON_NOUN_TAGS else head.lower_
    if is_role(head):
        yield "person", 2
        return
    if low == "tank" and head.i and head.nbor(-1).lower_ == "think":
        low = "think-tank"
    for type_, kinds in KINDS:
        if low in kinds:
            yield type_, 3
            return


def _is_state(doc: Doc, index: int) -> bool:
    """Return whether a state or country stands at `index` by itself: "Kent, Ohio", "Kent, OH"."""
    text = doc[index].text
    after = doc[index + 1] if index + 1 < len(doc) else None
    if text in STATE_ABBREVIATIONS or text + "." in STATE_ABBREVIATIONS:
        return True
    if is_state_code(text):
        return True
    entry = look_up_name(text)
    alone = after is None or after.is_punct or after.tag_ in {"VBD", "VBZ", "IN", "CC"}
    return alone and entry is not None and entry.key.startswith(("state:", "country:"))
