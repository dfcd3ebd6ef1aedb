"""Day words inside quotation marks, computed from the day on which their speaker spoke.

In: a block's readings, its text, the day of publication. Out: the readings; "tomorrow" in “I leave
tomorrow,” he said on Monday is the Tuesday. Out of scope: quotes that no verb of speech dates: they
were said on the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.extract.times.en.lexicon import speech_patterns
from onrecord.extract.times.timex import arithmetic, value_patterns
from onrecord.extract.times.timex.reading import Step, TimexReading, explain


def resolve_quoted_days(
    readings: list[TimexReading], text: str, published: str | None
) -> list[TimexReading]:
    """Return the readings, day words in quotes computed from the day on which the quote was said."""
    if arithmetic.parse_day(published) is None or not any(_is_day_word(r, text) for r in readings):
        return readings
    quotes = [quote.span() for quote in speech_patterns.QUOTE.finditer(text)]
    return [
        _resolve_quoted_day(reading, readings, quotes, text, published or "")
        if _is_day_word(reading, text)
        else reading
        for reading in readings
    ]


def _is_day_word(reading: TimexReading, text: str) -> bool:
    return (
        reading.anchor == "published"
        and value_patterns.DAY.match(reading.value or "") is not None
        and speech_patterns.DAY_WORD.search(text, reading.start, reading.end) is not None
    )


def _resolve_quoted_day(
    word: TimexReading,
    readings: list[TimexReading],
    quotes: list[tuple[int, int]],
    text: str,
    published: str,
) -> TimexReading:
    """Return `word` computed from the day on which its quote was said, if the text states that day."""
    quote = next((span for span in quotes if span[0] <= word.start < span[1]), None)
    if quote is None:
        return word
    for speech in _iter_days_of_speech(quote, readings, quotes, text):
        value = speech.value or ""
        if value_patterns.DAY.fullmatch(value) and value <= published[:10]:
            return _shift_to_day(word, value, published)
        if value < published[:4]:
            step = Step(f"said in {value}, on a day that is not stated")
            derivation = (word.derivation[0], step)
            return replace(word, value=None, anchor=None, waits_for="time", derivation=derivation)
    return word


def _iter_days_of_speech(
    quote: tuple[int, int],
    readings: list[TimexReading],
    quotes: list[tuple[int, int]],
    text: str,
) -> Iterator[TimexReading]:
    """Yield the days, months and years outside quotes that date a verb of speech beside the quote."""
    for reading in readings:
        if reading.type != "DATE" or not _is_calendar_date(reading.value or ""):
            continue
        if any(span[0] <= reading.start < span[1] for span in quotes):
            continue
        if _is_day_of_speech(reading, quote, text):
            yield reading


def _is_calendar_date(value: str) -> bool:
    is_day = value_patterns.DAY.fullmatch(value)
    return bool(is_day or value_patterns.MONTH_OR_YEAR.fullmatch(value))


def _is_day_of_speech(reading: TimexReading, quote: tuple[int, int], text: str) -> bool:
    """Return whether only a verb of speech is between the day and the quote."""
    if reading.start >= quote[1]:
        between = text[quote[1] : reading.start]
        if speech_patterns.FROM_QUOTE_TO_DAY.match(between):
            return True
    if reading.end > quote[0]:
        return False
    between = text[reading.end : quote[0]]
    is_question = speech_patterns.QUESTION_BEFORE.search(text[: reading.start])
    return bool(speech_patterns.FROM_DAY_TO_QUOTE.match(between) and not is_question)


def _shift_to_day(word: TimexReading, day: str, published: str) -> TimexReading:
    """Return `word` as many days from `day` as it is from publication."""
    distance = (date.fromisoformat(day) - date.fromisoformat(published[:10])).days
    from_publication = word.value or ""
    value = arithmetic.shift(from_publication[:10], distance, "D")
    if value is None or not distance:
        return word
    kept = (step for step in word.derivation if step.basis != "publication")
    derivation = (*kept, *explain(f"said on {day}: from that day"))
    return replace(word, value=f"{value}{from_publication[10:]}", anchor=day, derivation=derivation)
