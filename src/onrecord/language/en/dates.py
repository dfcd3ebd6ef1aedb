"""English calendar dates: days, months, years, decades, centuries, seasons, quarters, holidays.

In: matches of the patterns here with their frame. Out: readings. Leaves alone what is reckoned from
publication without a calendar word ("last week": see `deictics`).
"""

from __future__ import annotations

import re

from onrecord.language import timex
from onrecord.language.en.calendar import (
    DECADES,
    DOUBTFUL_MONTHS,
    EASTER_DAYS,
    HOLIDAYS,
    NOT_TIMES_AFTER_WEEKDAY,
    NOT_TIMES_BEFORE_WEEKDAY,
    SEASON_MONTHS,
    SEASONS,
)
from onrecord.language.en.numbers import ORDINALS
from onrecord.language.en.timewords import (
    MOD,
    MOD_STARTS,
    MONTH,
    MONTH_STARTS,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
    mod_of,
    month_number,
    weekday_number,
)
from onrecord.language.numerals import either
from onrecord.language.timerules import Frame, Reading, from_published, moved, on_calendar, rule

_ORDINAL = r"(?:st|nd|rd|th)?"
_WEEKDAY_BEFORE = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? )?"
_DIRECTION = r"(?:last|next|this|this past|this coming|the following|the previous|the coming)"
_TIME_PREPOSITIONS = frozenset(
    {
        "in", "since", "by", "until", "till", "til", "from", "to", "between", "of", "during",
        "before", "after", "around", "through", "throughout", "circa", "than", "early", "late",
        "mid", "on", "for", "about", "and", "or", "towards", "toward", "last", "next", "this",
    }
)  # fmt: skip
_PAST_WORDS = frozenset({"since", "last", "past", "previous"})


