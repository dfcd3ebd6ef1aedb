"""Candidates: quotes that are being built, and which of them are one.

In: candidates of a page. Out: the same without those that another holds, and with those of one cue joined. Out of scope: who
speaks (`onrecord.extract.quotes.speakers.source_resolution`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from onrecord.extract.quotes.assembly.block_context import Attribution, locate_span
from onrecord.extract.quotes.assembly.quote_kinds import MIXED
from onrecord.extract.quotes.en.verbs import DENIAL_VERBS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.records import Part, Source

_UNIT_LETTERS = re.compile(r"[a-z]{1,3}\b")
_CLOSING_MARK = re.compile(r"[.,!?;:…]{0,2} ?[”\"]")
_BEFORE_WORDS = " \t\n“\"„«‘'`"
"""Characters that may be between a colon and the words it introduces."""


@dataclass(slots=True)
class QuoteCandidate:
    """A quote that is being built; spans are code points of the page's text, half-open.

    Attributes:
        parts: the content's spans.
        end: where the last part ends, with its marks.
        attribution: what attributes it, or None.
        kind: `direct`, `indirect` or `mixed`.
        via: who passes it on.
        same_as: the candidate whose source speaks here too, or None.
        source: its source, once known.
        source_pattern: the name of the pattern that found the source, one of `pattern_names.PATTERN_NAMES`.

    """

    parts: list[tuple[int, int]]
    end: int
    attribution: Attribution | None
    kind: str
    via: list[Part] = field(default_factory=list)
    same_as: QuoteCandidate | None = None
    source: Source | None = None
    source_pattern: str | None = None

    @property
    def cue_position(self) -> tuple[int, int] | None:
        """Where its cue is: its block's start and the cue's first token; None without a cue."""
        if self.attribution is None or not self.attribution.cue.lemma:
            return None
        return self.attribution.block.start, self.attribution.cue.start


class SpanCover:
    """Spans of a page's text that may overlap, searched without walking through all of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def has_span(self, start: int, end: int) -> bool:
        """Return whether one of them holds all from `start` to `end`."""
        at = bisect_right(self._starts, start)
        return at > 0 and self._reach[at - 1] >= end

    def has_overlap(self, start: int, end: int) -> bool:
        """Return whether one of them shares a character with what is from `start` to `end`."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._reach[at - 1] > start


def drop_embedded_candidates(candidates: Sequence[QuoteCandidate]) -> list[QuoteCandidate]:
    """Return the candidates without those whose cue and content another of the same source holds.

    "Hale hopes to announce its plans": what she hopes holds the announcing, which was never made. "Hale declined to
    say whether" is a statement that was not made, and no wish besides.
    """
    by_speaker: dict[tuple[int, int], list[QuoteCandidate]] = {}
    for candidate in candidates:
        if (position := _get_speaker_position(candidate)) is not None:
            by_speaker.setdefault(position, []).append(candidate)
    dropped = {
        id(outer if _is_refusal(inner) else inner)
        for group in by_speaker.values()
        for outer in group
        for inner in group
        if _is_embedded(inner, outer)
    }
    return [candidate for candidate in candidates if id(candidate) not in dropped]


def is_after_colon(candidate: QuoteCandidate, text: str) -> bool:
    """Return whether its first words are in marks after a colon: they were said, whatever the verb before says."""
    start = candidate.parts[0][0]
    before = text[max(0, start - THRESHOLDS.colon_chars) : start]
    return before.rstrip(_BEFORE_WORDS).endswith(":")


def _is_refusal(candidate: QuoteCandidate) -> bool:
    return candidate.attribution is not None and candidate.attribution.cue.negated


def _is_denial(candidate: QuoteCandidate) -> bool:
    attribution = candidate.attribution
    return attribution is not None and (
        attribution.cue.lemma in DENIAL_VERBS or attribution.cue.negated
    )


def _get_speaker_position(candidate: QuoteCandidate) -> tuple[int, int] | None:
    """Return where the head of the source is: its block's start and the token; None without a source."""
    if candidate.attribution is None or candidate.attribution.source is None:
        return None
    return candidate.attribution.block.start, candidate.attribution.source.head.i


def _is_embedded(inner: QuoteCandidate, outer: QuoteCandidate) -> bool:
    """Return whether the cue and the content of `inner` are within the content of `outer`."""
    if inner is outer or inner.attribution is None:
        return False
    cue = inner.attribution.cue
    cue_extent = locate_span(inner.attribution.block, TokenSpan(cue.start, cue.end))
    return all(
        any(start <= first and last <= end for start, end in outer.parts)
        for first, last in (cue_extent, *inner.parts)
    )


def merge_by_cue(
    reported: Sequence[QuoteCandidate], direct: Sequence[QuoteCandidate], text: str
) -> list[QuoteCandidate]:
    """Return all candidates, words in marks joined to what the same cue reports without them ("It is time, he said, “to go”).

    Words after a colon stay a quote of their own where the cue denies or judges ("denied he had left: “…”").
    """
    by_cue = {
        candidate.cue_position: candidate
        for candidate in reported
        if candidate.cue_position is not None
    }
    kept, merged_into = list(reported), {}
    for candidate in direct:
        position = candidate.cue_position
        other = by_cue.get(position) if position is not None else None
        if other is None or not _may_merge(candidate, other, text):
            kept.append(candidate)
            continue
        merged_into[id(candidate)] = other
        other.parts = join_overlapping_spans([*other.parts, *candidate.parts])
        other.kind, other.end = MIXED, max(other.end, candidate.end)
    for candidate in kept:
        if candidate.same_as is not None:
            candidate.same_as = merged_into.get(id(candidate.same_as), candidate.same_as)
    return kept


def _may_merge(candidate: QuoteCandidate, other: QuoteCandidate, text: str) -> bool:
    """Return whether words in marks are one quote with what their cue reports: "hit out at the council: “…”" is two."""
    if other.attribution is not None and other.attribution.cue.speech == "judged":
        return False
    return not (_is_denial(other) and is_after_colon(candidate, text))


def join_overlapping_spans(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def extend_over_own_marks(span: tuple[int, int], text: str) -> tuple[int, int]:
    """Return the span with the quotation mark that stands right outside of it and belongs to one inside (“hazardous|.”)."""
    start, end = span
    words = text[start:end]
    opens, closes = words.count("“"), words.count("”")
    is_odd = words.count('"') % 2 == 1
    if opens > closes or is_odd:
        closing = _CLOSING_MARK.match(text, end)
        end = closing.end() if closing is not None else end
    elif closes > opens and text[max(0, start - 1) : start] == "“":
        start -= 1
    return start, end


def extend_over_unit(span: tuple[int, int], text: str) -> tuple[int, int]:
    """Return the span, its end moved over the letters of an amount that the parse cut off ("lost £3|m.")."""
    start, end = span
    unit = _UNIT_LETTERS.match(text, end) if text[end - 1 : end].isdigit() else None
    return (start, unit.end()) if unit is not None else span
