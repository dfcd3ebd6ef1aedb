"""Where pages name an undertaking: a mission, operation, programme or deal, with or without a name.

In: a page's sentences and the powers a story names. Out: namings with kind, lead and place as the
words give them. Out of scope: which namings mean the same one (`link.undertakings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.link.comparison.demonyms import Power, Powers
from onrecord.link.undertakings.words import HEADS, KINDS, NAME_HEADS, PLAIN, SUBJECTS

_CAPITAL = r"[A-Z][\w’'&-]*"
_NAMED = re.compile(
    rf"\bOperation {_CAPITAL}(?: {_CAPITAL})?"
    rf"|\b(?:{_CAPITAL}\s){{0,4}}(?:{NAME_HEADS})(?:\s(?:(?:in|to|for|of|on)\s(?:the\s)?)?{_CAPITAL}){{0,3}}"
)
_OWNER = re.compile(
    rf"(?:{_CAPITAL}\s){{0,3}}{_CAPITAL}(?:['’]s|['’])\s(?:own\s)?$|[A-Z][\w]+(?:n|sh|se)\s$"
)
_UNNAMED = re.compile(
    rf"(?<![\w-])(?P<before>(?:(?:[A-Z][\w’'.-]*|{PLAIN}|[\w.]+-(?:led|backed|run))\s){{0,4}})(?P<head>{HEADS})(?![\w-])"
    rf"(?!\s(?:figures?|teams?|camps?|courses?|role|grounds?|exercises?|centres?|areas?|efforts?|missions?|programmes?|"
    rf"programs?|deals?|operations?)\b)"
    rf"(?P<after>(?:\s(?:to|in|for|against|with|of)\s(?:the\s|its\s)?{_CAPITAL}(?:['’]s)?(?:\s(?:and\s)?{_CAPITAL}){{0,3}}"
    rf"(?:\s(?:security\s|armed\s|defence\s)?(?:forces?|army|police|soldiers|troops|government))?)?)"
)
_BETWEEN = re.compile(
    rf"(?<![\w-])(?P<before>(?:{PLAIN}\s)*)(?P<head>deal|agreement|accord|pact) between "
    r"(?P<after>(?:(?!\b(?:was|were|is|are|has|have|had|will|would|could|may|that|which|to|on|in|at|over|signed|agreed|"
    r"brokered|reached|collapsed|after|before|as|by|for)\b)[^.;:()]){3,100})"
)
_BARE = re.compile(rf"\b(?:[Tt]he|[Tt]his)\s(?:[\w-]+\s)?(?P<head>{HEADS})(?![\w-])")
_LED = re.compile(r"(?P<who>[A-Z][\w.]*)-(?:led|backed|run)\b")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where a sentence names an undertaking.

    `name` is set where it has a name of its own; `lead` and `place` are powers the words give;
    `subject` is what it is about ("training"), "" where the words don't say; `bare` where it is only
    "the mission"; `deed` what to call it where a clause tells it
    ("has trained 900 recruits"); `members` who a deal is between.
    """

    page: str
    start: int
    end: int
    words: str
    kind: str
    name: str | None
    lead: Power | None
    place: Power | None
    subject: str
    bare: bool = False
    deed: str | None = None
    members: tuple[Power, ...] = ()


def namings(page: str, text: str, start: int, end: int, powers: Powers) -> Iterator[Naming]:
    """Yield the namings in the sentence `start, end` of a page's `text`, in order of text."""
    sentence = text[start:end]
    found = [
        named
        for match in _NAMED.finditer(sentence)
        if (named := _named(page, start, sentence, match, powers)) is not None
    ]
    for pattern, read in ((_BETWEEN, _between), (_UNNAMED, _unnamed), (_BARE, _bare)):
        for match in pattern.finditer(sentence):
            first, last = start + match.start("head"), start + match.end("head")
            if any(one.start < last and first < one.end for one in found):
                continue
            if (naming := read(page, start, match, powers)) is not None:
                found.append(naming)
    yield from sorted(found, key=lambda naming: naming.start)


def _named(
    page: str, offset: int, sentence: str, match: re.Match[str], powers: Powers
) -> Naming | None:
    words = re.sub(r"^(?:The|A|An|This|Its|In|On|For|And|But)\s+", "", match.group())
    words = re.sub(r"['’]s?$", "", words)
    name = " ".join(words.split())
    heads = [word for word in re.findall(r"\w+", name) if word.casefold() in KINDS]
    heads = [word for word in heads if word != "Training"] or heads
    if len(name.split()) < 2 or not heads:
        return None
    begin = match.start() + match.group().index(words)
    cut = name.index(heads[0])
    before = [power for _, _, power in powers.find(name[:cut])]
    after = [power for _, _, power in powers.find(name[cut + len(heads[0]) :])]
    owner = _OWNER.search(sentence[:begin])
    owners = [power for _, _, power in powers.find(owner.group())] if owner else []
    lead = (before or owners)[:1]
    if not lead and not after and not name.startswith("Operation "):
        return None
    return Naming(
        page=page,
        start=offset + begin,
        end=offset + begin + len(words),
        words=words,
        kind=KINDS[heads[0].casefold()],
        name=name,
        lead=lead[0] if lead else None,
        place=after[0] if after else None,
        subject=_subject(name),
    )


def _between(page: str, offset: int, match: re.Match[str], powers: Powers) -> Naming | None:
    """Return a deal between two powers and more, or None where the words name fewer."""
    members = {power.key: power for _, _, power in powers.find(match["after"])}
    if len(members) < 2:
        return None
    last = max(end for _, end, power in powers.find(match["after"]) if power.key in members)
    words = match.group()[: match.start("after") - match.start() + last]
    return Naming(
        page=page,
        start=offset + match.start(),
        end=offset + match.start() + len(words),
        words=words,
        kind=KINDS[match["head"].casefold()],
        name=None,
        lead=None,
        place=None,
        subject=_subject(match["before"]),
        members=tuple(members[key] for key in sorted(members)),
    )


def _unnamed(page: str, offset: int, match: re.Match[str], powers: Powers) -> Naming | None:
    before, after = match["before"], match["after"] or ""
    led = _LED.search(before)
    key = powers.key_of(led["who"]) if led else None
    ahead = list(powers.find(before))
    leads = [powers.by_key[key]] if key else [power for _, _, power in ahead]
    places = [power for _, _, power in powers.find(after)]
    subject = _subject(before)
    if not leads and not (places and subject):
        return None
    first = len(before) - len(before.lstrip())
    if leads:
        first = led.start() if led and key else ahead[0][0]
    words = match.group()[first:].rstrip()
    return Naming(
        page=page,
        start=offset + match.start() + first,
        end=offset + match.start() + first + len(words),
        words=words,
        kind=KINDS[match["head"].casefold()],
        name=None,
        lead=leads[0] if leads else None,
        place=places[0] if places else None,
        subject=subject or ("training" if match["head"] == "training" else ""),
    )


def _bare(page: str, offset: int, match: re.Match[str], _: Powers) -> Naming:
    return Naming(
        page=page,
        start=offset + match.start(),
        end=offset + match.end(),
        words=match.group(),
        kind=KINDS[match["head"].casefold()],
        name=None,
        lead=None,
        place=None,
        subject="",
        bare=True,
    )


def _subject(words: str) -> str:
    match = re.search(rf"\b(?:{SUBJECTS})\b", words, re.IGNORECASE)
    return match.group().casefold() if match else ""
