"""A text with its names in, the same text with other names of the same types out.

The text around the names stays as its writers wrote it, so that a name is learnt by its context and not by heart.
Within a text a name keeps its new name, a last name its person's, initials their organisation's.
"""

from __future__ import annotations

import random

from training.invented_names import InventedName, NameGenerator
from training.name_annotations import NamedText, Span
from training.name_lists import build_acronym

KINDS = {
    "PER": ("p",),
    "ORG": ("min", "party", "agency", "paper", "co", "co", "bank", "all", "ngo", "univ", "club", "tank", "court"),
    "LOC": ("c", "city", "city", "reg", "geo", "site"),
}  # fmt: skip


def replace_names(named: NamedText, rng: random.Random) -> NamedText:
    """Return ``named`` with every name replaced by one generated with ``rng``."""
    fresh: dict[tuple[str, str], str] = {}
    text, at = "", 0
    moved: list[tuple[int, int]] = []
    spans: list[Span] = []
    for start, end, kind in named.names:
        text += named.text[at:start]
        old = named.text[start:end]
        new = fresh.get((kind, old)) or _replace_name(old, kind, fresh, rng)
        spans.append((len(text), len(text) + len(new), kind))
        text += new
        moved.append((end, len(text) - end))
        at = end
    text += named.text[at:]

    def shift(place: int) -> int:
        return place + next((by for end, by in reversed(moved) if end <= place), 0)

    unjudged = tuple(
        (shift(start), shift(end))
        for start, end in named.unjudged
        if not any(first < end and start < last for first, last, _ in named.names)
    )
    return NamedText(text, tuple(spans), unjudged)


def _replace_name(
    old: str, kind: str, fresh: dict[tuple[str, str], str], rng: random.Random
) -> str:
    name = NameGenerator(rng).generate(rng.choice(KINDS[kind]))
    full = name.full.removeprefix("the ")
    fresh[kind, old] = _choose_form(old, kind, name, full)
    for part, other in _list_parts(old, kind, name, full):
        fresh.setdefault((kind, part), other)
    return fresh[kind, old]


def _choose_form(old: str, kind: str, name: InventedName, full: str) -> str:
    if kind == "PER" and " " not in old:
        return name.forms["last"].split()[-1]
    if kind == "ORG" and old.isupper() and len(old) < 7:
        return name.forms.get("short", full)
    return full.upper() if old.isupper() and len(old) > 6 else full


def _list_parts(old: str, kind: str, name: InventedName, full: str) -> list[tuple[str, str]]:
    if kind == "PER" and " " in old:
        first, *_, last = old.split()
        return [(last, name.forms["last"]), (first, name.forms["first"])]
    if kind == "ORG" and " " in old:
        return [(build_acronym(old), name.forms.get("short", full))]
    return []
