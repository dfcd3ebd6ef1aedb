"""Parses: a page's reported paragraphs as spaCy Docs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.records.page import Zone

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Block:
    """One zone parsed on its own: a paragraph, the headline, a caption.

    `doc.text` is `page.text[zone.start:zone.end]` with each blank (no-break space, line's end) read as a
    plain space, so a token begins at `block.start + token.idx` of the page.
    """

    zone: Zone
    doc: Doc

    @property
    def start(self) -> int:
        """Code point of the page's text where the block begins."""
        return self.zone.start

    def at(self, token: Token) -> int:
        """Return the code point of the page's text where `token` begins."""
        return self.zone.start + token.idx

    def span_of(self, first: Token, last: Token) -> tuple[int, int]:
        """Return (start, end) in the page of the words from `first` to `last` inclusive."""
        return self.zone.start + first.idx, self.zone.start + last.idx + len(last.text)

    def extent_of(self, words: Span) -> tuple[int, int]:
        """Return (start, end) in the page of `words`, a span of the block's Doc."""
        return self.zone.start + words.start_char, self.zone.start + words.end_char

    def tokens_in(self, start: int, end: int) -> Span | None:
        """Return the tokens that page span `start, end` covers wholly or in part, or None."""
        return self.doc.char_span(
            max(0, start - self.start),
            # Not len(doc.text): spaCy builds that text again at each call.
            min(self.zone.end, end) - self.start,
            alignment_mode="expand",
        )


@dataclass(frozen=True, slots=True)
class Parse:
    """A page's reported zones as blocks, in order of text; `model` names the pipeline and version.

    `unread` is how many characters at the page's end are not parsed, because a page has more than is parsed of one.
    """

    page: str
    model: str
    blocks: tuple[Block, ...]
    unread: int = 0

    def block_at(self, position: int) -> Block | None:
        """Return the block that holds code point `position` of the page, or None."""
        place = bisect_right(self.blocks, position, key=lambda block: block.zone.start) - 1
        if place < 0 or position >= self.blocks[place].zone.end:
            return None
        return self.blocks[place]

    def sentences(self) -> Iterator[tuple[Block, Span]]:
        """Yield every sentence with its block, in order of text."""
        for block in self.blocks:
            for sentence in block.doc.sents:
                yield block, sentence
