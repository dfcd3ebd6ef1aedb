"""English periods that the text before names: "the quarter", "the year-ago period", "year-end".

In: matches of the patterns here with their frame. Out: readings, reckoned from the quarter last told on
the page or else from publication. Out of scope: quarters that say which they are (`years`), and "the
day", which is more often a manner of speaking.

Source: how company reports speak: the quarter without a name is the one reported on, the last ended.
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.exclusions import is_game
from onrecord.extract.times.en.patterns import MONTH, YEAR, month_number, unit_code
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import (
    Frame,
    Reading,
    from_published,
    on_calendar,
    span_of,
)
from onrecord.extract.times.timex.rules import rule
from onrecord.language.numerals import build_alternation

QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}


def _quarter(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the latest quarter", "the period", "the year-ago quarter"."""
    ago = bool(match["ago"] or match["since"])
    latest, same = match["latest"], match["same"]
    if match["unit"] == "period" and not (ago or latest or (same and frame.quarter)):
        return ()
    if is_game(frame) or (not (ago or latest or same) and not _stands_alone(frame)):
        return ()
    if re.match(r" of (?:an?|his|her|its|the (?!year|fiscal))\b", frame.after):
        return ()
    ended = _ENDED.match(frame.after)
    last = arithmetic.shift(frame.published, -1, "Q")
    if ended:
        value = _quarter_ended(month_number(ended["month"]), ago=ago, frame=frame)
        return (from_published(match, value, frame, (f"the quarter {ended[0].strip()}",)),)
    if frame.quarter and not (latest and last and frame.quarter > last):
        return (_from_quarter(match, frame.quarter, ago=ago),)
    value = last and (arithmetic.years_before(last, 1) if ago else last)
    step = "the last quarter ended before publication" + (", a year before" if ago else "")
    return (from_published(match, value, frame, (step,)),)


def _quarter_ended(month: int, *, ago: bool, frame: Frame) -> str | None:
    """Return the quarter that holds the middle month of three that end with `month`."""
    end = arithmetic.month(frame.published, month, -1)
    middle = arithmetic.shift(end, -1, "M")
    value = arithmetic.shift(middle, 0, "Q")
    return arithmetic.years_before(value, 1) if value and ago else value


def _from_quarter(match: re.Match[str], quarter: str, *, ago: bool) -> Reading:
    value = arithmetic.years_before(quarter, 1) if ago else quarter
    step = f"the quarter told before, {quarter}" + (f"; a year before: {value}" if ago else "")
    return Reading(*span_of(match), "DATE", value, "quarter", steps=(step,))


