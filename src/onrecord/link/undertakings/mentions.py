"""Where pages name an undertaking: a mission, operation, programme or deal, with or without a name.

In: a page's sentences and the powers a story names. Out: mentions with kind, lead and place as the
words give them. Out of scope: which mentions refer to the same one (`undertakings.grouping`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.link.comparison.demonyms import Power, Powers
from onrecord.link.en.undertakings import (
    HEAD_PATTERN,
    LEADING_FUNCTION_WORD,
    MODIFIER_PATTERN,
    NAME_HEAD_PATTERN,
    SUBJECT_PATTERN,
    TRAINING,
    UNDERTAKING_KINDS,
)

_CAPITALISED = r"[A-Z][\w’'&-]*"
_NAMED = re.compile(
    rf"\bOperation {_CAPITALISED}(?: {_CAPITALISED})?"
    rf"|\b(?:{_CAPITALISED}\s){{0,4}}(?:{NAME_HEAD_PATTERN})(?:\s(?:(?:in|to|for|of|on)\s(?:the\s)?)?{_CAPITALISED}){{0,3}}"
)
_OWNER_BEFORE = re.compile(
    rf"(?:{_CAPITALISED}\s){{0,3}}{_CAPITALISED}(?:['’]s|['’])\s(?:own\s)?$|[A-Z][\w]+(?:n|sh|se)\s$"
)
"""A possessive or an adjective of a people right before a name."""
_UNNAMED = re.compile(
    rf"(?<![\w-])(?P<before>(?:(?:[A-Z][\w’'.-]*|{MODIFIER_PATTERN}|[\w.]+-(?:led|backed|run))\s){{0,4}})(?P<head>{HEAD_PATTERN})(?![\w-])"
    rf"(?!\s(?:figures?|teams?|camps?|courses?|role|grounds?|exercises?|centres?|areas?|efforts?|missions?|programmes?|"
    rf"programs?|deals?|operations?)\b)"
    rf"(?P<after>(?:\s(?:to|in|for|against|with|of)\s(?:the\s|its\s)?{_CAPITALISED}(?:['’]s)?(?:\s(?:and\s)?{_CAPITALISED}){{0,3}}"
    rf"(?:\s(?:security\s|armed\s|defence\s)?(?:forces?|army|police|soldiers|troops|government))?)?)"
)
_BETWEEN = re.compile(
    rf"(?<![\w-])(?P<before>(?:{MODIFIER_PATTERN}\s)*)(?P<head>deal|agreement|accord|pact) between "
    r"(?P<after>(?:(?!\b(?:was|were|is|are|has|have|had|will|would|could|may|that|which|to|on|in|at|over|signed|agreed|"
    r"brokered|reached|collapsed|after|before|as|by|for)\b)[^.;:()]){3,100})"
)
_BARE = re.compile(rf"\b(?:[Tt]he|[Tt]his)\s(?:[\w-]+\s)?(?P<head>{HEAD_PATTERN})(?![\w-])")
_LED_BY = re.compile(r"(?P<who>[A-Z][\w.]*)-(?:led|backed|run)\b")


@dataclass(frozen=True, slots=True)
class UndertakingMention:
    """A place where a sentence names an undertaking.

    Attributes:
        words: as written. kind: of undertaking. name: its own name, or None.
        lead, place: powers the words name. subject: what it is about ("training"), "" where the words do not say.
        is_bare: it is only "the mission".
        description: what to call it where a clause states it ("has trained 900 recruits"), else None.
        members: the parties of a deal.
    """

    page: str
    start: int
    end: int
    words: str
    kind: str
    name: str | None = None
    lead: Power | None = None
    place: Power | None = None
    subject: str = ""
    is_bare: bool = False
    description: str | None = None
    members: tuple[Power, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a page, and where it begins in the page's text."""

    page: str
    start: int
    text: str


def iter_undertaking_mentions(
    page: str, text: str, start: int, end: int, powers: Powers
) -> Iterator[UndertakingMention]:
    """Yield the mentions in the sentence `start, end` of a page's `text`, in order of text."""
    sentence = _Sentence(page, start, text[start:end])
    mentions = [
        mention
        for match in _NAMED.finditer(sentence.text)
        if (mention := _read_named(sentence, match, powers)) is not None
    ]
    for pattern, read in _UNNAMED_PATTERNS:
        for match in pattern.finditer(sentence.text):
            first, last = start + match.start("head"), start + match.end("head")
            if any(mention.start < last and first < mention.end for mention in mentions):
                continue
            if (mention := read(sentence, match, powers)) is not None:
                mentions.append(mention)
    yield from sorted(mentions, key=lambda mention: mention.start)


