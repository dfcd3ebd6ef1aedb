"""Cues: the words that attribute a statement to a source, and stretches of a block.

In: nothing. Out: `Cue` and `TokenSpans`, which the finders of cues, sources and content share. Out of scope: finding them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

TokenSpans = tuple[tuple[int, int], ...]
"""(first, last) tokens, both inclusive, in order of text."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that attribute: tokens `first` to `last` of a block, the lemma, and who speaks.

    `head` is the source's head token, `source` its (first, last) tokens; both None where nobody is named.
    `negated`: it says that it was not said. `told` is the head of who was told. `speech` is one of
    `onrecord.records.quote.SPEECH`.
    """

    first: int
    last: int
    lemma: str
    head: Token | None
    source: tuple[int, int] | None
    negated: bool = False
    addressee: Token | None = None
    speech: str = "said"

    @property
    def is_prepositional(self) -> bool:
        """Whether it is a preposition ("according to"), which attributes its whole sentence."""
        return self.lemma == "according to"
