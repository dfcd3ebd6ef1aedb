"""Scenes: a block with what is quoted in it and its cues, and the attribution of words to one of them.

In: nothing. Out: `BlockContext` and `Attribution`. Out of scope: which cue attributes which words (`onrecord.extract.quotes.assembly.attribution`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class BlockContext:
    """A block with which of its tokens are quoted, and its cues in order.

    `spoken` are its cues with the verbs that attribute only beside quoted words.
    """

    block: Block
    quoted: frozenset[int]
    cues: tuple[Cue, ...]
    cues_beside_quotes: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue in a block with its source's head and tokens, and its extent in the page's text."""

    block: Block
    cue: Cue
    head: Token | None
    span: tuple[int, int] | None
    start: int
    end: int
