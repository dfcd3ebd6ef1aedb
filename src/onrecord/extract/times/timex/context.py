"""What a rule may ask about the words that it matched: the text around them, their syntax, and times read before.

In: nothing. Out: `TimexContext`, and `WordSyntax`, which the extractor implements over a parse. Out of scope:
which words are a time (`rules` and a language's rules).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol


class WordSyntax(Protocol):
    """What the parse says about the matched words; each property is computed when a rule asks for it."""

    @property
    def tense(self) -> str | None:
        """`past`, `present` or `future` of the nearest verb above the words, or None."""

    @property
    def tag_before(self) -> str:
        """Penn tag of the token before, or ""."""

    @property
    def tag_after(self) -> str:
        """Penn tag of the token after, or ""."""

    @property
    def counts_plural(self) -> bool:
        """Whether a plural noun follows, after adjectives or nouns if any ("2000 more soldiers")."""

    @property
    def in_name(self) -> bool:
        """Whether one of the words is part of a person's or organisation's name."""


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Whether the day comes before the month in a page's dates in digits; None where nothing or too much shows it.

    Attributes:
        slashed: in those with strokes or hyphens.
        dotted: in those with dots.

    """

    slashed: bool | None = None
    dotted: bool | None = None


@dataclass(frozen=True, slots=True)
class TimexContext:
    """What a rule may know beside the words that it matched.

    Attributes:
        syntax: what the parse says about the words.
        published: the page's publication time, ISO 8601 as partial as it is known, or None.
        published_how: how that is known (see `records.page.Dated`), or "".
        before: the text before the words, up to `THRESHOLDS.context_chars` code points.
        after: the text after them, up to as many.
        antecedent: value of the last day, month, part of a year or year in this block or the few before it
            (`THRESHOLDS.antecedent_blocks`), or None.
        antecedent_sets_scene: whether the antecedent follows "in" or "on" ("In March 2003 …"), so that the
            sentences after it may be about that time.
        antecedent_quarter: value of the last quarter or half-year on the page that is not in the future, or None.
        last_day_was_ahead: whether the last day on the page with a verb over it was after publication.
        list_year: the year in the heading of the list that the words are in, or None.
        day_order: whether the day comes first in the page's dates in digits.

    """

    syntax: WordSyntax
    published: str | None = None
    published_how: str = ""
    before: str = ""
    after: str = ""
    antecedent: str | None = None
    antecedent_sets_scene: bool = False
    antecedent_quarter: str | None = None
    last_day_was_ahead: bool = False
    list_year: int | None = None
    day_order: DayOrder = DayOrder()

    @property
    def tense(self) -> str | None:
        """See `WordSyntax`."""
        return self.syntax.tense

    @property
    def tag_before(self) -> str:
        """See `WordSyntax`."""
        return self.syntax.tag_before

    @property
    def tag_after(self) -> str:
        """See `WordSyntax`."""
        return self.syntax.tag_after

    @property
    def counts_plural(self) -> bool:
        """See `WordSyntax`."""
        return self.syntax.counts_plural

    @property
    def in_name(self) -> bool:
        """See `WordSyntax`."""
        return self.syntax.in_name

    @property
    def word_before(self) -> str:
        """The word before in lower case, or ""."""
        word = _LAST_WORD.search(self.before)
        return word[1].lower() if word else ""


_LAST_WORD = re.compile(r"([\w’'-]+)[\s,]*$")
