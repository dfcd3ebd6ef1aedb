"""Verdicts: sentences that state how a promise ended.

In: pages. Out: verdicts with the stems around them. Out of scope: which promise is meant (`commitments.outcomes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.link.commitments.promise_keys import find_topic_stems
from onrecord.link.comparison.sentences import iter_sentences
from onrecord.link.en.verdicts import (
    NEGATION_OR_DOUBT,
    PROMISE_ANAPHORS,
    VERDICT_HINTS,
    VERDICT_PATTERNS,
)
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Page
from onrecord.records.page import REPORTED


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence that states how a promise ended.

    Attributes:
        side: `for`, `against`, `partly`. wording: the words that state it ("was scrapped"), in lower case. stems: of the sentence; near_stems: of its paragraph; wide_stems: with
            the headline and the paragraphs before. is_anaphoric: it names the promise by "the promise" or "it" alone.
    """

    page: str
    start: int
    end: int
    text: str
    side: str
    wording: str
    stems: frozenset[str]
    near_stems: frozenset[str]
    wide_stems: frozenset[str]
    is_anaphoric: bool

    @property
    def naming_stems(self) -> frozenset[str]:
        """The stems among which the promise's head noun must be."""
        return self.wide_stems if self.is_anaphoric else self.stems


def iter_verdicts(page: Page) -> Iterator[Verdict]:
    """Yield the verdicts in the reported zones of a page, in order of text."""
    zones = [zone for zone in page.zones if zone.role in REPORTED]
    place_by_start = {zone.start: place for place, zone in enumerate(zones)}
    headlines = [one for one in zones if one.role == "headline"]
    for start, end in iter_sentences(page, REPORTED):
        text = page.text[start:end]
        stated = find_verdict(text)
        zone = page.zone_at(start)
        if stated is None or zone is None:
            continue
        side, wording = stated
        place = place_by_start[zone.start]
        before = zones[max(0, place - THRESHOLDS.verdict_paragraphs) : place]
        around = " ".join(
            page.text[max(one.start, one.end - THRESHOLDS.verdict_chars) : one.end]
            for one in (*headlines[: THRESHOLDS.verdict_paragraphs], *before)
        )
        first = max(zone.start, start - THRESHOLDS.verdict_chars)
        near_stems = find_topic_stems(
            page.text[first : min(zone.end, end + THRESHOLDS.verdict_chars)]
        )
        yield Verdict(
            page=page.id,
            start=start,
            end=end,
            text=text,
            side=side,
            wording=wording,
            stems=find_topic_stems(text),
            near_stems=near_stems,
            wide_stems=near_stems | find_topic_stems(around),
            is_anaphoric=PROMISE_ANAPHORS.search(text) is not None,
        )


def find_verdict(sentence: str) -> tuple[str, str] | None:
    """Return what a sentence states on a promise (`for`, `against`, `partly`), and in which words; None for nothing.

    Examples:
        >>> find_verdict("The bridge was never built."), find_verdict("The plan has not been scrapped.")
        (('against', 'never built'), None)
    """
    if VERDICT_HINTS.search(sentence) is None:
        return None
    for side, pattern in VERDICT_PATTERNS:
        match = pattern.search(sentence)
        if match is not None:
            is_cancelled = _is_cancelled(sentence, match.start())
            return None if is_cancelled else (side, match.group().lower())
    return None


def _is_cancelled(sentence: str, start: int) -> bool:
    """Return whether a verdict that begins at `start` is negated, doubted or asked."""
    words = re.findall(r"[\w’']+", sentence[:start])[-THRESHOLDS.negation_words :]
    is_question = sentence.rstrip("”’\"'").endswith("?")
    return is_question or NEGATION_OR_DOUBT.search(" ".join(words)) is not None
