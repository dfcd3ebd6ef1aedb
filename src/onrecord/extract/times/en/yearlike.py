"""Whether four digits in English text are a year, by the words around them.

In: the digits and their frame. Out: yes or no. Out of scope: what surely is one ("fiscal 1988", "2014-16"),
and what is named beside the digits (`untimes`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.calendar import (
    COUNTING,
    DETERMINERS,
    TIME_PREPOSITIONS,
    WEAK_PREPOSITIONS,
)
from onrecord.extract.times.en.exclusions import is_thing
from onrecord.extract.times.timex.reading import Frame
from onrecord.language.en.numbered_nouns import NUMBERED_NOUNS

_STRONG = TIME_PREPOSITIONS - WEAK_PREPOSITIONS
_IS = frozenset(
    {"is", "was", "be", "being", "became", "become", "ending", "ended", "starting", "beginning"}
)
_FINITE = frozenset({"VB", "VBD", "VBZ", "VBP"})
_SAID_OF = frozenset({"M", "V", "C"})
_MEASURED = re.compile(
    r"\s?(?:%|per ?cent|[kmg]?m\b|km|kg|ft\b|feet|miles|metres|meters|tonnes|tons|times\b|GMT|hours"
    r"|hrs|acres|hectares|pounds|dollars|euros|people|troops|men\b|of (?:the|them|its|his|her)\b)"
)
_SINCE_OLD = re.compile(
    r"\b(?:(?:back|dates?|dated|dating) to|between 1[5-8]\d\d and) $", re.IGNORECASE
)
_OLD_FIRST = re.compile(r" (?:to|until) 1[5-9]\d\d(?![\d,.]\d| (?:[a-z-]+ )?[a-z]+s\b)")
_OLD_LAST = re.compile(r"\bfrom 1[5-8]\d\d (?:to|until) $", re.IGNORECASE)
_REIGN = re.compile(
    r"\b(?:reigned|ruled|reign|king|queen|emperor|pope|bishop|abbot|lived|born|died|founded|built|dynasty)\b[^.;]*"
    r"\b(?:from|in|to|until) $",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"\b(?:rose|risen?|rises|rising|f[ea]ll(?:s|en|ing)?|(?:in|de)creas\w+|drop\w*|gr[eo]w(?:s|n|th|ing)?"
    r"|gain\w*|went|goes|gone|climb\w*|slip\w*|edged|cut|reduc\w+|rais\w+|up|down|jump\w*|surg\w+|plung\w+"
    r"|declin\w+|scores?|moved?) ",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r" and \d(?:[\d,]*\d)? (?:[a-z-]+ )?[a-z]+s\b")


def is_year(written: str, frame: Frame) -> bool:
    """Return whether four digits are a year and not a count, a number in a name, or money."""
    if (
        frame.named
        or is_thing(frame)
        or _MEASURED.match(frame.after)
        or re.search(r"(?:[£$€¥#№&]|No\.?) ?$", frame.before)
    ):
        return False
    plausible, word = 1900 <= int(written) <= 2099, frame.word_before
    counted = frame.tag_after in {"NNS", "NNPS"} or frame.counted
    if word in NUMBERED_NOUNS - {"year", "season", "class"} or word == "at":
        return False
    if re.search(r"(?:['’]s|s['’]) $", frame.before):  # "Orwell's 1984." is a book.
        return plausible and frame.tag_after[:1] in {"N", "J", "V"}
    if word in DETERMINERS:
        return plausible and frame.tag_after[:1] in {"N", "J", "V", "C", ",", ".", "-", "H"}
    if not plausible and word == "between" and _NUMBERS.match(frame.after):
        return False  # "between 1500 and 1800 copies"
    if _SINCE_OLD.search(frame.before) or _is_old_span(word, frame):
        return not counted
    if word in _STRONG or frame.before.endswith("("):
        return not counted or word in {"in", "since", "early", "late", "until"}
    if not plausible or counted or (word in COUNTING and word not in {"about", "around"}):
        return False
    if word in COUNTING:
        return not frame.tag_after.startswith(("N", "J"))
    if word in WEAK_PREPOSITIONS or frame.before.rstrip()[-1:] in {
        "",
        ",",
        ";",
        ":",
        "-",
        "–",
        "—",
    }:
        return True
    if frame.tag_before in _FINITE and word not in _IS and frame.tag_after[:1] not in _SAID_OF:
        return False  # "reached 2000", "dialled 2016"; but "I think 2021 will …"
    last = re.search(r"([\w’'-]+)\s*$", frame.before)
    return last is None or not (last[1][0].isupper() or last[1][-1].isdigit())


def _is_old_span(word: str, frame: Frame) -> bool:
    """Return whether digits are an end of "from 1861 to 1865", and not of a rise."""
    if CHANGE.search(frame.before):
        return False
    first = word == "from" and _OLD_FIRST.match(frame.after)
    return bool(first or _OLD_LAST.search(frame.before) or _REIGN.search(frame.before))
