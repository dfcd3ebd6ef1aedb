"""Possessors: whose word a noun is ("Hale’s warning", "his call for").

In: a possessive dependent of a noun. Out: its `SourcePhrase`. Out of scope: which nouns attribute
(`onrecord.extract.quotes.cues.colon_cues`, `onrecord.extract.quotes.attitudes.nominal_cues`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Token


def build_possessor_phrase(possessor: Token) -> SourcePhrase:
    """Return the phrase that a possessive dependent heads, without the clitic that closes it."""
    doc, end = possessor.doc, possessor.right_edge.i + 1
    while end - 1 > possessor.i and doc[end - 1].tag_ == "POS":
        end -= 1
    span = TokenSpan(possessor.left_edge.i, end)
    return SourcePhrase(possessor, span, pattern_names.POSSESSOR)
