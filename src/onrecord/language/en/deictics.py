"""English times reckoned from the day of publication or from a time told before.

In: matches of the patterns here with their frame. Out: readings; open where the page states no day
fine enough. Leaves alone what states a calendar date (`dates`).
"""

from __future__ import annotations

import re

from onrecord.language import timex
from onrecord.language.en.calendar import DAY_WORDS, FUZZY, PARTS_OF_DAY
from onrecord.language.en.hedges import AGO_MODS, HEDGES
from onrecord.language.en.timewords import (
    COUNT,
    COUNT_STARTS,
    HEDGE,
    HEDGE_STARTS,
    KIND,
    MOD,
    MOD_STARTS,
    UNIT,
    count_of,
    mod_of,
    unit_code,
)
from onrecord.language.numerals import either
from onrecord.language.timerules import Frame, Reading, from_published, from_told, rule

_PART = r"(?:(?:early|late) )?(?P<part>morning|afternoon|evening|night|lunchtime)"
_OFFSETS = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "present": 0, "next": 1,
    "coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip
_TOLD = frozenset({"the following", "the previous", "the next", "the same", "that", "that same", "that very"})
_SHORT = frozenset({"S", "MIN", "H"})


def _day_word(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    word = match["word"].lower()
    if word == "today" and (frame.named or re.match(r" (?:programme|show)\b|['’]s (?:programme|world)\b", frame.after)):
        return ()
    value = timex.shift(frame.published, DAY_WORDS[word], "D")
    step = f"{word}: {DAY_WORDS[word]:+d} days" if DAY_WORDS[word] else "the day of publication"
    if match["part"]:
        value = value and f"{value}T{PARTS_OF_DAY[match['part'].lower()]}"
        return (from_published(match, value, frame, (step,), kind="TIME"),)
    return (from_published(match, value, frame, (step,)),)


def _part_of_day(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """ "this morning", "last night", "tonight", "overnight"."""
    which, part = (match["which"] or "").lower(), (match["part"] or "night").lower()
    if which in {"that", "the same"}:
        value = frame.told if timex.day_of(frame.told) else None
        return (from_told(match, value and f"{value[:10]}T{PARTS_OF_DAY[part]}", frame, (part,)),)
    offset = -1 if which == "last" else 0
    value = timex.shift(frame.published, offset, "D")
    value = value and f"{value}T{PARTS_OF_DAY[part]}"
    step = f"{part} of the day {'before' if offset else 'of'} publication"
    return (from_published(match, value, frame, (step,), kind="TIME"),)


def _bare_part(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """ "in the morning": of no day that is said."""
    code = PARTS_OF_DAY[match["part"].lower()]
    return (Reading(*match.span("span"), "TIME", f"T{code}", steps=("part of an unsaid day",)),)


def _unit(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """ "last week", "earlier this year", "the end of next month", "that day"."""
    which, unit = match["which"].lower(), unit_code(match["unit"])
    mod = mod_of(match)
    if unit in _SHORT or (unit == "N" and which != "that"):
        return ()
    if which in _TOLD:
        offset = {"the following": 1, "the next": 1, "the previous": -1}.get(which, 0)
        return (from_told(match, timex.shift(frame.told, offset, unit), frame, (f"{which} {match['unit']}",)),)
    if unit == "D" and which.removeprefix("the ") in {"last", "past", "coming"}:
        return ()
    offset = _OFFSETS[which.split()[-1]]
    value = timex.shift(frame.published, offset, unit)
    if unit == "WE" and offset == 0 and frame.tense == "past" and value and _early_in_week(frame):
        value = timex.shift(frame.published, -1, unit)
    step = f"{match['unit'].lower()} of publication {offset:+d}" if offset else f"{match['unit'].lower()} of publication"
    within = match.groupdict().get("within")
    steps = (step, f"{within.lower()} in it") if within else (step,)
    return (from_published(match, value, frame, steps, mod=mod),)


def _early_in_week(frame: Frame) -> bool:
    day = timex.day_of(frame.published)
    return day is not None and day.weekday() < 3


def _the_unit(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """ "earlier in the year", "the end of the month", "later in the day"."""
    unit = unit_code(match["unit"])
    mod = mod_of(match)
    if unit in _SHORT or not (mod or match["within"]):
        return ()
    steps = [f"the {match['unit'].lower()} of publication"]
    if match["within"]:
        steps.append(f"{match['within'].lower()} in it")
    return (from_published(match, timex.shift(frame.published, 0, unit), frame, tuple(steps), mod=mod),)


def _ago(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """ "two weeks ago", "three years earlier", "a day later", "six months from now"."""
    count, _ = count_of(match["count"])
    unit, word = unit_code(match["unit"]), match["word"].lower()
    back = word in {"ago", "earlier", "before", "previously", "prior", "back"}
    mod = AGO_MODS[HEDGES[match["hedge"].lower()]] if match["hedge"] and back else None
    step = f"{match['count']} {match['unit']} {word}"
    if word == "before" and re.match(r"\s+[\w\"“']", frame.after):
        return ()
    published = word in {"ago", "from now", "hence"} or word.endswith("time") or word == "back"
    base = frame.published if published else frame.told
    if count is None and published:
        value = ("PAST_REF" if back else "FUTURE_REF") if base else None
    else:
        value = _moved(base, count, unit, back=back)
    if published:
        return (from_published(match, value, frame, (step,), mod=mod),)
    return (from_told(match, value, frame, (step,)),)


def _moved(base: str | None, count: float | None, unit: str, *, back: bool) -> str | None:
    """Return `base` moved by `count` units; halves of years and months are reckoned one unit finer."""
    if count is None or base is None:
        return None
    finer = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "M": ("D", 30), "W": ("D", 7)}
    if count != int(count):
        if unit not in finer:
            return None
        unit, count = finer[unit][0], count * finer[unit][1]
    if unit in {"DE", "CE"}:
        unit, count = "Y", count * (10 if unit == "DE" else 100)
    if count > 1e5:
        return None
    return timex.shift(base, -int(count) if back else int(count), unit)


def _from_event(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """ "eight years after the invasion": open until the event has a day."""
    steps = (f"{match['count']} {match['unit']} {match['word'].lower()} what it names",)
    return (Reading(*match.span("span"), "DATE", None, None, "event", None, steps),)


def _stretch(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """ "the past two years", "the next few days": a length that ends or begins at publication."""
    unit = unit_code(match["unit"])
    count, low = count_of(match["count"]) if match["count"] else (None, False)
    which = match["which"].lower()
    steps = (f"a length {'before' if which in {'last', 'past', 'previous', 'preceding', 'recent'} else 'after'} publication",)
    if which == "first" or which in {"previous", "preceding", "following"} and count is not None:
        return (Reading(*match.span(), "DURATION", timex.duration(count, unit), steps=("a length",)),)
    if count is None and not match["count"]:
        value = ("PAST_REF" if which in {"last", "past", "previous", "recent", "preceding"} else "FUTURE_REF")
        return (from_published(match, value if frame.published else None, frame, steps),)
    value = timex.duration(count, unit)
    anchor = "published" if frame.published else None
    waits = None if frame.published else "published"
    return (Reading(*match.span(), "DURATION", value, anchor, waits, "APPROX" if low else None, steps),)


def _fuzzy(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    words = " ".join(match["words"].lower().split())
    if words == "the past" and re.match(r" \w", frame.after) and not re.match(r" (?:and|or|but|when|as|that|is|was|has|had|he|she|it|they|we)\b", frame.after):
        return ()
    if words in {"the future", "the past"} and re.match(r" (?:of|leader|king|tense)\b", frame.after):
        return ()
    if words == "now" and re.match(r"\s?(?:that\b|,? (?:then|now)\b)", frame.after):
        return ()
    value = FUZZY[words]
    anchor = "published" if frame.published else None
    return (Reading(*match.span("words"), "DATE", value, anchor, steps=("no day is said",)),)


def _next_day(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """ "the day before", "the next day", "the day after"."""
    word = match["word"].lower()
    if re.match(r"\s+[\w\"“'‘]", frame.after) and not re.match(r" (?:and|but|in|at|to|by|with|for|when)\b", frame.after):
        return ()
    if match["point"]:
        offset = 1 if word == "after" else -1
        offset *= 2
        deictic = {"tomorrow": 1, "yesterday": -1}[match["point"].lower()]
        value = timex.shift(frame.published, deictic + offset // 2, "D")
        return (from_published(match, value, frame, (f"the day {word} {match['point']}",)),)
    offset = 1 if word == "after" else -1
    return (from_told(match, timex.shift(frame.told, offset, "D"), frame, (f"the day {word}",)),)


_WHICH = either(
    [
        *(w for w in _OFFSETS if w not in {"past", "coming", "current", "previous", "present", "following", "upcoming"}),
        "the past", "this past", "this coming", "the coming", "the current", "the present",
        "the upcoming", *_TOLD,
    ]
)  # fmt: skip
_STRETCHES = "past|last|next|coming|previous|preceding|following|first|final|recent|intervening"
_AFTER = r"(?:ago|earlier|later|before|previously|afterwards?|on|back|from now|hence|prior)"
_NP = (
    r"(?:(?:the|a|an|his|her|its|their|our|my|this|that|[A-Z][\w’'-]*(?:['’]s)?) )"
)

RULES = (
    rule("day word", DAY_WORDS,
         rf"(?P<word>{either(DAY_WORDS)})(?! (?:i|we)\b)(?:(?: |['’]s ){_PART})?(?!['’]s (?:programme))", _day_word),
    rule("part of day", {"this", "last", "tonight", "overnight", "that", "the", "early", "late", "earlier", "later"},
         rf"(?:(?:earlier|later|early|late) )?(?:(?P<which>this|last|that|the same) (?P<part>{either(PARTS_OF_DAY)})|tonight|overnight)", _part_of_day),
    rule("bare part of day", {"in", "during", "the"},
         r"(?:in|during) (?P<span>the (?:early |late )?(?:hours of the )?(?P<part>morning|afternoon|evening))", _bare_part),
    rule("unit", {*MOD_STARTS, *_OFFSETS, "earlier", "later", "that"},
         rf"{MOD}(?:(?P<within>earlier|later|early|late) )?(?P<which>{_WHICH}) (?:calendar |financial |fiscal |academic |very )?(?P<unit>{UNIT})(?<!s)", _unit),
    rule("the unit", {*MOD_STARTS, "earlier", "later", "year", "month"},
         rf"{MOD}(?:(?P<within>earlier|later|early|late)(?: on)? in )?(?:the |(?P<year>year['’]?s? ))?(?:current |present )?(?P<unit>{UNIT})(?<!s)", _the_unit),
    rule("ago", COUNT_STARTS | HEDGE_STARTS,
         rf"(?:(?P<hedge>{HEDGE}) )?(?P<count>{COUNT})[ -]{KIND}(?P<unit>{UNIT})(?:['’]s?)? (?P<word>{_AFTER}|time)", _ago),
    rule("from event", COUNT_STARTS | HEDGE_STARTS,
         rf"(?P<span>(?:(?P<hedge>{HEDGE}) )?(?P<count>{COUNT})[ -]{KIND}(?P<unit>{UNIT}) (?P<word>after|before|since|into|following))(?= [\w\"“'‘£$])", _from_event),
    rule("stretch", {"the", "these", "recent", "coming", "past", "next", "last"},
         rf"(?:(?:the|these|this) )?(?P<which>{_STRETCHES})(?: (?P<count>{COUNT}))? {KIND}(?P<unit>{UNIT})(?<=s)(?:,? (?:and|or) {UNIT}(?<=s))?", _stretch),
    rule("fuzzy", {*(words.split()[0] for words in FUZZY), "the", "in"},
         rf"(?:in (?=the (?:past|recent|near|fores|fut)))?(?P<words>{either(FUZZY)})", _fuzzy),
    rule("next day", {"the"},
         r"the day (?P<word>after|before)(?: (?P<point>tomorrow|yesterday))?", _next_day),
)  # fmt: skip
