"""The selector files of gold threads, read.

In: `dev/*.toml` and `aside/*.toml` beside this module. Out: a `Selectors` a page. Out of scope: pages.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Selectors:
    """What a page's file says; the package's docstring explains the keys."""

    page: str
    stated: int | None = None
    found: int = 0
    apart: int = 0
    note: str = ""
    comment: str = ""
    pingback: str = ""
    text: str = ""
    drop: tuple[str, ...] = ()
    quote: str = "blockquote"
    author: str = ""
    author_cut: str = ""
    time: str = ""
    time_attribute: str = ""
    time_pattern: str = ""
    parent: str = "nested"
    level: str = ""
    key: str = ""
    parent_key: str = ""


def is_held_out(name: str) -> bool:
    """Return whether the page of file name `name` is held out: one of three, by its name's SHA-1."""
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def read_selectors(folder: Path = FOLDER) -> dict[str, Selectors]:
    """Return the selectors of all pages by their file names.

    Raises:
        ValueError: a file lies in the wrong one of `dev` and `aside`, or has a key that is not known.

    """
    found = {}
    for path in sorted(folder.glob("*/*.toml")):
        row = tomllib.loads(path.read_text(encoding="utf-8"))
        unknown = row.keys() - Selectors.__dataclass_fields__.keys()
        if unknown:
            raise ValueError(f"{path.name}: no such keys: {', '.join(sorted(unknown))}")
        row["drop"] = tuple(row.get("drop", ()))
        selectors = Selectors(**row)
        if is_held_out(selectors.page) != (path.parent.name == "aside"):
            raise ValueError(f"{path.name}: lies in {path.parent.name}, its name says otherwise")
        found[selectors.page] = selectors
    return found
