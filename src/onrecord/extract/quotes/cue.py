"""Cues and the phrases of their sources, as stretches of a block.

In: nothing. Out: `Cue`, `SourcePhrase` and `TokenSpans`, which the finders of cues, sources and content share. Out of scope:
finding them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Token

TokenSpans = tuple[TokenSpan, ...]
"""Tokens of a block, in order of text."""


class SourcePhrase(NamedTuple):
    """Who a statement is attributed to: the phrase's head and tokens, and the name of the pattern that found it.

    `pattern` is one of `onrecord.extract.quotes.pattern_names.PATTERN_NAMES`.
    """

    head: Token
    span: TokenSpan
    pattern: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that attribute a statement: tokens `start` to `end` (half-open) of a block.

    Attributes:
        start: the first token; a cue's verb.
        end: the token after the last.
        lemma: the verb's or noun's lemma, "according to", or "" for a label.
        source: who it attributes to, or None where nobody is named.
        negated: the cue says that nothing was said ("did not say").
        addressee: the head of who was addressed, or None.
        speech: one of `onrecord.records.quote.SPEECH`.

    """

    start: int
    end: int
    lemma: str
    source: SourcePhrase | None
    negated: bool = False
    addressee: Token | None = None
    speech: str = "said"

    @property
    def is_prepositional(self) -> bool:
        """Whether it is a preposition ("according to"), which attributes its whole sentence."""
        return self.lemma == "according to"
