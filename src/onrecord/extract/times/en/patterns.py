"""English building stones of time patterns: sources of regular expressions, and what their words say.

In: the lexicons beside it. Out: pattern sources for the rules of dates, deictics, durations, clock.
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.calendar import (
    FUTURE_WORDS,
    IRREGULAR_UNITS,
    MODS,
    MONTHS,
    PARTS_OF_DAY,
    PAST_WORDS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame
from onrecord.language.en.hedges import HEDGES
from onrecord.language.en.numbers import ONES, ORDINALS, TEENS, TENS
from onrecord.language.numerals import DIGITS, STARTS, WORDS, build_alternation, read_number


def _capital(words: dict[str, int]) -> str:
    return "|".join(form for word in words for form in (word.capitalize(), word.upper()))


_SMALL_MONTHS = "january|february|april|june|july|september|october|november|december"
MONTH = (
    rf"(?-i:(?:{_capital(MONTHS)}|{_SMALL_MONTHS})(?![a-z])"
    rf"|(?:{_capital(SHORT_MONTHS)})(?:\.|(?![a-z])))"
)
WEEKDAY = rf"(?-i:{_capital(WEEKDAYS)}|{'|'.join(WEEKDAYS)})"
SHORT_WEEKDAY = rf"(?-i:(?:{_capital(SHORT_WEEKDAYS)})\.?)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d|[.,]\d|[:/]\d|\s?%|[a-rt-z])"
SPOKEN_YEAR = (
    rf"(?:(?:eighteen|nineteen|twenty)[ -](?:{build_alternation(TENS)}(?:[- ]{build_alternation(ONES)})?|{build_alternation(TEENS)})(?![a-z])"
    rf"|two thousand(?: (?:and )?(?:{build_alternation(TEENS)}|{build_alternation(ONES)}))?(?![a-z]))"
)
"""A year as it is spoken: "nineteen ninety-six", "two thousand and eight"."""

UNIT = build_alternation([*UNITS, *(f"{unit}s" for unit in UNITS), *IRREGULAR_UNITS])
HEDGE = build_alternation(HEDGES)
NUMBER = rf"(?:{DIGITS}|{WORDS})"
COUNT = (
    rf"(?:(?:(?:a|three)[- ])?quarters? of an?|{NUMBER}(?: ?(?:-|–|to|or|and) ?{NUMBER})?(?: [1-3]/[2-4]| and (?:a half|a quarter|three[- ]quarters)| million| billion)?"
    r"|(?:several|a few|many) (?:hundred|thousand|million)|half an?|half(?=-hour)|(?:a )?half(?= hour)|an?|several|(?:a )?few(?: more)?|many|some|(?:a )?couple(?: of)?"
    r"|(?:dozens|hundreds|thousands|tens|scores) of|countless|recent|numerous)"
)
KIND = (
    r"(?:(?:full|long|whole|more|straight|consecutive|calendar|working|business|further|additional"
    r"|trading|successive|short|other|solid|entire|academic|financial|fiscal|brief|gruelling|bloody"
    r"|difficult|extra) )?"
)
_EDGES = build_alternation(
    word
    for word in MODS
    if word not in {"early", "late", "mid", "first", "opening", "last", "final", "closing"}
)
_PARTS = r"(?:days?|weeks?|weekend|months?|hours|years)"
MOD = (
    r"(?:(?P<mod>(?:the )?(?:very )?(?:early(?: in)?|late(?: in)?|mid"
    rf"|{_EDGES} of|(?:first|opening|last|final|closing) (?:few )?{_PARTS} of))(?:[- ](?:the )?))?"
)
"""Optional "the end of (the)", "early", "mid-"; `mod_of` says what it means."""

WEEKDAY_WORDS = frozenset({*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS)})
UNIT_WORDS = frozenset({*UNITS, *(f"{unit}s" for unit in UNITS), *IRREGULAR_UNITS})
"""What rules need: see `timerules.Rule`."""

ORDINAL_DAYS = {
    **{word: number for word, number in ORDINALS.items() if number <= 20},
    **{f"twenty-{word}": 20 + number for word, number in ORDINALS.items() if number < 10},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""Days of a month as they are spoken ("the twenty-third of May")."""

