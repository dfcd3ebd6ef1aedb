"""What a figure counts, in a form that can be compared: head noun, modifiers, deed and unit.

In: a figure and the events of its page. Out: a `Counted`. Leaves alone: the value, and prose that
says the same in other words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.language.names import known
from onrecord.link.words import STOP, phrase_core, stem
from onrecord.records import Event, Figure

FORCES = frozenset(
    stem(word)
    for word in """soldier troop personnel force officer recruit serviceman servicewoman men women people person
    fighter member instructor trainer""".split()
)
_DEAD = frozenset(stem(word) for word in "kill killed die dead death deaths fatality fatalities".split())
_HURT = frozenset(stem(word) for word in "wound wounded injure injured injury injuries hurt".split())
_COST = frozenset(stem(word) for word in "cost costs bill price spending spend spent".split())
_STOCK = frozenset(
    stem(word)
    for word in "be have number remain stand keep include contain provide serve station base reach total stay".split()
)
_VAGUE = frozenset(
    stem(word)
    for word in """more number total part half third thing way time other one lot rest figure kind year month week
    day hour minute decade people person""".split()
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    Attributes:
        unit: as the figure has it. heads: stems of the head nouns ("soldiers and police officers").
        proper: modifiers that name a people or place, by their known key or folded.
        plain: other modifiers' stems. deed: stem of the verb, `stock` where it only says there are
            so many, "" where none is known.
    """

    unit: str | None
    heads: frozenset[str]
    proper: frozenset[str]
    plain: frozenset[str]
    deed: str


def counted(figure: Figure, events: Iterable[Event]) -> Counted | None:
    """Return what `figure` counts, or None where its words are too vague to compare.

    Args:
        events: those of the figure's page.
    """
    deed = _deed(figure, events)
    words = phrase_core(figure.what.text.removeprefix("of ")) if figure.what else []
    heads, modifiers = _parts(words)
    if deed in {"dead", "hurt"} or heads & _DEAD:
        deed, heads = ("hurt" if deed == "hurt" else "dead"), frozenset({"people"})
    elif heads & _HURT:
        deed, heads = "hurt", frozenset({"people"})
    if heads & _COST:
        deed = "cost"
    money = figure.unit is not None and len(figure.unit) == 3 and figure.unit.isupper()
    if money and deed == "cost":
        heads = frozenset({"cost"})
    elif not heads or heads <= _VAGUE and deed in {"", "stock"}:
        return None
    proper = frozenset(_proper(word) for word in modifiers if word[0].isupper())
    plain = frozenset(stem(word) for word in modifiers if word[0].islower() and word not in STOP)
    return Counted(figure.unit, heads, proper, plain, deed)


def _parts(words: list[str]) -> tuple[frozenset[str], list[str]]:
    """Return (stems of the heads, the words before them) of a phrase with "and" in it."""
    pieces: list[list[str]] = [[]]
    for word in words:
        if word.casefold() in {"and", "or"}:
            pieces.append([])
        else:
            pieces[-1].append(word)
    full = [piece for piece in pieces if piece]
    if not full:
        return frozenset(), []
    # "Iraqi and Kurdish forces": a piece that is only capitalised modifies what comes after it.
    heads = {stem(piece[-1]) for piece in full if not piece[-1][0].isupper()}
    modifiers = [word for piece in full for word in (piece[:-1] if not piece[-1][0].isupper() else piece)]
    return frozenset(heads), modifiers


def _proper(word: str) -> str:
    entry = known(word)
    return (entry.key if entry else word.casefold()).removeprefix("people:")


def _deed(figure: Figure, events: Iterable[Event]) -> str:
    around = [
        event
        for event in events
        if event.evidence.start <= figure.evidence.start and figure.evidence.end <= event.evidence.end
    ]
    if not around:
        return ""
    closest = min(
        around,
        key=lambda event: (
            event.evidence.end - event.evidence.start,
            abs(event.trigger.start - figure.evidence.start),
        ),
    )
    return deed_class(closest.trigger.text)


def deed_class(trigger: str) -> str:
    """Return the class of a verb: `dead`, `hurt`, `cost`, `stock`, or its stem."""
    key = stem(trigger.split()[0]) if trigger.split() else ""
    for name, stems in (("dead", _DEAD), ("hurt", _HURT), ("cost", _COST), ("stock", _STOCK)):
        if key in stems:
            return name
    return key


def same_thing(a: Counted, b: Counted) -> bool:
    """Return whether two figures count the same thing: nothing known of them differs.

    Heads may differ only among words for forces, and only where the deed and the people agree.
    """
    if a.unit != b.unit or a.deed != b.deed or a.proper != b.proper:
        return False
    if a.heads & b.heads:
        return a.deed not in {"", "stock"} or a.plain == b.plain
    telling = a.deed not in {"", "stock"} and bool(a.proper)
    return telling and a.heads <= FORCES and b.heads <= FORCES
