"""Names of landforms whose noun is written in lower case: "the Sule river", "the Ellen valley".

In: a Doc. Out: `NameSpan`s that include the noun. Out of scope: nouns with a capital
(`onrecord.extract.entities.detection.name_patterns`), and names before nouns that firms and people have as well
("the Volvo range").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.geographic_words import (
    LANDFORM_NAME,
    LANDFORM_WORDS,
    PREPOSITIONS_BEFORE_RANGE,
)
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.names import CALENDAR, DIRECTION_NAMES, NOT_NAMES, ORGANISATION_WORDS
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.name_span import NameSpan
from onrecord.language.syntax.capitalisation import is_capitalised, read_doc_text
from onrecord.language.syntax.tag_sets import SINGULAR_OR_ADJECTIVE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_landform_names(doc: Doc) -> Iterator[NameSpan]:
    """Yield the names of landforms after "the" whose noun is in lower case."""
    if LANDFORM_NAME.search(read_doc_text(doc)) is None:
        return
    for noun in doc:
        if noun.text != "range" and noun.text not in LANDFORM_WORDS:
            continue
        start = noun.i
        while (
            start and noun.i - start < THRESHOLDS.landform_name_words and _may_name(doc[start - 1])
        ):
            start -= 1
        if start == noun.i or not start or doc[start - 1].lower_ != "the":
            continue
        if noun.text == "range" and not _is_mountain_range(doc, start):
            continue
        end = noun.i + 1
        yield NameSpan(start, end, doc[start:end].text, "place", "pattern")


def _may_name(token: Token) -> bool:
    """Return whether `token` may be a word of a landform's name before its noun."""
    if (
        not is_capitalised(token)
        or not token.is_alpha
        or token.tag_[:2] not in SINGULAR_OR_ADJECTIVE_TAGS
    ):
        return False
    other_words = CALENDAR | DIRECTION_NAMES | ORGANISATION_WORDS
    if token.text in other_words or token.lower_ in NOT_NAMES:
        return False
    entry = look_up_name(token.text)
    return entry is None or entry.type == "place"


def _is_mountain_range(doc: Doc, start: int) -> bool:
    """Return whether "the X range" is of mountains: no body by the tagger, and after a preposition of place."""
    before = doc[start - 2].lower_ if start > 1 else ""
    return before in PREPOSITIONS_BEFORE_RANGE and doc[start].ent_type_ != "ORG"