COUNTED_UNIT = re.compile(
    rf"(?:{HEDGE} )?(?:(?:another|the) )?(?:{COUNT}(?:[ -]{KIND}|(?<=\d)))?{UNIT}", re.IGNORECASE
)
"""Where "about three weeks" begins, or "weeks": the stem of all rules for counted units."""

MONTH_STARTS = frozenset({*MONTHS, *SHORT_MONTHS})
WEEKDAY_STARTS = frozenset({*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), *SHORT_WEEKDAYS})
MOD_STARTS = frozenset({*MODS, "the", "very", "first", "opening", "last", "final", "closing"})
DIRECTION = (
    r"(?:last|next|this(?: past| coming)?|(?:the )?(?:following|previous|coming|upcoming|past))"
)
"""Which one: the last, the next or this; `direction_of` says what it means."""

DIRECTION_STARTS = frozenset(
    {"last", "next", "this", "the", "following", "previous", "coming", "upcoming", "past"}
)
COUNT_STARTS = STARTS | {
    "#", "half", "several", "few", "many", "some", "couple", "dozens", "hundreds", "thousands",
    "tens", "scores", "countless", "numerous", "recent", "quarter",
}  # fmt: skip
HEDGE_STARTS = frozenset(re.split(r"\W", phrase)[0] for phrase in HEDGES)


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation."""
    small = word.lower().rstrip(".")
    return MONTHS.get(small) or SHORT_MONTHS[small]


PIVOT = 40
"""'40 and above are of the 20th century."""