def _day_first(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    month = month_number(match["month"])
    if match["first"]:
        first = _day(match, "first", month, frame, (match.start(), match.end("first")))
        second = _day(match, "day", month, frame, (match.start("day"), match.end()))
    else:
        first, second = _day(match, "day", month, frame, match.span()), None
    return tuple(reading for reading in (first, second) if reading is not None)


def _month_first(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    month = month_number(match["month"])
    if match["last"]:
        first = _day(match, "day", month, frame, (match.start(), match.end("day")))
        second = _day(match, "last", month, frame, (match.start("last"), match.end()))
    else:
        first, second = _day(match, "day", month, frame, match.span()), None
    return tuple(reading for reading in (first, second) if reading is not None)


def _day(
    match: re.Match[str], group: str, month: int, frame: Frame, words: tuple[int, int]
) -> Reading | None:
    """Return the reading of day `group` of the match for `words`, or None if there is no such day."""
    day = int(match[group])
    if not timex.calendar_day(2000, month, day):
        return None
    if match["year"]:
        value = timex.calendar_day(int(match["year"]), month, day)
        step = f"day {day}, month {month}, year {match['year']} as written"
        return Reading(*words, "DATE", value, steps=(step,)) if value else None
    value, step = _yearless(frame, month, day)
    reading = from_published(match, value, frame, (f"day {day}, month {month}; {step}",))
    return moved(reading, *words)


def _yearless(frame: Frame, month: int, day: int | None) -> tuple[str | None, str]:
    """Return the value of a month (and day) without a year, and how its year was chosen."""
    direction, step = _direction(frame)
    value = timex.month(frame.published, month, direction)
    if value is None or day is None:
        return value, step
    known = timex.day_of(frame.published)
    year = int(value[:4])
    if known and timex.month_of(value) == (known.year, known.month):
        if direction < 0 and day > known.day:
            return _near(known.year, month, day, known.day, step)
        if direction > 0 and day < known.day:
            year += 1
    return timex.calendar_day(year, month, day), step


def _near(year: int, month: int, day: int, today: int, step: str) -> tuple[str | None, str]:
    """A day later in the month of publication told in the past: the same month, a slip of tense."""
    if day - today <= 3:
        return timex.calendar_day(year, month, day), f"{step}; days away in the same month"
    return timex.calendar_day(year - 1, month, day), step


def _direction(frame: Frame) -> tuple[int, str]:
    """Return -1 for the last one, 1 for the next one, by tense; the past where it is not said."""
    word = frame.word_before
    if word in _PAST_WORDS:
        return -1, f"after {word!r}: the last one"
    if frame.tense == "future" or word in {"until", "till", "next"}:
        return 1, "told as to come: the next one"
    if frame.tense == "past":
        return -1, "told in the past: the last one"
    return -1, "no tense says which: the last one"


def _iso(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    value = timex.calendar_day(int(match[1]), int(match[2]), int(match[3]))
    if value is None:
        return ()
    if match["clock"]:
        clock = match["clock"].replace(" ", "T")
        return (Reading(*match.span(), "TIME", value + clock, steps=("written as ISO 8601",)),)
    return (on_calendar(match, value, "written as ISO 8601"),)


def _slashed(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." and year < 100:
        return ()
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    readings = {
        day
        for month, number in ((second, first), (first, second))
        if (day := timex.calendar_day(year, month, number))
    }
    if not readings:
        return ()
    if len(readings) > 1:
        step = f"day and month can be read two ways ({' or '.join(sorted(readings))}): year only"
        return (on_calendar(match, f"{year:04d}", step),)
    return (on_calendar(match, readings.pop(), "day and month can be read one way only"),)


def _month_year(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    value = f"{int(match['year']):04d}-{month_number(match['month']):02d}"
    return (on_calendar(match, value, "month and year as written", mod=mod_of(match)),)


def _month_of(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """ "May of last year", "next March", "March"."""
    month = month_number(match["month"])
    word, which = match["month"].lower(), (match["which"] or "").lower()
    of_year = (match["of"] or "").lower()
    mod = mod_of(match)
    if of_year:
        offset = {"last": -1, "this": 0, "next": 1, "same": 0}[of_year]
        year = timex.shift(frame.published, offset, "Y")
        value = year and f"{year}-{month:02d}"
        return (from_published(match, value, frame, (f"month {month} of {of_year} year",), mod=mod),)
    if which in {"last", "this past", "the previous"}:
        return (_last_month(match, month, frame, mod),)
    if which in {"next", "this coming", "the coming", "the following"}:
        value = timex.month(frame.published, month, 1)
        return (from_published(match, value, frame, ("the next one",), mod=mod),)
    if not (which or mod) and not _is_month(word, frame):
        return ()
    value, step = _yearless(frame, month, None)
    return (from_published(match, value, frame, (f"month {month}; {step}",), mod=mod),)


def _last_month(match: re.Match[str], month: int, frame: Frame, mod: str | None) -> Reading:
    value = timex.month(frame.published, month, -1)
    if value and frame.published and value == frame.published[:7]:
        value = timex.shift(value, -12, "M")
    return from_published(match, value, frame, ("the last one before publication",), mod=mod)


def _is_month(word: str, frame: Frame) -> bool:
    if frame.named:
        return False
    small = word.rstrip(".")
    if small in DOUBTFUL_MONTHS or len(small) <= 4 and small not in {"july"}:
        return frame.word_before in _TIME_PREPOSITIONS and not re.match(r" [A-Z][a-z]", frame.after)
    return True


def _year(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    mod = mod_of(match)
    if match["to"]:
        return _years(match)
    if not (mod or _is_year(match["year"], frame)):
        return ()
    approx = frame.word_before in {"around", "about", "circa", "roughly"}
    mod = mod or ("APPROX" if approx else None)
    return (on_calendar(match, match["year"], "four digits read as a year", mod=mod),)


def _years(match: re.Match[str]) -> tuple[Reading, ...]:
    """ "2014-16" is two times."""
    first, last = match["year"], match["to"]
    full = first[: 4 - len(last)] + last
    if int(full) <= int(first) or int(full) - int(first) > 150:
        return ()
    return (
        Reading(match.start(), match.end("year"), "DATE", first, steps=("first year of a span",)),
        Reading(*match.span("to"), "DATE", full, steps=(f"last year of a span from {first}",)),
    )


_YEAR_PREPOSITIONS = _TIME_PREPOSITIONS - {"for", "on", "about", "than", "to", "of", "and", "or", "from"}
_WEAK_PREPOSITIONS = frozenset({"for", "to", "of", "and", "or", "from", "than"})
_COUNTING = frozenset(
    {"about", "some", "over", "nearly", "almost", "under", "least", "most", "roughly", "estimated"}
)
_PLURAL = frozenset({"NNS", "NNPS"})
_DETERMINERS = frozenset(
    {"the", "its", "their", "his", "her", "our", "your", "my", "a", "s", "'s", "’s", "this", "that"}
)


def _is_year(written: str, frame: Frame) -> bool:
    """Return whether four digits are a year and not a count, a number of a name, or money."""
    word = frame.word_before
    plausible = 1900 <= int(written) <= 2099
    if re.search(r"[£$€¥#№&]\s?$|\bNo\.? ?$", frame.before) or frame.named:
        return False
    if re.match(r"\s?(?:%|per ?cent|[kmg]?m\b|km|kg|ft\b|feet|miles|tonnes|times\b|GMT|hours|hrs)", frame.after):
        return False
    if word in _DETERMINERS or frame.before.endswith(("'s ", "’s ", "s’ ", "s' ")):
        return plausible and frame.tag_after != "" and frame.tag_after[0] in "NJVC,.-"
    counted = frame.tag_after in _PLURAL or re.match(r" (?:of|more|people|[a-z]+ [a-z]+s)\b", frame.after)
    if word in _YEAR_PREPOSITIONS or frame.before.endswith("("):
        return not (counted and frame.tag_after in _PLURAL and word not in {"in", "since", "early", "late"})
    if not plausible or counted:
        return False
    if word in _COUNTING:
        return word in {"about", "around"} and not frame.tag_after.startswith(("N", "J"))
    if word in _WEAK_PREPOSITIONS or not word:
        return True
    last = re.search(r"([\w’'-]+)\s*$", frame.before)
    if last is None or frame.before.rstrip().endswith(","):
        return True
    return not last[1][:1].isupper() and not last[1][-1:].isdigit()


def _decade(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    value = match["decade"][:3] if match["decade"] else None
    if value is None:
        digit = match["short"] or str(DECADES[match["word"].lower()])
        value = f"19{digit[0]}" if digit[0] not in "01" else f"20{digit[0]}"
        return (on_calendar(match, value, "a decade, read as of the last hundred years", mod=mod_of(match)),)
    return (on_calendar(match, value, "a decade as written", mod=mod_of(match)),)


def _century(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    number = int(match["number"]) if match["number"] else ORDINALS[match["word"].lower().replace(" ", "-")]
    if not 1 <= number <= 30:
        return ()
    return (on_calendar(match, f"{number - 1:02d}", f"century {number}", mod=mod_of(match)),)


def _weekday(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    before = re.findall(r"\w+", frame.before[-14:].lower())[-1:]
    after = re.match(r"[\s-]+(\w+)", frame.after)
    named = frame.named and frame.word_before not in _TIME_PREPOSITIONS
    if named or (before and before[0] in NOT_TIMES_BEFORE_WEEKDAY):
        return ()
    if after and after[1].lower() in NOT_TIMES_AFTER_WEEKDAY and not (match["which"] or match["part"]):
        return ()
    if frame.before.endswith(" on ") and re.search(r"\bMail on $", frame.before):
        return ()
    if match["plural"]:
        value = f"XXXX-WXX-{weekday_number(match['day']) + 1}"
        return (Reading(*match.span(), "SET", value, steps=("plural weekday: every one",)),)
    direction, step = _weekday_direction((match["which"] or "").lower(), (match["week"] or "").lower(), frame)
    value = timex.weekday(frame.published, weekday_number(match["day"]), direction)
    if direction == -1 and "last" in (match["which"] or "").lower() and value and frame.published and value == frame.published[:10]:
        value = timex.shift(value, -7, "D")
    if match["part"]:
        value = value and value + "T" + _part(match["part"])
        return (from_published(match, value, frame, (step,), kind="TIME"),)
    return (from_published(match, value, frame, (step,)),)


def _part(words: str) -> str:
    return {"mo": "MO", "af": "AF", "lu": "AF", "ev": "EV", "ni": "NI"}[words.split()[-1][:2].lower()]


def _weekday_direction(which: str, week: str, frame: Frame) -> tuple[int, str]:
    if "last" in week:
        return -2, "weekday of last week"
    if "next" in week:
        return 2, "weekday of next week"
    if which in {"last", "this past", "the previous"}:
        return -1, "the last one before publication"
    if which in {"next", "this coming", "the coming", "the following"}:
        return 1, "the next one from publication"
    if which == "this" and frame.tense != "past":
        return 1, "this coming one"
    return _direction(frame)


def _season(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    code = SEASONS[match["season"].lower()]
    mod, which = mod_of(match), (match["which"] or "").lower()
    if match["year"]:
        return (on_calendar(match, f"{match['year']}-{code}", "season and year as written", mod=mod),)
    if match["of"]:
        offset = {"last": -1, "this": 0, "next": 1}[match["of"].lower()]
        year = timex.shift(frame.published, offset, "Y")
        return (from_published(match, year and f"{year}-{code}", frame, (f"season of {match['of']} year",), mod=mod),)
    if not which and frame.word_before not in {"in", "during", "until", "since", "by", "of", "over", "through", "before", "after", "early", "late"}:
        return ()
    if which == "the" and match["season"].lower() == "fall" and not re.search(r"\b(?:in|during|until|by) $", frame.before):
        return ()
    if re.match(r" of\b", frame.after):
        return ()
    value, step = _season_value(code, which, frame)
    return (from_published(match, value, frame, (step,), mod=mod),)


def _season_value(code: str, which: str, frame: Frame) -> tuple[str | None, str]:
    first = SEASON_MONTHS[code]
    if which == "this":
        year = timex.shift(frame.published, 0, "Y") if timex.month_of(frame.published) else None
        return year and f"{year}-{code}", "season of this year"
    direction, step = _direction(frame)
    if which in {"last", "next"}:
        direction, step = (-1, "the last one") if which == "last" else (1, "the next one")
    value = timex.month(frame.published, first, direction)
    if value and which == "last" and _running(value, frame):
        value = timex.shift(value, -12, "M")
    return value and f"{value[:4]}-{code}", step


def _running(first_month: str, frame: Frame) -> bool:
    """Return whether the season that begins in `first_month` is still on at publication."""
    return frame.published is not None and frame.published[:7] <= (timex.shift(first_month, 2, "M") or "")


def _quarter(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    order = (match["order"] or "").lower()
    number = int(match["q"]) if match["q"] else {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}[order]
    half = bool(match["half"])
    if half and (number > 2 and order != "final" or not (match["year"] or match["of"])):
        return ()
    code = f"H{min(number, 2)}" if half else f"Q{number}"
    if match["year"]:
        return (on_calendar(match, f"{match['year']}-{code}", "quarter or half of a year as written"),)
    offset = {"last": -1, "next": 1}.get((match["of"] or "").lower(), 0)
    year = timex.shift(frame.published, offset, "Y")
    step = f"{code} of the year of publication" if not offset else f"{code} of {match['of']} year"
    if not match["of"] and not half and year and timex.month_of(frame.published):
        begun = (timex.month_of(frame.published) or (0, 0))[1] > (number - 1) * 3
        if not begun and frame.tense != "future":
            year, step = f"{int(year) - 1:04d}", f"the last {code} begun before publication"
    return (from_published(match, year and f"{year}-{code}", frame, (step,)),)


def _holiday(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    name = re.sub(r"[’]", "'", match["name"].lower()).replace("st. ", "st ")
    if re.match(r" (?:Agreement|accord|card|market|tree|Island|bonus|present|dinner|song)", frame.after, re.IGNORECASE):
        return ()
    if match["year"]:
        return (on_calendar(match, _holiday_in(name, int(match["year"])), "holiday and year as written"),)
    which = (match["which"] or "").lower()
    direction, step = (-1, "the last one") if which == "last" else (1, "the next one") if which == "next" else _direction(frame)
    known = timex.day_of(frame.published)
    if known is None:
        return (from_published(match, None, frame, (step,)),)
    days = [_holiday_in(name, year) for year in (known.year - 1, known.year, known.year + 1)]
    today = known.isoformat()
    before = [day for day in days if day <= today]
    value = before[-1] if direction < 0 else next(day for day in days if day >= today)
    return (from_published(match, value, frame, (step,)),)


def _holiday_in(name: str, year: int) -> str:
    if name in HOLIDAYS:
        return f"{year:04d}-{HOLIDAYS[name][0]:02d}-{HOLIDAYS[name][1]:02d}"
    return timex.easter_day(year, EASTER_DAYS[name])


_DAY = rf"(?:\d|[12]\d|3[01]){_ORDINAL}"
_NUM = r"(?:[12]\d|3[01]|0?[1-9])"
_DECADE_WORD = either(DECADES)
_SEASON = either(SEASONS)
_HOLIDAY = either([*HOLIDAYS, *EASTER_DAYS]).replace("'", "['’]").replace(r"st\ ", r"st\.? ")

RULES = (
    rule("day month year", {*WEEKDAY_STARTS, "the", "#"},
         rf"{_WEEKDAY_BEFORE}(?:the )?(?:(?P<first>{_NUM}){_ORDINAL} ?(?:-|–|to|and|or|&) ?)?(?:the )?"
         rf"(?P<day>{_NUM}){_ORDINAL}(?: day)?(?: of)?[ -](?P<month>{MONTH})(?:,?[ -](?P<year>{YEAR}))?",
         _day_first),
    rule("month day year", {*WEEKDAY_STARTS, *MONTH_STARTS},
         rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH}) (?:the )?(?P<day>{_NUM}){_ORDINAL}(?![:.]\d|,\d{{3}}| ?(?:%|percent|million|billion))"
         rf"(?: ?(?:-|–|to|and|or|&) ?(?P<last>{_NUM}){_ORDINAL}(?! [A-Z]?[a-z]+s\b))?(?:,? (?P<year>{YEAR}))?",
         _month_first),
    rule("iso", {"#"},
         r"(\d{4})-(\d{2})-(\d{2})(?P<clock>[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?", _iso),
    rule("slashed", {"#"}, r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})", _slashed),
    rule("month year", {*MONTH_STARTS, *MOD_STARTS},
         rf"{MOD}(?P<month>{MONTH}),?(?: of)?[ -](?P<year>{YEAR})", _month_year),
    rule("month", {*MONTH_STARTS, *MOD_STARTS, "last", "next", "this"},
         rf"{MOD}(?:(?P<which>{_DIRECTION}) )?(?P<month>{MONTH})(?:,? (?:of )?(?:the )?(?P<of>last|this|next|same) year)?",
         _month_of),
    rule("year", {*MOD_STARTS, "#", "fiscal", "calendar"},
         rf"{MOD}(?:(?:the )?(?:fiscal|calendar|financial)(?: year)? |(?:the )?year )?(?P<year>(?:1[0-9]|20)\d\d)(?![\d]|[.,]\d|[:/]\d|\s?%|[a-z])"
         r"(?:[-–/](?P<to>(?:1[5-9]|20)\d\d|\d\d)(?![\d]))?", _year),
    rule("decade", {*MOD_STARTS, "#", "mid"},
         rf"{MOD}(?:the )?(?:early |late |mid-)?(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s|['’]?(?P<short>[1-9]0)['’]?s(?= )(?! old)|(?P<word>(?<=the ){_DECADE_WORD}))",
         _decade),
    rule("century", {*MOD_STARTS, "#", *ORDINALS, "twenty"},
         rf"{MOD}(?:the )?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{either(ORDINALS)}|twenty first))[- ]centur(?:y|ies)",
         _century),
    rule("weekday", {*WEEKDAY_STARTS, "last", "next", "this", "the", "early", "late"},
         rf"(?:(?:early|late) (?:on )?)?(?:(?P<which>{_DIRECTION}) )?(?P<day>{WEEKDAY})(?P<plural>s(?=\s|[.,;]))?"
         r"(?:,? (?P<week>(?:of )?(?:last|next|this) week))?(?: (?P<part>(?:early |late )?(?:morning|afternoon|evening|night|lunchtime)))?",
         _weekday),
    rule("season", {*MOD_STARTS, *SEASONS, "last", "next", "this"},
         rf"{MOD}(?:(?P<which>last|next|this|the) )?(?P<season>{_SEASON})(?:,?(?: of)? (?P<year>{YEAR})|(?: of)? (?P<of>last|next|this) year)?",
         _season),
    rule("quarter", {"the", "first", "second", "third", "fourth", "final", "q", "#"},
         rf"(?:the )?(?:(?P<order>first|second|third|fourth|final|1st|2nd|3rd|4th)[- ](?:quarter|(?P<half>half))|Q(?P<q>[1-4]))"
         rf"(?: (?:of )?(?:(?:fiscal|the year|financial year) )?(?P<year>{YEAR})|(?: of)? (?P<of>last|next|this|the) year)?", _quarter),
    rule("holiday", {*(re.split(r"\W", name)[0] for name in (*HOLIDAYS, *EASTER_DAYS)), "last", "next", "this"},
         rf"(?:(?P<which>last|next|this) )?(?P<name>{_HOLIDAY})(?:,? (?P<year>{YEAR}))?", _holiday),
)  # fmt: skip
