"""A kind of name in, a body or a place of that kind as the world writes it out; names only, nothing is said of them.

**Source**: our own list, ``bodies.toml``, of names that English news is full of.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

LIST = Path(__file__).parent / "bodies.toml"
PLACES = frozenset({"reg", "geo", "site"})


@cache
def _listed() -> tuple[float, dict[str, tuple[tuple[str, str], ...]]]:
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))
    share = float(table.pop("share"))
    return share, {kind: tuple(map(_forms, text.split(";"))) for kind, text in table.items()}


def _forms(entry: str) -> tuple[str, str]:
    full, _, short = entry.strip().partition("|")
    return full, short or full


def share_of(kind: str) -> float:
    """Return how often a name of ``kind`` is to be one of the list: 0 where the list has none."""
    share, table = _listed()
    return share if kind in table else 0.0


def listed(kind: str) -> tuple[tuple[str, str], ...]:
    """Return (full name, short name) of every name of ``kind``."""
    return _listed()[1][kind]
