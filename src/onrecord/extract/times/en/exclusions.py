"""English words that make digits no time: sizes, titles, names with numbers, scores and game clocks.

In: the frame of four digits, of a clock's digits or of "the second quarter". Out: whether what stands
around says that it is none. Out of scope: what the word before a year says (`years`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.timex.reading import Frame

_SIZE_BEFORE = re.compile(r"\d ?[x×] ?$")
_SIZE_AFTER = re.compile(r" ?[x×] ?\d| by \d[\d,.]* ?(?:[a-z]+s\b|mm|cm|px|ft)", re.IGNORECASE)
_MEASURE = re.compile(
    r"\s?(?:m?Ah|[kM]?Wh?|rpm|cc|hp|bhp|mm|cm|px|[kM]?Hz|k?cals?|calories|pixels|degrees|[°º])(?![a-z])"
)
_COMPOUND = re.compile(r"-(?!(?:era|model|vintage|born|style|built|based|only|dated|bound)\b)[a-z]")
_TITLE = re.compile(r": An? [A-Z]")
_QUOTED = re.compile(r"[“\"‘']$")
_UNQUOTED = re.compile(r"[”\"’'](?!s)|,[”\"’']")
_CODE = re.compile(r":\d")
_NUMBER_BEFORE = re.compile(r"\d:$|\d[\d,]* (?:votes?|seats?|points?) to $")
_AMOUNT_BEFORE = re.compile(
    r"\b(?:scores?|totals?|tally|points|ratings?|population|distance|height|weight|length|capacity|maximum|minimum"
    r"|average|sum|crowd|attendance|strength|peak|max|min) of $"
)
WORKS = frozenset(
    {"film", "movie", "novel", "album", "single", "song", "musical", "thriller", "drama", "epic",
     "sitcom", "memoir", "blockbuster", "opera", "asteroid", "comet", "galaxy", "inmate", "prisoner",
     "extension", "code", "pin", "password", "passcode", "locker", "cell"}
)  # fmt: skip
"""Words whose number is a name, as NUMBERED's is ("the film 1917", "inmate 1995")."""

_GAME_AFTER = re.compile(
    r" (?:(?:left|remaining|to go|gone|played) )?(?:of|in|into|through|from) (?:the|extra|added|stoppage|a)"
    r" ?(?:\w+[- ])?(?:quarter|period|half|time|overtime|inning|round|frame|bout|end)\b"
    r"| (?:left|remaining|to (?:go|play)|mark)\b"
)
_SCORE_BEFORE = re.compile(
    r"\b(?:wo?n|wins|winning|lose|lost|losing|beat|beaten|led|leads?|leading|trail\w*|victory|win|loss|defeat\w*)"
    r" (?:\S+ ){0,3}by $|\b(?:level|tied|score|scores|deadlocked|even|record|best|time) (?:\w+ )?(?:at|of|to) $"
    r"|\b(?:odds|ratios?|scores?|records?) [^.;]*$"
)
_GOAL_BEFORE = re.compile(
    r"\b(?:scored|goals?|power[- ]play|penalt(?:y|ies)|tied (?:it|the game)|equali[sz]e[dr]|assisted|struck|tally)\b"
    r"[^.;]{0,30}\bat $"
)
_GAME = re.compile(
    r"\b(?:touchdowns?|quarterbacks?|halfbacks?|linebackers?|\d+(?:-| )yards?|field goals?|three-pointers?"
    r"|lay-?ups?|dunk(?:s|ed)?|free throws?|half-?time|interception|fumbl\w+|scoreless|goalless|tackled"
    r"|punt(?:s|ed)?|kick-?off|end zone|red zone|playoffs?|buzzer|tip-?off)\b"
    r"|(?<![\d:])\d?\d:[0-5]\d (?:of|in|into|left|remaining|to go|to play|mark)\b",
    re.IGNORECASE,
)


def is_thing(frame: Frame) -> bool:
    """Return whether four digits are a size, a title or a name's, whatever the word before says."""
    before, after = frame.before, frame.after
    if _SIZE_BEFORE.search(before) or _SIZE_AFTER.match(after) or _MEASURE.match(after):
        return True
    if _COMPOUND.match(after) or _TITLE.match(after) or _CODE.match(after):
        return True
    if _QUOTED.search(before) and _UNQUOTED.match(after):
        return True
    return (
        frame.word_before in WORKS
        or _AMOUNT_BEFORE.search(before) is not None
        or _NUMBER_BEFORE.search(before) is not None
    )


def is_no_clock(frame: Frame) -> bool:
    """Return whether digits with a colon are a game's clock, a score or a runner's time."""
    before = frame.before
    if _SCORE_BEFORE.search(before) or _GOAL_BEFORE.search(before):
        return True
    return _GAME_AFTER.match(frame.after) is not None


def is_game(frame: Frame) -> bool:
    """Return whether "the second quarter" is a game's, by what is told close to it."""
    return bool(_GAME.search(frame.before) or _GAME.search(frame.after))
