"""A kind of name in, the real organisations or places of that kind out; names only, no statements about them.

**Source**: our own list, ``real_names.toml``, of names that English news is full of.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "real_names.toml"
PLACES = frozenset({"reg", "geo", "site"})


@cache
def _load_names() -> tuple[float, dict[str, tuple[tuple[str, str], ...]]]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    share = float(table.pop("share"))
    return share, {kind: tuple(map(_split_forms, text.split(";"))) for kind, text in table.items()}


def _split_forms(entry: str) -> tuple[str, str]:
    full, _, short = entry.strip().partition("|")
    return full, short or full


def get_share(kind: str) -> float:
    """Return how often a name of ``kind`` is to be one of the list: 0 where the list has none."""
    share, table = _load_names()
    return share if kind in table else 0.0


def list_names(kind: str) -> tuple[tuple[str, str], ...]:
    """Return (full name, short name) of every name of ``kind``."""
    return _load_names()[1][kind]
