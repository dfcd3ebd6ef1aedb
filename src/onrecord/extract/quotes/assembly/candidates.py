"""Drafts: quotes being made, and which of them are one.

In: drafts of a page. Out: the same without what another tells already, those of one cue joined. Out of scope: who
speaks (`onrecord.extract.quotes.speakers.source_kinds`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from onrecord.extract.quotes.assembly.block_context import Attribution
from onrecord.extract.quotes.en.verbs import DENIAL_VERBS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.records import Part, Source

_UNIT_LETTERS = re.compile(r"[a-z]{1,3}\b")
_BEFORE_WORDS = " \t\n“\"„«‘'`"


@dataclass(slots=True)
class QuoteCandidate:
    """A quote being made; spans are of the page's text."""

    parts: list[tuple[int, int]]
    end: int
    attribution: Attribution | None
    kind: str = "direct"
    via: list[Part] = field(default_factory=list)
    same_as: QuoteCandidate | None = None
    source: Source | None = None

    @property
    def cue_position(self) -> tuple[int, int] | None:
        """Where its cue stands: its block's start and the cue's first token; None without a cue."""
        if self.attribution is None or not self.attribution.cue.lemma:
            return None
        return self.attribution.block.start, self.attribution.cue.first


class SpanCover:
    """Stretches of a page's text that may overlap, to be asked without walking through all of them."""

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


def drop_embedded_candidates(drafts: Sequence[QuoteCandidate]) -> list[QuoteCandidate]:
    """Return the drafts without those that tell only what another of the same source holds.

    "Hale hopes to announce its plans": what she hopes holds the announcing, which was never made. "Hale declined to
    say whether" is a saying that was not made, and no more of a wish.
    """
    held: dict[tuple[int, int], list[QuoteCandidate]] = {}
    for draft in drafts:
        if (place := _get_speaker_position(draft)) is not None:
            held.setdefault(place, []).append(draft)
    dropped = {
        id(one if _is_refusal(other) else other)
        for near in held.values()
        for one in near
        for other in near
        if _is_embedded(one, other)
    }
    return [draft for draft in drafts if id(draft) not in dropped]


def is_after_colon(draft: QuoteCandidate, text: str) -> bool:
    """Return whether its first words stand in marks after a colon: they were said, whatever the verb before says."""
    first = draft.parts[0][0]
    return text[max(0, first - THRESHOLDS.colon_chars) : first].rstrip(_BEFORE_WORDS).endswith(":")


def _is_refusal(draft: QuoteCandidate) -> bool:
    return draft.attribution is not None and draft.attribution.cue.negated


def _is_denial(draft: QuoteCandidate) -> bool:
    denies = draft.attribution is not None and draft.attribution.cue.lemma in DENIAL_VERBS
    return denies or _is_refusal(draft)


def _get_speaker_position(draft: QuoteCandidate) -> tuple[int, int] | None:
    if draft.attribution is None or draft.attribution.head is None:
        return None
    return draft.attribution.block.start, draft.attribution.head.i


def _is_embedded(one: QuoteCandidate, other: QuoteCandidate) -> bool:
    """Return whether the cue and the content of `other` lie within the content of `one`."""
    if one is other or other.attribution is None:
        return False
    block, cue = other.attribution.block, other.attribution.cue
    edges = block.span_of(block.doc[cue.first], block.doc[cue.last])
    within = [
        any(start <= a and b <= end for start, end in one.parts) for a, b in (edges, *other.parts)
    ]
    return all(within)


def merge_by_cue(
    reported: Sequence[QuoteCandidate], direct: Sequence[QuoteCandidate], text: str
) -> list[QuoteCandidate]:
    """Return all drafts, words in marks joined to what the same cue reports without them ("It is time, he said, “to go”).

    Words after a colon stand by themselves where the cue denies or judges ("denied he had left: “…”").
    """
    cues = {draft.cue_position: draft for draft in reported if draft.cue_position is not None}
    kept, gone = list(reported), {}
    for draft in direct:
        one = cues.get(draft.cue_position) if draft.cue_position is not None else None
        judged = (
            one is not None
            and one.attribution is not None
            and one.attribution.cue.speech == "judged"
        )
        if one is None or judged or (_is_denial(one) and is_after_colon(draft, text)):
            kept.append(draft)  # "hit out at the council: “…”" tells two things
            continue
        gone[id(draft)] = one
        one.parts = join_overlapping_spans([*one.parts, *draft.parts])
        one.kind, one.end = "mixed", max(one.end, draft.end)
    for draft in kept:
        if draft.same_as is not None:
            draft.same_as = gone.get(id(draft.same_as), draft.same_as)
    return kept


def join_overlapping_spans(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def extend_over_unit(span: tuple[int, int], text: str) -> tuple[int, int]:
    """Return the span, its end moved over the letters of a sum that a parse cut off ("lost £3|m.")."""
    start, end = span
    unit = _UNIT_LETTERS.match(text, end) if text[end - 1 : end].isdigit() else None
    return (start, unit.end()) if unit is not None else span