def _read_named(
    sentence: _Sentence, match: re.Match[str], powers: Powers
) -> UndertakingMention | None:
    """Return an undertaking with a name of its own, or None where no power leads or hosts it."""
    words = LEADING_FUNCTION_WORD.sub("", match.group())
    words = re.sub(r"['’]s?$", "", words)
    name = " ".join(words.split())
    heads = [word for word in re.findall(r"\w+", name) if word.casefold() in UNDERTAKING_KINDS]
    heads = [head for head in heads if head != TRAINING.capitalize()] or heads
    if len(name.split()) < 2 or not heads:
        return None
    begin = match.start() + match.group().index(words)
    cut = name.index(heads[0])
    lead = _find_first(name[:cut], powers) or _find_owner(sentence.text[:begin], powers)
    place = _find_first(name[cut + len(heads[0]) :], powers)
    if not lead and not place and not name.startswith("Operation "):
        return None
    return UndertakingMention(
        page=sentence.page,
        start=sentence.start + begin,
        end=sentence.start + begin + len(words),
        words=words,
        kind=UNDERTAKING_KINDS[heads[0].casefold()],
        name=name,
        lead=lead,
        place=place,
        subject=_find_subject(name),
    )


def _find_first(words: str, powers: Powers) -> Power | None:
    return next((power for _, _, power in powers.iter_mentions(words)), None)


def _find_owner(before: str, powers: Powers) -> Power | None:
    """Return the power whose possessive or adjective ends the words before a name, or None."""
    match = _OWNER_BEFORE.search(before)
    return _find_first(match.group(), powers) if match else None


def _read_deal_between(
    sentence: _Sentence, match: re.Match[str], powers: Powers
) -> UndertakingMention | None:
    """Return a deal between two powers or more, or None where the words name fewer."""
    mentions = list(powers.iter_mentions(match["after"]))
    members = {power.key: power for _, _, power in mentions}
    if len(members) < 2:
        return None
    last = max(end for _, end, _ in mentions)
    words = match.group()[: match.start("after") - match.start() + last]
    return UndertakingMention(
        page=sentence.page,
        start=sentence.start + match.start(),
        end=sentence.start + match.start() + len(words),
        words=words,
        kind=UNDERTAKING_KINDS[match["head"].casefold()],
        subject=_find_subject(match["before"]),
        members=tuple(members[key] for key in sorted(members)),
    )


def _read_unnamed(
    sentence: _Sentence, match: re.Match[str], powers: Powers
) -> UndertakingMention | None:
    """Return an undertaking described by its lead, or by place and subject; None where the words give neither."""
    before = match["before"]
    lead, first = _find_lead(before, powers)
    place = _find_first(match["after"] or "", powers)
    subject = _find_subject(before)
    if lead is None and not (place and subject):
        return None
    words = match.group()[first:].rstrip()
    return UndertakingMention(
        page=sentence.page,
        start=sentence.start + match.start() + first,
        end=sentence.start + match.start() + first + len(words),
        words=words,
        kind=UNDERTAKING_KINDS[match["head"].casefold()],
        lead=lead,
        place=place,
        subject=subject or (TRAINING if match["head"] == TRAINING else ""),
    )


def _find_lead(before: str, powers: Powers) -> tuple[Power | None, int]:
    """Return (the power that leads, or None; where in the words before a head noun the description begins)."""
    led = _LED_BY.search(before)
    key = powers.resolve_key(led["who"]) if led else None
    if led and key:
        return powers.by_key[key], led.start()
    for start, _, power in powers.iter_mentions(before):
        return power, start
    return None, len(before) - len(before.lstrip())


def _read_bare(sentence: _Sentence, match: re.Match[str], _: Powers) -> UndertakingMention:
    return UndertakingMention(
        page=sentence.page,
        start=sentence.start + match.start(),
        end=sentence.start + match.end(),
        words=match.group(),
        kind=UNDERTAKING_KINDS[match["head"].casefold()],
        is_bare=True,
    )


_Reader = Callable[[_Sentence, re.Match[str], Powers], UndertakingMention | None]
_UNNAMED_PATTERNS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_BETWEEN, _read_deal_between),
    (_UNNAMED, _read_unnamed),
    (_BARE, _read_bare),
)
"""In the order they are tried: a head noun is read by the first pattern that matches it."""


def _find_subject(words: str) -> str:
    """Return what the words say an undertaking is about, case folded, or ""."""
    match = re.search(rf"\b(?:{SUBJECT_PATTERN})\b", words, re.IGNORECASE)
    return match.group().casefold() if match else ""
