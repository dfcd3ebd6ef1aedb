"""Neighbours: the words beside a word, with an end of text that answers like a word.

In: a word and how far. Out: the word there, or EDGE beyond either end of the block. Out of scope: the tree above a word.

spaCy's `Token.nbor` raises beyond the edge, and a sentence may begin or end with any word: asked for its tag or letters, the edge has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.tokens import Token


class _Edge:
    """What stands beyond the first and the last word: no letters, no tag, no label, nothing that depends on it."""

    i = -1
    idx = 0
    doc: tuple[()] = ()
    text = text_with_ws = lower_ = orth_ = norm_ = shape_ = whitespace_ = ""
    lemma_ = tag_ = pos_ = dep_ = ent_type_ = ent_iob_ = ""
    lemma = lower = tag = dep = 0
    is_punct = is_space = is_alpha = is_digit = is_sent_start = like_num = is_title = is_upper = (
        False
    )
    children: tuple[()] = ()
    lefts = rights = subtree = ancestors = children

    @property
    def head(self) -> _Edge:
        return self

    def __len__(self) -> int:
        return 0


EDGE = cast("Token", cast("Any", _Edge()))
"""The word beyond either end of a block."""


def get_neighbour(token: Token, offset: int = 1) -> Token:
    """Return the word `offset` places after `token` (before it, if negative), or EDGE where the block has none there.

    Examples:
        >>> import spacy
        >>> words = spacy.blank("en")("It rained")
        >>> get_neighbour(words[0]).text, get_neighbour(words[0], -1).text
        ('rained', '')
    """
    place = token.i + offset
    return token.doc[place] if 0 <= place < len(token.doc) else EDGE
