"""Landforms: a name before the small-lettered noun of what it names ("the Sule river", "the Ellen valley").

In: a Doc. Out: `NameSpan` stretches, the noun in them. Out of scope: nouns with a capital (`onrecord.extract.entities.detection.name_patterns`) and
names before nouns that firms and people have as well ("the Volvo range").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.en.names import CALENDAR, DIRECTIONS, NOT_NAMES, ORGANISATION_WORDS
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.name_span import NameSpan
from onrecord.language.syntax.capitalisation import is_capitalised, read_doc_text
from onrecord.language.syntax.tag_sets import SINGULAR_OR_ADJECTIVE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc

LANDFORMS = frozenset(
    """
    archipelago canyon creek delta estuary fjord glacier gorge lagoon peninsula
    plateau reservoir river strait valley volcano
    """.split()
)
_NAMED = re.compile(rf"[A-Z]\w+ (?:{'|'.join(sorted(LANDFORMS))}|range)\b")
"""What a text has somewhere that names a landform so; most have not."""
_RANGED = frozenset({"across", "in", "into", "of", "on", "over", "through"})
"""Words before "the X range" that make it one of mountains."""
_MOST_WORDS = 3


def landforms(doc: Doc) -> Iterator[NameSpan]:
    """Yield names of landforms after "the" whose noun is written small."""
    if _NAMED.search(read_doc_text(doc)) is None:
        return
    for token in doc:
        if token.text != "range" and token.text not in LANDFORMS:
            continue
        first = token.i
        while first and token.i - first < _MOST_WORDS and _may_name(doc, first - 1):
            first -= 1
        if first == token.i or not first or doc[first - 1].lower_ != "the":
            continue
        if token.text == "range" and not _is_of_mountains(doc, first):
            continue
        yield NameSpan(first, token.i, doc[first : token.i + 1].text, "place", "built")


def _may_name(doc: Doc, index: int) -> bool:
    token = doc[index]
    if (
        not is_capitalised(token)
        or not token.is_alpha
        or token.tag_[:2] not in SINGULAR_OR_ADJECTIVE_TAGS
    ):
        return False
    if token.text in CALENDAR | DIRECTIONS | ORGANISATION_WORDS or token.lower_ in NOT_NAMES:
        return False
    entry = look_up_name(token.text)
    return entry is None or entry.type == "place"


def _is_of_mountains(doc: Doc, first: int) -> bool:
    """Return whether "the X range" is no firm's: a tagger reads no body, and it is where something lies or goes."""
    before = doc[first - 2].lower_ if first > 1 else ""
    return before in _RANGED and doc[first].ent_type_ != "ORG"