def year_number(written: str) -> int:
    """Return the year written in digits, short ("'74") or as it is spoken."""
    if written.isdecimal():
        return int(written)
    if written[1:].isdecimal():
        return int(written[1:]) + (1900 if int(written[1:]) >= PIVOT else 2000)
    if written.lower().startswith("two thousand"):
        return int(read_number(written) or 2000)
    century, rest = re.split(r"[ -]", written.lower(), maxsplit=1)
    return (TEENS.get(century) or TENS[century]) * 100 + int(read_number(rest) or 0)


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or abbreviation."""
    small = word.lower().rstrip(".")
    return WEEKDAYS[small] if small in WEEKDAYS else SHORT_WEEKDAYS[small]


def unit_code(word: str) -> str:
    """Return the code of a unit of time, singular or plural."""
    small = word.lower()
    return UNITS.get(small) or IRREGULAR_UNITS.get(small) or UNITS[small.removesuffix("s")]


def mod_of(match: re.Match[str]) -> str | None:
    """Return the TIMEX3 mod of the group `mod`, or None."""
    written = (match["mod"] or "").lower()
    return next((mod for word, mod in MODS.items() if re.search(rf"\b{word}\b", written)), None)


LIST_MARKS = " •*-–—|"
"""What may stand before the day that begins a line of a list."""
AHEAD = ("told as to come: the next one", "told in the present: the next one")
BEHIND = "told in the past: the last one"
"""Steps of a day that a verb told."""


def direction_of(frame: Frame, which: str = "") -> tuple[int, str]:
    """Return -1 for the last one, 1 for the next one, and why; the last where nothing says which.

    What is told in the present is in the diary ("Parliament votes on Tuesday"): the next one.
    """
    words = set(which.lower().split())
    if words & {"last", "past", "previous"}:
        return -1, "the last one before publication"
    if words & {"next", "coming", "upcoming", "following"}:
        return 1, "the next one from publication"
    if _SOON.search(frame.before) and frame.tense != "past":
        return 1, "no sooner or later than it: the next one"
    if words == {"this"} and frame.tense != "past":
        return 1, "this coming one"
    word = _opening_word(frame)
    if word in PAST_WORDS:
        return -1, f"after {word!r}: the last one"
    if frame.tense == "future" or (word in FUTURE_WORDS and frame.tense != "past"):
        return 1, AHEAD[0]
    if frame.tense == "present":
        return 1, AHEAD[1]
    if frame.tense == "past":
        return -1, BEHIND
    if frame.diary and not frame.before.strip(LIST_MARKS):
        return 1, "a line of a list of days to come: the next one"
    return -1, "no tense says which: the last one"


EARLY = re.compile(r"\bas (?:early|soon|late) as (?:in )?$", re.IGNORECASE)
_FOR_ONE = re.compile(
    r"\b(?:for|before|until|to|of|at|in) (?:the|its|their|his|her) $", re.IGNORECASE
)


def names_a_noun(frame: Frame) -> bool:
    """Return whether a day or month only says which one a noun is ("the president's July 25 call").

    The verb over it tells of the noun, and need not be of the day; a past one needs "for the" before.
    """
    if frame.tag_after not in {"NN", "NNS"} or re.match("['’]", frame.after):
        return False
    return frame.tense not in {"past", None} or _FOR_ONE.search(frame.before) is not None


def nearest(frame: Frame, before: str, after: str) -> tuple[str, str]:
    """Return the nearer to publication of two days or months around it, and why."""
    today = frame.published or ""
    away = arithmetic.months_between(today, after)
    ahead = away < arithmetic.months_between(before, today) and (
        frame.tense not in {"past", None} or away <= 2
    )
    return (after if ahead else before), "no verb tells this one: the nearest"


_SOON = re.compile(
    r"\b(?:as (?:soon|early) as|no (?:later|earlier|sooner) than|not (?:before|until)|at the (?:earliest|latest)"
    r"|(?:start|beginn|commenc|end)ing|effective|scheduled for|due|expected|deadline of)(?: (?:in|on|from|by))? $",
    re.IGNORECASE,
)
"""What lies ahead of these is still to come where no verb says otherwise."""
_CLOCK_BEFORE = re.compile(
    r"\b(until|till|til|by|since) [\d.:]+(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: on)?,? $"
)


def _opening_word(frame: Frame) -> str:
    """Return the word before, or that before a clock ("until 9am on Friday")."""
    clock = _CLOCK_BEFORE.search(frame.before)
    return clock[1] if clock else frame.word_before


def part_of_day(words: str) -> str:
    """Return the TIMEX3 code of a part of the day ("late night": NI)."""
    return PARTS_OF_DAY[words.lower().split()[-1]]


_PARTED = {" and a half": 0.5, " and a quarter": 0.25, " and three quarters": 0.75}


def parted(small: str) -> tuple[str, float]:
    """Return `small` without the part of one that ends it ("two and a half"), and that part."""
    for words, part in _PARTED.items():
        if small.replace("three-", "three ").endswith(words):
            return small[: -len(words)], part
    return small, 0.0


def count_of(text: str) -> tuple[float | None, bool]:
    """Return the number that COUNT writes (None: unsaid), and whether it is the lower of two."""
    small = text.lower().strip()
    if re.fullmatch(r"(?:a )?half(?: an?)?", small):
        return 0.5, False
    if re.search(r"quarters? of an?$", small):
        return (0.75 if small.startswith("three") else 0.25), False
    if "couple" in small:
        return 2.0, True
    if re.search(r"\d \d/\d$", small):
        return read_number(small), False
    whole, half = parted(small)
    first = re.split(r"(?<=\w) ?(?:-|–|\bto\b|\bor\b) ?(?=\w)", whole)
    if len(first) == 2 and read_number(first[0]) in set(range(20, 100, 10)) and "-" in small:
        return read_number(small), False
    number = read_number(first[0])
    return (None if number is None else number + half), len(first) > 1
