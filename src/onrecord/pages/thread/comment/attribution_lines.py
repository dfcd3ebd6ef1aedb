"""Lines that say who wrote and when: "Posted by Ann on 3 May 2016", "Ann says:", "3.5.2016 | Ann".

In: the words of a line. Out: a `HeadLine`: the name, the stamp, and how the line is made. Out of scope:
lines that say anything more; where on a page the line stands (`thread_authors`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from babel.dates import get_day_names

from onrecord.pages.dates.parsing import (
    LANGUAGES,
    is_membership_or_edit_time,
    is_relative_time,
    load_month_names,
    parse_timestamp,
)

LONGEST_LINE = 120
_LONGEST_NAME = 50
_MOST_WORDS = 6
_BY = r"(?:by|von|par|por|da|door|av|af|przez|from|de|di|від|от)"
_VERB = (
    r"(?:submitted|posted|written|commented|added|left|sent|comment|reply|response|review|message|geschrieben|verfasst|erstellt|kommentar|antwort|beitrag"
    r"|posté|écrit|publié|envoyé|commentaire|réponse|publicado|escrito|enviado|comentario|comentário|scritto|inviato|commento|reactie|geplaatst"
    r"|dodane|komentarz|skrevet|postet|skrivet)"
)
_PREFIX = re.compile(rf"(?:({_VERB})\s+(?:#?\d+\s+)?)?{_BY}\b\s*:?\s*(?=\S)", re.IGNORECASE)
_SAID_WORDS = (
    r"(?:(?:has |had )?(?:wrote|writes|written|said|says|commented|replied|replies|responded|posted|asked)"
    r"|(?:hat )?(?:schrieb|schreibt|geschrieben|sagte?|gesagt|meinte?|gemeint|kommentierte?|kommentiert|antwortete?|geantwortet)"
    r"|a écrit|a dit|a répondu|dit|écrit|escribió|dijo|dice|comentó|respondió|escreveu|disse|diz|ha scritto|ha detto|scrive|dice|schreef|zegt|zei"
    r"|napisał(?:\(a\)|a)?|pisze|skrev|skriver|säger|sier|siger|sanoo|kirjoitti|пишет|написала?|говорит)"
)
_ON = r"(?:on|at|am|le|el|il|op|em|den|vom|kl|um|dnia|the)"
_SAID = re.compile(
    rf"(\S.{{0,45}}?)\s*,?\s+{_SAID_WORDS}(?:\s+{_ON})?\s*(?:\.\.\.|…)?\s*[:,–—-]?\s*(.*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\s*(?:[»|,:•·–—@(/-]+|\s{_ON}(?=\s))\s*(?:{_ON}\s+)?|\s+", re.IGNORECASE)
_BEFORE_NAME = re.compile(rf"\s+{_BY}\s+|\s*[|,•·–—-]+\s*(?:{_BY}\s+)?", re.IGNORECASE)
_EDGE = " \t\n\xa0#»|,:•·–—-~()."
_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)
_NUMBERED = re.compile(r"\s*(?:#\d{1,4}[.):]*|\d{1,4}[):])\s+(?=\S)")
_CONTROL_END = re.compile(
    r"(?:\s*[|,·•–—(\[-]\s*(?:reply|permalink|link|quote|report|antwort(?:en)?|zitieren|melden|répondre|responder|rispondi|reageren|odpowiedz|#)[)\]]?\s*)+$",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"\s*[(\[](?:not verified|unverified|verified|nicht (?:überprüft|verifiziert|registriert)|non vérifié|no verificado|non verificato|não verificado"
    r"|niet gecontroleerd|ikke bekreftet|inte verifierad|niezweryfikowany|visitor|besucher|visiteur|member|mitglied|guest|gast|invité|user|anonym)[)\]]",
    re.IGNORECASE,
)
_LONGEST_STAMP = 60
_NO_END = frozenset(
    "in on at the of to and a for since until before after from by im in seit bis nach vor am der die das den en le la el de du since und et y e i og och with mit".split()
)
_TODAY = frozenset("yesterday today just gestern heute hier".split())
_AGE = frozenset("vor il hace há about almost over a an one för for".split())
_IN_STAMP = frozenset(
    "at um uhr on am pm a p m h the of de del d le el il à a kl klo om op uur o ore alle hrs hours utc gmt cet cest est edt pst pdt mst cst ist bst z t st nd rd"
    " th den vom er em às as die dia den dnia o godz г в года year".split()
)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """Who and when by one line. `sure`: it has a word for it ("by", "says"); `stamp` is empty where none is told."""

    name: str
    stamp: str
    sure: bool


@lru_cache(maxsize=4096)
def read_line(words: str) -> HeadLine | None:
    """Return what a line that says no more than who wrote, and maybe when, tells; None for any other line.

    Examples:
        >>> read_line("Posted by Ann Lee on 3 May 2016 at 10:04")
        HeadLine(name='Ann Lee', stamp='3 May 2016 at 10:04', sure=True)
        >>> read_line("Ann Lee says:").name
        'Ann Lee'
        >>> read_line("We moved here by train in May 2016") is None
        True

    """
    if not 1 < len(words) < LONGEST_LINE or is_membership_or_edit_time(words):
        return None
    numbered = _NUMBERED.match(words)
    words = _CONTROL_END.sub("", words[numbered.end() if numbered else 0 :])
    words = without_status(words.strip(_EDGE))
    return _by(words) or _said(words) or _bare(words) or _after(words)


def _by(words: str) -> HeadLine | None:
    prefix = _PREFIX.match(words)
    if prefix is None:
        return None
    rest = words[prefix.end() :]
    if parted := _parted(rest):
        return HeadLine(*parted, sure=True)
    # "By" alone begins sentences, too.
    return HeadLine(rest, "", sure=True) if prefix[1] and reads_like_name(rest) else None


def _said(words: str) -> HeadLine | None:
    found = _SAID.fullmatch(words)
    if found is None or not reads_like_name(found[1]):
        return None
    rest = found[2].strip(_EDGE)
    return HeadLine(found[1], rest, sure=True) if not rest or is_stamp(rest) else None


def _bare(words: str) -> HeadLine | None:
    parted = _parted(words)
    return HeadLine(*parted, sure=False) if parted else None


def _after(words: str) -> HeadLine | None:
    """Return what "3 May 2016, Ann" and "3 May 2016 by Ann" tell."""
    for between in reversed([*_BEFORE_NAME.finditer(words)]):
        stamp, name = words[: between.start()], words[between.end() :]
        if is_stamp(stamp) and reads_like_name(name) and not _is_part(name):
            return HeadLine(name, stamp, sure=between[0].strip()[-1:].isalpha())
    return None


def _parted(words: str) -> tuple[str, str] | None:
    """Return the name at the beginning of `words` and the stamp that is all else."""
    for between in _BETWEEN.finditer(words):
        name, stamp = words[: between.start()], words[between.end() :].strip(_EDGE)
        if name and is_stamp(stamp) and reads_like_name(name) and not _is_part(name):
            return name, stamp
    return None


def _is_part(words: str) -> bool:
    """Return whether `words` are part of a stamp: "Friday", "13 May"."""
    return all(map(_in_stamp, _TOKEN.findall(words.lower())))


def reads_like_name(words: str) -> bool:
    """Return whether `words` may be a name alone: few, no sentence, no day."""
    return (
        1 < len(words) <= _LONGEST_NAME
        and len(words.split()) <= _MOST_WORDS
        and any(char.isalpha() for char in words)
        and words[-1] not in "?!:…;"
        and words.rsplit(maxsplit=1)[-1].lower() not in _NO_END
        and not is_relative_time(words)
        and not is_stamp(words)
    )


@lru_cache(maxsize=4096)
def is_stamp(words: str) -> bool:
    """Return whether `words` are a day or an age and nothing else."""
    if not words or len(words) > _LONGEST_STAMP or words[-1] in "?!":
        return False
    tokens = _TOKEN.findall(words.lower())
    whole = all(map(_in_stamp, tokens))
    age = _is_age(words, tokens)
    return (whole or age) and (whole if parse_timestamp(words, short=True) else age)


def _is_age(words: str, tokens: list[str]) -> bool:
    if not tokens or len(tokens) > _MOST_WORDS or not is_relative_time(words):
        return False
    numbers = sum(token.isdecimal() for token in tokens)
    return tokens[0] in _TODAY or (numbers < 2 and (tokens[0].isdecimal() or tokens[0] in _AGE))


def _in_stamp(token: str) -> bool:
    return (
        token[0].isdigit()
        or token in _IN_STAMP
        or token in load_month_names()
        or token in _day_names()
    )


@cache
def _day_names() -> frozenset[str]:
    """Return the weekdays' names, and the short ones, in the languages days are read in."""
    return frozenset(
        token
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, locale=language).values()
        for token in _TOKEN.findall(name.lower())
    )


def without_status(words: str) -> str:
    """Return a name without what a system puts behind it: "Ann (not verified)" is Ann."""
    return _STATUS.sub("", words).strip()