def _year_ago(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "year-ago" and "year-earlier" before a noun ("a year-earlier loss")."""
    if frame.quarter:
        return (_from_quarter(match, frame.quarter, ago=True),)
    value = arithmetic.shift(frame.published, -1, "Y")
    return (from_published(match, value, frame, ("a year before publication",)),)


def _of_year(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the 1988 quarter": the quarter told before, in that year."""
    year, code = match["year"], (frame.quarter or "").partition("-")[2]
    value = f"{year}-{code}" if code else year
    return (
        on_calendar(match, value, f"of {year}, the part of a year told before: {code or 'none'}"),
    )


def _whole(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the week", "the full year": that of publication, or the year just told in the past."""
    unit = unit_code(match["unit"])
    if _ENDED.match(frame.after):
        steps = (f"one {match['unit']}, to the day that follows",)
        return (Reading(*span_of(match), "DURATION", arithmetic.duration(1, unit), steps=steps),)
    if not match["full"] and not _stands_alone(frame):
        return ()
    if unit == "WE":
        return (_weekend(match, frame),)
    told = arithmetic.year_of(frame.told) if unit == "Y" and frame.tense == "past" else None
    if told is not None and told != arithmetic.year_of(frame.published):
        step = f"the year told before: {told}"
        return (Reading(*span_of(match), "DATE", f"{told:04d}", "time", steps=(step,)),)
    value = arithmetic.shift(frame.published, 0, unit)
    return (from_published(match, value, frame, (f"the {match['unit']} of publication",)),)


def _weekend(match: re.Match[str], frame: Frame) -> Reading:
    day = arithmetic.day_of(frame.published)
    back = frame.tense != "future" and day is not None and day.weekday() < 5
    value = arithmetic.shift(frame.published, -1 if back else 0, "WE")
    step = "the last weekend before publication" if back else "the weekend of publication's week"
    return from_published(match, value, frame, (step,))


def _stands_alone(frame: Frame) -> bool:
    """Return whether "the week" is a time: after a preposition of time, and no part of a phrase."""
    if frame.tag_after[:1] in {"N", "J", "W"} or frame.tag_after in {"PRP", "VBG", "CD", "HYPH"}:
        return False
    if re.match(
        r" (?:of|that|when|ahead|before|after|in which|to come|he|she|they)\b|-", frame.after
    ):
        return False
    return frame.word_before in _BEFORE or _PART_OF.search(frame.before) is not None


_PART_OF = re.compile(
    r"\b(?:months|weeks|days|half|quarter|most|much|part|rest|remainder|bulk|course|all) of $",
    re.IGNORECASE,
)


def _year_end(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    if frame.tag_after in {"NN", "NNS"}:
        return ()
    value = arithmetic.shift(frame.published, 0, "Y")
    return (
        from_published(match, value, frame, ("the end of the year of publication",), mod="END"),
    )


def _new_year(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "in the new year": the beginning of the next year, or of this one where it is told as past."""
    if frame.word_before not in _BEFORE | {"into", "before", "of", "to", "after"}:
        return ()
    past = frame.tense == "past" and frame.word_before not in {"until", "till", "by", "into"}
    month = arithmetic.month_of(frame.published)
    ahead = month is not None and (month[1] > 8 or (month[1] > 2 and not past))
    value = arithmetic.shift(frame.published, int(ahead), "Y")
    step = "the next year" if ahead else "the year of publication"
    return (from_published(match, value, frame, (step,), mod="START"),)


def _ordinal_year_ago(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the year-ago third quarter": of the year before the one told or of publication."""
    code = f"Q{QUARTERS[match['order'].lower()]}"
    known = frame.quarter and arithmetic.year_of(frame.quarter)
    if known:
        value, step = f"{known - 1:04d}-{code}", f"{code} of the year before {frame.quarter}"
        return (Reading(*span_of(match), "DATE", value, "quarter", steps=(step,)),)
    year = arithmetic.shift(frame.published, -1, "Y")
    return (from_published(match, year and f"{year}-{code}", frame, (f"{code} of last year",)),)


_ENDED = re.compile(
    rf",? (?:which )?(?:that )?(?:ended|ending|to) (?:\d\d?(?:st|nd|rd|th)? )?(?P<month>{MONTH})"
)
_BEFORE = frozenset(
    {"in", "for", "during", "over", "throughout", "within", "since", "by", "through", "until", "till",
     "on", "at", "earlier", "later", "this"}
)  # fmt: skip
_AGO = r"(?:(?:comparable|same|corresponding) )?(?P<ago>year-(?:ago|earlier)|prior-year)"
_WHOLE = ("weekend", "week", "month", "year")
_FISCAL = r"(?:(?:fiscal|financial|calendar) )?"
_SINCE = (
    r"(?P<since>,? (?:of )?(?:last year|(?:a|one) year (?:ago|earlier|before)|the previous year))?"
)

RULES = (
    rule(
        "the quarter",
        {"the", "its", "their", "this", "year", "most", "latest"},
        rf"(?:(?:the|its|their) )?(?:{_AGO} |(?P<latest>latest|most recent|just-ended|current) "
        rf"|(?P<same>same|comparable|corresponding) )?{_FISCAL}(?P<unit>quarter|period){_SINCE}",
        lambda match, frame: (
            _quarter(match, frame)
            if re.match(r"the|its|their|.*\b(?:ago|earlier)", match[0], re.IGNORECASE)
            else ()
        ),
        needs={"quarter", "period"},
    ),
    rule(
        "year-ago quarter",
        {"the", "its", "year"},
        rf"(?:(?:the|its) )?{_AGO} {_FISCAL}(?P<order>{build_alternation(QUARTERS)})[- ]quarter",
        _ordinal_year_ago,
        needs={"quarter"},
    ),
    rule(
        "year ago",
        {"year"},
        r"(?P<ago>year-(?:ago|earlier))(?= [a-z])",
        _year_ago,
        needs={"ago", "earlier"},
    ),
    rule(
        "quarter of",
        {"the"},
        rf"the (?P<year>{YEAR}) (?:quarter|period)(?! (?:of|from|between)\b)",
        _of_year,
        needs={"quarter", "period"},
    ),
    rule(
        "the whole",
        {"the"},
        rf"the (?P<full>full |whole |entire |latest |most recent )?{_FISCAL}"
        rf"(?P<unit>{build_alternation(_WHOLE)})",
        _whole,
        needs=_WHOLE,
    ),
    rule(
        "year-end",
        {"year", "the", "end"},
        r"(?:the )?(?:year(?:['’]s)?[- ]end|end of year)",
        _year_end,
        needs={"end"},
    ),
    rule(
        "new year",
        {"the"},
        r"the (?:(?-i:New Year)|new year)(?!['’]|-| [A-Z]| of\b| [a-z]+s\b)",
        _new_year,
        needs={"new"},
    ),
)
