"""Block contexts: a block with what is quoted in it and its cues, and the attribution of words to one of them.

In: blocks and cues. Out: `BlockContext` and `Attribution`. Out of scope: which cue attributes which words
(`onrecord.extract.quotes.assembly.attribution`).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.quotes.cue import Cue, SourcePhrase
from onrecord.extract.quotes.speakers.names_gone_by import extend_over_name_gone_by
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.records import Block


@dataclass(frozen=True, slots=True)
class BlockContext:
    """A block with the tokens that are quoted in it, and its cues in order of text.

    `cues_beside_quotes` are its cues and the verbs that attribute only beside quoted words.
    """

    block: Block
    quoted: frozenset[int]
    cues: tuple[Cue, ...]
    cues_beside_quotes: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue in a block with its source, and where both are in the page's text (code points, half-open)."""

    block: Block
    cue: Cue
    source: SourcePhrase | None
    start: int
    end: int


def build_attribution(block: Block, cue: Cue, source: SourcePhrase | None) -> Attribution:
    """Return the attribution of a cue of the block to `source`."""
    first, last = cue.start, cue.end
    if source is not None:
        source = extend_over_name_gone_by(source)
        first, last = min(first, source.span.start), max(last, source.span.end)
    return Attribution(block, cue, source, *locate_span(block, TokenSpan(first, last)))


def locate_span(block: Block, span: TokenSpan) -> tuple[int, int]:
    """Return where the tokens of a block are in the page's text (code points, half-open)."""
    return block.extent_of(block.doc[span.start : span.end])
