"""What a figure counts, in a form that can be compared: head noun, modifiers, deed, unit and matter.

In: a figure and the catalogue. Out: a `Counted`, or None where the words are too vague. Out of scope:
the value, and prose that says the same in words no rule here knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.language.en.function_words import COORDINATORS
from onrecord.link.comparison.text_keys import STOP, find_phrase_core, find_stems, stem
from onrecord.link.index.record_index import RecordIndex
from onrecord.records import Event, Figure
from onrecord.records.event import AHEAD


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


_KINDS_OF_PEOPLE = {
    **dict.fromkeys(_stems("trainer instructor"), "trainers"),
    **dict.fromkeys(
        _stems("soldier troop force officer recruit serviceman servicewoman personnel police"),
        "forces",
    ),
    **dict.fromkeys(_stems("people person men women civilian resident"), "people"),
}
"""Heads that stand for one another where the rest agrees."""
_DEAD = _stems("kill killed die dead death deaths fatality fatalities")
_HURT = _stems("wound wounded injure injured injury injuries hurt")
_COST = _stems("cost costs bill price")
_TRAINED = _stems("train teach graduate")
_THROUGH = _stems("complete finish pass")
_COURSE = _stems("course camp camps training")
_STOCK = _stems(
    "be have number remain stand keep include contain provide serve station base reach total stay say count"
)
_MATTER = {
    **dict.fromkeys(
        _stems(
            "mission operation effort training train programme program campaign contingent deployment"
        ),
        "undertaking",
    )
}
_VAGUE = _stems(
    """number total part half third thing way time other one lot rest figure kind year month week day hour minute
    decade people person page comment member occasion point question reason step"""
)
_MORE = re.compile(r"\b(?:more|extra|additional|further|another|fewer|less)\b", re.IGNORECASE)
_AMENDED = re.compile(
    r"\b(?:correction|corrected|clarification|earlier version|was amended|has been amended)\b",
    re.IGNORECASE,
)
ONE_OFF = frozenset({"dead", "hurt"})
"""Deeds that are counted anew for each incident."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    Attributes:
        unit: as the figure has it. heads: what the head nouns stand for.
        deed: class or stem of the verb, `stock` where it only says there are so many, "" unknown.
        ahead: it is planned or promised. more: it is told as so many more.
        proper: powers the noun phrase names. plain: its other modifiers. about: powers, bodies and
            places its sentence names; `matter`: what costs.
    """

    unit: str | None
    heads: frozenset[str]
    deed: str
    ahead: bool
    more: bool
    proper: frozenset[str]
    plain: frozenset[str]
    about: frozenset[str]
    matter: frozenset[str]


def counted(known: RecordIndex, figure: Figure) -> Counted | None:
    """Return what `figure` counts, or None where its words are too vague to compare."""
    page = figure.evidence.page
    start, end = known.sentence(page, figure.evidence.start)
    sentence = known.pages[page].text[start:end]
    zone = known.pages[page].zone_at(figure.evidence.start)
    if _AMENDED.search(sentence) or zone is None or zone.role in {"comment", "furniture"}:
        return None
    event = telling(known, figure, start, end)
    before = known.pages[page].text[start : figure.evidence.start]
    after = known.pages[page].text[figure.what.end if figure.what else figure.evidence.end : end]
    words = (
        find_phrase_core(re.sub(r"^of (?:the |our |its |their )?", "", figure.what.text))
        if figure.what
        else []
    )
    heads, plain = _parts(words)
    deed = _deed(event, heads, sentence) or _deed_beside(before, after)
    if deed in ONE_OFF and figure.what:
        heads = frozenset({"people"})
    matter: frozenset[str] = frozenset()
    if _is_money(figure) and (deed == "cost" or heads & _COST):
        deed, heads, matter = "cost", frozenset({"cost"}), _matter(event, figure, before)
        if not matter:
            return None
    if not heads or heads <= _VAGUE or _is_ordinal(figure):
        return None
    return Counted(
        unit=figure.unit,
        heads=frozenset(_KINDS_OF_PEOPLE.get(head, head) for head in heads),
        deed=deed,
        ahead=event is not None and event.status in AHEAD,
        more=is_more(known, figure),
        proper=known.powers_in(page, figure.what.start, figure.what.end)
        if figure.what
        else frozenset(),
        plain=plain,
        about=known.named_in(page, start, end) | known.powers_in(page, start, end),
        matter=matter,
    )


def _is_money(figure: Figure) -> bool:
    return figure.unit is not None and len(figure.unit) == 3 and figure.unit.isupper()


def _is_ordinal(figure: Figure) -> bool:
    """Return whether it is a small bare number: "two camps" on two pages need not be the same two."""
    return figure.unit is None and figure.value is not None and figure.value < 5


def _parts(words: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return (stems of the heads, of the plain words before them) of a phrase with "and" in it."""
    pieces: list[list[str]] = [[]]
    for word in words:
        if word.casefold() in COORDINATORS:
            pieces.append([])
        else:
            pieces[-1].append(word)
    full = [piece for piece in pieces if piece]
    # "Danish and Estonian pilots": a piece that is only capitalised modifies what comes after it.
    heads = frozenset(stem(piece[-1]) for piece in full if not piece[-1][0].isupper())
    plain = frozenset(
        stem(word)
        for piece in full
        for word in piece[:-1]
        if word[0].islower() and word not in STOP and not _MORE.fullmatch(word)
    )
    return heads, plain


