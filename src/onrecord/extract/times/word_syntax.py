"""What the parse says about the words that a rule of times matched.

In: a function that finds the tokens of a stretch of text, and the role of the text's zone. Out: a `WordSyntax`.
Out of scope: the text around the words (`timex.context`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.extract.times.en.lexicon.tags import COUNT_MODIFIER_TAGS, NAME_LABELS
from onrecord.extract.times.tense import infer_tense
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.language.syntax.tag_sets import PLURAL_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Span

_HISTORIC_PRESENT_ROLES = frozenset({"headline", "caption"})
"""Roles of zones whose texts use the present for the past."""


class SpanSyntax:
    """What the parse says about the words from `start` to `end` of a block; see `WordSyntax`.

    The tokens are looked up when a rule first asks: most rules never do.
    """

    def __init__(
        self, find_tokens: Callable[[int, int], Span | None], role: str, start: int, end: int
    ) -> None:
        self._find_tokens = find_tokens
        self._role = role
        self._start, self._end = start, end

    @cached_property
    def _span(self) -> Span | None:
        return self._find_tokens(self._start, self._end)

    @cached_property
    def tense(self) -> str | None:
        """Tense of the verb over the words; the present of headlines and captions is past."""
        tense = infer_tense(self._span) if self._span else None
        return "past" if tense == "present" and self._role in _HISTORIC_PRESENT_ROLES else tense

    @cached_property
    def _tags_after(self) -> list[str]:
        span = self._span
        if not span:
            return []
        return [t.tag_ for t in span.doc[span.end : span.end + THRESHOLDS.counted_noun_tokens]]

    @property
    def tag_before(self) -> str:
        """Penn tag of the token before, or ""."""
        span = self._span
        return span.doc[span.start - 1].tag_ if span and span.start else ""

    @property
    def tag_after(self) -> str:
        """Penn tag of the token after, or ""."""
        return self._tags_after[0] if self._tags_after else ""

    @property
    def counts_plural(self) -> bool:
        """Whether a plural noun follows, after adjectives or nouns if any ("2000 more British soldiers")."""
        for tag in self._tags_after:
            if tag in PLURAL_NOUN_TAGS:
                return True
            if tag not in COUNT_MODIFIER_TAGS:
                return False
        return False

    @cached_property
    def in_name(self) -> bool:
        """Whether one of the words is part of a person's or organisation's name."""
        return any(token.ent_type_ in NAME_LABELS for token in self._span or ())
