"""Where pages name an undertaking: a mission, operation, programme or deal, with or without a name.

In: a sentence's words and the powers a story names. Out: namings with kind, lead and place as the
words give them. Leaves alone: which namings mean the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.link.nations import Power, Powers

KINDS: dict[str, str] = {
    "mission": "mission",
    "operation": "operation",
    "programme": "programme",
    "program": "programme",
    "scheme": "programme",
    "initiative": "programme",
    "project": "programme",
    "campaign": "campaign",
    "effort": "effort",
    "training": "training",
    "deal": "deal",
    "agreement": "deal",
    "accord": "deal",
    "pact": "deal",
}
_HEAD = "|".join(sorted(KINDS, key=len, reverse=True))
NAMED = re.compile(
    r"\b(?:Operation [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    r"|(?:[A-Z][\w’'&-]*\s){0,4}(?:Mission|Programme|Program|Initiative|Campaign|Accord|Pact|Deal|Project)"
    r"(?:\s(?:(?:in|to|for|of|on)\s(?:the\s)?)?[A-Z][\w’'-]+){0,3})"
)
_UNNAMED = re.compile(
    rf"\b(?P<before>(?:(?!the\b|a\b|an\b|and\b|of\b)[\w’'-]+\s){{0,4}})(?P<head>{_HEAD})s?\b(?!-)"
    rf"(?P<after>(?:\s(?:to|in|for|against|with|over|of)\s(?:the\s|its\s)?(?:[a-z-]+\s){{0,1}}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)?)"
)
_LED = re.compile(r"(?P<who>[A-Z][\w.]*)-(?:led|backed|run)\b")
_SUBJECTS = re.compile(
    r"\b(?P<what>training|peacekeeping|bombing|aid|relief|rescue|air|trade|peace|ceasefire|counter-[\w]+|"
    r"vaccination|housing|building|nuclear|arms|prisoner|military|combat)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where a sentence names an undertaking.

    `name` is set where it has a name of its own; `lead` and `place` are powers the words give;
    `subject` is what it is about ("training"), "" where the words don't say.
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


def namings(page: str, text: str, start: int, end: int, powers: Powers) -> Iterator[Naming]:
    """Yield the namings in the sentence `start, end` of a page's `text`, in order."""
    sentence = text[start:end]
    taken: list[tuple[int, int]] = []
    for match in NAMED.finditer(sentence):
        name = " ".join(match.group().split())
        if len(name.split()) < 2:
            continue
        taken.append(match.span())
        yield _named(page, start, match, name, powers)
    for match in _UNNAMED.finditer(sentence):
        if any(match.start() < last and first < match.end() for first, last in taken):
            continue
        found = _unnamed(page, start, match, powers)
        if found is not None:
            yield found


def _named(page: str, offset: int, match: re.Match[str], name: str, powers: Powers) -> Naming:
    head = next(word for word in re.findall(r"\w+", name) if word.casefold() in KINDS)
    cut = name.index(head)
    before = [power for _, _, power in powers.find(name[:cut])]
    after = [power for _, _, power in powers.find(name[cut + len(head) :])]
    subject = _SUBJECTS.search(name)
    return Naming(
        page,
        offset + match.start(),
        offset + match.end(),
        match.group(),
        KINDS[head.casefold()],
        name,
        before[0] if before else None,
        after[0] if after else None,
        subject["what"].casefold() if subject else "",
    )


def _unnamed(page: str, offset: int, match: re.Match[str], powers: Powers) -> Naming | None:
    before, after = match["before"], match["after"] or ""
    led = _LED.search(before)
    leads = [powers.by_key[key]] if led and (key := powers.key_of(led["who"])) else []
    leads += [power for _, _, power in powers.find(before)]
    places = [power for _, _, power in powers.find(after)]
    subject = _SUBJECTS.search(before)
    if not leads and not (places and subject):
        return None
    first = match.start() + len(before) - len(before.lstrip())
    if leads:
        spans = [begin for begin, _, power in powers.find(before) if power.key == leads[0].key]
        first = match.start() + (led.start() if led else spans[0])
    return Naming(
        page,
        offset + first,
        offset + match.end(),
        match.group()[first - match.start() :],
        KINDS[match["head"].casefold()],
        None,
        leads[0] if leads else None,
        places[0] if places else None,
        subject["what"].casefold() if subject else "",
    )
