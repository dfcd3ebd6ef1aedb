"""English words around digits that show them to be no time: sizes, titles, numbered names, scores, game clocks.

In: the context of four digits, of a clock's digits or of "the second quarter". Out: whether the words around rule a
time out. Out of scope: the word before a year (`yearlike`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.timex.context import TimexContext

_SIZE_BEFORE = re.compile(r"\d ?[x×] ?$")
_SIZE_AFTER = re.compile(r" ?[x×] ?\d| by \d[\d,.]* ?(?:[a-z]+s\b|mm|cm|px|ft)", re.IGNORECASE)
_MEASURE_AFTER = re.compile(
    r"\s?(?:m?Ah|[kM]?Wh?|rpm|cc|hp|bhp|mm|cm|px|[kM]?Hz|k?cals?|calories|pixels|degrees|[°º])(?![a-z])"
)
_COMPOUND_AFTER = re.compile(
    r"-(?!(?:era|model|vintage|born|style|built|based|only|dated|bound)\b)[a-z]"
)
_TITLE_AFTER = re.compile(r": An? [A-Z]")
_QUOTE_BEFORE = re.compile(r"[“\"‘']$")
_QUOTE_AFTER = re.compile(r"[”\"’'](?!s)|,[”\"’']")
_VERSE_AFTER = re.compile(r":\d")
_NUMBER_BEFORE = re.compile(r"\d:$|\d[\d,]* (?:votes?|seats?|points?) to $")
_AMOUNT_BEFORE = re.compile(
    r"\b(?:scores?|totals?|tally|points|ratings?|population|distance|height|weight|length|capacity|maximum|minimum"
    r"|average|sum|crowd|attendance|strength|peak|max|min) of $"
)
_NUMBERED_NOUNS = frozenset(
    {"film", "movie", "novel", "album", "single", "song", "musical", "thriller", "drama", "epic",
     "sitcom", "memoir", "blockbuster", "opera", "asteroid", "comet", "galaxy", "inmate", "prisoner",
     "extension", "code", "pin", "password", "passcode", "locker", "cell"}
)  # fmt: skip
"""Nouns whose number is a name, beside those of `NUMBERED_NOUNS` ("the film 1917", "inmate 1995")."""

_GAME_CLOCK_AFTER = re.compile(
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
_GAME_WORDS = re.compile(
    r"\b(?:touchdowns?|quarterbacks?|halfbacks?|linebackers?|\d+(?:-| )yards?|field goals?|three-pointers?"
    r"|lay-?ups?|dunk(?:s|ed)?|free throws?|half-?time|interception|fumbl\w+|scoreless|goalless|tackled"
    r"|punt(?:s|ed)?|kick-?off|end zone|red zone|playoffs?|buzzer|tip-?off)\b"
    r"|(?<![\d:])\d?\d:[0-5]\d (?:of|in|into|left|remaining|to go|to play|mark)\b",
    re.IGNORECASE,
)


def is_size_or_name(context: TimexContext) -> bool:
    """Return whether four digits are a size, a title or part of a name, whatever the word before."""
    before, after = context.before, context.after
    if _SIZE_BEFORE.search(before) or _SIZE_AFTER.match(after) or _MEASURE_AFTER.match(after):
        return True
    if _COMPOUND_AFTER.match(after) or _TITLE_AFTER.match(after) or _VERSE_AFTER.match(after):
        return True
    if _QUOTE_BEFORE.search(before) and _QUOTE_AFTER.match(after):
        return True
    return (
        context.word_before in _NUMBERED_NOUNS
        or _AMOUNT_BEFORE.search(before) is not None
        or _NUMBER_BEFORE.search(before) is not None
    )


def is_score_or_game_clock(context: TimexContext) -> bool:
    """Return whether digits with a colon are a game's clock, a score or a runner's time."""
    before = context.before
    if _SCORE_BEFORE.search(before) or _GOAL_BEFORE.search(before):
        return True
    return _GAME_CLOCK_AFTER.match(context.after) is not None


def is_game_period(context: TimexContext) -> bool:
    """Return whether "the second quarter" is a game's, by the words close to it."""
    return bool(_GAME_WORDS.search(context.before) or _GAME_WORDS.search(context.after))
