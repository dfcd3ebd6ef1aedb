"""Readings of time expressions, and the functions by which rules make them.

In: a match and its context. Out: readings: of a date that the words state, or of one computed from publication or
from an antecedent. Out of scope: which words are a time (`rules` and a language's rules).

Source: explicit and relative expressions as in Strötgen & Gertz (2013), "Multilingual and cross-domain temporal
tagging".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.extract.times.timex.context import TimexContext

Basis = Literal["words", "publication", "clock"]
Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of how a value was computed.

    Attributes:
        text: the step in words, for a person only.
        basis: what the step uses: the words and what is around them, the day of publication, or a clock time.

    """

    text: str
    basis: Basis = "words"


@dataclass(frozen=True, slots=True)
class TimexReading:
    """One time expression as read: its span in the block's text, and the fields of a `Time`.

    Attributes:
        start: offset of its first code point in the block's text.
        end: offset after its last code point.
        type: one of `TIME_TYPES`.
        value: the TIMEX3 value, or None while open.
        anchor: `published`, `time` (the antecedent) or `quarter` (the antecedent quarter) until the extractor
            replaces it by that day or id; an ISO day; or None.
        waits_for: what an open value depends on: `published`, `time`, `event`, or None.
        mod: the TIMEX3 mod, or None.
        derivation: how the value was computed, in order.
        verb_side: the side of publication that the verb over the words puts it on; None where no verb decides.
        is_habit: whether it is one of the days of a range that has opening hours or happens each week.
        fallback: what to read instead where no noun names the event that it waits for ("a week after he left"),
            or no day follows that it needs.
        needs_day: whether it is a time only together with the day right after it ("the night of 3 May").
        month_day: what the words state of a year that they leave out ("06-26", "06", "SU"), or None.

    """

    start: int
    end: int
    type: str
    value: str | None
    anchor: str | None = None
    waits_for: str | None = None
    mod: str | None = None
    derivation: tuple[Step, ...] = ()
    verb_side: Side | None = None
    is_habit: bool = False
    fallback: TimexReading | None = None
    needs_day: bool = False
    month_day: str | None = None


def explain(*texts: str) -> tuple[Step, ...]:
    """Return steps that use the words alone."""
    return tuple(map(Step, texts))


def build_explicit_date(
    match: re.Match[str], value: str | None, step: str, *, mod: str | None = None
) -> TimexReading:
    """Return a DATE that the words themselves state."""
    return TimexReading(*find_span(match), "DATE", value, mod=mod, derivation=explain(step))


def resolve_from_publication(
    match: re.Match[str],
    value: str | None,
    context: TimexContext,
    *steps: str,
    mod: str | None = None,
    kind: str = "DATE",
    verb_side: Side | None = None,
) -> TimexReading:
    """Return a reading with a value computed from publication; open where `value` is None."""
    start, end = find_span(match)
    published = context.published
    if value is None:
        coarse = f"the page is dated {published}, too coarse for this"
        derivation = explain(*steps, coarse if published else "the page has no date")
        return TimexReading(start, end, kind, None, None, "published", mod, derivation, verb_side)
    how = f" ({context.published_how})" if context.published_how else ""
    basis = Step(f"from published {published}{how}", "publication")
    derivation = (*explain(*steps), basis)
    return TimexReading(start, end, kind, value, "published", None, mod, derivation, verb_side)


def resolve_from_antecedent(
    match: re.Match[str],
    value: str | None,
    context: TimexContext,
    *steps: str,
    mod: str | None = None,
    kind: str = "DATE",
) -> TimexReading:
    """Return a reading with a value computed from the antecedent; open where `value` is None."""
    start, end = find_span(match)
    antecedent = context.antecedent
    if value is None:
        coarse = f"the time mentioned before is too coarse: {antecedent}"
        derivation = explain(*steps, coarse if antecedent else "no time mentioned before")
        return TimexReading(start, end, kind, None, None, "time", mod, derivation)
    derivation = explain(*steps, f"from {antecedent}, mentioned before")
    return TimexReading(start, end, kind, value, "time", None, mod, derivation)


def find_span(match: re.Match[str], group: str = "span") -> tuple[int, int]:
    """Return the span of `group`, or of the whole match where the pattern has no such group."""
    if group in match.re.groupindex and match[group] is not None:
        return match.span(group)
    return match.span()


def replace_span(reading: TimexReading, start: int, end: int) -> TimexReading:
    """Return `reading` for the words from `start` to `end`."""
    return replace(reading, start=start, end=end)
