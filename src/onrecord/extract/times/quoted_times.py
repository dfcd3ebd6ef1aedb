"""Day words inside quotation marks, reckoned from the day their speaker is said to have spoken.

In: a block's readings, its text, the day of publication. Out: the readings; "tomorrow" in “I leave
tomorrow,” he said on Monday is the Tuesday. Out of scope: quotes that no verb of speech dates: what they
say was said on the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Reading

MAX_AWAY_CHARS = 70
"""How far the day of speaking may stand from the verb of speech, and that from the quote."""

_QUOTE = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|``.*?(?:''|$)")
_DAY_WORD = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|last night)\b",
    re.IGNORECASE,
)
_SAID = (
    r"\b(?:said|says|told|wrote|tweeted|posted|added|announced|testified|declared|insisted|warned"
    r"|explained|claimed|promised)\b"
)
_OWN = r"(?:(?!\b(?:who|whose|which|that|when|where|after|before)\b)[^,.!?;:])"
_SAID_THEN = re.compile(rf"^[^.!?;]{{0,40}}?{_SAID}{_OWN}{{0,{MAX_AWAY_CHARS}}}$")
"""From the quote's end to its day: "she told the inquiry in ", "Mr Craig said "."""
_ASKED = re.compile(
    r"\b(?:if|whether|asked|unless|until|before|for|about|next)\b[^.!?;]*$", re.IGNORECASE
)
"""What is asked about is no day of speech: "Asked if it would go ahead on Saturday, she said: “Not tonight”"."""
_THEN_SAID = re.compile(rf"^,?[^.!?;]{{0,{MAX_AWAY_CHARS}}}{_SAID}[^.!?;]{{0,40}}[:,] $")
"""From the day to its quote: " he told the court: "."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COARSE = re.compile(r"\d{4}(?:-\d{2})?")


def as_said(readings: list[Reading], text: str, published: str | None) -> list[Reading]:
    """Return the readings, day words in quotes by the day that the quote was said."""
    words = [one for one in readings if _is_day_word(one, text)]
    if not words or arithmetic.day_of(published) is None:
        return readings
    spans = [quote.span() for quote in _QUOTE.finditer(text)]
    said = {id(one): _retold(one, readings, spans, text, published or "") for one in words}
    return [said.get(id(one), one) for one in readings]


def _is_day_word(reading: Reading, text: str) -> bool:
    return (
        reading.anchor == "published"
        and _DAY.match(reading.value or "") is not None
        and _DAY_WORD.search(text, reading.start, reading.end) is not None
    )


def _retold(
    word: Reading,
    readings: list[Reading],
    spans: list[tuple[int, int]],
    text: str,
    published: str,
) -> Reading:
    """Return `word` reckoned from the day its quote was said, if the text says which day that was."""
    quote = next((span for span in spans if span[0] <= word.start < span[1]), None)
    if quote is None:
        return word
    for then in _days_of_speech(quote, readings, spans, text):
        if _DAY.fullmatch(then.value or "") and (then.value or "") <= published[:10]:
            return _moved(word, then.value or "", published)
        if (then.value or "") < published[:4]:
            steps = (word.steps[0], f"said in {then.value}, and of which day nothing is said")
            return replace(word, value=None, anchor=None, waits_for="time", steps=steps)
    return word


def _days_of_speech(
    quote: tuple[int, int], readings: list[Reading], spans: list[tuple[int, int]], text: str
) -> Iterator[Reading]:
    """Yield the days outside quotes that a verb of speech beside the quote has."""
    for each in readings:
        value = each.value or ""
        if not (_DAY.fullmatch(value) or _COARSE.fullmatch(value)) or each.type != "DATE":
            continue
        if any(span[0] <= each.start < span[1] for span in spans):
            continue
        if (each.start >= quote[1] and _SAID_THEN.match(text[quote[1] : each.start])) or (
            each.end <= quote[0]
            and _THEN_SAID.match(text[each.end : quote[0]])
            and not _ASKED.search(text[: each.start])
        ):
            yield each


def _moved(word: Reading, day: str, published: str) -> Reading:
    """Return `word` as many days off as `day` is from publication."""
    away = (date.fromisoformat(day) - date.fromisoformat(published[:10])).days
    value = arithmetic.shift((word.value or "")[:10], away, "D")
    steps = tuple(step for step in word.steps if not step.startswith("from published"))
    if value is None or not away:
        return word
    steps = (*steps, f"said on {day}: from that day")
    return replace(word, value=f"{value}{(word.value or '')[10:]}", anchor=day, steps=steps)
