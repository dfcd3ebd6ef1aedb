"""A text with its names in, the same text with other names of the same types out.

What stands around the names stays as its writers wrote it, so that a name is learnt by where it stands and not by heart.
Within a text a name keeps its new name, a last name its person's, initials their body's.
"""

from __future__ import annotations

import random

from training.casts import Casting, Name
from training.name_lists import acronym
from training.names import NamedText, Span

KINDS = {
    "PER": ("p",),
    "ORG": ("min", "party", "agency", "paper", "co", "co", "bank", "all", "ngo", "univ", "club", "tank", "court"),
    "LOC": ("c", "city", "city", "reg", "geo", "site"),
}  # fmt: skip


def recast(named: NamedText, draw: random.Random) -> NamedText:
    """Return ``named`` with every name replaced by one drawn with ``draw``."""
    fresh: dict[tuple[str, str], str] = {}
    text, at = "", 0
    moved: list[tuple[int, int]] = []
    spans: list[Span] = []
    for start, end, kind in named.names:
        text += named.text[at:start]
        old = named.text[start:end]
        new = fresh.get((kind, old)) or _new(old, kind, fresh, draw)
        spans.append((len(text), len(text) + len(new), kind))
        text += new
        moved.append((end, len(text) - end))
        at = end
    text += named.text[at:]

    def shifted(place: int) -> int:
        return place + next((by for end, by in reversed(moved) if end <= place), 0)

    unjudged = tuple(
        (shifted(start), shifted(end))
        for start, end in named.unjudged
        if not any(first < end and start < last for first, last, _ in named.names)
    )
    return NamedText(text, tuple(spans), unjudged)


def _new(old: str, kind: str, fresh: dict[tuple[str, str], str], draw: random.Random) -> str:
    name = Casting(draw).name(draw.choice(KINDS[kind]))
    full = name.full.removeprefix("the ")
    fresh[kind, old] = _sized(old, kind, name, full)
    for part, other in _parts(old, kind, name, full):
        fresh.setdefault((kind, part), other)
    return fresh[kind, old]


def _sized(old: str, kind: str, name: Name, full: str) -> str:
    if kind == "PER" and " " not in old:
        return name.forms["last"].split()[-1]
    if kind == "ORG" and old.isupper() and len(old) < 7:
        return name.forms.get("short", full)
    return full.upper() if old.isupper() and len(old) > 6 else full


def _parts(old: str, kind: str, name: Name, full: str) -> list[tuple[str, str]]:
    if kind == "PER" and " " in old:
        first, *_, last = old.split()
        return [(last, name.forms["last"]), (first, name.forms["first"])]
    if kind == "ORG" and " " in old:
        return [(acronym(old), name.forms.get("short", full))]
    return []