def is_more(known: RecordIndex, figure: Figure) -> bool:
    """Return whether a figure is told as so many more or fewer than before, or as what something rose by."""
    if figure.change is not None:
        return True
    text = known.pages[figure.evidence.page].text
    words = text[figure.evidence.start : (figure.what or figure.evidence).end + 6]
    return bool(_MORE.search(words.removeprefix(figure.evidence.text)))


def telling(known: RecordIndex, figure: Figure, start: int, end: int) -> Event | None:
    """Return the event a figure is told with: the smallest clause of its sentence around it, or None."""
    at = figure.evidence
    around = [
        event
        for event in known.events_in(at.page, start, end)
        if event.evidence.start <= at.start and at.end <= event.evidence.end
    ]
    return min(
        around,
        key=lambda event: (
            event.evidence.end - event.evidence.start,
            abs(event.trigger.start - at.start),
            event.id,
        ),
        default=None,
    )


def _deed(event: Event | None, heads: frozenset[str], sentence: str) -> str:
    if heads & _DEAD:
        return "dead"
    if heads & _HURT:
        return "hurt"
    if event is None:
        return ""
    key = stem(event.trigger.text.split()[0])
    for name, stems in (("dead", _DEAD), ("hurt", _HURT), ("cost", _COST), ("trained", _TRAINED)):
        if key in stems:
            return name
    if key in _THROUGH and find_stems(sentence) & _COURSE:
        return "trained"
    return "stock" if key in _STOCK else key


def _deed_beside(before: str, after: str) -> str:
    """Return the deed told right beside a figure that no event covers: copulas and "have" draw none."""
    last = re.findall(r"[\w’']+", before)[-1:]
    if last and stem(last[0]) in _COST:
        return "cost"
    if last and last[0].casefold() in {
        "has",
        "have",
        "had",
        "provides",
        "provide",
        "includes",
        "keeps",
    }:
        return "stock"
    passive = re.match(
        r"\s+(?:(?:ha(?:s|ve|d)|were|was|are|been|also|already|now|still)\s+)+(\w+)", after
    )
    if passive is None:
        return ""
    key = stem(passive[1])
    for name, stems in (("dead", _DEAD), ("hurt", _HURT), ("trained", _TRAINED)):
        if key in stems:
            return name
    return "stock" if not passive[1].endswith(("ed", "en")) else key


def _matter(event: Event | None, figure: Figure, before: str) -> frozenset[str]:
    """Return what costs: stems of the payer's or the thing's words; "undertaking" for any mission."""
    actors = " ".join(actor.text for actor in event.actors) if event else ""
    words = find_stems(f"{actors or before} {figure.what.text if figure.what else ''}")
    found = frozenset(_MATTER.get(word, word) for word in words) - _COST - _stems("true figure")
    return frozenset({"undertaking"}) if "undertaking" in found else found


def same_thing(a: Counted, b: Counted) -> bool:
    """Return whether two figures count the same thing: nothing known of them differs."""
    if (a.unit, a.deed, a.ahead, a.more) != (b.unit, b.deed, b.ahead, b.more) or not a.deed:
        return False
    if not a.heads & b.heads or (a.matter and not a.matter & b.matter):
        return False
    if a.plain and b.plain and not a.plain & b.plain:
        return False
    if a.proper and b.proper:
        return a.proper == b.proper
    if a.proper or b.proper:
        return (a.proper or b.proper) <= (b.about if a.proper else a.about)
    return bool(a.about & b.about)
